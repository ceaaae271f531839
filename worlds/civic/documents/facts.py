"""What a sheet says, letter for letter: printed on its pages, and carried in the file beside them as facts.json.

A checker's program reads the facts, finds their digest in the city's seal, and can then say which of them a page no
longer shows. An empty string is something the sheet does not show.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

FILE = "facts.json"
SEAL_FILE = "seal.txt"
SILENT = frozenset({"kind", "sample", "valid_until"})
"""Facts that are no words on the page."""


class Home(msgspec.Struct, frozen=True):
    """번호, 주소, 전입일/변동일, 변동사유."""

    order: str
    address: str
    since: str
    reason: str


class Line(msgspec.Struct, frozen=True):
    """번호, 세대주 관계, 성명(한자), 주민등록번호, 전입일/변동일, 변동사유."""

    order: str
    relation: str
    name: str
    hanja: str
    number: str
    since: str
    reason: str


class Facts(msgspec.Struct, frozen=True):
    """A 주민등록표(등본) as printed."""

    number: str
    kind: str
    title: str
    head: str
    head_hanja: str
    formation: str
    formed_on: str
    past: tuple[Home, ...]
    home: Home
    members: tuple[Line, ...]
    applicant: str
    purpose: str
    issued_on: str
    issuer: str
    valid_until: date
    sample: bool


def spoken(facts: bytes) -> Iterator[tuple[str, str]]:
    """(fact, words) of everything that the pages must show; `fact` is a field of Facts. Raises ValueError."""
    try:
        fields = msgspec.json.decode(facts, type=dict[str, Any])
    except msgspec.MsgspecError as error:
        raise ValueError("facts") from error
    for name, value in fields.items():
        if name not in SILENT:
            yield from ((name, words) for words in _words(value) if words)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part)
