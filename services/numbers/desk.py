"""GET /numbers: the city in numbers, for everybody; nothing in it is about anyone."""

from aiohttp import web

from services.limits import require_few
from services.numbers import store
from services.office import Desk, kept, look_up, now, reply
from services.openapi import wire
from services.sessions.hub import HUB
from worlds.numbers import Numbers

ASKED = 120
"""Times that one address may ask in a minute."""

routes = web.RouteTableDef()


@routes.get("/numbers")
@wire(gives=Numbers)
async def numbers(request: web.Request) -> web.Response:
    """How many are where now, and the last days. Raises request.too-many."""
    await require_few(request, "numbers", ASKED)
    days = await look_up(request, store.days, now(request))
    return reply(Numbers(kept(request.app, HUB).presence(), days))


DESK = Desk("numbers", routes)
