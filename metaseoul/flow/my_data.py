"""My data: who looked at my file, all of it to take away, and its end."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from metaseoul import clock
from metaseoul.faults import Refusal
from metaseoul.flow.guardian import guardian
from metaseoul.folders import documents_folder, kept
from metaseoul.ui import Back
from metaseoul.ui.views import Action
from worlds.my_data import Erased, Look

if TYPE_CHECKING:
    from metaseoul.visit import Visit

SHOWN = 10
"""Looks that are shown at once."""
NUMBERED = ("document.issued", "document.fetched")
"""Acts that are about a document, which is told."""


async def my_data(visit: "Visit") -> None:
    """Shows the looks, and what can be done with all of it, until one goes back. Raises Back, Refusal."""
    ui, texts = visit.ui, visit.texts
    first = 0
    while True:
        looks = await visit.identified(lambda: visit.link.get("/my-data/looks", tuple[Look, ...]))
        actions = [] if visit.kiosk else [Action("take", texts("my-data.take"))]
        actions.append(Action("erase", texts("my-data.erase")))
        actions.append(Action("guardian", texts("guardian")))
        if first + SHOWN < len(looks):
            actions.append(Action("older", texts("my-data.older")))
        match await ui.choose("my-data", actions, body=_told(visit, looks, first)):
            case "take":
                await _take(visit)
            case "guardian":
                await guardian(visit)
            case "older":
                first += SHOWN
            case "erase" if await _erased(visit):
                return


def _told(visit: "Visit", looks: Sequence[Look], first: int) -> tuple[str, ...]:
    texts = visit.texts
    if not looks:
        return (texts("my-data.none"),)
    lines = []
    for look in looks[first : first + SHOWN]:
        who = look.name or texts(f"my-data.who.{look.who}")
        act = texts(f"my-data.act.{look.act}")
        when = datetime.fromisoformat(look.at)
        about = f" ({look.about})" if look.act in NUMBERED else ""
        lines.append(texts("my-data.look", when=when, who=who, act=act, about=about))
    return (texts("my-data.count", count=len(looks)), *lines)


async def _take(visit: "Visit") -> None:
    """All of it in one file, where the citizen keeps documents."""
    habits, texts = visit.preferences, visit.texts
    with visit.ui.busy("my-data.taking"):
        file = await visit.link.fetch("/my-data")
    folder = Path(habits.save_folder) if habits.save_folder else documents_folder()
    name = f"{texts('my-data.file')}-{clock.now():%Y%m%d-%H%M}.zip"
    try:
        path = await asyncio.to_thread(kept, folder, name, file)
    except OSError as error:
        raise Refusal("documents.not-saved", folder=str(folder)) from error
    visit.ui.say("documents.saved", file=str(path))


async def _erased(visit: "Visit") -> bool:
    """Asked once more, then done: the visit is a guest's again."""
    ui, texts = visit.ui, visit.texts
    try:
        await ui.choose("my-data.sure", [Action("erase", texts("my-data.erase"))], body=(texts("my-data.sure.note"),))
    except Back:
        return False
    erased = await visit.link.delete("/my-data", Erased)
    visit.link.forget()
    visit.session = None
    ui.say("my-file.erased")
    for one in erased.remains:
        ui.say(f"my-data.remains.{one.what}", count=one.count)
    await visit.join()
    visit.live.renew(visit.place.slug)
    return True
