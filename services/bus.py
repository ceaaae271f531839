"""What the nodes of one city share while it is open: who owns which copy of a place, what was said there, words to all.

One node alone keeps it in its own memory (`Alone`); several share a Redis (`services/redis_bus.py`). Nothing here is a
record: what must outlive the city is the store's.
"""

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from services.settings import Settings

LEASE = 3.0
"""Seconds for which a zone is its owner's after each renewal: so long it stands empty when its node dies."""
LINES = 500
"""Lines of chat that are kept of a zone, the newest."""
REMEMBERED = 100_000
"""Visits whose last `seq` is kept."""
KEPT = 120.0
"""Seconds after which a zone that nobody owns is forgotten, with all that was said there."""

Topic = str
Hearer = Callable[[bytes], None]


class Away(Exception):
    """The bus does not answer. `refusing`: its machine does, so no other node can reach it either."""

    def __init__(self, *, refusing: bool = False) -> None:
        super().__init__()
        self.refusing = refusing


class Fenced(Exception):
    """Another node owns the zone now."""


class Home(msgspec.Struct, frozen=True):
    """One zone that is open somewhere."""

    zone: str
    place: str
    node: str
    people: int
    room: int
    """How many more fit."""


class Claim(msgspec.Struct, frozen=True):
    """A zone that is one's own now, as its last owner left it."""

    fence: int
    """Greater than any owner's before."""
    snapshot: bytes = b""
    lines: tuple[tuple[int, bytes], ...] = ()
    """What was said: number and line, oldest first."""


class Bus(Protocol):
    """Every call may raise Away; those that name a fence, Fenced."""

    node: str

    async def claim(self, zone: str) -> Claim | None:
        """Own this zone from now on for LEASE seconds; None: another node does."""

    async def renew(self, zone: str, fence: int, snapshot: bytes) -> bool:
        """Own it for LEASE seconds more; the snapshot is what the next owner gets. True: the bus had forgotten it."""

    async def release(self, zone: str, fence: int, snapshot: bytes) -> None:
        """Own it no more; the next owner need not wait."""

    async def append(self, zone: str, fence: int, visit: int, seq: int, line: bytes) -> int:
        """Keep a line that was said in the zone: its number there; 0 when this `seq` of the visit is kept already."""

    async def restore(self, zone: str, fence: int, lines: Sequence[tuple[int, bytes]], done: dict[int, int]) -> None:
        """Tell a bus that forgot a zone what was said there, and each visit's last `seq`."""

    async def done(self, visit: int) -> int:
        """The `seq` of a visit's last line that is kept, in whatever zone; 0: none."""

    async def count(self, what: str, most: int, seconds: float) -> float:
        """One more of these, in the whole city: 0 while there are at most `most` in `seconds`, else how many seconds
        it is until there may be more."""

    async def put(self, name: str, note: bytes, seconds: float, *, new: bool = False) -> bool:
        """Keeps a note under a name for so long; `new`: only if there is none, and False when there is."""

    async def note(self, name: str) -> bytes | None:
        """The note of that name, unless its time is over."""

    async def drop(self, *names: str) -> None:
        """Forgets these notes."""

    async def announce(self, homes: Sequence[Home]) -> None:
        """These are my zones now, and none else."""

    async def homes(self) -> list[Home]:
        """The zones of every node that lives."""

    async def publish(self, topic: Topic, message: bytes) -> None:
        """To the hearers of every node, oneself included."""

    def hear(self, topic: Topic, hearer: Hearer) -> None:
        """Call `hearer` with every message of a topic."""

    async def close(self) -> None:
        """The node is gone."""


class Alone:
    """The bus of a city of one node: a few tables in memory."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.node = new_node()
        self._clock = clock
        self._fence = 0
        self._owned: dict[str, int] = {}
        self._left: dict[str, tuple[float, bytes]] = {}
        self._said: dict[str, list[tuple[int, bytes]]] = {}
        self._done: OrderedDict[int, int] = OrderedDict()
        self._homes: list[Home] = []
        self._counts: dict[str, tuple[float, int]] = {}
        """When each count ends, and what it is."""
        self._notes: dict[str, tuple[float, bytes]] = {}
        """When each note is forgotten, and what it says."""
        self._hearers: dict[Topic, list[Hearer]] = {}

    async def claim(self, zone: str) -> Claim | None:
        if zone in self._owned:
            return None
        now = self._clock()
        for name, (at, _) in list(self._left.items()):
            if now - at > KEPT:
                self._forget(name)
        self._fence += 1
        self._owned[zone] = self._fence
        _, snapshot = self._left.pop(zone, (0.0, b""))
        return Claim(self._fence, snapshot, tuple(self._said.get(zone, ())))

    async def renew(self, zone: str, fence: int, snapshot: bytes) -> bool:
        self._check(zone, fence)
        return False

    async def release(self, zone: str, fence: int, snapshot: bytes) -> None:
        self._check(zone, fence)
        del self._owned[zone]
        self._left[zone] = (self._clock(), snapshot)

    async def append(self, zone: str, fence: int, visit: int, seq: int, line: bytes) -> int:
        self._check(zone, fence)
        if seq:
            if seq <= self._done.get(visit, 0):
                return 0
            self._done[visit] = seq
            self._done.move_to_end(visit)
            if len(self._done) > REMEMBERED:
                self._done.popitem(last=False)
        said = self._said.setdefault(zone, [])
        said.append((said[-1][0] + 1 if said else 1, line))
        del said[:-LINES]
        return said[-1][0]

    async def restore(self, zone: str, fence: int, lines: Sequence[tuple[int, bytes]], done: dict[int, int]) -> None:
        """Nothing: memory does not forget."""

    async def done(self, visit: int) -> int:
        return self._done.get(visit, 0)

    async def count(self, what: str, most: int, seconds: float) -> float:
        now = self._clock()
        if len(self._counts) >= REMEMBERED:
            self._counts = {name: count for name, count in self._counts.items() if count[0] > now}
        end, number = self._counts.get(what, (0.0, 0))
        end, number = (end, number + 1) if end > now else (now + seconds, 1)
        self._counts[what] = end, number
        return end - now if number > most else 0.0

    async def put(self, name: str, note: bytes, seconds: float, *, new: bool = False) -> bool:
        now = self._clock()
        if len(self._notes) >= REMEMBERED:
            self._notes = {other: kept for other, kept in self._notes.items() if kept[0] > now}
        if new and await self.note(name) is not None:
            return False
        self._notes[name] = now + seconds, note
        return True

    async def note(self, name: str) -> bytes | None:
        end, said = self._notes.get(name, (0.0, b""))
        return said if end > self._clock() else None

    async def drop(self, *names: str) -> None:
        for name in names:
            self._notes.pop(name, None)

    async def announce(self, homes: Sequence[Home]) -> None:
        self._homes = list(homes)

    async def homes(self) -> list[Home]:
        return self._homes

    async def publish(self, topic: Topic, message: bytes) -> None:
        for hearer in self._hearers.get(topic, ()):
            hearer(message)

    def hear(self, topic: Topic, hearer: Hearer) -> None:
        self._hearers.setdefault(topic, []).append(hearer)

    async def close(self) -> None:
        self._hearers.clear()

    def _check(self, zone: str, fence: int) -> None:
        if self._owned.get(zone) != fence:
            raise Fenced

    def _forget(self, zone: str) -> None:
        self._left.pop(zone, None)
        self._said.pop(zone, None)


async def ended(task: "asyncio.Task[None]") -> None:
    """Cancels a task until it is over: a library that is in the middle of something may forget a cancel (redis-py does,
    by asyncio.wait_for before Python 3.12)."""
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=0.5)


def new_node() -> str:
    """A name that no node had before."""
    return secrets.token_hex(4)


async def open_bus(settings: Settings) -> Bus:
    """The bus that the settings name. Raises StartFault."""
    if not settings.bus:
        return Alone()
    from services.redis_bus import connect

    return await connect(settings.bus, settings.node or new_node())
