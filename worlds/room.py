"""A civic room gets its walls, floor, ceiling, windows and the door back: its own page says only what is in it.

The room's zero is the middle of its floor; the door is in the south wall, tall windows in the north wall.
"""

from worlds.shape import ESSENTIAL, Box, Gate, Group, Place, Point, Room, Shape, Sign, Spot, View

DOOR_WIDTH, DOOR_HEIGHT = 2.0, 2.4
"""Metres; wide enough for two wheelchairs (0.9 m each) side by side."""
WALL = 0.2


def furnished(room: Room, arrive: Spot, facing: float, back: dict[str, str]) -> Place:
    """The room as a place; its door leads back to `arrive` in the place where it hangs, whose name is `back`."""
    width, depth, _ = room.size
    south = -depth / 2
    door = Gate("door", (0, south + 0.2, 0), DOOR_WIDTH, room.door.place, arrive, facing, back)
    views = {
        "door": View((width * 0.18, south + 0.7, 1.65), (-width * 0.08, depth * 0.3, 1.25), 58),
        "window": View((-width * 0.3, depth * 0.36, 1.7), (width * 0.12, south, 1.2), 58),
    }
    return Place(
        slug=room.slug,
        title=room.title,
        text=room.text,
        bounds=(-width / 2, south, width / 2, depth / 2),
        parts=(_shell(room), Group("furniture", (0, 0, 0), room.parts, ESSENTIAL)),
        spawn=(0, south + 1.6, 0),
        gates=(door,),
        anchors=room.anchors,
        views=views | room.views,
        indoor=True,
    )


def _shell(room: Room) -> Group:
    """Floor, ceiling, four walls, skirting, the door with its sign."""
    width, depth, height = room.size
    half, north, south = width / 2, depth / 2, -depth / 2
    beside = (width - DOOR_WIDTH) / 2
    parts: list[Shape] = [
        Box("floor", (0, 0, -0.1), (width, depth, 0.1), room.floor, ESSENTIAL, faces="t", floor=True),
        Box("ceiling", (0, 0, height), (width, depth, 0.1), room.ceiling, ESSENTIAL, faces="b"),
        Box("wall-west", (-half - WALL / 2, 0, 0), (WALL, depth, height), room.walls, ESSENTIAL, faces="e", shade=0.8),
        Box("wall-east", (half + WALL / 2, 0, 0), (WALL, depth, height), room.walls, ESSENTIAL, faces="w", shade=0.8),
        Box(
            "wall-door-west",
            (-half + beside / 2, south - WALL / 2, 0),
            (beside, WALL, height),
            room.walls,
            ESSENTIAL,
            faces="ne",
        ),
        Box(
            "wall-door-east",
            (half - beside / 2, south - WALL / 2, 0),
            (beside, WALL, height),
            room.walls,
            ESSENTIAL,
            faces="nw",
        ),
        Box(
            "lintel",
            (0, south - WALL / 2, DOOR_HEIGHT),
            (DOOR_WIDTH, WALL, height - DOOR_HEIGHT),
            room.walls,
            ESSENTIAL,
            faces="nb",
        ),
        Box(
            "hall-beyond", (0, south - WALL, 0), (DOOR_WIDTH, 0.02, DOOR_HEIGHT), "lamp", ESSENTIAL, faces="n", glow=0.6
        ),
    ]
    parts += _windows(width, north, height, room.walls)
    return Group("shell", (0, 0, 0), tuple(parts), ESSENTIAL)


def _windows(width: float, north: float, height: float, walls: str) -> list[Shape]:
    """A north wall with tall windows: daylight from behind the counters."""
    sill, head, count = 0.9, height - 0.5, max(1, round(width / 3))
    field = width / count
    at_wall = north + WALL / 2
    parts: list[Shape] = [
        Box("wall-sill", (0, at_wall, 0), (width, WALL, sill), walls, ESSENTIAL, faces="st", shade=0.8),
        Box("wall-head", (0, at_wall, head), (width, WALL, height - head), walls, ESSENTIAL, faces="sb"),
        Box(
            "daylight",
            (0, north + WALL, sill),
            (width, 0.02, head - sill),
            "glass_light",
            ESSENTIAL,
            faces="s",
            gloss=0.9,
            glow=0.5,
        ),
    ]
    for i in range(count + 1):
        x: float = -width / 2 + i * field
        parts.append(Box(f"pier-{i}", (x, at_wall, sill), (0.7, WALL, head - sill), walls, ESSENTIAL, faces="sew"))
    return parts


def sign(name: str, at: Point, turn: float, words: dict[str, str]) -> Sign:
    """A door's sign, 1.6 x 0.34 m."""
    return Sign(name, at, (1.6, 0.34), words, turn=turn)
