"""A ride: a thing goes along a way by itself, and the eye goes with it."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import atan2, cos, degrees, dist, radians, sin

from panda3d.core import NodePath

from worlds.shape import Point

PACE = 7.0
"""Metres of the relief a second, on long ways; short ways take at least LEAST seconds, the longest MOST."""
LEAST, MOST = 3.0, 11.0
BEHIND, ABOVE = 11.0, 6.0
"""Metres that the eye keeps from what it follows."""
EASE = 2.2
"""How fast the eye turns after it: shares of the way a second."""


class Ride:
    """From the first point of a way to the last, slowly off and slowly in."""

    def __init__(self, thing: NodePath, way: Sequence[Point], heading: float | None = None) -> None:
        """`heading`: where the eye looked before, degrees; None: along the way at once."""
        self.thing, self._way = thing, list(way)
        self._miles = [0.0, *accumulate(dist(a, b) for a, b in pairwise(self._way))]
        self.seconds = min(MOST, max(LEAST, self._miles[-1] / PACE))
        self._passed = 0.0
        self.heading = self._course() if heading is None else heading

    def update(self, seconds: float, camera: NodePath) -> None:
        """One frame: the thing further on, the eye behind it."""
        self._passed = min(self._passed + seconds, self.seconds)
        x, y, z = self._at(self._share())
        course = self._course()
        self.thing.set_pos(x, y, z)
        self.thing.set_h(course)
        turn = (course - self.heading + 180) % 360 - 180
        self.heading += turn * min(1.0, EASE * seconds)
        angle = radians(self.heading)
        camera.set_pos(x + sin(angle) * BEHIND, y - cos(angle) * BEHIND, z + ABOVE)
        camera.look_at(x, y, z + 1.2)

    def _share(self) -> float:
        """Share of the way, 0..1, eased at both ends."""
        share = self._passed / self.seconds
        return share * share * (3 - 2 * share)

    def _at(self, share: float) -> Point:
        mile = share * self._miles[-1]
        after = min(max(bisect_right(self._miles, mile), 1), len(self._way) - 1)
        a, b = self._way[after - 1], self._way[after]
        length = self._miles[after] - self._miles[after - 1]
        part = 0.0 if length < 1e-9 else (mile - self._miles[after - 1]) / length
        return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)

    def _course(self) -> float:
        """Heading of the way where the thing is now, degrees (0 = +y, counter-clockwise)."""
        share = self._share()
        a, b = self._at(max(0.0, share - 0.02)), self._at(min(1.0, share + 0.02))
        return degrees(atan2(a[0] - b[0], b[1] - a[1]))
