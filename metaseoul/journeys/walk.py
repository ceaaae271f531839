"""One journey walked, here and now: a real client, a real office, a driver's hands."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from metaseoul.base import open_offscreen
from metaseoul.faults import Refusal
from metaseoul.journeys import Part, Result
from metaseoul.journeys.driver import Driver, Hurried, KioskDriver, Stuck, TextDriver, WindowDriver
from metaseoul.journeys.journey import City, Journey
from metaseoul.link import Link
from metaseoul.local import office
from metaseoul.stage.workshop import Workshop, begun
from metaseoul.texts import Texts, system_language
from metaseoul.ui.frame import Screen
from metaseoul.ui.text import TextUi
from metaseoul.visit import Visit

if TYPE_CHECKING:
    from metaseoul.kiosk.app import Kiosk

SIZE, KIOSK_SIZE = (1280, 720), (1080, 1920)
KIOSK_SCREEN = Screen(708.0)
"""32 inches, upright."""
Client = tuple[Driver, Visit, "Kiosk | None"]


def walk(journey: Journey, mode: str, started: float) -> Result:
    """Walks it; `started` is when the process began, in seconds since the epoch."""
    try:
        with ExitStack() as tools, ExitStack() as doors, TemporaryDirectory() as folder:
            workshop = tools.enter_context(begun()) if mode != "text" else None
            url = doors.enter_context(office())
            walking = _walk(journey, mode, workshop, started, url, Path(folder), doors.close)
            steps, seconds = asyncio.run(walking)
    except (Stuck, Refusal) as trouble:
        return Result(journey.number, mode, why=str(trouble))
    took = [round(part, 2) for part in seconds]
    parts = [Part(*figures) for figures in zip(steps, took, journey.steps, journey.seconds, strict=True)]
    over = [f"part {number}" for number, part in enumerate(parts, 1) if not part.kept]
    why = f"over budget: {', '.join(over)}" if over else ""
    first = parts[0]
    figures = (first.steps, first.seconds, first.budget_steps, first.budget_seconds)
    return Result(journey.number, mode, *figures, ok=not over, why=why, parts=parts)


async def _walk(
    journey: Journey,
    mode: str,
    workshop: Workshop | None,
    started: float,
    url: str,
    folder: Path,
    close_office: Callable[[], None],
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    texts = Texts(system_language())
    if workshop is None:
        client = _in_text(url, texts)
    elif mode == "kiosk":
        client = _on_kiosk(url, texts, workshop)
    else:
        client = _in_window(url, texts, workshop)
    async with client as (driver, visit, kiosk):
        walked = await journey.walk(driver, City(visit, folder, close_office, lambda: _companion(url), kiosk), started)
    return walked.steps, walked.seconds


@contextlib.asynccontextmanager
async def _companion(url: str) -> AsyncIterator[Driver]:
    async with _in_text(url, Texts(system_language()), first=False) as (driver, _, _):
        yield driver


@contextlib.asynccontextmanager
async def _in_text(url: str, texts: Texts, first: bool = True) -> AsyncIterator[Client]:
    ui, link = TextUi(texts, io.StringIO()), Link(url)
    visit = Visit(ui, link, texts)
    running = asyncio.ensure_future(visit.run(first))
    try:
        yield TextDriver(ui), visit, None
    finally:
        running.cancel()
        await asyncio.wait({running})
        await visit.live.close()
        link.close()


@contextlib.asynccontextmanager
async def _in_window(url: str, texts: Texts, workshop: Workshop) -> AsyncIterator[Client]:
    from metaseoul.app import App
    from metaseoul.stage.tiers import LOWEST

    base = open_offscreen(SIZE)
    if base is None:
        raise Refusal("window.no-renderer")
    app = App(base, texts, url, LOWEST, workshop)
    running = asyncio.ensure_future(app.run(first=True))
    try:
        yield WindowDriver(app.ui), app.visit, None
    finally:
        app.close()
        await asyncio.wait({running})


@contextlib.asynccontextmanager
async def _on_kiosk(url: str, texts: Texts, workshop: Workshop) -> AsyncIterator[Client]:
    from metaseoul.kiosk.app import Kiosk
    from metaseoul.stage.tiers import LOWEST

    base = open_offscreen(KIOSK_SIZE)
    if base is None:
        raise Refusal("window.no-renderer")
    clock = Hurried()
    kiosk = Kiosk(base, texts, url, LOWEST, workshop, screen=KIOSK_SCREEN, now=clock)
    running = asyncio.ensure_future(kiosk.run())
    try:
        yield KioskDriver(kiosk.ui, clock), kiosk.visit, kiosk
    finally:
        kiosk.close()
        await asyncio.wait({running})
