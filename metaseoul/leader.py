"""The guide's own figure: an angel that goes before one, waits for who stays behind, and is there when they arrive."""

from collections.abc import Sequence
from math import atan2, cos, degrees, dist, hypot, inf, radians, sin

from metaseoul.crowd import Figures
from worlds.avatar.wardrobe import GUIDE
from worlds.sessions.wire import RUNNING, WALKING
from worlds.shape import Spot
from worlds.walk import WalkMap

NUMBER = -1
"""Under which it is drawn: the hub counts from 1, oneself is 0."""
BEFORE, WAITS = 2.2, 4.5
"""Metres that it is ahead of who walks; from which on it waits for who does not."""
LOST = 20.0
"""Metres off from which on it is out of sight for who went another way."""
THERE = 2.5
"""Metres from the end of the way at which one is there."""
HASTE = 1.5
"""Times as fast as who follows, until it is ahead of them."""
FAREWELL = 8.0
"""Seconds that it stays with who has come there."""
GREETING = 2.5
"""Seconds that it waves to who calls it."""
ASIDE = 1.1
"""Metres beside the way."""
FLIGHT = 9.0
"""Metres a second at which it goes there at most."""
HOVER, SWAY = 0.22, 0.05
"""Metres over the ground, and up and down."""


class Leader:
    """`update` once a frame, from `set_off` until it says that one is there, or until `rest`."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._ground: WalkMap | None = None
        self._way: list[Spot] = []
        self._heading = 0.0
        self._stays, self._greets = FAREWELL, 0.0
        self.x, self.y = 0.0, 0.0
        self._seen: Spot = (0.0, 0.0)
        """Where it is seen: beside that."""
        self._forth = 0.0
        """Where it last went, in degrees."""
        self._before: Spot = (0.0, 0.0)
        """Where who follows was a frame ago."""
        self.lost = False
        """Whether they went another way, and it should come to them."""

    @property
    def is_seen(self) -> bool:
        """Whether it is anywhere: it leads, or stands before one."""
        return self._ground is not None

    def set_off(self, ground: WalkMap, at: Spot, way: Sequence[Spot]) -> None:
        """Along a way (corner points, the goal last) from where one stands."""
        self._ground, self._way, self._stays, self._greets = ground, list(way), FAREWELL, 0.0
        self.x, self.y = self._before = at
        self._go(BEFORE)
        self._seen, self._forth = (self.x, self.y), self._heading

    def attend(self, ground: WalkMap, at: Spot) -> None:
        """It stands there and speaks, until it rests."""
        self._ground, self._way, self._stays = ground, [], inf
        self.x, self.y = self._seen = at
        self._greets = GREETING

    def rest(self) -> None:
        """It is seen no longer."""
        if self._ground is not None:
            self._figures.remove(NUMBER)
        self._ground = None

    def update(self, seconds: float, now: float, one: Spot) -> bool:
        """One frame, for one who stands at `one`; True when they have come to the end of the way."""
        if self._ground is None:
            return False
        apart = hypot(self.x - one[0], self.y - one[1])
        behind = bool(self._way) and dist(one, self._way[0]) < dist((self.x, self.y), self._way[0])
        self.lost = bool(self._way) and apart > LOST
        waits = not self._way or (apart > WAITS and not behind)
        if waits:
            self._heading = degrees(atan2(self.x - one[0], one[1] - self.y))
        else:
            pace = max(WALKING, dist(one, self._before) / max(seconds, 1e-6))
            self._go(seconds * min(pace, RUNNING) * (HASTE if behind or apart < BEFORE else 1.0))
            self._forth = self._heading
        self._before = one
        if self._stays < inf:
            self._float(self._ground, seconds)
        x, y = self._seen
        z = float(self._ground.height_at(x, y)) + HOVER + SWAY * sin(2.0 * now)
        self._greets = max(0.0, self._greets - seconds)
        waves = waits and (bool(self._way) or self._greets > 0)
        gesture = "wave" if waves else "point" if waits and self._stays < inf else "idle"
        self._figures.put(NUMBER, GUIDE, x, y, z, self._heading, gesture, now)
        there = not self._way and (apart < THERE or self._stays < FAREWELL)
        if there:
            self._stays -= seconds
            if self._stays <= 0:
                self.rest()
        return there

    def _float(self, ground: WalkMap, seconds: float) -> None:
        """Beside the way where there is room: who follows sees it past their own back."""
        turn = radians(self._forth)
        beside = (self.x + ASIDE * cos(turn), self.y + ASIDE * sin(turn))
        to_x, to_y = beside if ground.free(*beside) else (self.x, self.y)
        (x, y), left = self._seen, dist(self._seen, (to_x, to_y))
        share = min(1.0, FLIGHT * seconds / left) if left > 1e-6 else 1.0
        self._seen = (x + (to_x - x) * share, y + (to_y - y) * share)

    def _go(self, far: float) -> None:
        while self._way and far > 0:
            to_x, to_y = self._way[0]
            left = hypot(to_x - self.x, to_y - self.y)
            if left > 1e-6:
                self._heading = degrees(atan2(self.x - to_x, to_y - self.y))
            if left > far:
                self.x += (to_x - self.x) * far / left
                self.y += (to_y - self.y) * far / left
                return
            self.x, self.y = to_x, to_y
            self._way.pop(0)
            far -= left
