"""What stands in the way: a place's meshes cut at several heights and drawn on the grid of its walk map.

Only what may touch a walker is made and cut at all: what lies wholly over heads, under feet or on ground that nobody
reaches is left out early, part by part, then triangle by triangle (docs/decisions/0011).
"""

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from worlds.extent import extent, turned
from worlds.floors import Heights, Mask, lay, reachable_cells
from worlds.geometry import joined, mesh, moved, own
from worlds.geometry.build import drawn
from worlds.geometry.mesh import placing
from worlds.shape import Group, Leaves, Place, Ridge, Scatter, Shape, Spot, Tower, Water

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
BLOCK = 8
"""Cells along the edge of the blocks in which lowest and highest floors are kept."""
MANY = 100_000
"""Points that are looked at together."""
SURE = 0.02
"""Metres that a bound is widened by, so that rounding leaves nothing out."""

Corners = NDArray[np.floating]


def floor_heights(place: Place, origin: Spot, cell: float, shape: tuple[int, int]) -> Heights:
    """The highest floor in the middle of each cell, (ny, nx); not-a-number where there is none."""
    heights = np.full(shape, np.nan, np.float32)
    floors = (each for each in _solids(place) if _kind(each[0]).floor)
    lay(heights, joined(moved(own(leaf, LEVEL), matrix) for leaf, matrix in floors), origin, cell)
    return heights


def blocked_cells(place: Place, origin: Spot, cell: float, heights: Heights) -> Mask:
    """Where one cannot stand: no floor, too steep, or something nearer than the clearance. Cells that one cannot
    reach from the spawn anyway may be told either way."""
    blocked = np.isnan(heights)
    for axis in (0, 1):
        steep = np.abs(np.diff(heights, axis=axis)) > STEP
        first, second = [slice(None)] * 2, [slice(None)] * 2
        first[axis], second[axis] = slice(None, -1), slice(1, None)
        blocked[tuple(first)] |= steep
        blocked[tuple(second)] |= steep
    _drown(blocked, place, origin, cell, heights)
    ground = _Ground(_open(blocked, place, origin, cell), origin, cell, heights)
    things = list(_near(place, ground))
    if things and ground.live.any():
        ground.stand(np.concatenate(things).astype(np.float64))
    return ~ground.live


def _open(blocked: Mask, place: Place, origin: Spot, cell: float) -> Mask:
    """Free cells, without most of those that do not hang together with where one starts, before anything stands
    there: blocks of them are looked at, so that it takes no time."""
    row, column = (int(np.floor((place.spawn[i] - origin[i]) / cell)) for i in (1, 0))
    if not (0 <= row < blocked.shape[0] and 0 <= column < blocked.shape[1]):
        return ~blocked
    coarse = np.asarray(_blocks(~blocked, False).any((1, 3)))
    near = reachable_cells(coarse, (row // BLOCK, column // BLOCK))
    return np.asarray(~blocked & near.repeat(BLOCK, 0).repeat(BLOCK, 1)[: blocked.shape[0], : blocked.shape[1]])


def _blocks(values: NDArray[np.generic], fill: float) -> NDArray[np.generic]:
    """Cells in blocks: (rows of blocks, BLOCK, columns of blocks, BLOCK)."""
    rows, columns = (-length % BLOCK for length in values.shape)
    full = np.pad(values, ((0, rows), (0, columns)), constant_values=fill)
    return full.reshape(full.shape[0] // BLOCK, BLOCK, full.shape[1] // BLOCK, BLOCK)


def _drown(blocked: Mask, place: Place, origin: Spot, cell: float, heights: Heights) -> None:
    """Nobody walks on water, nor on a floor that lies below it."""
    surfaces = joined(moved(own(leaf, LEVEL), matrix) for leaf, matrix in _solids(place) if isinstance(leaf, Water))
    if len(surfaces.triangles):
        level = np.full(heights.shape, np.nan, np.float32)
        lay(level, surfaces, origin, cell)
        blocked |= heights < level + WET


def _kind(leaf: Shape) -> Shape:
    return leaf.of if isinstance(leaf, Scatter) else leaf


def _solids(place: Place) -> Iterator[tuple[Shape, NDArray[np.float64]]]:
    """Every part that is no group and stands there all year near where people walk, with its matrix."""
    for part in place.parts:
        for leaf, matrix in leaves(part, np.eye(4)):
            if not _away(_kind(leaf), matrix, place.bounds):
                yield leaf, matrix


def leaves(part: Shape, matrix: NDArray[np.float64]) -> Iterator[tuple[Shape, NDArray[np.float64]]]:
    """Every part that is no group and stands there all year, with the matrix that stands it in the place."""
    if not drawn(part, LEVEL) or part.seasons:
        return
    here = matrix @ placing(part.at, part.turn)
    if isinstance(part, Group):
        for child in part.parts:
            yield from leaves(child, here)
    else:
        yield part, here


def _away(part: Shape, matrix: NDArray[np.float64], bounds: tuple[float, float, float, float]) -> bool:
    """Whether a neighbour or a mountain stands wholly outside the bounds; its mesh need not be made."""
    if not isinstance(part, Tower):
        return isinstance(part, Ridge)
    x, y, reach = matrix[0, 3], matrix[1, 3], part.size[0] + part.size[1]
    return bool(x + reach < bounds[0] or x - reach > bounds[2] or y + reach < bounds[1] or y - reach > bounds[3])


def _near(place: Place, ground: "_Ground") -> Iterator[Corners]:
    """Corners (k, 3, 3) of the triangles of all that is not floor and may be in a walker's way."""
    made: dict[bytes, Corners] = {}
    encode = msgspec.msgpack.Encoder().encode
    for leaf, matrix in _solids(place):
        kind = _kind(leaf)
        box = None if kind.floor else extent(leaf)
        if kind.floor or (box is not None and not ground.meets(*turned(box, matrix))):
            continue
        key = encode(kind if isinstance(leaf, Scatter) else _looks(leaf))
        if key not in made:
            one = mesh(leaf.of, LEVEL) if isinstance(leaf, Scatter) else own(leaf, LEVEL)
            made[key] = one.position[one.triangles]
        for corners in _copies(leaf, made[key]):
            yield (corners.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32).reshape(-1, 3, 3)


def _looks(leaf: Shape) -> tuple[object, ...]:
    """All that decides about a part's mesh in its own frame: not where it stands, nor (but for leaves) its name."""
    without = ("at", "turn") if isinstance(leaf, Leaves) else ("at", "turn", "name")
    return (type(leaf).__name__, *(getattr(leaf, field) for field in leaf.__struct_fields__ if field not in without))


def _copies(leaf: Shape, corners: Corners) -> Iterator[Corners]:
    """The triangles of a part; of a scattered one, those of every copy."""
    if not isinstance(leaf, Scatter):
        yield corners
    elif leaf.spots:
        matrices = np.array([placing(spot[:3], spot[3], spot[4]) for spot in leaf.spots])
        points = corners.reshape(-1, 3)
        turn, shift = matrices[:, :3, :3], matrices[:, None, :3, 3]
        yield (np.einsum("kij,nj->kni", turn, points) + shift).reshape(-1, 3, 3).astype(np.float32)


class _Ground:
    """The cells that count: `live` ones are free as far as one knows."""

    def __init__(self, live: Mask, origin: Spot, cell: float, heights: Heights) -> None:
        self.live, self._heights = live, heights
        self._origin, self._cell = np.array(origin), cell
        known = np.where(live, heights, np.nan)
        self._low = np.fmin.reduce(np.fmin.reduce(_blocks(known, np.nan), 3), 1)
        self._high = np.fmax.reduce(np.fmax.reduce(_blocks(known, np.nan), 3), 1)
        self._low, self._high = np.nan_to_num(self._low, nan=np.inf), np.nan_to_num(self._high, nan=-np.inf)
        self._reach = CLEARANCE / cell

    def _window(self, low: Corners, high: Corners) -> NDArray[np.int64]:
        """First and last blocks, (4, ...): rows, columns of a box and all within the clearance."""
        wide = (self._reach + 1) * self._cell
        span = BLOCK * self._cell
        first = np.floor((low[..., :2] - self._origin - wide) / span).astype(int)
        last = np.floor((high[..., :2] - self._origin + wide) / span).astype(int)
        return np.array([first[..., 1], last[..., 1], first[..., 0], last[..., 0]])

    def meets(self, low: Corners, high: Corners) -> bool:
        """Whether anything within a box may be in a walker's way."""
        top, bottom, left, right = self._window(low, high).tolist()
        rows, columns = slice(max(top, 0), max(bottom + 1, 0)), slice(max(left, 0), max(right + 1, 0))
        lows, highs = self._low[rows, columns], self._high[rows, columns]
        if not lows.size:
            return False
        return bool(high[2] > lows.min() + KNEE - SURE and low[2] < highs.max() + HEAD + SURE)

    def _floors(self, low: Corners, high: Corners) -> tuple[Corners, Corners]:
        """The lowest and highest floor near boxes; where there is none, infinitely high and low."""
        rows, columns = self._low.shape
        top, bottom, left, right = self._window(low, high)
        lowest, highest = np.full(len(low), np.inf), np.full(len(low), -np.inf)
        deep, wide = bottom - top, right - left
        small = (deep <= 2) & (wide <= 2)
        for down in range(int(deep[small].max(initial=-1)) + 1):
            for across in range(int(wide[small].max(initial=-1)) + 1):
                row, column = np.minimum(top + down, bottom), np.minimum(left + across, right)
                there = small & (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
                lowest[there] = np.minimum(lowest[there], self._low[row[there], column[there]])
                highest[there] = np.maximum(highest[there], self._high[row[there], column[there]])
        for number in np.nonzero(~small)[0]:
            here = slice(max(top[number], 0), max(bottom[number] + 1, 0))
            there_ = slice(max(left[number], 0), max(right[number] + 1, 0))
            lowest[number] = self._low[here, there_].min(initial=np.inf)
            highest[number] = self._high[here, there_].max(initial=-np.inf)
        return lowest, highest

    def stand(self, corners: Corners) -> None:
        """Blocks what is in the way of the triangles, cut by level planes."""
        low, high = corners.min(1), corners.max(1)
        lows, highs = self._floors(low, high)
        near = (high[:, 2] > lows + KNEE - SURE) & (low[:, 2] < highs + HEAD + SURE)
        corners, low, high, lows, highs = corners[near], low[near], high[near], lows[near], highs[near]
        known = self._heights[~np.isnan(self._heights)]
        steps = np.arange(np.floor(float(known.min()) / SLICE) + 1, (float(known.max()) + HEAD) / SLICE)
        planes = steps * SLICE + 0.01
        first = np.searchsorted(planes, np.maximum(low[:, 2], lows + KNEE - SURE))
        last = np.searchsorted(planes, np.minimum(high[:, 2], highs + HEAD + SURE))
        count = np.maximum(last - first, 0)
        triangle = np.repeat(np.arange(len(corners)), count)
        number = np.arange(len(triangle)) - np.repeat(np.cumsum(count) - count, count) + first[triangle]
        order = np.argsort(number, kind="stable")
        triangle, height = triangle[order], planes[number[order]]
        start, finish = _cut(corners[triangle], height)
        pieces = np.maximum(np.ceil(np.linalg.norm(finish - start, axis=1) / (self._cell / 2)).astype(int), 1) + 1
        share = np.cumsum(pieces) // MANY
        for part in range(int(share[-1]) + 1 if len(share) else 0):
            begin, end = np.searchsorted(share, [part, part + 1])
            self._mark(start[begin:end], finish[begin:end], height[begin:end], pieces[begin:end])

    def _mark(self, start: Corners, finish: Corners, height: Corners, pieces: NDArray[np.int64]) -> None:
        """Block the cells whose middle is nearer than the clearance to points on lines between knee and head there."""
        number = np.repeat(np.arange(len(start)), pieces)
        step = np.arange(len(number)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        share = step / (pieces[number] - 1)
        points = start[number] + share[:, None] * (finish - start)[number]
        points = (points - self._origin) / self._cell
        base = np.floor(points).astype(int)
        reach = int(np.ceil(self._reach - 0.5))
        rows, columns = self.live.shape
        inside = (base >= 0).all(1) & (base[:, 0] < columns) & (base[:, 1] < rows)
        near = _widened(self.live, reach)
        inside[inside] = near[base[inside, 1], base[inside, 0]]
        points, base, plane = points[inside], base[inside], height[number[inside]].astype(np.float32)
        edged = np.pad(self.live, reach)
        cells, heights = edged.reshape(-1), np.pad(self._heights, reach).reshape(-1)
        first = (base[:, 1] + reach) * edged.shape[1] + base[:, 0] + reach
        for down in range(-reach, reach + 1):
            for across in range(-reach, reach + 1):
                at = first + (down * edged.shape[1] + across)
                open_ = np.nonzero(cells[at])[0]
                at, middle = at[open_], base[open_] + (across + 0.5, down + 0.5)
                over = plane[open_] - heights[at]
                hit = (over > KNEE) & (over < HEAD)
                hit &= np.hypot(middle[:, 0] - points[open_, 0], middle[:, 1] - points[open_, 1]) <= self._reach
                cells[at[hit]] = False
        self.live = edged[reach : reach + rows, reach : reach + columns]


def _cut(corners: Corners, planes: Corners) -> tuple[Corners, Corners]:
    """The two ends (k, 2) of the lines in which triangles cross a level plane each."""
    high = corners[:, :, 2] > planes[:, None]
    alone = np.where(high.sum(1) == 1, high.argmax(1), (~high).argmax(1))
    every = np.arange(len(corners))
    lone = corners[every, alone]
    start, finish = (_meet(lone, corners[every, (alone + i) % 3], planes) for i in (1, 2))
    return start, finish


def _meet(one: Corners, other: Corners, plane: Corners) -> Corners:
    """Where edges, one end above and one below, pass through the plane; (k, 2)."""
    share = (plane - one[:, 2]) / (other[:, 2] - one[:, 2])
    met: Corners = one[:, :2] + share[:, None] * (other - one)[:, :2]
    return met


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
