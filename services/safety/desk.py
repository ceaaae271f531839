"""Kept safe: GET /safety, what I reported and what followed for me; that I have read it, or that it was wrong."""

from aiohttp import web

from services.office import (
    CALENDAR,
    SETTINGS,
    STORE,
    Desk,
    guest,
    keep,
    kept,
    look_up,
    now,
    number_in,
    read,
    reply,
    transact,
)
from services.openapi import wire
from services.safety import store
from services.safety.evidence import Seal
from services.safety.reports import SAFETY, Safety
from services.safety.store import Whom
from worlds.safety import Appealed, Standing

routes = web.RouteTableDef()


@routes.get("/safety")
@wire(gives=Standing)
async def standing(request: web.Request) -> web.Response:
    """What I reported, with what came of it, and what followed for me."""
    return reply(await look_up(request, store.standing, Whom.of(guest(request)), now(request)))


@routes.post("/safety/sanctions/{sanction}/seen")
@wire()
async def seen(request: web.Request) -> web.Response:
    """I have read it. Raises safety.unknown."""
    await transact(request, store.mark_seen, number_in(request, "sanction"), Whom.of(guest(request)))
    return web.Response(status=204)


@routes.post("/safety/sanctions/{sanction}/appeal")
@wire(takes=Appealed)
async def appeal(request: web.Request) -> web.Response:
    """It was wrong: somebody else looks at it. Raises safety.unknown, safety.appealed, safety.too-late."""
    safety, number = kept(request.app, SAFETY), number_in(request, "sanction")
    sealed = safety.seal.close((await read(request, Appealed)).words.encode(), f"appeal {number}")
    await transact(request, store.appeal, number, Whom.of(guest(request)), sealed, now(request))
    await safety.changed()
    return web.Response(status=204)


async def _open(app: web.Application) -> None:
    keep(app, SAFETY, Safety(app, Seal(app[SETTINGS].data / "keys")))
    await kept(app, STORE).transact(store.forget_evidence, app[CALENDAR]())


DESK = Desk("safety", routes, opening=_open)
