"""The walk map of a place: how high the floor is and what stands in the way. The client walks on it and the
office judges by it."""

from dataclasses import dataclass
from functools import lru_cache
from math import floor, hypot
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from worlds.floors import Heights, Mask, reachable_cells
from worlds.obstacles import blocked_cells, floor_heights
from worlds.route import Graph, graph_of, shortest
from worlds.shape import Place, Spot

CELL = 0.25
"""Metres."""
COARSE = 4
"""Long ways are first sought on every fourth cell, a net of 1 m."""


@dataclass(frozen=True, eq=False)
class WalkMap:
    """Cells of 0.25 m; `height` and `blocked` are (ny, nx), row 0 in the south, column 0 in the west."""

    origin: Spot
    cell: float
    height: Heights
    blocked: Mask

    def index(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of the cell a point lies in; may be outside the map."""
        return floor((y - self.origin[1]) / self.cell), floor((x - self.origin[0]) / self.cell)

    def middle(self, row: int, column: int) -> Spot:
        """The middle of a cell."""
        return self.origin[0] + (column + 0.5) * self.cell, self.origin[1] + (row + 0.5) * self.cell

    def inside(self, row: int, column: int) -> bool:
        """Whether there is such a cell."""
        rows, columns = self.blocked.shape
        return bool(0 <= row < rows and 0 <= column < columns)

    def free(self, x: float, y: float) -> bool:
        """Whether one can stand there; outside the map one cannot."""
        row, column = self.index(x, y)
        return self.inside(row, column) and not self.blocked[row, column]

    def free_each(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """`free` of many points at once: (n,) and (n,) -> (n,)."""
        row = np.floor((y - self.origin[1]) / self.cell).astype(np.int64)
        column = np.floor((x - self.origin[0]) / self.cell).astype(np.int64)
        rows, columns = self.blocked.shape
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        free: NDArray[np.bool_] = inside & ~self.blocked[np.where(inside, row, 0), np.where(inside, column, 0)]
        return free

    def height_at(self, x: float, y: float) -> float:
        """Metres; outside the map 0."""
        row, column = self.index(x, y)
        return float(self.height[row, column]) if self.inside(row, column) else 0.0

    def nearest_free(self, x: float, y: float, reach: float = 3.0) -> Spot | None:
        """The point itself if it is free, else the middle of the nearest free cell within `reach` metres."""
        if self.free(x, y):
            return (x, y)
        row, column = self.index(x, y)
        around = int(reach / self.cell) + 1
        low, left = max(row - around, 0), max(column - around, 0)
        rows, columns = np.nonzero(~self.blocked[low : row + around + 1, left : column + around + 1])
        if not len(rows):
            return None
        xs = self.origin[0] + (columns + left + 0.5) * self.cell
        ys = self.origin[1] + (rows + low + 0.5) * self.cell
        away = np.hypot(xs - x, ys - y)
        best = int(np.argmin(away))
        return (float(xs[best]), float(ys[best])) if away[best] <= reach else None

    def line_is_free(self, a: Spot, b: Spot) -> bool:
        """Whether one can walk straight from a to b: every cell the line enters is free."""
        return line_is_free(self, a, b)


@lru_cache(maxsize=32)
def coarse(where: WalkMap) -> Graph:
    """The net of every fourth cell."""
    return graph_of(where.blocked, COARSE)


@lru_cache(maxsize=32)
def fine(where: WalkMap) -> Graph:
    """The net of every cell, for narrow places."""
    return graph_of(where.blocked, 1)


_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=32)
def _map_of(place: "ThisPlace") -> WalkMap:
    return _survey(place.place)


class ThisPlace:
    """A place as a key: told apart by its identity, since values with texts in them cannot be hashed."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def __hash__(self) -> int:
        return id(self.place)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ThisPlace) and other.place is self.place


def walk_map(place: Place) -> WalkMap:
    """The walk map of a place; made once for each place, also when client and office ask for it at the same time."""
    with _ONE_AT_A_TIME:
        return _map_of(ThisPlace(place))


def _survey(place: Place) -> WalkMap:
    x0, y0, x1, y1 = place.bounds
    shape = (round((y1 - y0) / CELL), round((x1 - x0) / CELL))
    height = floor_heights(place, (x0, y0), CELL, shape)
    blocked = blocked_cells(place, (x0, y0), CELL, height)
    height = np.nan_to_num(height, nan=0.0)
    row, column = floor((place.spawn[1] - y0) / CELL), floor((place.spawn[0] - x0) / CELL)
    blocked |= ~reachable_cells(~blocked, (row, column))
    height.setflags(write=False)
    blocked.setflags(write=False)
    return WalkMap((x0, y0), CELL, height, blocked)


def line_is_free(where: WalkMap, a: Spot, b: Spot) -> bool:
    """Whether every cell that the straight line from a to b enters is free."""
    rows, columns = cells_on(where, a, b)
    ny, nx = where.blocked.shape
    if rows.min() < 0 or columns.min() < 0 or rows.max() >= ny or columns.max() >= nx:
        return False
    return not bool(where.blocked[rows, columns].any())


def cells_on(where: WalkMap, a: Spot, b: Spot) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and columns of the cells on a line: its ends and the middle of every piece between two grid lines."""
    u0, v0 = (a[0] - where.origin[0]) / where.cell, (a[1] - where.origin[1]) / where.cell
    u1, v1 = (b[0] - where.origin[0]) / where.cell, (b[1] - where.origin[1]) / where.cell
    cuts = [np.array([0.0, 1.0])]
    for start, end in ((u0, u1), (v0, v1)):
        if abs(end - start) > 1e-12:
            lines = np.arange(np.ceil(min(start, end)), np.floor(max(start, end)) + 1)
            cuts.append((lines - start) / (end - start))
    at = np.sort(np.clip(np.concatenate(cuts), 0.0, 1.0))
    share = np.concatenate([at[:1], (at[:-1] + at[1:]) / 2, at[-1:]])
    columns = np.floor(u0 + (u1 - u0) * share).astype(np.int64)
    rows = np.floor(v0 + (v1 - v0) * share).astype(np.int64)
    return rows, columns


def path(where: WalkMap, a: Spot, b: Spot) -> list[Spot]:
    """A short way from a to b: corner points, b last; empty when there is none.

    An end that is not free is moved to the nearest free cell within 3 m.
    """
    start, end = where.nearest_free(*a), where.nearest_free(*b)
    if start is None or end is None:
        return []
    if line_is_free(where, start, end):
        return [end]
    for net in (coarse, fine):
        graph = net(where)
        gates_in, gates_out = _near(where, graph, start), _near(where, graph, end)
        nodes = shortest(graph, gates_in, gates_out)
        if nodes:
            return _pulled(where, [start, *(_spot(where, graph, node) for node in nodes), end])[1:]
    return []


def _spot(where: WalkMap, graph: Graph, node: int) -> Spot:
    row, column = divmod(node, graph.columns)
    return where.middle(row * graph.step + graph.step // 2, column * graph.step + graph.step // 2)


def _near(where: WalkMap, graph: Graph, at: Spot) -> dict[int, float]:
    """Nodes of a net that can be walked to straight from a point, with their distance."""
    row, column = (int(i // graph.step) for i in where.index(*at))
    found: dict[int, float] = {}
    for r in range(row - 1, row + 2):
        for c in range(column - 1, column + 2):
            if 0 <= r < graph.rows and 0 <= c < graph.columns:
                node = r * graph.columns + c
                spot = _spot(where, graph, node)
                if line_is_free(where, at, spot):
                    found[node] = hypot(spot[0] - at[0], spot[1] - at[1]) / (where.cell * graph.step)
    return found


def _pulled(where: WalkMap, points: list[Spot]) -> list[Spot]:
    """The same way with every needless corner taken out, as a string pulled tight."""
    kept, at = [points[0]], 0
    while at < len(points) - 1:
        reach, leap = at + 1, 2
        while at + leap < len(points) and line_is_free(where, points[at], points[at + leap]):
            reach, leap = at + leap, leap * 2
        for further in range(min(at + leap - 1, len(points) - 1), reach, -1):
            if line_is_free(where, points[at], points[further]):
                reach = further
                break
        kept.append(points[reach])
        at = reach
    return kept
