"""Gestures: what others see one do, standing where one is, or sitting on a seat near by."""

import asyncio
from math import inf
from typing import TYPE_CHECKING

from metaseoul.ui.views import Action
from worlds.seats import nearest_free, seats_of
from worlds.sessions.wire import Move

if TYPE_CHECKING:
    from metaseoul.visit import Visit

OFFERED = ("wave", "bow", "clap", "point", "sit")
LASTS = {"wave": 4.0, "bow": 3.0, "clap": 4.0, "point": 4.0}
"""Seconds; who sits stays seated until they walk or do something else."""
NEAR = 6.0
"""Metres to a seat that one who walks sits down on; farther off, one sits where one is. In words any seat is near."""


async def gesture(visit: "Visit") -> None:
    """Asks which, and does it."""
    ui, texts = visit.ui, visit.texts
    offered = ("stand", *OFFERED) if visit.seat is not None and ui.mode == "text" else OFFERED
    name = await ui.choose("gesture", [Action(name, texts(f"gesture.{name}")) for name in offered])
    if name == "stand":
        _rise(visit)
    elif name != "sit" or not await _on_seat(visit):
        ui.say("gesture.shown", gesture=texts(f"gesture.{name}"))
        if not ui.act(name, LASTS.get(name)):
            _act(visit, name)
            if name in LASTS:
                asyncio.get_running_loop().call_later(LASTS[name], _act, visit, "idle")


async def _on_seat(visit: "Visit") -> bool:
    """Sits down on the nearest seat that is free; False: there is none, or one's place is not known."""
    live, place = visit.live, visit.place
    if live.at is None or live.place != place.slug:
        return False
    await asyncio.to_thread(seats_of, place)
    others = [one for number, one in live.people.items() if number != live.me]
    name = nearest_free(place, live.at, others, NEAR if visit.ui.mode == "window" else inf)
    if name is None:
        return False
    visit.ui.say("gesture.seated")
    live.enter(place.slug, name, live.zone)
    return True


def _rise(visit: "Visit") -> None:
    """Stands before the seat."""
    if visit.seat is not None:
        visit.live.move(Move(*visit.seat.before, visit.seat.facing))
        visit.seat = None
        visit.ui.say("gesture.risen")


def _act(visit: "Visit", name: str) -> None:
    """Where the hub has one stand: who has no figure of their own does not know it better."""
    me = visit.live.people.get(visit.live.me or 0)
    if me is not None:
        visit.live.move(Move(me.x, me.y, me.heading, name))
