"""The city as seen from high up: the Han, the mountains and the blocks at their true size and place, coarse.

For places from which one looks down on Seoul. River and summits are those of worlds/seoul/relief; blocks stand for none
in particular.
"""

from math import cos, hypot, pi, sin

import numpy as np
from numpy.typing import NDArray

from worlds.seoul.relief.bridges import BRIDGES
from worlds.seoul.relief.lines import Points, away, within
from worlds.seoul.relief.river_figures import OUTLINE
from worlds.seoul.relief.terrain import PLAIN, rise
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Loft, Point, Scatter, Shape, Spot, Tower, Water, moved, row

DETAILED, REACH, FAR = 1900.0, 5000.0, 8200.0
"""How far blocks have windows, how far they are drawn, and how far the ground; metres."""
CELL = 420.0
"""Metres between two points of the far mountains."""


def far_city(
    eye: Point,
    near: float,
    scale: float = 0.45,
    blocks: float = 150.0,
    clear: float = 25.0,
    inner: float = 0.0,
    without: tuple[str, ...] = (),
) -> tuple[Group, ...]:
    """All of it round a place whose zero lies at `eye` (true metres east, north, above the sea).

    `near`: radius that the place fills itself; `blocks`: metres between two blocks; `clear`: metres over the plain
    above which no block stands. `scale`: all of it is drawn so much smaller and nearer, which from the middle looks the
    same but for thinner haze; `inner`: where the ground begins; `without`: bridges that the
    place builds itself.
    """
    plain = (PLAIN - eye[2]) * scale
    return (
        Group(
            "far-ground",
            (0, 0, 0),
            (_ground(plain - 0.5, inner or near * scale * 0.4), _river(eye, plain, scale)),
            ESSENTIAL,
        ),
        Group("far-mountains", (0, 0, 0), (_mountains(eye, near, scale),), ESSENTIAL),
        Group(
            "far-blocks",
            (0, 0, 0),
            (*_blocks(eye, near, scale, blocks, clear), *_bridges(eye, scale, without)),
            ESSENTIAL,
        ),
    )


def _ground(z: float, near: float) -> Loft:
    """The built-up plain, from under the place to the horizon."""
    angles = [-2 * pi * i / 40 for i in range(41)]
    reaches = [near * (FAR / near) ** (step / 6) for step in range(7)]
    rows = tuple(tuple((r * cos(a), r * sin(a), z) for a in angles) for r in reaches)
    return Loft("plain", (0, 0, 0), rows, "far_plain", SETTING, smooth=True)


def _river(eye: Point, plain: float, scale: float) -> Water:
    """The Han within the horizon."""
    outline: list[Spot] = []
    for east, north in OUTLINE:
        x, y = east - eye[0], north - eye[1]
        far = max(abs(x), abs(y)) / (FAR * 0.98)
        outline.append((x / max(far, 1.0) * scale, y / max(far, 1.0) * scale))
    return Water("han", (0, 0, plain + 0.8), tuple(outline), "water", SETTING, flow=(-0.4, 0.0))


def _mountains(eye: Point, near: float, scale: float) -> Loft:
    """One coarse surface of all mountains within the horizon; it lies below the plain where there are none."""
    steps = np.arange(-FAR, FAR + 1, CELL)
    x, y = np.meshgrid(steps, steps)
    up = rise(np.stack([x.ravel() + eye[0], y.ravel() + eye[1]], 1)).reshape(x.shape)
    away_ = np.hypot(x, y)
    z = np.where((up > 12) & (away_ > near + 0.72 * CELL), up, -80.0) + PLAIN - eye[2]
    rows = tuple(tuple(map(tuple, row)) for row in (np.stack([x, y, z], 2) * scale).tolist())
    return Loft("mountains", (0, 0, 0), rows, "far_forest", SETTING, smooth=True)


def _loose(count: int) -> NDArray[np.float64]:
    """Numbers in 0..1 without any pattern, the same everywhere: whole numbers, well stirred."""
    stirred = (np.arange(count, dtype=np.uint64) + np.uint64(1)) * np.uint64(2654435761) % np.uint64(2**32)
    stirred = (stirred ^ (stirred >> np.uint64(15))) * np.uint64(2246822519) % np.uint64(2**32)
    made: NDArray[np.float64] = (stirred ^ (stirred >> np.uint64(13))) / 2.0**32
    return made


def _spots(eye: Point, near: float, step: float, clear: float) -> Points:
    """Where blocks stand: a lattice that thins out with the distance, off the river and the mountains."""
    reach = np.arange(-REACH, REACH, step)
    x, y = (axis.ravel() for axis in np.meshgrid(reach, reach))
    turned = np.stack([x * cos(0.35) - y * sin(0.35), x * sin(0.35) + y * cos(0.35)], 1)
    far = np.hypot(*turned.T)
    chance = _loose(len(turned))
    turned = turned[(far > near) & (far < REACH) & (chance > (far / REACH) ** 2 * 0.75)]
    true = turned + np.array(eye[:2])
    free = (rise(true) < clear) & ~within(true, OUTLINE)
    turned, true = turned[free], true[free]
    kept: Points = turned[away(true, OUTLINE, closed=True) > 130.0]
    return kept


def _blocks(eye: Point, near: float, scale: float, step: float, clear: float) -> list[Shape]:
    spots, plain = _spots(eye, near, step, clear), (PLAIN - eye[2] - 3.0) * scale
    kinds = (
        # size, walls, storey, roof, light at night
        ((88, 62, 20), "brick", 3.6, "copper", 0.10),
        ((105, 26, 48), "tower_cream", 3.2, "", 0.07),
        ((70, 70, 30), "tower_tan", 3.6, "leaf_deep", 0.15),
        ((96, 22, 62), "white", 3.2, "", 0.05),
        ((46, 40, 96), "tower_slate", 3.6, "", 0.13),
        ((80, 60, 24), "tower_rust", 3.6, "roof_red", 0.08),
    )
    number = np.arange(len(spots))
    order = np.mod((number + 1) * 0.6180339887498949 + number * number * 0.0754877, 1.0)
    which: NDArray[np.int64] = (order * len(kinds)).astype(np.int64)
    found: list[Shape] = []
    for kind, (size, colour, storey, roof, glow) in enumerate(kinds):
        near_one: Shape = Tower("block", (0, 0, 0), size, colour, SETTING, bay=5.0, storey=storey * 1.4, parapet=False)
        far_one: Shape = Box("block", (0, 0, 0), size, colour, SETTING, shade=0.8, tone=0.94, glow=glow)
        if roof:
            lid = Box("roof", (0, 0, size[2]), (size[0] * 0.96, size[1] * 0.96, 1.2), roof, SETTING, faces="t")
            near_one = Group("block", (0, 0, 0), (near_one, lid), SETTING)
            far_one = Group("block", (0, 0, 0), (far_one, lid), SETTING)
        copies = [
            (x * scale, y * scale, plain, 20.0 + 90.0 * (i % 2), (0.8 + 0.45 * ((i * 0.7548) % 1)) * scale)
            for i, (x, y) in zip(number[which == kind].tolist(), spots[which == kind].tolist(), strict=True)
        ]
        split = [hypot(x, y) < DETAILED * scale for x, y, *_ in copies]
        for name, block, wanted in (("near", near_one, True), ("far", far_one, False)):
            some = tuple(copy for copy, close in zip(copies, split, strict=True) if close is wanted)
            if some:
                found.append(Scatter(f"{name}-blocks-{kind}", (0, 0, 0), block, some, SETTING, vary=0.1))
    return found


def _bridges(eye: Point, scale: float, without: tuple[str, ...]) -> list[Shape]:
    """The decks of the bridges within sight, on their piers."""
    found: list[Shape] = []
    for name, _, south, north in BRIDGES:
        a, b = (np.array(end) - eye[:2] for end in (south, north))
        middle, ahead = (a + b) / 2, b - a
        if name in without or np.hypot(*middle) > FAR * 0.75:
            continue
        turn = float(np.degrees(np.arctan2(ahead[1], ahead[0])))
        long = float(np.hypot(*ahead)) * scale
        at = (float(middle[0]) * scale, float(middle[1]) * scale, (PLAIN - eye[2] + 9.0) * scale)
        deck = Box("deck", (0, 0, 0), (long, 26 * scale, 4 * scale), "stone_light", SETTING)
        pier = Box("pier", (0, 0, -14 * scale), (7 * scale, 18 * scale, 14 * scale), "stone_base", faces="snew")
        piers = row(moved(pier, (long * (1 / 14 - 0.5), 0, 0)), 13, (long / 14, 0, 0))
        found.append(Group(name.lower().replace(" ", "-"), at, (deck, *piers), SETTING, turn=turn))
    return found
