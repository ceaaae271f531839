"""The hub: every live line of the city, and the tick that tells each what the others do."""

import asyncio
import contextlib
import time
from typing import Any

import msgspec
import numpy as np
from aiohttp import web

from services.bus import Away, Bus
from services.faults import Refusal
from services.office import Visitor
from services.sessions.greeting import known_place
from services.sessions.ground import City, Ground, survey
from services.sessions.herald import Herald
from services.sessions.homes import Homes
from services.sessions.line import Line
from services.sessions.stood import Memory
from services.sessions.talk import Talk
from services.sessions.walker import Walker
from services.sessions.zone import STOOD, Zone
from services.sessions.zones import Zones
from worlds.protocol import Hello, Welcome
from worlds.sessions.wire import TICK, Go, Move

HELD = 30.0
"""Seconds for which someone whose line is lost stands where they were."""
NUMBERS = 65_535
"""People in the city of one office: a frame of moves has two bytes for each one's number."""
HUB: web.AppKey["Hub"] = web.AppKey("hub", object)  # type: ignore[arg-type]
ARRIVED = "arrived"
"""Topic of the bus: a visit is on this node now."""


class Arrived(msgspec.Struct, frozen=True, array_like=True):
    """A visit is on this node from now on."""

    visit: int
    node: str


class Hub:
    """Who is in the city, on this node. Everything in it happens on the office's loop, so it needs no locks."""

    def __init__(self, city: City, bus: Bus, log: Any, capacity: int) -> None:
        self.zones = Zones(city, capacity)
        self.homes = Homes(bus, self.zones, log, self._received, self._lost)
        self.talk = Talk(bus, self.zones, self.homes.lose)
        self._bus, self._log = bus, log
        self._walkers: dict[int, Walker] = {}
        self._stood = Memory()
        self._tasks: set[asyncio.Task[None]] = set()
        self._numbers: dict[int, Walker] = {}
        self._last = 0
        self.ticks, self.spent = 0, 0.0
        """Ticks so far, and the seconds they took."""
        self.late = 0
        """Ticks that began over half a tick late."""
        self.missed = 0
        """Ticks that went by at once, at most."""
        bus.hear(ARRIVED, self._went)
        self.herald = Herald(bus, self._walkers, self._part)
        self._ticking = asyncio.create_task(self._tick())
        self._first = asyncio.create_task(self.opened(next(iter(city), "")))

    @property
    def city(self) -> City:
        return self.zones.city

    async def opened(self, place: str) -> None:
        """Returns when one can walk in a place; it is put together for the first who goes there."""
        await asyncio.to_thread(survey, self.city, place)

    def presence(self) -> dict[str, int]:
        """How many are in each place, on all nodes."""
        counts = self.zones.presence()
        for home in self.homes.others:
            if home.place in counts:
                counts[home.place] += home.people
        return counts

    async def arrive(self, visitor: Visitor, line: Line, hello: Hello, sent: str = "") -> Walker:
        """Someone is on the line. A visit is in the city once: an older line of the same visit ends, and the new one
        goes on where it was. Raises Refusal: sessions.routed, sessions.full, sessions.away."""
        if (walker := self._in_place(visitor, hello)) is not None:
            return self._resume(walker, line, hello)
        done = await self._done(visitor)
        zone = await self.homes.find(hello.place, hello.zone, sent)
        if (walker := self._in_place(visitor, hello)) is not None:  # another line of the visit came meanwhile
            return self._resume(walker, line, hello)
        if (elsewhere := self._walkers.get(visitor.session)) is not None:
            self._part(elsewhere.line)
            self._remove(elsewhere)
        walker = self._new(visitor, line, hello.protocol)
        walker.done = walker.accepted = done
        self._enter(walker, zone, hello)
        # Beside: who hangs up just now ends this call, and nobody would then know that they have gone.
        self._beside(self._publish(ARRIVED, msgspec.msgpack.encode(Arrived(visitor.session, self._bus.node))))
        return walker

    def depart(self, walker: Walker, line: Line, *, left: bool) -> None:
        """The line is gone. Who said goodbye has left; who did not may be back in a moment, and stands there."""
        if walker.line is not line:
            return  # they are on a newer one
        if left or walker.zone is None:
            self._remove(walker)
        else:
            walker.zone.hold(walker)

    def move(self, walker: Walker, move: Move) -> None:
        """Walk, or be told to stand where one stood, at the next tick."""
        _zone(walker).moved(walker, move)

    async def go(self, walker: Walker, go: Go) -> None:
        """To another place: onto a seat or before a thing there, through the door one stands at, or by the map to its
        entrance. Raises Refusal; sessions.routed: it is on another node."""
        known_place(self.city, go.place, go.digest)
        here, there = _zone(walker), self.city[go.place]
        seat = go.anchor if go.anchor in there.seats() else ""
        stays = go.zone == here.name and go.place == here.slug
        zone = here if stays else await self.homes.find(go.place, go.zone)
        if walker.zone is not here:  # the line was lost meanwhile, and all is over
            return
        if seat and zone.seats.sitter(seat) is not None:
            raise Refusal("sessions.seat-taken", 409)
        here.judge()
        at = there.anchors.get(go.anchor) or _arrival(here.ground, here.at(walker), there)
        here.leave(walker)
        self._stand(walker, zone, *at, seat=seat)

    async def close(self) -> None:
        """The office closes: another node takes over what this one owned, and everyone is told."""
        self._ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._ticking
        await self.homes.close()
        await asyncio.gather(*(walker.line.end("server.closing") for walker in list(self._walkers.values())))

    def _in_place(self, visitor: Visitor, hello: Hello) -> Walker | None:
        """Who this visit is, if they are in the very place where they wish to be."""
        walker = self._walkers.get(visitor.session)
        if walker is None or walker.zone is None or walker.zone.slug != hello.place:
            return None
        walker.recognise(visitor)
        return walker

    def _new(self, visitor: Visitor, line: Line, protocol: int) -> Walker:
        """A number for someone who comes in; one that was given back long ago comes round again."""
        if len(self._numbers) >= NUMBERS:
            raise Refusal("sessions.full", 503)
        self._last = next(n for i in range(NUMBERS) if (n := (self._last + i) % NUMBERS + 1) not in self._numbers)
        walker = Walker(self._last, visitor, line, protocol)
        self._numbers[self._last] = self._walkers[visitor.session] = walker
        return walker

    def _enter(self, walker: Walker, zone: Zone, hello: Hello) -> None:
        """Into a zone: where one stood a moment ago, else at the entrance."""
        stood = self._stood.take(walker.session, zone.slug)
        x, y, heading = (stood.x, stood.y, stood.heading) if stood else self.city[zone.slug].spawn
        resumed = bool(stood and stood.zone == zone.name == hello.zone and hello.heard >= 0)
        self._stand(walker, zone, x, y, heading, resumed=resumed)
        self._catch_up(walker, hello)

    def _stand(
        self, walker: Walker, zone: Zone, x: float, y: float, heading: float, *, resumed: bool = False, seat: str = ""
    ) -> None:
        """Where they arrive: exactly there if they never left or sit down, else where there is elbow room."""
        at = (x, y) if resumed or seat else zone.ground.spot(x, y, zone.taken)
        walker.since = 0 if resumed else zone.minutes.newest
        walker.line.tell(self._welcome(walker, zone, resumed=resumed))
        zone.enter(walker, *at, heading, seat)

    def _resume(self, walker: Walker, line: Line, hello: Hello) -> Walker:
        """The same one on a new line: nobody else notices. The older line, if it still is one, is told why it ends."""
        zone, older = _zone(walker), walker.line
        walker.line, walker.protocol = line, hello.protocol
        self._part(older)
        line.tell(self._welcome(walker, zone, resumed=True))
        zone.greet(walker)
        self._catch_up(walker, hello)
        return walker

    def _welcome(self, walker: Walker, zone: Zone, *, resumed: bool) -> Welcome:
        return Welcome(walker.number, zone.slug, zone.name, TICK, resumed, zone.minutes.newest, walker.done)

    def _catch_up(self, walker: Walker, hello: Hello) -> None:
        """What was said in the zone while the line was lost."""
        zone = _zone(walker)
        if hello.zone == zone.name and hello.heard >= 0:
            x, y, _ = zone.at(walker)
            for line in zone.minutes.missed(max(hello.heard, walker.since), walker.session, x, y, self.talk.hears):
                walker.line.tell(line)

    def _remove(self, walker: Walker) -> None:
        """They are not in the city; for a while it is known where they stood."""
        self._forget(walker)
        zone = walker.zone
        if zone is None:
            return
        zone.judge()
        self._stood.keep(walker.session, zone.slug, zone.name, *zone.stood(walker))
        zone.leave(walker)

    def _forget(self, walker: Walker) -> None:
        """Number and visit are free for others; they may be another's already."""
        if self._numbers.get(walker.number) is walker:
            del self._numbers[walker.number]
        if self._walkers.get(walker.session) is walker:
            del self._walkers[walker.session]
            self.talk.forget(walker.session)

    def _received(self, zone: Zone, snapshot: bytes) -> None:
        """A zone came from another owner: its people will be back, and stand where they stood."""
        for row in np.frombuffer(snapshot, STOOD):
            self._stood.keep(int(row["visit"]), zone.slug, zone.name, *(float(row[n]) for n in ("x", "y", "heading")))

    def _lost(self, zone: Zone) -> None:
        """A zone is another node's: its people are sent after it."""
        for walker in zone.people.values():
            self._part(walker.line, "sessions.moving")
            self._forget(walker)
            walker.zone = None

    def _went(self, message: bytes) -> None:
        """A visit is on some node now: if on another, its line here ends."""
        arrived = msgspec.msgpack.decode(message, type=Arrived)
        walker = self._walkers.get(arrived.visit)
        if arrived.node != self._bus.node and walker is not None:
            self._part(walker.line)
            self._remove(walker)

    async def _done(self, visitor: Visitor) -> int:
        try:
            return await self._bus.done(visitor.session)
        except Away:
            return 0

    async def _publish(self, topic: str, message: bytes) -> None:
        with contextlib.suppress(Away):
            await self._bus.publish(topic, message)

    def _part(self, line: Line, reason: str = "sessions.elsewhere") -> None:
        """Beside, not before: the line may be a dead one that never takes its goodbye."""
        self._beside(line.end(reason))

    def _beside(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tick(self) -> None:
        """Ten times a second, by the clock and not by the sum of pauses."""
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            due = max(due + 1 / TICK, loop.time())  # a late tick is not made up for
            await asyncio.sleep(due - loop.time())
            began = loop.time()
            self.late += began - due > 0.5 / TICK
            self.missed = max(self.missed, int((began - due) * TICK))
            try:
                self.homes.fence()
                self.zones.tick()
                self._let_go()
            except Exception as accident:  # one bad tick must not stop the city
                self._log.error("tick", kind=type(accident).__name__)
            self.ticks += 1
            self.spent += loop.time() - began

    def _let_go(self) -> None:
        """Those whose line was lost long ago."""
        now = time.monotonic()
        for walker in [one for one in self._walkers.values() if one.lost is not None and now - one.lost > HELD]:
            self._remove(walker)


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
