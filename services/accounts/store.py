"""Rows of visits. A token is kept only as its hash; identity only while the visit lasts; no RRN, no CI, ever."""

from datetime import date, datetime, timedelta

import msgspec
from sqlmodel import Field, Session, SQLModel, col, delete, func, select

from services.office import Identity, Visitor
from services.store import SECONDS
from worlds.sessions.wire import Look

LIFE = timedelta(hours=12)


_GUEST = {"ko": "손님", "en": "Guest", "zh": "访客", "ja": "ゲスト"}


class SessionRow(SQLModel, table=True):
    __tablename__ = "session"
    id: int | None = Field(default=None, primary_key=True)
    token: str = Field(unique=True)
    name: str
    language: str
    outfit: int
    colours: int
    hair: int
    skin: int
    tint: int = 0
    body: int = 0
    height: int = 0
    face: int = 0
    eyes: int = 0
    extra: int = 0
    expires: int = Field(index=True, sa_type=SECONDS)
    """Seconds since 1970."""


class CitizenRow(SQLModel, table=True):
    __tablename__ = "citizen"
    id: str = Field(primary_key=True)
    since: date
    file: str | None = None
    """Under which number looks at this citizen's file are noted; by chance, given with the first look."""


class IdentityRow(SQLModel, table=True):
    __tablename__ = "session_identity"
    session: int = Field(primary_key=True, foreign_key="session.id", ondelete="CASCADE")
    citizen: str = Field(foreign_key="citizen.id")
    name: str
    born: date | None
    issuer: str
    subject: str


def add(session: Session, token: str, name: str | None, language: str, look: Look, now: datetime) -> Visitor:
    """A new visit of a guest; `token` is the token's hash. Old visits are swept out on the way."""
    session.exec(delete(SessionRow).where(col(SessionRow.expires) <= int(now.timestamp())))
    row = SessionRow(
        token=token,
        name=name or "",
        language=language,
        expires=int((now + LIFE).timestamp()),
        **msgspec.structs.asdict(look),
    )
    session.add(row)
    session.flush()
    if not row.name:
        row.name = guest_name(row.id or 0, language)
        session.flush()
    return _visitor(row, None)


def guest_name(number: int, language: str = "ko") -> str:
    """A guest's name: three digits, no counter that tells how many came."""
    return f"{_GUEST[language]} {100 + number * 611 % 900}"


def find(session: Session, token: str, now: datetime) -> Visitor | None:
    """The visit of a token's hash, unless it is over."""
    found = session.exec(
        select(SessionRow, IdentityRow)
        .join(IdentityRow, isouter=True, onclause=col(IdentityRow.session) == col(SessionRow.id))
        .where(SessionRow.token == token, SessionRow.expires > int(now.timestamp()))
    ).first()
    return _visitor(*found) if found else None


def identify(session: Session, number: int, token: str, who: Identity, now: datetime) -> Visitor | None:
    """A guest becomes a citizen: a new token, a life that starts again. None: the visit is over meanwhile."""
    row = session.get(SessionRow, number)
    if row is None or row.expires <= now.timestamp():
        return None
    if session.get(CitizenRow, who.citizen) is None:
        session.add(CitizenRow(id=who.citizen, since=now.date()))
        session.flush()
    row.token, row.expires = token, int((now + LIFE).timestamp())
    known = session.merge(IdentityRow(session=number, **msgspec.structs.asdict(who)))
    session.flush()
    return _visitor(row, known)


def dress(session: Session, number: int, look: Look) -> None:
    """The visitor looks otherwise from now on; a visit that is over has no look."""
    row = session.get(SessionRow, number)
    if row is not None:
        for name, value in msgspec.structs.asdict(look).items():
            setattr(row, name, value)


def remove(session: Session, number: int) -> None:
    """The visit ends, and with it what was known of the visitor."""
    session.exec(delete(SessionRow).where(col(SessionRow.id) == number))


def count(session: Session) -> int:
    """How many visits are kept."""
    return session.exec(select(func.count()).select_from(SessionRow)).one()


def _visitor(row: SessionRow, known: IdentityRow | None) -> Visitor:
    look = Look(*(getattr(row, name) for name in Look.__struct_fields__))
    identity = Identity(known.citizen, known.name, known.born, known.issuer, known.subject) if known else None
    return Visitor(row.id or 0, row.name, row.language, look, identity)
