"""On and over the river: the ferry pier with its river bus, duck boats, Mapo Bridge, and the towers of Yeouido.

Mapo Bridge: 1,390 m, ten lanes, 1970 and 2005, girders (general knowledge; both ends (c) OpenStreetMap contributors).
63 Building: 249 m; National Assembly: 24 columns, a dome 64 m across (general knowledge). Boats and pier: estimates.
"""

from math import atan2, cos, degrees, hypot, pi, sin

import numpy as np

from worlds.seoul.hangang.bank import EDGE, along
from worlds.seoul.park_kit import even
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Loft, Point, Scatter, Shape, Sign, Spot, Tower

LEVEL = -2.2
"""Height of the water."""
MAPO: tuple[Spot, Spot] = ((-230.0, 114.0), (720.0, 1133.0))
"""Both ends of the bridge, metres from the place's zero."""


def pier() -> Group:
    """A floating house of two storeys at the end of a gangway, with the river bus beside it."""
    title = {
        "ko": "한강버스 여의도 선착장",
        "en": "River bus pier, Yeouido",
        "zh": "汉江巴士汝矣岛码头",
        "ja": "漢江バス汝矣島船着場",
    }
    x, y = 26.0, EDGE + 34
    parts: list[Shape] = [
        Box("gangway", (x, EDGE + 11, -0.3), (5, 24, 0.3), "wood", ESSENTIAL, faces="snewtb", floor=True),
        Box("pontoon", (x, y, LEVEL - 0.4), (46, 22, 2.2), "tower_slate", ESSENTIAL, faces="snew"),
        Box("deck", (x, y, -0.3), (46.6, 22.6, 0.3), "wood", ESSENTIAL, faces="snewtb", floor=True),
        Box("house", (x + 3, y + 2, 0), (30, 12, 3.6), "glass", ESSENTIAL, gloss=0.7, glow=0.5),
        Box("floor-1", (x + 3, y + 2, 3.6), (34, 16, 0.5), "white", ESSENTIAL, faces="snewtb"),
        Box("upper", (x + 3, y + 2, 4.1), (24, 10, 3.0), "glass", ESSENTIAL, gloss=0.7, glow=0.5),
        Box("floor-2", (x + 3, y + 2, 7.1), (28, 14, 0.5), "white", ESSENTIAL, faces="snewtb"),
        Sign("board", (x + 3, y - 6.05, 3.66), (15, 0.9 - 0.5), title, "white", "seoul_blue"),
    ]
    for side in (-1, 1):
        parts.append(
            Box(f"rail-{side}", (x + side * 2.45, EDGE + 11, 0), (0.08, 24, 1.1), "steel", SETTING, faces="snewt")
        )
        parts.append(Box(f"end-{side}", (x + side * 23.1, y, 0), (0.1, 22.4, 1.1), "steel", SETTING, faces="snewt"))
    parts.append(Box("north", (x, y + 11.1, 0), (46.4, 0.1, 1.1), "steel", SETTING, faces="snewt"))
    for side, wide, at in ((0, 20.6, x - 12.9), (1, 20.6, x + 12.9)):
        parts.append(Box(f"south-{side}", (at, y - 11.1, 0), (wide, 0.1, 1.1), "steel", SETTING, faces="snewt"))
    parts.append(Group("river-bus", (x - 2, y + 17, LEVEL), _boat(), ESSENTIAL))
    parts.append(Group("river-bus-2", (x - 190, y + 120, LEVEL), _boat(), ESSENTIAL, turn=12))
    return along("pier", *parts)


def _boat() -> tuple[Shape, ...]:
    """A white catamaran, 35 m, with a long row of windows."""
    hull = []
    for side in (-2.9, 2.9):
        low = tuple(
            (x, side + w * 0.5, -0.2)
            for x, w in ((-17, -1.6), (12, -1.6), (17.5, 0), (12, 1.6), (-17, 1.6), (-17, -1.6))
        )
        top = tuple((px * 1.02, side + (py - side) * 1.5, 1.4) for px, py, _ in low)
        hull.append(Loft(f"hull-{side}", (0, 0, 0), (low, top), "seoul_blue", ESSENTIAL))
    return (
        *hull,
        Box("deck", (-0.5, 0, 1.3), (34, 9.4, 0.4), "white", ESSENTIAL, faces="snewtb", bevel=0.1),
        Box("cabin", (-1.5, 0, 1.7), (28, 8.2, 0.9), "white", ESSENTIAL),
        Box("windows", (-1.5, 0, 2.6), (27.6, 8.1, 1.3), "window", ESSENTIAL, gloss=0.9, glow=0.6),
        Box("roof", (-1.5, 0, 3.9), (29, 8.6, 0.35), "white", ESSENTIAL, faces="snewtb"),
        Box("bridge", (7.5, 0, 4.25), (6, 5, 1.8), "white", ESSENTIAL),
        Box("bridge-glass", (10.55, 0, 4.8), (0.1, 4.4, 1.0), "window", SETTING, faces="e", gloss=0.9),
        Box("stripe", (-1.5, 0, 1.75), (28.1, 8.3, 0.25), "bus_blue", ORNAMENT, faces="snew"),
    )


def ducks() -> Group:
    """Duck boats: white and yellow, with a seat for two."""
    yellow = ("white", "flower_gold")
    found: list[Shape] = []
    for i in range(9):
        x, y = -92 + 11 * i + 6 * even(i), EDGE + 26 + 26 * even(i * 3, 1)
        colour = yellow[i % 2]
        body = Lathe(
            "body",
            (0, 0, -0.1),
            ((0.6, 0), (1.15, 0.4), (1.2, 0.75), (0.9, 0.95)),
            colour,
            ESSENTIAL,
            segments=12,
            squash=(1.5, 0.85),
        )
        parts: tuple[Shape, ...] = (
            body,
            Box("seat", (-0.3, 0, 0.75), (1.2, 1.2, 0.12), "car_red", SETTING),
            Lathe("neck", (1.25, 0, 0.6), ((0.4, 0), (0.26, 0.7), (0.24, 1.3)), colour, ESSENTIAL, segments=8),
            Lathe(
                "head",
                (1.35, 0, 1.75),
                ((0.0, 0.0), (0.4, 0.3), (0.36, 0.6), (0.0, 0.8)),
                colour,
                ESSENTIAL,
                segments=10,
            ),
            Box("beak", (1.85, 0, 1.98), (0.5, 0.3, 0.14), "maple", ESSENTIAL, faces="snewtb"),
            *(Box(f"eye-{s}", (1.6, s * 0.26, 2.15), (0.1, 0.08, 0.1), "ink", ORNAMENT) for s in (-1, 1)),
            Lathe("tail", (-1.7, 0, 0.7), ((0.36, 0), (0.0, 0.6)), colour, SETTING, segments=6),
            Box("roof", (-0.35, 0, 2.0), (1.7, 1.5, 0.06), "seoul_blue", SETTING, faces="snewtb"),
            *(
                Box(f"post-{k}", (-0.35 + 0.7 * a, 0.6 * b, 0.8), (0.05, 0.05, 1.2), "steel", SETTING, faces="snew")
                for k, (a, b) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1)))
            ),
        )
        found.append(Group(f"duck-{i}", (x, y, LEVEL), parts, SETTING, turn=360 * even(i, 5)))
    return along("ducks", *found)


def mapo_bridge() -> Group:
    """Girders on pairs of piers, rails, and a row of lamps."""
    (ax, ay), (bx, by) = MAPO
    long, turn = hypot(bx - ax, by - ay), degrees(atan2(by - ay, bx - ax))
    parts: list[Shape] = [
        Box(f"girder-{side}", (0, side * 7.6, 9.6), (long, 7.0, 2.6), "stone_light", ESSENTIAL, faces="snewb")
        for side in (-1, 1)
    ]
    parts += [
        Box("deck", (0, 0, 12.2), (long, 31, 0.8), "concrete", ESSENTIAL, faces="snewtb"),
        Box("road", (0, 0, 13.0), (long, 26, 0.04), "asphalt", SETTING, faces="t"),
        *(Box(f"rail-{s}", (0, s * 15.3, 13.0), (long, 0.2, 1.3), "copper", ESSENTIAL, faces="snt") for s in (-1, 1)),
    ]
    piers = tuple(
        (-long / 2 + 42 * i + 30, side * 7.6, LEVEL - 1, 0.0, 1.0) for i in range(int(long / 42)) for side in (-1, 1)
    )
    pier_ = Lathe("pier", (0, 0, 0), ((2.2, 0), (1.9, 11.0), (3.2, 13.2)), "stone_light", ESSENTIAL, segments=10)
    parts.append(Scatter("piers", (0, 0, 0), pier_, piers, ESSENTIAL))
    lamp = Group(
        "lamp",
        (0, 0, 0),
        (
            Box("post", (0, 0, 0), (0.25, 0.25, 9), "steel", SETTING, faces="snew"),
            Box("head", (0, 0, 9), (1.6, 0.6, 0.4), "lamp", ESSENTIAL, glow=1.0),
        ),
        ESSENTIAL,
    )
    spots = tuple(
        (-long / 2 + 36 * i + 12, side * 14.6, 13.0, 90.0, 1.0) for i in range(int(long / 36)) for side in (-1, 1)
    )
    parts.append(Scatter("lamps", (0, 0, 0), lamp, spots, ESSENTIAL))
    return Group("mapo-bridge", ((ax + bx) / 2, (ay + by) / 2, 0), tuple(parts), ESSENTIAL, turn=turn)


def yeouido() -> Group:
    """63 Building, the National Assembly, the tall offices, flats between; as seen from the park."""
    found: list[Shape] = [
        Group("63-building", (558, -932, -2), _gold_tower(), ESSENTIAL, turn=40),
        Group("assembly", (-1757, 412, -2), _assembly(), ESSENTIAL, turn=-40),
    ]
    tall: tuple[tuple[float, float, float, str], ...] = (
        (-390, -640, 284, "tower_blue"),
        (-330, -720, 206, "tower_mist"),
        (-450, -720, 170, "tower_mist"),
        (-560, -560, 333, "tower_rust"),
        (-640, -620, 256, "tower_slate"),
        (-190, -420, 110, "tower_sand"),
        (60, -380, 70, "tower_cream"),
    )
    for i, (x, y, high, colour) in enumerate(tall):
        found.append(
            Tower(f"tall-{i}", (x, y, -1), (52, 44, high), colour, ESSENTIAL, turn=-36, setback=(0.8, 4.0), gloss=0.6)
        )
    for i in range(40):
        size = (64.0, 15.0, 36 + 22 * even(i))
        x, y = -700.0 + 32 * i, -250.0 - 90 * (i % 4) - 0.42 * (-700 + 32 * i)
        if hypot(x, y) > 260:
            size = (64.0, 15.0, 36 + 22 * even(i))
            found.append(
                Tower(
                    f"flats-{i}",
                    (x, y, -1),
                    size,
                    ("tower_cream", "white", "tower_sand")[i % 3],
                    SETTING,
                    turn=-36 + 90 * (i % 5 == 0),
                    parapet=False,
                )
            )
    return Group("yeouido", (0, 0, 0), tuple(found), ESSENTIAL)


def _gold_tower() -> tuple[Shape, ...]:
    """A slender slab that widens to its foot, golden glass."""
    rows = []
    for z, wide, deep in ((0, 44, 33), (25, 38, 28), (80, 33, 24), (160, 31, 22), (249, 30, 21)):
        x, y = wide / 2, deep / 2
        rows.append(((-x, -y, z), (x, -y, z), (x, y, z), (-x, y, z), (-x, -y, z)))
    bands = tuple(
        Box(
            f"band-{i}",
            (0, 0, 10 + 12 * i),
            (39.5 - 0.45 * i, 29 - 0.38 * i, 0.8),
            "bronze",
            SETTING,
            faces="snew",
            until=1,
        )
        for i in range(20)
    )
    return (
        Loft("skin", (0, 0, 0), tuple(rows), "brass", ESSENTIAL, gloss=0.45, glow=0.08),
        Box("top", (0, 0, 249), (28, 19, 4), "bronze", ESSENTIAL),
        *bands,
    )


def _assembly() -> tuple[Shape, ...]:
    columns = tuple((52 * cos(a), 40 * sin(a), 0.0, 0.0, 1.0) for a in np.linspace(0, 2 * pi, 25)[:-1].tolist())
    dome: tuple[Spot, ...] = ((32, 0), (33, 4), (28, 14), (16, 21), (0, 24))
    at: Point = (0, 0, 36)
    return (
        Box("hall", (0, 0, 0), (92, 70, 32), "tower_sand", ESSENTIAL),
        Box("eaves", (0, 0, 32), (122, 100, 4), "white", ESSENTIAL, faces="snewtb"),
        Scatter(
            "columns", (0, 0, 0), Box("column", (0, 0, 0), (3, 3, 32), "white", SETTING, faces="snew"), columns, SETTING
        ),
        Lathe("dome", at, dome, "copper", ESSENTIAL, segments=24),
    )
