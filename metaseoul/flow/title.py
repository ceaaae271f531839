"""The first screen: what one needs, in words; or the city; in one's own language, and in letters of one's size."""

from typing import TYPE_CHECKING

from metaseoul.texts import LANGUAGES, OWN_NAMES
from metaseoul.ui.views import Action, View
from worlds.civic import ROOMS

if TYPE_CHECKING:
    from metaseoul.visit import Visit

BEFORE = ("guide", "easy")
"""What one may want before going in."""


async def title(visit: "Visit") -> None:
    """Until one goes in. Raises Found when they say at once what they need."""
    while (chosen := (await visit.ui.ask(view_of(visit))).action) != "enter":
        if chosen in LANGUAGES:
            visit.speak(chosen)
        else:
            await visit.do(chosen)
            if chosen not in BEFORE:
                return


def view_of(visit: "Visit") -> View:
    """The first screen as a view."""
    texts = visit.texts
    actions = [Action("enter", texts("title.enter", place=texts.of(visit.place.title)))]
    actions += [
        Action(f"to:{room.slug}.{anchor.opens}", texts(f"{room.slug}.{anchor.opens}"))
        for room in ROOMS
        for anchor in room.anchors
        if anchor.opens != "find"
    ]
    actions += [Action(name, texts(f"visit.{name}")) for name in BEFORE]
    actions += [Action(language, OWN_NAMES[language]) for language in LANGUAGES if language != texts.language]
    body = (texts("title.about"),)
    return View("title", "panel", texts("city.name"), body, tuple(actions), back=False, wish=True, accent=True)
