"""The office put together: every desk, in one list, behind one set of doors."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

from aiohttp import web

from services import catalogue, clock, metrics, openapi
from services.accounts import desk as accounts
from services.accounts import sample_provider, sign_in
from services.accounts.sessions import KNOWN, Known
from services.beside import desk as beside
from services.civic.documents import desk as documents
from services.clock import Calendar
from services.console import board, office
from services.console import desk as console
from services.doors import DOORS, Doors
from services.guardians import desk as guardians
from services.kiosks import desk as kiosks
from services.logs import open_log, place_of
from services.middleware import BODY_LIMIT, admitted, told
from services.my_data import desk as my_data
from services.numbers import desk as numbers
from services.office import CALENDAR, LOG, SETTINGS, STORE, VAULT, Desk, build_shelf, keep, reply
from services.registry.sample import sample_people
from services.safety import desk as safety
from services.sessions import desk as sessions
from services.sessions.ground import CITY, City
from services.settings import Settings
from services.staff import desk as staff
from services.store import open_store
from services.traces import TRACES, Traces, traced
from services.unopened import StartFault
from services.vault import open_vault
from worlds.accounts import Someone

DESKS: tuple[Desk, ...] = (
    accounts.DESK,
    sign_in.DESK,
    guardians.DESK,
    sample_provider.DESK,
    catalogue.DESK,
    safety.DESK,
    sessions.DESK,
    numbers.DESK,
    metrics.DESK,
    console.DESK,
    kiosks.DESK,
    beside.DESK,
    documents.DESK,
    my_data.DESK,
    staff.DESK,
    board.DESK,
    office.DESK,
    openapi.DESK,
)
"""Every desk of the office. A new service adds one line."""


def make_app(
    settings: Settings,
    calendar: Calendar = clock.real,
    desks: tuple[Desk, ...] = DESKS,
    city: City | None = None,
    people: tuple[Someone, ...] | None = None,
) -> web.Application:
    """The office as one aiohttp application. It opens behind shut doors: wait for app[DOORS].opened.

    `city`: other places than the plan's. `people`: whom the sample provider vouches for, others
    than the sample register's. Raises StartFault when the data folder cannot be written.
    """
    _claim(settings.data)
    app = web.Application(middlewares=[traced, told, admitted], client_max_size=BODY_LIMIT)
    app[SETTINGS], app[CALENDAR] = settings, calendar
    app[CITY], app[sample_provider.PEOPLE] = city or {}, sample_people() if people is None else people
    app[LOG] = open_log(settings.log)
    app[KNOWN], app[openapi.DESKS] = Known(), desks
    if settings.traces:
        app[TRACES] = Traces(settings.traces, settings.node, app[LOG])
    app[metrics.METRICS] = metrics.Metrics()
    build_shelf(app)
    app.router.add_get("/health", _health)
    app.router.add_get("/ready", _ready)
    for desk in desks:
        app.add_routes(desk.routes)

    async def life(app: web.Application) -> AsyncIterator[None]:
        app[DOORS] = Doors()
        async with AsyncExitStack() as last:
            opening = asyncio.create_task(_open(app, desks, last))
            yield
            await opening
        app[LOG].info("closed")
        if TRACES in app:
            await asyncio.to_thread(app[TRACES].close)

    async def closing(app: web.Application) -> None:
        if app[DOORS].close():
            for desk in desks:
                if desk.closing:
                    await desk.closing(app)

    app.cleanup_ctx.append(life)
    app.on_shutdown.append(closing)
    return app


async def _open(app: web.Application, desks: tuple[Desk, ...], last: AsyncExitStack) -> None:
    doors, settings = app[DOORS], app[SETTINGS]
    try:
        store = await open_store(settings.store)
        last.push_async_callback(store.close)  # the very last: every request in flight writes first
        keep(app, STORE, store)
        keep(app, VAULT, await asyncio.to_thread(open_vault, settings.data / "keys"))
        for desk in desks:
            if desk.opening:
                await desk.opening(app)
            if desk.closed:
                last.push_async_callback(desk.closed, app)
    except StartFault as fault:
        app[LOG].error("not opened", fault=fault.code)
        doors.fail(fault)
    except Exception as accident:
        app[LOG].error("not opened", kind=type(accident).__name__, place=place_of(accident))
        doors.fail(accident)
    else:
        app[LOG].info("open")
        doors.open()


def _claim(folder: Path) -> None:
    """Make the data folder, for this user alone, and see that it can be written to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        trial = folder / f".trial-{os.getpid()}"
        trial.write_bytes(b"")
        trial.unlink()
    except OSError:
        raise StartFault("data.unwritable", path=str(folder)) from None


async def _health(request: web.Request) -> web.Response:
    """The process answers."""
    return reply({"status": "ok"})


async def _ready(request: web.Request) -> web.Response:
    """Whether citizens are served now: 503 while the office gets ready and while it closes."""
    state = request.app[DOORS].state.value
    return reply({"state": state}, 200 if state == "open" else 503)
