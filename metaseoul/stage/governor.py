"""The governor: holds the frame time by drawing more or less of the city, calmly.

It moves on a ladder of rungs, one at a time: down when frames are slow for some seconds, up only after a long time of
quick ones. A rung that turned out to be too much is not tried again in the same place, so the picture comes to rest.
Samples a pixel stay as they were when the window was opened.
"""

from collections import deque
from dataclasses import dataclass, replace
from statistics import median

from metaseoul.stage.tiers import DESKTOP, LOWEST, MIDDLE, Tier

SLOW, QUICK = 0.033, 0.020
"""Seconds of a frame above which a citizen feels it, and up to which a device has something to spare."""
WHILE, LONG = 3.0, 45.0
"""Seconds for which the middle frame has to be slow, and nearly all of them quick."""
NEARLY_ALL = 0.95
MOMENT = 1.0
"""Seconds between two looks."""
SMALLER = 0.6
"""Share of the picture's width in which the city is drawn at last. On a software renderer the step to 0.6 saves a sixth
of a frame, and one to 0.75 nothing: the picture has to be copied."""


@dataclass(frozen=True)
class Rung:
    """How much of the city is drawn."""

    tier: Tier
    resolution: float = 1.0
    """Share of the picture's width and height in which the city is drawn."""


def eased(tier: Tier) -> Tier:
    """A tier with coarser levels, fewer citizens drawn finely and no grain on the ground; its budgets stay."""
    first, second, third, fourth = tier.crowd_most
    return replace(
        tier,
        pixels=tier.pixels * 1.6,
        grain=False,
        flakes=tier.flakes * 0.5,
        crowd_reach=_shorter(*tier.crowd_reach),
        crowd_most=(max(1, first // 2), max(1, first + second // 2), max(1, third // 2), max(1, fourth // 2)),
    )


def _shorter(a: float, b: float, c: float, d: float) -> tuple[float, float, float, float]:
    return (a * 0.7, b * 0.7, c * 0.7, d * 0.7)


LADDER = (
    Rung(eased(LOWEST), SMALLER),
    Rung(eased(LOWEST)),
    Rung(LOWEST),
    Rung(eased(MIDDLE)),
    Rung(MIDDLE),
    Rung(eased(DESKTOP)),
    Rung(DESKTOP),
)
"""From the least that is still the city to all of it."""


class Governor:
    """Told of every frame; answers with another rung when one has to be taken."""

    def __init__(self, tier: Tier, ladder: tuple[Rung, ...] = LADDER) -> None:
        self._ladder = ladder
        self._at = max(number for number, rung in enumerate(ladder) if rung.tier.name == tier.name)
        self._most = len(ladder) - 1
        self._frames: deque[float] = deque()
        self._watched = self._unlooked = 0.0
        self._quick = self._quiet = 0.0

    @property
    def rung(self) -> Rung:
        """What is drawn now."""
        return self._ladder[self._at]

    def frame(self, seconds: float) -> Rung | None:
        """A frame that took this long; how to draw from now on, where that is another way."""
        self._frames.append(seconds)
        self._watched += seconds
        self._unlooked += seconds
        self._quiet += seconds
        self._quick += seconds if seconds <= QUICK else 0.0
        if self._unlooked < MOMENT:
            return None
        self._unlooked = 0.0
        while self._watched - self._frames[0] >= WHILE:
            self._watched -= self._frames.popleft()
        if self._at and self._watched >= WHILE and median(self._frames) > SLOW:
            self._most = self._at - 1
            return self._step(-1)
        if self._quick < NEARLY_ALL * self._quiet:
            self._quick = self._quiet = 0.0
        elif self._quiet >= LONG and self._at < self._most:
            return self._step(1)
        return None

    def forget(self) -> None:
        """Looks afresh: what was measured is of another place."""
        self._frames.clear()
        self._watched = self._unlooked = self._quick = self._quiet = 0.0
        self._most = len(self._ladder) - 1

    def _step(self, by: int) -> Rung:
        most = self._most
        self.forget()
        self._most = most
        self._at += by
        return self.rung
