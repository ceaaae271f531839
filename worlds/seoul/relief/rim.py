"""What the relief lies in: a basin with a walk round it, a rail, trees behind, and a plain to the horizon."""

from math import cos, pi, sin

from worlds.seoul.relief.scale import BED, HALF
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Loft, Scatter, Shape, Spot, Tree

WALK, HIGH = 10.0, 2.6
"""Width of the walk and its height over the plates; metres."""
GAP = 0.8
"""Metres between the model and the walk."""
OUTER: Spot = (HALF[0] + GAP + WALK, HALF[1] + GAP + WALK)


def basin() -> Group:
    """The plinth's walls, the walk, the ground beyond."""
    x, y = HALF[0] + GAP, HALF[1] + GAP
    tall = HIGH - BED
    parts: list[Shape] = [
        Box("bed", (0, 0, BED - 0.1), (2 * x, 2 * y, 0.1), "stone_dark", faces="t"),
        Box("wall-south", (0, -y, BED), (2 * x, 0.1, tall), "white", ESSENTIAL, faces="n"),
        Box("wall-north", (0, y, BED), (2 * x, 0.1, tall), "white", ESSENTIAL, faces="s"),
        Box("wall-west", (-x, 0, BED), (0.1, 2 * y, tall), "white", ESSENTIAL, faces="e"),
        Box("wall-east", (x, 0, BED), (0.1, 2 * y, tall), "white", ESSENTIAL, faces="w"),
    ]
    for side in (-1, 1):
        across, along = 2 * OUTER[0], 2 * y
        at = side * (y + WALK / 2)
        parts.append(
            Box(f"walk-{side}", (0, at, HIGH - 0.3), (across, WALK, 0.3), "paving_light", ESSENTIAL, floor=True)
        )
        at = side * (x + WALK / 2)
        parts.append(
            Box(f"side-{side}", (at, 0, HIGH - 0.3), (WALK, along, 0.3), "paving_light", ESSENTIAL, floor=True)
        )
    parts += [
        _mist(),
    ]
    return Group("basin", (0, 0, 0), tuple(parts), ESSENTIAL)


def _mist() -> Loft:
    """The land in which the model lies: from the walk's edge, out to where haze takes it."""
    angles = [-2 * pi * i / 72 for i in range(73)]
    rows = []
    for step in range(9):
        far, round_ = (3600 / OUTER[0]) ** (step / 8), 2 + 58 * (1 - step / 8) ** 3
        reach = [
            (abs(cos(a) / OUTER[0]) ** round_ + abs(sin(a) / (OUTER[1] + (OUTER[0] - OUTER[1]) * step / 8)) ** round_)
            ** (-1 / round_)
            for a in angles
        ]
        drop = HIGH - 0.05 - 60 * (step / 8) ** 2
        rows.append(tuple((r * far * cos(a), r * far * sin(a), drop) for a, r in zip(angles, reach, strict=True)))
    return Loft("mist", (0, 0, 0), tuple(rows), "tint_sage", ESSENTIAL, smooth=True, tone=0.8)


def rail() -> Group:
    """A low stone kerb round the model with a brass rail on it."""
    x, y = HALF[0] + GAP + 0.25, HALF[1] + GAP + 0.25
    found: list[Shape] = []
    for name, at, size in (
        ("south", (0.0, -y), (2 * x + 0.3, 0.3)),
        ("north", (0.0, y), (2 * x + 0.3, 0.3)),
        ("west", (-x, 0.0), (0.3, 2 * y - 0.3)),
        ("east", (x, 0.0), (0.3, 2 * y - 0.3)),
    ):
        thin = (max(size[0] - 0.2, 0.09), max(size[1] - 0.2, 0.09))
        found.append(Box(f"kerb-{name}", (*at, HIGH), (*size, 0.45), "stone_light", ESSENTIAL))
        found.append(Box(f"rail-{name}", (*at, HIGH + 0.95), (*thin, 0.07), "brass", ESSENTIAL, faces="snewtb"))
    posts = [(-x + 2 * x * i / 76, side * y) for i in range(77) for side in (-1, 1)]
    posts += [(side * x, -y + 2 * y * i / 62) for i in range(1, 62) for side in (-1, 1)]
    post = Box("post", (0, 0, HIGH + 0.4), (0.08, 0.08, 0.58), "brass", SETTING, faces="snew")
    found.append(Scatter("posts", (0, 0, 0), post, tuple((px, py, 0.0, 0.0, 1.0) for px, py in posts), SETTING))
    return Group("rail", (0, 0, 0), tuple(found), ESSENTIAL)


def grove() -> Group:
    """Zelkovas, cherries and pines in a loose row behind the walk."""
    kinds = ("zelkova", "cherry", "pine", "ginkgo")
    ring: list[Spot] = []
    for i in range(18):
        x = -OUTER[0] + 2 * OUTER[0] * i / 17
        ring += [(x, OUTER[1] + 7 + 4 * (i % 3))]
        if abs(x) > 30:
            ring.append((x, -OUTER[1] - 7 - 4 * (i % 3)))
    for i in range(1, 15):
        y = -OUTER[1] + 2 * OUTER[1] * i / 15
        ring += [(-OUTER[0] - 7 - 4 * (i % 3), y), (OUTER[0] + 7 + 4 * (i % 3), y)]
    parts = []
    for number, kind in enumerate(kinds):
        mine = [spot for i, spot in enumerate(ring) if (i * 7 + i // 3) % 4 == number]
        rows = tuple(
            (x, y, HIGH - 0.1, (i * 137.5) % 360, 0.9 + 0.3 * ((i * 0.618) % 1)) for i, (x, y) in enumerate(mine)
        )
        tree = Tree(kind, (0, 0, 0), kind, SETTING, variety=number % 2)
        parts.append(Scatter(kind, (0, 0, 0), tree, rows, SETTING, vary=0.08))
    return Group("grove", (0, 0, 0), tuple(parts), SETTING)
