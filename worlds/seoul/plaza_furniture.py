"""What stands on the plaza: benches round the lawn, lamps, planters, flagpoles, cars and buses in the streets.

Forty-eight lamps stand round the real lawn (Wikipedia); here every third is a post, the others lie in the ground.
"""

from math import atan2, degrees

from worlds.seoul.plaza_ground import PAVED, oval
from worlds.shape import ORNAMENT, SETTING, Box, Disc, Group, Lathe, Leaves, Loft, Scatter, Shape, row

Place5 = tuple[float, float, float, float, float]


def bench() -> Group:
    """A slatted wooden bench, 2.2 m, that looks to -y."""
    slats = row(Box("seat", (0, -0.235, 0.44), (2.2, 0.12, 0.06), "wood", ORNAMENT, until=0), 4, (0, 0.155, 0))
    rests = row(
        Box("rest", (0, 0.355, 0.62), (2.2, 0.05, 0.13), "wood", ORNAMENT, faces="snewtb", until=0), 2, (0, 0, 0.17)
    )
    parts: tuple[Shape, ...] = (
        *slats,
        *rests,
        Box("seat", (0, 0, 0.42), (2.2, 0.6, 0.08), "wood", since=1),
        Box("rest", (0, 0.355, 0.62), (2.2, 0.05, 0.3), "wood", faces="sn", since=1),
        *row(Box("leg", (-0.8, 0, 0), (0.14, 0.52, 0.44), "metal", faces="snew", shade=0.7, until=1), 2, (1.6, 0, 0)),
        *row(Box("arm", (-0.8, 0.32, 0.44), (0.1, 0.08, 0.48), "metal", ORNAMENT, until=0), 2, (1.6, 0, 0)),
    )
    return Group("bench", (0, 0, 0), parts)


def lamp() -> Group:
    """A post 5 m high with a glass head."""
    return Group(
        "lamp",
        (0, 0, 0),
        (
            Lathe("post", (0, 0, 0), ((0.16, 0), (0.13, 0.5), (0.07, 0.6), (0.055, 4.2)), "metal", segments=6, until=1),
            Box("post", (0, 0, 0), (0.12, 0.12, 4.2), "metal", faces="snew", since=2),
            Lathe(
                "head",
                (0, 0, 4.15),
                ((0.05, 0), (0.3, 0.2), (0.34, 0.6), (0.0, 0.85)),
                "lamp",
                segments=8,
                smooth=False,
                glow=1.0,
            ),
        ),
    )


def planter() -> Group:
    """A granite trough 3 m long with shrubs and flowers."""
    heads = ("flower_rose", "flower_gold", "flower_white", "flower_lilac")
    flowers = tuple(
        Leaves(
            f"flower-{i}",
            (-1.32 + 0.156 * i, 0.34 * ((i * 0.618) % 1 - 0.5) * 1.9, 0.82 + 0.14 * ((i * 0.37) % 1)),
            (0.11, 0.11, 0.06),
            heads[i % 4],
            ORNAMENT,
            fine=0,
            until=0,
        )
        for i in range(18)
    )
    shrubs = tuple(
        Leaves(
            f"shrub-{i}",
            (-1.15 + 0.575 * i, 0.1 * (i % 2) - 0.05, 0.36),
            (0.38, 0.36, 0.28),
            ("leaf", "leaf_light")[i % 2],
            until=0,
        )
        for i in range(5)
    )
    return Group(
        "planter",
        (0, 0, 0),
        (
            Box("trough", (0, 0, 0), (3.0, 1.0, 0.5), "granite", shade=0.75, bevel=0.04),
            Box("soil", (0, 0, 0.5), (2.8, 0.8, 0.02), "soil", ORNAMENT, until=0),
            Box("green", (0, 0, 0.5), (2.7, 0.8, 0.35), "leaf_light", shade=0.7, since=1),
            *shrubs,
            *flowers,
        ),
    )


def flagpole() -> Group:
    """A pole 11 m high; its flag hangs in a light wind."""
    low = tuple((0.06 + 0.4 * i, 0.16 * (-1) ** i * (i > 0), 9.3 - 0.03 * i) for i in range(7))
    high = tuple((x, y * 0.8, z + 1.6) for x, y, z in low)
    return Group(
        "flagpole",
        (0, 0, 0),
        (
            Lathe("pole", (0, 0, 0), ((0.12, 0), (0.06, 11)), "white", segments=6),
            Lathe("ball", (0, 0, 11), ((0.1, 0), (0.12, 0.1), (0.0, 0.2)), "brass", ORNAMENT, segments=6),
            Loft("flag", (0, 0, 0), (low, high), "white", smooth=True, both=True),
        ),
    )


def car(colour: str) -> Group:
    """A car 4.5 m long that looks to +x."""
    foot = ((-1.75, -0.86, 0.85), (1.35, -0.86, 0.85), (1.35, 0.86, 0.85), (-1.75, 0.86, 0.85), (-1.75, -0.86, 0.85))
    top = ((-1.2, -0.68, 1.42), (0.6, -0.68, 1.42), (0.6, 0.68, 1.42), (-1.2, 0.68, 1.42), (-1.2, -0.68, 1.42))
    return Group(
        f"car-{colour}",
        (0, 0, 0),
        (
            Box("body", (0, 0, 0.3), (4.5, 1.8, 0.55), colour, shade=0.7, bevel=0.12, gloss=0.2),
            Loft("cabin", (0, 0, 0), (foot, top), "window", gloss=0.8),
            Box("roof", (-0.3, 0, 1.41), (1.8, 1.36, 0.02), colour),
            *_wheels((-1.4, 1.4), 0.9, 0.34),
            Box("lights-front", (2.25, 0, 0.55), (0.03, 1.5, 0.14), "lamp", ORNAMENT, faces="e", glow=0.8),
            Box("lights-back", (-2.25, 0, 0.6), (0.03, 1.5, 0.12), "tail_light", ORNAMENT, faces="w", glow=0.7),
        ),
    )


def bus(colour: str) -> Group:
    """A city bus 11 m long that looks to +x."""
    return Group(
        f"bus-{colour}",
        (0, 0, 0),
        (
            Box("body", (0, 0, 0.35), (11, 2.5, 0.9), colour, shade=0.7),
            Box("glass", (0, 0, 1.25), (10.94, 2.44, 1.2), "window", faces="snew", gloss=0.8, glow=0.5),
            Box("top", (0, 0, 2.45), (11, 2.5, 0.65), colour, bevel=0.12),
            *row(
                Box("pillar", (-5.4, 0, 1.25), (0.16, 2.5, 1.2), colour, ORNAMENT, faces="sn", until=1), 6, (2.16, 0, 0)
            ),
            *_wheels((-3.6, 3.4), 1.26, 0.5),
        ),
    )


def _wheels(places: tuple[float, float], side: float, radius: float) -> tuple[Shape, ...]:
    return tuple(
        Disc(f"wheel-{i}-{way}", (x, way * side, radius), radius, "tyre", segments=12, turn=0 if way < 0 else 180)
        for i, x in enumerate(places)
        for way in (-1, 1)
    )


def _facing_lawn(scale: float, angle: float) -> Place5:
    """A spot on a ring round the lawn, with the turn of something that looks at the lawn."""
    x, y = oval(scale, angle)
    return (x, y, PAVED, degrees(atan2(-y, -x)) + 90, 1.0)


BENCHES = tuple(_facing_lawn(1.17, 9.0 + 18 * i) for i in range(20) if i not in (4, 5, 14, 15))
LAMPS = (
    *((*oval(1.235, 11.25 + 22.5 * i), PAVED, 0.0, 1.0) for i in range(16) if i not in (3, 4, 11, 12)),
    *((x, 54.5, PAVED, 0.0, 1.0) for x in (-60.0, -40.0, -20.0, 20.0, 40.0, 60.0)),
    *(
        (side * 87.0, y, PAVED, 0.0, 1.0)
        for side in (-1, 1)
        for y in (-120.0, -90.0, -60.0, -30.0, 0.0, 30.0, 60.0, 90.0)
    ),
)
PLANTERS = (
    *((side * x, 52.0, PAVED, 0.0, 1.0) for side in (-1, 1) for x in (18.0, 27.0, 36.0, 45.0)),
    *((side * 63.6, y, PAVED, 90.0, 1.0) for side in (-1, 1) for y in (-30.0, -14.0, 2.0, 18.0)),
)
POLES = (
    (-10.5, 53.5, PAVED, 0.0, 1.0),
    (10.5, 53.5, PAVED, 0.0, 1.0),
    *((-55.0 + 3.2 * i, 46.0, PAVED, 20.0, 1.0) for i in range(3)),
)
TRAFFIC: tuple[tuple[str, str, tuple[Place5, ...]], ...] = (
    ("bus", "bus_blue", ((-71.5, -22, 0, 90, 1), (79.5, -28, 0, 270, 1), (16, -69.5, 0, 180, 1))),
    ("bus", "bus_green", ((-79.6, 10, 0, 270, 1),)),
    ("car", "car_white", ((-71.5, 30, 0, 90, 1), (79.4, 26, 0, 270, 1), (-30, -62.5, 0, 0, 1), (71.6, -70, 0, 90, 1))),
    ("car", "taxi", ((-79.5, -42, 0, 270, 1), (71.6, 12, 0, 90, 1))),
    ("car", "car_red", ((42, -62.5, 0, 0, 1), (-71.5, 84, 0, 90, 1))),
)


def clusters() -> tuple[Group, ...]:
    """Four quarters of furniture and one group of traffic."""
    quarters = []
    for name, west, south in (("south-west", 1, 1), ("south-east", 0, 1), ("north-west", 1, 0), ("north-east", 0, 0)):
        parts = tuple(
            Scatter(thing.name, (0, 0, 0), thing, kept)
            for thing, spots in ((bench(), BENCHES), (lamp(), LAMPS), (planter(), PLANTERS), (flagpole(), POLES))
            if (kept := tuple(s for s in spots if (s[0] < 0) == bool(west) and (s[1] < 0) == bool(south)))
        )
        quarters.append(Group(f"furniture-{name}", (0, 0, 0), parts, SETTING))
    makers = {"bus": bus, "car": car}
    traffic = tuple(
        Scatter(f"{kind}-{colour}", (0, 0, 0), makers[kind](colour), spots) for kind, colour, spots in TRAFFIC
    )
    return (*quarters, Group("traffic", (0, 0, 0), traffic, SETTING))
