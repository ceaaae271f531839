"""Who asks: by a token that speaks, for a while, for the grant of a visit."""

import hashlib
import secrets
from collections import OrderedDict
from datetime import datetime, timedelta

from aiohttp import web

from services.accounts import store
from services.accounts.tokens import TOKENS, Expired
from services.faults import Refusal
from services.office import CALENDAR, STORE, VAULT, Visitor, kept

REMEMBERED = 20_000
"""Visitors who stay known."""
STILL_KNOWN = timedelta(minutes=10)
"""For how long."""
KNOWN: web.AppKey["Known"] = web.AppKey("known", object)  # type: ignore[arg-type]


def new_token() -> str:
    """256 random bits, for a header."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What is kept of a token. It is random and long, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class Known:
    """Who held which token a moment ago: whoever is in the city stays known while the records cannot be reached."""

    def __init__(self) -> None:
        self._visitors: OrderedDict[str, tuple[Visitor, datetime]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._visitors)

    def note(self, token: str, visitor: Visitor | None, now: datetime) -> None:
        """What the records say of a token's hash."""
        if visitor is None:
            self._visitors.pop(token, None)
            return
        self._visitors[token] = visitor, now
        self._visitors.move_to_end(token)
        while len(self._visitors) > REMEMBERED or now - next(iter(self._visitors.values()))[1] >= STILL_KNOWN:
            self._visitors.popitem(last=False)

    def recall(self, token: str, now: datetime) -> Visitor | None:
        visitor, at = self._visitors.get(token, (None, now))
        return visitor if now - at < STILL_KNOWN else None


async def visitor_of(app: web.Application, token: str) -> Visitor | None:
    """Who holds this token, if anyone still does. Raises Expired; store.away, unless they were known a moment ago."""
    now, known = app[CALENDAR](), app[KNOWN]
    grant = kept(app, TOKENS).grant(token, now)
    if grant is None:
        return None
    try:
        visitor = await kept(app, STORE).look_up(store.find, grant, now, kept(app, VAULT))
    except Refusal as refusal:
        recalled = known.recall(grant, now)
        if refusal.code != "store.away" or recalled is None:
            raise
        return recalled
    known.note(grant, visitor, now)
    return visitor


def grant_of(request: web.Request) -> str:
    """The grant that the request's token speaks for, also one that was exchanged since; "": none."""
    try:
        grant = kept(request.app, TOKENS).grant(bearer(request), request.app[CALENDAR]())
    except Expired:
        grant = None
    return grant or ""


def forget(request: web.Request) -> None:
    """Whoever asks is known no longer."""
    request.app[KNOWN].note(grant_of(request), None, request.app[CALENDAR]())


def bearer(request: web.Request) -> str:
    """The token a request carries, or nothing (RFC 6750, section 2.1)."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
