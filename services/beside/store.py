"""Rows of looks: whoever sat beside somebody, which screen of theirs they saw, and when. Never what stood on it."""

from datetime import UTC, datetime

from sqlmodel import Field, Session, SQLModel, col, select

from services import audit
from services.accounts.store import IdentityRow
from services.store import SECONDS
from worlds.beside import Look


class LookRow(SQLModel, table=True):
    __tablename__ = "beside_look"
    id: int | None = Field(default=None, primary_key=True)
    session: int = Field(index=True)
    """Whose screen it was."""
    helper: int
    """Who looked: the number of their visit."""
    who: str
    screen: str
    at: int = Field(sa_type=SECONDS)


def add(session: Session, owner: int, helper: int, who: str, screen: str, now: datetime) -> None:
    """Somebody looks at a screen."""
    session.add(LookRow(session=owner, helper=helper, who=who, screen=screen, at=int(now.timestamp())))
    known = session.get(IdentityRow, owner)
    if known is not None:
        audit.note(session, audit.Entry(known.citizen, now, "beside", "screen.seen", who, screen))


def of(session: Session, owner: int) -> tuple[Look, ...]:
    """All looks at the screens of a visit, the first first."""
    rows = session.exec(select(LookRow).where(LookRow.session == owner).order_by(col(LookRow.id))).all()
    return tuple(Look(row.who, row.screen, datetime.fromtimestamp(row.at, UTC).isoformat()) for row in rows)
