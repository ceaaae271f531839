"""One who flies over a relief: a point over the ground that glides, and the eye that looks down on it."""

from math import cos, radians, sin

from worlds.shape import Point, Spot
from worlds.walk import WalkMap

PACE = 0.9
"""Eye distances a second: far off one goes far."""
FRAMING = (210.0, 14.0, 420.0, 38.0)
"""The eye's distance at first, its least and its most; its tilt at first, degrees."""


class Flyer:
    """Moves like a walker, but over everything; keeps to the place's bounds."""

    gesture = "idle"
    on_the_way = False

    def __init__(self, ground: WalkMap, at: Spot, heading: float) -> None:
        self.ground = ground
        self.x, self.y = 0.0, 0.0
        self.heading = heading
        self.stood = at
        self.distance = FRAMING[0]
        rows, columns = ground.blocked.shape
        self._low = ground.origin
        self._high = (ground.origin[0] + columns * ground.cell, ground.origin[1] + rows * ground.cell)

    @property
    def body(self) -> Point:
        """Where the citizen stands meanwhile."""
        return (*self.stood, self.ground.height_at(*self.stood))

    @property
    def z(self) -> float:
        return 0.0

    def stand(self, x: float, y: float) -> None:
        """The hub says where the citizen stands; the eye stays where it is."""
        self.stood = (x, y)

    def go_to(self, goal: Spot) -> bool:
        """The eye goes there at once."""
        self.x, self.y = self._kept(*goal)
        return True

    def update(self, seconds: float, direction: float | None, run: bool) -> None:
        """One frame: `direction` in degrees (0 = +y, counter-clockwise), None for hovering."""
        if direction is not None:
            reach = self.distance * PACE * (2 if run else 1) * seconds
            angle = radians(direction)
            self.x, self.y = self._kept(self.x - sin(angle) * reach, self.y + cos(angle) * reach)

    def _kept(self, x: float, y: float) -> Spot:
        return (
            max(self._low[0], min(self._high[0], x)),
            max(self._low[1], min(self._high[1], y)),
        )
