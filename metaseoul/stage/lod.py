"""Which level of detail each cluster shows: by the error that would be seen, with a margin so that nothing flickers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians, tan

import numpy as np
from numpy.typing import ArrayLike, NDArray

ERRORS = (0.045, 0.22)
"""Metres by which the middle of a surface lies off at level 1 and level 2; measured: three clusters of four lie nearer.
Round trees differ most, by 0.10 and 0.25."""
MARGIN = 1.12
"""A level is left only when the camera is this much past the distance at which it was taken."""
HIDDEN = 3


@dataclass(frozen=True)
class Limits:
    """Distances in metres from which level 1 and 2 do, and from which small setting is left out."""

    first: float
    second: float
    setting: float


def limits(pixels: float, setting_reach: float, height: int, opening: float) -> Limits:
    """Limits for an error of `pixels` on a screen of `height` pixels and an upright opening angle in degrees."""
    focal = height / 2 / tan(radians(opening) / 2)
    first, second = (error * focal / pixels for error in ERRORS)
    return Limits(first, second, max(setting_reach, second))


def thinned(limit: Limits, by: float) -> Limits:
    """Coarser levels begin `by` times nearer; setting is left out a little sooner, as its loss is seen more."""
    return Limits(limit.first / by, limit.second / by, max(limit.setting / by**0.5, limit.second / by))


def chosen(shown: NDArray[np.int8], distance: ArrayLike, setting: NDArray[np.bool_], limit: Limits) -> NDArray[np.int8]:
    """The level for each cluster: 0, 1, 2 or HIDDEN; (n,). `shown` = levels now, -1 where there is none yet."""
    away = np.asarray(distance, np.float64)
    edges = np.array([limit.first, limit.second, limit.setting])
    finer = (away[:, None] >= edges / MARGIN).sum(1)
    coarser = (away[:, None] >= edges * MARGIN).sum(1)
    plain = (away[:, None] >= edges).sum(1)
    level = np.where(shown < 0, plain, np.clip(shown, coarser, finer))
    return np.where(setting, level, np.minimum(level, 2)).astype(np.int8)


def to_box(point: Sequence[float], low: NDArray[np.float64], high: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance from a point to each box (n, 3) - (n, 3), metres; 0 inside."""
    here = np.asarray(point, np.float64)
    gap = np.maximum(np.maximum(low - here, here - high), 0)
    return np.asarray(np.linalg.norm(gap, axis=1))
