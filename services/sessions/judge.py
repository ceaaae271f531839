"""Is this move possible? Nobody runs faster than a runner, nobody walks through a wall, whatever their program says."""

import math

from services.sessions.ground import Ground
from worlds.sessions.wire import RUNNING, Move

SPEED = RUNNING * 1.15
"""Metres a second that are believed: clocks and networks are uneven."""
AHEAD = RUNNING * 1.5
"""Metres one may catch up after the network stalled."""


class Reach:
    """How far someone may have come by now: grows with time up to AHEAD, spent by walking."""

    def __init__(self) -> None:
        self._metres, self._at = AHEAD, 0.0

    def spend(self, metres: float, now: float) -> bool:
        """Walk so far at `now` (seconds); False, and nothing spent, when that was too fast."""
        grown = min(AHEAD, self._metres + (now - self._at) * SPEED)
        if metres > grown:
            return False
        self._metres, self._at = grown - metres, now
        return True


def fault(ground: Ground, x: float, y: float, move: Move, reach: Reach, now: float) -> str:
    """Why this move from (x, y) is refused, or nothing."""
    if not (math.isfinite(move.x) and math.isfinite(move.y) and math.isfinite(move.heading)):
        return "request.malformed"
    if not ground.line_is_free(x, y, move.x, move.y):
        return "sessions.wall"
    if not reach.spend(math.hypot(move.x - x, move.y - y), now):
        return "sessions.out-of-reach"
    return ""
