"""Rows of the counter. Only this module sees them; what leaves it are wire values."""

from datetime import date

from sqlmodel import Field, Session, SQLModel, col, select

from worlds.civic.example_counter.wire import Answered, Wish


class ExampleCounterRow(SQLModel, table=True):
    __tablename__ = "example_counter"
    number: int | None = Field(default=None, primary_key=True)
    citizen: str = Field(foreign_key="citizen.id")
    asked_on: date
    note: str
    answer: str


def add(session: Session, citizen: str, wish: Wish, answer: str, today: date) -> Answered:
    """File it under the next number."""
    row = ExampleCounterRow(citizen=citizen, asked_on=today, note=wish.note, answer=answer)
    session.add(row)
    session.flush()
    return _answered(row)


def of(session: Session, citizen: str) -> tuple[Answered, ...]:
    """Everything this citizen asked, newest first."""
    rows = session.exec(
        select(ExampleCounterRow)
        .where(ExampleCounterRow.citizen == citizen)
        .order_by(col(ExampleCounterRow.number).desc())
    )
    return tuple(_answered(row) for row in rows)


def _answered(row: ExampleCounterRow) -> Answered:
    return Answered(row.number or 0, row.asked_on, Wish(row.note), row.answer)
