"""How far points are from lines and whether they lie within outlines: for many points at once."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]


def away(points: Points, line: ArrayLike, closed: bool = False) -> NDArray[np.float64]:
    """Distance of points (n, 2) from a line of corners (k, 2); `closed` joins its end to its start."""
    corners = np.asarray(line, np.float64)
    start, end = (corners, np.roll(corners, -1, 0)) if closed else (corners[:-1], corners[1:])
    nearest = np.full(len(points), np.inf)
    for a, b in zip(start, end, strict=True):
        ahead = b - a
        share = np.clip((points - a) @ ahead / max(float(ahead @ ahead), 1e-9), 0.0, 1.0)
        nearest = np.minimum(nearest, np.hypot(*(points - a - share[:, None] * ahead).T))
    return nearest


def within(points: Points, outline: ArrayLike) -> NDArray[np.bool_]:
    """Whether points (n, 2) lie within an outline: a ray to the east meets it an odd number of times."""
    corners = np.asarray(outline, np.float64)
    x, y = points.T
    inside = np.zeros(len(points), bool)
    for (ax, ay), (bx, by) in zip(corners, np.roll(corners, -1, 0), strict=True):
        if ay != by:
            inside ^= ((ay > y) != (by > y)) & (x < ax + (y - ay) * (bx - ax) / (by - ay))
    return inside


def inset(outline: ArrayLike, by: float) -> Points:
    """A counter-clockwise outline drawn in by a distance; sharp corners are cut short."""
    corners = np.asarray(outline, np.float64)
    ahead = np.roll(corners, -1, 0) - corners
    ahead /= np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
    left = np.stack([-ahead[:, 1], ahead[:, 0]], 1)
    middle = left + np.roll(left, 1, 0)
    square = np.maximum((middle**2).sum(1), 1.2)
    moved: Points = corners + middle * (2 * by / square)[:, None]
    return moved
