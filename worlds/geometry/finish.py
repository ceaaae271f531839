"""How a part's surface is finished: its colour, gloss, glow, and the darkening at its foot."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.mesh import Floats
from worlds.palette import colour
from worlds.shape import Part

GOLDEN = 0.6180339887498949
"""Fractional part of the golden ratio: multiples of it fill 0..1 evenly and never repeat."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What every face of a part shares."""

    colour: Floats
    gloss: float
    glow: float
    foot: float


def finish(part: Part, name: str) -> Finish:
    """The finish of a part in a colour of the palette."""
    return Finish(paint(name) * np.float32(part.tone), part.gloss, part.glow, part.shade)


def paint(name: str) -> Floats:
    """A palette colour as (3,) floats."""
    return np.array(colour(name), np.float32)


def even(count: int, salt: int = 0) -> NDArray[np.float64]:
    """`count` numbers in 0..1 that look free but are the same everywhere (golden-ratio sequence, offset by salt)."""
    return np.mod((np.arange(count, dtype=np.float64) + 1 + 13 * salt) * GOLDEN, 1.0)


def scattered(count: int, salt: int = 0) -> NDArray[np.float64]:
    """Like `even`, but neighbours are unlike each other in a less regular way (two sequences folded)."""
    index = np.arange(count, dtype=np.float64) + 1 + 29 * salt
    return np.mod(index * GOLDEN + np.mod(index * index * 0.7548776662466927, 1.0), 1.0)
