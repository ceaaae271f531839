"""The door to the shared city: GET /live takes up a live line, GET /presence tells how busy each place is."""

import asyncio
import time

import msgspec
from aiohttp import WSCloseCode, WSMsgType, web

from services.authority import table
from services.bus import open_bus
from services.faults import Refusal
from services.logs import record
from services.office import BUS, LOG, SETTINGS, Desk, keep, kept, reply
from services.openapi import wire
from services.safety.reports import SAFETY, Safety
from services.sessions.greeting import greeted
from services.sessions.ground import CITY, city
from services.sessions.hub import HUB, Hub
from services.sessions.line import Line
from services.sessions.walker import Walker
from worlds.protocol import FRAME_LIMIT, Goodbye, Hello
from worlds.sessions.wire import CHAT_LIMIT, EMOTES, Befriend, Block, Go, Move, Refused, Report, Say, spoken

HEARTBEAT = 15.0
"""Seconds between pings; a client that does not answer is gone."""
READ_LIMIT = 4 * 2**20
"""Bytes that are read at all; between FRAME_LIMIT and this a frame is refused with a reason, above the line is cut."""
FRAMES = 60
"""Frames a second that one client may send; as many more may come at once after a stall."""
LEFT = (WSCloseCode.OK, WSCloseCode.GOING_AWAY)
"""What whoever closes a line on purpose says (RFC 6455, 7.4.1); a line that breaks says nothing."""
NONSENSE = 20
"""Unreadable frames before the line is closed."""

routes = web.RouteTableDef()


@routes.get("/presence")
@wire(gives=dict[str, int])
async def presence(request: web.Request) -> web.Response:
    """How many people are in each place now: {"plaza": 3}. Counts, never who."""
    return reply(kept(request.app, HUB).presence())


@routes.get("/live")
async def live(request: web.Request) -> web.StreamResponse:
    """One live line, from hello to goodbye."""
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=READ_LIMIT, compress=False)
    try:
        await socket.prepare(request)
    except ConnectionError:  # gone before the line was one
        return socket
    hub, safety, log = kept(request.app, HUB), kept(request.app, SAFETY), request.app[LOG]
    line = Line(socket, request.transport)
    try:
        visitor, hello = await greeted(request, socket, hub.city, hub.opened)
        arrival = await safety.on_arrival(visitor)
        await hub.talk.recall(visitor.session)
        walker = await hub.arrive(visitor, line, hello, request.query.get("node", ""))
    except Refusal as refusal:
        await line.end(refusal.code, **refusal.values)
        log.info("line refused", fault=refusal.code)
        return socket
    walker.silent_until = time.monotonic() + arrival.silent
    walker.friends = arrival.friends
    await safety.tell(walker, arrival.news)
    left, listening = False, asyncio.ensure_future(_listen(hub, safety, walker, line, socket))
    try:
        try:
            left = await asyncio.shield(listening)
        except asyncio.CancelledError:  # the client hung up; what it said before is still to be read
            left = await listening
    except Exception as accident:  # nobody's line brings down another's, and nobody sees a traceback
        await line.end("server.error", incident=record(log, accident))
    finally:
        hub.depart(walker, line, left=left)
        log.info("line ended", reason=line.ended or ("left" if left else "lost"))
    return socket


class Pace:
    """How many frames a client may still send: grows with time up to two seconds' worth."""

    def __init__(self) -> None:
        self._left, self._at = 2.0 * FRAMES, time.monotonic()

    def keeps(self, now: float) -> bool:
        """One more frame; False when that is too many."""
        self._left = min(2.0 * FRAMES, self._left + (now - self._at) * FRAMES) - 1
        self._at = now
        return self._left >= 0


async def _listen(hub: Hub, safety: Safety, walker: Walker, line: Line, socket: web.WebSocketResponse) -> bool:
    """Until the client goes: True when it said so, or was shown out. A bad frame harms nobody but its sender."""
    nonsense, pace = 0, Pace()
    async for message in socket:
        if not pace.keeps(time.monotonic()):
            await line.end("sessions.flooding", limit=FRAMES)
            return True
        if message.type is WSMsgType.BINARY and len(message.data) <= FRAME_LIMIT:
            try:
                if not await _heard(hub, safety, walker, message.data):
                    return True
                continue
            except Refusal as refusal:
                if refusal.code == "sessions.routed":
                    await line.end(refusal.code, **refusal.values)
                    return True
                line.tell(Refused(refusal.code, refusal.values, seq=_seq(message.data)))
                if refusal.code != "request.malformed":
                    continue
        elif message.type is WSMsgType.BINARY:
            line.tell(Refused("request.too-large", {"limit": FRAME_LIMIT}))
        else:
            line.tell(Refused("sessions.not-binary"))
        nonsense += 1
        if nonsense >= NONSENSE:
            await line.end("sessions.nonsense")
            return True
    return socket.close_code in LEFT


async def _heard(hub: Hub, safety: Safety, walker: Walker, frame: bytes) -> bool:
    """Do what was said; False when the client says goodbye. Raises Refusal."""
    try:
        word = spoken.decode(frame)
    except (msgspec.DecodeError, ValueError) as error:
        raise _misheard(str(error)) from None
    if word.__struct_config__.tag not in table().silent or (isinstance(word, Move) and word.gesture in EMOTES):
        walker.require_free()
    match word:
        case Move():
            hub.move(walker, word)
        case Say():
            if hub.talk.say(walker, word):
                await safety.masked(walker)
        case Go():
            await hub.opened(word.place)
            await hub.go(walker, word)
        case Block():
            await hub.talk.block(walker, word)
        case Befriend():
            await safety.befriend(walker, word)
        case Report():
            await safety.take(walker, word)
        case Goodbye():
            return False
        case Hello():
            raise Refusal("request.malformed", 400, field="$")
    return True


def _seq(frame: bytes) -> int:
    """The `seq` of the line that was refused, so that its speaker knows it is not to be said again; else 0."""
    try:
        word = spoken.decode(frame)
    except (msgspec.DecodeError, ValueError):
        return 0
    return word.seq if isinstance(word, Say) else 0


def _misheard(error: str) -> Refusal:
    problem, _, field = error.partition(" - at `")
    if field.startswith("$.text") and f"<= {CHAT_LIMIT}" in problem:
        return Refusal("sessions.line-too-long", limit=CHAT_LIMIT)
    if field.startswith("$.text") and ">= 1" in problem:
        return Refusal("sessions.empty-line")
    return Refusal("request.malformed", 400, field=field.rstrip("`") or "$")


async def _open(app: web.Application) -> None:
    bus = await open_bus(app[SETTINGS])
    keep(app, BUS, bus)
    keep(app, HUB, Hub(app[CITY] or city(), bus, app[LOG], app[SETTINGS].capacity))


async def _close(app: web.Application) -> None:
    await kept(app, HUB).close()


async def _closed(app: web.Application) -> None:
    await kept(app, BUS).close()


DESK = Desk("sessions", routes, opening=_open, closing=_close, closed=_closed)
