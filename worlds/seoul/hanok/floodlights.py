"""Lights on the ground that lift walls and eaves out of the night."""

from worlds.shape import ORNAMENT, Box, Point, Scatter, Spot

STEP, AWAY = 5.0, 1.9
"""Metres between two lights, and from the body they shine on."""


def floodlights(name: str, at: Point, size: Spot, sides: str = "snew") -> Scatter:
    """A row of them along the given sides (s n e w) of a body whose middle is at `at` and whose plan is `size`."""
    wide, deep = size[0] / 2 + AWAY, size[1] / 2 + AWAY
    spots = []
    for side in sides:
        length = size[0] if side in "sn" else size[1]
        count = max(1, round(length / STEP))
        for i in range(count):
            along = length * ((i + 0.5) / count - 0.5)
            x, y = {"s": (along, -deep), "n": (along, deep), "e": (wide, along), "w": (-wide, along)}[side]
            spots.append((x, y, 0.0, 0.0, 1.0))
    lamp = Box("lamp", (0, 0, 0), (0.36, 0.26, 0.16), "white", faces="snewt", glow=0.9)
    return Scatter(name, at, lamp, tuple(spots), ORNAMENT)
