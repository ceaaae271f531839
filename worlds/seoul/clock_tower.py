"""The clock tower of the old City Hall: drum with three clocks, eight-sided stage, copper dome, lantern, pole."""

from math import cos, pi, sin

from worlds.seoul.masonry import grown, slab
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Disc, Facade, Group, Lathe, Loft, Point, Shape, Spot, Storey


def clock_tower() -> tuple[Shape, ...]:
    """Square drum with three clocks, eight-sided stage, copper dome, lantern, pole. Zero: its middle, on the roof."""
    half = 5.2
    low, high = (-half, -half), (half, half)
    parts: list[Shape] = [
        slab("plinth", *grown(low, high, 0.7), 0, 1.6, "stone", detail=ESSENTIAL, shade=0.8),
        slab("drum", low, high, 1.6, 8.6, "stone", detail=ESSENTIAL, faces="snew", shade=0.85),
        *_tower_cornice(low, high),
        Lathe(
            "stage",
            (0, 0, 9.9),
            ((4.7, 0), (4.7, 2.0), (5.1, 2.2), (5.1, 2.6)),
            "stone",
            ESSENTIAL,
            segments=8,
            smooth=False,
        ),
        Lathe("dome", (0, 0, 12.5), _dome(), "copper", ESSENTIAL, segments=20, gloss=0.12),
        Lathe(
            "lantern",
            (0, 0, 16.4),
            ((0.7, 0), (0.7, 1.2), (0.95, 1.3), (0.1, 2.1)),
            "stone_light",
            SETTING,
            segments=8,
            smooth=False,
        ),
        Lathe("pole", (0, 0, 18.3), ((0.06, 0), (0.04, 5.2)), "metal", ORNAMENT, segments=5),
    ]
    for i, (x, y) in enumerate(((-half, -half), (half, -half), (half, half), (-half, half))):
        parts.append(Box(f"corner-{i}", (x, y, 1.6), (1.5, 1.5, 7.0), "stone_light", SETTING, faces="snew"))
    for side, (x, y, turn) in {"south": (0, -half, 0), "east": (half, 0, 90), "west": (-half, 0, 270)}.items():
        parts.append(Group(f"clock-{side}", (x, y, 5.4), (*_clock(), *_niches()), SETTING, turn=turn))
    return tuple(parts)


def _tower_cornice(low: Spot, high: Spot) -> list[Box]:
    steps = ((0.2, 0.3, 8.6), (0.6, 0.35, 8.9), (0.95, 0.4, 9.25))
    return [
        slab(
            f"cornice-{i}",
            *grown(low, high, out),
            z,
            z + tall,
            "stone_light",
            faces="snewtb",
            shade=0.75,
            detail=ESSENTIAL if i == 2 else ORNAMENT,
        )
        for i, (out, tall, z) in enumerate(steps)
    ] + [slab("parapet", *grown(low, high, 0.1), 9.65, 10.3, "stone")]


def _dome() -> tuple[Spot, ...]:
    """A dome a little fuller than a half circle, open at the top for its lantern."""
    steps = [i * pi / 2 / 8 for i in range(8)]
    return (*((4.6 * max(cos(t), 0.0) ** 0.8, 4.0 * sin(t)) for t in steps), (0.5, 4.0))


def _niches() -> list[Shape]:
    """Tall blind windows beside the clock and three small ones below it."""
    tall = Storey(-3.2, 2.9, -2.8, 2.5)
    small = Storey(-3.6, -2.1, -3.4, -2.3)
    return [
        Facade(
            "niche-west",
            (-4.2, -0.06, 0),
            1.5,
            (tall,),
            "stone_light",
            ORNAMENT,
            bay=1.5,
            width=1.0,
            recess=0.05,
            hood=False,
        ),
        Facade(
            "niche-east",
            (2.7, -0.06, 0),
            1.5,
            (tall,),
            "stone_light",
            ORNAMENT,
            bay=1.5,
            width=1.0,
            recess=0.05,
            hood=False,
        ),
        Facade(
            "lights",
            (-1.8, -0.06, 0),
            3.6,
            (small,),
            "stone_light",
            ORNAMENT,
            bay=1.2,
            width=0.8,
            recess=0.05,
            hood=False,
        ),
    ]


def _clock() -> list[Shape]:
    """A face 3.8 m across at five minutes past ten, hours marked."""
    radius = 1.9
    parts: list[Shape] = [
        Disc("rim-dark", (0, -0.10, 0), radius * 1.16, "stone_dark", SETTING),
        Disc("rim", (0, -0.16, 0), radius * 1.07, "stone_light", SETTING),
        Disc("face", (0, -0.22, 0), radius * 0.97, "white", SETTING, glow=0.9),
    ]
    parts += [
        _bar(f"hour-{i}", i * 30, radius * (0.72 if i % 3 == 0 else 0.8), radius * 0.92, 0.13 if i % 3 == 0 else 0.08)
        for i in range(12)
    ]
    parts += [_bar("hand-hour", 305, -0.2, radius * 0.52, 0.2), _bar("hand-minute", 55, -0.25, radius * 0.78, 0.14)]
    return parts


def _bar(name: str, degrees: float, near: float, far: float, wide: float) -> Shape:
    """A mark or hand on the clock's face, `degrees` clockwise from twelve."""
    s, c = sin(degrees * pi / 180), cos(degrees * pi / 180)
    half = wide / 2

    def corner(reach: float, side: float) -> Point:
        return (s * reach + c * side, -0.27, c * reach - s * side)

    rows = ((corner(near, -half), corner(near, half)), (corner(far, -half), corner(far, half)))
    return Loft(name, (0, 0, 0), rows, "ink", ORNAMENT)
