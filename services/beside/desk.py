"""Sitting beside somebody: a code of four digits, one seat, a masked screen, a pointing finger. Nothing can be done by
whoever sits there: there is no word for it.

Ten thousand codes can be tried out, so a visit has five tries a minute, the whole city two hundred, and a code that was
used has its seat taken; whoever opened it sees at once who sits there.
"""

import secrets

import msgspec
from aiohttp import web

from services.beside import store
from services.bus import Bus
from services.faults import Refusal
from services.office import BUS, Desk, Visitor, guest, kept, look_up, now, read, reply, transact
from services.openapi import wire
from worlds.beside import LIFE, Beside, Code, Look, Opened, Point, Shown, Sitting, masked

TRIES, CITY_TRIES, MINUTE = 5, 200, 60.0
OPENED = 20
"""Codes a visit may open in a minute."""

routes = web.RouteTableDef()


class _Seat(msgspec.Struct):
    """Who opened a code; who sits there, and how many screens they saw."""

    owner: int
    name: str
    helper: int = 0
    who: str = ""
    looks: int = 0
    screen: str = ""


class _Finger(msgspec.Struct):
    """What was pointed at last, and how often anything was: a note of its own, which no look overwrites."""

    point: str = ""
    pointed: int = 0


@routes.post("/beside")
@wire(gives=Opened, status=201)
async def open_(request: web.Request) -> web.Response:
    """A code to tell somebody. Raises request.too-many, beside.none-free."""
    visitor = guest(request)
    await _count(request, f"beside-open:{visitor.session}", OPENED)
    seat = msgspec.msgpack.encode(_Seat(visitor.session, visitor.name))
    for _ in range(20):
        code = f"{secrets.randbelow(10_000):04}"
        if await _bus(request).put(f"beside:{code}", seat, LIFE, new=True):
            return reply(Opened(code), status=201)
    raise Refusal("beside.none-free", 503)


@routes.put("/beside/{code}")
@wire(takes=Shown, gives=Beside)
async def show(request: web.Request) -> web.Response:
    """What is seen now, and a sign of life. Raises beside.ended, beside.not-yours."""
    code, seat = await _mine(request)
    shown = masked(await read(request, Shown))
    await _put(request, f"beside-view:{code}", msgspec.msgpack.encode(shown))
    await _put(request, f"beside:{code}", msgspec.msgpack.encode(seat))
    marks, finger = await _marks(request, code), await _finger(request, code)
    return reply(Beside(marks.who, marks.looks, finger.point, finger.pointed))


@routes.post("/beside/{code}/seat")
@wire(gives=Sitting, status=201)
async def sit(request: web.Request) -> web.Response:
    """Sits down beside whoever opened the code. Raises request.too-many, beside.ended, beside.taken, beside.own."""
    visitor, code = guest(request), _code(request)
    await _count(request, f"beside-try:{visitor.session}", TRIES)
    await _count(request, "beside-try", CITY_TRIES)
    seat = await _seat(request, code)
    if seat.owner == visitor.session:
        raise Refusal("beside.own", 409)
    taken = msgspec.msgpack.encode(_Seat(seat.owner, seat.name, visitor.session, visitor.name))
    if not await _bus(request).put(f"beside-marks:{code}", taken, LIFE, new=True):
        raise Refusal("beside.taken", 409)
    return reply(Sitting(seat.name), status=201)


@routes.get("/beside/{code}")
@wire(gives=Shown)
async def look(request: web.Request) -> web.Response:
    """The screen as it is now; each new one is written down. Raises beside.ended, beside.not-yours."""
    code, marks = await _beside(request)
    seen = await _bus(request).note(f"beside-view:{code}")
    if seen is None:
        return reply(Shown("", ""))
    shown = msgspec.msgpack.decode(seen, type=Shown)
    if shown.key != marks.screen:
        await transact(request, store.add, marks.owner, marks.helper, marks.who, shown.key, now(request))
        marks.screen, marks.looks = shown.key, marks.looks + 1
    await _put(request, f"beside-marks:{code}", msgspec.msgpack.encode(marks))
    return reply(shown)


@routes.put("/beside/{code}/point")
@wire(takes=Point)
async def point(request: web.Request) -> web.Response:
    """Points at a part of the screen. Raises beside.ended, beside.not-yours."""
    code, _ = await _beside(request)
    wish, before = await read(request, Point), await _finger(request, code)
    finger = _Finger(wish.name, before.pointed + 1)
    await _put(request, f"beside-point:{code}", msgspec.msgpack.encode(finger))
    return web.Response(status=204)


@routes.delete("/beside/{code}")
@wire()
async def end(request: web.Request) -> web.Response:
    """Either of the two ends it; ended already is ended, too. Raises beside.not-yours."""
    visitor, code = guest(request), _code(request)
    marks = await _marks(request, code)
    kept_ = await _bus(request).note(f"beside:{code}")
    owner = msgspec.msgpack.decode(kept_, type=_Seat).owner if kept_ is not None else visitor.session
    if visitor.session not in (owner, marks.helper):
        raise Refusal("beside.not-yours", 403)
    await _bus(request).drop(f"beside:{code}", f"beside-view:{code}", f"beside-marks:{code}", f"beside-point:{code}")
    return web.Response(status=204)


@routes.get("/beside")
@wire(gives=tuple[Look, ...])
async def looks(request: web.Request) -> web.Response:
    """Every look at a screen of this visit."""
    return reply(await look_up(request, store.of, guest(request).session))


# --- seats


def _bus(request: web.Request) -> Bus:
    return kept(request.app, BUS)


def _code(request: web.Request) -> str:
    try:
        return msgspec.convert(request.match_info["code"], Code)
    except msgspec.ValidationError:
        raise Refusal("beside.ended", 404) from None


async def _put(request: web.Request, name: str, note: bytes) -> None:
    await _bus(request).put(name, note, LIFE)


async def _seat(request: web.Request, code: str) -> _Seat:
    note = await _bus(request).note(f"beside:{code}")
    if note is None:
        raise Refusal("beside.ended", 404)
    return msgspec.msgpack.decode(note, type=_Seat)


async def _marks(request: web.Request, code: str) -> _Seat:
    note = await _bus(request).note(f"beside-marks:{code}")
    return msgspec.msgpack.decode(note, type=_Seat) if note is not None else _Seat(0, "")


async def _finger(request: web.Request, code: str) -> _Finger:
    note = await _bus(request).note(f"beside-point:{code}")
    return msgspec.msgpack.decode(note, type=_Finger) if note is not None else _Finger()


async def _mine(request: web.Request) -> tuple[str, _Seat]:
    visitor: Visitor = guest(request)
    code = _code(request)
    seat = await _seat(request, code)
    if seat.owner != visitor.session:
        raise Refusal("beside.not-yours", 403)
    return code, seat


async def _beside(request: web.Request) -> tuple[str, _Seat]:
    visitor = guest(request)
    code = _code(request)
    await _seat(request, code)
    marks = await _marks(request, code)
    if marks.helper != visitor.session:
        raise Refusal("beside.not-yours", 403)
    return code, marks


async def _count(request: web.Request, what: str, most: int) -> None:
    wait = await _bus(request).count(what, most, MINUTE)
    if wait:
        raise Refusal("request.too-many", 429, seconds=int(wait) + 1)


DESK = Desk("beside", routes)
