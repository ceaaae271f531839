"""Copies of a place by their names: `plaza-1`, `plaza-2` are open to all; a room is for those who know its code.

`hall-120-dk7q2m9xa` is the room of the code `dk7q2m9xa` in `hall-120`. The code's first letter says how many it seats;
the rest is drawn, and is all that keeps a room to itself: 8 of 31 signs are 39 bits, which nobody guesses on a line
that may send 60 frames a second. Whoever finds a conference full listens from its gallery, `...-ck7q2m9xa.2`.
"""

import re
import secrets

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of a code: none that is easily taken for another."""
DRAWN = 8
SEATS = {"d": 2, "c": 100}
"""A talk of two, a conference: people by a code's first letter."""
GALLERIES = frozenset("c")
_CODE = re.compile(f"[{''.join(SEATS)}][{SIGNS}]{{{DRAWN}}}")
_ROOM = re.compile(rf"-({_CODE.pattern})(\.[1-9][0-9]?)?")


def new_code(kind: str) -> str:
    """Of a room that nobody knows yet; `kind`: a letter of SEATS."""
    return kind + "".join(secrets.choice(SIGNS) for _ in range(DRAWN))


def code_of(text: str) -> str | None:
    """The code in what someone typed or read out, with hyphens, blanks and capitals as they like; None: it is none."""
    code = re.sub(r"[\s-]+", "", text).lower()
    return code if _CODE.fullmatch(code) else None


def shown(code: str) -> str:
    """As one reads it out: "DK7-Q2M-9XA"."""
    return "-".join(code.upper()[at : at + 3] for at in range(0, len(code), 3))


def room(place: str, code: str) -> str:
    """The name of the room's first copy."""
    return f"{place}-{code}"


def code_in(place: str, zone: str) -> str:
    """The code of the room that a copy of a place belongs to; "": it is open to all."""
    found = _ROOM.fullmatch(zone.removeprefix(place)) if zone.startswith(place) else None
    return found[1] if found else ""


def series(place: str, zone: str) -> str:
    """What a copy is one of several of: the place, or a room in it."""
    code = code_in(place, zone)
    return room(place, code) if code else place


def copy(series_: str, number: int, *, of_room: bool) -> str:
    """The name of the copy of that number, from 1."""
    if not of_room:
        return f"{series_}-{number}"
    return series_ if number == 1 else f"{series_}.{number}"


def masked(place: str, zone: str) -> str:
    """As an operator may read it: of a room, that it is one."""
    code = code_in(place, zone)
    return zone.replace(code, f"{code[0]}*") if code else zone
