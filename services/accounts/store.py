"""Rows of visits. A token is kept only as its hash; identity only while the visit lasts; no RRN, no CI, ever."""

from datetime import date, datetime, timedelta

import msgspec
from sqlmodel import Field, Session, SQLModel, col, delete, func, or_, select

from services.accounts.tokens import LOST
from services.office import Identity, Visitor
from services.store import SECONDS
from services.vault import Vault
from worlds.sessions.wire import Look

LIFE = timedelta(hours=12)
TOGETHER = 200
"""Citizens whose keys are sealed anew in one transaction."""


_GUEST = {"ko": "손님", "en": "Guest", "zh": "访客", "ja": "ゲスト"}


class SessionRow(SQLModel, table=True):
    __tablename__ = "session"
    id: int | None = Field(default=None, primary_key=True)
    token: str = Field(unique=True)
    """The grant that its access tokens speak for: no secret, as they are signed."""
    refresh: str = Field(default="", index=True)
    """Hash of the word by which the next one is got."""
    refresh_before: str = Field(default="", index=True)
    """And of the one before, which is used up."""
    refreshed: int = Field(default=0, sa_type=SECONDS)
    """When it was."""
    began: int = Field(default=0, sa_type=SECONDS)
    """When the visit did: its number may have been another's before."""
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
    key: bytes | None = None
    """Under which all that is known of them is sealed (services/vault.py); None: nothing is."""
    file: str | None = None
    """Under which number looks at this citizen's file are noted; by chance, given with the first look."""


class IdentityRow(SQLModel, table=True):
    __tablename__ = "session_identity"
    session: int = Field(primary_key=True, foreign_key="session.id", ondelete="CASCADE")
    citizen: str = Field(foreign_key="citizen.id")
    sealed: bytes
    """What the provider vouched for (Vouched), under the citizen's key."""


class Vouched(msgspec.Struct, frozen=True):
    """Of a citizen in a visit, as it is sealed."""

    name: str
    born: date | None
    issuer: str
    subject: str


def add(
    session: Session, token: str, name: str | None, language: str, look: Look, now: datetime, refresh: str = ""
) -> Visitor:
    """A new visit of a guest; `token` is its grant, `refresh` the word's hash. Old visits are swept out on the way."""
    session.exec(delete(SessionRow).where(col(SessionRow.expires) <= int(now.timestamp())))
    row = SessionRow(
        token=token,
        refresh=refresh,
        refreshed=int(now.timestamp()),
        began=int(now.timestamp()),
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
    return _visitor(row, None, now)


def guest_name(number: int, language: str = "ko") -> str:
    """A guest's name: three digits, no counter that tells how many came."""
    return f"{_GUEST[language]} {100 + number * 611 % 900}"


def find(session: Session, token: str, now: datetime, vault: Vault) -> Visitor | None:
    """The visit of a grant, unless it is over."""
    found = session.exec(
        select(SessionRow, IdentityRow, CitizenRow.key)
        .join(IdentityRow, isouter=True, onclause=col(IdentityRow.session) == col(SessionRow.id))
        .join(CitizenRow, isouter=True, onclause=col(CitizenRow.id) == col(IdentityRow.citizen))
        .where(SessionRow.token == token, SessionRow.expires > int(now.timestamp()))
    ).first()
    if found is None:
        return None
    row, known, key = found
    who = _identity(known, key, vault) if known is not None and key is not None else None
    return _visitor(row, who, now)


def key_of(session: Session, citizen: str, vault: Vault) -> bytes:
    """The key of a citizen whom the city knows; made for who has none yet."""
    owner = session.get_one(CitizenRow, citizen)
    if owner.key is None:
        owner.key = vault.new_key()
        session.flush()
    return owner.key


def any_key(session: Session) -> bytes | None:
    """The key of the citizen who came last, if there is one: what opens it opens the others'."""
    keyed = select(CitizenRow.key).where(col(CitizenRow.key).is_not(None))
    return session.exec(keyed.order_by(col(CitizenRow.since).desc()).limit(1)).first()


def renew_keys(session: Session, after: str, vault: Vault) -> tuple[str, int]:
    """Seals the keys of some citizens, those after one, by the office's newest; the last of them ("": there are no
    more), and how many had an older one."""
    owners = session.exec(
        select(CitizenRow).where(CitizenRow.id > after).order_by(col(CitizenRow.id)).limit(TOGETHER)
    ).all()
    older = [owner for owner in owners if owner.key is not None and vault.sealed_by(owner.key) != vault.newest]
    for owner in older:
        assert owner.key is not None
        owner.key = vault.renewed(owner.key)
    session.flush()
    return owners[-1].id if owners else "", len(older)


def renew(session: Session, used: str, refresh: str, now: datetime) -> str | None:
    """The next word for a visit, against one that was not used yet (hashes). Its grant; None: there is no such visit;
    "": the word was used before, not just a moment ago, and the visit is over."""
    row = session.exec(
        select(SessionRow).where(or_(SessionRow.refresh == used, SessionRow.refresh_before == used))
    ).first()
    seconds = int(now.timestamp())
    if row is None or row.expires <= seconds:
        return None
    if row.refresh != used and seconds - row.refreshed > LOST.total_seconds():
        session.delete(row)
        session.flush()
        return ""
    row.refresh_before, row.refresh, row.refreshed = used, refresh, seconds
    session.flush()
    return row.token


def identify(
    session: Session, number: int, token: str, who: Identity, now: datetime, vault: Vault, refresh: str = ""
) -> Visitor | None:
    """A guest becomes a citizen: a new grant, a life that starts again. None: the visit is over meanwhile."""
    row = session.get(SessionRow, number)
    if row is None or row.expires <= now.timestamp():
        return None
    if session.get(CitizenRow, who.citizen) is None:
        session.add(CitizenRow(id=who.citizen, since=now.date()))
        session.flush()
    row.token, row.expires = token, int((now + LIFE).timestamp())
    row.refresh, row.refresh_before, row.refreshed = refresh, "", int(now.timestamp())
    vouched = msgspec.json.encode(Vouched(who.name, who.born, who.issuer, who.subject))
    sealed = vault.seal(key_of(session, who.citizen, vault), vouched, _where(number))
    session.merge(IdentityRow(session=number, citizen=who.citizen, sealed=sealed))
    session.flush()
    return _visitor(row, who, now)


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


def _where(session: int) -> str:
    return f"session {session}"


def _identity(known: IdentityRow, key: bytes, vault: Vault) -> Identity:
    told = msgspec.json.decode(vault.open(key, known.sealed, _where(known.session)), type=Vouched)
    return Identity(known.citizen, told.name, told.born, told.issuer, told.subject)


def _visitor(row: SessionRow, identity: Identity | None, now: datetime) -> Visitor:
    look = Look(*(getattr(row, name) for name in Look.__struct_fields__))
    minor = identity is not None and identity.is_minor(now.date())
    return Visitor(row.id or 0, row.name, row.language, look, identity, minor, row.began)
