"""The net of walkable steps over a walk map, and the shortest way through it (A*)."""

from dataclasses import dataclass
from heapq import heappop, heappush
from math import sqrt

import numpy as np
from numpy.typing import NDArray

STEPS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
"""(row, column) of the eight neighbours, east first, counter-clockwise."""
DIAGONAL = sqrt(2)


@dataclass(frozen=True, eq=False)
class Graph:
    """Nodes on every `step`-th cell; `ways[node]` lists the (neighbour, length) one can walk to. Lengths in nodes."""

    step: int
    rows: int
    columns: int
    ways: list[tuple[tuple[int, float], ...]]


def graph_of(blocked: NDArray[np.bool_], step: int) -> Graph:
    """The net over a map: two nodes are joined where every cell between them is free, corners included."""
    rows, columns = blocked.shape[0] // step, blocked.shape[1] // step
    free = ~np.pad(blocked, step, constant_values=True)
    first_row = np.arange(rows)[:, None] * step + step // 2 + step
    first_column = np.arange(columns)[None] * step + step // 2 + step
    node = np.arange(rows * columns).reshape(rows, columns)
    found: list[NDArray[np.bool_]] = []
    for down, across in STEPS:
        open_ = free[first_row, first_column].copy()
        for k in range(1, step + 1):
            row, column = first_row + down * k, first_column + across * k
            open_ &= free[row, column]
            if down and across:
                open_ &= free[row - down, column] & free[row, column - across]
        found.append(open_)
    patterns = sum((open_.astype(np.int64) << bit for bit, open_ in enumerate(found)), np.zeros_like(node))
    steps = [
        tuple(
            (down * columns + across, DIAGONAL if down and across else 1.0)
            for i, (down, across) in enumerate(STEPS)
            if mask >> i & 1
        )
        for mask in range(256)
    ]
    ways = [
        tuple((number + by, length) for by, length in steps[mask])
        for number, mask in enumerate(patterns.reshape(-1).tolist())
    ]
    return Graph(step, rows, columns, ways)


def shortest(graph: Graph, starts: dict[int, float], ends: dict[int, float]) -> list[int]:
    """Nodes from one of `starts` to one of `ends` (with what it costs to reach them); empty when there is no way."""
    if not starts or not ends:
        return []
    columns, ways = graph.columns, graph.ways
    goal_row, goal_column = divmod(min(ends, key=ends.__getitem__), columns)

    def left(node: int) -> float:
        down, across = abs(node // columns - goal_row), abs(node % columns - goal_column)
        return max(down, across) + (DIAGONAL - 1) * min(down, across)

    best, came, done = dict(starts), dict.fromkeys(starts, -1), set[int]()
    heap = [(cost + left(node), node) for node, cost in starts.items()]
    while heap:
        _, node = heappop(heap)
        if node in done:
            continue
        if node in ends:
            return _back(came, node)
        done.add(node)
        cost = best[node]
        for other, length in ways[node]:
            total = cost + length
            if total < best.get(other, 1e9):
                best[other], came[other] = total, node
                heappush(heap, (total + left(other), other))
    return []


def _back(came: dict[int, int], node: int) -> list[int]:
    found = [node]
    while came[found[-1]] >= 0:
        found.append(came[found[-1]])
    return found[::-1]
