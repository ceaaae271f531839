"""The eye that follows a citizen: behind and above, turned by the mouse or a stick, never behind a wall."""

from math import cos, radians, sin

from panda3d.core import NodePath

from metaseoul.controls.sight import Sight

SHOULDER = 1.75
"""Metres above the feet that the eye looks at: just over the head, so that the city is seen, not a back."""
NEAREST, FARTHEST, FIRST = 0.1, 9.0, 5.2
LOWEST_ABOVE = 12.0
"""Degrees over the relief under which an eye that flies does not sink."""
LOWEST, HIGHEST = -12.0, 62.0
"""Degrees that the eye may stand below and above the shoulder."""
KNEE = 0.35
"""Metres above the feet under which the eye does not sink."""
PACE = 9.0
"""How fast the eye comes nearer and goes farther: shares of the way a second."""


class Eye:
    """Angles in degrees; `turn` 0 looks along +y."""

    def __init__(self, camera: NodePath) -> None:
        self.camera = camera
        self.turn, self.tilt, self.distance = 0.0, -2.0, FIRST
        self.nearest, self.farthest, self.lowest, self.shoulder = 1.2, FARTHEST, LOWEST, SHOULDER
        self.sight: Sight | None = None
        self._near = self.distance

    def rotate(self, turn: float, tilt: float) -> None:
        self.turn = (self.turn + turn + 180) % 360 - 180
        self.tilt = max(self.lowest, min(HIGHEST, self.tilt + tilt))

    def zoom(self, factor: float) -> None:
        self.distance = max(self.nearest, min(self.farthest, self.distance * factor))

    def look_along(self, heading: float) -> None:
        """Behind one who has just arrived."""
        self.turn, self.tilt, self._near = heading, -2.0, self.distance

    def follow(self) -> None:
        """As near as one follows a person."""
        if self.farthest != FARTHEST:
            self.nearest, self.farthest, self.lowest, self.shoulder = 1.2, FARTHEST, LOWEST, SHOULDER
            self.distance = FIRST

    def look_down(self, distance: float, nearest: float, farthest: float, tilt: float) -> None:
        """From above, as one flies over a relief."""
        self.nearest, self.farthest, self.lowest, self.shoulder = nearest, farthest, LOWEST_ABOVE, 0.0
        self.turn, self.tilt, self.distance = 0.0, tilt, distance
        self._near = distance

    def update(self, seconds: float, x: float, y: float, z: float) -> None:
        """Stands behind (x, y, z), as far off as the walls allow: nearer at once, farther in peace."""
        target = (x, y, z + self.shoulder)
        free = self.distance
        if self.tilt < 0:
            free = min(free, (SHOULDER - KNEE) / sin(radians(-self.tilt)))
        if self.sight is not None:
            free *= self.sight.clear(target, self._at(target, free))
        free = max(NEAREST, free)
        self._near = free if free < self._near else self._near + (free - self._near) * min(1.0, PACE * seconds)
        self.camera.set_pos(*self._at(target, self._near))
        self.camera.look_at(*target)

    def _at(self, target: tuple[float, float, float], distance: float) -> tuple[float, float, float]:
        turn, tilt = radians(self.turn), radians(self.tilt)
        flat = distance * cos(tilt)
        return (target[0] + sin(turn) * flat, target[1] - cos(turn) * flat, target[2] + sin(tilt) * distance)
