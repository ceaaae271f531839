"""N Seoul Tower: 236.7 m, a white shaft with a stack of glass rings near its head and a red and white mast.

Height 236.7 m, begun 1969, completed 1971, opened to the public 1980 (architectuul, travaa); concrete body 135.7 m,
mast 101 m, widths: general knowledge; a restaurant turns at about 133 m (asiatische-weisheiten.de).
"""

from math import cos, pi, sin

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Point, Scatter, Shape, Tube

BASE = 22.0
"""Radius of the building at the tower's foot."""


def tower() -> Group:
    """The tower on its round two-storeyed building; zero: the middle of its foot."""
    return Group("n-seoul-tower", (0, 0, 0), (*_foot(), *_shaft(), *_pod(), *_mast()), ESSENTIAL)


def _foot() -> tuple[Shape, ...]:
    """Glass shops below, a terrace with a rail above."""
    ribs = tuple(
        (BASE * cos(2 * pi * i / 36), BASE * sin(2 * pi * i / 36), 0.0, 360 * i / 36 + 90, 1.0) for i in range(36)
    )
    rib = Box("rib", (0, 0, 0), (0.3, 0.5, 6.4), "fin", ESSENTIAL, faces="snew")
    return (
        Lathe(
            "glass",
            (0, 0, 0),
            ((BASE - 0.5, 0.0), (BASE - 0.5, 6.2)),
            "glass",
            ESSENTIAL,
            segments=36,
            gloss=0.8,
            glow=0.3,
        ),
        Scatter("ribs", (0, 0, 0), rib, ribs, ESSENTIAL),
        Lathe(
            "sill",
            (0, 0, 0),
            ((BASE + 0.2, 0), (BASE + 0.2, 0.7), (BASE - 0.5, 0.7)),
            "granite",
            ESSENTIAL,
            segments=36,
        ),
        Lathe(
            "eaves",
            (0, 0, 6.0),
            ((BASE - 0.5, 0.0), (BASE + 1.6, 0.3), (BASE + 1.6, 0.9), (14.6, 1.0)),
            "white",
            ESSENTIAL,
            segments=36,
        ),
        Lathe(
            "rail", (0, 0, 7.0), ((BASE + 1.2, 0), (BASE + 1.2, 1.1)), "glass_light", SETTING, segments=36, gloss=0.6
        ),
        Lathe("upper", (0, 0, 7.0), ((14.5, 0), (14.5, 4.2)), "glass", ESSENTIAL, segments=30, gloss=0.8, glow=0.3),
        Lathe(
            "upper-roof",
            (0, 0, 11.2),
            ((14.2, 0), (15.6, 0.2), (15.6, 0.7), (6.0, 1.4)),
            "white",
            ESSENTIAL,
            segments=30,
        ),
    )


def _shaft() -> tuple[Shape, ...]:
    ribs = tuple(
        Box(
            f"rib-{i}",
            (5.1 * cos(pi / 4 + i * pi / 2), 5.1 * sin(pi / 4 + i * pi / 2), 12),
            (1.2, 1.2, 98),
            "white",
            ESSENTIAL,
            faces="snew",
            turn=45 + 90 * i,
            glow=0.1,
        )
        for i in range(4)
    )
    profile = ((5.7, 11), (5.4, 30), (5.0, 70), (4.6, 112))
    return (Lathe("shaft", (0, 0, 0), profile, "white", ESSENTIAL, segments=20, glow=0.14), *ribs)


def _pod() -> tuple[Shape, ...]:
    """Rings of glass between white edges, wider and narrower again."""
    cup = ((5.0, 110), (9.5, 113.5), (13.2, 117.6))
    rings = ((13.5, 118.0, 3.2), (15.5, 122.0, 3.4), (14.6, 126.2, 3.0), (13.0, 130.0, 3.4))
    found: list[Shape] = [Lathe("cup", (0, 0, 0), cup, "white", ESSENTIAL, segments=32, glow=0.12)]
    for i, (radius, z, high) in enumerate(rings):
        pane = ((radius - 0.4, 0), (radius, high))
        edge = ((radius - 0.6, -0.7), (radius + 0.3, -0.5), (radius + 0.3, 0.1), (radius - 0.6, 0.2))
        found.append(Lathe(f"pane-{i}", (0, 0, z), pane, "window", ESSENTIAL, segments=32, gloss=0.9, glow=0.45))
        found.append(Lathe(f"edge-{i}", (0, 0, z), edge, "white", ESSENTIAL, segments=32))
    roof = ((13.4, 133.4), (13.4, 134.2), (11.0, 135.4), (6.0, 136.4), (2.6, 137.6), (2.6, 139))
    found.append(Lathe("roof", (0, 0, 0), roof, "white", ESSENTIAL, segments=32))
    return tuple(found)


def _mast() -> tuple[Shape, ...]:
    """A white column with rings, a lattice in red and white, a needle."""
    found: list[Shape] = [Lathe("column", (0, 0, 138), ((2.5, 0), (2.3, 22)), "white", ESSENTIAL, segments=12)]
    for i in range(4):
        deck = ((2.4, 0), (3.6, 0.2), (3.6, 0.7), (2.4, 0.8))
        found.append(Lathe(f"deck-{i}", (0, 0, 142 + 5 * i), deck, "steel", SETTING, segments=12))
    for i in range(8):
        foot, high = 160 + 5 * i, 5.0
        half = 1.7 - 0.1 * i
        colour = ("car_red", "white")[i % 2]
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        found += [
            Box(f"leg-{i}-{k}", (half * x, half * y, foot), (0.34, 0.34, high), colour, ESSENTIAL, faces="snew")
            for k, (x, y) in enumerate(corners)
        ]
        found.append(
            Box(f"band-{i}", (0, 0, foot), (2 * half + 0.5, 2 * half + 0.5, 0.35), colour, ESSENTIAL, faces="snewtb")
        )
        for k in range(4):
            (ax, ay), (bx, by) = corners[k], corners[(k + 1) % 4]
            path: tuple[Point, ...] = ((half * ax, half * ay, foot), (half * bx, half * by, foot + high))
            found.append(Tube(f"brace-{i}-{k}", (0, 0, 0), path, (0.12, 0.12), colour, ORNAMENT, segments=3))
    found.append(Lathe("core", (0, 0, 160), ((0.7, 0), (0.6, 40)), "steel", SETTING, segments=6))
    needle = ((0.9, 200), (0.8, 214), (0.4, 214.2), (0.35, 228), (0.1, 236.7))
    found.append(Lathe("needle", (0, 0, 0), needle, "car_red", ESSENTIAL, segments=8))
    return tuple(found)


def old_mast(at: Point) -> Group:
    """The red and white lattice of the broadcasters beside the tower; about 60 m, an estimate."""
    found: list[Shape] = []
    for i in range(9):
        low, high = 4.0 - 0.38 * i, 4.0 - 0.38 * (i + 1)
        colour, z = ("car_red", "white")[i % 2], 7.0 * i
        for k, (x, y) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1))):
            nx, ny = ((1, -1), (1, 1), (-1, 1), (-1, -1))[k]
            leg: tuple[Point, ...] = ((x * low, y * low, z), (x * high, y * high, z + 7))
            cross: tuple[Point, ...] = ((x * low, y * low, z), (nx * high, ny * high, z + 7))
            found.append(Tube(f"leg-{i}-{k}", (0, 0, 0), leg, (0.22, 0.2), colour, ESSENTIAL, segments=4))
            found.append(Tube(f"cross-{i}-{k}", (0, 0, 0), cross, (0.1, 0.1), colour, ORNAMENT, segments=3))
    found.append(Lathe("tip", (0, 0, 63), ((0.4, 0), (0.1, 9)), "white", SETTING, segments=6))
    house = Box("house", (0, 0, 0), (9, 9, 4.5), "concrete", ESSENTIAL)
    return Group("old-mast", at, (house, *found), ESSENTIAL)
