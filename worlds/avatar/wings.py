"""What only the guide has: two wings of feathers on its back, and a ring of light over its head."""

import numpy as np

from worlds.avatar.head import SKULL
from worlds.avatar.sculpt import Sculptor, only
from worlds.avatar.skeleton import CHEST
from worlds.avatar.wardrobe import Dye

FEATHERS = (9, 7, 4)
"""Of each wing, by level of detail."""
ROOT = (0.045, -0.105, 1.29)
"""Where the right wing grows out of the back, metres."""
UP, DOWN = 74.0, -58.0
"""Degrees over and under the level, of the first feather and of the last."""
LONG, SHORT, WIDE = 0.56, 0.34, 0.064
"""Metres: the longest feather, the last one, and how wide they are."""
SWEPT = 0.42
"""How far they lean back, as a share of their length."""


def wings(body: Sculptor, level: int) -> None:
    """Both, and the ring."""
    for side in (1, -1):
        for number, share in enumerate(np.linspace(0, 1, FEATHERS[level])):
            angle = np.radians(UP + (DOWN - UP) * share)
            along = np.array([np.cos(angle) * side, -SWEPT, np.sin(angle)])
            across = np.array([-np.sin(angle) * side, 0.0, np.cos(angle)])
            length = LONG * (1 - share**1.5) + SHORT * share**1.5
            root = np.array(ROOT) * (side, 1, 1) + (0, -0.004 * number, -0.10 * share)
            middle, tip = root + along * length * 0.62, root + along * length
            wide = across * WIDE * (9 / FEATHERS[level]) ** 0.5
            points = np.array([root, middle + wide, tip, middle - wide])
            for facing in (1.0, -1.0):  # a feather is seen from both sides
                normal = np.cross(along, across) * facing
                body.add(points, normal, Dye.WHITE, only(CHEST), [(0, 1, 2), (0, 2, 3)], (0.86, 0.97, 1.0, 0.93))
    _ring(body, (20, 14, 8)[level])


def _ring(body: Sculptor, corners: int) -> None:
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    rims = [np.stack([r * np.cos(angle), r * np.sin(angle), np.full(corners, 1.86)], 1) for r in (0.105, 0.135)]
    each = [(c, (c + 1) % corners) for c in range(corners)]
    band = [(c, n, corners + n) for c, n in each] + [(c, corners + n, corners + c) for c, n in each]
    for facing in (1.0, -1.0):
        body.add(np.concatenate(rims), (0, 0, facing), Dye.GOLD, SKULL, band, 1.15)
