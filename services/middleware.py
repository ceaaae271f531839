"""Between the street and the desks: who asks, is the office open, and what a refusal looks like."""

import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from services.accounts.sessions import bearer, hashed, visitor_of
from services.accounts.tokens import Expired
from services.authority import require
from services.bus import Away
from services.console.view import STAFF, refused
from services.doors import DOORS
from services.faults import Refusal
from services.logs import record
from services.metrics import METRICS
from services.office import EXPIRED, LOG, VISITOR, look_up, now, reply
from services.staff.desk import COOKIE
from services.staff.store import signed_in
from worlds.protocol import Fault

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

ALWAYS = frozenset({"/health", "/ready"})
"""Answered even while the doors are shut."""

BODY_LIMIT = 65_536
"""Longest request in bytes: every form of the city fits well inside."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Of every answer that does not say otherwise: it is what it says it is, is kept nowhere, and nobody may embed it."""

_HTTP = {
    404: Fault("request.unknown-path"),
    405: Fault("request.wrong-method"),
    413: Fault("request.too-large", {"limit": BODY_LIMIT}),
}
_OTHERWISE = Fault("request.malformed", {"field": "$"})


@web.middleware
async def told(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Log each request by pattern, status and time; turn every refusal and every accident into a Fault."""
    began = time.perf_counter()
    try:
        response = await handler(request)
    except Refusal as refusal:
        response = _refused(request, Fault(refusal.code, refusal.values), refusal.status)
        if refusal.status == 429:
            response.headers["Retry-After"] = str(refusal.values["seconds"])
    except Away:
        response = reply(Fault("store.away", {}), 503)
    except web.HTTPException as answer:
        if answer.status < 400:
            for name, value in HEADERS.items():
                answer.headers.setdefault(name, value)
            raise
        response = _refused(request, _HTTP.get(answer.status, _OTHERWISE), answer.status)
    except ConnectionError:
        raise  # the citizen is gone: there is nobody to answer
    except Exception as accident:
        response = _refused(request, Fault("server.error", {"incident": record(request.app[LOG], accident)}), 500)
    if not response.prepared:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
    route = request.match_info.route.resource
    method, path = (request.method, route.canonical) if route else ("?", "?")
    seconds = time.perf_counter() - began
    request.app[LOG].info("request", method=method, path=path, status=response.status, ms=round(seconds * 1000, 1))
    request.app[METRICS].answered(path, method, response.status, seconds)
    return response


def _refused(request: web.Request, fault: Fault, status: int) -> web.Response:
    """As a page for a browser at the staff's pages, else as a value."""
    page = request.path.startswith("/staff") and "text/html" in request.headers.get("Accept", "")
    return refused(request, fault, status) if page else reply(fault, status)


@web.middleware
async def admitted(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let nobody in before the office is open or once it closes; recognise the bearer of a token; and let only those do
    what is asked who may (authority.toml)."""
    if request.path not in ALWAYS:
        request.app[DOORS].require_open()
        if token := bearer(request):
            try:
                visitor = await visitor_of(request.app, token)
            except Expired:
                request[EXPIRED] = True
                visitor = None
            if visitor:
                request[VISITOR] = visitor
        if token := request.cookies.get(COOKIE, "") if request.path.startswith(f"/{COOKIE}") else "":
            staff = await look_up(request, signed_in, hashed(token), now(request))
            if staff:
                request[STAFF] = staff
        await require(request)
    return await handler(request)
