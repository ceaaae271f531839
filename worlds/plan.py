"""The plan of the city: every place by its slug, and every civic room's door where it hangs."""

from dataclasses import dataclass

import msgspec

from worlds.civic import ROOMS
from worlds.room import furnished
from worlds.seoul.city_hall import CITY_HALL
from worlds.seoul.city_hall_frame import BAYS, DEPTH
from worlds.seoul.plaza import PLAZA
from worlds.shape import ESSENTIAL, Gate, Group, Place, Point, Room, Sign

ALIASES = {"lobby": "city-hall", "document-office": "documents"}
"""Other names that people may type."""


class UnknownPlace(LookupError):
    """There is no place of that slug."""


STEP_OUT = 2.4
"""Metres before its door at which one stands after leaving a room: clear of the lobby's columns."""


@dataclass(frozen=True)
class Node:
    """One named thing of a place, as it stands in it: a cluster, a gate or an anchor."""

    name: str
    kind: str
    at: Point
    turn: float


def doorstep(bay: int) -> Point:
    """Where in the lobby the door of a bay is."""
    return (BAYS[bay - 1], DEPTH / 2 - 0.9, 0.0)


def _room(room: Room) -> Place:
    x, y, _ = doorstep(room.door.bay)
    return furnished(room, (x, y - STEP_OUT), 180.0, CITY_HALL.title)


def _lobby() -> Place:
    """The lobby with a gate and a sign for each of its rooms."""
    gates = tuple(
        Gate(room.slug, doorstep(room.door.bay), 2.0, room.slug, (0.0, -room.size[1] / 2 + 1.6), 0.0, room.title)
        for room in ROOMS
        if room.door.place == CITY_HALL.slug
    )
    signs = tuple(
        Sign(f"sign-{gate.name}", (gate.at[0], DEPTH / 2 - 0.22, 2.9), (2.2, 0.4), gate.title, "seoul_blue", "white")
        for gate in gates
    )
    parts = (*CITY_HALL.parts, Group("door-signs", (0, 0, 0), signs, ESSENTIAL))
    return msgspec.structs.replace(CITY_HALL, gates=CITY_HALL.gates + gates, parts=parts)


PLACES: tuple[Place, ...] = (PLAZA, _lobby(), *(_room(room) for room in ROOMS))


def place(slug: str) -> Place:
    """The place of a slug or alias; raises UnknownPlace."""
    wanted = ALIASES.get(slug, slug)
    for candidate in PLACES:
        if candidate.slug == wanted:
            return candidate
    raise UnknownPlace(slug)


def tree(where: Place) -> tuple[Node, ...]:
    """Every named node of a place: clusters first, then gates, then anchors."""
    clusters = tuple(Node(part.name, "cluster", part.at, part.turn) for part in where.parts)
    gates = tuple(Node(gate.name, "gate", gate.at, 0.0) for gate in where.gates)
    anchors = tuple(Node(anchor.name, "anchor", anchor.at, anchor.facing) for anchor in where.anchors)
    return clusters + gates + anchors
