"""A signed sheet (PDF): is it whole, whose is it, does it still stand, and if not, which words were changed."""

import asyncio
import io
import logging
import re
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from metaseoul.faults import Refusal
from metaseoul.pages import words_of
from metaseoul.verify.container import is_as_written
from metaseoul.verify.paper import is_sealed, said, standing
from metaseoul.verify.trust import Trust, issued_by
from metaseoul.verify.verdict import Reason, Verdict, Word, because
from worlds.civic.documents.facts import FILE, SEAL_FILE, spoken
from worlds.civic.documents.seal import NotASeal, Seal, facts_digest, read

logging.getLogger("pyhanko").setLevel(logging.CRITICAL + 1)  # it logs a traceback for every stranger's certificate


class _Finding(Exception):
    """The check is over: a verdict was reached."""

    def __init__(self, word: Word, *reasons: Reason) -> None:
        super().__init__(word)
        self.word, self.reasons = word, reasons


@dataclass(frozen=True)
class _Sheet:
    """What a file carries."""

    file: bytes
    signatures: list[EmbeddedPdfSignature]
    enclosed: dict[str, bytes]


def check_sheet(file: bytes, trust: Trust, now: datetime) -> Verdict:
    """The verdict on a file that begins like a PDF. Nothing in it is believed before the signature is."""
    try:
        word, reasons = _checked(file, trust, now)
    except _Finding as finding:
        word, reasons = finding.word, finding.reasons
    return Verdict(word, reasons, trust.as_of(now))


def _checked(file: bytes, trust: Trust, now: datetime) -> tuple[Word, tuple[Reason, ...]]:
    sheet = _opened(file)
    if not sheet.signatures:
        raise _unsigned(sheet, trust)
    if len(sheet.signatures) > 1:
        raise _Finding("altered", because("added"), *_changed(sheet))
    city = _signer(sheet, trust)
    seal = _seal(sheet)
    if seal is None or not is_sealed(*seal, city):
        raise _Finding("not-a-document", because("no-seal"))
    changed = tuple(_changed(sheet))
    if changed:
        raise _Finding("altered", *changed)
    word, reasons = standing(seal[0], city, trust, now)
    return word, (*reasons, *said(seal[0]))


def _opened(file: bytes) -> _Sheet:
    """Any error of a reader on a stranger's file means the same: it is no sheet, or no longer one."""
    try:
        reader = PdfFileReader(io.BytesIO(file))
        if reader.encrypted:
            raise _Finding("not-a-document", because("encrypted"))
        return _Sheet(file, list(reader.embedded_signatures), dict(_enclosed(reader)))
    except _Finding:
        raise
    except Exception as error:
        if b"/ByteRange" in file:
            raise _Finding("altered", because("broken")) from error
        raise _Finding("not-a-document", because("unreadable")) from error


def _unsigned(sheet: _Sheet, trust: Trust) -> _Finding:
    """No signature: a stranger's PDF, or a sheet of ours that was changed and saved again."""
    seal = _seal(sheet)
    city = trust.city(seal[0].issuer) if seal else None
    if seal and city and is_sealed(*seal, city):
        return _Finding("altered", because("signature-gone"), *_changed(sheet))
    return _Finding("not-a-document", because("unsigned"))


def _signer(sheet: _Sheet, trust: Trust) -> x509.Certificate:
    """The city's certificate, after its signature held for the whole file."""
    (signature,) = sheet.signatures
    try:
        signature.compute_integrity_info(skip_diff=True)  # type: ignore[no-untyped-call]
        covered = signature.coverage == SignatureCoverageLevel.ENTIRE_FILE
        status = _result(async_validate_pdf_signature(signature, _context(trust, signature), skip_diff=True))
        certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
    except Exception as error:
        raise _Finding("altered", because("broken"), *_changed(sheet)) from error
    if not covered:
        raise _Finding("altered", because("added"), *_changed(sheet))
    start, end = (int(signature.byte_range[1]), int(signature.byte_range[2]))
    if not (status.intact and status.valid and is_as_written(sheet.file, start, end)):
        raise _Finding("altered", because("signature-broken"), *_changed(sheet))
    if not (status.trusted and any(issued_by(certificate, root) for root in trust.roots)):
        raise _Finding("unknown-issuer", because("other-city" if trust.roots else "no-city"))
    return certificate


def _result(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What it comes to, on a thread of its own: whoever checks may be inside an event loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def _context(trust: Trust, signature: EmbeddedPdfSignature) -> ValidationContext:
    """Our roots and nothing else; no fetching. Judged at the moment of signing: keys are renewed, sheets are not."""
    roots = [asn1.Certificate.load(root.public_bytes(Encoding.DER)) for root in trust.roots]
    return ValidationContext(
        trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail", moment=signature.self_reported_timestamp
    )


def _seal(sheet: _Sheet) -> tuple[Seal, bytes] | None:
    try:
        return read(sheet.enclosed.get(SEAL_FILE, b"").decode())
    except (NotASeal, UnicodeDecodeError):
        return None


def _changed(sheet: _Sheet) -> Iterator[Reason]:
    """What no longer fits together: facts and seal, facts and pages."""
    facts, seal = sheet.enclosed.get(FILE), _seal(sheet)
    if facts is None or seal is None:
        return
    if facts_digest(facts) != seal[0].facts:
        yield because("facts-changed")
        return
    try:
        shown = _bare("".join(words_of(sheet.file)))
        missing = dict.fromkeys(fact for fact, words in spoken(facts) if _bare(words) not in shown)
    except (Refusal, ValueError):
        return
    yield from (because(f"changed.{fact}") for fact in missing)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _enclosed(reader: PdfFileReader) -> Iterator[tuple[str, bytes]]:
    """(name, content) of the files in the file (ISO 32000-1 7.11.4); ours are few, so their list is one leaf."""
    try:
        names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    except KeyError:
        return
    for entry in list(names)[1::2]:
        file = entry.get_object()
        yield str(file["/UF"]), file["/EF"]["/F"].data
