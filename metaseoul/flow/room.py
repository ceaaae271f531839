"""A room to oneself: the place one is in, for those who know the code. Two may talk there, or a hundred confer."""

from typing import TYPE_CHECKING

from metaseoul.faults import Refusal
from metaseoul.ui.views import Action
from worlds.sessions import rooms

if TYPE_CHECKING:
    from metaseoul.visit import Visit

KINDS = {"two": "d", "conference": "c"}


async def room(visit: "Visit") -> None:
    """Opens a room, goes into one by its code, or leaves it."""
    ui, texts, live = visit.ui, visit.texts, visit.live
    if live.state != "here":
        raise Refusal("link.unreachable", url=visit.link.url)
    code = rooms.code_in(live.place, live.zone)
    if code:
        ui.say("room.here", code=rooms.shown(code))
    names = ("leave",) if code else tuple(KINDS)
    chosen = await ui.choose("room", [Action(name, texts(f"room.{name}")) for name in (*names, "code")])
    match chosen:
        case "leave":
            live.enter(live.place)
        case "code":
            typed = rooms.code_of(await ui.line("room.code.line"))
            if typed is None:
                raise Refusal("room.no-code")
            live.enter(live.place, zone=rooms.room(live.place, typed))
        case kind:
            code = rooms.new_code(KINDS[kind])
            live.enter(live.place, zone=rooms.room(live.place, code))
            ui.say("room.open", code=rooms.shown(code), seats=rooms.SEATS[code[0]])
