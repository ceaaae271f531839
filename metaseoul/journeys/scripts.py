"""The journeys as scripts: what each person does, step by step, in whatever mode the driver drives."""

import time
from functools import partial
from pathlib import Path

from metaseoul.journeys.developer import build
from metaseoul.journeys.driver import Driver, Stuck
from metaseoul.journeys.journey import City, Journey, Walked
from metaseoul.ui.views import View
from worlds.plan import entry

ATTRACTIONS = (
    "cheongwadae",
    "lotte-world-tower",
    "n-seoul-tower",
    "deoksugung",
    "gyeongbokgung",
    "bukchon",
    "ddp",
    "seoul-forest",
    "hangang",
    "gwanghwamun-square",
)
"""The city's ten landmarks."""


async def first_answer(driver: Driver, city: City, started: float) -> Walked:
    """J1: from a cold start to what a register copy costs, takes and needs."""
    await driver.shown("title")
    await driver.want("등본")
    view = await driver.shown("documents.issue")
    if not view.body:
        raise Stuck("the answer is empty")
    return Walked((driver.steps,), (time.time() - started,))


async def document(driver: Driver, city: City, started: float) -> Walked:
    """J2: a register copy, verified once, on the desk, saved; then once more."""
    await driver.go_in()
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


async def attractions(driver: Driver, city: City, started: float) -> Walked:
    """J17: to each of ten attractions by its name, never seen before, and its guide; the slowest counts."""
    await driver.go_in()
    steps, seconds = [], []
    for slug in ATTRACTIONS:
        title = driver.ui.texts.of(entry(slug).title)
        driver.steps = 0
        begun = time.time()
        await driver.want(title)
        guide = await driver.until(partial(_guide, driver, title), slug)
        if not any(guide.body):
            raise Stuck(f"{slug} has no guide")
        steps.append(driver.steps)
        seconds.append(time.time() - begun)
    return Walked((max(steps),), (max(seconds),))


def _guide(driver: Driver, title: str) -> View | None:
    view = driver.ui.view
    return view if view is not None and (view.key, view.heading) == ("place", title) else None


def _saved(folder: Path, count: int) -> tuple[Path, ...] | None:
    found = tuple(folder.glob("*.pdf")) if folder.is_dir() else ()
    return found if len(found) >= count else None


JOURNEYS = (
    Journey(1, "guest", "cold start to first useful answer", (2,), (12.0,), first_answer),
    Journey(
        2, "citizen", "one document: ask, verify once, on the desk, saved; once more", (6, 3), (60.0, 15.0), document
    ),
    Journey(9, "checker", "verify a handed document, network unplugged", (2,), (5.0,), check),
    Journey(17, "tourist", "any of 10 attractions with its guide", (2,), (5.0,), attractions),
    Journey(
        27,
        "developer",
        "clone to running city; add a counter; run its tests; see an edit",
        (1, 1, 1, 0),
        (120.0, 30.0, 60.0, 2.0),
        build,
        ("text",),
    ),
)
