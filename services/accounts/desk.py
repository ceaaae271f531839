"""The front door: come in as a guest, see who you are, leave."""

from datetime import datetime

from aiohttp import web
from sqlmodel import Session as Records

from services.accounts import store
from services.accounts.sessions import forget, hashed, new_token
from services.accounts.tokens import LASTS, TOKENS, Tokens
from services.faults import Refusal
from services.limits import require_few
from services.numbers import store as numbers
from services.office import SETTINGS, STORE, VAULT, Desk, Visitor, guest, keep, kept, now, read, reply, transact
from services.openapi import wire
from services.safety.filter import found
from services.unopened import StartFault
from services.vault import FILE
from worlds.accounts import Join, Refresh, Refreshed, Session
from worlds.sessions.wire import Look

JOINS = 600
"""Visits that may begin at one address in a minute."""

routes = web.RouteTableDef()


@routes.post("/sessions")
@wire(takes=Join, gives=Session, status=201)
async def join(request: web.Request) -> web.Response:
    """Come in. Nobody asks who you are until a step needs it. Raises request.too-many,
    safety.name."""
    await require_few(request, "join", JOINS)
    wish, grant, refresh = await read(request, Join), new_token(), new_token()
    if wish.name is not None and found(wish.name):
        raise Refusal("safety.name", 400)
    visitor = await transact(request, come_in, grant, wish, now(request), hashed(refresh))
    token = kept(request.app, TOKENS).access(grant, now(request))
    return reply(Session(token, visitor.name, visitor.role, refresh, LASTS), status=201)


@routes.post("/sessions/refresh")
@wire(takes=Refresh, gives=Refreshed)
async def renew(request: web.Request) -> web.Response:
    """Another access token, and the word for the next one. Raises request.too-many, accounts.unknown-session,
    accounts.refresh-reused: the word is in two hands, and the visit is over."""
    await require_few(request, "refresh", JOINS)
    used, refresh = hashed((await read(request, Refresh)).refresh), new_token()
    grant = await transact(request, store.renew, used, hashed(refresh), now(request))
    if not grant:
        raise Refusal("accounts.unknown-session" if grant is None else "accounts.refresh-reused", 401)
    return reply(Refreshed(kept(request.app, TOKENS).access(grant, now(request)), refresh, LASTS))


@routes.get("/sessions/me")
@wire(gives=Session)
async def me(request: web.Request) -> web.Response:
    """Who you are. The token is not said again: you have it."""
    visitor = guest(request)
    name = visitor.identity.name if visitor.identity else visitor.name
    return reply(Session("", name, visitor.role))


@routes.put("/sessions/me/look")
@wire(takes=Look)
async def dress(request: web.Request) -> web.Response:
    """Look otherwise from now on: others see it when one greets the hub again."""
    visitor, look = guest(request), await read(request, Look)
    await transact(request, store.dress, visitor.session, look)
    return web.Response(status=204)


@routes.delete("/sessions/me")
@wire()
async def leave(request: web.Request) -> web.Response:
    """End the visit; identity is forgotten with it."""
    await transact(request, store.remove, guest(request).session)
    forget(request)
    return web.Response(status=204)


def come_in(session: Records, grant: str, wish: Join, moment: datetime, refresh: str) -> Visitor:
    numbers.came(session, moment)
    return store.add(session, grant, wish.name, wish.language, wish.look, moment, refresh)


async def _open(app: web.Application) -> None:
    """Raises StartFault: keys.lost, where another key than the office's sealed what is known of its citizens."""
    key = await kept(app, STORE).look_up(store.any_key)
    if key is not None and not kept(app, VAULT).opens(key):
        raise StartFault("keys.lost", path=str(app[SETTINGS].data / "keys" / FILE))
    keep(app, TOKENS, Tokens(app[SETTINGS].data / "keys"))


DESK = Desk("accounts", routes, opening=_open)
