"""The kiosks' door: a sign of life, a call for a person; and for the console the list of them, and "I am coming"."""

import msgspec
from aiohttp import web
from jwt import PyJWS

from services.civic.documents.desk import PRESS
from services.faults import Refusal
from services.kiosks import store
from services.limits import require_few
from services.office import Desk, kept, look_up, now, read, reply, transact
from services.openapi import wire
from worlds.kiosks import Call, Heard, Kiosk, KioskName, Orders, Standing

jws = PyJWS()
SIGNS = 120
"""Signs of life and calls of one address in a minute."""

routes = web.RouteTableDef()


@routes.put("/kiosks/{name}")
@wire(takes=Standing, gives=Heard)
async def stand(request: web.Request) -> web.Response:
    """A sign of life. Raises kiosks.other-key, request.too-many."""
    await require_few(request, "kiosks", SIGNS)
    name, standing = _name(request), await read(request, Standing)
    heard, orders = await transact(request, store.stand, name, standing, now(request))
    if orders is not None:
        key = kept(request.app, PRESS).keys.signing
        heard = msgspec.structs.replace(heard, orders=jws.encode(msgspec.json.encode(orders), key, "ES256"))
    return reply(heard)


@routes.post("/kiosks/{name}/call")
@wire(takes=Call, gives=Heard, status=202)
async def call(request: web.Request) -> web.Response:
    """Somebody there needs a person. Raises kiosks.unknown, kiosks.other-key, request.too-many."""
    await require_few(request, "kiosks", SIGNS)
    name, wish = _name(request), await read(request, Call)
    return reply(await transact(request, store.call, name, wish.key, now(request)), status=202)


@routes.get("/console/kiosks")
@wire(gives=tuple[Kiosk, ...])
async def listed(request: web.Request) -> web.Response:
    """All kiosks."""
    return reply(await look_up(request, store.listed, now(request)))


@routes.post("/console/kiosks/{name}/coming")
@wire()
async def coming(request: web.Request) -> web.Response:
    """Somebody goes there: the call is closed, and the kiosk says so. Raises kiosks.unknown."""
    await transact(request, store.answer, _name(request))
    return web.Response(status=204)


@routes.put("/console/kiosks/{name}/orders")
@wire(takes=Orders)
async def order(request: web.Request) -> web.Response:
    """How that kiosk is to be from now on. Raises kiosks.unknown."""
    await transact(request, store.order, _name(request), await read(request, Orders))
    return web.Response(status=204)


def _name(request: web.Request) -> str:
    try:
        return msgspec.convert(request.match_info["name"], KioskName)
    except msgspec.ValidationError:
        raise Refusal("kiosks.name", 400) from None


DESK = Desk("kiosks", routes)
