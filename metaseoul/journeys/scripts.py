"""The journeys as scripts: what each person does, step by step, in whatever mode the driver drives."""

import time
from functools import partial
from pathlib import Path

from metaseoul.comfort import Comfort
from metaseoul.folders import data_folder
from metaseoul.journeys.developer import build
from metaseoul.journeys.driver import Driver, KioskDriver, Stuck
from metaseoul.journeys.journey import City, Journey, Walked
from metaseoul.journeys.moderator import moderate
from metaseoul.kiosk.idle import GONE, WARNED
from metaseoul.ui.views import View
from worlds.plan import entry

NO_KIOSK = ("text", "window")
SILENT = Comfort(volume="0", captions=True)
ISSUE = "to:documents.issue"
"""The document desk, as the first screen offers it."""
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
    if city.kiosk is not None:
        await driver.shown("attract")
        driver.pick("ko")
        await driver.shown("title")
        driver.pick(ISSUE)
    else:
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


async def my_data(driver: Driver, city: City, started: float) -> Walked:
    """J8: whose errands left traces in a file sees each of them, and takes all of it along."""
    await driver.go_in()
    driver.open("my-data")
    people = await driver.shown("sign-in.sample")
    driver.pick(people.actions[0].name)
    await driver.shown("my-data")
    driver.back()
    await driver.shown("place")
    driver.steps = 0
    begun = time.time()
    driver.open("my-data")
    view = await driver.shown("my-data")
    if driver.ui.texts("my-data.act.identity.confirmed") not in " ".join(view.body):
        raise Stuck("nobody's look is told")
    seen, looked = time.time() - begun, driver.steps
    driver.pick("take")
    await driver.told("documents.saved")
    return Walked((looked, driver.steps), (seen, time.time() - begun))


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


async def at_a_kiosk(driver: Driver, city: City, started: float) -> Walked:
    """J10: from the language to a printed document, by touch alone."""
    await driver.shown("attract")
    begun = time.time()
    driver.pick("ko")
    await driver.shown("title")
    driver.pick(ISSUE)
    await driver.shown("documents.issue")
    driver.pick("submit")
    people = await driver.shown("sign-in.sample")
    driver.pick(people.actions[0].name)
    await driver.shown("documents.desk")
    driver.pick("print")
    paper = _paper()
    await driver.until(lambda: paper.exists() or None, "the paper")
    if not paper.read_bytes().startswith(b"%PDF-"):
        raise Stuck("what was printed is no PDF")
    return Walked((driver.steps,), (time.time() - begun,))


def _paper() -> Path:
    """Where the print command of a journey puts its paper."""
    return data_folder().parent / "printed.pdf"


async def walked_away(driver: Driver, city: City, started: float) -> Walked:
    """J11: somebody leaves in the middle: a word at 45 s, and at 60 s as if nobody had been there."""
    assert isinstance(driver, KioskDriver)
    assert city.kiosk is not None
    await driver.shown("attract")
    driver.pick("ko")
    await driver.shown("title")
    driver.pick(ISSUE)
    await driver.shown("documents.issue")
    driver.steps = 0
    driver.clock.hurry(WARNED)
    await driver.until(lambda: (city.kiosk and city.kiosk.is_warning) or None, "the word at 45 s")
    driver.clock.hurry(GONE - WARNED)
    begun = time.time()
    await driver.shown("attract")
    if city.kiosk.ui.told or city.kiosk.visit.session is not None:
        raise Stuck("something of the visit is left")
    return Walked((driver.steps,), (time.time() - begun,))


async def elder(driver: Driver, city: City, started: float) -> Walked:
    """J12: easy mode on the first screen; then a document, with a slip on the way that loses nothing."""
    if city.kiosk is not None:
        await driver.shown("attract")
        driver.pick("ko")
    await driver.shown("title")
    driver.steps = 0
    begun = time.time()
    driver.pick("easy")
    await driver.told("easy.on")
    first, steps = time.time() - begun, driver.steps
    driver.steps = 0
    await driver.shown("title")
    driver.pick(ISSUE)
    await driver.shown("documents.issue")
    driver.back()  # the slip
    await driver.shown("place")
    if city.kiosk is None:
        await driver.want("등본")
    else:
        driver.pick("find")
        await driver.shown("find")
        driver.pick("documents.issue")
    await driver.shown("documents.issue")
    driver.pick("submit")
    people = await driver.shown("sign-in.sample")
    driver.pick(people.actions[0].name)
    await driver.shown("documents.desk")
    if city.kiosk is None:
        driver.pick("save")
        await driver.shown("documents.where")
        driver.write("")
        await driver.told("documents.saved")
    else:
        driver.pick("print")
        await driver.told("documents.printed")
    return Walked((steps, driver.steps), (first, time.time() - begun))


async def sit_beside(driver: Driver, city: City, started: float) -> Walked:
    """J13: an elder's code; a child afar, in words, who types it and sees the same form, masked; and points."""
    await driver.go_in()
    async with city.companion() as child:
        await child.shown("place")
        begun = time.time()
        driver.open("beside")
        await driver.shown("beside")
        driver.pick("share")
        told = await driver.told("beside.open")
        code = "".join(letter for letter in told if letter.isdigit())
        child.steps = 0
        await child.want(code)
        await child.shown("beside.screen")
        await driver.told("beside.came")
        child.pick(child.ui.view.actions[0].name if child.ui.view else "")
        await driver.told("beside.pointed")
        return Walked((driver.steps, child.steps), (time.time() - begun, time.time() - begun))


async def by_ear(driver: Driver, city: City, started: float) -> Walked:
    """J14: J2 in words and spoken: easy mode is the one step more."""
    await driver.shown("title")
    driver.steps = 0
    begun = time.time()
    driver.pick("easy")
    await driver.told("easy.on")
    if not driver.ui.comfort.voice:
        raise Stuck("nothing is spoken")
    driver.pick(ISSUE)
    await _issued(driver, city.folder)
    return Walked((driver.steps,), (time.time() - begun,))


async def without_voice(driver: Driver, city: City, started: float) -> Walked:
    """J15: a counter with no sound at all: whatever sounds is also written, and no step is added."""
    if city.kiosk is not None:
        await driver.shown("attract")
        driver.pick("ko")
    await driver.shown("title")
    (city.kiosk.visit if city.kiosk else city.visit).make_comfortable(SILENT)
    driver.steps = 0
    begun = time.time()
    driver.pick(ISSUE)
    await _issued(driver, city.folder, on_paper=city.kiosk is not None)
    return Walked((driver.steps,), (time.time() - begun,))


async def foreigner(driver: Driver, city: City, started: float) -> Walked:
    """J16: another language in the middle of a form, with nothing lost; then asked in it, and both are seen."""
    if city.kiosk is not None:
        await driver.shown("attract")
        driver.pick("ko")
    await driver.shown("title")
    driver.pick(ISSUE)
    korean = await driver.shown("documents.issue")
    driver.steps = 0
    begun = time.time()
    driver.other_language()
    now = await driver.until(lambda: _told_anew(driver, korean), "the form in English")
    changed, steps = time.time() - begun, driver.steps
    if korean.heading not in now.heading or now.heading == korean.heading:
        raise Stuck("the original is not beside the translation")
    driver.back()
    await driver.shown("place")
    driver.steps = 0
    begun = time.time()
    if city.kiosk is None:
        await driver.want("resident register")
    else:
        driver.pick("find")
        await driver.shown("find")
        driver.pick("documents.issue")
    both = await driver.shown("documents.issue")
    if korean.heading not in both.heading or not set(korean.body) < set(both.body):
        raise Stuck("the original is not beside the translation")
    return Walked((steps, driver.steps), (changed, time.time() - begun))


def _told_anew(driver: Driver, before: View) -> View | None:
    view = driver.ui.view
    return view if view is not None and view.key == before.key and view.heading != before.heading else None


async def _issued(driver: Driver, folder: Path, on_paper: bool = False) -> None:
    """From the desk's form to the sheet that is kept."""
    await driver.shown("documents.issue")
    driver.pick("submit")
    people = await driver.shown("sign-in.sample")
    driver.pick(people.actions[0].name)
    await driver.shown("documents.desk")
    if on_paper:
        driver.pick("print")
        await driver.told("documents.printed")
        return
    driver.pick("save")
    await driver.shown("documents.where")
    driver.write(str(folder))
    await driver.until(lambda: _saved(folder, 1), "the sheet")


async def panic(driver: Driver, city: City, started: float) -> Walked:
    """J19: in the middle of anything one key: gone for the others, nothing to be seen here; and back on the plaza."""
    await driver.go_in()
    await driver.until(lambda: city.visit.live.state == "here" or None, "the hub's welcome")
    driver.open("map")
    await driver.shown("map")
    driver.steps = 0
    begun = time.time()
    driver.hide()
    await driver.until(lambda: (driver.ui.hidden and driver.ui.view is None) or None, "a blank screen")
    await driver.until(lambda: not city.visit.live.keeps_line or None, "the line's end")
    seconds, steps = time.time() - begun, driver.steps
    driver.hide()
    await driver.shown("place")
    return Walked((steps,), (seconds,))


JOURNEYS = (
    Journey(1, "guest", "cold start to first useful answer", (2,), (12.0,), first_answer),
    Journey(
        2,
        "citizen",
        "one document: ask, verify once, on the desk, saved; once more",
        (6, 3),
        (60.0, 15.0),
        document,
        NO_KIOSK,
    ),
    Journey(8, "citizen", "who looked at my file; take out all my data", (1, 2), (3.0, 30.0), my_data, NO_KIOSK),
    Journey(9, "checker", "verify a handed document, network unplugged", (2,), (5.0,), check, NO_KIOSK),
    Journey(10, "kiosk user", "language to printed document, touch only", (6,), (75.0,), at_a_kiosk, ("kiosk",)),
    Journey(11, "kiosk user", "walk away: warned at 45 s, wiped at 60 s", (0,), (1.0,), walked_away, ("kiosk",)),
    Journey(12, "elder", "easy mode on the first screen; a document", (1, 8), (180.0, 180.0), elder),
    Journey(13, "elder, child afar", "sit beside me", (2, 2), (30.0, 30.0), sit_beside, NO_KIOSK),
    Journey(14, "blind citizen", "J2 by text twin and speech", (7,), (90.0,), by_ear, ("text",)),
    Journey(15, "deaf citizen", "any counter without voice", (6,), (60.0,), without_voice),
    Journey(16, "foreigner", "change language anywhere; ask in one's own, see both", (1, 2), (1.0, 3.0), foreigner),
    Journey(19, "teenager", "panic key: leave, hide, blank", (1,), (0.2,), panic, NO_KIOSK),
    Journey(24, "moderator", "report, sealed evidence, action, reporter told", (1, 2), (2.0, 2.0), moderate, NO_KIOSK),
    Journey(17, "tourist", "any of 10 attractions with its guide", (2,), (5.0,), attractions, NO_KIOSK),
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
