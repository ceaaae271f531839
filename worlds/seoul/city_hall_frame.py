"""The frame of the City Hall lobby: floor, walls, glass front with the plaza outside, doors, galleries, stair."""

from math import cos, pi, sin

from worlds.furniture import plant
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Group,
    Lathe,
    Loft,
    Ring,
    Scatter,
    Shape,
    Sign,
    Spot,
    Stripe,
    Tree,
    Tube,
    row,
)

WIDTH, DEPTH, HEIGHT = 40.0, 24.0, 18.0
NORTH, SOUTH = DEPTH / 2, -DEPTH / 2
GALLERY = 4.6
"""Height of the first gallery, and of the wooden wall with the doors."""
BAYS = (-17.4, -13.6, -9.8, 9.8, 13.6, 17.4)
"""Where doors hang in the north wall: x of bay 1, 2, ... from the west."""
LIFTS = {"mayor-corridor": -1.3, "sky-plaza": 1.3}
"""Where along the east wall the lift to a room is: y."""
LIFT_BAY = 2.7
"""Metres of the east wall on both sides of its middle that the lifts take."""
GOLDEN = 0.6180339887498949
LOBBY_NAME = {"ko": "서울시청 로비", "en": "City Hall lobby", "zh": "首尔市政厅大厅", "ja": "ソウル市庁ロビー"}
PLAZA_NAME = {"ko": "서울광장", "en": "Seoul Plaza", "zh": "首尔广场", "ja": "ソウル広場"}


def lift_step(y: float) -> Spot:
    """Where in the lobby one stands after leaving the lift at y."""
    return (WIDTH / 2 - 3.6, y)


def shell() -> Group:
    """Floor with inlays, side walls, ceiling with light coves."""
    inlays = tuple(
        Stripe(
            f"inlay-{i}", (0, 0, 0.005), ((-20 + 5 * i, SOUTH), (-20 + 5 * i, NORTH)), 0.1, "stone_floor_dark", ORNAMENT
        )
        for i in range(1, 8)
    )
    coves = row(Box("cove", (-15, 0, HEIGHT - 0.02), (1.2, 20, 0.02), "lamp", faces="b", glow=0.9), 4, (10, 0, 0))
    return Group(
        "shell",
        (0, 0, 0),
        (
            *(
                Box(
                    f"floor-{i}-{j}",
                    (-15 + 10 * i, -8 + 8 * j, -0.1),
                    (10, 8, 0.1),
                    "stone_floor",
                    ESSENTIAL,
                    "t",
                    floor=True,
                    tone=1.0 + 0.012 * ((i + j) % 2),
                    gloss=0.12,
                )
                for i in range(4)
                for j in range(3)
            ),
            *inlays,
            Ring("inlay-ring", (0, 1.0, 0.01), (4.2, 4.2), (4.45, 4.45), "stone_floor_dark", ORNAMENT, segments=64),
            Ring("inlay-ring-wide", (0, 1.0, 0.01), (6.2, 6.2), (6.3, 6.3), "brass", ORNAMENT, segments=64),
            Box("ceiling", (0, 0, HEIGHT), (WIDTH, DEPTH, 0.1), "ceiling", ESSENTIAL, faces="b"),
            *coves,
            Box(
                "wall-west", (-WIDTH / 2 - 0.1, 0, 0), (0.2, DEPTH, HEIGHT), "plaster", ESSENTIAL, faces="e", shade=0.8
            ),
            Box("wall-east", (WIDTH / 2 + 0.1, 0, 0), (0.2, DEPTH, HEIGHT), "plaster", ESSENTIAL, faces="w", shade=0.8),
        ),
        ESSENTIAL,
    )


def glass_front() -> Group:
    """The south front: slim white mullions, and the plaza outside as one sees it from within."""
    posts = tuple(
        Box(
            f"mullion-{i}",
            (-20 + 2.5 * i, SOUTH, 0 if i != 8 else 3.2),
            (0.12, 0.3, HEIGHT),
            "white",
            ESSENTIAL,
            faces="snew",
        )
        for i in range(17)
    )
    rails = tuple(
        Box(f"transom-{i}", (x, SOUTH, z), (wide, 0.16, 0.1), "white", faces="snewtb")
        for i, (x, wide, z) in enumerate(
            (
                (0, 40, 3.0),
                (0, 40, 6.0),
                (0, 40, 9.0),
                (0, 40, 12.0),
                (0, 40, 15.0),
                (-11.2, 17.6, 0.15),
                (11.2, 17.6, 0.15),
            )
        )
    )
    door = (
        Box("portal-west", (-2.5, SOUTH, 0), (0.3, 0.8, 3.0), "steel", ESSENTIAL, faces="snew"),
        Box("portal-east", (2.5, SOUTH, 0), (0.3, 0.8, 3.0), "steel", ESSENTIAL, faces="snew"),
        Box("portal-top", (0, SOUTH, 2.9), (5.3, 0.8, 0.4), "steel", ESSENTIAL, faces="snewtb"),
        Sign("way-out", (0, SOUTH + 0.44, 2.98), (2.6, 0.28), PLAZA_NAME, "seoul_blue", "white", turn=180),
    )
    return Group("glass-front", (0, 0, 0), (*posts, *rails, *door), ESSENTIAL)


def outside() -> Group:
    """Paving, lawn, trees and sky beyond the glass."""
    ends = [pi + pi * i / 12 for i in range(13)]
    foot = tuple((62 * cos(a), SOUTH + 44 * sin(a), -1.0) for a in ends)
    middle = tuple((x, y, 12.0) for x, y, _ in foot)
    top = tuple((x * 0.9, y * 0.9 - 1, 60.0) for x, y, _ in foot)
    trees = Scatter(
        "trees",
        (0, 0, 0),
        Tree("zelkova", (0, 0, 0), "zelkova", SETTING, variety=1),
        tuple(
            (-33 + 8.2 * i, SOUTH - 17 - 5 * ((i * GOLDEN) % 1), -0.1, 77 * i % 360, 0.85 + 0.2 * ((i * 0.37) % 1))
            for i in range(9)
        ),
        vary=0.06,
    )
    return Group(
        "outside",
        (0, 0, 0),
        (
            Box("terrace", (0, SOUTH - 6, -0.12), (70, 12, 0.1), "paving", faces="t"),
            Box("grass", (0, SOUTH - 28, -0.12), (124, 32, 0.1), "grass", faces="t"),
            trees,
            Loft("sky-low", (0, 0, 0), (middle, foot), "sky_low", smooth=True, glow=0.25),
            Loft("sky", (0, 0, 0), (top, middle), "sky_high", smooth=True, glow=0.25),
        ),
        SETTING,
    )


def north_wall() -> Group:
    """Oak panels with a door in each bay, between them the foot of the garden."""
    spots = [x for i in range(12) for x in (-19.5 + 1.0 * i, 8.5 + 1.0 * i)]
    panels = tuple(
        Box(
            f"panel-{i}",
            (x, NORTH - 0.05, 0),
            (0.94, 0.1, GALLERY),
            "oak",
            SETTING,
            faces="sew",
            shade=0.85,
            tone=0.96 + 0.08 * ((i * GOLDEN) % 1),
        )
        for i, x in enumerate(spots)
    )
    doors: list[Shape] = []
    for i, x in enumerate(BAYS):
        doors += [
            Box(f"frame-{i}", (x, NORTH - 0.12, 0), (2.5, 0.16, 2.75), "walnut", ESSENTIAL, faces="sewt"),
            Box(
                f"threshold-{i}",
                (x, NORTH - 0.21, 0),
                (2.1, 0.03, 2.5),
                "lamp",
                ESSENTIAL,
                faces="s",
                glow=0.7,
                tone=0.96,
            ),
            *row(
                Box(f"leaf-{i}", (x - 0.85, NORTH - 0.24, 0), (0.36, 0.05, 2.5), "door", faces="sewt"), 2, (1.7, 0, 0)
            ),
        ]
    wall = Box("wall", (0, NORTH + 0.05, 0), (WIDTH, 0.1, HEIGHT), "plaster", ESSENTIAL, faces="s", shade=0.8)
    lips = tuple(
        Box(f"lip-{side}", (side * 13.9, NORTH - 0.25, GALLERY), (12.2, 0.5, 0.14), "white", faces="snewtb")
        for side in (-1, 1)
    )
    return Group("north-wall", (0, 0, 0), (wall, *lips, *panels, *doors), ESSENTIAL)


def galleries() -> Group:
    """Three galleries along the west and east walls, with glass rails; a stair to the first one in the west."""
    parts: list[Shape] = []
    for side, name in ((-1, "west"), (1, "east")):
        for i in range(3):
            z, x = GALLERY + 4.3 * i, side * (WIDTH / 2 - 1.6 - 0.25 * i)
            edge = side * (WIDTH / 2 - 3.2 - 0.5 * i)
            wide = 3.2 + 0.5 * i
            inner = "w" if side > 0 else "e"
            parts += [
                Box(
                    f"slab-{name}-{i}",
                    (x, 0, z - 0.35),
                    (wide, DEPTH, 0.35),
                    "white",
                    ESSENTIAL,
                    faces=inner + "tb",
                    shade=0.8,
                ),
                Box(f"soffit-{name}-{i}", (x, 0, z - 0.37), (wide - 0.4, DEPTH - 0.4, 0.02), "ash", faces="b"),
                Box(
                    f"light-{name}-{i}",
                    (x, 0, z - 0.39),
                    (0.12, DEPTH - 2, 0.02),
                    "lamp",
                    ORNAMENT,
                    faces="b",
                    glow=1.0,
                ),
                Box(f"rail-{name}-{i}", (edge, 0, z), (0.04, DEPTH, 1.0), "glass_light", faces="ew", gloss=0.9),
                Box(f"handrail-{name}-{i}", (edge, 0, z + 1.0), (0.08, DEPTH, 0.06), "oak", faces="ewtb"),
                *row(plant(f"plant-{name}-{i}", (edge + side * 0.7, -9, z), 1.5), 4, (0, 5.5, 0)),
            ]
        parts += row(
            Lathe(
                f"column-{name}",
                (side * (WIDTH / 2 - 3.0), -9.5, 0),
                ((0.26, 0), (0.26, HEIGHT)),
                "white",
                ESSENTIAL,
                segments=14,
                shade=0.8,
            ),
            4,
            (0, 6.3, 0),
        )
    return Group("galleries", (0, 0, 0), tuple(parts), ESSENTIAL)


def side_walls() -> Group:
    """Oak slats along the west and east walls, and pictures of the city between them."""
    parts: list[Shape] = []
    for side, name in ((-1, "west"), (1, "east")):
        inner = "e" if side < 0 else "w"
        wall = side * WIDTH / 2
        for i in range(6):
            y = -9.6 + 3.9 * i
            if side > 0 and abs(y) < LIFT_BAY:
                continue
            slat = Box(
                f"slat-{name}-{i}",
                (wall - side * 0.04, y - 0.9, 0),
                (0.08, 0.12, GALLERY - 0.4),
                "oak",
                faces=inner + "sn",
                shade=0.85,
            )
            parts += row(slat, 7, (0, 0.3, 0))
        for i in range(5):
            at = (wall - side * 0.03, -7.65 + 3.9 * i, 1.1)
            if side > 0 and abs(at[1]) < LIFT_BAY:
                continue
            tint = ("cushion", "seoul_blue", "cushion_warm", "moss", "brick")[i]
            parts += [
                Box(f"frame-{name}-{i}", at, (0.06, 1.3, 1.7), "white", faces=inner + "sntb"),
                Box(
                    f"picture-{name}-{i}",
                    (at[0] - side * 0.035, at[1], 1.2),
                    (0.01, 1.14, 1.5),
                    tint,
                    faces=inner,
                    tone=1.1,
                ),
                Box(
                    f"picture-low-{name}-{i}",
                    (at[0] - side * 0.042, at[1], 1.2),
                    (0.01, 1.14, 0.55),
                    tint,
                    faces=inner,
                    tone=0.75,
                ),
                Box(
                    f"spot-{name}-{i}",
                    (at[0] - side * 0.2, at[1], 2.95),
                    (0.3, 1.1, 0.04),
                    "lamp",
                    ORNAMENT,
                    faces=inner + "snb",
                    glow=1.0,
                ),
            ]
    return Group("side-walls", (0, 0, 0), tuple(parts), SETTING)


def stair() -> Group:
    """Twenty-nine oak steps along the west gallery, with cheeks of white and an oak handrail."""
    rise, tread, wide = GALLERY / 29, 0.3, 1.8
    steps = row(
        Box("step", (0, 0, rise - 0.06), (wide, tread + 0.03, 0.06), "oak", ESSENTIAL, faces="snewtb"),
        28,
        (0, tread, rise),
    )
    run, half = 28 * tread, wide / 2
    cheeks = tuple(
        Loft(
            f"cheek-{side}",
            (side * half, 0, 0),
            (((0, -0.2, -0.1), (0, run, GALLERY - 0.5)), ((0, -0.2, 0.3), (0, run, GALLERY + 0.05))),
            "white",
            ESSENTIAL,
            both=True,
        )
        for side in (-1, 1)
    )
    rails = tuple(
        Tube(
            f"rail-{side}",
            (side * half, 0, 0),
            ((0, -0.2, 1.0), (0, run, GALLERY + 0.95)),
            (0.035, 0.035),
            "oak",
            segments=6,
        )
        for side in (-1, 1)
    )
    posts = tuple(
        Box(
            f"post-{side}-{i}",
            (side * half, 0.2 + 1.6 * i, 0.2 + 1.6 * i / tread * rise),
            (0.03, 0.03, 0.85),
            "steel",
            ORNAMENT,
            faces="snew",
        )
        for side in (-1, 1)
        for i in range(6)
    )
    return Group("stair", (-15.7, -7.5, 0), (*steps, *cheeks, *rails, *posts), ESSENTIAL)
