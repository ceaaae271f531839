"""The live line: who is here, what they do and say. Lost, it is taken up again by itself; the scene stays."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Literal

import aiohttp

from metaseoul.faults import Refusal
from metaseoul.link import EXPIRED, Link
from metaseoul.steps import Steps
from worlds.digest import digest
from worlds.plan import place as place_of
from worlds.protocol import FRAME_LIMIT, PROTOCOL, Goodbye, Hello, Welcome
from worlds.safety import Category
from worlds.sessions.moves import Moved
from worlds.sessions.wire import (
    TICK,
    Befriend,
    Block,
    Blocked,
    Crowd,
    Done,
    Friend,
    Go,
    Heard,
    Left,
    Met,
    Move,
    People,
    Person,
    Refused,
    Report,
    Reported,
    Said,
    Say,
    Spoken,
    after,
    encoder,
    heard,
    in_sight,
)
from worlds.shape import Spot

Goal = tuple[str, str, str]
"""A place, the thing there before which one wishes to stand (or ""), and the room of it (or "": where people are)."""
State = Literal["away", "here", "lost", "refused"]
WAITS = (0.3, 0.6, 1.2, 2.4, 4.0)
"""Seconds between tries to take the line up again; the last one is repeated."""
GREETING = 4.0
"""Seconds that a word waits for the hub's first welcome, and a new line for its handshake."""
PATIENCE = 8.0
"""Seconds in which a line of chat must be told: also over a lost line that is taken up again."""
ROUTED = frozenset({"sessions.routed", "sessions.moving", "server.closing"})
"""Goodbyes that mean: the place is on another machine of the office; come there at once."""
SENT = 5
"""Times one is sent from one machine to another before that is a lost line too."""
HEARTBEAT = 6.0
"""Seconds between two questions whether the office is still there; half of it is waited for the answer."""
REPORTABLE = 55.0
"""Seconds after they left in which one may report somebody: the hub remembers a minute."""
CALM = 1.0
"""Seconds within which a line that breaks must be back, and may not break again, else it is a lost one."""
PASSING = ROUTED | {"server.error", "server.starting", "sessions.too-slow", "sessions.away", EXPIRED}
"""Goodbyes that a later try mends. Any other is final: two windows of one visit would else push each other out forever.
"""


class Live:
    """The crowd of the zone one is in. `on_event` and `on_state` are called on the citizen's own loop."""

    def __init__(self, link: Link, on_event: Callable[[Heard], None], on_state: Callable[[State], None]) -> None:
        self.people: People = {}
        """Those in sight."""
        self._known: People = {}
        """And those who were, by name."""
        self.me: int | None = None
        self.state: State = "away"
        self.place = ""
        self._goal = self._reached = ("", "", "")
        """All of it as one value, as two threads read it; and the one that the hub was asked for last."""
        self._link, self._on_event, self._on_state = link, on_event, on_state
        self._main = asyncio.get_running_loop()
        self._where: Move | None = None
        self._arrived = False
        self._welcomed = self._among = ""
        """The place that the hub last welcomed me to, as the line knows it, and as the citizen's own loop does."""
        self._zone, self._heard = "", -1
        """The copy of it, and the newest line of chat heard there: what the next hello says, if the line is lost."""
        self._node = ""
        """The machine of the office that I was sent to."""
        self._missed: asyncio.TimerHandle | None = None
        """Tells that the line is lost, unless it is back before."""
        self._seq = 0
        self._unsaid: dict[int, tuple[Say, asyncio.Future[bool]]] = {}
        """Lines that the hub has not said are told, by their number."""
        self._answer: asyncio.Future[Heard] | None = None
        """To what the hub was asked last, and answers."""
        self.muted: set[int] = set()
        """Whom one does not hear for now; they are not told, and hear one as before."""
        self.blocked: set[int] = set()
        """Whom one blocked in this visit."""
        self.ties: dict[int, str] = {}
        """Whom one asked to be friends ("asked"), who is one ("friends") or no longer is ("over"), as far as that was
        told in this visit."""
        self._left: dict[int, tuple[Person, float]] = {}
        """Who is here no longer, and since when."""
        self._line: aiohttp.ClientWebSocketResponse | None = None
        self._task: asyncio.Future[None] | None = None
        self._met = asyncio.Event()
        """The hub has said its first yes or no, or is known to be away."""

    @property
    def zone(self) -> str:
        """The copy of the place one was last welcomed to."""
        return self._zone

    def enter(self, place: str, anchor: str = "", zone: str = "") -> None:
        """Be in `place` from now on, before a thing there, or in a room of it: asks the hub on the line one has, or
        takes up a line."""
        self.pause()
        if place != self.place or self.state != "here":
            now = time.monotonic()
            self._left |= {number: (one, now) for number, one in self._known.items() if number != self.me}
            self.people, self._known, self.me = {}, {}, None
        self.place, self._goal = place, (place, anchor, zone)
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._link.on_line(self._stay()))

    def stay(self) -> None:
        """The hub did not take one elsewhere in the place: one is where one was."""
        self._arrived = self._welcomed == self.place

    @property
    def at(self) -> Spot | None:
        """Where one stands, as far as is known."""
        where = self._where or self.people.get(self.me or 0)
        return (where.x, where.y) if where is not None else None

    def pause(self) -> None:
        """On the way to another place: where one stands is not told until the hub has said where that is."""
        self._arrived, self._where = False, None

    def renew(self, place: str) -> None:
        """Greets the hub anew: the citizen has another token now."""
        self.leave()
        self.enter(place)

    @property
    def keeps_line(self) -> bool:
        """One is in the city for others, or tries to be."""
        return self._task is not None

    def leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def close(self) -> None:
        """Leaves, and is gone when this returns."""
        task = self._task
        self.leave()
        if task is not None:
            await asyncio.wait({task})

    def move(self, move: Move) -> None:
        """Where I stand: only the newest counts, and nothing is sent while it stays the same."""
        if self._arrived:
            self._where = move

    async def say(self, text: str) -> bool:
        """One line of chat; False when it was not told in time. Over a lost line it is said again, and told once."""
        if self._task is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._met.wait(), GREETING)
        if self.state != "here":
            return False
        return await self._link.on_line(self._say(text))

    @property
    def lately(self) -> People:
        """Those who were here a moment ago."""
        now = time.monotonic()
        self._left = {number: one for number, one in self._left.items() if now - one[1] < REPORTABLE}
        return {number: person for number, (person, _) in self._left.items() if number not in self.people}

    async def block(self, number: int, on: bool) -> bool:
        """Neither of us hears the other from now on, or again, when this returns; False: the hub said no, which was
        told. Raises sessions.away."""
        return isinstance(await self._asked(Block(number, on)), Blocked)

    async def report(self, number: int, category: Category) -> str:
        """Says that somebody here, or who was a moment ago, broke a rule; its receipt, or "": the hub said no, which
        was told. Raises sessions.away."""
        answer = await self._asked(Report(number, category))
        return answer.receipt if isinstance(answer, Reported) else ""

    async def befriend(self, number: int, on: bool) -> bool:
        """I know them, or no longer; False: the hub said no, which was told. Raises sessions.away."""
        return isinstance(await self._asked(Befriend(number, on)), Friend)

    async def _asked(self, word: Spoken) -> Heard:
        """What the hub answers. Raises sessions.away."""
        if self.state != "here":
            raise Refusal("sessions.away")
        return await self._link.on_line(self._answer_to(word))

    async def _answer_to(self, word: Spoken) -> Heard:
        self._answer = asyncio.get_running_loop().create_future()
        await self._send(word)
        try:
            return await asyncio.wait_for(self._answer, PATIENCE)
        except TimeoutError:
            raise Refusal("sessions.away") from None
        finally:
            self._answer = None

    async def _say(self, text: str) -> bool:
        self._seq = seq = self._seq + 1
        told: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._unsaid[seq] = Say(text, seq), told
        await self._send(self._unsaid[seq][0])
        try:
            return await asyncio.wait_for(told, PATIENCE)
        except TimeoutError:
            return False
        finally:
            self._unsaid.pop(seq, None)

    async def _send(self, word: Spoken) -> None:
        if self._line is not None and not self._line.closed:
            with contextlib.suppress(ConnectionError):
                await self._line.send_bytes(encoder.encode(word))

    async def _stay(self) -> None:
        """Keeps the line until cancelled or finally refused. Runs on the line's thread."""
        try:
            await self._keep()
        finally:
            self._found()

    async def _keep(self) -> None:
        tries, sent, broke = 0, 0, -CALM
        while True:
            goodbye = await self._once()
            if goodbye is not None and goodbye.reason not in PASSING:
                self._report("refused")
                return
            if self.state == "here":
                tries = 0
            if goodbye is not None and goodbye.reason == EXPIRED:
                self._link.stale()
            self._node = str(goodbye.values.get("node", "")) if goodbye is not None else ""
            sent = sent + 1 if self._node else 0
            if 0 < sent <= SENT:
                continue
            # A line that is back at once was never away: nobody is told of it. Twice in a moment, they are.
            quiet, broke = time.monotonic() - broke > CALM, time.monotonic()
            if not quiet:
                self._report("lost")
            elif self._missed is None:
                self._missed = asyncio.get_running_loop().call_later(CALM, self._report, "lost")
            if goodbye is None or goodbye.reason not in ROUTED or not quiet:
                await asyncio.sleep(WAITS[min(tries, len(WAITS) - 1)])
                tries += 1

    async def _once(self) -> Goodbye | None:
        """One line, from hello to its end: the hub's goodbye, or None when it broke or never was one."""
        goal = self._goal
        place, anchor, room = goal
        zone, newest = (self._zone, self._heard) if place == self._welcomed else (room, -1)
        node = f"?node={self._node}" if self._node else ""
        address = self._link.url.replace("http", "ws", 1) + "/live" + node
        try:
            async with asyncio.timeout(GREETING):
                line = await self._link.http().ws_connect(address, max_msg_size=FRAME_LIMIT * 16, heartbeat=HEARTBEAT)
            async with line as self._line:
                hello = Hello(PROTOCOL, await self._link.fresh(), place, digest(place_of(place)), zone, newest)
                await self._line.send_bytes(encoder.encode(hello))
                if (anchor or room) and goal is not self._reached:  # taken to a counter before there was a line
                    await self._go(self._line, goal)
                return await self._listen(self._line, goal)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
            return None  # no office there, or none that can be understood
        finally:
            self._line = None

    async def _listen(self, line: aiohttp.ClientWebSocketResponse, goal: Goal) -> Goodbye | None:
        pace = asyncio.ensure_future(self._pace(line, goal))
        try:
            async for frame in line:
                if frame.type is not aiohttp.WSMsgType.BINARY:
                    continue
                event = heard(frame.data)
                await self._note(event)
                self._main.call_soon_threadsafe(self._take, event)
                if isinstance(event, Goodbye):
                    return event
        finally:
            pace.cancel()
        return None

    async def _note(self, event: Heard) -> None:
        """What the line itself must know: where it ends, it goes on from there."""
        match event:
            case Welcome():
                self._found()
                self._report("here")
                self._welcomed, self._zone = event.place, event.zone
                self._heard = self._heard if event.resumed else event.line
                self._seq = max(self._seq, event.done)
                self._told(event.done)
                for word, _ in list(self._unsaid.values()):
                    await self._send(word)
            case Said():
                self._heard = max(self._heard, event.line)
            case Done():
                self._told(event.seq)
            case Refused() if event.seq in self._unsaid:
                self._settle(event.seq)
            case Blocked() | Reported() | Friend(mine=True) | Refused(seq=0, x=None) if self._answer is not None:
                if not (isinstance(event, Refused) and event.fault == "safety.masked"):
                    self._answer.set_result(event)
                    self._answer = None

    def _found(self) -> None:
        """The line is back: nobody need be told that it was away."""
        if self._missed is not None:
            self._missed.cancel()
            self._missed = None

    def _told(self, done: int) -> None:
        for seq in [seq for seq in self._unsaid if seq <= done]:
            self._settle(seq)

    def _settle(self, seq: int) -> None:
        _, told = self._unsaid.pop(seq)
        if not told.done():
            told.set_result(True)

    async def _pace(self, line: aiohttp.ClientWebSocketResponse, goal: Goal) -> None:
        """Looks ten times a second where I am, and tells the hub when it would believe otherwise."""
        steps = Steps()
        while True:
            await asyncio.sleep(1 / TICK)
            if self._goal is not goal:
                goal, steps = self._goal, Steps()
                with contextlib.suppress(ConnectionError):
                    await self._go(line, goal)
            if self._where is not None and (word := steps.word(self._where, time.monotonic())) is not None:
                with contextlib.suppress(ConnectionError):
                    await line.send_bytes(encoder.encode(word))

    async def _go(self, line: aiohttp.ClientWebSocketResponse, goal: Goal) -> None:
        """Asks to be taken there, once: whoever walks on from a counter is not brought back to it."""
        self._reached = goal
        place, anchor, room = goal
        await line.send_bytes(encoder.encode(Go(place, digest(place_of(place)), anchor, room)))

    def _report(self, state: State) -> None:
        self._main.call_soon_threadsafe(self._changed, state)

    def _changed(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._met.set()
            self._on_state(state)

    def _take(self, event: Heard) -> None:
        if isinstance(event, Welcome):
            self.me, self._among = event.me, event.place
        if self._among != self.place and isinstance(event, Crowd | Met | Moved | Left):
            return  # those of the place one has left: the hub has not yet heard of it
        if isinstance(event, Left) and event.number in self._known:
            self._left[event.number] = self._known[event.number], time.monotonic()
        if isinstance(event, Said) and event.number in self.muted:
            return
        if isinstance(event, Blocked):
            (self.blocked.add if event.on else self.blocked.discard)(event.number)
        if isinstance(event, Friend) and (event.mine or event.state != "asked"):
            self.ties[event.number] = event.state
        self._known = after(self._known, event)
        self.people = in_sight(self._known)
        self._on_event(event)
        if isinstance(event, Crowd):
            self._arrived = True
