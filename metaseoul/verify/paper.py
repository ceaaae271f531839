"""A paper: its QR holds the city's seal. The seal is checked here, the printed words by the checker's own eyes."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from metaseoul.verify.trust import Trust
from metaseoul.verify.verdict import Reason, Verdict, Word, because
from worlds.civic.documents.seal import SIGNATURE_BYTES, NotASeal, Seal, packed, read

CLOCK = timedelta(days=1)
"""How far a checker's clock may be behind the city's."""


def check_code(text: str, trust: Trust, now: datetime) -> Verdict:
    """Whether the city said what this QR says."""

    def verdict(word: Word, *reasons: Reason) -> Verdict:
        return Verdict(word, reasons, trust.as_of(now))

    try:
        seal, signature = read(text.strip())
    except NotASeal:
        return verdict("not-a-document", because("not-a-code"))
    city = trust.city(seal.issuer)
    if city is None:
        return verdict("unknown-issuer", because("no-city" if not trust.roots else "other-city"), *said(seal))
    if not is_sealed(seal, signature, city):
        return verdict("altered", because("seal-broken"))
    word, reasons = standing(seal, city, trust, now)
    compare = (because("compare"),) if word == "genuine" else ()
    return verdict(word, *reasons, *compare, *said(seal))


def is_sealed(seal: Seal, signature: bytes, city: x509.Certificate) -> bool:
    """Whether this is the signature of that city's key on the seal (ES256)."""
    key, half = city.public_key(), SIGNATURE_BYTES // 2
    r, s = (int.from_bytes(part, "big") for part in (signature[:half], signature[half:]))
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    try:
        key.verify(encode_dss_signature(r, s), packed(seal), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def standing(seal: Seal, city: x509.Certificate, trust: Trust, now: datetime) -> tuple[Word, tuple[Reason, ...]]:
    """A true seal's verdict on this day: revoked with its key, expired after its last day, else genuine."""
    if trust.is_revoked(city):
        return "revoked", (because("key-revoked"),)
    if now.date() > seal.valid_until:
        return "expired", (because("over", until=seal.valid_until),)
    if seal.issued_on - now.date() > CLOCK:
        return "genuine", (because("clock", issued=seal.issued_on),)
    return "genuine", ()


def said(seal: Seal) -> tuple[Reason, ...]:
    """What the seal says, to be held beside the paper."""
    words = because(
        "says",
        number=seal.number,
        name=seal.name,
        issued=seal.issued_on,
        until=seal.valid_until,
    )
    return (words, because("sample")) if seal.sample else (words,)
