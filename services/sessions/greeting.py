"""The first word on a live line: which protocol, which visit, which city. Anything else ends the line with a reason."""

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import WSMsgType, web

from services.accounts.sessions import visitor_of
from services.accounts.tokens import Expired
from services.faults import Refusal
from services.office import Visitor
from services.sessions.ground import City
from worlds.protocol import OLDEST, PROTOCOL, Hello
from worlds.sessions.wire import spoken

IN_TIME = 5.0
"""Seconds a client has to say hello."""


async def greeted(
    request: web.Request, socket: web.WebSocketResponse, city: City, opened: Callable[[str], Awaitable[None]]
) -> tuple[Visitor, Hello]:
    """Who is on the line, and where to, which is `opened` for them. Raises Refusal: the reason of the goodbye."""
    try:
        async with asyncio.timeout(IN_TIME):
            message = await socket.receive()
    except TimeoutError:
        raise Refusal("sessions.no-hello") from None
    if message.type is not WSMsgType.BINARY:
        raise Refusal("sessions.no-hello")
    hello = _hello(message.data)
    await opened(hello.place)
    known_place(city, hello.place, hello.digest)
    try:
        visitor = await visitor_of(request.app, hello.token)
    except Expired:
        raise Refusal("accounts.token-expired") from None
    if visitor is None:
        raise Refusal("accounts.unknown-session")
    return visitor, hello


def known_place(city: City, place: str, digest: str) -> None:
    """Both sides hold the same description of it. Raises sessions.unknown-place, sessions.other-city."""
    if place not in city:
        raise Refusal("sessions.unknown-place", place=place[:40])
    if city[place].digest != digest:
        raise Refusal("sessions.other-city", place=place)


def _hello(frame: bytes) -> Hello:
    # The protocol number is looked at before the shape: another version's hello may look different.
    try:
        loose = msgspec.msgpack.decode(frame)
    except (msgspec.DecodeError, ValueError):
        raise Refusal("sessions.no-hello") from None
    theirs = loose.get("protocol") if isinstance(loose, dict) else None
    if isinstance(theirs, int) and not OLDEST <= theirs <= PROTOCOL:
        raise Refusal("protocol.other-version", ours=PROTOCOL, theirs=min(max(theirs, -1), 999_999))
    try:
        hello = spoken.decode(frame)
    except msgspec.ValidationError:
        raise Refusal("sessions.no-hello") from None
    if not isinstance(hello, Hello):
        raise Refusal("sessions.no-hello")
    return hello
