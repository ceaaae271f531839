"""Buildings of the centre that are more than a tower: a pavilion, two churches, the old assembly, the Sejong Center.

Shapes by general knowledge, sizes estimates; the Sejong Center's media wall is 53 x 3.25 m (economist, newsian).
"""

from math import pi

from worlds.seoul.centre.figures import Figure
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Disc, Group, Lathe, Loft, Roof, Shape, Sign, Spot, Tower, row

Parts = tuple[Shape, ...]
CENTER = {"ko": "세종문화회관", "en": "Sejong Center", "zh": "世宗文化会馆", "ja": "世宗文化会館"}


def gable(name: str, length: float, width: float, eaves: float, ridge: float, colour: str) -> Group:
    """A plain ridged roof along y, with its two end walls' triangles in stone."""
    x, y = width / 2 + 0.5, length / 2 + 0.3
    east = (((x, -y, eaves), (x, y, eaves)), ((0, -y, ridge), (0, y, ridge)))
    west = (((-x, y, eaves), (-x, -y, eaves)), ((0, y, ridge), (0, -y, ridge)))
    south = (((-x, -y, eaves), (x, -y, eaves)), ((0, -y, ridge), (0, -y, ridge)))
    north = (((x, y, eaves), (-x, y, eaves)), ((0, y, ridge), (0, y, ridge)))
    return Group(
        name,
        (0, 0, 0),
        (
            Loft("east", (0, 0, 0), east, colour, ESSENTIAL),
            Loft("west", (0, 0, 0), west, colour, ESSENTIAL),
            Loft("south", (0, 0, 0), south, "granite", ESSENTIAL),
            Loft("north", (0, 0, 0), north, "granite", ESSENTIAL),
        ),
        ESSENTIAL,
    )


def _stage(z: float, wide: float, high: float, reach: float, rise: float) -> Parts:
    """One storey of an eight-sided pavilion: red posts, green lattice, a tiled roof."""
    profile = ((wide / 2 + reach, 0.0), (wide / 2 + reach * 0.4, rise * 0.45), (wide / 2 - 1.2, rise))
    return (
        Lathe("body", (0, 0, z), ((wide / 2, 0), (wide / 2, high)), "palace_red", ESSENTIAL, segments=8, smooth=False),
        Lathe(
            "beam",
            (0, 0, z + high - 0.7),
            ((wide / 2 + 0.2, 0), (wide / 2 + 0.9, 0.8)),
            "palace_green",
            segments=8,
            smooth=False,
        ),
        Lathe("roof", (0, 0, z + high), profile, "tile", ESSENTIAL, segments=8, smooth=False),
        Lathe(
            "eaves",
            (0, 0, z + high),
            ((wide / 2, -0.1), (wide / 2 + reach, 0.0)),
            "palace_green",
            segments=8,
            smooth=False,
            tone=0.8,
        ),
    )


def pavilion(one: Figure) -> Parts:
    """Hwanggungu: three eight-sided storeys on a stone terrace, a gilt knob on top."""
    return (
        Lathe("terrace", (0, 0, 0), ((9, 0), (9, 1.4), (0, 1.4)), "granite", ESSENTIAL, segments=8, smooth=False),
        *_stage(1.4, 10.4, 4.2, 2.2, 1.6),
        *_stage(7.0, 8.0, 2.6, 2.0, 1.5),
        *_stage(11.0, 5.8, 2.2, 1.8, 3.0),
        Lathe(
            "knob", (0, 0, 16.0), ((2.0, 0), (0.5, 1.2), (0.8, 1.8), (0.0, 2.6)), "tile_light", ESSENTIAL, segments=8
        ),
    )


def cathedral(one: Figure) -> Parts:
    """The Anglican cathedral: Romanesque in granite and brick, red tiles, a square tower over the crossing."""
    wide, long = one.width, one.depth
    tower = ((5.6, 0), (5.6, 0.4), (0.0, 5.0))
    arch = Box(
        "window", (-wide / 4 + 1.6, -long / 2 - 0.05, 4), (1.4, 0.2, 4.6), "window", ORNAMENT, faces="s", glow=0.4
    )
    return (
        Box("nave", (0, 0, 0), (wide * 0.5, long, 13), one.colour, ESSENTIAL, shade=0.7),
        gable("nave-roof", long, wide * 0.5, 13, 18, "roof_red"),
        Group(
            "transept",
            (0, 6, 0),
            (
                Box("walls", (0, 0, 0), (12, wide, 12), one.colour, ESSENTIAL),
                gable("roof", wide, 12, 12, 17, "roof_red"),
            ),
            ESSENTIAL,
            turn=90,
        ),
        Box("tower", (0, 6, 12), (10, 10, 12), one.colour, ESSENTIAL, faces="snew"),
        Lathe(
            "tower-roof",
            (0, 6, 24),
            tuple((r * 1.4, z) for r, z in tower),
            "roof_red",
            ESSENTIAL,
            segments=4,
            smooth=False,
            turn=0,
        ),
        *row(
            Box("turret", (-wide / 4, -long / 2 + 1.5, 0), (3.4, 3.4, 19), one.colour, ESSENTIAL), 2, (wide / 2, 0, 0)
        ),
        *row(arch, 4, (wide / 8, 0, 0)),
        Disc("rose", (0, -long / 2 - 0.1, 11), 1.8, "window", ORNAMENT, segments=16, glow=0.4),
    )


def council(one: Figure) -> Parts:
    """The assembly of 1935, once the citizens' hall: low pale blocks and a slim tower of 44 m with a clock."""
    x, y = one.width / 2 - 6, -one.depth / 2 + 6
    clock = Disc("clock", (0, -4.1, 38), 2.0, "white", ESSENTIAL, segments=20, glow=0.5)
    return (
        Tower("hall", (0, 2, 0), (one.width, one.depth - 4, one.height), one.colour, ESSENTIAL, storey=4.6, bay=3.6),
        Tower("stage", (-8, 6, 0), (22, 20, one.height + 8), one.colour, ESSENTIAL, bay=6.0, parapet=False),
        Group(
            "clock-tower",
            (x, y, 0),
            (
                Box("shaft", (0, 0, 0), (8, 8, 42), one.colour, ESSENTIAL),
                Box("cap", (0, 0, 42), (6, 6, 2), "stone_light", ESSENTIAL),
                *row(Box("slit", (-1.6, -4.05, 8), (0.7, 0.1, 26), "window", faces="s", glow=0.3), 3, (1.6, 0, 0)),
                *(Group(f"face-{turn}", (0, 0, 0), (clock,), turn=turn) for turn in (0, 90)),
            ),
            ESSENTIAL,
        ),
        Box("shops", (0, 2, 0), (one.width + 0.3, one.depth - 3.7, 4.2), "window", faces="snew", gloss=0.5, glow=0.4),
        Box("porch", (0, -one.depth / 2 + 1.0, 4.4), (20, 5, 0.7), "stone_light", faces="snewtb"),
    )


def sejong_center(one: Figure) -> Parts:
    """Built looking south, turned to look east over the square: stairs, tall piers, a deep lid with lifted edge."""
    wide, deep, high = one.width, one.depth, one.height
    front = -deep / 2
    count = 8
    pier = Lathe(
        "pier",
        (-wide / 2 + 5, front + 4, 4.4),
        ((1.3, 0), (1.0, 2), (1.0, high - 14), (1.9, high - 9.4)),
        "stone_light",
        ESSENTIAL,
        segments=8,
    )
    eave: tuple[Spot, ...] = ((0.0, 0.0), (2.6, 0.7), (2.6, 3.4), (0.0, 4.4))
    rows = tuple(
        tuple(
            (sx * (wide / 2 + 1 + out), sy * (deep / 2 + 1 + out), high - 5 + z)
            for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
        )
        for out, z in eave
    )
    relief = Box(
        "relief", (-wide / 2 + 11.2, front + 9.4, 8), (5.2, 0.3, 15), "stone", ORNAMENT, faces="sewt", tone=0.92
    )
    return (
        *(
            Box(f"step-{i}", (0, front - 1.6 + 0.9 * i, 0), (wide - 8, 9, 0.22 * (i + 1)), "granite", ESSENTIAL)
            for i in range(1, 9, 2)
        ),
        Box("plinth", (0, 3.5, 0), (wide, deep - 7, 4.4), "granite", ESSENTIAL, shade=0.7),
        Box("walls", (0, 5, 4.4), (wide - 4, deep - 18, high - 9), one.colour, ESSENTIAL, faces="snew"),
        *row(pier, count, ((wide - 10) / (count - 1), 0, 0)),
        *row(relief, 7, ((wide - 22.4) / 6, 0, 0)),
        *row(
            Box("door", (-18, front + 9.3, 4.4), (6, 0.3, 5), "window", faces="s", glow=0.7, gloss=0.6), 4, (12, 0, 0)
        ),
        Loft("eaves", (0, 0, 0), rows, "stone_light", ESSENTIAL),
        Box("lid", (0, 0, high - 0.8), (wide + 2, deep + 2, 0.2), "roof", ESSENTIAL, faces="t"),
        Box("soffit", (0, 0, high - 5.0), (wide + 2, deep + 2, 0.1), "stone_light", ESSENTIAL, faces="b", tone=0.9),
        Box("fly-tower", (0, 14, high - 1), (52, 26, 9), one.colour, ESSENTIAL),
        Box("media-frame", (0, front + 2.2, 5.6), (54, 0.5, 4.2), "ink", ESSENTIAL, faces="snewtb"),
        Box("media-wall", (0, front + 1.9, 6.0), (53, 0.2, 3.25), "media_wall", ESSENTIAL, faces="s", glow=1.0),
        Sign("name", (0, front + 1.75, 6.8), (15, 1.7), CENTER, "media_wall", "white", ESSENTIAL),
    )


def domes(one: Figure) -> Parts:
    """The bank of 1912: two storeys of granite with round corner towers under low domes."""
    wide, deep = one.width, one.depth
    dome = ((4.2, 0), (4.2, 15), (4.6, 15.4), (4.0, 18), (2.4, 20.4), (0.5, 21.4), (0, 23))
    return (
        Tower("hall", (0, 0, 0), (wide - 3, deep - 3, 15), one.colour, ESSENTIAL, bay=4.4, storey=6.4),
        *(
            Lathe(
                f"corner-{x}-{y}", (x * (wide / 2 - 4), y * (deep / 2 - 4), 0), dome, one.colour, ESSENTIAL, segments=12
            )
            for x in (-1, 1)
            for y in (-1, 1)
        ),
        Roof("roof", (0, 0, 15.4), (wide - 14, deep - 14), 5, "copper", overhang=1.0, lift=0.0),
    )


def gothic(one: Figure) -> Parts:
    """Myeongdong Cathedral: a brick nave and a spire of 46.7 m."""
    wide, long = one.width, one.depth
    spire = ((4.6, 0), (4.6, 20), (3.6, 22), (0.0, 23))
    return (
        Box("nave", (0, 4, 0), (wide * 0.55, long - 8, 16), one.colour, ESSENTIAL, shade=0.7),
        gable("roof", long - 8, wide * 0.55, 16, 23, "tile"),
        Box("aisles", (0, 4, 0), (wide, long - 16, 9), one.colour, ESSENTIAL, tone=0.95),
        Box("tower", (0, -long / 2 + 5, 0), (9, 9, 26), one.colour, ESSENTIAL),
        Lathe(
            "spire",
            (0, -long / 2 + 5, 26),
            ((6.2, 0), (4.4, 3.0), (0.0, 20.7)),
            "tile",
            ESSENTIAL,
            segments=8,
            smooth=False,
        ),
        Lathe(
            "apse",
            (0, long / 2 - 4, 0),
            tuple((r * 1.4, min(z, 16.0)) for r, z in spire[:2]),
            one.colour,
            ESSENTIAL,
            segments=int(2 * pi * 2),
        ),
    )
