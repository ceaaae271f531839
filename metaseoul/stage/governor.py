"""The governor: when frames take too long for a while, the city is drawn with less.

It only ever steps down, one tier at a time, and looks afresh after each step: so nothing flickers, and a device that
is busy for a moment loses nothing. Samples a pixel stay as they were when the window was opened.
"""

from collections import deque
from statistics import median

from metaseoul.stage.tiers import TIERS, Tier

SLOW = 0.033
"""Seconds of a frame above which a citizen feels it."""
WHILE = 3.0
"""Seconds for which the middle frame has to be slow."""
MOMENT = 1.0
"""Seconds between two looks."""


class Governor:
    """Told of every frame; answers with another tier when it has to be."""

    def __init__(self, tier: Tier) -> None:
        self.tier = tier
        self._frames: deque[float] = deque()
        self._watched = self._unlooked = 0.0

    def frame(self, seconds: float) -> Tier | None:
        """A frame that took this long; the tier to draw from now on, where that is another."""
        self._frames.append(seconds)
        self._watched += seconds
        self._unlooked += seconds
        if self._unlooked < MOMENT:
            return None
        self._unlooked = 0.0
        while self._watched - self._frames[0] >= WHILE:
            self._watched -= self._frames.popleft()
        lower = lower_than(self.tier)
        if lower is None or self._watched < WHILE or median(self._frames) <= SLOW:
            return None
        self.tier = lower
        self.forget()
        return lower

    def forget(self) -> None:
        """Looks afresh: what was measured is of another place, or of another tier."""
        self._frames.clear()
        self._watched = self._unlooked = 0.0


def lower_than(tier: Tier) -> Tier | None:
    """The next tier below; None below the lowest."""
    tiers = list(TIERS.values())
    names = [known.name for known in tiers]
    at = names.index(tier.name)
    return tiers[at - 1] if at else None
