"""What a check says: one of six words, and why, as keys of texts with their values."""

from datetime import date, datetime
from typing import Literal

import msgspec

Word = Literal["genuine", "altered", "expired", "revoked", "unknown-issuer", "not-a-document"]


class Reason(msgspec.Struct, frozen=True):
    """One sentence: the key of its text, and the values it names."""

    key: str
    values: dict[str, str | int | date] = {}


class Verdict(msgspec.Struct, frozen=True):
    """`as_of` is the moment the verdict speaks of: that of the newest revocation list known here, else now."""

    verdict: Word
    reasons: tuple[Reason, ...]
    as_of: datetime


def because(key: str, **values: str | int | date) -> Reason:
    """A reason of this counter: `key` without its "verify." in front."""
    return Reason(f"verify.{key}", values)
