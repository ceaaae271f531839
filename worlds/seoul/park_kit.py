"""What parks and forecourts of the city share: groves, rows of lamps and benches, the stop of the tour bus."""

from math import cos, pi, sin

from worlds.seoul.centre.furniture import bench, lamp
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Disc, Group, Lathe, Point, Scatter, Shape, Sign, Tree, Words

Planted = tuple[float, float, float, str, int, float]
"""x, y, z, kind, variety, size."""
GOLDEN = 0.6180339887498949
STOP = {"ko": "서울 전도로", "en": "To Seoul from above", "zh": "前往首尔全景", "ja": "ソウル全図へ"}


def even(number: int, salt: int = 0) -> float:
    """0..1, different for each number, the same everywhere."""
    return (number * GOLDEN + salt * 0.37 + number * number * 0.0754877) % 1.0


def grove(name: str, trees: tuple[Planted, ...]) -> Group:
    """One cluster of trees: a scatter for each kind and variety."""
    kinds = sorted({(tree[3], tree[4]) for tree in trees})
    parts = []
    for kind, variety in kinds:
        spots = tuple(
            (x, y, z, (i * 137.508 + x) % 360, size)
            for i, (x, y, z, k, v, size) in enumerate(trees)
            if (k, v) == (kind, variety)
        )
        tree = Tree(kind, (0, 0, 0), kind, SETTING, variety=variety)
        parts.append(Scatter(f"{kind}-{variety}", (0, 0, 0), tree, spots, SETTING, vary=0.07))
    return Group(name, (0, 0, 0), tuple(parts), SETTING)


def lamps(spots: tuple[tuple[float, float, float], ...]) -> Scatter:
    """Lamps of 5 m at (x, y, z)."""
    return Scatter("lamps", (0, 0, 0), lamp(), tuple((*spot, 0.0, 1.0) for spot in spots), SETTING)


def benches(spots: tuple[tuple[float, float, float, float], ...]) -> Scatter:
    """Benches at (x, y, z, turn), each looking to -y before it is turned."""
    return Scatter("benches", (0, 0, 0), bench(), tuple((*spot, 1.0) for spot in spots), SETTING)


def bus_stop(name: str, at: Point, turn: float = 0.0, words: Words = STOP) -> Group:
    """A glass shelter with the round sign of the tour bus; one stands before it to the south."""
    parts: tuple[Shape, ...] = (
        Box("back", (0, 1.0, 0.35), (3.6, 0.05, 1.9), "glass_light", faces="sn", gloss=0.7),
        Box("roof", (0, 0.45, 2.4), (4.2, 1.6, 0.12), "metal", ESSENTIAL, faces="snewtb"),
        *(Box(f"post-{i}", (x, 1.0, 0), (0.1, 0.1, 2.4), "metal", faces="snew") for i, x in enumerate((-1.85, 1.85))),
        Box("seat", (0, 0.75, 0.42), (2.6, 0.36, 0.07), "wood", faces="snewtb"),
        *(Box(f"leg-{i}", (x, 0.75, 0), (0.1, 0.3, 0.42), "metal", faces="snew") for i, x in enumerate((-1, 1))),
        Sign("board", (0, -0.37, 2.48), (3.4, 0.46), words, "seoul_blue", "white"),
        Lathe("pole", (2.7, 0.2, 0), ((0.05, 0), (0.05, 2.4)), "metal", segments=6),
        Disc("round", (2.7, 0.14, 2.6), 0.36, "car_red", ORNAMENT, segments=20),
        Disc("round-back", (2.7, 0.26, 2.6), 0.36, "car_red", ORNAMENT, segments=20, turn=180),
    )
    return Group(name, at, parts, SETTING, turn=turn)


def circle(count: int, radius: float, squash: float = 1.0, start: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Spots on an oval, evenly apart."""
    return tuple(
        (radius * cos(start + 2 * pi * i / count), radius * squash * sin(start + 2 * pi * i / count))
        for i in range(count)
    )
