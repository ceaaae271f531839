"""Talking: to those who stand near, in lines of a readable length, at a speed a person can type."""

import unicodedata

from services.faults import Refusal

EARSHOT = 25.0
"""Metres."""
LINES, SECONDS = 5, 10.0
"""So many lines in so many seconds, and no more."""

_JOINERS = "\u200c\u200d"  # hold emoji and some scripts together


def readable(text: str) -> str:
    """What is shown of a text someone wrote: composed (NFC), one line, nothing invisible that could deceive."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if c.isprintable() or c in _JOINERS else " " for c in composed).strip(" " + _JOINERS)


def paced(spoke: tuple[float, ...], now: float) -> tuple[float, ...]:
    """The moments of late lines with this one. Raises sessions.too-fast."""
    late = tuple(moment for moment in spoke if now - moment < SECONDS)
    if len(late) >= LINES:
        raise Refusal("sessions.too-fast", 429, seconds=int(SECONDS - (now - late[0])) + 1)
    return (*late, now)
