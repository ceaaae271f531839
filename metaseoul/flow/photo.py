"""Photo mode: what is seen now, in a frame with the place and the day, among the citizen's own pictures."""

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from metaseoul import clock
from metaseoul.folders import pictures_folder
from metaseoul.ui.views import Action

if TYPE_CHECKING:
    from metaseoul.visit import Visit

FRAMES = ("paper", "hanok", "night")
"""The frames there are, by the names of their texts."""


async def photo(visit: "Visit") -> None:
    """Takes one picture and says where it lies. Raises Refusal when it cannot be taken or kept."""
    ui, texts = visit.ui, visit.texts
    frame = await ui.choose("photo", [Action(name, texts(f"photo.{name}")) for name in FRAMES])
    now = clock.now()
    file = pictures_folder() / f"seoul-{visit.place.slug}-{now:%Y%m%d-%H%M%S}.png"
    with tempfile.TemporaryDirectory() as folder, ui.busy("photo.taking"):
        raw = Path(folder) / "raw.png"
        await ui.photograph(visit.place, raw)
        from metaseoul.stage.photograph import framed  # draws: not loaded for those who never take a picture

        title = texts.of(visit.place.title)
        day = texts("photo.day", day=now.date())
        await asyncio.to_thread(framed, raw, file, frame, title, day)
    ui.say("photo.taken", file=str(file))
