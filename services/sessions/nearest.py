"""Who stands nearest to whom, for many at once: the crowd is cut in leaves as a k-d tree is, each looked at whole."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

LEAF = 48
"""Most people who are asked for together: they stand near one another, so the same others come into question."""

Points = NDArray[np.float64]
Indices = NDArray[np.int64]


def nearest(points: Points, asking: Indices, most: int) -> Indices:
    """The `most` nearest others of points[asking], nearest first: points (n, 2), the answer (len(asking), most) of
    indices into points; -1 where there are no more."""
    found = np.full((len(asking), most), -1, np.int64)
    few = min(most, len(points) - 1)
    if few <= 0 or not len(asking):
        return found
    for rows in _leaves(points[asking], np.arange(len(asking))):
        who = asking[rows]
        near = _candidates(points, points[who], few + 1)
        away = ((points[who][:, None] - points[near]) ** 2).sum(-1)
        away[who[:, None] == near] = np.inf
        best = np.argpartition(away, few - 1, axis=1)[:, :few]
        order = np.argsort(np.take_along_axis(away, best, 1), axis=1, kind="stable")
        found[rows, :few] = near[np.take_along_axis(best, order, 1)]
    return found


def _leaves(at: Points, rows: Indices) -> Iterator[Indices]:
    """Rows in groups that stand together: halved across the longer side until they are few."""
    if len(rows) <= LEAF:
        yield rows
        return
    side = int(np.argmax(np.ptp(at[rows], axis=0)))
    half = len(rows) // 2
    order = np.argpartition(at[rows, side], half)
    yield from _leaves(at, rows[order[:half]])
    yield from _leaves(at, rows[order[half:]])


def _candidates(points: Points, group: Points, most: int) -> Indices:
    """Everyone who may be among the `most` nearest of any in the group.

    No member has its `most` nearest farther off than the `most`-th smallest of the greatest distances to the box around
    the group; whoever is farther from the box than that is nobody's near one.
    """
    low, high = group.min(0), group.max(0)
    least = (np.maximum(np.maximum(low - points, points - high), 0) ** 2).sum(1)
    greatest = (np.maximum(np.abs(points - low), np.abs(points - high)) ** 2).sum(1)
    return np.flatnonzero(least <= np.partition(greatest, most - 1)[most - 1])
