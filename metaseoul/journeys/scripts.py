"""The journeys as scripts: what each person does, step by step, in whatever mode the driver drives."""

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from metaseoul.journeys.driver import Driver, Stuck
from metaseoul.visit import Visit


class City(NamedTuple):
    """What a journey may touch besides the screen: the visit, a folder for what is saved, the office's switch."""

    visit: Visit
    folder: Path
    close_office: Callable[[], None]


class Walked(NamedTuple):
    """Steps and seconds of the parts of a journey, in the order of its budget."""

    steps: tuple[int, ...]
    seconds: tuple[float, ...]


class Journey(NamedTuple):
    """Budgets from the mission: steps and seconds of each part."""

    number: int
    who: str
    does: str
    steps: tuple[int, ...]
    seconds: tuple[float, ...]
    walk: Callable[[Driver, City, float], Awaitable[Walked]]
    modes: tuple[str, ...] = ("text", "window")


async def first_answer(driver: Driver, city: City, started: float) -> Walked:
    """J1: from a cold start to what a register copy costs, takes and needs."""
    await driver.shown("place")
    await driver.want("등본")
    view = await driver.shown("documents.issue")
    if not view.body:
        raise Stuck("the answer is empty")
    return Walked((driver.steps,), (time.time() - started,))


async def document(driver: Driver, city: City, started: float) -> Walked:
    """J2: a register copy, verified once, on the desk, saved; then once more."""
    await driver.shown("place")
    begun = time.time()
    await driver.want("등본")
    await driver.shown("documents.issue")
    driver.pick("submit")
    people = await driver.shown("sign-in.sample")
    driver.pick(people.actions[0].name)
    await driver.shown("documents.desk")
    driver.pick("save")
    await driver.shown("documents.where")
    driver.write(str(city.folder))
    first = await driver.until(lambda: _saved(city.folder, 1), "the first sheet")
    taken, steps = time.time() - begun, driver.steps

    await driver.shown("documents.desk")
    driver.ui.answer("done")  # the desk is cleared: the first errand is over
    await driver.shown("place")
    begun = time.time()
    driver.steps = 0
    await driver.once_more("documents", "등본")
    await driver.shown("documents.desk")
    driver.pick("save")
    await driver.until(lambda: _saved(city.folder, 2), "the second sheet")
    if not all(sheet.read_bytes().startswith(b"%PDF-") for sheet in first):
        raise Stuck("what was saved is no PDF")
    return Walked((steps, driver.steps), (taken, time.time() - begun))


async def check(driver: Driver, city: City, started: float) -> Walked:
    """J9: a handed document, the office gone and the network unplugged."""
    await document(driver, city, started)
    await driver.shown("documents.desk")
    driver.ui.answer("done")
    await driver.shown("place")
    city.close_office()
    [sheet, *_] = sorted(city.folder.glob("*.pdf"))
    driver.steps = 0
    begun = time.time()
    await driver.want(str(sheet))
    await driver.shown("verify.genuine")
    return Walked((driver.steps,), (time.time() - begun,))


def _saved(folder: Path, count: int) -> tuple[Path, ...] | None:
    found = tuple(folder.glob("*.pdf")) if folder.is_dir() else ()
    return found if len(found) >= count else None


JOURNEYS = (
    Journey(1, "guest", "cold start to first useful answer", (2,), (12.0,), first_answer),
    Journey(
        2, "citizen", "one document: ask, verify once, on the desk, saved; once more", (6, 3), (60.0, 15.0), document
    ),
    Journey(9, "checker", "verify a handed document, network unplugged", (2,), (5.0,), check),
)
