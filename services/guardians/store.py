"""Rows of consent: which adult answers for which child, since when. Both by the city's own pseudonym."""

from datetime import date

from sqlmodel import Field, Session, SQLModel, col, delete, select

from services.faults import Refusal

MOST = 10
"""Children one person may answer for."""


class ConsentRow(SQLModel, table=True):
    __tablename__ = "guardian_consent"
    child: str = Field(primary_key=True)
    guardian: str = Field(index=True)
    since: date


def consent(session: Session, guardian: str, child: str, today: date) -> None:
    """From now on the child may be known here. Raises guardians.own, guardians.too-many."""
    if guardian == child:
        raise Refusal("guardians.own", 403)
    others = session.exec(
        select(ConsentRow.child).where(ConsentRow.guardian == guardian, ConsentRow.child != child)
    ).all()
    if len(others) >= MOST:
        raise Refusal("guardians.too-many", limit=MOST)
    session.merge(ConsentRow(child=child, guardian=guardian, since=today))
    session.flush()


def has_consent(session: Session, child: str) -> bool:
    """Somebody answers for them."""
    return session.get(ConsentRow, child) is not None


def withdraw(session: Session, guardian: str) -> tuple[str, ...]:
    """They answer for nobody any more; for whom they did."""
    children = session.exec(select(ConsentRow.child).where(ConsentRow.guardian == guardian)).all()
    session.exec(delete(ConsentRow).where(col(ConsentRow.guardian) == guardian))
    return tuple(children)


def count(session: Session, guardian: str) -> int:
    """For how many children they answer."""
    return len(session.exec(select(ConsentRow.child).where(ConsentRow.guardian == guardian)).all())


def forget(session: Session, citizen: str) -> None:
    """Nothing is kept of them, as a child or as a guardian."""
    session.exec(delete(ConsentRow).where((col(ConsentRow.child) == citizen) | (col(ConsentRow.guardian) == citizen)))
