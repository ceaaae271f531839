"""The plates of the relief: 25 districts in gentle tints with raised borders and names, the land beyond, the water."""

import numpy as np

from worlds.seoul.relief.district_figures import DISTRICTS, District
from worlds.seoul.relief.lines import away, inset, within
from worlds.seoul.relief.river_figures import ISLANDS, OUTLINE, STREAMS
from worlds.seoul.relief.scale import BED, HALF, OUTSIDE, PLATE, WATER, Course, on_model, scaled
from worlds.seoul.relief.terrain import rise
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Loft, Point, Prism, Shape, Sign, Spot, Water

BORDER, HIGH = 0.2, 0.18
"""Half the width of a border, and how high it stands over the plates; metres of the model."""
STREAM_WIDER = 2.2
"""Streams are drawn so many times as wide as they are, so that the eye finds them."""
BOARD: Spot = (11.5, 2.6)


def districts() -> Group:
    """One plate for each district, and the islands."""
    plates = [
        Prism(_slug(gu), (0, 0, BED), on_model(gu.outline), PLATE - BED, gu.tint, ESSENTIAL, floor=True)
        for gu in DISTRICTS
    ]
    islands = [
        Prism(name, (0, 0, BED), on_model(ring), -0.2 - BED, "tint_sage", ESSENTIAL, floor=True)
        for name, ring in ISLANDS.items()
    ]
    return Group("districts", (0, 0, 0), (*plates, *islands), ESSENTIAL)


def _slug(gu: District) -> str:
    return gu.names["en"].lower()


def banks() -> tuple[Course, Course]:
    """South and north bank of the river, each from the west edge of the model to the east edge."""
    ring = on_model(OUTLINE)
    west = [i for i, (x, _) in enumerate(ring) if abs(x + HALF[0]) < 0.02]
    south = min(west, key=lambda i: ring[i][1])
    turned = ring[south:] + ring[:south]
    edge = [i for i, (x, _) in enumerate(turned) if abs(x - HALF[0]) < 0.02]
    return turned[: edge[0] + 1], turned[edge[-1] :][::-1]


def beyond() -> Group:
    """The land round the city, on both sides of the river, out to the edges of the model."""
    south, north = banks()
    far = HALF[1]
    low = (tuple((x, -far, OUTSIDE) for x, _ in south), tuple((x, y, OUTSIDE) for x, y in south))
    high = (tuple((x, y, OUTSIDE) for x, y in north), tuple((x, far, OUTSIDE) for x, _ in north))
    parts: list[Shape] = []
    for side, rows in (("south", low), ("north", high)):
        parts.append(Loft(f"{side}-land", (0, 0, 0), rows, "tint_sage", ESSENTIAL, floor=True, tone=0.94))
    for name, line in (("south", south), ("north", north[::-1])):
        wall = (tuple((x, y, BED) for x, y in line[::-1]), tuple((x, y, OUTSIDE) for x, y in line[::-1]))
        parts.append(Loft(f"{name}-bank", (0, 0, 0), wall, "stone_base", ESSENTIAL))
    return Group("beyond", (0, 0, 0), tuple(parts), ESSENTIAL)


def waters() -> Group:
    """The Han, flowing west, and its streams, which lie on the plates."""
    parts: list[Shape] = [Water("han", (0, 0, WATER), on_model(OUTLINE), "water", flow=(-0.12, 0.0))]
    for name, (width, line) in STREAMS.items():
        parts.append(Water(name, (0, 0, PLATE + 0.07), _ribbon(on_model(line), max(width * STREAM_WIDER / 100, 0.7))))
    return Group("waters", (0, 0, 0), tuple(parts), ESSENTIAL)


def _ribbon(line: Course, width: float) -> tuple[Spot, ...]:
    """The outline of a ribbon along a line, counter-clockwise."""
    points = np.array(line)
    ahead = np.gradient(points, axis=0)
    ahead /= np.hypot(*ahead.T)[:, None]
    left = np.stack([-ahead[:, 1], ahead[:, 0]], 1) * width / 2
    ring = np.concatenate([points - left, (points + left)[::-1]])
    return tuple((float(x), float(y)) for x, y in ring)


def borders() -> Group:
    """A thin raised line along every border and bank."""
    found = []
    for gu in DISTRICTS:
        ring = np.array(on_model(gu.outline))
        inner = inset(ring, BORDER)
        top, foot = PLATE + HIGH, PLATE
        rows = (_row(ring, foot), _row(ring, top), _row(inner, top), _row(inner, foot))
        found.append(Loft(f"border-{_slug(gu)}", (0, 0, 0), rows, "white", ESSENTIAL, until=1, glow=0.3))
        flat = (_row(ring, top), _row(inset(ring, BORDER * 1.3), top))
        found.append(Loft(f"border-far-{_slug(gu)}", (0, 0, 0), flat, "white", ESSENTIAL, since=2, glow=0.3))
    return Group("borders", (0, 0, 0), tuple(found), ESSENTIAL)


def _row(ring: np.ndarray, z: float) -> tuple[Point, ...]:
    points = [(float(x), float(y), z) for x, y in ring]
    return (*points, points[0])


def labels() -> tuple[Spot, ...]:
    """Where each district's name stands on the model: deep inside it and on level ground."""
    spread = np.stack([np.mod(np.arange(1, 97) * g, 1.0) for g in (0.7548776662466927, 0.5698402909980532)], 1)
    tried = []
    for gu in DISTRICTS:
        ring = np.array(gu.outline)
        tried.append(ring.min(0) + spread * (ring.max(0) - ring.min(0)))
    height = rise(np.concatenate(tried)).reshape(len(tried), -1)
    found = []
    for gu, points, up in zip(DISTRICTS, tried, height, strict=True):
        worth = away(points, gu.outline, closed=True) - 30 * np.maximum(up - 10, 0)
        worth[~within(points, gu.outline)] = -np.inf
        east, north = points[int(worth.argmax())].tolist()
        found.append(scaled(east, north))
    return tuple(found)


def names() -> Group:
    """The names of the districts on boards that look south and north."""
    found: list[Shape] = []
    for gu, (x, y) in zip(DISTRICTS, labels(), strict=True):
        found += [
            Box(f"post-{_slug(gu)}", (x, y, PLATE), (0.25, 0.25, 3.4), "stone_light", SETTING, faces="snew"),
            Sign(f"name-{_slug(gu)}", (x, y - 0.03, PLATE + 3.4), BOARD, gu.names, "white", "ink", ESSENTIAL),
            Sign(f"back-{_slug(gu)}", (x, y + 0.03, PLATE + 3.4), BOARD, gu.names, "white", "ink", ESSENTIAL, turn=180),
        ]
    return Group("names", (0, 0, 0), tuple(found), ESSENTIAL)
