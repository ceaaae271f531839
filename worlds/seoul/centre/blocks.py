"""The nameless rest of the centre: blocks on a loose grid that keep clear of streets, named buildings and palaces.

They stand for no particular building.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worlds.seoul.centre.figures import FIGURES, KEPT_CLEAR
from worlds.seoul.centre.streets import STREETS, away
from worlds.shape import SETTING, Tower

COLOURS = ("tower_sand", "tower_mist", "tower_cream", "tower_blue", "tower_tan", "tower_rust", "tower_slate")
GOLDEN, OTHER = 0.6180339887498949, 0.7548776662466927
STEP, REACH = 46.0, 1150.0


INNER = (-340.0, -430.0, 470.0, 980.0)
"""Where small houses fill the gaps between the blocks: x0, y0, x1, y1."""


@cache
def blocks() -> tuple[Tower, ...]:
    """All of them, in the city's frame; lower to the north and near the palaces."""
    count = int(REACH / STEP)
    column, line = np.meshgrid(np.arange(-count, count + 1), np.arange(-count - 2, count + 3))
    large = _grid(column.ravel() * STEP, line.ravel() * STEP + 60, 10.0, (22.0, 15.0))
    large = large[_clear(large[:, :2], large[:, 2:4].max(1) / 2)]
    x0, y0, x1, y1 = INNER
    column, line = np.meshgrid(np.arange(x0, x1, 19.0), np.arange(y0, y1, 19.0))
    small = _grid(column.ravel(), line.ravel(), 3.0, (11.5, 3.0))
    small = small[_clear(small[:, :2], small[:, 2:4].max(1) / 2)]
    gap = np.abs(small[:, None, :2] - large[None, :, :2])
    apart = np.asarray((gap > (small[:, None, 2:4] + large[None, :, 2:4]) / 2 + 1.5).any(2)).all(1)
    return (*_towers(large, "block", 1.0), *_towers(small[apart], "house", 0.62))


def _grid(x: NDArray[Any], y: NDArray[Any], loose: float, size: tuple[float, float]) -> NDArray[np.float64]:
    """Blocks at the knots of a net: x, y, width, depth and two numbers that vary evenly; (n, 6)."""
    number = np.arange(len(x)) + 1.0
    free, other = (number * GOLDEN) % 1.0, (number * OTHER) % 1.0
    x, y = x + loose * (free - 0.5), y + loose * (other - 0.5)
    return np.stack([x, y, size[0] + size[1] * other, size[0] - 2 + size[1] * free, free, other], 1)


def _towers(rows: NDArray[np.float64], name: str, high: float) -> tuple[Tower, ...]:
    x, y, wide, deep, free, other = rows.T
    height = 12 + np.where(y < 420, 56, 26) * free**2.2 * np.where(other > 0.8, 1.5, 1.0)
    height = np.where((x < -100) & (y > -200) & (y < 300), np.minimum(height, 24), height)
    height = np.where((x > 60) & (y > 560), np.minimum(height, 30), height) * high
    return tuple(
        Tower(
            f"{name}-{i}",
            (float(x[i]), float(y[i]), 0),
            (float(wide[i]), float(deep[i]), float(height[i])),
            COLOURS[i * 5 % len(COLOURS)],
            SETTING,
            tone=0.94 + 0.12 * float(other[i]),
            bay=(2.6, 3.2, 4.0)[i % 3],
            setback=(0.78, 2.6) if high == 1.0 and free[i] > 0.6 else (1.0, 0.0),
        )
        for i in range(len(rows))
    )


def _clear(spots: NDArray[np.float64], half: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether a block of half size `half` keeps off everything else; (n,)."""
    kept = np.ones(len(spots), bool)
    for road in STREETS:
        kept &= away(spots, road.line) > road.half + min(road.pavement, 7.0) + half * 1.12
    for x0, y0, x1, y1 in KEPT_CLEAR:
        kept &= ~(
            (spots[:, 0] > x0 - half)
            & (spots[:, 0] < x1 + half)
            & (spots[:, 1] > y0 - half)
            & (spots[:, 1] < y1 + half)
        )
    for one in FIGURES:
        if one.style != "palace":
            angle = np.radians(one.turn)
            gap = spots - np.array([one.east, one.north])
            along = np.abs(gap[:, 0] * np.cos(angle) + gap[:, 1] * np.sin(angle))
            across = np.abs(gap[:, 1] * np.cos(angle) - gap[:, 0] * np.sin(angle))
            kept &= (along > one.width / 2 + half * 1.3 + 3) | (across > one.depth / 2 + half * 1.3 + 3)
    return kept
