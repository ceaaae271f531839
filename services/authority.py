"""Who may do what: one table, authority.toml, that everything asked of the office is held against before it is done."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast, get_args

from aiohttp import web

from services.console.forms import require_own_form, staff_of
from services.faults import Refusal
from services.here import require_here
from services.office import citizen, guest
from services.staff.store import Role

Audience = Literal["anyone", "kiosk", "guest", "citizen", "operator", "staff", "moderator", "signed-operator"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
ROLES: dict[Audience, tuple[Role, ...]] = {
    "staff": ("agent", "officer", "moderator", "operator"),
    "moderator": ("moderator",),
    "signed-operator": ("operator",),
}
"""Of the staff, who is meant."""


class Table(NamedTuple):
    """The table as it stands: who may, by "METHOD path"; which words a guest may say on the live line, and which of
    them whoever was limited."""

    requests: dict[str, Audience]
    words: frozenset[str]
    silent: frozenset[str]


@cache
def table() -> Table:
    """Read once."""
    told = tomllib.loads(files("services").joinpath("authority.toml").read_text("utf-8"))
    requests = {asked: audience for audience in AUDIENCES for asked in told[audience]}
    words, silent = (frozenset(told["live"][state]) for state in ("guest", "silent"))
    return Table(cast(dict[str, Audience], requests), words, silent)


async def require(request: web.Request) -> None:
    """Whoever asks may ask this. Raises Refusal: request.unknown-path for what nobody may, or only the operator;
    accounts.unknown-session, accounts.identity-needed; staff.sign-in, staff.not-yours, staff.other-page."""
    resource = request.match_info.route.resource
    if resource is None:
        return  # there is no such path, or not by this method: aiohttp says so
    method = "GET" if request.method == "HEAD" else request.method
    match table().requests.get(f"{method} {resource.canonical}"):
        case "anyone" | "kiosk":  # a kiosk proves itself by what it sends
            return
        case "guest":
            guest(request)
        case "citizen":
            citizen(request)
        case "operator":
            require_here(request)
            if method != "GET" and request.content_type != "application/json":
                # so that no page in a browser of this machine can send it
                raise Refusal("request.malformed", 400, field="$")
        case "staff" | "moderator" | "signed-operator" as audience:
            if staff_of(request).role not in ROLES[audience]:
                raise Refusal("staff.not-yours", 403)
            if method != "GET":
                await require_own_form(request)
        case _:
            raise Refusal("request.unknown-path", 404)
