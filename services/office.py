"""What every desk shares: read what was said, ask who says it, do it in one transaction, reply."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec
from aiohttp import web
from sqlmodel import Session

from services.bus import Bus
from services.clock import Calendar
from services.faults import Refusal
from services.settings import Settings
from services.store import Store
from services.traces import work
from services.vault import Vault
from worlds.sessions.wire import Look

Value = TypeVar("Value")
Arguments = ParamSpec("Arguments")

SETTINGS = web.AppKey("settings", Settings)
CALENDAR: web.AppKey[Calendar] = web.AppKey("calendar", Callable)  # type: ignore[arg-type]
STORE = web.AppKey("store", Store)
VAULT = web.AppKey("vault", Vault)
BUS: web.AppKey[Bus] = web.AppKey("bus", object)  # type: ignore[arg-type]
LOG: web.AppKey[Any] = web.AppKey("log", object)
ADULT, CHILD = 19, 14
VISITOR: web.RequestKey["Visitor"] = web.RequestKey("visitor", object)  # type: ignore[arg-type]
"""Where the middleware leaves who is asking."""
EXPIRED: web.RequestKey[bool] = web.RequestKey("expired", bool)
"""And that their token's time is over."""
_SHELF: web.AppKey[dict[web.AppKey[Any], Any]] = web.AppKey("shelf", dict)


@dataclass(frozen=True)
class Desk:
    """One counter of the office: its paths, and what it needs done once when the office opens and closes.

    `opening` runs when the store is open; `closing` before the last requests are finished: wake whoever waits;
    `closed` after them: let go of what was opened.
    """

    slug: str
    routes: web.RouteTableDef
    opening: Callable[[web.Application], Awaitable[None]] | None = None
    closing: Callable[[web.Application], Awaitable[None]] | None = None
    closed: Callable[[web.Application], Awaitable[None]] | None = None


class Identity(msgspec.Struct, frozen=True):
    """What a provider vouched for, kept for the life of the session and no longer."""

    citizen: str
    """Our own pseudonym of this person: HMAC of issuer and subject under this office's key."""
    name: str
    born: date | None
    issuer: str
    subject: str

    def is_minor(self, today: date) -> bool:
        """Under nineteen (청소년성보호법 제2조 제1호)."""
        return self._is_under(ADULT, today)

    def is_child(self, today: date) -> bool:
        """Under fourteen: a guardian must agree (개인정보 보호법 제22조의2)."""
        return self._is_under(CHILD, today)

    def _is_under(self, years: int, today: date) -> bool:
        """Who was born on 29 February is a year older on 1 March."""
        if self.born is None:
            return False
        return (today.year - self.born.year, today.month, today.day) < (years, self.born.month, self.born.day)


class Visitor(msgspec.Struct, frozen=True):
    """Who holds a valid token: a guest, or a citizen when `identity` is there."""

    session: int
    name: str
    language: str
    look: Look
    identity: Identity | None = None
    minor: bool = False
    """Known to be under nineteen."""
    began: int = 0
    """When the visit did, in seconds since 1970: with `session` it is nobody else's, ever."""

    @property
    def role(self) -> str:
        return "citizen" if self.identity else "guest"


class Citizen(msgspec.Struct, frozen=True):
    """A visitor whose identity is known."""

    id: str
    name: str
    born: date | None
    issuer: str
    subject: str
    session: int
    language: str


def build_shelf(app: web.Application) -> None:
    """Make room for what desks keep once the office is open (aiohttp freezes the application itself before that)."""
    app[_SHELF] = {}


def keep(app: web.Application, key: web.AppKey[Value], value: Value) -> None:
    """Put something a desk needs where `kept` finds it: its signing key, its hub."""
    app[_SHELF][key] = value


def kept(app: web.Application, key: web.AppKey[Value]) -> Value:
    """What was kept under this key; KeyError before the office is open."""
    value: Value = app[_SHELF][key]
    return value


async def read(request: web.Request, kind: type[Value]) -> Value:
    """The request's JSON as a value of `kind`. Raises request.malformed with the path of the field that is wrong."""
    try:
        return msgspec.json.decode(await request.read(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        problem, _, field = str(error).partition(" - at `")
        raise Refusal("request.malformed", 400, field=field.rstrip("`") or "$", problem=problem) from None


async def fields(request: web.Request) -> dict[str, str]:
    """What a page's form sent: text, never a file. Raises request.malformed."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise Refusal("request.malformed", 400, field="$")
    try:
        return {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    except (ValueError, LookupError):  # letters that are none, a charset that nobody knows
        raise Refusal("request.malformed", 400, field="$") from None


def number_in(request: web.Request, name: str) -> int:
    """A number in the path; 0, which nothing has, where it is none."""
    told = request.match_info[name]
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0


def reply(value: object, status: int = 200) -> web.Response:
    """A wire value as the answer."""
    return web.Response(body=msgspec.json.encode(value), status=status, content_type="application/json")


def now(request: web.Request) -> datetime:
    """This moment in Seoul, by the office's calendar."""
    return request.app[CALENDAR]()


def today(request: web.Request) -> date:
    """This day in Seoul."""
    return now(request).date()


async def transact(
    request: web.Request,
    fn: Callable[Concatenate[Session, Arguments], Value],
    *args: Arguments.args,
    **named: Arguments.kwargs,
) -> Value:
    """Run fn(session, ...) in the one writer's transaction; committed before it returns."""
    with work(request.app, f"write {fn.__name__}"):
        return await kept(request.app, STORE).transact(fn, *args, **named)


async def look_up(
    request: web.Request,
    fn: Callable[Concatenate[Session, Arguments], Value],
    *args: Arguments.args,
    **named: Arguments.kwargs,
) -> Value:
    """Run fn(session, ...) reading what is committed."""
    with work(request.app, f"read {fn.__name__}"):
        return await kept(request.app, STORE).look_up(fn, *args, **named)


def guest(request: web.Request) -> Visitor:
    """Whoever asks, guest or citizen. Raises accounts.unknown-session, accounts.token-expired."""
    visitor: Visitor | None = request.get(VISITOR)
    if visitor is None and request.get(EXPIRED):
        raise Refusal("accounts.token-expired", 401)
    if visitor is None:
        raise Refusal("accounts.unknown-session", 401)
    return visitor


def citizen(request: web.Request) -> Citizen:
    """Whoever asks, by identity. Raises accounts.unknown-session, accounts.identity-needed."""
    visitor = guest(request)
    known = visitor.identity
    if known is None:
        raise Refusal("accounts.identity-needed", 401)
    return Citizen(
        known.citizen, known.name, known.born, known.issuer, known.subject, visitor.session, visitor.language
    )
