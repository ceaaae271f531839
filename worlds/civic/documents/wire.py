"""What is said across the document desk: which document, with which options, and what is handed over.

Options and defaults of the 주민등록표등본: 주민등록법 시행규칙 별지 제7호서식,
items 1-8; bold ones are on unless struck.
"""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

Purpose = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Number = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{4}-\d{4}-\d{4}$")]
"""문서확인번호: sixteen digits in four groups; the last is a check digit."""


class RegisterOptions(msgspec.Struct, frozen=True):
    """주민등록표등본: what the sheet shows. RRN back digits stay hidden unless asked for."""

    past_addresses: Literal["none", "five-years", "all"] = "none"
    formation: bool = True
    relation: bool = True
    moved_in: bool = True
    members: bool = True
    rrn_back: bool = False
    cohabitants: bool = False
    foreign_family: bool = False


class Request(msgspec.Struct, frozen=True):
    """POST /documents. `key` is the client's own: asking twice with one key gives the same document."""

    kind: Literal["resident-register"]
    key: Annotated[str, msgspec.Meta(min_length=8, max_length=64)]
    options: RegisterOptions = RegisterOptions()
    purpose: Purpose = "제출용"


class Issued(msgspec.Struct, frozen=True):
    """A document that lies on the desk; GET /documents/{number}/pdf fetches the sheet itself."""

    number: Number
    kind: str
    issued_at: datetime
    valid_until: date
    """Until when the office answers for it (90 days)."""
    pages: int
    sample: bool
