"""The ground of the centre's streets: carriageways, sloping kerbs, pavements, lane marks and crossings of a window."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from worlds.seoul.centre.frame import Window
from worlds.seoul.centre.streets import CROSSINGS, LANE, STREETS, Points, Street, clearance, offset, street, walked
from worlds.shape import ESSENTIAL, SETTING, Loft, Shape, Spot, Stripe

ROAD, PAVED = -0.02, 0.14
"""Heights of the carriageway and of the pavement; metres."""
KERB = 0.4
"""Width of the sloping kerb."""
STEP = 4.0
MARK_REACH = 240.0
"""Metres beyond a place's bounds up to which lanes are marked."""


def _runs(kept: NDArray[np.bool_]) -> Iterator[slice]:
    """Stretches of True of at least two points."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8)))
    for first, last in edges.reshape(-1, 2):
        if last - first > 1:
            yield slice(int(first), int(last))


def _thinned(points: Points) -> NDArray[np.bool_]:
    """Which points of a line are needed: ends and bends."""
    ahead = np.diff(points, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    bent = (ahead[1:] * ahead[:-1]).sum(1) < 0.99999
    return np.concatenate([[True], bent, [True]])


def ribbon(
    name: str, right: Points, left: Points, heights: tuple[float, float], colour: str, tone: float = 1.0
) -> Loft:
    """Flat ground between two lines that run the same way."""
    rows = tuple(
        tuple((float(x), float(y), z) for x, y in side) for side, z in ((right, heights[0]), (left, heights[1]))
    )
    return Loft(name, (0, 0, 0), rows, colour, ESSENTIAL, floor=True, tone=tone)


def carriageways(window: Window) -> list[Shape]:
    """The asphalt of every street that comes near."""
    found: list[Shape] = []
    for road in STREETS:
        right, left = (window.local(offset(road.line, side * road.half)) for side in (-1, 1))
        spots = window.local(np.array(road.line))
        near = window.beyond(spots) < 1100
        near[:-1] |= near[1:].copy()
        near[1:] |= near[:-1].copy()
        found += [ribbon(road.name, right[run], left[run], (ROAD, ROAD), "asphalt") for run in _runs(near)]
    return found


def pavements(window: Window, reach: float) -> list[Shape]:
    """Kerbs and pavements along both sides, broken where another street comes in."""
    found: list[Shape] = []
    for road in STREETS:
        for side in (-1, 1):
            kerb, _ = walked(offset(road.line, side * road.half), STEP)
            inner, _ = walked(offset(road.line, side * (road.half + KERB)), STEP)
            outer, _ = walked(offset(road.line, side * (road.half + road.pavement)), STEP)
            count = min(len(kerb), len(inner), len(outer))
            lines = [_same(line, count) for line in (kerb, inner, outer)]
            local = [window.local(line) for line in lines]
            open_ = window.beyond(local[0]) < reach
            if not open_.any():
                continue
            for line in lines:
                open_[open_] &= clearance(line[open_], 0.3, road.name) > 0
            for run in _runs(open_):
                kept = np.logical_or.reduce([_thinned(line[run]) for line in local])
                low, edge, far = (line[run][kept] for line in local)
                pair, other = ((low, edge), (edge, far)) if side > 0 else ((edge, low), (far, edge))
                steps = (ROAD, PAVED) if side > 0 else (PAVED, ROAD)
                found.append(ribbon(f"{road.name}-kerb", *pair, steps, "curb"))
                found.append(ribbon(f"{road.name}-pavement", *other, (PAVED, PAVED), "paving"))
    return found


def _same(line: Points, count: int) -> Points:
    """A line with `count` points, evenly thinned."""
    return np.asarray(line[np.linspace(0, len(line) - 1, count).round().astype(int)])


def _marked(window: Window, road: Street, by: float, margin: float) -> Iterator[tuple[Spot, ...]]:
    """The line `by` metres left of the middle, where it is near and outside the other carriageways."""
    line, _ = walked(offset(road.line, by), STEP)
    local = window.local(line)
    free = window.beyond(local) < MARK_REACH
    free[free] &= clearance(line[free], margin, road.name) > 0
    for name, spot in CROSSINGS:
        if name == road.name:
            free &= np.linalg.norm(line - np.array(spot), axis=1) > np.hypot(by, 5.5)
    for run in _runs(free):
        points = local[run][_thinned(local[run])]
        yield tuple((float(x), float(y)) for x, y in points)


def marks(window: Window) -> list[Shape]:
    """Lane marks: white dashes, a double yellow line in the middle, the blue line of the bus lane, zebra crossings."""
    found: list[Shape] = []
    at = (0, 0, ROAD + 0.02)
    for road in STREETS:
        if window.beyond(window.local(walked(np.array(road.line, np.float64), 40.0)[0])).min() > MARK_REACH:
            continue
        half = road.lanes // 2
        for lane in range(1, half):
            for side in (-1, 1):
                bus = lane == half - 1 and road.lanes >= 8
                for path in _marked(window, road, side * lane * LANE, 9.0):
                    look = {"colour": "bus_blue"} if bus else {"colour": "mark", "dash": (3.0, 5.0)}
                    found.append(Stripe(f"{road.name}-lane", at, path, 0.16, **look))
        if road.lanes > 2 and not road.one_way:
            for side in (-1, 1):
                paths = _marked(window, road, side * 0.16, 7.0)
                found += [Stripe(f"{road.name}-middle", at, path, 0.14, "mark_yellow") for path in paths]
    for name, spot in CROSSINGS:
        found += _zebra(window, street(name), spot)
    return found


def _zebra(window: Window, road: Street, spot: Spot) -> list[Shape]:
    """White bars across the road, and the stop lines before them."""
    line, ways = walked(np.array(road.line, np.float64), 2.0)
    nearest = int(np.argmin(np.linalg.norm(line - np.array(spot), axis=1)))
    ahead = ways[nearest]
    left = np.array([-ahead[1], ahead[0]])
    middle = line[nearest]
    ends = window.local(np.stack([middle - left * (road.half - 0.3), middle + left * (road.half - 0.3)]))
    if window.beyond(ends).min() > MARK_REACH:
        return []
    found: list[Shape] = [
        Stripe("zebra", (0, 0, ROAD + 0.03), _path(ends), 6.0, "mark", SETTING, dash=(0.55, 0.6)),
    ]
    for way in (-1, 1):
        lane = -way
        stop = middle + ahead * way * 5.2
        pair = np.stack([stop + left * lane * 0.4, stop + left * lane * (road.half - 0.4)])
        found.append(Stripe("stop", (0, 0, ROAD + 0.03), _path(window.local(pair)), 0.4, "mark"))
    return found


def _path(points: Points) -> tuple[Spot, ...]:
    return tuple((float(x), float(y)) for x, y in points)
