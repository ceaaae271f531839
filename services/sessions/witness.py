"""What a zone saw in the last minute: kept in memory for a report, forgotten as it grows old, not on disk by itself."""

import math
from collections import deque
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from services.safety.evidence import LINES, Evidence, Heard, Stood
from services.sessions.chat import EARSHOT
from services.sessions.said import Spoken
from services.sessions.walker import Walker
from worlds.safety import Category

MINUTE = 60.0
EVERY = 1.0
"""Seconds between two looks at where everybody is."""


class _Look(NamedTuple):
    at: float
    numbers: NDArray[np.uint16]
    spots: NDArray[np.float32]


class Witness:
    """One zone's, in a place. Times are seconds of the zone's own clock."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._lines: deque[tuple[float, Spoken]] = deque(maxlen=2 * LINES)
        self._looks: deque[_Look] = deque()
        self._parted: deque[tuple[float, Walker]] = deque()
        self._next = 0.0

    def due(self, now: float) -> bool:
        """It is time to look again."""
        return now >= self._next

    def see(self, now: float, numbers: NDArray[np.uint16], spots: NDArray[np.float64]) -> None:
        """Where everybody is; who stands still is seen less often."""
        self._next = now + EVERY
        self._looks.append(_Look(now, numbers.copy(), spots.astype(np.float32)))
        self.forget(now)

    def hear(self, now: float, spoken: Spoken) -> None:
        """A line, as it was written."""
        self._lines.append((now, spoken))
        self.forget(now)

    def part(self, now: float, walker: Walker) -> None:
        """Somebody left: for a moment one may still report them, or they somebody."""
        self._parted.append((now, walker))

    def parted(self, number: int) -> Walker | None:
        """Who had this number and left a moment ago."""
        return next((one for _, one in reversed(self._parted) if one.number == number), None)

    def forget(self, now: float) -> None:
        """What is older than a minute."""
        while self._lines and now - self._lines[0][0] > MINUTE:
            self._lines.popleft()
        while self._parted and now - self._parted[0][0] > MINUTE:
            self._parted.popleft()
        while len(self._looks) > 1 and now - self._looks[1].at > MINUTE:  # the one before says where the minute began
            self._looks.popleft()

    def tells(self, now: float, by: Walker, of: Walker, category: Category) -> Evidence:
        """What concerns a report of one about another: the lines that either said, the public ones that were in earshot
        of the reporter; and where those people stood. Nobody else's private lines."""
        self.forget(now)
        both, at = {by.session, of.session}, self._spot(by.number)
        lines = [(moment, one) for moment, one in self._lines if _concerns(one, both, at)][-LINES:]
        heard = tuple(Heard(_ago(now, moment), one.number, one.name, one.text, one.scope) for moment, one in lines)
        numbers = {by.number, of.number} | {one.number for _, one in lines}
        stood = tuple(
            Stood(_ago(now, look.at), number, round(float(x), 2), round(float(y), 2))
            for look in self._looks
            for number, (x, y) in zip(look.numbers.tolist(), look.spots, strict=True)
            if number in numbers
        )
        return Evidence(by.number, by.name, of.number, of.name, category, self.place, heard, stood)

    def _spot(self, number: int) -> tuple[float, float]:
        """Where somebody was last seen; nowhere near anything if they never were."""
        for look in reversed(self._looks):
            where = np.flatnonzero(look.numbers == number)
            if len(where):
                return float(look.spots[where[0], 0]), float(look.spots[where[0], 1])
        return math.inf, math.inf


def _ago(now: float, moment: float) -> float:
    return round(min(now - moment, MINUTE), 1)


def _concerns(one: Spoken, both: set[int], at: tuple[float, float]) -> bool:
    if one.scope == "direct":
        return {one.visit, one.to} == both
    if one.visit in both or one.scope == "room":
        return True
    return (one.x - at[0]) ** 2 + (one.y - at[1]) ** 2 <= EARSHOT**2
