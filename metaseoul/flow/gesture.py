"""Gestures: what others see one do, standing where one is."""

import asyncio
from typing import TYPE_CHECKING

from metaseoul.ui.views import Action
from worlds.sessions.wire import Move

if TYPE_CHECKING:
    from metaseoul.visit import Visit

OFFERED = ("wave", "bow", "clap", "point", "sit")
LASTS = {"wave": 4.0, "bow": 3.0, "clap": 4.0, "point": 4.0}
"""Seconds; who sits stays seated until they walk or do something else."""


async def gesture(visit: "Visit") -> None:
    """Asks which, and does it."""
    ui, texts = visit.ui, visit.texts
    name = await ui.choose("gesture", [Action(name, texts(f"gesture.{name}")) for name in OFFERED])
    ui.say("gesture.shown", gesture=texts(f"gesture.{name}"))
    if not ui.act(name, LASTS.get(name)):
        _act(visit, name)
        if name in LASTS:
            asyncio.get_running_loop().call_later(LASTS[name], _act, visit, "idle")


def _act(visit: "Visit", name: str) -> None:
    """Where the hub has one stand: who has no figure of their own does not know it better."""
    me = visit.live.people.get(visit.live.me or 0)
    if me is not None:
        visit.live.move(Move(me.x, me.y, me.heading, name))
