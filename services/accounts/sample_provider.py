"""The sample provider (시험용): vouches for invented people through the very endpoints a real OpenID provider has.

It is there only when the settings name no real one. Its codes live for a minute and answer once.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import jwt
from aiohttp import web

from services.accounts import pages
from services.accounts.homed import marked, send_home
from services.accounts.origin import origin
from services.accounts.sample_key import SampleKey
from services.office import SETTINGS, Desk, fields, keep, kept, now, reply
from services.openapi import wire
from worlds.accounts import Someone

PEOPLE: web.AppKey[tuple[Someone, ...]] = web.AppKey("sample people", tuple[Someone, ...])
CODE_LIFE = timedelta(minutes=1)
TOKEN_LIFE = timedelta(minutes=5)
_ASKED = ("response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge")

routes = web.RouteTableDef()


@dataclass(frozen=True)
class Granted:
    """What stands behind a code."""

    someone: Someone
    redirect: str
    nonce: str
    challenge: str
    until: datetime


class Provider:
    """Its signing key, and the codes it has given out."""

    def __init__(self, key: SampleKey) -> None:
        self.key = key
        self._codes: dict[str, Granted] = {}

    def grant(self, granted: Granted, now: datetime, code: str) -> str:
        """A new code for it, after throwing away those too old."""
        self._codes = {code: one for code, one in self._codes.items() if one.until > now}
        self._codes[code] = granted
        return code

    def take(self, code: str, redirect: str, verifier: str, now: datetime) -> Granted | None:
        """What stands behind a code, once, for who began it (RFC 7636, section 4.6)."""
        granted = self._codes.pop(code, None)
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        fits = granted and granted.until > now and granted.redirect == redirect and granted.challenge == digest
        return granted if fits else None


PROVIDER = web.AppKey("sample provider", Provider)


@routes.get("/sample-id/.well-known/openid-configuration")
@wire(gives=dict[str, Any])
async def configuration(request: web.Request) -> web.Response:
    """OpenID Connect Discovery 1.0."""
    issuer = _issuer(request)
    return reply(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["none"],
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": ["openid", "profile"],
            "claims_supported": ["sub", "name", "birthdate"],
            "authorization_response_iss_parameter_supported": True,
        }
    )


@routes.get("/sample-id/people")
@wire(gives=tuple[Someone, ...])
async def people(request: web.Request) -> web.Response:
    """Whom it can vouch for: all invented."""
    _issuer(request)
    return reply(request.app[PEOPLE])


@routes.get("/sample-id/jwks")
@wire(gives=dict[str, Any])
async def jwks(request: web.Request) -> web.Response:
    """Its public key."""
    _issuer(request)
    return reply({"keys": [kept(request.app, PROVIDER).key.public]})


@routes.get("/sample-id/authorize")
@wire(gives="text/html")
async def ask(request: web.Request) -> web.Response:
    """The page that asks who you are."""
    _issuer(request)
    asked = {name: request.query.get(name, "") for name in (*_ASKED, "code_challenge_method")}
    if not _is_ours(request, asked):
        return pages.refused(request)
    return pages.people(request, asked, request.app[PEOPLE])


@routes.post("/sample-id/authorize")
@wire(gives="text/html", also=(302,))
async def choose(request: web.Request) -> web.Response:
    """The page's form: the question again and `subject`; empty is a no. Sends back to who asked."""
    issuer, form = _issuer(request), await fields(request)
    asked = {name: form.get(name, "") for name in (*_ASKED, "code_challenge_method", "subject")}
    if not _is_ours(request, asked):
        return pages.refused(request)
    answer = {"state": asked["state"], "iss": issuer}
    someone = next((one for one in request.app[PEOPLE] if one.subject == asked["subject"]), None)
    if not _is_sound(asked):
        answer["error"] = "invalid_request"
    elif someone is None:
        answer["error"] = "access_denied"
    else:
        until = now(request) + CODE_LIFE
        granted = Granted(someone, asked["redirect_uri"], asked["nonce"], asked["code_challenge"], until)
        code = kept(request.app, PROVIDER).grant(granted, now(request), marked(request, secrets.token_urlsafe(32)))
        answer["code"] = code
    return web.Response(status=302, headers={"Location": f"{asked['redirect_uri']}?{urlencode(answer)}"})


@routes.post("/sample-id/token")
@wire(gives=dict[str, Any], also=(307, 400))
async def token(request: web.Request) -> web.Response:
    """A code for an identity token."""
    issuer, form = _issuer(request), await fields(request)
    code, redirect, verifier = (form.get(name, "") for name in ("code", "redirect_uri", "code_verifier"))
    send_home(request, code)
    provider, moment = kept(request.app, PROVIDER), now(request)
    granted = provider.take(code, redirect, verifier, moment)
    if granted is None or form.get("grant_type") != "authorization_code" or form.get("client_id") != _client(request):
        return reply({"error": "invalid_grant"}, 400)
    claims = {
        "iss": issuer,
        "sub": granted.someone.subject,
        "aud": _client(request),
        "iat": int(moment.timestamp()),
        "exp": int((moment + TOKEN_LIFE).timestamp()),
        "nonce": granted.nonce,
        "name": granted.someone.name,
        "birthdate": granted.someone.born,
        "sample": True,
    }
    signed = jwt.encode(
        claims, provider.key.private, algorithm="ES256", headers={"kid": str(provider.key.public["kid"])}
    )
    answer = {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "id_token": signed}
    response = reply(answer | {"expires_in": int(TOKEN_LIFE.total_seconds())})
    response.headers["Cache-Control"] = "no-store"
    return response


def _is_ours(request: web.Request, asked: dict[str, str]) -> bool:
    """The one client it knows, and the exact place that client is sent back to."""
    return asked["client_id"] == _client(request) and asked["redirect_uri"] == f"{origin(request)}/sign-in/callback"


def _is_sound(asked: dict[str, str]) -> bool:
    return (
        asked["response_type"] == "code"
        and "openid" in asked["scope"].split()
        and asked["code_challenge_method"] == "S256"
        and bool(asked["code_challenge"] and asked["nonce"] and asked["state"])
    )


def _client(request: web.Request) -> str:
    return request.app[SETTINGS].client


def _issuer(request: web.Request) -> str:
    """Where this provider stands; not found when the office has a real one."""
    if request.app[SETTINGS].issuer:
        raise web.HTTPNotFound
    return f"{origin(request)}/sample-id"


async def _open(app: web.Application) -> None:
    keep(app, PROVIDER, Provider(SampleKey(app[SETTINGS].data / "keys" / "sample-provider.pem")))


DESK = Desk("sample-id", routes, opening=_open)
