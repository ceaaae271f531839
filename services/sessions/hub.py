"""The hub: every live line of the city, and the tick that tells each what the others do."""

import asyncio
import contextlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from services.faults import Refusal
from services.office import Visitor
from services.sessions import chat
from services.sessions.greeting import known_place
from services.sessions.ground import City, Ground, survey
from services.sessions.line import Line
from services.sessions.zones import Walker, Zone, Zones
from worlds.protocol import Welcome
from worlds.sessions.wire import TICK, Go, Move, Said, Say

GRACE = 60.0
"""Seconds during which whoever comes back stands where they stood."""
NUMBERS = 65_535
"""People in the city of one office: a frame of moves has two bytes for each one's number."""
REMEMBERED = 10_000
"""Most places kept for those who may come back."""


@dataclass(frozen=True)
class Stood:
    """Where someone stood when the line was lost."""

    place: str
    x: float
    y: float
    heading: float
    until: float


class Hub:
    """Who is in the city. One per office; everything in it happens on the office's loop, so it needs no locks."""

    def __init__(self, city: City, log: Any, capacity: int) -> None:
        self.zones = Zones(city, capacity)
        self._log = log
        self._walkers: dict[int, Walker] = {}
        self._stood: OrderedDict[int, Stood] = OrderedDict()
        self._endings: set[asyncio.Task[None]] = set()
        self._numbers: set[int] = set()
        self._last = 0
        self.late = 0
        """Ticks that began over half a tick late."""
        self._ticking = asyncio.create_task(self._tick())
        self._first = asyncio.create_task(self.opened(next(iter(city), "")))

    @property
    def city(self) -> City:
        return self.zones.city

    async def opened(self, place: str) -> None:
        """Returns when one can walk in a place; it is put together for the first who goes there."""
        await asyncio.to_thread(survey, self.city, place)

    def walker(self, visitor: Visitor, line: Line) -> Walker:
        """A number for someone who comes in; one that was given back long ago comes round again."""
        if len(self._numbers) >= NUMBERS:
            raise Refusal("sessions.full", 503)
        self._last = next(n for i in range(NUMBERS) if (n := (self._last + i) % NUMBERS + 1) not in self._numbers)
        self._numbers.add(self._last)
        return Walker(self._last, visitor, line)

    def arrive(self, walker: Walker, place: str) -> None:
        """Someone is on the line. A visit is in the city once: an older line of the same visit ends."""
        older = self._walkers.get(walker.session)
        self._walkers[walker.session] = walker
        if older is not None:
            self._remove(older)
            # Beside, not before: the older line may be a dead one that never takes its goodbye.
            ending = asyncio.create_task(older.line.end("sessions.elsewhere"))
            self._endings.add(ending)
            ending.add_done_callback(self._endings.discard)
        stood = self._stood.pop(walker.session, None)
        if stood and stood.place == place and stood.until > time.monotonic():
            self._enter(walker, place, stood.x, stood.y, stood.heading)
        else:
            self._enter(walker, place, *self.city[place].spawn)

    def depart(self, walker: Walker) -> None:
        """The line is gone; the place is kept for a while."""
        self._numbers.discard(walker.number)
        if self._walkers.get(walker.session) is walker:
            del self._walkers[walker.session]
            self._remove(walker)

    def move(self, walker: Walker, move: Move) -> None:
        """Walk, or be told to stand where one stood, at the next tick."""
        _zone(walker).moved(walker, move)

    def say(self, walker: Walker, say: Say) -> None:
        """One line, to those in earshot and to the speaker. Raises sessions.empty-line, sessions.too-fast."""
        text = chat.readable(say.text)
        if not text:
            raise Refusal("sessions.empty-line")
        walker.spoke = chat.paced(walker.spoke, time.monotonic())
        zone = _zone(walker)
        zone.judge()
        zone.tell(Said(walker.number, walker.name, text), zone.near(walker, chat.EARSHOT))

    def go(self, walker: Walker, go: Go) -> None:
        """To another place: before a thing there, through the door one stands at, or by the map to its entrance."""
        known_place(self.city, go.place, go.digest)
        zone, there = _zone(walker), self.city[go.place]
        zone.judge()
        x, y, heading = there.anchors.get(go.anchor) or _arrival(zone.ground, zone.at(walker), there)
        zone.leave(walker)
        self._enter(walker, go.place, x, y, heading)

    async def close(self) -> None:
        """The office closes: say so to everyone."""
        self._ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._ticking
        await asyncio.gather(*(walker.line.end("server.closing") for walker in list(self._walkers.values())))

    def _enter(self, walker: Walker, place: str, x: float, y: float, heading: float) -> None:
        zone = self.zones.with_room(place)
        at = zone.ground.spot(x, y, zone.taken)
        walker.line.tell(Welcome(walker.number, place, zone.name, TICK))
        zone.enter(walker, *at, heading)

    def _remove(self, walker: Walker) -> None:
        if walker.zone is None:
            return
        walker.zone.judge()
        until = time.monotonic() + GRACE
        self._stood[walker.session] = Stood(walker.zone.ground.slug, *walker.zone.stood(walker), until)
        if len(self._stood) > REMEMBERED:
            self._stood.popitem(last=False)
        walker.zone.leave(walker)

    async def _tick(self) -> None:
        """Ten times a second, by the clock and not by the sum of pauses."""
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            due = max(due + 1 / TICK, loop.time())  # a late tick is not made up for
            await asyncio.sleep(due - loop.time())
            self.late += loop.time() - due > 0.5 / TICK
            try:
                self.zones.tick()
            except Exception as accident:  # one bad tick must not stop the city
                self._log.error("tick", kind=type(accident).__name__)


def _zone(walker: Walker) -> Zone:
    if walker.zone is None:
        raise Refusal("sessions.elsewhere")
    return walker.zone


def _arrival(here: Ground, at: tuple[float, float, float], there: Ground) -> tuple[float, float, float]:
    for passage in here.passages:
        near = (at[0] - passage.x) ** 2 + (at[1] - passage.y) ** 2 <= passage.reach**2
        if passage.to == there.slug and near:
            return passage.to_x, passage.to_y, passage.facing
    return there.spawn
