"""Elbow room: whoever stops too near to somebody stands aside a little, where there is room. To pass is free: a crowd
or a doorway would hold people for ever.

So far strangers keep apart (E. T. Hall, The Hidden Dimension, 1966: 4 feet), friends half as far; a crowd that leaves
no such room stands closer, and nobody stands in anybody.
"""

import numpy as np
from numpy.typing import NDArray

from services.sessions.ground import Ground

PERSONAL = 1.2
"""Metres between strangers."""
FRIENDS = 0.6
"""Metres between friends."""
CROWDED = PERSONAL, 0.6, 0.3
"""Metres one is content with, one after the other."""
SLACK = 0.05
"""Metres that are not worth a step."""
_ANGLES, _METRES = np.meshgrid(np.arange(12) * np.pi / 6, np.arange(1, 9) * 0.3)
_ROUND = np.stack((_METRES * np.sin(_ANGLES), _METRES * np.cos(_ANGLES)), -1).reshape(-1, 2)
"""Steps aside, the shortest first."""

Points = NDArray[np.float64]


def aside(
    ground: Ground, at: Points, others: Points, friends: NDArray[np.bool_] | None = None
) -> tuple[float, float] | None:
    """Where one stands who stops at `at` (2,) among `others` (n, 2): the nearest spot with room; None: here. `friends`
    (n,): those to whom half as far is far enough."""
    if not len(others):
        return None
    wide = np.where(friends, PERSONAL / FRIENDS, 1.0) if friends is not None else 1.0
    here = float((np.hypot(*(others - at).T) * wide).min())
    if here >= PERSONAL - SLACK:
        return None
    spots = np.round(at + _ROUND, 2)
    apart = (np.hypot(*np.moveaxis(spots[:, None] - others, 2, 0)) * wide).min(1)
    free = ground.free_each(spots[:, 0], spots[:, 1])
    for least in CROWDED:
        if here >= least - SLACK:
            return None
        for x, y in spots[free & (apart >= least)].tolist():
            if ground.line_is_free(float(at[0]), float(at[1]), x, y):
                return x, y
    return None
