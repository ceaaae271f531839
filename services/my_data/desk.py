"""My data: GET /my-data/looks, who looked at my file; GET /my-data, all of it in one file; DELETE /my-data, its end."""

import asyncio

from aiohttp import web

from services import audit
from services.accounts.sessions import forget
from services.my_data import store
from services.my_data.bundle import bundle
from services.office import VAULT, Desk, citizen, guest, kept, look_up, now, reply, transact
from services.openapi import wire
from services.safety.store import Whom
from worlds.my_data import Erased, Look

routes = web.RouteTableDef()


@routes.get("/my-data/looks")
@wire(gives=tuple[Look, ...])
async def looks(request: web.Request) -> web.Response:
    """Every look at the file of whoever asks, the newest first."""
    return reply(await look_up(request, audit.of, citizen(request).id))


@routes.get("/my-data")
@wire(gives="application/zip")
async def take(request: web.Request) -> web.Response:
    """All of it as a zip that is read without this program; that it was taken is in it."""
    who, at = citizen(request), now(request)
    entry = audit.Entry(who.id, at, "self", "file.taken")
    await transact(request, audit.note, entry)
    whole = await look_up(request, store.whole, Whom.of(guest(request)), kept(request.app, VAULT), at)
    file = await asyncio.to_thread(bundle, who, whole, at)
    return web.Response(
        body=file,
        content_type="application/zip",
        headers={"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="my-data.zip"'},
    )


@routes.delete("/my-data")
@wire(gives=Erased)
async def erase(request: web.Request) -> web.Response:
    """The end of it: all that the law does not want kept, and every visit of this citizen. Says what is kept."""
    who = citizen(request)
    erased = await transact(request, store.erase, who.id, now(request))
    forget(request)
    return reply(erased)


DESK = Desk("my-data", routes)
