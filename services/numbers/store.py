"""How many visits began on each day; documents are counted where they are filed."""

from datetime import date, datetime, time, timedelta

from sqlmodel import Field, Session, SQLModel, col, delete, func, select

from services.civic.documents.store import DocumentRow
from services.clock import SEOUL
from worlds.numbers import DAYS, Day

_DAY = 24 * 60 * 60


class BegunRow(SQLModel, table=True):
    __tablename__ = "begun"
    number: int | None = Field(default=None, primary_key=True)
    day: date = Field(index=True)
    """In Seoul."""


def came(session: Session, now: datetime) -> None:
    """One more visit begins. A row for each, of no use but to be counted: a shared counter would make all who come at
    once wait for each other. Days that are told no longer are swept out on the way."""
    today = now.astimezone(SEOUL).date()
    session.exec(delete(BegunRow).where(col(BegunRow.day) <= today - timedelta(days=DAYS)))
    session.add(BegunRow(day=today))


def days(session: Session, now: datetime) -> tuple[Day, ...]:
    """The last days, today last; one on which nothing happened is told as nothing."""
    today = now.astimezone(SEOUL).date()
    first = today - timedelta(days=DAYS - 1)
    day = col(BegunRow.day)
    begun = session.exec(select(day, func.count()).where(day >= first).group_by(day)).all()
    begin = int(datetime.combine(first, time(), SEOUL).timestamp())
    since = (col(DocumentRow.issued) - begin) // _DAY
    filed = session.exec(select(since, func.count()).where(DocumentRow.issued >= begin).group_by(since)).all()
    begun_on, filed_on = dict(begun), {first + timedelta(days=int(number)): count for number, count in filed}
    every = [first + timedelta(days=number) for number in range(DAYS)]
    return tuple(Day(day, begun_on.get(day, 0), filed_on.get(day, 0)) for day in every)
