"""All rows about a citizen: read together, and erased together but for what the law wants kept."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session, col, delete, select

from services import audit
from services.accounts.store import CitizenRow, IdentityRow, SessionRow, key_of
from services.beside.store import LookRow
from services.civic.documents.store import DocumentRow, SheetRow
from services.civic.documents.store import of as documents_of
from services.guardians import store as guardians
from services.safety import friends
from services.safety import store as safety
from services.safety.store import Whom
from services.vault import Vault
from worlds.civic.documents.wire import Issued
from worlds.my_data import Erased, Look, Remains
from worlds.safety import Standing


class Whole(NamedTuple):
    """All that is kept of a citizen. `sheets`: by their numbers."""

    issued: tuple[Issued, ...]
    sheets: dict[str, bytes]
    looks: tuple[Look, ...]
    safety: Standing
    friends: int
    children: int
    """For how many they answer as a guardian."""


def whole(session: Session, me: Whom, vault: Vault, now: datetime) -> Whole:
    """Everything, at one moment."""
    citizen = me.citizen
    sheets = session.exec(select(SheetRow).join(DocumentRow).where(DocumentRow.citizen == citizen)).all()
    key = key_of(session, citizen, vault)
    opened = {row.number: vault.open(key, row.sealed, row.number) for row in sheets}
    return Whole(
        documents_of(session, citizen),
        opened,
        audit.of(session, citizen),
        safety.standing(session, me, now),
        len(friends.of(session, me)),
        guardians.count(session, citizen),
    )


def erase(session: Session, citizen: str, now: datetime) -> Erased:
    """Removes every sheet, every visit and what was known in it. The register of what was issued stays without its
    contents, and the looks stay under a number that leads to nobody."""
    audit.note(session, audit.Entry(citizen, now, "self", "file.erased"))
    looks = len(audit.of(session, citizen))
    numbers = session.exec(select(DocumentRow.number).where(DocumentRow.citizen == citizen)).all()
    session.exec(delete(SheetRow).where(col(SheetRow.number).in_(numbers)))
    visits = session.exec(select(IdentityRow.session).where(IdentityRow.citizen == citizen)).all()
    session.exec(delete(LookRow).where(col(LookRow.session).in_(visits)))
    session.exec(delete(IdentityRow).where(col(IdentityRow.citizen) == citizen))
    session.exec(delete(SessionRow).where(col(SessionRow.id).in_(visits)))
    measures = safety.forget(session, citizen, now)
    friends.forget(session, f"c:{citizen}")
    guardians.forget(session, citizen)
    owner = session.get(CitizenRow, citizen)
    if owner is not None:
        owner.file = owner.key = None
        session.flush()
        if not numbers:
            session.delete(owner)
            session.flush()
    remains = (Remains("issued", len(numbers)), Remains("looks", looks), Remains("measures", measures))
    return Erased(tuple(one for one in remains if one.count))
