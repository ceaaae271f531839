"""Looks ahead: the place behind a gate that one walks towards is made ready, so that going through takes no time."""

import asyncio
import contextlib

from metaseoul.controls.sight import Sight
from metaseoul.stage.memory import give_back
from metaseoul.stage.stage import Stage
from worlds import plan
from worlds.shape import Place, Spot
from worlds.walk import walk_map

NEAR = 60.0
"""Metres before a gate at which the place behind it is begun."""
PAUSE = 0.5
"""Seconds between two looks."""
SETTLED = 3.0
"""Seconds after coming to a place before another is begun: what one came to is made first."""
MOST = 2


class Ahead:
    """`look` once a frame; one place at a time is made, on a thread."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._since = 0.0
        self._here: Place | None = None
        self._making: asyncio.Future[None] | None = None
        self._sights: dict[str, tuple[Place, Sight]] = {}

    def look(self, seconds: float, place: Place, at: Spot) -> None:
        """Begins the nearest place that is not ready yet."""
        if place is not self._here:
            self._here, self._since = place, PAUSE - SETTLED
        self._since += seconds
        if self._since < PAUSE or (self._making is not None and not self._making.done()):
            return
        self._since = 0.0
        near = sorted((dist, gate.to) for gate in place.gates if (dist := _far(gate.at[:2], at)) < NEAR)
        for _, slug in near[:MOST]:
            if self._wanted(slug):
                self._making = asyncio.ensure_future(asyncio.to_thread(self._make, slug))
                return

    def sight(self, place: Place) -> Sight:
        """What the eye cannot pass in a place; may take a moment where it was not looked ahead."""
        known = self._sights.get(place.slug)
        if known is not None and known[0] is place:
            return known[1]
        made = Sight(place)
        self._sights = dict([*self._sights.items(), (place.slug, (place, made))][-MOST - 1 :])
        return made

    def forget(self) -> None:
        """No place is looked ahead to, and only what is shown is known."""
        self._sights = {slug: known for slug, known in self._sights.items() if known[0] is self._stage.place}

    def _wanted(self, slug: str) -> bool:
        with contextlib.suppress(plan.UnknownPlace):
            where = next((known for known in plan.built() if known.slug == plan.entry(slug).slug), None)
            if where is None or not self._stage.beside(where):
                return True
            self._stage.want(where)
        return False

    def _make(self, slug: str) -> None:
        where = plan.place(slug)
        walk_map(where)
        self.sight(where)
        self._stage.prepare(where)
        give_back()


def _far(gate: Spot, at: Spot) -> float:
    return float(((gate[0] - at[0]) ** 2 + (gate[1] - at[1]) ** 2) ** 0.5)
