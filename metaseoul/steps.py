"""What the hub must be told of one's own way: only what it would not believe by itself."""

from math import hypot

import msgspec

from worlds.sessions.moves import HORIZON
from worlds.sessions.wire import RUNNING, Move

ASTRAY = 0.05
"""Metres by which the hub may believe wrongly."""
TURNED = 5.0
"""Degrees of the same."""
RENEWED = HORIZON - 0.5
"""Seconds after which one who walks straight on says so again."""


class Steps:
    """`word` at every look; None: the hub knows."""

    def __init__(self) -> None:
        self._seen: tuple[Move, float] | None = None
        self._told: tuple[Move, float] | None = None

    def word(self, where: Move, now: float) -> Move | None:
        """Where one is at `now` (seconds), and the velocity since the last look."""
        seen, self._seen = self._seen, (where, now)
        vx = vy = 0.0
        if seen is not None and now > seen[1]:
            vx, vy = (where.x - seen[0].x) / (now - seen[1]), (where.y - seen[0].y) / (now - seen[1])
        if hypot(vx, vy) > RUNNING:  # put somewhere, not walked
            vx = vy = 0.0
        if self._told is not None and not _astray(*self._told, where, (vx, vy), now):
            return None
        self._told = msgspec.structs.replace(where, vx=round(vx, 3), vy=round(vy, 3)), now
        return self._told[0]


def _astray(told: Move, at: float, where: Move, velocity: tuple[float, float], now: float) -> bool:
    """The hub would believe otherwise."""
    seconds = now - at
    moving = (told.vx, told.vy) != (0.0, 0.0)
    return (
        hypot(told.x + told.vx * seconds - where.x, told.y + told.vy * seconds - where.y) > ASTRAY
        or told.gesture != where.gesture
        or abs((told.heading - where.heading + 180) % 360 - 180) > TURNED
        or moving != (velocity != (0.0, 0.0))
        or (moving and seconds > RENEWED)
    )
