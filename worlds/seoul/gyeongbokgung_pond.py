"""The west and north of Gyeongbokgung: Gyeonghoeru on its pond, Sujeongjeon, Sajeongjeon and Hyangwonjeong.

Gyeonghoeru: 34.4 x 28.5 m, 7 x 5 bays, 48 stone posts of 4.7 m, pond 128 x 113 m, three bridges from the east
(general knowledge); the pond is drawn at three quarters. Hyangwonjeong: a hexagon of two storeys on a round pond with
a white bridge (general knowledge); it stands nearer than its true 420 m from the throne hall.
"""

from math import cos, pi, sin

from worlds.seoul.hanok.hall import hall
from worlds.seoul.hanok.pavilion import hexagon, on_stone_posts
from worlds.seoul.hanok.terrace import platform, rails
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Lathe, Point, Shape, Sign, Tube, Water, Words

POND = (-160.0, 62.0, -68.0, 152.0)
"""x0, y0, x1, y1 of Gyeonghoeru's pond."""
ISLAND: Point = (-98.0, 106.0, 0.0)
ISLAND_SIZE = (46.0, 40.0)
LEVEL = -0.75
"""Water below the ground, metres."""
LOTUS = (96.0, 124.0, 15.0)
"""x, y and radius of Hyangwonjeong's pond."""
BOARD: Words = dict.fromkeys(("ko", "en", "zh", "ja"), "慶會樓")
"""What the board says, in the characters that are painted on it."""


def gyeonghoeru() -> tuple[Group, ...]:
    """The banquet pavilion on its island, the pond with its stone banks, the bridges and a small island of pines."""
    x0, y0, x1, y1 = POND
    x, y, _ = ISLAND
    wide, deep = ISLAND_SIZE
    banks: list[Shape] = [
        Water("pond", (0, 0, LEVEL), ((x0, y0), (x1, y0), (x1, y1), (x0, y1))),
        Box("bed", ((x0 + x1) / 2, (y0 + y1) / 2, -2.0), (x1 - x0, y1 - y0, 0.1), "water_deep", faces="t"),
    ]
    for i, (bx, by, sx, sy) in enumerate(
        (
            ((x0 + x1) / 2, y0, x1 - x0 + 1.2, 0.8),
            ((x0 + x1) / 2, y1, x1 - x0 + 1.2, 0.8),
            (x0, (y0 + y1) / 2, 0.8, y1 - y0),
            (x1, (y0 + y1) / 2, 0.8, y1 - y0),
        )
    ):
        banks.append(Box(f"bank-{i}", (bx, by, -2.0), (sx, sy, 2.32), "granite", ESSENTIAL, shade=0.7))
    island: list[Shape] = [
        *platform("island", (x, y, -1.7), (wide, deep, 2.1)),
        *rails("island", (x, y, 0.4), ISLAND_SIZE, {"e": (-13.0, 0.0, 13.0)}, gap=3.4),
    ]
    east = x + wide / 2
    for i, along in enumerate((-13.0, 0.0, 13.0)):
        long = x1 - east + 0.6
        at = (east + long / 2 - 0.2, y + along, -0.2)
        island.append(Box(f"bridge-{i}", at, (long, 3.2, 0.6), "stone_light", ESSENTIAL, "snewtb", floor=True))
        for hand in (-1, 1):
            bar = (at[0], at[1] + hand * 1.5, 1.0)
            island.append(Box(f"bridge-bar-{i}-{hand}", bar, (long, 0.18, 0.18), "stone_light", SETTING, "snewtb"))
            for k in range(4):
                post = (east + 0.4 + (long - 0.8) * k / 3, at[1] + hand * 1.5, 0.4)
                island.append(Box(f"bridge-post-{i}-{hand}-{k}", post, (0.26, 0.26, 1.0), "stone_light", bevel=0.05))
        island += [
            Box(f"bridge-pier-{i}-{k}", (east + long * k / 3, at[1], -2.0), (0.7, 2.6, 1.9), "granite") for k in (1, 2)
        ]
    pavilion = on_stone_posts("gyeonghoeru", (x, y, 0.4), (34.4, 28.5), (7, 5), 4.7, 5.6, 8.4)
    board = Sign("board", (0, -15.9, 9.3), (3.6, 1.3), BOARD, "ink", "white")
    pavilion = Group(pavilion.name, pavilion.at, (*pavilion.parts, board), ESSENTIAL)
    small = Box("small-island", (-140, 88, -1.7), (16, 12, 2.2), "granite", SETTING, shade=0.8)
    lawn = Box("small-island-lawn", (-140, 88, 0.45), (15, 11, 0.1), "grass", SETTING, "t")
    return (
        Group("pond", (0, 0, 0), (*banks, small, lawn), ESSENTIAL),
        Group("island", (0, 0, 0), tuple(island), ESSENTIAL),
        pavilion,
    )


def hyangwonjeong() -> Group:
    """The pavilion of far-reaching fragrance on its round island, and the white bridge to it."""
    x, y, radius = LOTUS
    ring = tuple((radius * cos(2 * pi * i / 20), radius * sin(2 * pi * i / 20)) for i in range(20))
    arch = tuple((0.0, -radius + 1.0 + 10.0 * i / 8, 0.55 + 1.1 * sin(pi * i / 8)) for i in range(9))
    parts: list[Shape] = [
        Water("lotus-pond", (0, 0, 0.12), ring),
        Lathe(
            "bank",
            (0, 0, -0.1),
            ((radius + 0.9, 0), (radius + 0.7, 0.45), (radius - 0.1, 0.45), (radius - 0.2, 0.1)),
            "granite",
            ESSENTIAL,
            24,
        ),
        Lathe("isle", (0, 0, 0), ((6.6, 0), (6.4, 0.55), (0, 0.6)), "grass", SETTING, 18),
        *(Tube(f"bridge-{s}", (s * 0.9, 0, 0.85), arch, (0.09,) * 9, "white", SETTING) for s in (-1, 1)),
        *(Tube(f"bridge-deck-{s}", (s * 0.45, 0, 0.0), arch, (0.32,) * 9, "white", SETTING, 5) for s in (-1, 1)),
        hexagon("hyangwonjeong", (0, 0, 0.5), 3.6, 2),
    ]
    return Group("hyangwonjeong", (x, y, 0), tuple(parts), SETTING)


def clusters() -> tuple[Group, ...]:
    """The pond's side and the halls behind the throne court."""
    halls = (
        hall("sujeongjeon", (-104, 34, 0), (33, 11.5), (9, 4), 5.6, 4.6, base=1.1),
        hall("sajeongjeon", (0, 116, 0), (20, 12), (5, 3), 6.0, 4.8, base=1.0),
        hall("manchunjeon", (26, 116, 0), (13, 7.5), (3, 3), 4.4, 3.4),
        hall("cheonchujeon", (-26, 116, 0), (13, 7.5), (3, 3), 4.4, 3.4),
        hall("jaseondang", (96, 22, 0), (17, 9), (5, 3), 4.8, 3.8),
        hall("bihyeongak", (96, -14, 0), (15, 8), (5, 3), 4.5, 3.5),
        hall("gangnyeongjeon", (0, 146, 0), (30, 12), (7, 3), 5.6, 4.6, base=1.0),
    )
    west, middle, east = halls[:1], (*halls[1:4], halls[6]), halls[4:6]
    return (
        *gyeonghoeru(),
        hyangwonjeong(),
        Group("halls-west", (0, 0, 0), west, SETTING),
        Group("halls-north", (0, 0, 0), middle, SETTING),
        Group("halls-east", (0, 0, 0), east, SETTING),
    )
