"""How far a part reaches: a box in its own frame that surely holds its mesh, told without making it."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.mesh import placing
from worlds.shape import Box, Disc, Lathe, Loft, Prism, Roof, Scatter, Shape, Sign, Tower, Tube

Extent = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Lowest and highest corner of a box along the axes."""
EAVES, AWRY = 1.0, 0.2
"""Metres that a roof's eaves hang below its foot at most, and share of its size by which its corners run out."""
LIFT_HOUSE = 5.0
"""Metres that parapet and lift house stand above a tower at most."""


def extent(part: Shape) -> Extent | None:
    """The box of a part as if it stood at zero, unturned; None where only the mesh would tell."""
    if isinstance(part, Scatter):
        return _scattered(part)
    told = BOXES.get(type(part))
    return told(part) if told is not None else None


def turned(box: Extent, matrix: NDArray[np.float64]) -> Extent:
    """The box that holds a box under a 4 x 4 matrix."""
    middle, half = (box[0] + box[1]) / 2, (box[1] - box[0]) / 2
    at = matrix[:3, :3] @ middle + matrix[:3, 3]
    reach = np.abs(matrix[:3, :3]) @ half
    return at - reach, at + reach


def _around(wide: float, deep: float, low: float, high: float) -> Extent:
    """A box about the upright axis."""
    return np.array([-wide / 2, -deep / 2, low]), np.array([wide / 2, deep / 2, high])


def _of(points: Any) -> Extent:
    flat = np.array(points, np.float64).reshape(-1, 3)
    return flat.min(0), flat.max(0)


def _scattered(part: Scatter) -> Extent | None:
    """Round the boxes of all copies."""
    one = extent(part.of)
    if one is None or not part.spots:
        return None
    one = turned(one, placing(part.of.at, part.of.turn))
    boxes = [turned(one, placing(spot[:3], spot[3], spot[4])) for spot in part.spots]
    return np.min([low for low, _ in boxes], 0), np.max([high for _, high in boxes], 0)


def _prism(part: Prism) -> Extent:
    plan = np.array(part.outline)
    return np.array([*plan.min(0), 0.0]), np.array([*plan.max(0), part.height])


def _lathe(part: Lathe) -> Extent:
    profile = np.array(part.profile)
    reach = 2 * np.abs(profile[:, 0]).max()
    return _around(reach * part.squash[0], reach * part.squash[1], profile[:, 1].min(), profile[:, 1].max())


def _tube(part: Tube) -> Extent:
    low, high = _of(part.path)
    return low - max(part.radii), high + max(part.radii)


def _roof(part: Roof) -> Extent:
    across = 2 * part.overhang + AWRY * sum(part.size) + 2.0
    wide, deep = part.size[0] + across, part.size[1] + across
    if part.kind == "moim":
        wide = deep = 2.5 * max(wide, deep)
    return _around(wide, deep, -EAVES, part.rise + part.lift + 8.0)


def _tower(part: Tower) -> Extent:
    return _around(part.size[0] + 2, part.size[1] + 2, 0.0, part.size[2] + LIFT_HOUSE)


BOXES: dict[type, Callable[[Any], Extent]] = {
    Box: lambda part: _around(part.size[0], part.size[1], 0.0, part.size[2]),
    Disc: lambda part: (np.array([-part.radius, 0, -part.radius]), np.array([part.radius, 0, part.radius])),
    Sign: lambda part: _around(part.size[0] + 0.2, 0.2, -0.1, part.size[1] + 0.1),
    Loft: lambda part: _of(part.rows),
    Prism: _prism,
    Lathe: _lathe,
    Tube: _tube,
    Roof: _roof,
    Tower: _tower,
}
