"""The hub: every live line of the city, and the tick that tells each what the others do."""

import asyncio
import contextlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from services.faults import Refusal
from services.office import Visitor
from services.sessions import chat, judge
from services.sessions.greeting import known_place
from services.sessions.ground import City, Ground, survey
from services.sessions.line import Line
from services.sessions.zones import Walker, Zone, Zones
from worlds.protocol import Welcome
from worlds.sessions.wire import TICK, Go, Move, Refused, Said, Say

GRACE = 60.0
"""Seconds during which whoever comes back stands where they stood."""
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

    def __init__(self, city: City, log: Any) -> None:
        self.zones = Zones(city)
        self._log = log
        self._walkers: dict[int, Walker] = {}
        self._stood: OrderedDict[int, Stood] = OrderedDict()
        self._endings: set[asyncio.Task[None]] = set()
        self._next = 1
        self._ticking = asyncio.create_task(self._tick())
        self._first = asyncio.create_task(self.opened(next(iter(city), "")))

    @property
    def city(self) -> City:
        return self.zones.city

    async def opened(self, place: str) -> None:
        """Returns when one can walk in a place; it is put together for the first who goes there."""
        await asyncio.to_thread(survey, self.city, place)

    def walker(self, visitor: Visitor, line: Line) -> Walker:
        """A new number for someone who comes in."""
        self._next += 1
        return Walker(self._next - 1, visitor, line)

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
        if self._walkers.get(walker.session) is walker:
            del self._walkers[walker.session]
            self._remove(walker)

    def move(self, walker: Walker, move: Move) -> None:
        """Walk, or be told to stand where one stood."""
        zone = _zone(walker)
        code = judge.fault(zone.ground, walker.x, walker.y, move, walker.reach, time.monotonic())
        if code:
            walker.line.tell(Refused(code, {}, walker.x, walker.y))
            return
        walker.stand(move.x, move.y, move.heading, move.gesture)
        zone.moved(walker)

    def say(self, walker: Walker, say: Say) -> None:
        """One line, to those in earshot and to the speaker. Raises sessions.empty-line, sessions.too-fast."""
        text = chat.readable(say.text)
        if not text:
            raise Refusal("sessions.empty-line")
        walker.spoke = chat.paced(walker.spoke, time.monotonic())
        zone = _zone(walker)
        near = [one for one in zone.people.values() if one.is_near(walker, chat.EARSHOT)]
        zone.tell(Said(walker.number, walker.name, text), near)

    def go(self, walker: Walker, go: Go) -> None:
        """To another place: before a thing there, through the door one stands at, or by the map to its entrance."""
        known_place(self.city, go.place, go.digest)
        here = _zone(walker).ground
        there = self.city[go.place]
        x, y, heading = there.anchors.get(go.anchor) or _arrival(here, walker, there)
        self._leave_zone(walker)
        self._enter(walker, go.place, x, y, heading)

    async def close(self) -> None:
        """The office closes: say so to everyone."""
        self._ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._ticking
        await asyncio.gather(*(walker.line.end("server.closing") for walker in list(self._walkers.values())))

    def _enter(self, walker: Walker, place: str, x: float, y: float, heading: float) -> None:
        zone = self.zones.with_room(place)
        walker.stand(*zone.ground.spot(x, y, zone.taken), heading)
        walker.reach = judge.Reach()
        walker.line.tell(Welcome(walker.number, place, zone.name, TICK))
        zone.enter(walker)

    def _leave_zone(self, walker: Walker) -> None:
        _zone(walker).leave(walker)
        walker.line.forget_moves()

    def _remove(self, walker: Walker) -> None:
        if walker.zone is None:
            return
        until = time.monotonic() + GRACE
        self._stood[walker.session] = Stood(walker.zone.ground.slug, walker.x, walker.y, walker.heading, until)
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
            try:
                self.zones.tick()
            except Exception as accident:  # one bad tick must not stop the city
                self._log.error("tick", kind=type(accident).__name__)


def _zone(walker: Walker) -> Zone:
    if walker.zone is None:
        raise Refusal("sessions.elsewhere")
    return walker.zone


def _arrival(here: Ground, walker: Walker, there: Ground) -> tuple[float, float, float]:
    for passage in here.passages:
        near = (walker.x - passage.x) ** 2 + (walker.y - passage.y) ** 2 <= passage.reach**2
        if passage.to == there.slug and near:
            return passage.to_x, passage.to_y, passage.facing
    return there.spawn
