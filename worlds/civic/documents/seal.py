"""The seal: what the QR of a sheet says, so that a sheet can be checked with no office and no network.

Text form: `SEOUL1:` and base45 (RFC 9285: the letters a QR packs tightest) of the packed seal and its signature.
This module only packs and unpacks; signing is the office's, checking is the client's.
"""

import hashlib
from datetime import date, timedelta
from typing import Annotated

import msgspec

from worlds.civic.documents.number import is_number, number_of, value_of

PREFIX = "SEOUL1:"
SIGNATURE_BYTES = 64
"""ECDSA over P-256 with SHA-256 as r and s, thirty-two bytes each (RFC 7518 3.4)."""
FACTS_BYTES = 16
ISSUER_BYTES = 8
LONGEST = 1_000
"""Longest code that is looked at, in characters; a real one has about 200."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {letter: value for value, letter in enumerate(_ALPHABET)}


class NotASeal(ValueError):
    """The text is no seal of this city's kind."""


class Seal(msgspec.Struct, frozen=True):
    """What the city answers for: this number, of this kind, for this person, says these facts until that day."""

    number: str
    kind: str
    issued_on: date
    valid_until: date
    name: str
    """Masked: enough for one who knows the person to see whose paper it is."""
    facts: bytes
    """First sixteen bytes of SHA-256 over the facts that the sheet carries."""
    issuer: bytes
    """First eight bytes of SHA-256 over the signing key (its SubjectPublicKeyInfo)."""
    sample: bool


class _Packed(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    value: Annotated[int, msgspec.Meta(ge=0, lt=10**15)]
    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    issued: Annotated[int, msgspec.Meta(ge=1, le=3_000_000)]
    days: Annotated[int, msgspec.Meta(ge=0, le=10_000)]
    name: Annotated[str, msgspec.Meta(max_length=80)]
    facts: Annotated[bytes, msgspec.Meta(min_length=FACTS_BYTES, max_length=FACTS_BYTES)]
    issuer: Annotated[bytes, msgspec.Meta(min_length=ISSUER_BYTES, max_length=ISSUER_BYTES)]
    sample: bool


_packer = msgspec.msgpack.Encoder()
_unpacker = msgspec.msgpack.Decoder(_Packed)


def facts_digest(facts: bytes) -> bytes:
    """The short name of a sheet's facts (the bytes of the JSON that travels in the sheet)."""
    return hashlib.sha256(facts).digest()[:FACTS_BYTES]


def packed(seal: Seal) -> bytes:
    """The bytes that are signed."""
    if not is_number(seal.number):
        raise NotASeal("number")
    days = (seal.valid_until - seal.issued_on).days
    value, issued = value_of(seal.number), seal.issued_on.toordinal()
    return _packer.encode(_Packed(value, seal.kind, issued, days, seal.name, seal.facts, seal.issuer, seal.sample))


def code(seal: Seal, signature: bytes) -> str:
    """The text of the QR."""
    return PREFIX + _base45(packed(seal) + signature)


def read(text: str) -> tuple[Seal, bytes]:
    """A seal and its signature (not checked here) from the text of a QR; raises NotASeal."""
    if not text.startswith(PREFIX) or len(text) > LONGEST:
        raise NotASeal("prefix")
    data = _from_base45(text.removeprefix(PREFIX))
    body, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    try:
        fields = _unpacker.decode(body)
        issued_on = date.fromordinal(fields.issued)
        valid_until = issued_on + timedelta(days=fields.days)
    except (msgspec.MsgspecError, ValueError, OverflowError) as error:
        raise NotASeal("body") from error
    number = number_of(fields.value)
    seal = Seal(number, fields.kind, issued_on, valid_until, fields.name, fields.facts, fields.issuer, fields.sample)
    if code(seal, signature) != text:
        raise NotASeal("spelling")
    return seal, signature


def _base45(data: bytes) -> str:
    letters: list[str] = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, rest = divmod(value, 45)
            letters.append(_ALPHABET[rest])
    return "".join(letters)


def _from_base45(text: str) -> bytes:
    data = bytearray()
    for start in range(0, len(text), 3):
        chunk = text[start : start + 3]
        try:
            value = sum(_VALUE[letter] * 45**place for place, letter in enumerate(chunk))
            data += value.to_bytes(len(chunk) - 1, "big")
        except (KeyError, OverflowError) as error:
            raise NotASeal("letters") from error
    return bytes(data)
