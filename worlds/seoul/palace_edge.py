"""The west edge of the plaza: Daehanmun, the gate of Deoksugung, its stone wall, and halls among trees behind it.

Stone wall 2.5-3 m; the sizes of the halls are estimates, and Junghwajeon stands nearer than its true 150 m from the
wall. The palace itself is the place deoksugung, through the gate.
"""

from worlds.seoul.daehanmun import daehanmun
from worlds.seoul.hanok.hall import hall
from worlds.seoul.hanok.stone import wall
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Point

GATE: Point = (-113.0, -72.0, 0.14)
"""Daehanmun, in the plaza's frame."""
WALL_X = -110.0


def clusters() -> tuple[Group, ...]:
    """Gate, two stretches of wall, and the halls."""
    halls = (
        hall("junghwajeon", (-196, 22, 0), (22, 16), (5, 4), 9.2, 7.4, overhang=3.0, base=2.0),
        hall("hamnyeongjeon", (-150, 40, 0), (18, 9), (7, 3), 5.4, 4.2, turn=90),
        hall("deokhongjeon", (-150, -8, 0), (14, 8), (5, 3), 5.0, 3.8),
        hall("seogeodang", (-186, 64, 0), (20, 8), (7, 3), 6.8, 4.0, rich=False),
    )
    ground = (
        Box("yard", (-172, 0, -0.1), (122, 208, 0.12), "palace_ground", ESSENTIAL, faces="t", floor=True),
        Box("grove", (-170, 84, -0.08), (110, 34, 0.14), "grass", faces="t", floor=True),
        Box("grove-south", (-160, -58, -0.08), (70, 50, 0.14), "grass", faces="t", floor=True),
    )
    north, south = GATE[1] + 6.6, GATE[1] - 6.6
    return (
        Group("palace-ground", (0, 0, 0), ground, SETTING),
        daehanmun(GATE),
        wall("wall-north", (WALL_X, north), (WALL_X, 104.0), 3.0, seen="s", until=1),
        wall("wall-south", (WALL_X, -104.0), (WALL_X, south), 3.0, seen="s", until=1),
        Group("palace-halls", (0, 0, 0), halls, SETTING),
    )
