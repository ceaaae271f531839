"""An entry of the plan: a place as a map names it, and how it is put together when somebody first goes there."""

from collections.abc import Callable

import msgspec

from worlds.shape import Place, Point, Words


class Entry(msgspec.Struct, frozen=True):
    """One place of the city before it is built; title and text are those of the place."""

    slug: str
    title: Words
    text: Words
    build: Callable[[], Place]
    origin: Point = (0.0, 0.0, 0.0)
    """Metres east, north, up of 37.5665 N 126.9780 E."""
    inside: str = ""
    """The place that it is a room of; empty: it stands in the city by itself."""
