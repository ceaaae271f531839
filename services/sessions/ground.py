"""The places as the hub knows them: where one may stand, where one arrives, which description it holds true."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from aiohttp import web
from numpy.typing import NDArray

from worlds import plan
from worlds.digest import digest
from worlds.seats import Seat, seats_of
from worlds.shape import Place
from worlds.walk import WalkMap, walk_map

STEP = 0.2
"""Metres between the points at which a line is looked at: less than a walk map's cell."""
HALL = 100
"""People in one copy of a room; whoever comes then is in the next copy, and hears what is said to the room."""
STRIDE = 0.6
"""Metres of one step, judged by its end alone: ten times a second a client tells where it is, and between two such
points it may have gone round a corner. No wall is thinner, as a walk map keeps a body's width from every wall."""


@dataclass(frozen=True)
class Passage:
    """A doorway to another place: within `reach` metres of (x, y) it leads to (to_x, to_y) there."""

    to: str
    x: float
    y: float
    reach: float
    to_x: float
    to_y: float
    facing: float


@dataclass(frozen=True)
class Ground:
    """One place. `free(x, y)`: one may stand there (metres)."""

    slug: str
    digest: str
    spawn: tuple[float, float, float]
    free: Callable[[float, float], bool]
    passages: tuple[Passage, ...] = ()
    anchors: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    """Where one stands before each thing that can be used, and faces it: x, y, degrees."""
    capacity: int | None = None
    """People in one copy of it; none: as many as the operator says."""
    seats: Callable[[], Mapping[str, Seat]] = dict
    """Where one can sit; found when it is first asked, which takes up to half a second."""

    def line_is_free(self, x: float, y: float, to_x: float, to_y: float) -> bool:
        """No wall between two points; the first is not looked at."""
        metres = math.hypot(to_x - x, to_y - y)
        steps = 1 if metres <= STRIDE else math.ceil(metres / STEP)
        return all(self.free(x + (to_x - x) * i / steps, y + (to_y - y) * i / steps) for i in range(1, steps + 1))

    def free_each(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """`free` of many points at once: (n,) and (n,) -> (n,)."""
        if isinstance(self.free, Floor):
            return self.free.survey().free_each(x, y)
        return np.fromiter((self.free(*at) for at in zip(x.tolist(), y.tolist(), strict=True)), np.bool_, len(x))

    def spot(self, x: float, y: float, taken: Callable[[float, float], bool]) -> tuple[float, float]:
        """Where to put someone who arrives at (x, y): the nearest free spot with elbow room, on a spiral."""
        for i in range(200):
            distance, angle = 0.6 * math.sqrt(i), i * 2.399963  # the golden angle spreads them evenly
            at = x + distance * math.cos(angle), y + distance * math.sin(angle)
            if self.free(*at) and not taken(*at) and self.line_is_free(x, y, *at):
                return at
        return x, y


City = Mapping[str, Ground]
CITY: web.AppKey[City] = web.AppKey("city", dict)
"""Empty: the plan's places, computed when the office opens."""


class Floor:
    """Where one may stand in a place of the plan; surveyed when it is first asked, which takes up to a second."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._map: WalkMap | None = None

    def survey(self) -> WalkMap:
        """Compute the walk map. Blocks."""
        self._map = self._map or walk_map(self._place)
        return self._map

    def __call__(self, x: float, y: float) -> bool:
        return (self._map or self.survey()).free(x, y)


def survey(city: City, slug: str) -> None:
    """Put a place together, compute its walk map, find its seats. Blocks: for a thread, before anybody goes there."""
    ground = city.get(slug)
    if ground is not None and isinstance(ground.free, Floor):
        ground.free.survey()
        ground.seats()


class Seoul(Mapping[str, Ground]):
    """Every place of the plan as it is now: one that is edited while the office is open is judged anew."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Place, Ground]] = {}

    def __getitem__(self, slug: str) -> Ground:
        try:
            place = plan.place(slug)
        except plan.UnknownPlace:
            raise KeyError(slug) from None
        known = self._known.get(place.slug)
        if known is None or known[0] is not place:
            known = self._known[place.slug] = (place, ground_of(place))
        return known[1]

    def __contains__(self, slug: object) -> bool:
        return any(entry.slug == slug for entry in plan.ENTRIES)

    def __iter__(self) -> Iterator[str]:
        return (entry.slug for entry in plan.ENTRIES)

    def __len__(self) -> int:
        return len(plan.ENTRIES)


def ground_of(place: Place) -> Ground:
    """A place as the hub knows it; its walk map is not computed yet."""
    passages = tuple(
        Passage(gate.to, gate.at[0], gate.at[1], gate.width / 2 + 2.0, gate.arrive[0], gate.arrive[1], gate.facing)
        for gate in place.gates
    )
    anchors = {anchor.name: (*anchor.before, anchor.facing) for anchor in place.anchors}
    capacity = HALL if place.indoor else None
    seats = partial(seats_of, place)
    return Ground(place.slug, digest(place), place.spawn, Floor(place), passages, anchors, capacity, seats)


def city() -> City:
    """Every place of the plan."""
    return Seoul()
