"""Sitting beside somebody afar (동석): they see what one sees, with every figure masked; they may point, never act."""

from typing import Annotated

import msgspec

CODE = r"^[0-9]{4}$"
LIFE = 900.0
"""Seconds a code is good for after the last sign of whoever opened it."""
EVERY = 0.7
"""Seconds between two signs of either side."""
MASK = "•"
Code = Annotated[str, msgspec.Meta(pattern=CODE)]
Short = Annotated[str, msgspec.Meta(max_length=400)]
Key = Annotated[str, msgspec.Meta(max_length=120)]


class Part(msgspec.Struct, frozen=True):
    """An entry, or something that can be done: what it is called, and what stands in it."""

    name: Key
    label: Short
    value: Short = ""


class Shown(msgspec.Struct, frozen=True):
    """What one sees, in words, masked before it leaves one's machine."""

    key: Key
    heading: Short
    body: Annotated[tuple[Short, ...], msgspec.Meta(max_length=40)] = ()
    parts: Annotated[tuple[Part, ...], msgspec.Meta(max_length=60)] = ()


class Opened(msgspec.Struct, frozen=True):
    """POST /beside answers with the code to tell whoever is to sit beside."""

    code: Code


class Sitting(msgspec.Struct, frozen=True):
    """POST /beside/{code}/seat answers whose screen it is."""

    name: str


class Beside(msgspec.Struct, frozen=True):
    """PUT /beside/{code} answers who sits there, and what they point at."""

    name: str = ""
    """Who sits beside; empty: nobody yet."""
    looks: int = 0
    """How many screens they have looked at."""
    point: str = ""
    """The name of the part they point at."""
    pointed: int = 0
    """How often they have pointed."""


class Point(msgspec.Struct, frozen=True):
    """PUT /beside/{code}/point: this part."""

    name: Key


class Look(msgspec.Struct, frozen=True):
    """GET /beside/looks: one screen of mine that somebody looked at."""

    who: str
    screen: str
    at: str
    """ISO 8601."""


def masked(shown: Shown) -> Shown:
    """Every figure gone, in whatever script it is written."""
    return Shown(
        shown.key,
        _masked(shown.heading),
        tuple(_masked(line) for line in shown.body),
        tuple(Part(part.name, _masked(part.label), _masked(part.value)) for part in shown.parts),
    )


def _masked(words: str) -> str:
    return "".join(MASK if letter.isdigit() else letter for letter in words)
