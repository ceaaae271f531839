"""The document desk: ask for a sheet, see what one has, fetch it, and take the city's public key."""

import asyncio

from aiohttp import web

from services import audit
from services.civic.documents import store
from services.civic.documents.press import Press, open_press
from services.office import (
    CALENDAR,
    SETTINGS,
    STORE,
    VAULT,
    Citizen,
    Desk,
    citizen,
    keep,
    kept,
    look_up,
    now,
    read,
    reply,
    transact,
)
from services.openapi import wire
from services.registry.sample import SampleRegistry
from worlds.civic.documents.wire import Issued, Request

PRESS = web.AppKey("press", Press)
KEYS = "keys"
"""Folder of the city's keys, in the data folder."""

routes = web.RouteTableDef()


@routes.post("/documents")
@wire(takes=Request, gives=Issued, status=201)
async def issue(request: web.Request) -> web.Response:
    """A new document, or the one that this very request was already answered with."""
    wish, who = await read(request, Request), citizen(request)
    earlier = await look_up(request, store.answered, who.id, wish)
    return reply(earlier or await _issue(request, who, wish), status=201)


@routes.get("/documents")
@wire(gives=tuple[Issued, ...])
async def mine(request: web.Request) -> web.Response:
    """Everything issued to whoever asks."""
    who = citizen(request)
    entry = audit.Entry(who.id, now(request), "self", "documents.listed")
    return reply(await transact(request, audit.audited, entry, store.of, who.id))


@routes.get("/documents/key")
@wire(gives="application/x-pem-file")
async def key(request: web.Request) -> web.Response:
    """The certificates that a checker's program needs: public, for anyone."""
    return web.Response(text=kept(request.app, PRESS).keys.public_pem, content_type="application/x-pem-file")


@routes.get("/documents/{number}/pdf")
@wire(gives="application/pdf")
async def pdf(request: web.Request) -> web.Response:
    """The sheet itself, to the one it was issued to."""
    who, number = citizen(request), request.match_info["number"]
    entry = audit.Entry(who.id, now(request), "self", "document.fetched", about=number)
    sheet = await transact(request, audit.audited, entry, store.sheet, who.id, number, kept(request.app, VAULT))
    return web.Response(body=sheet, content_type="application/pdf", headers={"Cache-Control": "no-store"})


async def _issue(request: web.Request, who: Citizen, wish: Request) -> Issued:
    """Signed first, then filed; told to the citizen only when its final bytes are committed."""
    at = now(request)
    await transact(request, audit.note, audit.Entry(who.id, at, "office", "register.read"))
    document = await kept(request.app, PRESS).document(who.id, who.subject, wish, at)
    return await transact(request, store.add, document, kept(request.app, VAULT))


async def _open(app: web.Application) -> None:
    while await kept(app, STORE).transact(store.seal_clear, kept(app, VAULT)):
        pass
    moment = app[CALENDAR]()
    press = await asyncio.to_thread(open_press, app[SETTINGS].data / KEYS, SampleRegistry(), moment)
    keep(app, PRESS, press)


DESK = Desk("documents", routes, opening=_open)
