"""What the staff's pages send: who it is, that it came from a page of ours, and what stands in the form."""

import hmac
from typing import TypeVar

import msgspec
from aiohttp import web

from services.console.view import STAFF
from services.faults import Refusal
from services.office import fields
from services.staff import passkeys
from services.staff.store import Staff

Value = TypeVar("Value", bound=msgspec.Struct)


def staff_of(request: web.Request) -> Staff:
    """Who is signed in. Raises staff.sign-in."""
    staff: Staff | None = request.get(STAFF)
    if staff is None:
        raise Refusal("staff.sign-in", 401)
    return staff


async def require_own_form(request: web.Request) -> None:
    """It was sent by a page of this office, shown to this very person (OWASP, synchronizer token; with SameSite=Strict
    beside it). Raises staff.sign-in, staff.other-page."""
    staff, sent = staff_of(request), await fields(request)
    own = request.headers.get("Origin", "null") in ("null", passkeys.origin(request))
    token = sent.get("csrf", "")
    if not own or not hmac.compare_digest(token.encode(), staff.csrf.encode()):
        raise Refusal("staff.other-page", 403)


async def form(request: web.Request, kind: type[Value]) -> Value:
    """The form as a value. Raises request.malformed."""
    sent = {name: value for name, value in (await fields(request)).items() if name != "csrf"}
    try:
        return msgspec.convert(sent, kind, strict=False)
    except msgspec.ValidationError as error:
        field = str(error).partition(" - at `")[2].rstrip("`") or "$"
        raise Refusal("request.malformed", 400, field=field) from None
