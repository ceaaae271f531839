"""Talking: a line is kept, then told to whoever hears it, then its speaker is told that it is done."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Any

import msgspec

from services.bus import Away, Bus, Fenced
from services.faults import Refusal
from services.safety.filter import masked
from services.sessions import chat, said
from services.sessions.said import Spoken
from services.sessions.walker import Walker
from services.sessions.zone import Zone
from services.sessions.zones import Zones
from worlds.sessions.wire import Block, Blocked, Done, Refused, Say

WAITING = 3.0
"""Seconds that a line of chat waits for a bus that is away."""
BLOCKED = "blocked"
"""Note of the bus: whom a visit has blocked."""
REMEMBERED = 12 * 3600.0
"""Seconds for which that is kept: as long as a visit lasts."""
ROOM = "room"
"""Topic of the bus: a line for every copy of a place."""


class ToRoom(msgspec.Struct, frozen=True, array_like=True):
    """A line that every copy of a place hears, or of a room in it; it was told in `zone`."""

    series: str
    zone: str
    spoken: Spoken


class Talk:
    """What is said in the zones of this node. `fenced` is called with a zone that proves to be another node's."""

    def __init__(self, bus: Bus, zones: Zones, fenced: Callable[[Zone], None]) -> None:
        self._bus, self._zones, self._fenced = bus, zones, fenced
        self.told = 0
        """Lines so far."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._blocked: dict[int, set[int]] = {}
        """Of each visit, the visits that it does not want to hear."""
        bus.hear(ROOM, self._heard_in_room)

    async def block(self, walker: Walker, wish: Block) -> None:
        """Neither hears the other from now on, or again. Raises sessions.unknown-person."""
        other = walker.zone.numbered(wish.number) if walker.zone is not None else None
        if other is None or other is walker:
            raise Refusal("sessions.unknown-person")
        blocked = self._blocked.setdefault(walker.session, set())
        (blocked.add if wish.on else blocked.discard)(other.session)
        with contextlib.suppress(Away):  # then it holds on this node only
            note = msgspec.msgpack.encode(sorted(blocked))
            await self._bus.put(f"{BLOCKED}:{walker.session}", note, REMEMBERED)
        walker.line.tell(Blocked(wish.number, wish.on))

    async def recall(self, visit: int) -> None:
        """Somebody comes to this node: whom they blocked elsewhere is known here."""
        with contextlib.suppress(Away):
            note = await self._bus.note(f"{BLOCKED}:{visit}")
            if note is not None:
                self._blocked[visit] = set(msgspec.msgpack.decode(note, type=list[int]))

    def forget(self, visit: int) -> None:
        """They are not on this node; the bus still knows whom they blocked."""
        self._blocked.pop(visit, None)

    def hears(self, visit: int, speaker: int) -> bool:
        """Whether neither of two visits has blocked the other."""
        nobody: set[int] = set()
        return speaker not in self._blocked.get(visit, nobody) and visit not in self._blocked.get(speaker, nobody)

    def say(self, walker: Walker, say: Say) -> bool:
        """One line, to those who hear it and to the speaker, once it is kept; whether a word of it was masked. Raises
        sessions.empty-line, sessions.too-fast, sessions.unknown-person, safety.minor."""
        if say.seq and say.seq <= walker.done:
            walker.line.tell(Done(walker.done))
            return False
        if say.seq and say.seq <= walker.accepted:
            return False  # said again while it is on its way: it is done in a moment
        written = chat.readable(say.text)
        if not written:
            raise Refusal("sessions.empty-line")
        text = masked(written)
        zone = walker.zone
        if zone is None:
            raise Refusal("sessions.elsewhere")
        to = zone.numbered(say.number) if say.scope == "direct" else None
        if say.scope == "direct" and (to is None or not self.hears(to.session, walker.session)):
            raise Refusal("sessions.unknown-person")  # whoever is blocked is not told so
        if to is not None and to.minor and not walker.minor and walker.whom.subject not in to.friends:
            raise Refusal("safety.minor", 403)
        walker.spoke = chat.paced(walker.spoke, time.monotonic())
        walker.accepted = say.seq or walker.accepted
        zone.judge()
        x, y, _ = zone.at(walker)
        spoken = Spoken(
            walker.number, walker.name, text, say.scope, round(x, 2), round(y, 2),
            walker.session, to.session if to else 0, say.seq,
        )  # fmt: skip
        self._beside(self._tell(walker, zone, spoken, to))
        zone.witness.hear(time.monotonic(), msgspec.structs.replace(spoken, text=written))
        if text != written:
            walker.line.tell(Refused("safety.masked"))
        return text != written

    def _heard_in_room(self, message: bytes) -> None:
        """A line for every copy of a place."""
        to = msgspec.msgpack.decode(message, type=ToRoom)
        for zone in self._zones:
            if zone.series == to.series and zone.name != to.zone:
                self._beside(self._tell(None, zone, msgspec.structs.replace(to.spoken, number=0, visit=0, seq=0), None))

    async def _tell(self, speaker: Walker | None, zone: Zone, spoken: Spoken, to: Walker | None) -> None:
        """Keep a line, tell it, say that it is done; a speaker's lines one after the other."""
        async with speaker.speaking if speaker else contextlib.nullcontext():
            try:
                line = await self._kept(zone, spoken)
            except (Away, Fenced) as reason:
                if isinstance(reason, Fenced):
                    self._fenced(zone)
                elif speaker is not None:
                    speaker.accepted = speaker.done
                    speaker.line.tell(Refused("sessions.away", seq=spoken.seq))
                return
            if line:
                self.told += 1
                zone.minutes.add(line, said.encode(spoken))
                hearers = _hearers(zone, spoken, speaker, to)
            zone.tell(said.said(line, spoken), [one for one in hearers if self.hears(one.session, spoken.visit)])
            if speaker is not None and spoken.seq:
                speaker.done = max(speaker.done, spoken.seq)
                speaker.line.tell(Done(speaker.done))
        if speaker is not None and line and spoken.scope == "room":
            with contextlib.suppress(Away):
                await self._bus.publish(ROOM, msgspec.msgpack.encode(ToRoom(zone.series, zone.name, spoken)))

    async def _kept(self, zone: Zone, spoken: Spoken) -> int:
        """Its number in the zone, 0 if it was kept before. A line with a `seq` waits a while for a bus that is away;
        without one it could be told twice."""
        until = time.monotonic() + (WAITING if spoken.seq else 0.0)
        while True:
            try:
                return await self._bus.append(zone.name, zone.fence, spoken.visit, spoken.seq, said.encode(spoken))
            except Away:
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.1)

    def _beside(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _hearers(zone: Zone, spoken: Spoken, speaker: Walker | None, to: Walker | None) -> list[Walker]:
    if spoken.scope == "room":
        return list(zone.people.values())
    if spoken.scope == "direct":
        return [one for one in {speaker, to} if one is not None and one.zone is zone]
    return zone.near(spoken.x, spoken.y, chat.EARSHOT)
