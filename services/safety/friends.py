"""Rows of who knows whom: a wish of one, and friends once both have said so."""

from typing import Literal

from sqlmodel import Field, Session, SQLModel, col, delete, select

from services.safety.store import Whom

State = Literal["asked", "friends", "over"]
MOST = 500
"""Wishes of one person; the oldest give way."""


class FriendRow(SQLModel, table=True):
    __tablename__ = "friend_wish"
    number: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    other: str = Field(index=True)


def wish(session: Session, me: Whom, other: Whom, on: bool) -> State:
    """I know them, or no longer; what we are from now on."""
    session.exec(delete(FriendRow).where(col(FriendRow.subject) == me.subject, col(FriendRow.other) == other.subject))
    if not on:
        return "over"
    session.add(FriendRow(subject=me.subject, other=other.subject))
    mine = session.exec(
        select(FriendRow.number).where(FriendRow.subject == me.subject).order_by(col(FriendRow.number).desc())
    ).all()
    session.exec(delete(FriendRow).where(col(FriendRow.number).in_(mine[MOST:])))
    session.flush()
    return "friends" if me.subject in _wished_by(session, other.subject) else "asked"


def of(session: Session, me: Whom) -> frozenset[str]:
    """My friends, as subjects: who wished it as I did."""
    wished = _wished_by(session, me.subject)
    back = session.exec(
        select(FriendRow.subject).where(FriendRow.other == me.subject, col(FriendRow.subject).in_(wished))
    ).all()
    return frozenset(back)


def forget(session: Session, subject: str) -> None:
    """All wishes of somebody, and all about them."""
    session.exec(delete(FriendRow).where((col(FriendRow.subject) == subject) | (col(FriendRow.other) == subject)))


def _wished_by(session: Session, subject: str) -> frozenset[str]:
    return frozenset(session.exec(select(FriendRow.other).where(FriendRow.subject == subject)).all())
