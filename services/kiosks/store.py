"""Rows of kiosks: the city knows each by the secret it came with first."""

import hmac
from datetime import UTC, datetime

import msgspec
from sqlmodel import Field, Session, SQLModel, col, select

from services.accounts.sessions import hashed
from services.faults import Refusal
from services.store import SECONDS
from worlds.kiosks import EVERY, Heard, Kiosk, Orders, Signed, Standing

SILENT = 3 * EVERY


class KioskRow(SQLModel, table=True):
    __tablename__ = "kiosk"
    name: str = Field(primary_key=True)
    key: str
    """The secret's hash."""
    state: str
    language: str
    sessions: int
    seen: int = Field(sa_type=SECONDS)
    called: int | None = Field(default=None, sa_type=SECONDS)
    """Since when somebody waits."""
    coming: bool = False
    orders: str = ""
    """As JSON; empty: none."""
    number: int = 0
    """How often orders were given."""


def stand(session: Session, name: str, standing: Standing, now: datetime) -> tuple[Heard, Signed | None]:
    """A sign of life, answered with the orders there are, still to be signed; a name heard for the first time is this
    kiosk's from now on. Raises kiosks.other-key."""
    row = session.get(KioskRow, name)
    if row is None:
        row = KioskRow(name=name, key=hashed(standing.key), state="", language="", sessions=0, seen=0)
        session.add(row)
    _require(row, standing.key)
    row.state, row.language, row.sessions = standing.state, standing.language, standing.sessions
    row.seen = int(now.timestamp())
    coming, row.coming = row.coming, False
    orders = msgspec.json.decode(row.orders, type=Orders) if row.orders else None
    signed = Signed(name, row.number, orders) if orders is not None else None
    return Heard(row.called is not None, coming), signed


def call(session: Session, name: str, key: str, now: datetime) -> Heard:
    """Somebody there asks for a person; asked again, it is the same call. Raises kiosks.unknown, kiosks.other-key."""
    row = _known(session, name)
    _require(row, key)
    row.called = row.called or int(now.timestamp())
    return Heard(True)


def answer(session: Session, name: str) -> None:
    """Somebody goes there. Raises kiosks.unknown."""
    row = _known(session, name)
    row.coming = row.called is not None
    row.called = None


def order(session: Session, name: str, orders: Orders) -> None:
    """From now on it is to be so. Raises kiosks.unknown."""
    row = _known(session, name)
    row.orders, row.number = msgspec.json.encode(orders).decode(), row.number + 1


def listed(session: Session, now: datetime) -> tuple[Kiosk, ...]:
    """All of them; where somebody waits first, the longest first, then by name."""
    rows = session.exec(select(KioskRow).order_by(col(KioskRow.name))).all()
    rows = sorted(rows, key=lambda row: (row.called is None, row.called or 0))
    return tuple(_kiosk(row, now) for row in rows)


def _kiosk(row: KioskRow, now: datetime) -> Kiosk:
    silent = now.timestamp() - row.seen > SILENT
    called = _iso(row.called) if row.called is not None else None
    return Kiosk(row.name, row.state, row.language, row.sessions, _iso(row.seen), silent, called)  # type: ignore[arg-type]


def _iso(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _known(session: Session, name: str) -> KioskRow:
    row = session.get(KioskRow, name)
    if row is None:
        raise Refusal("kiosks.unknown", 404)
    return row


def _require(row: KioskRow, key: str) -> None:
    if not hmac.compare_digest(row.key, hashed(key)):
        raise Refusal("kiosks.other-key", 403)
