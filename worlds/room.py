"""A civic room gets its walls, floor, ceiling, windows and the door back: its own page says only what is in it.

The room's zero is the middle of its floor; the door is in the south wall, tall windows in the north wall.
"""

from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Gate,
    Group,
    Leaves,
    Place,
    Room,
    Shape,
    Spot,
    Stripe,
    Tree,
    View,
    row,
)

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
    """Floor, ceiling, walls, skirting, the door in its frame, windows and a garden behind them."""
    width, depth, height = room.size
    half, north, south = width / 2, depth / 2, -depth / 2
    beside, wall_y = (width - DOOR_WIDTH) / 2, south - WALL / 2
    above = height - DOOR_HEIGHT
    walls = room.walls
    parts: tuple[Shape, ...] = (
        Box("floor", (0, 0, -0.1), (width, depth, 0.1), room.floor, ESSENTIAL, faces="t", floor=True),
        *_boards(room),
        Box("ceiling", (0, 0, height), (width, depth, 0.1), room.ceiling, ESSENTIAL, faces="b"),
        Box("wall-west", (-half - WALL / 2, 0, 0), (WALL, depth, height), walls, ESSENTIAL, faces="e", shade=0.8),
        Box("wall-east", (half + WALL / 2, 0, 0), (WALL, depth, height), walls, ESSENTIAL, faces="w", shade=0.8),
        Box(
            "wall-door-west", (-half + beside / 2, wall_y, 0), (beside, WALL, height), walls, ESSENTIAL, "ne", shade=0.8
        ),
        Box(
            "wall-door-east", (half - beside / 2, wall_y, 0), (beside, WALL, height), walls, ESSENTIAL, "nw", shade=0.8
        ),
        Box("lintel", (0, wall_y, DOOR_HEIGHT), (DOOR_WIDTH, WALL, above), walls, ESSENTIAL, "nb"),
        *doorway(south),
        *(
            Box(f"skirting-{name}", at, size, "oak", ORNAMENT, faces="snewt", tone=0.85)
            for name, at, size in (
                ("west", (-half + 0.01, 0, 0), (0.02, depth, 0.09)),
                ("east", (half - 0.01, 0, 0), (0.02, depth, 0.09)),
                ("north", (0, north - 0.01, 0), (width, 0.02, 0.09)),
                ("south-west", (-half + beside / 2, south + 0.01, 0), (beside, 0.02, 0.09)),
                ("south-east", (half - beside / 2, south + 0.01, 0), (beside, 0.02, 0.09)),
            )
        ),
        *_windows(width, north, height, walls),
        *_garden(width, north, height),
    )
    return Group("shell", (0, 0, 0), parts, ESSENTIAL)


def _boards(room: Room) -> tuple[Shape, ...]:
    """Joints of the floor boards, 0.9 m apart."""
    width, depth, _ = room.size
    half = depth / 2
    return tuple(
        Stripe(
            f"joint-{i}",
            (0, 0, 0.004),
            ((-width / 2 + 0.9 * i, -half), (-width / 2 + 0.9 * i, half)),
            0.02,
            room.floor,
            ORNAMENT,
            tone=0.8,
        )
        for i in range(1, int(width / 0.9) + 1)
    )


def doorway(south: float) -> tuple[Shape, ...]:
    """A walnut frame in a wall to the south, and the light of the hall beyond."""
    half = DOOR_WIDTH / 2
    return (
        Box("frame-west", (-half - 0.05, south, 0), (0.14, 0.3, DOOR_HEIGHT), "walnut", ESSENTIAL, faces="snewt"),
        Box("frame-east", (half + 0.05, south, 0), (0.14, 0.3, DOOR_HEIGHT), "walnut", ESSENTIAL, faces="snewt"),
        Box("frame-top", (0, south, DOOR_HEIGHT), (DOOR_WIDTH + 0.24, 0.3, 0.14), "walnut", ESSENTIAL, faces="snewtb"),
        Box("hall-beyond", (0, south - 1.6, 0), (DOOR_WIDTH + 2, 0.02, 3.2), "lamp", ESSENTIAL, faces="n", glow=0.5),
        Box("hall-floor", (0, south - 0.8, -0.1), (DOOR_WIDTH + 2, 1.6, 0.1), "stone_floor", SETTING, faces="t"),
    )


def _windows(width: float, north: float, height: float, walls: str) -> tuple[Shape, ...]:
    """A north wall with tall windows in white frames: daylight from behind the counters."""
    sill, head, count = 0.9, height - 0.45, max(1, round(width / 3))
    field, tall, at_wall = width / count, height - 0.45 - 0.9, north + WALL / 2
    piers = row(
        Box("pier", (-width / 2, at_wall, sill), (0.7, WALL, tall), walls, ESSENTIAL, faces="sew"),
        count + 1,
        (field, 0, 0),
    )
    bars = row(
        Box("bar", (-width / 2 + field / 2, at_wall, sill), (0.06, 0.06, tall), "white", faces="snew"),
        count,
        (field, 0, 0),
    )
    return (
        Box("wall-sill", (0, at_wall, 0), (width, WALL, sill), walls, ESSENTIAL, faces="s", shade=0.8),
        Box("sill", (0, at_wall - 0.06, sill), (width, WALL + 0.16, 0.04), "ash", faces="stb"),
        Box("wall-head", (0, at_wall, head), (width, WALL, height - head), walls, ESSENTIAL, faces="sb"),
        Box("rail", (0, at_wall, sill + tall * 0.68), (width, 0.06, 0.06), "white", faces="snbt"),
        *piers,
        *bars,
    )


def _garden(width: float, north: float, height: float) -> tuple[Shape, ...]:
    """A hedge, young trees and the sky, seen through the windows."""
    count = int(width / 1.3)
    hedge = tuple(
        Leaves(
            f"hedge-{i}",
            (-width / 2 - 1 + 1.5 * i, north + 2.0 + 0.5 * (i % 2), -0.2),
            (1.1, 0.7, 0.62 + 0.12 * (i % 3)),
            ("leaf", "leaf_deep", "leaf_light")[i * 2 % 3],
        )
        for i in range(count + 2)
    )
    trees = row(
        Tree("garden-tree", (-width / 2 + 1.2, north + 5.0, -0.8), "zelkova", SETTING, size=0.6, variety=1),
        4,
        (width / 3.4, 0.6, 0),
    )
    return (
        Box("grass", (0, north + 6, -0.4), (width + 12, 12, 0.1), "grass", faces="t"),
        *hedge,
        *trees,
        Box("sky-low", (0, north + 9, -0.4), (width + 24, 0.1, 2.6), "sky_low", faces="s", glow=0.25),
        Box("sky", (0, north + 9, 2.2), (width + 24, 0.1, height + 4), "sky_high", faces="s", glow=0.25),
    )
