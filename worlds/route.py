"""The net of walkable steps over a walk map, and the shortest way through it (A*)."""

from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from math import sqrt

import numpy as np
from numpy.typing import NDArray

STEPS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
"""(row, column) of the eight neighbours, east first, counter-clockwise."""
DIAGONAL = sqrt(2)


@dataclass(frozen=True, eq=False)
class Graph:
    """Nodes on every `step`-th cell, numbered row by row. A node's byte of `open` has a bit for each of STEPS that one
    can take from it."""

    step: int
    rows: int
    columns: int
    open: bytes

    @cached_property
    def steps(self) -> list[tuple[tuple[int, float], ...]]:
        """For each byte of `open`: what to add to a node's number, and how long that step is, in nodes."""
        return [
            tuple(
                (down * self.columns + across, DIAGONAL if down and across else 1.0)
                for bit, (down, across) in enumerate(STEPS)
                if byte >> bit & 1
            )
            for byte in range(256)
        ]


def graph_of(blocked: NDArray[np.bool_], step: int) -> Graph:
    """The net over a map: two nodes are joined where every cell between them is free, corners included."""
    rows, columns = blocked.shape[0] // step, blocked.shape[1] // step
    free = ~np.pad(blocked, step, constant_values=True)
    first_row = np.arange(rows)[:, None] * step + step // 2 + step
    first_column = np.arange(columns)[None] * step + step // 2 + step
    found = np.zeros((rows, columns), np.uint8)
    for bit, (down, across) in enumerate(STEPS):
        open_ = free[first_row, first_column].copy()
        for k in range(1, step + 1):
            row, column = first_row + down * k, first_column + across * k
            open_ &= free[row, column]
            if down and across:
                open_ &= free[row - down, column] & free[row, column - across]
        found |= open_.astype(np.uint8) << np.uint8(bit)
    return Graph(step, rows, columns, found.tobytes())


def shortest(graph: Graph, starts: dict[int, float], ends: dict[int, float]) -> list[int]:
    """Nodes from one of `starts` to one of `ends` (with what it costs to reach them); empty when there is no way."""
    if not starts or not ends:
        return []
    columns, open_, steps = graph.columns, graph.open, graph.steps
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
        for by, length in steps[open_[node]]:
            other, total = node + by, cost + length
            if total < best.get(other, 1e9):
                best[other], came[other] = total, node
                heappush(heap, (total + left(other), other))
    return []


def _back(came: dict[int, int], node: int) -> list[int]:
    found = [node]
    while came[found[-1]] >= 0:
        found.append(came[found[-1]])
    return found[::-1]
