"""The protocol before this one, still served: its one message that reads differently.

Protocol 1 has no frame of moves: whoever moved is told each tick in a MessagePack map, and stands still between two.
"""

from collections.abc import Iterable

import msgspec

from worlds.sessions.wire import Person


class Moved(msgspec.Struct, frozen=True, tag="moved"):
    """All who moved in this tick: (number, x, y, heading, gesture)."""

    people: tuple[tuple[int, float, float, float, str], ...]


_encoder = msgspec.msgpack.Encoder()


def moved(people: Iterable[Person]) -> bytes:
    """One frame."""
    return _encoder.encode(Moved(tuple((one.number, one.x, one.y, one.heading, one.gesture) for one in people)))
