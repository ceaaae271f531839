"""Zones: live copies of a place, and who is in them. Everyone in a zone hears of everyone else in it."""

import itertools
import math
from collections.abc import Iterable

from services.office import Visitor
from services.sessions.ground import City, Ground
from services.sessions.judge import Reach
from services.sessions.line import Line, Place
from worlds.sessions.wire import Crowd, Entered, Heard, Left, Moved, Person, encoder

CROWDED = 100
"""People in one copy of a place; the next one opens another copy. Bounds what a tick costs and what one can see."""
ELBOW = 1.0
"""Metres kept free around where someone arrives."""


class Walker:
    """One citizen in a zone, as the hub holds it."""

    def __init__(self, number: int, visitor: Visitor, line: Line) -> None:
        self.number, self.session, self.name, self.look = number, visitor.session, visitor.name, visitor.look
        self.x = self.y = self.heading = 0.0
        self.gesture = "idle"
        self.reach = Reach()
        self.spoke: tuple[float, ...] = ()
        self.zone: Zone | None = None
        self.line = line

    def person(self) -> Person:
        """As others see them."""
        return Person(self.number, self.name, self.x, self.y, self.heading, self.gesture, self.look)

    def stand(self, x: float, y: float, heading: float, gesture: str = "idle") -> None:
        """Be there: centimetres and whole degrees are what others need."""
        self.x, self.y, self.heading, self.gesture = round(x, 2), round(y, 2), round(heading, 1), gesture

    def is_near(self, other: "Walker", metres: float) -> bool:
        return math.hypot(self.x - other.x, self.y - other.y) <= metres


class Zone:
    """One live copy of a place."""

    def __init__(self, city: City, slug: str, copy: int) -> None:
        self._city, self._slug, self.name = city, slug, f"{slug}-{copy}"
        self.people: dict[int, Walker] = {}
        self._changed: set[int] = set()

    @property
    def ground(self) -> Ground:
        """The place as it is now."""
        return self._city[self._slug]

    def enter(self, walker: Walker) -> None:
        """Someone arrives: they hear who is here, all others hear of them."""
        self.tell(Entered(walker.person()))
        self.people[walker.number] = walker
        walker.zone = self
        walker.line.tell(Crowd(tuple(one.person() for one in self.people.values())))

    def leave(self, walker: Walker) -> None:
        """Someone is gone."""
        if self.people.pop(walker.number, None):
            self._changed.discard(walker.number)
            walker.zone = None
            self.tell(Left(walker.number))

    def moved(self, walker: Walker) -> None:
        """To be told at the next tick."""
        self._changed.add(walker.number)

    def tell(self, event: Heard, among: Iterable[Walker] | None = None) -> None:
        """One word to all, or to some, encoded once."""
        frame = encoder.encode(event)
        for walker in self.people.values() if among is None else among:
            walker.line.tell_frame(frame)

    def tick(self) -> None:
        """One frame of all who moved, encoded once; whoever stands still costs nothing."""
        if not self._changed:
            return
        changed, self._changed = self._changed, set()
        frame = encoder.encode(Moved(self.where(changed)))
        for walker in self.people.values():
            walker.line.tell_moved(changed, frame, self.where)

    def where(self, numbers: Iterable[int]) -> tuple[Place, ...]:
        """Where these stand now; who left is left out."""
        here = (self.people[number] for number in numbers if number in self.people)
        return tuple((one.number, one.x, one.y, one.heading, one.gesture) for one in here)

    def taken(self, x: float, y: float) -> bool:
        """Someone stands within an elbow's reach."""
        return any(math.hypot(one.x - x, one.y - y) < ELBOW for one in self.people.values())


class Zones:
    """All live copies of all places."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._open: dict[str, list[Zone]] = {slug: [] for slug in city}

    def with_room(self, slug: str) -> Zone:
        """The fullest copy that still has room, so that people meet; a new one when all are full."""
        copies = self._open[slug]
        roomy = [zone for zone in copies if len(zone.people) < CROWDED]
        if roomy:
            return max(roomy, key=lambda zone: len(zone.people))
        used = {zone.name for zone in copies}
        fresh = (Zone(self.city, slug, copy) for copy in itertools.count(1))
        zone = next(zone for zone in fresh if zone.name not in used)
        copies.append(zone)
        return zone

    def tick(self) -> None:
        """All zones once; an empty copy closes."""
        for slug, copies in self._open.items():
            for zone in copies:
                zone.tick()
            self._open[slug] = [zone for zone in copies if zone.people]

    def presence(self) -> dict[str, int]:
        """How many are in each place."""
        return {slug: sum(len(zone.people) for zone in copies) for slug, copies in self._open.items()}
