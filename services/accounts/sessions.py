"""Visits: a random bearer token per visit, known to the office only by its hash."""

import hashlib
import secrets
from datetime import datetime

from aiohttp import web

from services.accounts import store
from services.office import Visitor
from services.store import Store


def new_token() -> str:
    """256 random bits, for a header."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What is kept of a token. It is random and long, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


async def visitor_of(office: Store, token: str, now: datetime) -> Visitor | None:
    """Who holds this token, if anyone still does."""
    return await office.look_up(store.find, hashed(token), now)


def bearer(request: web.Request) -> str:
    """The token a request carries, or nothing (RFC 6750, section 2.1)."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
