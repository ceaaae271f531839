"""A live copy of a place, by its name: of what it is one of several, how many it holds, how an operator reads it."""

from worlds.sessions import rooms

SPARE = 10
"""Places beyond a copy's capacity, for those who come to a friend or come back."""


class Copy:
    """One copy of the place `slug`."""

    def __init__(self, slug: str, name: str, capacity: int) -> None:
        self.slug, self.name, self.capacity = slug, name, capacity

    @property
    def series(self) -> str:
        """What it is one of several copies of: the place, or a room in it."""
        return rooms.series(self.slug, self.name)

    @property
    def title(self) -> str:
        """Its name, as an operator may read it."""
        return rooms.masked(self.slug, self.name)

    @property
    def spare(self) -> int:
        """How many it holds beyond its capacity, who come to a friend or come back."""
        return spare(self.slug, self.name)


def spare(slug: str, name: str) -> int:
    """Places beyond the capacity of a copy: none in a room, whose seats are told."""
    return 0 if rooms.code_in(slug, name) else SPARE
