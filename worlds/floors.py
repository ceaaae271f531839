"""Level faces laid on a grid of cells, and which cells hang together: the ground of every walk map."""

import numpy as np
from numpy.typing import NDArray

from worlds.geometry import Mesh
from worlds.shape import Spot

Heights = NDArray[np.float32]
Mask = NDArray[np.bool_]
BAND, AREA = 24, 4000
"""Rows, or else cells, of a large face that are looked at together: between its outermost corners there."""


def lay(heights: Heights, floors: Mesh, origin: Spot, cell: float) -> None:
    """Raise the cells under level faces to the highest of them."""
    shape = heights.shape
    corners = floors.position[floors.triangles].astype(np.float64)
    corners = corners[floors.normal[floors.triangles[:, 0], 2] > 0.5]
    plan = (corners[:, :, :2] - np.array(origin)) / cell - 0.5
    low = np.maximum(np.ceil(plan.min(1)).astype(int), 0)
    high = np.minimum(np.floor(plan.max(1)).astype(int), [shape[1] - 1, shape[0] - 1])
    for number in np.nonzero((low <= high).all(1))[0]:
        x0, y0 = low[number].tolist()
        x1, y1 = high[number].tolist()
        band = max(BAND, AREA // (x1 - x0 + 1))
        for row in range(y0, y1 + 1, band):
            end = min(row + band - 1, y1)
            left, right = _span(plan[number].tolist(), row - 1.0, end + 1.0)
            first, last = max(x0, left - 1), min(x1, right + 1)
            if first <= last:
                _lay(heights, plan[number].tolist(), corners[number, :, 2].tolist(), (first, row), (last, end))


def _span(plan: list[list[float]], low: float, high: float) -> tuple[int, int]:
    """Between which columns a triangle lies within two rows."""
    found: list[float] = []
    for (ax, ay), (bx, by) in zip(plan, plan[1:] + plan[:1], strict=True):
        if low <= ay <= high:
            found.append(ax)
        crossed = (row for row in (low, high) if (ay < row) != (by < row))
        found += [ax + (bx - ax) * (row - ay) / (by - ay) for row in crossed]
    return (int(np.floor(min(found))), int(np.ceil(max(found)))) if found else (1, 0)


def _lay(
    heights: Heights, plan: list[list[float]], z: list[float], low: tuple[int, int], high: tuple[int, int]
) -> None:
    """Raise the cells of a window that lie under one triangle to its height."""
    (ax, ay), (bx, by), (cx, cy) = plan
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if abs(area) < 1e-9:
        return
    x, y = np.arange(low[0], high[0] + 1)[None], np.arange(low[1], high[1] + 1)[:, None]
    second = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area
    third = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area
    within = (second >= -1e-6) & (third >= -1e-6) & (second + third <= 1 + 1e-6)
    window = heights[low[1] : high[1] + 1, low[0] : high[0] + 1]
    if z[0] == z[1] == z[2]:
        flat = np.float32(z[0])
        np.copyto(window, flat, where=within & ~(window >= flat))
        return
    found = (z[0] + second * (z[1] - z[0]) + third * (z[2] - z[0])).astype(np.float32)
    np.copyto(window, found, where=within & ~(window >= found))


def reachable_cells(free: Mask, start: tuple[int, int]) -> Mask:
    """The free cells that hang together with `start`: runs of each row, joined where they touch the row below."""
    if not free[start]:
        return np.zeros_like(free)
    begins = free.copy()
    begins[:, 1:] &= ~free[:, :-1]
    label = np.cumsum(begins.reshape(-1), dtype=np.int32).reshape(free.shape) - 1
    touching = free[:-1] & free[1:]
    touching[:, 1:] &= begins[:-1, 1:] | begins[1:, 1:] | ~touching[:, :-1]
    above, below = label[:-1][touching], label[1:][touching]
    parent = np.arange(int(label[-1, -1]) + 1, dtype=np.int32)
    while True:
        one, other = parent[above], parent[below]
        apart = one != other
        if not apart.any():
            return np.asarray(free & (parent[label] == parent[label[start]]))
        np.minimum.at(parent, np.maximum(one, other)[apart], np.minimum(one, other)[apart])
        while not np.array_equal(parent, shorter := parent[parent]):
            parent = shorter
