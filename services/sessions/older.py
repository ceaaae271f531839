"""The protocol before this one, still served: its messages that read differently.

Protocol 1 has no frame of moves: whoever moved is told each tick in a MessagePack map, and stands still between two.
Whoever is near for the first time is told one by one, with where they are.
"""

from collections.abc import Iterable

import msgspec

from worlds.sessions.wire import Person


class Moved(msgspec.Struct, frozen=True, tag="moved"):
    """All who moved in this tick: (number, x, y, heading, gesture)."""

    people: tuple[tuple[int, float, float, float, str], ...]


class Entered(msgspec.Struct, frozen=True, tag="entered"):
    """Someone is near for the first time."""

    person: Person


_encoder = msgspec.msgpack.Encoder()


def moved(people: Iterable[Person]) -> bytes:
    """One frame of moves."""
    return _encoder.encode(Moved(tuple((one.number, one.x, one.y, one.heading, one.gesture) for one in people)))


def entered(person: Person) -> bytes:
    """One frame of somebody new."""
    return _encoder.encode(Entered(person))
