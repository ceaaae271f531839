"""Seokjojeon, the stone hall of the Korean Empire: a podium, a colonnade of Ionic columns all round, a portico.

54.2 x 31 m, three storeys of granite, begun 1900, finished 1910, architect J. R. Harding, plum blossom in the pediment
(kieury.tistory, hmap, history.go.kr). Podium 3.8 m, cornice 15 m, columns 0.9 m thick every 3.6 m, portico of six
columns 20 m wide: estimates.
"""

from math import cos, pi, sin

from worlds.seoul.hanok.terrace import run, stairs
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Disc,
    Facade,
    Group,
    Lathe,
    Loft,
    Point,
    Ring,
    Scatter,
    Shape,
    Storey,
    Water,
)

WIDE, DEEP = 54.2, 31.0
PODIUM, HEAD, CORNICE = 3.8, 13.4, 15.4
PORTICO, OUT = 20.0, 4.2
STONE = "stone_light"


def _columns() -> list[Shape]:
    """Columns all round, closer in the portico; each with its base, capital and scrolls."""
    height = HEAD - PODIUM
    parts: tuple[Shape, ...] = (
        Box("plinth", (0, 0, 0), (1.2, 1.2, 0.3), STONE, faces="snew"),
        Lathe(
            "shaft",
            (0, 0, 0.3),
            ((0.52, 0), (0.46, 0.3), (0.44, height * 0.4), (0.37, height - 1.0)),
            STONE,
            ESSENTIAL,
            10,
        ),
        Box("capital", (0, 0, height - 0.7), (1.06, 0.9, 0.34), STONE, faces="snewb"),
        Box("abacus", (0, 0, height - 0.36), (1.16, 1.16, 0.36), STONE, faces="snewb"),
        *(Disc(f"scroll-{s}", (s * 0.46, -0.5, height - 0.62), 0.27, STONE, ORNAMENT, 10) for s in (-1, 1)),
    )
    spots: list[tuple[float, float, float, float, float]] = []
    count = 15
    for i in range(count + 1):
        x = -WIDE / 2 + 0.9 + (WIDE - 1.8) * i / count
        if abs(x) > PORTICO / 2 + 0.5:
            spots.append((x, -DEEP / 2 + 0.9, PODIUM, 0.0, 1.0))
        spots.append((x, DEEP / 2 - 0.9, PODIUM, 180.0, 1.0))
    for i in range(1, 8):
        y = -DEEP / 2 + 0.9 + (DEEP - 1.8) * i / 8
        spots += [(side * (WIDE / 2 - 0.9), y, PODIUM, 90.0, 1.0) for side in (-1, 1)]
    spots += [(-PORTICO / 2 + 0.8 + (PORTICO - 1.6) * i / 5, -DEEP / 2 - OUT + 0.9, PODIUM, 0.0, 1.0) for i in range(6)]
    spots += [(s * (PORTICO / 2 - 0.8), -DEEP / 2 + 0.6, PODIUM, 0.0, 1.0) for s in (-1, 1)]
    return [Scatter("columns", (0, 0, 0), Group("column", (0, 0, 0), parts, ESSENTIAL), tuple(spots), ESSENTIAL)]


def _walls() -> list[Shape]:
    """The rooms behind the colonnade: two storeys of tall windows on each side, small ones in the podium."""
    inset = 3.6
    wide, deep = WIDE - 2 * inset, DEEP - 2 * inset
    storeys = (Storey(PODIUM, 8.6, 4.6, 7.6), Storey(8.6, HEAD, 9.3, 12.3))
    low = (Storey(0.0, PODIUM, 1.2, 2.9),)
    made: list[Shape] = []
    for name, length, away, turn, rows, bay in (
        ("south", wide, deep, 0.0, storeys, 3.6),
        ("north", wide, deep, 180.0, storeys, 3.6),
        ("east", deep, wide, 90.0, storeys, 3.6),
        ("west", deep, wide, 270.0, storeys, 3.6),
        ("south-low", WIDE, DEEP, 0.0, low, 3.6),
        ("north-low", WIDE, DEEP, 180.0, low, 3.6),
        ("east-low", DEEP, WIDE, 90.0, low, 3.6),
        ("west-low", DEEP, WIDE, 270.0, low, 3.6),
    ):
        wall = Facade("wall", (-length / 2, -away / 2, 0), length, rows, STONE, bay=bay, width=1.3, hood=False, lit=0.4)
        made.append(Group(f"wall-{name}", (0, 0, 0), (wall,), ESSENTIAL, turn=turn))
    return made


def _pediment() -> list[Shape]:
    """The gable over the portico with its plum blossom."""
    half, y, z, rise = PORTICO / 2 + 0.5, -DEEP / 2 - OUT + 0.2, CORNICE, 3.4
    back = -DEEP / 2 + 6.0
    top = (0.0, y, z + rise)
    front = (((-half, y, z), (0.0, y, z), (half, y, z)), (top, top, top))
    west = (
        ((-half - 0.4, back, z), (-half - 0.4, y - 0.5, z)),
        ((0.0, back, z + rise + 0.3), (0.0, y - 0.5, z + rise + 0.3)),
    )
    east = (
        ((half + 0.4, y - 0.5, z), (half + 0.4, back, z)),
        ((0.0, y - 0.5, z + rise + 0.3), (0.0, back, z + rise + 0.3)),
    )
    edge_w = (
        ((-half - 0.4, y - 0.5, z - 0.35), (0.0, y - 0.5, z + rise - 0.1)),
        ((-half - 0.4, y - 0.5, z), (0.0, y - 0.5, z + rise + 0.3)),
    )
    edge_e = (
        ((0.0, y - 0.5, z + rise - 0.1), (half + 0.4, y - 0.5, z - 0.35)),
        ((0.0, y - 0.5, z + rise + 0.3), (half + 0.4, y - 0.5, z)),
    )
    return [
        Loft("tympanum", (0, 0, 0), front, STONE, ESSENTIAL, tone=0.95),
        Loft("slope-west", (0, 0, 0), west, "roof", ESSENTIAL),
        Loft("slope-east", (0, 0, 0), east, "roof", ESSENTIAL),
        Loft("rake-west", (0, 0, 0), edge_w, STONE, ESSENTIAL),
        Loft("rake-east", (0, 0, 0), edge_e, STONE, ESSENTIAL),
        Disc("plum-ring", (0, y - 0.05, z + 1.35), 0.85, "stone", SETTING, 20),
        *(
            Disc(f"petal-{i}", (0.42 * x, y - 0.1, z + 1.35 + 0.42 * up), 0.27, STONE, ORNAMENT, 10)
            for i, (x, up) in enumerate(((0, 1), (0.95, 0.31), (0.59, -0.81), (-0.59, -0.81), (-0.95, 0.31)))
        ),
    ]


def seokjojeon(at: Point) -> Group:
    """The stone hall; looks south."""
    porch = (0.0, -DEEP / 2 - OUT / 2, 0.0)
    parts: list[Shape] = [
        Box("podium-edge", (0, 0, PODIUM), (WIDE + 0.5, DEEP + 0.5, 0.3), STONE, ESSENTIAL, "snewtb"),
        Box("porch", porch, (PORTICO, OUT, PODIUM + 0.3), STONE, ESSENTIAL, "snewt", shade=0.8, floor=True),
        stairs("stairs", (0, -DEEP / 2 - OUT - run(PODIUM + 0.3), 0), 13.0, PODIUM + 0.3),
        *_walls(),
        *_columns(),
        Box("entablature", (0, 0, HEAD), (WIDE, DEEP, CORNICE - HEAD - 0.5), STONE, ESSENTIAL, "snewb"),
        Box("cornice", (0, 0, CORNICE - 0.5), (WIDE + 1.3, DEEP + 1.3, 0.5), STONE, ESSENTIAL, "snewtb"),
        Box("parapet", (0, 0, CORNICE), (WIDE - 0.4, DEEP - 0.4, 1.3), STONE, ESSENTIAL, "snewt", tone=0.96),
        Box("porch-beam", (0, porch[1], HEAD), (PORTICO, OUT, CORNICE - HEAD), STONE, ESSENTIAL, "sewb"),
        Box("balcony", (0, -DEEP / 2 + 1.8, 8.3), (WIDE - 3.0, 3.0, 0.3), STONE, SETTING, "snewb"),
        *_pediment(),
    ]
    return Group("seokjojeon", at, tuple(parts), ESSENTIAL)


def fountain_garden(at: Point) -> Group:
    """The garden before the stone hall: a round basin with a fountain, clipped hedges, paths."""
    ring = tuple((7.0 * cos(2 * pi * i / 28), 7.0 * sin(2 * pi * i / 28)) for i in range(28))
    parts: list[Shape] = [
        Ring("round", (0, 0, 0.07), (0, 0), (12.0, 12.0), "paving_light", ESSENTIAL),
        Water("basin", (0, 0, 0.35), ring),
        Lathe("rim", (0, 0, 0), ((7.9, 0), (7.7, 0.5), (7.0, 0.5), (6.9, 0.2)), STONE, ESSENTIAL, 28),
        Lathe(
            "bowl-foot",
            (0, 0, 0),
            ((0.9, 0), (0.5, 0.4), (0.4, 1.4), (1.7, 2.0), (1.6, 2.1), (0, 1.95)),
            STONE,
            SETTING,
            14,
        ),
        Lathe("jet", (0, 0, 1.9), ((0.1, 0), (0.12, 1.3), (0.4, 1.7), (0.05, 2.1)), "white", SETTING, 8),
    ]
    hedge = Box("hedge", (0, 0, 0), (16.0, 1.1, 0.7), "pine", SETTING, bevel=0.18, shade=0.7)
    spots = tuple((s * 21.5, y, 0.05, 0.0, 1.0) for s in (-1, 1) for y in (-16.0, -13.0, -5.0, 5.0, 13.0, 16.0))
    parts.append(Scatter("hedges", (0, 0, 0), hedge, spots, vary=0.08))
    return Group("fountain-garden", at, tuple(parts), SETTING)
