"""The scale of the relief: true metres of the city to metres of the model, 1:100, heights two and a half times that."""

from worlds.shape import Spot

SCALE = 0.01
LIFTED = 2.5
"""How much higher than true the mountains stand, so that the eye reads them."""
MIDDLE: Spot = (-200.0, -200.0)
"""What lies in the middle of the model: metres east and north of 37.5665 N 126.9780 E."""
HALF: Spot = (190.0, 158.0)
"""Half the width and depth of the model, in its own metres."""
PLATE, OUTSIDE, WATER, BED = 0.0, -0.25, -0.6, -1.0
"""Heights in the model: the districts, the land beyond the city, the river, the foot of everything."""

Course = tuple[Spot, ...]
"""True points, east and north."""


def course(words: str) -> Course:
    """Points out of "east north  east north ..."."""
    numbers = [float(word) for word in words.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def scaled(east: float, north: float) -> Spot:
    """Where a true point lies on the model."""
    return ((east - MIDDLE[0]) * SCALE, (north - MIDDLE[1]) * SCALE)


def true(x: float, y: float) -> Spot:
    """The true point under a spot of the model."""
    return (x / SCALE + MIDDLE[0], y / SCALE + MIDDLE[1])


def on_model(points: Course) -> Course:
    """A course on the model."""
    return tuple(scaled(*point) for point in points)
