"""Who stands nearest to whom, for many at once: the crowd is cut in leaves as a k-d tree is, each looked at whole."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

LEAF = 24
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
    # by column: summing along a pair costs ten times the two squares
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    for rows in leaves(points[asking]):
        who = asking[rows]
        near = _candidates(x, y, who, few + 1)
        away = (x[who][:, None] - x[near]) ** 2
        away += (y[who][:, None] - y[near]) ** 2
        away[who[:, None] == near] = np.inf
        best = np.argpartition(away, few - 1, axis=1)[:, :few]
        order = np.argsort(np.take_along_axis(away, best, 1), axis=1, kind="stable")
        found[rows, :few] = near[np.take_along_axis(best, order, 1)]
    return found


def leaves(at: Points) -> Iterator[Indices]:
    """Indices of points (n, 2) in groups that stand together, neighbouring groups one after the other."""
    return _halved(at, np.arange(len(at)))


def _halved(at: Points, rows: Indices) -> Iterator[Indices]:
    """Across the longer side, until they are few."""
    if len(rows) <= LEAF:
        yield rows
        return
    side = int(np.argmax(np.ptp(at[rows], axis=0)))
    half = len(rows) // 2
    order = np.argpartition(at[rows, side], half)
    yield from _halved(at, rows[order[:half]])
    yield from _halved(at, rows[order[half:]])


def _candidates(x: Points, y: Points, group: Indices, most: int) -> Indices:
    """Everyone who may be among the `most` nearest of any in the group.

    No member has its `most` nearest farther off than the `most`-th smallest of the greatest distances to the box around
    the group; whoever is farther from the box than that is nobody's near one.
    """
    west, east, south, north = x[group].min(), x[group].max(), y[group].min(), y[group].max()
    least = np.maximum(np.maximum(west - x, x - east), 0) ** 2 + np.maximum(np.maximum(south - y, y - north), 0) ** 2
    greatest = np.maximum(x - west, east - x) ** 2 + np.maximum(y - south, north - y) ** 2
    return np.flatnonzero(least <= np.partition(greatest, most - 1)[most - 1])
