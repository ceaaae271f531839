"""Rows of the staff: who they are, the passkeys they sign in with, and where they are signed in. No password, ever."""

import secrets
from datetime import datetime, timedelta
from typing import Literal, cast

import msgspec
from sqlmodel import Field, Session, SQLModel, col, delete, select

from services.faults import Refusal
from services.store import SECONDS

Role = Literal["agent", "officer", "moderator", "operator"]
ROLES: tuple[Role, ...] = ("agent", "officer", "moderator", "operator")
"""Answers citizens; works on cases of a department; decides reports; looks after the city."""
LIFE = timedelta(hours=8)
"""A working day: then one signs in anew."""
INVITED = timedelta(hours=24)
PASSKEYS = 5
"""Most passkeys of one person."""


class StaffRow(SQLModel, table=True):
    __tablename__ = "staff"
    name: str = Field(primary_key=True)
    role: str
    department: str = ""
    """Where an officer works."""
    handle: bytes = Field(unique=True)
    """What authenticators know them by: by chance, not their name (Web Authentication, 14.6.1)."""
    since: int = Field(sa_type=SECONDS)
    invited: str | None = Field(default=None, unique=True)
    """Hash of the word by which they may add a passkey."""
    invited_until: int | None = Field(default=None, sa_type=SECONDS)


class PasskeyRow(SQLModel, table=True):
    __tablename__ = "staff_passkey"
    id: bytes = Field(primary_key=True)
    staff: str = Field(foreign_key="staff.name", ondelete="CASCADE", index=True)
    public_key: bytes
    uses: int


class StaffSessionRow(SQLModel, table=True):
    __tablename__ = "staff_session"
    token: str = Field(primary_key=True)
    """Its hash."""
    staff: str = Field(foreign_key="staff.name", ondelete="CASCADE")
    csrf: str
    expires: int = Field(index=True, sa_type=SECONDS)


class Staff(msgspec.Struct, frozen=True):
    """One of the staff."""

    name: str
    role: Role
    department: str = ""
    handle: bytes = b""
    csrf: str = ""
    """What a form of theirs must bring back; "": they are not signed in."""
    passkeys: int = 0


class Passkey(msgspec.Struct, frozen=True):
    """By which one signs in."""

    id: bytes
    staff: str
    public_key: bytes
    uses: int


def invite(session: Session, name: str, role: Role, word: str, now: datetime, department: str = "") -> None:
    """Somebody may add a passkey by a word (its hash is kept) within a day; who has another role signs in anew."""
    row = session.get(StaffRow, name)
    if row is None:
        row = StaffRow(name=name, role=role, handle=secrets.token_bytes(32), since=int(now.timestamp()))
        session.add(row)
    if row.role != role:
        session.exec(delete(StaffSessionRow).where(col(StaffSessionRow.staff) == name))
    row.role, row.department = role, department
    row.invited, row.invited_until = word, int((now + INVITED).timestamp())
    session.flush()


def invited(session: Session, word: str, now: datetime) -> Staff:
    """Whose invitation it is. Raises staff.unknown-invitation."""
    row = session.exec(select(StaffRow).where(StaffRow.invited == word)).first()
    if row is None or (row.invited_until or 0) <= now.timestamp():
        raise Refusal("staff.unknown-invitation", 404)
    return _staff(session, row)


def add_passkey(session: Session, word: str, key: Passkey, now: datetime) -> None:
    """A passkey for whoever was invited by this word, which is used up by it. Raises staff.unknown-invitation,
    staff.too-many-passkeys."""
    who = invited(session, word, now)
    if who.passkeys >= PASSKEYS:
        raise Refusal("staff.too-many-passkeys", limit=PASSKEYS)
    session.add(PasskeyRow(id=key.id, staff=who.name, public_key=key.public_key, uses=key.uses))
    row = session.get_one(StaffRow, who.name)
    row.invited = row.invited_until = None
    session.flush()


def passkey(session: Session, number: bytes) -> Passkey:
    """Raises staff.unknown-passkey."""
    row = session.get(PasskeyRow, number)
    if row is None:
        raise Refusal("staff.unknown-passkey", 401)
    return Passkey(row.id, row.staff, row.public_key, row.uses)


def sign_in(session: Session, number: bytes, uses: int, token: str, csrf: str, now: datetime) -> Staff:
    """Signed in by this passkey, under a token's hash. Raises staff.unknown-passkey."""
    key = session.get(PasskeyRow, number)
    if key is None:
        raise Refusal("staff.unknown-passkey", 401)
    key.uses = uses
    begin(session, key.staff, token, csrf, now)
    return _staff(session, session.get_one(StaffRow, key.staff), csrf)


def begin(session: Session, name: str, token: str, csrf: str, now: datetime) -> None:
    """Somebody of the staff is signed in from now on. Past ones are swept out on the way."""
    session.exec(delete(StaffSessionRow).where(col(StaffSessionRow.expires) <= int(now.timestamp())))
    session.add(StaffSessionRow(token=token, staff=name, csrf=csrf, expires=int((now + LIFE).timestamp())))
    session.flush()


def signed_in(session: Session, token: str, now: datetime) -> Staff | None:
    """Who holds this token's original, if they still do."""
    row = session.get(StaffSessionRow, token)
    if row is None or row.expires <= now.timestamp():
        return None
    return _staff(session, session.get_one(StaffRow, row.staff), row.csrf)


def sign_out(session: Session, token: str) -> None:
    """This token is worth nothing from now on."""
    session.exec(delete(StaffSessionRow).where(col(StaffSessionRow.token) == token))


def remove(session: Session, name: str) -> bool:
    """Somebody is not of the staff any more, from this moment on; False: nobody has that name."""
    row = session.get(StaffRow, name)
    if row is None:
        return False
    for table in (PasskeyRow, StaffSessionRow):
        session.exec(delete(table).where(col(table.staff) == name))
    session.delete(row)
    session.flush()
    return True


def listed(session: Session) -> tuple[Staff, ...]:
    """All of them, by name."""
    rows = session.exec(select(StaffRow).order_by(col(StaffRow.name))).all()
    return tuple(_staff(session, row) for row in rows)


def _staff(session: Session, row: StaffRow, csrf: str = "") -> Staff:
    passkeys = len(session.exec(select(PasskeyRow.id).where(PasskeyRow.staff == row.name)).all())
    return Staff(row.name, cast(Role, row.role), row.department, row.handle, csrf, passkeys)
