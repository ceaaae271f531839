"""The operators' pages: hours and holidays, notices, sample people, the log of looks, health; and what pages hear."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Annotated, get_args

import msgspec
from aiohttp import web
from sqlmodel import Session

from services import audit, holidays
from services.audit import Chain, Row, Wanted
from services.bus import Away
from services.catalogue import CATALOGUE
from services.console.desk import told_to_all
from services.console.forms import form
from services.console.view import show
from services.doors import DOORS
from services.faults import Refusal
from services.holidays import Holiday
from services.hours import is_open, is_readable
from services.kiosks.store import listed
from services.office import BUS, SETTINGS, Desk, keep, kept, look_up, now, transact
from services.openapi import wire
from services.registry.sample import sample_people
from services.safety.reports import CHANGED
from services.sessions.chat import readable
from services.sessions.hub import HUB
from worlds.my_data import Act, Who
from worlds.sessions import rooms
from worlds.sessions.wire import CHAT_LIMIT

CHANGES: web.AppKey["Changes"] = web.AppKey("changes", object)  # type: ignore[arg-type]
QUIET = 15.0
"""Seconds after which a page that heard nothing is told that the office is still there."""
LINES = 50
"""Most pages that listen at once."""

routes = web.RouteTableDef()


class Notice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=CHAT_LIMIT)]


class Announced(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: date
    shut: bool
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    source: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class ServiceHours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`hours`: "always", "weekdays 09:00-18:00", or "": as the catalogue says."""

    slug: Annotated[str, msgspec.Meta(max_length=40)]
    hours: Annotated[str, msgspec.Meta(max_length=40)]


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: date


class Changes:
    """Pages that want to hear when something has changed."""

    def __init__(self) -> None:
        self._listening: set[asyncio.Event] = set()
        self.over = False

    def note(self, _: bytes = b"") -> None:
        """Something has."""
        for one in self._listening:
            one.set()

    def close(self) -> None:
        """The office closes: nobody waits any more."""
        self.over = True
        self.note()

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """Set when something has changed. Raises request.too-many."""
        if len(self._listening) >= LINES:
            raise Refusal("request.too-many", 429, seconds=int(QUIET))
        event = asyncio.Event()
        self._listening.add(event)
        try:
            yield event
        finally:
            self._listening.discard(event)


@routes.get("/staff/events")
@wire(gives="text/event-stream")
async def events(request: web.Request) -> web.StreamResponse:
    """Says "changed" whenever what a page shows may have (Server-Sent Events, HTML Living Standard 9.2)."""
    changes = kept(request.app, CHANGES)
    with changes.listening() as changed:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        await response.write(b": here\n\n")
        while not changes.over:
            try:
                await asyncio.wait_for(changed.wait(), QUIET)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            changed.clear()
            if not changes.over:
                await response.write(b"data: changed\n\n")
    return response


@routes.get("/staff/hours")
@wire(gives="text/html")
async def hours(request: web.Request) -> web.Response:
    """When each service is open, and the days that were announced."""
    announced, own = await look_up(request, _opening)
    days = {one.day: one.shut for one in announced}
    told = [(one, own.get(one.slug, one.hours)) for one in CATALOGUE]
    services = [(one, hours, is_open(hours, now(request), days)) for one, hours in told]
    return show(request, "hours", services=services, announced=announced, today=now(request).date())


@routes.post("/staff/hours")
@wire(takes=Announced, form=True, status=303)
async def announce(request: web.Request) -> web.Response:
    """A holiday that was announced, or a day that is none after all. Raises request.malformed."""
    one = await form(request, Announced)
    await transact(request, holidays.put, Holiday(one.day, one.shut, readable(one.name), readable(one.source)))
    raise web.HTTPSeeOther("/staff/hours")


@routes.post("/staff/hours/services")
@wire(takes=ServiceHours, form=True, status=303)
async def set_hours(request: web.Request) -> web.Response:
    """Other hours for a service, or the catalogue's again. Raises request.malformed."""
    wish = await form(request, ServiceHours)
    if wish.slug not in {one.slug for one in CATALOGUE} or (wish.hours and not is_readable(wish.hours)):
        raise Refusal("request.malformed", 400, field="hours")
    await transact(request, holidays.put_hours, wish.slug, wish.hours)
    raise web.HTTPSeeOther("/staff/hours")


@routes.post("/staff/hours/remove")
@wire(takes=Day, form=True, status=303)
async def withdraw(request: web.Request) -> web.Response:
    """As the library says again. Raises request.malformed."""
    await transact(request, holidays.drop, (await form(request, Day)).day)
    raise web.HTTPSeeOther("/staff/hours")


@routes.get("/staff/notices")
@wire(gives="text/html")
async def notices(request: web.Request) -> web.Response:
    """A word to everyone."""
    return show(
        request,
        "notices",
        people=sum(kept(request.app, HUB).presence().values()),
        limit=CHAT_LIMIT,
        done="done" in request.query,
    )


@routes.post("/staff/notices")
@wire(takes=Notice, form=True, status=303)
async def notify(request: web.Request) -> web.Response:
    """It is told. Raises request.malformed, sessions.empty-line, sessions.away."""
    await told_to_all(request, (await form(request, Notice)).text)
    raise web.HTTPSeeOther("/staff/notices?done=1")


@routes.get("/staff/people")
@wire(gives="text/html")
async def people(request: web.Request) -> web.Response:
    """The invented people whom the sample provider vouches for."""
    return show(request, "people", people=sample_people(), sample=not request.app[SETTINGS].issuer)


@routes.get("/staff/audit")
@wire(gives="text/html")
async def looks(request: web.Request) -> web.Response:
    """The log of looks, searched, and whether its chain is whole. Raises request.malformed."""
    told = {name: value for name, value in request.query.items() if value and name not in ("lang", "whole")}
    try:
        wanted = msgspec.convert(told, Wanted, strict=False)
    except msgspec.ValidationError:
        raise Refusal("request.malformed", 400, field="$") from None
    rows, chain = await look_up(request, _looks, wanted, "whole" in request.query)
    acts, whos = get_args(Act), get_args(Who)
    return show(request, "audit", rows=rows, chain=chain, wanted=wanted, acts=acts, whos=whos, shown=audit.SHOWN)


@routes.get("/staff/health")
@wire(gives="text/html")
async def health(request: web.Request) -> web.Response:
    """Whether records and bus answer, where people are, and the kiosks."""
    hub = kept(request.app, HUB)
    try:
        records, kiosks = "open", await look_up(request, listed, now(request))
    except Refusal as refusal:
        records, kiosks = refusal.code, ()
    try:
        await kept(request.app, BUS).homes()
        bus = "open"
    except Away:
        bus = "bus.away"
    homes = sorted((*hub.homes.mine(), *hub.homes.others), key=lambda home: (-home.people, home.zone))
    zones = [msgspec.structs.replace(home, zone=rooms.masked(home.place, home.zone)) for home in homes]
    spent = round(1000 * hub.spent / hub.ticks, 2) if hub.ticks else 0.0
    return show(
        request, "health", doors=request.app[DOORS].state.value, records=records, bus=bus, zones=zones, kiosks=kiosks,
        node=hub.homes.node, at=now(request), people=sum(home.people for home in zones), hub=hub, tick_ms=spent,
    )  # fmt: skip


def _opening(session: Session) -> tuple[tuple[Holiday, ...], Mapping[str, str]]:
    return holidays.listed(session), holidays.hours(session)


def _looks(session: Session, wanted: Wanted, whole: bool) -> tuple[tuple[Row, ...], Chain | None]:
    return audit.search(session, wanted), audit.checked(session) if whole else None


async def _open(app: web.Application) -> None:
    changes = Changes()
    keep(app, CHANGES, changes)
    kept(app, BUS).hear(CHANGED, changes.note)


async def _close(app: web.Application) -> None:
    kept(app, CHANGES).close()


DESK = Desk("console-office", routes, opening=_open, closing=_close)
