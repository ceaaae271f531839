"""Bots that walk like people through the documented live line (docs/wire.md): they stand about, talk, and go on.

Every bot writes what it truly does into `Truth`, a file that all processes of a crowd share, so that what one sees of
another can be set beside it.
"""

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path

import aiohttp
import numpy as np

from metaseoul.steps import Steps
from worlds.digest import digest
from worlds.plan import place as place_of
from worlds.protocol import PROTOCOL, Goodbye, Hello, Welcome
from worlds.sessions.moves import Moved
from worlds.sessions.wire import TICK, WALKING, Heard, Move, People, Say, Spoken, after, encoder, heard
from worlds.shape import Place, Spot
from worlds.walk import WalkMap, walk_map

REMEMBERED = 64
"""Moves of each bot that are remembered: some seconds."""
STANDING, FARTHEST = (2.0, 9.0), 22.0
"""Seconds that one stands between two walks, and metres of a walk at most."""
TALK = 1 / 90
"""Lines of chat a second."""
COLUMNS = 3
"""x, y (metres) and the moment (seconds of the system's monotonic clock)."""


class Truth:
    """What `count` bots truly do, for all processes: the moves last told, and the number the hub gave to each."""

    def __init__(self, file: Path, count: int) -> None:
        """`file`: where it lies, made if it is not there. Raises OSError."""
        mode = "r+" if file.exists() else "w+"
        whole = np.memmap(file, np.float64, mode, shape=(count, REMEMBERED * COLUMNS + 2))  # type: ignore[call-overload]
        self.moves = whole[:, :-2].reshape(count, REMEMBERED, COLUMNS)
        self.told, self.number = whole[:, -2], whole[:, -1]

    def tell(self, bot: int, x: float, y: float) -> None:
        """A bot stands there from now on."""
        self.moves[bot, int(self.told[bot]) % REMEMBERED] = (x, y, time.monotonic())
        self.told[bot] += 1

    def now(self) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
        """Where each is: (count, 3)."""
        last = (self.told.astype(np.int64) - 1).clip(0) % REMEMBERED
        return np.asarray(self.moves[np.arange(len(self.moves)), last])

    def since(self, bot: int, x: float, y: float, within: float) -> float | None:
        """When a bot last told a place within so many metres of (x, y); None where that is longer ago."""
        moves = self.moves[bot]
        same = (np.hypot(moves[:, 0] - x, moves[:, 1] - y) <= within) & (moves[:, 2] > 0)
        return float(moves[same, 2].max()) if same.any() else None


class Gait:
    """How one walks: to a spot near by in a straight line that is free, and stands there for a while."""

    def __init__(self, ground: WalkMap, at: Spot, chance: random.Random) -> None:
        self.ground, self.chance = ground, chance
        self.x, self.y = at
        self.heading = chance.uniform(-180, 180)
        self.walking = False
        self._goal = at
        self._rest = chance.uniform(0, STANDING[1])

    def step(self, seconds: float) -> bool:
        """One step on; False when nothing changed."""
        if not self.walking:
            self._rest -= seconds
            if self._rest > 0 or not self._choose():
                return False
            self.walking = True
        away = hypot(self._goal[0] - self.x, self._goal[1] - self.y)
        reach = WALKING * seconds
        if away <= reach:
            self.x, self.y = self._goal
            self.walking, self._rest = False, self.chance.uniform(*STANDING)
            return True
        angle = atan2(self.x - self._goal[0], self._goal[1] - self.y)
        self.heading = degrees(angle)
        self.x, self.y = self.x - sin(angle) * reach, self.y + cos(angle) * reach
        return True

    def _choose(self) -> bool:
        for _ in range(8):
            angle, far = radians(self.chance.uniform(-180, 180)), self.chance.uniform(2.0, FARTHEST)
            goal = (round(self.x - sin(angle) * far, 2), round(self.y + cos(angle) * far, 2))
            if self.ground.free(*goal) and self.ground.line_is_free((self.x, self.y), goal):
                self._goal = goal
                return True
        self._rest = 1.0
        return False


@dataclass
class Bot:
    """One citizen on a line. `people` is the crowd by the reducer that every client uses."""

    index: int
    place: Place
    truth: Truth
    chance: random.Random
    people: People = field(default_factory=dict)
    me: int = -1
    bytes: int = 0
    """Heard so far, without what the protocol below adds."""
    frames: list[float] = field(default_factory=list)
    """When each frame of moves came."""
    gone: str = ""
    """Why the hub said goodbye."""
    on_moved: Callable[["Bot", Moved], None] | None = None

    async def live(self, http: aiohttp.ClientSession, url: str, here: asyncio.Event) -> None:
        """From hello until it is cancelled or the hub says goodbye; `here` is set once the hub has said where."""
        async with http.post(url + "/sessions", json={"name": f"bot {self.index}"}) as answer:
            token = (await answer.json())["token"]
        address = url.replace("http", "ws", 1) + "/live"
        async with http.ws_connect(address, max_msg_size=0, heartbeat=None) as line:
            await self._say(line, Hello(PROTOCOL, token, self.place.slug, digest(self.place)))
            walk: asyncio.Task[None] | None = None
            try:
                async for frame in line:
                    if frame.type is not aiohttp.WSMsgType.BINARY:
                        continue
                    self.bytes += len(frame.data)
                    self._take(heard(frame.data))
                    if walk is None and self.me in self.people:
                        walk = asyncio.create_task(self._walk(line))
                        here.set()
                    if self.gone:
                        return
            finally:
                here.set()
                if walk is not None:
                    walk.cancel()

    def _take(self, event: Heard) -> None:
        if isinstance(event, Welcome):
            self.me = event.me
            self.truth.number[self.index] = event.me
        elif isinstance(event, Goodbye):
            self.gone = event.reason
        self.people = after(self.people, event)
        if isinstance(event, Moved):
            self.frames.append(time.monotonic())
            if self.on_moved is not None:
                self.on_moved(self, event)

    async def _walk(self, line: aiohttp.ClientWebSocketResponse) -> None:
        me = self.people[self.me]
        gait, steps = Gait(walk_map(self.place), (me.x, me.y), self.chance), Steps()
        self.truth.tell(self.index, me.x, me.y)
        await asyncio.sleep(self.chance.uniform(0, 1 / TICK))
        due = time.monotonic()
        while True:
            changed = gait.step(1 / TICK)
            now = time.monotonic()
            x, y = round(gait.x, 2), round(gait.y, 2)
            where = Move(x, y, round(gait.heading, 1), "walk" if gait.walking else "idle")
            if changed:
                self.truth.tell(self.index, x, y)
            if (word := steps.word(where, now)) is not None:
                await self._say(line, word)
            elif self.chance.random() < TALK / TICK:
                await self._say(line, Say(f"bot {self.index}"))
            due = max(due + 1 / TICK, time.monotonic())
            await asyncio.sleep(due - time.monotonic())

    async def _say(self, line: aiohttp.ClientWebSocketResponse, word: Spoken) -> None:
        with contextlib.suppress(ConnectionError):
            await line.send_bytes(encoder.encode(word))


async def crowd(
    url: str, slug: str, indices: range, truth: Truth, during: Callable[[list[Bot]], "asyncio.Future[None]"]
) -> list[Bot]:
    """The bots of these indices walk in a place until `during`, begun when all are there, is done. Raises OSError and
    aiohttp.ClientError when one cannot come in."""
    place = place_of(slug)
    await asyncio.to_thread(walk_map, place)
    bots = [Bot(index, place, truth, random.Random(index)) for index in indices]
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        lives: list[asyncio.Task[None]] = []
        try:
            for bot in bots:  # one after the other, as people come through a gate
                here = asyncio.Event()
                lives.append(asyncio.create_task(bot.live(http, url, here)))
                await _first(lives[-1], here)
            await during(bots)
        finally:
            for life in lives:
                life.cancel()
            await asyncio.gather(*lives, return_exceptions=True)
    return bots


async def _first(life: "asyncio.Task[None]", here: asyncio.Event) -> None:
    """Waits until a bot is there; raises what kept it away."""
    arrival = asyncio.create_task(here.wait())
    await asyncio.wait({life, arrival}, return_when=asyncio.FIRST_COMPLETED)
    arrival.cancel()
    if life.done():
        life.result()
