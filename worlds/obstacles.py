"""What stands in the way: a place's meshes cut at several heights and drawn on the grid of its walk map."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from worlds.geometry import Mesh, joined, moved, own
from worlds.geometry.build import drawn
from worlds.geometry.mesh import placing
from worlds.shape import Group, Place, Ridge, Scatter, Shape, Spot, Tower, Water

Heights = NDArray[np.float32]
Mask = NDArray[np.bool_]
KNEE, HEAD = 0.2, 1.9
"""What stands between these heights above the floor is in the way; metres."""
CLEARANCE = 0.3
"""Half the width of a walker; metres."""
STEP = 0.25
"""Highest step one can take; metres."""
SLICE = 0.15
WET = 0.04
"""A floor this little above water is still under it; metres."""
LEVEL = 1
"""Level of detail that is cut: its outlines are those of level 0, with fewer triangles."""


def floor_heights(place: Place, origin: Spot, cell: float, shape: tuple[int, int]) -> Heights:
    """The highest floor in the middle of each cell, (ny, nx); not-a-number where there is none."""
    heights = np.full(shape, np.nan, np.float32)
    _lay_all(heights, joined(_kinds(place, floor=True)), origin, cell)
    return heights


def _lay_all(heights: Heights, floors: Mesh, origin: Spot, cell: float) -> None:
    """Raise the cells under level faces to the highest of them."""
    shape = heights.shape
    corners = floors.position[floors.triangles].astype(np.float64)
    corners = corners[floors.normal[floors.triangles[:, 0], 2] > 0.5]
    plan = (corners[:, :, :2] - np.array(origin)) / cell - 0.5
    low = np.maximum(np.ceil(plan.min(1)).astype(int), 0)
    high = np.minimum(np.floor(plan.max(1)).astype(int), [shape[1] - 1, shape[0] - 1])
    for number in np.nonzero((low <= high).all(1))[0]:
        _lay(heights, plan[number], corners[number, :, 2], low[number], high[number])


def _lay(
    heights: Heights,
    plan: NDArray[np.float64],
    z: NDArray[np.float64],
    low: NDArray[np.int64],
    high: NDArray[np.int64],
) -> None:
    """Raise the cells under one triangle to its height."""
    (ax, ay), (bx, by), (cx, cy) = plan
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if abs(area) < 1e-9:
        return
    x, y = np.meshgrid(np.arange(low[0], high[0] + 1), np.arange(low[1], high[1] + 1))
    second = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area
    third = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area
    within = (second >= -1e-6) & (third >= -1e-6) & (second + third <= 1 + 1e-6)
    found = (z[0] + second * (z[1] - z[0]) + third * (z[2] - z[0])).astype(np.float32)
    window = heights[low[1] : high[1] + 1, low[0] : high[0] + 1]
    window[within] = np.fmax(window[within], found[within])


def blocked_cells(place: Place, origin: Spot, cell: float, heights: Heights) -> Mask:
    """Where one cannot stand: no floor, too steep, or something nearer than the clearance."""
    blocked = np.isnan(heights)
    for axis in (0, 1):
        steep = np.abs(np.diff(heights, axis=axis)) > STEP
        first, second = [slice(None)] * 2, [slice(None)] * 2
        first[axis], second[axis] = slice(None, -1), slice(1, None)
        blocked[tuple(first)] |= steep
        blocked[tuple(second)] |= steep
    lowest, highest = float(np.nanmin(heights)), float(np.nanmax(heights))
    _drown(blocked, place, origin, cell, heights)
    within_reach = _widened(_open(blocked, place, origin, cell), int(np.ceil(CLEARANCE / cell)) + 1)
    things = joined(_kinds(place, floor=False))
    corners = _within(things, origin, cell, heights.shape, lowest + KNEE, highest + HEAD)
    for plane in np.arange(np.floor(lowest / SLICE) + 1, (highest + HEAD) / SLICE) * SLICE + 0.01:
        points = (_cut(corners, float(plane), cell / 2) - np.array(origin)) / cell
        row, column = np.floor(points[:, 1]).astype(int), np.floor(points[:, 0]).astype(int)
        inside = (row >= 0) & (column >= 0) & (row < heights.shape[0]) & (column < heights.shape[1])
        inside[inside] = within_reach[row[inside], column[inside]]
        _mark(blocked, points[inside], heights, float(plane), CLEARANCE / cell)
    return blocked


def _open(blocked: Mask, place: Place, origin: Spot, cell: float) -> Mask:
    """The ground that hangs together with where one starts, before anything stands on it: the rest need no look."""
    row, column = (int(np.floor((place.spawn[i] - origin[i]) / cell)) for i in (1, 0))
    inside = 0 <= row < blocked.shape[0] and 0 <= column < blocked.shape[1]
    return reachable_cells(~blocked, (row, column)) if inside else ~blocked


def _widened(mask: Mask, cells: int) -> Mask:
    """The mask and all within so many cells of it, in squares."""
    wide = mask.copy()
    for _ in range(cells):
        for axis in (0, 1):
            before = wide.copy()
            first, second = [slice(None)] * 2, [slice(None)] * 2
            first[axis], second[axis] = slice(None, -1), slice(1, None)
            wide[tuple(first)] |= before[tuple(second)]
            wide[tuple(second)] |= before[tuple(first)]
    return wide


def _drown(blocked: Mask, place: Place, origin: Spot, cell: float, heights: Heights) -> None:
    """Nobody walks on water, nor on a floor that lies below it."""
    surfaces = joined(
        moved(own(leaf, LEVEL), matrix)
        for part in place.parts
        for leaf, matrix in _leaves(part, np.eye(4))
        if isinstance(leaf, Water)
    )
    if len(surfaces.triangles):
        level = np.full(heights.shape, np.nan, np.float32)
        _lay_all(level, surfaces, origin, cell)
        blocked |= heights < level + WET


def _kinds(place: Place, floor: bool) -> Iterator[Mesh]:
    """Meshes of all floors, or of all that is not floor, near where people walk."""
    for part in place.parts:
        for leaf, matrix in _leaves(part, np.eye(4)):
            solid = leaf.of if isinstance(leaf, Scatter) else leaf
            if solid.floor is floor and not _away(solid, matrix, place.bounds):
                yield moved(own(leaf, LEVEL), matrix)


def _leaves(part: Shape, matrix: NDArray[np.float64]) -> Iterator[tuple[Shape, NDArray[np.float64]]]:
    """Every part that is no group and stands there all year, with the matrix that stands it in the place."""
    if not drawn(part, LEVEL) or part.seasons:
        return
    here = matrix @ placing(part.at, part.turn)
    if isinstance(part, Group):
        for child in part.parts:
            yield from _leaves(child, here)
    else:
        yield part, here


def _away(part: Shape, matrix: NDArray[np.float64], bounds: tuple[float, float, float, float]) -> bool:
    """Whether a neighbour or a mountain stands wholly outside the bounds; its mesh need not be made."""
    if not isinstance(part, Tower):
        return isinstance(part, Ridge)
    x, y, reach = matrix[0, 3], matrix[1, 3], part.size[0] + part.size[1]
    return bool(x + reach < bounds[0] or x - reach > bounds[2] or y + reach < bounds[1] or y - reach > bounds[3])


def _within(
    things: Mesh, origin: Spot, cell: float, shape: tuple[int, int], low: float, high: float
) -> NDArray[np.float64]:
    """Corners of the triangles that touch the map between two heights, (k, 3, 3)."""
    corners = things.position[things.triangles].astype(np.float64)
    least, most = corners.min(1), corners.max(1)
    end = (origin[0] + shape[1] * cell, origin[1] + shape[0] * cell)
    kept = (most[:, 2] > low) & (least[:, 2] < high)
    for axis in (0, 1):
        kept &= (most[:, axis] > origin[axis] - 1) & (least[:, axis] < end[axis] + 1)
    near: NDArray[np.float64] = corners[kept]
    return near


def _cut(corners: NDArray[np.float64], plane: float, spacing: float) -> NDArray[np.float64]:
    """Points, no further apart than `spacing`, on the lines in which triangles cross a level plane; (k, 2)."""
    above = corners[:, :, 2] > plane
    crossing = corners[(above.any(1)) & (~above.all(1))]
    if not len(crossing):
        return np.zeros((0, 2))
    high = crossing[:, :, 2] > plane
    alone = np.where(high.sum(1) == 1, high.argmax(1), (~high).argmax(1))
    every = np.arange(len(crossing))
    lone = crossing[every, alone]
    start, finish = (_meet(lone, crossing[every, (alone + i) % 3], plane) for i in (1, 2))
    count = np.maximum(np.ceil(np.linalg.norm(finish - start, axis=1) / spacing).astype(int), 1) + 1
    number = np.repeat(np.arange(len(start)), count)
    step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    share = step / (count[number] - 1)
    points: NDArray[np.float64] = start[number] + share[:, None] * (finish - start)[number]
    return points


def _meet(one: NDArray[np.float64], other: NDArray[np.float64], plane: float) -> NDArray[np.float64]:
    """Where edges, one end above and one below, pass through the plane; (k, 2)."""
    share = (plane - one[:, 2]) / (other[:, 2] - one[:, 2])
    met: NDArray[np.float64] = one[:, :2] + share[:, None] * (other - one)[:, :2]
    return met


def _mark(blocked: Mask, points: NDArray[np.float64], heights: Heights, plane: float, clearance: float) -> None:
    """Block the cells whose middle is nearer than `clearance` (in cells) to a point between knee and head there."""
    base = np.floor(points).astype(int)
    reach = int(np.ceil(clearance))
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            column, row = base[:, 0] + across, base[:, 1] + down
            near = np.hypot(column + 0.5 - points[:, 0], row + 0.5 - points[:, 1]) <= clearance
            near &= (row >= 0) & (column >= 0) & (row < blocked.shape[0]) & (column < blocked.shape[1])
            rows, columns = row[near], column[near]
            over = plane - heights[rows, columns]
            hit = (over > KNEE) & (over < HEAD)
            blocked[rows[hit], columns[hit]] = True


def reachable_cells(free: Mask, start: tuple[int, int]) -> Mask:
    """The free cells that hang together with `start`: runs of each row, joined where they touch the row below."""
    edges = np.diff(np.pad(free.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, begins = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    label = np.full(free.shape, -1, np.int64)
    for number, (row, begin, end) in enumerate(zip(rows.tolist(), begins.tolist(), ends.tolist(), strict=True)):
        label[row, begin:end] = number
    parent = list(range(len(rows)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    touching = (label[:-1] >= 0) & (label[1:] >= 0)
    pairs = np.stack([label[:-1][touching], label[1:][touching]], 1)
    pairs = pairs[np.append(True, (np.diff(pairs, axis=0) != 0).any(1))] if len(pairs) else pairs
    for one, other in pairs.tolist():
        parent[root(one)] = root(other)
    if label[start] < 0:
        return np.zeros_like(free)
    roots = np.array([root(number) for number in range(len(parent))])
    return np.where(label >= 0, roots[label] == root(int(label[start])), False)
