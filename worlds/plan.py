"""The plan of the city: an entry for every place, and every civic room's door where it hangs."""

from dataclasses import dataclass
from functools import partial
from threading import RLock

import msgspec

from worlds.civic import ROOMS
from worlds.entry import Entry
from worlds.room import furnished
from worlds.seoul import (
    cheonggyecheon,
    city_hall,
    city_hall_rooms,
    gwanghwamun_square,
    heritage,
    modern,
    plaza,
    sejong_daero,
)
from worlds.seoul.city_hall_frame import BAYS, DEPTH
from worlds.shape import ESSENTIAL, Gate, Group, Place, Point, Room, Sign

ALIASES = {"lobby": "city-hall", "document-office": "documents"}
"""Other names that people may type."""


HUNG: tuple[Room, ...] = (*ROOMS, *city_hall_rooms.ROOMS)
"""Every room behind a door of the lobby: the civic ones, and those that nobody serves in yet."""


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
    return furnished(room, (x, y - STEP_OUT), 180.0, city_hall.TITLE)


def _lobby() -> Place:
    """The lobby with a gate and a sign for each of its rooms."""
    lobby = city_hall.build()
    gates = tuple(
        Gate(room.slug, doorstep(room.door.bay), 2.0, room.slug, (0.0, -room.size[1] / 2 + 1.6), 0.0, room.title)
        for room in HUNG
        if room.door.place == lobby.slug
    )
    signs = tuple(
        Sign(f"sign-{gate.name}", (gate.at[0], DEPTH / 2 - 0.22, 2.9), (2.2, 0.4), gate.title, "seoul_blue", "white")
        for gate in gates
    )
    parts = (*lobby.parts, Group("door-signs", (0, 0, 0), signs, ESSENTIAL))
    return msgspec.structs.replace(lobby, gates=lobby.gates + gates, parts=parts)


ENTRIES: tuple[Entry, ...] = (
    plaza.ENTRY,
    cheonggyecheon.ENTRY,
    gwanghwamun_square.ENTRY,
    sejong_daero.ENTRY,
    msgspec.structs.replace(city_hall.ENTRY, build=_lobby),
    *city_hall_rooms.ENTRIES,
    *heritage.ENTRIES,
    *modern.ENTRIES,
    *(Entry(room.slug, room.title, room.text, partial(_room, room), inside=room.door.place) for room in HUNG),
)
"""Every place of the city: the plaza first, the civic rooms last."""

_BUILT: dict[str, Place] = {}
_BUILDING = RLock()


def entry(slug: str) -> Entry:
    """The entry of a slug or alias; raises UnknownPlace."""
    wanted = ALIASES.get(slug, slug)
    for candidate in ENTRIES:
        if candidate.slug == wanted:
            return candidate
    raise UnknownPlace(slug)


def place(slug: str) -> Place:
    """The place of a slug or alias, the same value each time; raises UnknownPlace."""
    known = entry(slug)
    with _BUILDING:
        if known.slug not in _BUILT:
            _BUILT[known.slug] = known.build()
        return _BUILT[known.slug]


def places() -> tuple[Place, ...]:
    """Every place, built: for those who look at the whole city."""
    return tuple(place(known.slug) for known in ENTRIES)


def built() -> tuple[Place, ...]:
    """The places that somebody went to so far."""
    with _BUILDING:
        return tuple(_BUILT.values())


def renew(edited: Place) -> None:
    """From now on a place of the plan is, and is called, as it was edited."""
    global ENTRIES
    with _BUILDING:
        _BUILT[edited.slug] = edited
        ENTRIES = tuple(
            msgspec.structs.replace(known, title=edited.title, text=edited.text) if known.slug == edited.slug else known
            for known in ENTRIES
        )


def add(entry: Entry) -> None:
    """A further place joins the plan; one of the same slug makes way for it."""
    global ENTRIES
    with _BUILDING:
        _BUILT.pop(entry.slug, None)
        ENTRIES = (*(known for known in ENTRIES if known.slug != entry.slug), entry)


def tree(where: Place) -> tuple[Node, ...]:
    """Every named node of a place: clusters first, then gates, then anchors."""
    clusters = tuple(Node(part.name, "cluster", part.at, part.turn) for part in where.parts)
    gates = tuple(Node(gate.name, "gate", gate.at, 0.0) for gate in where.gates)
    anchors = tuple(Node(anchor.name, "anchor", anchor.at, anchor.facing) for anchor in where.anchors)
    return clusters + gates + anchors
