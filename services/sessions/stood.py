"""Where people stood who may be back in a moment: a lost line, another machine, a change of mind."""

import time
from collections import OrderedDict
from dataclasses import dataclass

GRACE = 60.0
"""Seconds during which whoever comes back to a place stands where they stood."""
REMEMBERED = 10_000
"""Most places kept for those who may come back."""


@dataclass(frozen=True)
class Stood:
    """Where someone stood when they went."""

    place: str
    zone: str
    x: float
    y: float
    heading: float
    until: float


class Memory:
    """The newest of them, by visit."""

    def __init__(self) -> None:
        self._stood: OrderedDict[int, Stood] = OrderedDict()

    def keep(self, visit: int, place: str, zone: str, x: float, y: float, heading: float) -> None:
        """They stand there no more."""
        self._stood[visit] = Stood(place, zone, x, y, heading, time.monotonic() + GRACE)
        self._stood.move_to_end(visit)
        while len(self._stood) > REMEMBERED or next(iter(self._stood.values())).until < time.monotonic():
            self._stood.popitem(last=False)

    def take(self, visit: int, place: str) -> Stood | None:
        """They are back: where in this place they stood; None: it was elsewhere, or too long ago. It is forgotten."""
        stood = self._stood.pop(visit, None)
        return stood if stood is not None and stood.place == place and stood.until > time.monotonic() else None
