"""Are these moves possible? Nobody runs faster than a runner, nobody walks through a wall, whatever their program says.

All moves of a tick are judged together; how far each may have come by now grows with time, and is spent by walking.
"""

import numpy as np
from numpy.typing import NDArray

from services.sessions.ground import STEP, STRIDE, Ground
from worlds.sessions.wire import RUNNING

SPEED = RUNNING * 1.15
"""Metres a second that are believed: clocks and networks are uneven."""
AHEAD = RUNNING * 1.5
"""Metres one may catch up after the network stalled."""
FAULTS = ("", "request.malformed", "sessions.wall", "sessions.out-of-reach")
"""Why a move is refused, by the number that `faults` gives; 0: it is not."""

Many = NDArray[np.float64]


def grown(metres: Many, seconds: Many) -> Many:
    """The reach that was left, and what has grown since."""
    return np.minimum(AHEAD, metres + seconds * SPEED)


def faults(ground: Ground, start: Many, end: Many, heading: Many, reach: Many) -> NDArray[np.int64]:
    """For n moves: start and end (n, 2), heading and reach (n,) -> the number of each one's fault in FAULTS (n,)."""
    sound = np.isfinite(end).all(1) & np.isfinite(heading)
    found = np.where(sound, 0, 1)
    metres = np.hypot(*(end - start).T)
    found[sound] = np.where(_walled(ground, start[sound], end[sound], metres[sound]), 2, 0)
    found[(found == 0) & (metres > reach)] = 3
    return found


def _walled(ground: Ground, start: Many, end: Many, metres: Many) -> NDArray[np.bool_]:
    """Something stands on the line: a step is judged by its end, a longer way every STEP metres of as much of it as
    anybody can come in one word."""
    pieces = np.where(metres <= STRIDE, 1, np.ceil(np.minimum(metres, 2 * AHEAD) / STEP)).astype(np.int64)
    move = np.repeat(np.arange(len(pieces)), pieces)
    share = (np.arange(len(move)) - np.repeat(np.cumsum(pieces) - pieces, pieces) + 1) / pieces[move]
    at = start[move] + (end - start)[move] * share[:, None]
    walled = np.zeros(len(pieces), np.bool_)
    walled[move[~ground.free_each(at[:, 0], at[:, 1])]] = True
    return walled
