"""What the upper floors of City Hall are made of: walls with openings, glass to the plaza, ceilings with light.

A room's zero is the middle of its floor, the plaza lies to the south.
"""

from collections.abc import Iterator

from worlds.room import DOOR_HEIGHT, DOOR_WIDTH, WALL, doorway
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Point, Shape, Spot, row

FLOORS = {"mayor-corridor": 23.0, "mayor-office": 23.0, "sky-plaza": 32.0}
"""Metres of a room's floor above the plaza: about 4.6 m a storey, of 13 storeys in about 60 m (estimate)."""


def floor(size: Spot, colour: str, tile: float = 3.0) -> Iterator[Shape]:
    """A floor in fields of about `tile` metres that differ a little."""
    across, along = (max(1, round(side / tile)) for side in size)
    wide, deep = size[0] / across, size[1] / along
    for i in range(across):
        for j in range(along):
            at = (-size[0] / 2 + wide * (i + 0.5), -size[1] / 2 + deep * (j + 0.5), -0.1)
            tone = 1.0 + 0.014 * ((i + j) % 2)
            yield Box(f"floor-{i}-{j}", at, (wide, deep, 0.1), colour, ESSENTIAL, faces="t", floor=True, tone=tone)


def wall(side: str, size: Point, openings: tuple[float, ...] = (), colour: str = "plaster") -> Group:
    """The wall of a side, with doorways whose middles lie at `openings` along it, from the west or from the south."""
    width, depth, height = size
    upright = side in ("west", "east")
    length, away = (depth, width / 2) if upright else (width, depth / 2)
    sign = -1 if side in ("west", "south") else 1
    inward = 1 if side in ("south", "east") else -1
    parts: list[Shape] = []
    start = -length / 2
    for number, end in enumerate((*(middle - DOOR_WIDTH / 2 for middle in openings), length / 2)):
        parts.append(_piece(f"piece-{number}", start, end, (0.0, height), colour))
        start = end + DOOR_WIDTH
    for number, middle in enumerate(openings):
        half = DOOR_WIDTH / 2
        parts.append(_piece(f"lintel-{number}", middle - half, middle + half, (DOOR_HEIGHT, height), colour))
        parts.append(
            Group(f"doorway-{number}", (middle, inward * WALL / 2, 0), doorway(0.0), turn=90.0 - 90.0 * inward)
        )
    skirts = [
        Box(
            "skirting",
            (one.at[0], inward * (WALL / 2 + 0.01), 0),
            (one.size[0], 0.02, 0.09),
            "oak",
            ORNAMENT,
            tone=0.85,
        )
        for one in parts
        if isinstance(one, Box) and one.at[2] == 0
    ]
    at = (sign * (away + WALL / 2), 0.0, 0.0) if upright else (0.0, sign * (away + WALL / 2), 0.0)
    return Group(f"wall-{side}", at, (*parts, *skirts), ESSENTIAL, turn=90.0 if upright else 0.0)


def _piece(name: str, start: float, end: float, between: Spot, colour: str) -> Box:
    low, high = between
    size = (end - start, WALL, high - low)
    return Box(name, ((start + end) / 2, 0, low), size, colour, ESSENTIAL, faces="snewb", shade=0.85)


def glass_front(size: Point, field: float = 2.0) -> Group:
    """Slim white posts from floor to ceiling, a sill for the warm air, a rail of oak to lean on; nothing between."""
    width, depth, height = size
    count = max(1, round(width / field))
    step, south = width / count, -depth / 2
    post = Box("post", (-width / 2, south - 0.05, 0), (0.09, 0.2, height), "white", ESSENTIAL, faces="snew")
    parts: tuple[Shape, ...] = (
        *row(post, count + 1, (step, 0, 0)),
        Box("sill", (0, south, 0), (width, 0.34, 0.16), "stone_light", ESSENTIAL, faces="snt"),
        Box("head", (0, south, height - 0.24), (width, 0.24, 0.24), "white", ESSENTIAL, faces="snb"),
        Box("rail", (0, south + 0.12, 1.02), (width, 0.07, 0.05), "oak", faces="sntb"),
        Box("transom", (0, south - 0.05, height * 0.74), (width, 0.08, 0.05), "white", faces="sntb"),
    )
    return Group("glass-front", (0, 0, 0), parts, ESSENTIAL)


def ceiling(size: Point, lamps: int, colour: str = "ceiling") -> Group:
    """A ceiling with `lamps` strips of light from west to east."""
    width, depth, height = size
    step = depth / lamps
    strip = Box(
        "strip", (0, -depth / 2 + step / 2, height - 0.03), (width * 0.86, 0.16, 0.03), "lamp", faces="snb", glow=1
    )
    parts = (
        Box("ceiling", (0, 0, height), (width, depth, 0.1), colour, ESSENTIAL, faces="b"),
        *row(strip, lamps, (0, step, 0)),
    )
    return Group("ceiling", (0, 0, 0), parts, ESSENTIAL)


def blinds(size: Point, field: float, down: tuple[float, ...]) -> Group:
    """Slatted blinds behind the glass, one a field; `down`: how far each is let down, 0..1."""
    width, depth, height = size
    parts: list[Shape] = []
    step = width / round(width / field)
    for number, share in enumerate(down):
        x = -width / 2 + step * (number + 0.5)
        count = int(share * (height - 0.5) / 0.11)
        slat = Box("slat", (x, -depth / 2 + 0.13, height - 0.36), (step - 0.14, 0.05, 0.012), "white", faces="snbt")
        parts += [
            Box(
                f"box-{number}", (x, -depth / 2 + 0.13, height - 0.32), (step - 0.1, 0.08, 0.08), "white", faces="snbew"
            ),
            Group(f"blind-{number}", (0, 0, 0), row(slat, count, (0, 0, -0.11))),
        ]
    return Group("blinds", (0, 0, 0), tuple(parts))
