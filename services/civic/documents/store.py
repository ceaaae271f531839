"""Rows of issued documents. Written once, never changed (the database itself refuses), each with its signed sheet."""

import hashlib
from datetime import date, datetime

import msgspec
from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, select

from services import audit
from services.accounts.store import key_of
from services.clock import SEOUL
from services.faults import Refusal
from services.store import SECONDS
from services.vault import Vault
from worlds.civic.documents.wire import Issued, Request

TOGETHER = 50
"""Sheets that are sealed in one transaction."""


class DocumentRow(SQLModel, table=True):
    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("citizen", "request", name="uq_document_citizen_request"),)
    number: str = Field(primary_key=True)
    citizen: str = Field(foreign_key="citizen.id")
    request: str
    """The client's own key: with the citizen it is unique, so asking twice gives one document."""
    wish: bytes
    """Digest of what was asked under that key."""
    kind: str
    issued: int = Field(sa_type=SECONDS)
    """Seconds since 1970."""
    valid_until: date
    pages: int
    sample: bool


class SheetRow(SQLModel, table=True):
    __tablename__ = "document_sheet"
    number: str = Field(primary_key=True, foreign_key="document.number")
    sealed: bytes
    """The PDF under the citizen's key (services/vault.py)."""


class ClearSheetRow(SQLModel, table=True):
    """A sheet that an older release filed as it was; sealed when the office opens."""

    __tablename__ = "document_sheet_clear"
    number: str = Field(primary_key=True, foreign_key="document.number")
    pdf: bytes


class Document(msgspec.Struct, frozen=True):
    """A document before it is a row: whose, what was asked, and the signed sheet."""

    citizen: str
    request: Request
    issued: Issued
    sheet: bytes


def add(session: Session, document: Document, vault: Vault) -> Issued:
    """File it, and note it; when the same request was already answered, that answer stands and this one is dropped.

    Raises documents.key-used.
    """
    earlier = answered(session, document.citizen, document.request)
    if earlier:
        return earlier
    issued = document.issued
    row = DocumentRow(
        number=issued.number,
        citizen=document.citizen,
        request=document.request.key,
        wish=_wish(document.request),
        kind=issued.kind,
        issued=int(issued.issued_at.timestamp()),
        valid_until=issued.valid_until,
        pages=issued.pages,
        sample=issued.sample,
    )
    session.add(row)
    session.flush()
    sealed = vault.seal(key_of(session, document.citizen, vault), document.sheet, issued.number)
    session.add(SheetRow(number=issued.number, sealed=sealed))
    session.flush()
    entry = audit.Entry(document.citizen, issued.issued_at, "office", "document.issued", about=issued.number)
    audit.note(session, entry)
    return issued


def answered(session: Session, citizen: str, request: Request) -> Issued | None:
    """What this citizen was given for this request. Raises documents.key-used when its key asked for another thing."""
    row = session.exec(
        select(DocumentRow).where(DocumentRow.citizen == citizen, DocumentRow.request == request.key)
    ).first()
    if row and row.wish != _wish(request):
        raise Refusal("documents.key-used", 409)
    return _issued(row) if row else None


def of(session: Session, citizen: str) -> tuple[Issued, ...]:
    """Everything this citizen was given, newest first."""
    rows = session.exec(
        select(DocumentRow)
        .where(DocumentRow.citizen == citizen)
        .order_by(col(DocumentRow.issued).desc(), col(DocumentRow.number))
    )
    return tuple(_issued(row) for row in rows)


def sheet(session: Session, citizen: str, number: str, vault: Vault) -> bytes:
    """The signed PDF. Another's number and nobody's number are answered alike: raises documents.not-found."""
    found = session.exec(
        select(SheetRow.sealed).join(DocumentRow).where(DocumentRow.number == number, DocumentRow.citizen == citizen)
    ).first()
    if found is None:
        raise Refusal("documents.not-found", 404)
    return vault.open(key_of(session, citizen, vault), found, number)


def seal_clear(session: Session, vault: Vault) -> int:
    """Seals some of the sheets that were filed in the clear; how many."""
    rows = session.exec(select(ClearSheetRow, DocumentRow.citizen).join(DocumentRow).limit(TOGETHER)).all()
    for row, citizen in rows:
        sealed = vault.seal(key_of(session, citizen, vault), row.pdf, row.number)
        session.add(SheetRow(number=row.number, sealed=sealed))
        session.delete(row)
    session.flush()
    return len(rows)


def _issued(row: DocumentRow) -> Issued:
    moment = datetime.fromtimestamp(row.issued, SEOUL)
    return Issued(row.number, row.kind, moment, row.valid_until, row.pages, row.sample)


def _wish(request: Request) -> bytes:
    return hashlib.sha256(msgspec.json.encode(request)).digest()
