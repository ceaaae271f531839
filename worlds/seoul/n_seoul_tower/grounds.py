"""The summit of Namsan: a paved top, wooded slopes that fall to the city on all sides, the old wall along the ridge.

Namsan is 262 to 270 m high by source, the tower's foot lies at 243 m (architectuul, Wikipedia); the paved top, the
slopes and the course of the wall are estimates.
"""

from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

import numpy as np

from worlds.seoul.park_kit import Planted, even, grove
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Leaves, Loft, Point, Ring, Scatter, Spot

TOP: Spot = (64.0, 58.0)
"""Half axes of the paved top."""
AWAY = (0.0, 5.0, 12.0, 24.0, 40.0, 62.0, 95.0, 140.0, 200.0, 290.0, 430.0, 640.0)
FALL = (0.0, -0.3, -1.8, -6.0, -13.0, -23.5, -40.0, -63.0, -93.0, -132.0, -178.0, -216.0)
"""Metres beyond the paved top, and how deep the slope lies there."""


def edge(angle: float) -> float:
    """Radius of the paved top in a direction (radians from the east, counter-clockwise)."""
    return 1.0 / hypot(cos(angle) / TOP[0], sin(angle) / TOP[1])


def height(x: float, y: float) -> float:
    """Height of the slope at a spot."""
    angle = atan2(y, x)
    beyond = (hypot(x, y) - edge(angle)) / _swell(angle)
    return float(np.interp(beyond, AWAY, FALL))


def _swell(angle: float) -> float:
    """Spurs reach farther out than gullies."""
    return 1.0 + 0.1 * sin(3 * angle + 1) + 0.06 * sin(7 * angle)


def ground() -> Group:
    """Paving in rings, and the slopes."""
    angles = [-2 * pi * i / 84 for i in range(85)]
    rows = tuple(
        tuple(((edge(a) + far * _swell(a)) * cos(a), (edge(a) + far * _swell(a)) * sin(a), fall) for a in angles)
        for far, fall in zip(AWAY, FALL, strict=True)
    )
    parts = (
        Ring("plaza", (0, 0, 0), (0, 0), TOP, "paving", ESSENTIAL, bands=4, floor=True),
        Ring("light-ring", (0, 0, 0.02), (26, 26), (28, 28), "paving_light", floor=True),
        Ring("dark-ring", (0, 0, 0.02), (40, 37), (41, 38), "paving_dark", floor=True),
        Loft("slope-near", (0, 0, 0), rows[:6], "relief_forest", ESSENTIAL, smooth=True),
        Loft("slope-far", (0, 0, 0), rows[5:], "relief_forest", ESSENTIAL, smooth=True),
    )
    return Group("ground", (0, 0, 0), parts, ESSENTIAL)


def trees() -> tuple[Group, ...]:
    """A wood on the slopes, some trees and hedges on the top."""
    found: list[Planted] = []
    kinds = (("zelkova", 0), ("pine", 0), ("zelkova", 2), ("zelkova", 1), ("pine", 1), ("cherry", 0), ("zelkova", 1))
    for i in range(140):
        angle, far = i * 2.399963, 13 + 60 * (i / 140) ** 1.2
        reach = edge(angle) + far * _swell(angle)
        x, y = reach * cos(angle), reach * sin(angle)
        if far < 20 and abs(x) < 14:
            continue
        kind, variety = kinds[int(even(i) * len(kinds))]
        found.append((x, y, height(x, y) - 0.3, kind, variety, 0.85 + 0.5 * even(i, 3)))
    top = [(34, 30), (44, 12), (47, -8), (40, -28), (26, -41), (-24, -43), (-38, -33), (30, 45), (-22, 50), (-34, 46)]
    kept: list[Planted] = [(x, y, 0.0, *kinds[(i * 3) % 7], 0.75 + 0.2 * even(i)) for i, (x, y) in enumerate(top)]
    return (grove("wood", tuple(found + kept)), _far_wood())


def _far_wood() -> Group:
    """The wood farther down, as soft cushions."""
    parts = []
    for number, colour in enumerate(("leaf", "leaf_deep", "pine", "leaf_light")):
        spots = []
        for i in range(number, 760, 5 - (number > 2)):
            angle, far = i * 2.399963 + 1, 30 + 190 * (i / 760) ** 0.8
            reach = edge(angle) + far * _swell(angle)
            x, y = reach * cos(angle), reach * sin(angle)
            spots.append((x, y, height(x, y) - 1.5, angle * 57.3, 0.75 + 0.6 * even(i, 2)))
        crown = Leaves("crown", (0, 0, 0), (4.4, 4.4, 3.8), colour, SETTING, fine=0)
        parts.append(Scatter(f"crowns-{colour}", (0, 0, 0), crown, tuple(spots), SETTING, vary=0.12))
    return Group("far-wood", (0, 0, 0), tuple(parts), SETTING)


def city_wall() -> Group:
    """The wall of Hanyang along the eastern ridge, with its parapet."""
    angles = [-1.25 + 2.5 * i / 40 for i in range(41)]
    line: list[Point] = []
    for angle in angles:
        reach = edge(angle) + 7.5 * _swell(angle)
        x, y = reach * cos(angle), reach * sin(angle)
        line.append((x, y, height(x, y)))
    out = [(x * 1.013, y * 1.013) for x, y, _ in line]
    foot = tuple((x, y, z - 3.5) for (x, y), (_, _, z) in zip(out, line, strict=True))
    outer = tuple((x, y, z + 1.6) for (x, y), (_, _, z) in zip(out, line, strict=True))
    inner = tuple((x, y, z + 1.6) for x, y, z in line)
    back = tuple((x, y, z - 0.4) for x, y, z in line)
    merlons = tuple(
        ((a[0] + b[0]) / 2 * 1.007, (a[1] + b[1]) / 2 * 1.007, (a[2] + b[2]) / 2 + 1.55, turn, 1.0)
        for a, b in pairwise(line)
        for turn in (float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0]))),)
    )
    stones: list[tuple[float, float, float, float, float]] = []
    for i, (x, y, z, turn, _) in enumerate(merlons):
        for course in range(4):
            far = 1.013 + 0.0016
            stones.append(
                (x / 1.007 * far, y / 1.007 * far, z - 4.6 + 1.05 * course, turn, 0.92 + 0.16 * even(i + course))
            )
    merlon = Box("merlon", (0, 0, 0), (3.1, 0.75, 0.95), "stone", SETTING, shade=0.9)
    stone = Box("stone", (0, 0, 0), (1.9, 0.12, 0.85), "granite", ORNAMENT, faces="snewt", until=1)
    parts = (
        Loft("face", (0, 0, 0), (foot, outer), "stone_dark", ESSENTIAL),
        Loft("top", (0, 0, 0), (outer, inner), "stone", ESSENTIAL),
        Loft("back", (0, 0, 0), (inner, back), "stone_dark", ESSENTIAL),
        Scatter("merlons", (0, 0, 0), merlon, merlons, SETTING, vary=0.06),
        Scatter("stones", (0, 0, 0), stone, tuple(stones), ORNAMENT, vary=0.14),
    )
    return Group("city-wall", (0, 0, 0), parts, ESSENTIAL)
