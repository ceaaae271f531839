"""The copies of places that this node owns."""

import time
from collections.abc import Callable, Iterator

from services.sessions.ground import City
from services.sessions.zone import Zone
from worlds.sessions import rooms


class Zones:
    """The copies of places that this node owns. `capacity` bounds what a tick of one costs, whatever a place holds."""

    def __init__(self, city: City, capacity: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.city = city
        self._capacity, self._clock = capacity, clock
        self._open: dict[str, Zone] = {}

    def __iter__(self) -> Iterator[Zone]:
        return iter(list(self._open.values()))

    def named(self, name: str) -> Zone | None:
        return self._open.get(name)

    def capacity(self, slug: str) -> int:
        """People that one copy of a place holds."""
        return min(self._capacity, self.city[slug].capacity or self._capacity)

    def open(self, slug: str, name: str) -> Zone:
        """A copy that is this node's from now on."""
        capacity, code = self.capacity(slug), rooms.code_in(slug, name)
        seats = min(capacity, rooms.SEATS[code[0]]) if code else capacity
        self._open[name] = Zone(self.city, slug, name, seats, self._clock)
        return self._open[name]

    def drop(self, zone: Zone) -> None:
        """No longer this node's."""
        self._open.pop(zone.name, None)

    def tick(self) -> None:
        """All zones once."""
        for zone in self:
            if zone.people:
                zone.tick()
            else:
                zone.witness.forget(self._clock())

    def presence(self) -> dict[str, int]:
        """How many are on a line in each place."""
        counts = dict.fromkeys(self.city, 0)
        for zone in self:
            counts[zone.slug] += zone.present
        return counts
