"""The operator's console: GET /console, which copies of places are open, on which node, and how full they are;
POST /console/notices, a word to everyone in them.

A page that works without JavaScript and looks again by itself; `Accept: application/json` gets the same as values. On
this machine only, as /metrics is.
"""

import msgspec
from aiohttp import web

from services.bus import Away, Home
from services.console.page import zones_page
from services.faults import Refusal
from services.kiosks.store import listed
from services.office import Desk, kept, look_up, now, read, reply
from services.openapi import wire
from services.sessions.chat import readable
from services.sessions.hub import HUB
from worlds.kiosks import Kiosk
from worlds.sessions import rooms
from worlds.sessions.wire import Noticed, ToAll

routes = web.RouteTableDef()


class Console(msgspec.Struct, frozen=True):
    """The city's zones as this node knows them."""

    node: str
    """Who tells."""
    at: str
    """When, ISO 8601."""
    people: int
    kiosks: tuple[Kiosk, ...]
    """Where somebody waits for a person first."""
    zones: tuple[Home, ...]
    """Of all nodes, the fullest first."""
    ticks: int
    late: int
    """Ticks that began over half a tick late."""
    tick_ms: float
    """How long one takes on the average."""


@routes.get("/console")
@wire(gives=Console, page=True)
async def zones(request: web.Request) -> web.Response:
    """All zones."""
    console = _console(request, await look_up(request, listed, now(request)))
    return reply(console) if "json" in request.headers.get("Accept", "") else zones_page(request, console)


@routes.post("/console/notices")
@wire(takes=ToAll, gives=Noticed, status=202)
async def notice(request: web.Request) -> web.Response:
    """A word to everyone in the city. Raises sessions.empty-line, sessions.away."""
    return reply(Noticed(await told_to_all(request, (await read(request, ToAll)).text)), status=202)


async def told_to_all(request: web.Request, words: str) -> int:
    """A word to everyone in the city; how many they are. Raises sessions.empty-line, sessions.away."""
    text, hub = readable(words), kept(request.app, HUB)
    if not text:
        raise Refusal("sessions.empty-line", 400)
    try:
        await hub.herald.notice(text)
    except Away:
        raise Refusal("sessions.away", 503) from None
    return sum(hub.presence().values())


def _console(request: web.Request, kiosks: tuple[Kiosk, ...]) -> Console:
    hub = kept(request.app, HUB)
    known = (*hub.homes.mine(), *hub.homes.others)
    homes = sorted(map(_masked, known), key=lambda home: (-home.people, home.zone))
    spent = round(1000 * hub.spent / hub.ticks, 2) if hub.ticks else 0.0
    people = sum(home.people for home in homes)
    at = now(request).isoformat(timespec="seconds")
    return Console(hub.homes.node, at, people, kiosks, tuple(homes), hub.ticks, hub.late, spent)


def _masked(home: Home) -> Home:
    """Whoever looks after the city need not be able to walk into a room."""
    return msgspec.structs.replace(home, zone=rooms.masked(home.place, home.zone))


DESK = Desk("console", routes)
