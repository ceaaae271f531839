"""Bots that walk like people through the documented live line (docs/wire.md): they stand about, talk, and go on.

A bot walks legs: straight ways that are free, at one speed. So it is known at every moment where it truly is, and
`Truth`, a file that all processes of a crowd share, lets what one sees of another be set beside it.
"""

import asyncio
import contextlib
import heapq
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from math import cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple, Protocol

import aiohttp
import numpy as np
from msgspec.json import encode
from numpy.typing import NDArray

from metaseoul.thin import Thin, connect
from worlds.accounts import Join
from worlds.avatar import sample_look
from worlds.digest import digest
from worlds.plan import place as place_of
from worlds.protocol import PROTOCOL, Goodbye, Hello, Welcome
from worlds.sessions import moves
from worlds.sessions.moves import FAITH, Step
from worlds.sessions.wire import WALKING, Crowd, Move, Person, Refused, Say, encoder, told
from worlds.shape import Place
from worlds.walk import WalkMap, walk_map

STANDING, FARTHEST = (2.0, 9.0), 22.0
"""Seconds that one stands between two walks, and metres of a leg at most."""
ON = 0.4
"""Share of legs after which one turns and goes on at once."""
TALK = 1 / 90
"""Lines of chat a second."""
RENEWED = 2.0
"""Seconds after which one who walks straight on says so again."""
AT_ONCE = 16
"""Bots that come in at the same time."""


class Leg(NamedTuple):
    """From (x, y) with (vx, vy) metres a second, since a moment of the system's monotonic clock, until another."""

    x: float
    y: float
    vx: float
    vy: float
    since: float
    until: float

    def at(self, moment: float) -> tuple[float, float]:
        seconds = min(moment, self.until) - self.since
        return self.x + self.vx * seconds, self.y + self.vy * seconds

    @property
    def walks(self) -> bool:
        return bool(self.vx or self.vy)

    def move(self, moment: float) -> Move:
        """As it is told."""
        x, y = self.at(moment)
        heading = degrees(np.arctan2(-self.vx, self.vy)) if self.walks else 0.0
        gesture = "walk" if self.walks else "idle"
        return Move(round(x, 2), round(y, 2), round(heading, 1), gesture, round(self.vx, 3), round(self.vy, 3))


def turn(before: Leg, after: Leg) -> float:
    """Degrees between two legs; 180 where one begins or stops."""
    if not before.walks or not after.walks:
        return 180.0
    angle = np.arctan2(after.vy, after.vx) - np.arctan2(before.vy, before.vx)
    return float(abs((degrees(angle) + 180) % 360 - 180))


class Gait:
    """How one walks: to a spot near by in a straight line that is free; then on, or one stands for a while."""

    def __init__(self, ground: WalkMap, x: float, y: float, chance: random.Random, now: float) -> None:
        self.ground, self.chance = ground, chance
        self.leg = Leg(x, y, 0.0, 0.0, now, now + chance.uniform(0, STANDING[1]))

    def turn(self) -> Leg:
        """The next leg; it begins where and when this one ends."""
        since, (x, y) = self.leg.until, self.leg.at(self.leg.until)
        stands = self.leg.walks and self.chance.random() > ON
        self.leg = self._standing(x, y, since) if stands else self._walking(x, y, since)
        return self.leg

    def stand(self, x: float, y: float, now: float) -> None:
        """One is put somewhere, and stands there till the leg that was begun would have ended."""
        self.leg = Leg(x, y, 0.0, 0.0, now, max(self.leg.until, now))

    def _standing(self, x: float, y: float, since: float) -> Leg:
        return Leg(x, y, 0.0, 0.0, since, since + self.chance.uniform(*STANDING))

    def _walking(self, x: float, y: float, since: float) -> Leg:
        for _ in range(8):
            angle, far = radians(self.chance.uniform(-180, 180)), self.chance.uniform(2.0, FARTHEST)
            to = (x - sin(angle) * far, y + cos(angle) * far)
            if self.ground.free(*to) and self.ground.line_is_free((x, y), to):
                return Leg(x, y, -sin(angle) * WALKING, cos(angle) * WALKING, since, since + far / WALKING)
        return self._standing(x, y, since)


class Truth:
    """The legs of `count` bots, and the number by which each is told of, for all processes."""

    def __init__(self, file: Path, count: int) -> None:
        """`file`: where it lies, made if it is not there. Raises OSError."""
        self._rows = np.memmap(file, np.float64, "r+" if file.exists() else "w+", shape=(count, 9))

    def tell(self, bot: int, leg: Leg) -> None:
        """A bot is on this leg from now on."""
        before = self.leg(bot)
        self._rows[bot, 7] = before.since
        self._rows[bot, 8] = turn(before, leg)
        self._rows[bot, :6] = leg

    def moved(self, bot: int, x: float, y: float) -> None:
        """A bot stands there and not where its leg said."""
        self._rows[bot, :2] = x, y

    def name(self, bot: int, number: int) -> None:
        self._rows[bot, 6] = number

    @property
    def numbers(self) -> NDArray[np.int64]:
        """By which each is told of (count,)."""
        return np.asarray(self._rows[:, 6], np.int64)

    def at(self, moment: float) -> NDArray[np.float64]:
        """Where each is (count, 2)."""
        rows = self._rows
        seconds = np.minimum(moment, rows[:, 5]) - rows[:, 4]
        return np.asarray(rows[:, :2] + rows[:, 2:4] * seconds[:, None])

    def before(self, bot: int) -> float:
        """When the leg before this one began."""
        return float(self._rows[bot, 7])

    def turned(self, bot: int) -> float:
        """Degrees between this leg and the one before; 180 where one began or stopped."""
        return float(self._rows[bot, 8])

    def leg(self, bot: int) -> Leg:
        return Leg(*self._rows[bot, :6].tolist())


class Line(Protocol):
    """One bot's line to a server of some kind: ours, or another's that is measured beside it."""

    period: float
    """Seconds between two words on a straight way."""
    horizon: float
    """Seconds for which one who was told of walks on."""
    thin: Thin
    gone: str
    """Why the line is over; empty: it is not."""
    put_back: tuple[float, float] | None
    """Where one was told to stand again."""

    async def come(self, http: aiohttp.ClientSession, url: str, index: int, place: Place) -> tuple[float, float, int]:
        """In: where one stands, and the number by which one is told of. Raises OSError, aiohttp.ClientError."""

    def say(self, leg: Leg, moment: float) -> None:
        """Where one is, and how one walks on. Raises ConnectionError."""

    def talk(self, text: str) -> None:
        """One line of chat."""

    def steps(self, frame: bytes) -> list[Step]:
        """Whom a frame tells of."""


class OurLine:
    """The live line of docs/wire.md."""

    period, horizon = RENEWED, FAITH

    def __init__(self) -> None:
        self.gone = ""
        self.put_back: tuple[float, float] | None = None
        self.met: tuple[Person, ...] = ()

    async def come(self, http: aiohttp.ClientSession, url: str, index: int, place: Place) -> tuple[float, float, int]:
        joining = encode(Join(f"bot {index}", look=sample_look(index)))
        async with http.post(url + "/sessions", data=joining) as answer:
            token = (await answer.json())["token"]
        self.thin = await connect(url + "/live")
        words = first(self.thin, 2)
        self.thin.say(encoder.encode(Hello(PROTOCOL, token, place.slug, digest(place))))
        welcome, crowd = [told.decode(word) for word in await words]
        if not isinstance(welcome, Welcome) or not isinstance(crowd, Crowd):
            raise ConnectionError(getattr(welcome, "reason", "no welcome"))
        self.met = crowd.people
        return crowd.people[0].x, crowd.people[0].y, welcome.me

    def say(self, leg: Leg, moment: float) -> None:
        self.thin.say(encoder.encode(leg.move(moment)))

    def talk(self, text: str) -> None:
        self.thin.say(encoder.encode(Say(text)))

    def steps(self, frame: bytes) -> list[Step]:
        if frame[0] == moves.KIND:
            moved = moves.decode(frame)
            return [*moved.people, *(Step(number, 0.0, 0.0, 0.0, "away") for number in moved.gone)]
        match told.decode(frame):
            case Refused(x=x, y=y) if x is not None and y is not None:
                self.put_back = x, y
            case Goodbye(reason=reason):
                self.gone = reason
        return []


def first(line: Thin, count: int) -> "asyncio.Future[list[bytes]]":
    """The first frames of a line; what comes before anybody listens is in `line.early`. ConnectionError: it ended."""
    words: list[bytes] = []
    done: asyncio.Future[list[bytes]] = asyncio.get_running_loop().create_future()

    def heard(frame: bytes | None) -> None:
        if done.done():
            line.early.append(frame)
        elif frame is None:
            done.set_exception(ConnectionError("the line ended"))
        else:
            words.append(frame)
            if len(words) == count:
                done.set_result(words)

    line.heard = heard
    early, line.early = line.early, []
    for frame in early:
        heard(frame)
    return done


def _step(one: Person) -> Step:
    return Step(one.number, one.x, one.y, one.heading, one.gesture, one.vx, one.vy)


@dataclass
class Bot:
    """One citizen. `seen`: where each was told to be, and when."""

    index: int
    line: Line
    gait: Gait
    bytes: int = 0
    """Heard so far, WebSocket's own header with it."""
    watches: bool = False
    seen: dict[int, tuple[Step, float]] = field(default_factory=dict)
    ticks: list[tuple[float, int]] = field(default_factory=list)
    """When frames of moves came, and their number."""
    on_step: Callable[["Bot", Step, float], None] | None = None


class Walkers:
    """The bots of this process, walked by one clock."""

    def __init__(self, place: Place, truth: Truth, make: Callable[[], Line] = OurLine, talk: float = TALK) -> None:
        self.place, self.truth, self.talk, self._make = place, truth, talk, make
        self.ground = walk_map(place)
        self.bots: list[Bot] = []
        self.late: list[float] = []
        """Seconds by which a word was said too late."""
        self._task: asyncio.Task[None] | None = None
        self._due: list[tuple[float, int]] = []

    async def come(self, http: aiohttp.ClientSession, url: str, indices: range, watching: range = range(0)) -> None:
        """All of them, a few at a time. Raises OSError, aiohttp.ClientError when one cannot."""
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(index: int) -> Bot:
            async with gate:
                return await self._came(http, url, index, index in watching)

        self.bots = list(await asyncio.gather(*(one(index) for index in indices)))
        self._due = [(time.monotonic(), place) for place in range(len(self.bots))]
        heapq.heapify(self._due)
        self._task = asyncio.create_task(self._walk())

    async def _came(self, http: aiohttp.ClientSession, url: str, index: int, watches: bool) -> Bot:
        line = self._make()
        x, y, number = await line.come(http, url, index, self.place)
        bot = Bot(index, line, Gait(self.ground, x, y, random.Random(index), time.monotonic()))
        bot.watches, now = watches, time.monotonic()
        for person in getattr(line, "met", ()):
            bot.seen[person.number] = _step(person), now
        self.truth.tell(index, bot.gait.leg)
        self.truth.name(index, number)
        line.thin.heard = partial(self._hear, bot)
        for frame in line.thin.early:
            self._hear(bot, frame)
        return bot

    async def relieve(self, http: aiohttp.ClientSession, url: str, place: int) -> None:
        """One goes, and somebody else comes in their stead. Raises OSError, aiohttp.ClientError when they cannot."""
        before = self.bots[place]
        before.line.gone = "left"
        _hung_up(before)
        after = await self._came(http, url, before.index, before.watches)
        after.bytes = before.bytes
        self.bots[place] = after

    async def leave(self) -> None:
        """All go."""
        if self._task is not None:
            self._task.cancel()
        for bot in self.bots:
            _hung_up(bot)
        await asyncio.sleep(0)

    def _hear(self, bot: Bot, frame: bytes | None) -> None:
        if frame is None:
            bot.line.gone = bot.line.gone or "lost"
            return
        size = len(frame)
        bot.bytes += size + (2 if size < 126 else 4 if size < 65_536 else 10)
        if bot.watches or (frame[0] != moves.KIND and bot.line.horizon):
            self._look(bot, frame, time.monotonic())

    def _look(self, bot: Bot, frame: bytes, now: float) -> None:
        if frame[0] == moves.KIND and isinstance(bot.line, OurLine):
            bot.ticks.append((now, int.from_bytes(frame[2:4], "little")))
        for step in bot.line.steps(frame):
            if step.gesture == "away":
                bot.seen.pop(step.number, None)
            else:
                bot.seen[step.number] = step, now
            if bot.on_step is not None:
                bot.on_step(bot, step, now)
        if bot.line.put_back is not None:
            (x, y), leg = bot.line.put_back, bot.gait.leg
            bot.line.put_back = None
            if leg.walks:
                bot.gait.stand(x, y, now)
                self.truth.tell(bot.index, bot.gait.leg)
            else:  # aside, as the others see it since it stopped
                bot.gait.leg = leg._replace(x=x, y=y)
                self.truth.moved(bot.index, x, y)

    async def _walk(self) -> None:
        """Every word in its time: at the beginning of a leg, and every `period` of it."""
        while self._due:
            due, place = heapq.heappop(self._due)
            bot = self.bots[place]
            if due > time.monotonic():
                await asyncio.sleep(due - time.monotonic())
            self.late.append(time.monotonic() - due)
            for moment in self._step(bot, due):
                heapq.heappush(self._due, (moment, place))
            if bot.line.gone:
                continue
            with contextlib.suppress(ConnectionError):
                bot.line.say(bot.gait.leg, time.monotonic())
                if bot.gait.chance.random() < self.talk * bot.line.period:
                    bot.line.talk(f"bot {bot.index}")

    def _step(self, bot: Bot, due: float) -> Iterator[float]:
        """Turns where a leg ends; yields when the next word is due."""
        leg = bot.gait.leg
        if due >= leg.until - 1e-6:
            leg = bot.gait.turn()
            self.truth.tell(bot.index, leg)
        yield min(due + bot.line.period, leg.until) if leg.walks else leg.until


def _hung_up(bot: Bot) -> None:
    bot.line.thin.heard = lambda frame: None
    bot.line.thin.leave()


def believed(seen: tuple[Step, float], moment: float, horizon: float) -> tuple[float, float]:
    """Where one is thought to be, as docs/wire.md says."""
    step, at = seen
    seconds = min(moment - at, horizon)
    return step.x + step.vx * seconds, step.y + step.vy * seconds


def error(seen: tuple[Step, float] | None, truth: tuple[float, float], moment: float, horizon: float) -> float:
    """Metres between what is believed and what is so; nobody seen: infinite."""
    if seen is None:
        return float("inf")
    x, y = believed(seen, moment, horizon)
    return hypot(x - truth[0], y - truth[1])


def walkers(slug: str, truth: Truth, make: Callable[[], Line] = OurLine, talk: float = TALK) -> Walkers:
    """Bots for a place of the plan, who say so many lines of chat a second. Blocks while its walk map is computed."""
    return Walkers(place_of(slug), truth, make, talk)
