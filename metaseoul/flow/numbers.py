"""The city in numbers: who is where now, and what the last days were like. Everybody may know how full it is."""

from typing import TYPE_CHECKING

from metaseoul.ui.views import Action, Bar, Chart, View
from worlds import plan
from worlds.numbers import Day, Numbers

if TYPE_CHECKING:
    from metaseoul.visit import Visit


async def numbers(visit: "Visit") -> None:
    """Shows it until it is closed. Raises Back, Refusal."""
    ui, texts = visit.ui, visit.texts
    told = await visit.link.get("/numbers", Numbers)

    def people(slug: str, count: int) -> Bar:
        return Bar(texts.of(plan.entry(slug).title), count, texts("numbers.people", count=count))

    def days(kind: str, counts: list[tuple[Day, int]]) -> Chart:
        bars = tuple(Bar(texts.day(day.day), count, texts("numbers.count", count=count)) for day, count in counts)
        return Chart("columns", texts(f"numbers.{kind}"), bars)

    known = {entry.slug for entry in plan.ENTRIES}
    busy = sorted((pair for pair in told.here.items() if pair[1] and pair[0] in known), key=lambda pair: -pair[1])
    here = (Chart("bars", texts("numbers.here"), tuple(people(*pair) for pair in busy)),) if busy else ()
    charts = (
        *here,
        days("visits", [(day, day.visits) for day in told.days]),
        days("documents", [(day, day.documents) for day in told.days]),
    )
    body = (texts("numbers.note"),) if busy else (texts("numbers.note"), texts("numbers.nobody"))
    done = Action("done", texts("guide.done"))
    await ui.ask(View("numbers", "panel", texts("visit.numbers"), body, (done,), charts=charts))
