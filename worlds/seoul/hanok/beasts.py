"""Creatures and marks of stone: haetae who guard against fire, small guardians on rails, the rank stones of a court."""

from math import cos, pi, sin

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Point, Scatter, Shape


def rounded(name: str, at: Point, half: Point, colour: str, segments: int = 10) -> Lathe:
    """An egg-shaped body with three half axes, standing on its lowest point."""
    rings = 6 if segments > 6 else 4
    profile = tuple((half[0] * sin(pi * i / rings), half[2] * (1 - cos(pi * i / rings))) for i in range(rings + 1))
    return Lathe(name, at, profile, colour, SETTING, segments, squash=(1.0, half[1] / half[0]), shade=0.8, tone=0.95)


def haetae(name: str, at: Point, turn: float = 0.0, size: float = 1.0) -> Group:
    """A haetae sitting on its plinth, looking south and a little up: round chest, curly mane, big head."""

    def ball(label: str, x: float, y: float, z: float, a: float, b: float, c: float) -> Lathe:
        return rounded(label, (x * size, y * size, (z - c) * size), (a * size, b * size, c * size), "stone_light")

    parts: list[Shape] = [
        Box("plinth", (0, 0, 0), (2.0 * size, 2.9 * size, 1.2 * size), "granite", ESSENTIAL, bevel=0.06, shade=0.8),
        Box("plinth-top", (0, 0, 1.2 * size), (1.8 * size, 2.7 * size, 0.25 * size), "stone_light", ESSENTIAL),
        ball("haunch", 0, 0.55, 1.95, 0.72, 0.85, 0.62),
        ball("chest", 0, -0.25, 2.2, 0.6, 0.62, 0.82),
        ball("mane", 0, -0.35, 3.0, 0.66, 0.6, 0.55),
        ball("head", 0, -0.62, 3.08, 0.52, 0.56, 0.46),
        ball("muzzle", 0, -1.05, 2.92, 0.36, 0.3, 0.25),
        *(ball(f"ear-{s}", s * 0.46, -0.42, 3.42, 0.13, 0.2, 0.2) for s in (-1, 1)),
        *(ball(f"eye-{s}", s * 0.2, -1.06, 3.2, 0.11, 0.1, 0.11) for s in (-1, 1)),
        *(ball(f"paw-{s}", s * 0.42, -0.85, 1.62, 0.24, 0.4, 0.2) for s in (-1, 1)),
        *(ball(f"leg-{s}", s * 0.42, -0.62, 2.0, 0.22, 0.26, 0.55) for s in (-1, 1)),
        *(
            ball(f"curl-{i}", 0.62 * cos(a), -0.3 + 0.3 * sin(a), 2.75 + 0.3 * sin(a), 0.17, 0.17, 0.17)
            for i, a in enumerate((0.0, pi / 4, pi * 3 / 4, pi))
        ),
    ]
    return Group(name, at, tuple(parts), SETTING, turn=turn)


def guardians(name: str, spots: tuple[Point, ...]) -> Scatter:
    """Small animals on the posts of a rail: the twelve of the zodiac and the four of the winds, each two cushions."""
    small = Group(
        "guardian",
        (0, 0, 0),
        (
            Box("base", (0, 0, 0), (0.42, 0.42, 1.0), "granite"),
            rounded("body", (0, 0.05, 0.98), (0.2, 0.26, 0.22), "stone_light", 6),
            rounded("head", (0, -0.16, 1.26), (0.16, 0.17, 0.15), "stone_light", 6),
        ),
    )
    return Scatter(name, (0, 0, 0), small, tuple((x, y, z, 0.0, 1.0) for x, y, z in spots), ORNAMENT)


def rank_stones(name: str, at: Point, pairs: int, apart: float, step: float) -> Scatter:
    """Rank stones (pumgyeseok) in two rows along the way to a throne hall, the highest rank in the north."""
    stone = Group(
        "rank-stone",
        (0, 0, 0),
        (
            Box("foot", (0, 0, 0), (0.72, 0.5, 0.16), "granite", shade=0.8),
            Box("slab", (0, 0, 0.16), (0.5, 0.24, 0.8), "stone_light", bevel=0.06),
        ),
    )
    spots = tuple((side * apart / 2, -i * step, 0.0, 0.0, 1.0) for i in range(pairs) for side in (-1, 1))
    return Scatter(name, at, stone, spots, SETTING)


def lantern(name: str, at: Point) -> Group:
    """A stone lantern, lit at night."""
    parts: tuple[Shape, ...] = (
        Lathe("foot", (0, 0, 0), ((0.4, 0), (0.3, 0.2), (0.14, 0.3), (0.14, 1.0), (0.34, 1.1)), "granite", segments=8),
        Box("light", (0, 0, 1.1), (0.4, 0.4, 0.42), "lamp", glow=1.0),
        Lathe("roof", (0, 0, 1.52), ((0.52, 0), (0.2, 0.24), (0, 0.42)), "granite", segments=8, smooth=False),
    )
    return Group(name, at, parts, SETTING)
