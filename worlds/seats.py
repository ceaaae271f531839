"""Where one can sit: every bench and chair of a place, found in its shapes.

A box named `seat` or `cushion` at the height of a chair is one; a long one holds several people. Who sits looks to -y
of it, as all furniture here is made. Only what can be reached on foot counts.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import atan2, degrees, hypot
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.mesh import placing
from worlds.obstacles import leaves
from worlds.shape import Box, Place, Scatter, Shape, Spot
from worlds.walk import ThisPlace, WalkMap, walk_map

NAMES = frozenset({"seat", "cushion"})
ROOM = 0.6
"""Metres of a bench that one person takes."""
LOW, HIGH = 0.3, 0.6
"""Metres from the floor to what is a seat (KS and ISO chairs are 0.38 to 0.48 m high)."""
RISING = np.arange(0.6, 1.11, 0.1)
"""Metres from a seat's middle to where one stands who rises from it: the nearest spot that is free."""
ON = 0.3
"""Metres within which one is on a seat."""
SIDES = ((0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0))
"""Where one rises to: ahead, else behind (a chair at a table), else to a side."""


class Seat(NamedTuple):
    """Room for one: where they sit (metres, the seat's top), where they look (degrees), where they stand who rise."""

    x: float
    y: float
    z: float
    facing: float
    before: Spot


class Standing(Protocol):
    """Whoever is somewhere: metres."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...


def seats_of(place: Place) -> dict[str, Seat]:
    """Every seat by its name, "seat-0" onwards, in the order of the shapes: the same on every machine."""
    return _seats(ThisPlace(place))


def seat_at(place: Place, at: Standing) -> Seat | None:
    """The seat on which someone is."""
    seats = seats_of(place).values()
    return next((seat for seat in seats if hypot(seat.x - at.x, seat.y - at.y) <= ON), None)


def nearest_free(place: Place, at: Spot, people: Iterable[Standing], within: float) -> str | None:
    """The name of the nearest seat that nobody is on; `within`: metres."""
    taken = [(one.x, one.y) for one in people]
    free = [
        (away, name)
        for name, seat in seats_of(place).items()
        if (away := hypot(seat.x - at[0], seat.y - at[1])) <= within
        and all(hypot(seat.x - x, seat.y - y) > ON for x, y in taken)
    ]
    return min(free)[1] if free else None


@lru_cache(maxsize=32)
def _seats(known: ThisPlace) -> dict[str, Seat]:
    if known.place.flown:
        return {}
    where = walk_map(known.place)
    found = (
        seat
        for part in known.place.parts
        for box, matrix in _boxes(part, np.eye(4))
        for seat in _places(box, matrix, where)
    )
    return {f"seat-{number}": seat for number, seat in enumerate(found)}


def _boxes(part: Shape, matrix: NDArray[np.float64]) -> Iterator[tuple[Box, NDArray[np.float64]]]:
    """Every box that may be a seat, with the matrix that stands it in the place."""
    for leaf, here in leaves(part, matrix):
        if isinstance(leaf, Box) and leaf.name in NAMES:
            yield leaf, here
        elif isinstance(leaf, Scatter):
            for x, y, z, turn, size in leaf.spots:
                if size == 1.0:
                    yield from _boxes(leaf.of, here @ placing((x, y, z), turn))


def _places(box: Box, matrix: NDArray[np.float64], where: WalkMap) -> Iterator[Seat]:
    """The seats side by side on one box: none where it is no height to sit at, or nobody gets to it."""
    width, _, height = box.size
    count = max(1, int(width / ROOM + 0.01))
    for i in range(count):
        x = width * ((i + 0.5) / count - 0.5)
        top = matrix @ (x, 0.0, height, 1.0)
        turn = matrix[:2, :2] / np.hypot(*matrix[:2, 0])
        facing = round(degrees(atan2(turn[0, 1], -turn[1, 1])), 1) % 360.0
        rising = (tuple(np.round(top[:2] + turn @ side * away, 2).tolist()) for side in SIDES for away in RISING)
        before = next((spot for spot in rising if where.free(*spot)), None)
        if before is not None and LOW <= top[2] - where.height_at(*before) <= HIGH:
            at = np.round(top[:3], 2).tolist()
            yield Seat(at[0], at[1], at[2], facing, before)
