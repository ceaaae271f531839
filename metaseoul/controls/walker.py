"""One citizen on foot: where they stand on the walk map, which way they look, and what their body does."""

from itertools import pairwise
from math import atan2, cos, degrees, hypot, inf, radians, sin

from worlds.seats import Seat
from worlds.sessions.wire import RUNNING, WALKING
from worlds.shape import Point, Spot
from worlds.walk import WalkMap, path

TURN = 540.0
"""Degrees a second that a body turns."""


class Walker:
    """Moves by a wished direction, or along a path; never through what stands in the way."""

    def __init__(self, ground: WalkMap, at: Spot, heading: float) -> None:
        self.ground = ground
        self.x, self.y = at
        self.heading = heading
        self.gesture = "idle"
        self._act: tuple[str, float] | None = None
        """What is done while standing, and for how many seconds still."""
        self._seat: Seat | None = None
        """Where one sits; nobody can stand there."""
        self._path: list[Spot] = []
        self._wishes = 0
        """How often something was wished: a way that is found later than the next wish is not taken."""

    @property
    def z(self) -> float:
        return float(self.ground.height_at(self.x, self.y))

    @property
    def body(self) -> Point:
        """Where the body is."""
        return (self.x, self.y, self.z)

    @property
    def on_the_way(self) -> bool:
        return bool(self._path)

    def go_to(self, goal: Spot) -> bool:
        """Walks there by itself; False when there is no way, or something else was wished meanwhile. A long way takes a
        moment to find: it may be asked for on a thread."""
        self._rise()
        self._wishes += 1
        wish = self._wishes
        while True:
            found = path(self.ground, (self.x, self.y), goal)
            if wish != self._wishes:
                return False
            if not found or self.ground.line_is_free((self.x, self.y), found[0]):
                self._path = found
                return bool(found)

    def act(self, gesture: str, seconds: float | None) -> None:
        """Stops, and does this for so long; None: until one walks."""
        self.stop()
        self._rise()
        self._act = gesture, inf if seconds is None else seconds

    def stop(self) -> None:
        self._wishes += 1
        self._path = []

    def stand(self, x: float, y: float) -> None:
        """At once there, as the hub says."""
        self.stop()
        self._seat = None
        self.x, self.y = x, y

    def sit(self, seat: Seat) -> None:
        """On a seat, until one walks or does something else."""
        self.stop()
        self._seat, self._act = seat, ("sit", inf)
        self.x, self.y, self.heading = seat.x, seat.y, (seat.facing + 180) % 360 - 180

    def _rise(self) -> None:
        """Before the seat, if one sat."""
        if self._seat is not None:
            (self.x, self.y), self._seat = self._seat.before, None

    def update(self, seconds: float, direction: float | None, run: bool) -> None:
        """One frame: `direction` in degrees (0 = +y, counter-clockwise) that keys or stick wish, None for none."""
        speed = RUNNING if run else WALKING
        if direction is not None:
            self.stop()
            self._rise()
            self._turn_to(direction, seconds)
            self._step(direction, speed * seconds)
        elif self._path:
            speed = RUNNING if self._left() > 6 else WALKING
            self._follow(speed * seconds, seconds)
        moving = direction is not None or bool(self._path)
        if self._act is not None:
            gesture, left = self._act
            self._act = None if moving or left <= seconds else (gesture, left - seconds)
        standing = self._act[0] if self._act else "idle"
        self.gesture = ("run" if speed == RUNNING else "walk") if moving else standing

    def _follow(self, length: float, seconds: float) -> None:
        while self._path and length > 0:
            x, y = self._path[0]
            far = hypot(x - self.x, y - self.y)
            if far <= length:
                self.x, self.y = x, y
                self._path.pop(0)
                length -= far
                continue
            direction = degrees(atan2(self.x - x, y - self.y))
            self._turn_to(direction, seconds)
            self.x += (x - self.x) / far * length
            self.y += (y - self.y) / far * length
            length = 0

    def _left(self) -> float:
        points = [(self.x, self.y), *self._path]
        return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))

    def _step(self, direction: float, length: float) -> None:
        """Straight on, or along the wall that is in the way."""
        angle = radians(direction)
        dx, dy = -sin(angle) * length, cos(angle) * length
        for x, y in ((self.x + dx, self.y + dy), (self.x + dx, self.y), (self.x, self.y + dy)):
            if self.ground.free(x, y):
                self.x, self.y = x, y
                return

    def _turn_to(self, direction: float, seconds: float) -> None:
        difference = (direction - self.heading + 180) % 360 - 180
        step = TURN * seconds
        self.heading = (self.heading + max(-step, min(step, difference)) + 180) % 360 - 180
