"""The staff's door: a passkey for whoever was invited, signing in by it, signing out."""

import secrets
from typing import Any

import msgspec
from aiohttp import web

from services.accounts.sessions import hashed, new_token
from services.console.view import STAFF, STATIC, show, static
from services.limits import require_few
from services.office import Desk, look_up, now, read, transact
from services.openapi import wire
from services.staff import passkeys, store

COOKIE = "staff"
TRIES = 30
"""Sign-ins at one address in a minute."""

routes = web.RouteTableDef()


class Nothing(msgspec.Struct):
    """An empty object: sent as JSON, so that no form of another site can."""


class Credential(msgspec.Struct):
    """PublicKeyCredentialJSON (Web Authentication Level 3, 5.1.8)."""

    id: str
    rawId: str  # noqa: N815 (the standard's name)
    response: dict[str, Any]
    type: str
    clientExtensionResults: dict[str, Any] = {}  # noqa: N815


@routes.get("/staff")
@wire(gives="text/html", also=(303,))
async def door(request: web.Request) -> web.StreamResponse:
    """The way in; for who is signed in, their first page. An address in figures has no passkeys: the same by name."""
    staff = request.get(STAFF)
    if staff is not None:
        raise web.HTTPSeeOther("/staff/reports" if staff.role == "moderator" else "/staff/health")
    home = passkeys.origin(request)
    return show(request, "door", home="" if f"://{request.host}" in home else f"{home}/staff")


@routes.get("/staff/static/{file}")
@wire(gives="text/css")
async def file(request: web.Request) -> web.Response:
    """Style and scripts of the pages."""
    if request.match_info["file"] not in STATIC:
        raise web.HTTPNotFound
    return static(request.match_info["file"])


@routes.post("/staff/sign-in/question")
@wire(takes=Nothing, gives=dict[str, Any])
async def question(request: web.Request) -> web.Response:
    """What an authenticator is asked. Raises request.too-many, sessions.away."""
    await require_few(request, "staff", TRIES)
    await read(request, Nothing)
    return web.Response(text=await passkeys.ask_to_sign_in(request), content_type="application/json")


@routes.post("/staff/sign-in")
@wire(takes=Credential)
async def sign_in(request: web.Request) -> web.Response:
    """Its answer. Raises request.too-many, staff.unknown-passkey, staff.not-believed."""
    await require_few(request, "staff", TRIES)
    answer = await read(request, Credential)
    key = await look_up(request, store.passkey, passkeys.number_of(answer.rawId))
    uses = await passkeys.believed(request, msgspec.to_builtins(answer), key)
    token, csrf = new_token(), secrets.token_urlsafe(24)
    await transact(request, store.sign_in, key.id, uses, hashed(token), csrf, now(request))
    response = web.Response(status=204)
    safe = passkeys.origin(request).startswith("https:")
    life = int(store.LIFE.total_seconds())
    response.set_cookie(COOKIE, token, max_age=life, path="/staff", httponly=True, samesite="Strict", secure=safe)
    return response


@routes.post("/staff/sign-out")
@wire(status=303)
async def sign_out(request: web.Request) -> web.StreamResponse:
    """Worth nothing from now on."""
    await transact(request, store.sign_out, hashed(request.cookies.get(COOKIE, "")))
    response = web.HTTPSeeOther("/staff")
    response.del_cookie(COOKIE, path="/staff")
    raise response


@routes.get("/staff/invitations/{word}")
@wire(gives="text/html")
async def invitation(request: web.Request) -> web.Response:
    """For whoever was invited. Raises staff.unknown-invitation."""
    who = await look_up(request, store.invited, hashed(request.match_info["word"]), now(request))
    home = passkeys.origin(request)
    elsewhere = "" if f"://{request.host}" in home else f"{home}{request.path}"
    return show(request, "invitation", who=who, home=elsewhere)


@routes.post("/staff/invitations/{word}/question")
@wire(takes=Nothing, gives=dict[str, Any])
async def asked(request: web.Request) -> web.Response:
    """What a new authenticator is asked. Raises staff.unknown-invitation, sessions.away."""
    await read(request, Nothing)
    who = await look_up(request, store.invited, hashed(request.match_info["word"]), now(request))
    return web.Response(text=await passkeys.ask_to_register(request, who), content_type="application/json")


@routes.post("/staff/invitations/{word}")
@wire(takes=Credential)
async def register(request: web.Request) -> web.Response:
    """Its answer: from now on they sign in by it. Raises staff.unknown-invitation, staff.not-believed,
    staff.too-many-passkeys."""
    word, answer = hashed(request.match_info["word"]), await read(request, Credential)
    who = await look_up(request, store.invited, word, now(request))
    key = await passkeys.registered(request, msgspec.to_builtins(answer), who.name)
    await transact(request, store.add_passkey, word, key, now(request))
    return web.Response(status=204)


DESK = Desk("staff", routes)
