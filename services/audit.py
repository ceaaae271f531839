"""Who looked at a citizen's file: rows that are only ever added, each sealed with the digest of the one before.

The database refuses to change or remove a row; a row that was changed past it, left out or put in is found by
`metaseoul audit`, which computes every digest anew (SHA-256, FIPS 180-4) along the chain. A file has a number of its
own, by chance: once a citizen's is forgotten, nothing leads from the rows to them.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Annotated, Concatenate, NamedTuple, ParamSpec, TypeVar

import msgspec
from sqlmodel import Field, Session, SQLModel, col, or_, select

from services.accounts.store import CitizenRow
from services.clock import SEOUL
from services.store import SECONDS
from worlds.my_data import Act, Look, Who

Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")
SHOWN = 200
"""Rows that a search shows."""
BEGINNING = bytes(32)
"""What stands for the digest before the first row."""


class AuditRow(SQLModel, table=True):
    __tablename__ = "audit"
    number: int = Field(primary_key=True)
    """1, 2, 3 ... without a gap."""
    at: int = Field(sa_type=SECONDS)
    file: str = Field(index=True)
    who: str
    act: str
    name: str
    about: str
    digest: bytes


class Entry(msgspec.Struct, frozen=True):
    """What is to be noted: of whose file, who, what."""

    citizen: str
    at: datetime
    who: Who
    act: Act
    name: str = ""
    about: str = ""


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which rows an operator looks for; "" and None: any. `text` is part of a name or of what it was about, or the
    beginning of a file's number."""

    act: str = ""
    who: str = ""
    text: Annotated[str, msgspec.Meta(max_length=60)] = ""
    day: date | None = None


class Row(NamedTuple):
    """One row as it is shown; the file's number leads to nobody."""

    number: int
    at: datetime
    file: str
    who: str
    act: str
    name: str
    about: str


class Chain(NamedTuple):
    """What a check of all rows found."""

    rows: int
    """How many are right, from the first."""
    last: str
    """The digest of the last of them, in hexadecimal: whoever keeps it elsewhere sees later if rows were cut off."""
    broken: int | None
    """The first row that is wrong or lacking."""
    cut: bool
    """The digest that was kept elsewhere is no row's any more."""


def note(session: Session, entry: Entry) -> None:
    """Adds a row, in the caller's transaction: what it tells of happens only together with it."""
    owner = session.get(CitizenRow, entry.citizen)
    if owner is None:
        return  # nobody the city knows: there is no file
    if owner.file is None:
        owner.file = secrets.token_hex(16)
        session.flush()
    note_apart(session, owner.file, entry)


def note_apart(session: Session, file: str, entry: Entry) -> None:
    """The same for what is no citizen's file: the evidence of a report, an appeal."""
    last = session.exec(select(AuditRow).order_by(col(AuditRow.number).desc()).limit(1)).first()
    row = AuditRow(
        number=last.number + 1 if last else 1,
        at=int(entry.at.timestamp()),
        file=file,
        who=entry.who,
        act=entry.act,
        name=entry.name,
        about=entry.about,
        digest=b"",
    )
    row.digest = _digest(last.digest if last else BEGINNING, row)
    session.add(row)
    session.flush()


def audited(
    session: Session,
    entry: Entry,
    fn: Callable[Concatenate[Session, Arguments], Answer],
    *args: Arguments.args,
    **named: Arguments.kwargs,
) -> Answer:
    """Runs `fn` and notes it: for `Store.transact`. What `fn` refuses was not done, and is not noted."""
    answer = fn(session, *args, **named)
    note(session, entry)
    return answer


def of(session: Session, citizen: str) -> tuple[Look, ...]:
    """All that was noted of a citizen's file, the newest first."""
    owner = session.get(CitizenRow, citizen)
    if owner is None or owner.file is None:
        return ()
    rows = session.exec(select(AuditRow).where(AuditRow.file == owner.file).order_by(col(AuditRow.number).desc())).all()
    return tuple(_look(row) for row in rows)


def search(session: Session, wanted: Wanted) -> tuple[Row, ...]:
    """The newest rows of this kind."""
    query = select(AuditRow).order_by(col(AuditRow.number).desc()).limit(SHOWN)
    if wanted.act:
        query = query.where(AuditRow.act == wanted.act)
    if wanted.who:
        query = query.where(AuditRow.who == wanted.who)
    if wanted.text:
        query = query.where(
            or_(
                *(
                    column.contains(wanted.text, autoescape=True)
                    for column in map(col, (AuditRow.name, AuditRow.about))
                ),
                col(AuditRow.file).startswith(wanted.text, autoescape=True),
            )
        )
    if wanted.day is not None:
        begin = int(datetime.combine(wanted.day, time(), SEOUL).timestamp())
        query = query.where(col(AuditRow.at) >= begin, col(AuditRow.at) < begin + 86_400)
    rows = session.exec(query).all()
    return tuple(
        Row(row.number, datetime.fromtimestamp(row.at, SEOUL), row.file, row.who, row.act, row.name, row.about)
        for row in rows
    )


def checked(session: Session, kept: str = "") -> Chain:
    """Computes the chain anew, from the first row to the last, without holding all of them. `kept`: the digest that an
    earlier check ended with."""
    before, count, cut = BEGINNING, 0, kept not in ("", BEGINNING.hex())
    for row in _rows(session):
        if row.number != count + 1 or _digest(before, row) != row.digest:
            return Chain(count, before.hex(), count + 1, cut)
        before, count = row.digest, row.number
        cut = cut and before.hex() != kept
    return Chain(count, before.hex(), None, cut)


def _rows(session: Session) -> Iterator[AuditRow]:
    at = 0
    while page := session.exec(
        select(AuditRow).where(AuditRow.number > at).order_by(col(AuditRow.number)).limit(1000)
    ).all():
        yield from page
        at = page[-1].number
        session.expunge_all()


def _digest(before: bytes, row: AuditRow) -> bytes:
    told = msgspec.json.encode([row.number, row.at, row.file, row.who, row.act, row.name, row.about])
    return hashlib.sha256(before + told).digest()


def _look(row: AuditRow) -> Look:
    at = datetime.fromtimestamp(row.at, SEOUL).isoformat(timespec="seconds")
    return Look(at, row.who, row.act, row.name, row.about)  # type: ignore[arg-type]
