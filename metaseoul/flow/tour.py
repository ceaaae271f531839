"""The city tour bus: board, ride from stop to stop with what is told there, alight where one likes."""

import asyncio
from collections.abc import Iterator
from itertools import cycle, pairwise
from typing import TYPE_CHECKING

from metaseoul.ui.views import Action, View
from worlds import plan
from worlds.seoul.relief.scale import scaled
from worlds.seoul.relief.terrain import grounds
from worlds.seoul.tour import COURSES, Course, Stop
from worlds.shape import Point

if TYPE_CHECKING:
    from metaseoul.visit import Visit

FROM_ABOVE = "seoul"
"""The place over which the bus is seen to go."""
READ = 0.06
"""Seconds that a letter of what is told takes to be heard, before the bus goes on by itself."""
STRIDE = 250.0
"""Metres between two points of the way over the hills."""


class Onward(Exception):
    """What was told is told: the bus goes on."""


async def tour(visit: "Visit") -> None:
    """From the choice of a course until one alights. Raises Back when one steps off without a place."""
    ui, texts = visit.ui, visit.texts
    boarded = visit.place.slug
    chosen = await ui.choose("tour", [Action(course.slug, texts.of(course.name)) for course in COURSES])
    course = next(course for course in COURSES if course.slug == chosen)
    above = plan.place(FROM_ABOVE)
    await visit.enter(above, above.spawn[:2], above.spawn[2])
    try:
        stop = await _ride(visit, course, boarded)
    finally:
        ui.ride(())
    alighted = plan.place(stop.place)
    await visit.enter(alighted, alighted.spawn[:2], alighted.spawn[2])


async def _ride(visit: "Visit", course: Course, boarded: str) -> Stop:
    """Round and round, until someone alights."""
    seconds = 0.0
    for before, stop, after in _halts(course, boarded):
        if before is not None:
            seconds = visit.ui.ride(way(before, stop))
        if await _halt(visit, stop, after, seconds):
            return stop
    raise AssertionError("a round has no end")


def _halts(course: Course, boarded: str) -> Iterator[tuple[Stop | None, Stop, Stop]]:
    """Each stop with the one before it and the one after."""
    round_ = cycle(course.from_(boarded))
    before: Stop | None = None
    for stop, after in pairwise(round_):
        yield before, stop, after
        before = stop


async def _halt(visit: "Visit", stop: Stop, after: Stop, seconds: float) -> bool:
    """One stop, told; whether the citizen alights. In a window the bus goes on by itself."""
    ui, texts = visit.ui, visit.texts
    told = texts.of(stop.told) if stop.told else texts.of(plan.entry(stop.place).text)
    following = texts("tour.next", stop=texts.of(after.name))
    alight = [Action("alight", texts("tour.alight", stop=texts.of(stop.name)))] if stop.place else []
    view = View(
        "tour.stop",
        "panel",
        texts("tour.stop", stop=texts.of(stop.name)),
        (told,),
        (*alight, Action("next", following)),
    )
    waiting = None
    if ui.mode == "window":
        delay = seconds + 4.0 + READ * len(told)
        waiting = asyncio.get_running_loop().call_later(delay, ui.interrupt, Onward())
    try:
        return (await ui.ask(view)).action == "alight"
    except Onward:
        return False
    finally:
        if waiting is not None:
            waiting.cancel()


def way(start: Stop, end: Stop) -> tuple[Point, ...]:
    """The way over the relief between two stops, on its ground; the relief's own metres."""
    count = max(2, int(((end.at[0] - start.at[0]) ** 2 + (end.at[1] - start.at[1]) ** 2) ** 0.5 / STRIDE) + 1)
    shares = [number / (count - 1) for number in range(count)]
    points = [
        (start.at[0] + (end.at[0] - start.at[0]) * share, start.at[1] + (end.at[1] - start.at[1]) * share)
        for share in shares
    ]
    return tuple((*scaled(*point), z) for point, z in zip(points, grounds(points), strict=True))
