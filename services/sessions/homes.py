"""Where each copy of a place is at home: which node owns it, how it comes to another, and who is sent there.

A node owns a zone while its lease on the bus lasts. It renews the lease every second, with a snapshot for whoever owns
the zone next, and lets go of the zone by itself when it could not: another may own it by then.
"""

import asyncio
import contextlib
import itertools
import time
from collections.abc import Callable
from typing import Any

from services.bus import LEASE, Away, Bus, Claim, Fenced, Home, ended
from services.faults import Refusal
from services.sessions.copy import spare
from services.sessions.said import Minutes
from services.sessions.zone import Zone
from services.sessions.zones import Zones
from worlds.sessions import rooms

HEARTBEAT = 0.5
"""Seconds between two looks at the other nodes."""
NOTING = 0.1
"""Seconds in which somebody who came is in the snapshot."""
RENEWAL = 1.0
"""Seconds between two renewals of a lease."""
CLOSING = 2.0
"""Seconds that an empty copy stays open."""
EARLY = 0.4
"""Seconds before the end of a lease at which its owner lets go: by its own clock, and a tick may be late."""
TRIES, PAUSE = 20, 0.1
"""Times that a copy is sought while other nodes open theirs, and seconds between."""


class Homes:
    """The zones of this node among those of all. `opened` is called with each that came from another owner, `lost` with
    each that is another's from now on."""

    def __init__(
        self,
        bus: Bus,
        zones: Zones,
        log: Any,
        opened: Callable[[Zone, bytes], None],
        lost: Callable[[Zone], None],
    ) -> None:
        self._bus, self._zones, self._log = bus, zones, log
        self._opened, self._lost = opened, lost
        self._others: list[Home] = []
        self._coming: dict[str, asyncio.Task[bool]] = {}
        self._draining = False
        self._beat = asyncio.create_task(self._stay_known())

    async def find(self, slug: str, wish: str = "", sent: str = "") -> Zone:
        """A copy of a place with room for one: the wished one if it is, else the fullest, so that people meet, else a
        new one. It has room when this returns: they enter before anything else is awaited. `sent`: the node that they
        were sent to, which is this one, or does not answer. Raises sessions.routed with the node to go to."""
        code, series = rooms.code_in(slug, wish), rooms.series(slug, wish)
        if code or (wish and wish.rpartition("-")[0] == slug):
            if self._zones.named(wish) is None:
                await self._take_over(slug, wish, sent)
            zone = self._zones.named(wish)
            if zone is not None and zone.room + zone.spare > 0:
                return zone
            if zone is not None and code and code[0] not in rooms.GALLERIES:
                raise Refusal("sessions.room-full", 409, seats=zone.capacity)
        for _ in range(TRIES):
            zones = (zone for zone in self._zones if zone.series == series and zone.room > 0)
            here = max(zones, key=_people, default=None)
            there = max(
                (home for home in self._others if _of(home) == series and home.room > 0 and home.node != sent),
                key=_known,
                default=None,
            )
            if there is not None and sent != self._bus.node and (here is None or _known(there) > _people(here)):
                raise Refusal("sessions.routed", node=there.node)
            if here is not None:
                return here
            if not await self._claim(slug, self._next_name(series, of_room=bool(code))):
                await asyncio.sleep(PAUSE)  # another node was quicker: it says in a moment that it has room
                await self._look_round()
        raise Refusal("sessions.full", 503)

    async def close(self) -> None:
        """Let go of every zone, so that its people find it elsewhere at once."""
        self._draining = True
        await ended(self._beat)
        with contextlib.suppress(Away):
            await self._bus.announce([])
        for zone in self._zones:
            with contextlib.suppress(Away, Fenced):
                await self._bus.release(zone.name, zone.fence, zone.snapshot())

    @property
    def node(self) -> str:
        """The name of this one."""
        return self._bus.node

    def mine(self) -> list[Home]:
        """The zones of this node."""
        node = self._bus.node
        return [Home(zone.name, zone.slug, node, zone.present, max(0, zone.room)) for zone in self._zones]

    @property
    def others(self) -> list[Home]:
        """The zones of the other nodes, as last heard."""
        return self._others

    def fence(self) -> None:
        """Lets go of every zone whose lease ran out. Before anything is done in the name of its owner."""
        now = time.monotonic()
        for zone in self._zones:
            if zone.until - EARLY < now:
                self._drop(zone, "lease over")

    def lose(self, zone: Zone) -> None:
        """Another node owns it."""
        self._drop(zone, "fenced")

    async def _take_over(self, slug: str, name: str, sent: str) -> None:
        """Own a zone whose owner is gone, as soon as it may be owned, if it ever was. Raises sessions.routed: another
        node was quicker."""
        await self._look_round()
        home = self._home(name)
        if home is not None and home.node != sent and home.room + spare(slug, name) > 0:
            raise Refusal("sessions.routed", node=home.node)
        if name not in self._coming:
            self._coming[name] = asyncio.create_task(self._wait_for(slug, name))
            self._coming[name].add_done_callback(lambda _: self._coming.pop(name, None))
        if not await asyncio.shield(self._coming[name]) and (home := self._home(name)) is not None:
            raise Refusal("sessions.routed", node=home.node)

    def _home(self, name: str) -> Home | None:
        return next((home for home in self._others if home.zone == name), None)

    async def _wait_for(self, slug: str, name: str) -> bool:
        """Tries until it is this node's, another's that lives, or nobody's for as long as a lease lasts."""
        until = time.monotonic() + LEASE + 2 * HEARTBEAT
        gone = {home.node for home in self._others if home.zone == name}
        while True:
            if await self._claim(slug, name):
                return True
            await self._look_round()
            home = self._home(name)
            if time.monotonic() > until or (home is not None and home.node not in gone):
                return False
            await asyncio.sleep(HEARTBEAT / 4)

    def _next_name(self, series: str, *, of_room: bool) -> str:
        """Of a further copy: the lowest number that nobody has."""
        taken = {home.zone for home in self._others} | {zone.name for zone in self._zones}
        names = (rooms.copy(series, i, of_room=of_room) for i in itertools.count(1))
        return next(name for name in names if name not in taken)

    async def _claim(self, slug: str, name: str) -> bool:
        """This node owns it from now on; False: another does. Raises sessions.away when that cannot be known."""
        asked = time.monotonic()
        try:
            claim = await self._bus.claim(name)
        except Away:
            raise Refusal("sessions.away", 503) from None
        if claim is None:
            return self._zones.named(name) is not None
        self._open(slug, name, claim, asked)
        with contextlib.suppress(Away):
            await self._announce()
        return True

    def _open(self, slug: str, name: str, claim: Claim, asked: float) -> None:
        zone = self._zones.open(slug, name)
        zone.fence, zone.until, zone.minutes = claim.fence, asked + LEASE, Minutes(claim.lines)
        self._opened(zone, claim.snapshot)
        self._log.info("zone opened", zone=zone.title, fence=claim.fence)

    async def _stay_known(self) -> None:
        """The node's heartbeat: who else is there, and every lease renewed in time."""
        renewed = 0.0
        while True:
            due = time.monotonic() - renewed >= RENEWAL
            renewed = time.monotonic() if due else renewed
            try:
                await self._hear()
                await self._announce()
            except Away as away:
                self._reprieve(away)
            except Exception as accident:  # one bad answer must not stop the heart
                self._log.error("heartbeat", kind=type(accident).__name__)
            for zone in self._zones:
                if due:
                    await self._renew(zone)
            beat = time.monotonic() + HEARTBEAT
            while (left := beat - time.monotonic()) > 0:  # whoever comes is known to the next owner almost at once
                await asyncio.sleep(min(NOTING, left))
                for zone in [zone for zone in self._zones if zone.unknown]:
                    await self._renew(zone)

    async def _hear(self) -> None:
        self._others = [home for home in await self._bus.homes() if home.node != self._bus.node]

    async def _look_round(self) -> None:
        """Which zones the other nodes have just now. Raises sessions.away."""
        try:
            await self._hear()
        except Away:
            raise Refusal("sessions.away", 503) from None

    async def _announce(self) -> None:
        if self._draining:
            return
        await self._bus.announce(self.mine())

    async def _renew(self, zone: Zone) -> None:
        asked = time.monotonic()
        zone.unknown = False
        if not zone.people and asked - zone.empty_since > CLOSING:
            self._zones.drop(zone)
            with contextlib.suppress(Away, Fenced):
                await self._bus.release(zone.name, zone.fence, b"")
            self._log.info("zone closed", zone=zone.title)
            return
        try:
            forgotten = await self._bus.renew(zone.name, zone.fence, zone.snapshot())
            zone.until = asked + LEASE
            if forgotten:
                await self._bus.restore(zone.name, zone.fence, zone.minutes.all, zone.minutes.done())
        except Fenced:
            self.lose(zone)
        except Away as away:
            self._reprieve(away)

    def _reprieve(self, away: Away) -> None:
        """A bus that is down can give a zone to nobody else; one that cannot be reached may have."""
        if away.refusing:
            for zone in self._zones:
                zone.until = max(zone.until, time.monotonic() + LEASE)

    def _drop(self, zone: Zone, why: str) -> None:
        self._zones.drop(zone)
        self._log.warning("zone lost", zone=zone.title, why=why)
        self._lost(zone)


def _of(home: Home) -> str:
    """What a zone that is open somewhere is a copy of."""
    return rooms.series(home.place, home.zone)


def _people(zone: Zone) -> int:
    return len(zone.people)


def _known(home: Home) -> int:
    return home.people
