"""Gwanghwamun, the south gate of Gyeongbokgung: three arches, a pavilion of two storeys, and the terrace before it.

Stone base with three arches and a two-storey pavilion (pdfworld); timber restored August 2010, the black board with
gold characters hung in October 2023 together with the terrace (woldae), 48.7 x 29.7 m, two haetae at its south end
(Kyunghyang, sedaily). Base 34 x 15 x 6.5 m, arches 5.5 and 4.4 m wide, pavilion 24 x 10 m of 3 x 2 bays, eaves 11 m,
upper storey 20 x 7 m, ridge 19 m: estimates.
"""

from worlds.seoul.hanok.beasts import haetae
from worlds.seoul.hanok.floodlights import floodlights
from worlds.seoul.hanok.gate import stone_base
from worlds.seoul.hanok.hall import two_roofs
from worlds.seoul.hanok.terrace import platform, rails, run, stairs
from worlds.shape import ESSENTIAL, Box, Group, Point, Shape, Sign, Spot

BASE: Point = (34.0, 15.0, 6.5)
ARCHES = ((-9.6, 4.4, 4.6), (0.0, 5.5, 5.3), (9.6, 4.4, 4.6))
WOLDAE: Spot = (29.7, 48.7)
"""East-west and north-south; metres."""
HIGH = 0.72
BOARD = {"ko": "光化門", "en": "光化門", "zh": "光化門", "ja": "光化門"}
"""What the board says, in the characters that are painted on it, gold on black."""


def gwanghwamun(at: Point, turn: float = 0.0) -> Group:
    """The gate; `at` is the middle of its foot. It looks south; its ways run through under y -7.5 .. 7.5."""
    parts: list[Shape] = [
        *stone_base(BASE, ARCHES),
        *two_roofs((24, 10), (20, 7), ((3, 2), (3, 2)), BASE[2], (11.0, 15.4), 19.6, 2.9, lift=1.1),
        Box("board-frame", (0, -6.2, 11.95), (5.0, 0.2, 2.0), "post_red", ESSENTIAL, "snewtb"),
        Sign("board", (0, -6.32, 12.12), (4.5, 1.66), BOARD, "ink", "brass"),
        floodlights("foot-lights", (0, 0, HIGH), (BASE[0], BASE[1] + 2.0), "s"),
        floodlights("roof-lights", (0, 0, BASE[2]), (24.0, 8.0), "sn"),
    ]
    return Group("gwanghwamun", at, tuple(parts), ESSENTIAL, turn=turn)


def woldae(at: Point, turn: float = 0.0) -> Group:
    """The terrace south of the gate; `at` is the gate's own spot. Its south end lies 59 m south of the gate."""
    wide, long = WOLDAE
    north = -BASE[1] / 2 - 0.1
    middle = north - run(HIGH) - long / 2
    south = middle - long / 2
    parts: list[Shape] = [
        *platform("woldae", (0, middle, 0), (wide, long, HIGH)),
        stairs("stairs-north", (0, north, 0), 24.0, HIGH, 180.0),
        stairs("stairs", (0, south - run(HIGH), 0), 16.0, HIGH),
        *rails("woldae", (0, middle, HIGH), (wide, long), {"s": (0.0,)}, gap=17.0, sides="sew"),
        Box("way", (0, middle, HIGH), (7.0, long - 0.4, 0.05), "paving_light", floor=True, faces="snewt"),
        *(haetae(f"haetae-{s}", (s * 11.6, south - 2.4, 0)) for s in (-1, 1)),
    ]
    return Group("woldae", at, tuple(parts), ESSENTIAL, turn=turn)
