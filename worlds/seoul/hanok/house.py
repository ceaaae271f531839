"""Houses of the lanes: urban hanok of the 1930s round a small yard, plans like the letters ㄱ, ㄷ and ㅁ.

Plots 10-14 x 12-16 m, wings 3.6-4.8 m deep, bays of 2.4 m, posts 2.5 m, eaves 0.9 m wide, ridges 4.6-5.4 m above the
ground; towards the lane granite cubes (sagoseok) 1.2 m high, brick with white joints above, a double gate of 1.8 m
under its own little roof (general knowledge).
"""

from worlds.seoul.hanok.stone import blocks, cap
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Loft, Point, Roof, Scatter, Shape

PLANS: dict[str, tuple[str, ...]] = {"giyeok": ("s", "e"), "digeut": ("s", "e", "n"), "mieum": ("s", "e", "n", "w")}
"""Wings by plan; s lies at the lane."""
EAVES = 3.1


def _roof(name: str, at: Point, size: tuple[float, float], turn: float, number: int) -> Roof:
    return Roof(
        name,
        at,
        size,
        1.75 + 0.1 * (number % 3),
        "tile",
        overhang=0.9,
        lift=0.28,
        kind="paljak" if number % 3 else "matbae",
        turn=turn,
        inset=1.6 if number % 3 else 0.0,
        ridge="ridge_grey",
        rafters="wood",
        boards="hanji",
        gable="brick_grey",
    )


def _plain_roof(name: str, at: Point, size: tuple[float, float], turn: float) -> Group:
    """A gabled roof of few faces, for wings that are seen from above and far."""
    a, b, rise = size[0] / 2 + 0.5, size[1] / 2 + 0.85, 1.8
    slopes: list[Shape] = []
    for way in (0.0, 180.0):
        rows = (
            ((-a, -b, 0.1), (a, -b, 0.1)),
            ((-a, -b * 0.5, 0.75), (a, -b * 0.5, 0.75)),
            ((-a, 0, rise), (a, 0, rise)),
        )
        gable = (
            ((a - 0.4, -b * 0.8, -0.3), (a - 0.4, b * 0.8, -0.3)),
            ((a - 0.4, 0, rise - 0.1), (a - 0.4, 0, rise - 0.1)),
        )
        pair = (
            Loft("slope", (0, 0, 0), rows, "tile", ESSENTIAL, gloss=0.06),
            Loft("gable", (0, 0, 0), gable, "hanji", SETTING),
        )
        slopes.append(Group(f"half-{way:.0f}", (0, 0, 0), pair, SETTING, turn=way))
    slopes.append(Box("ridge", (0, 0, rise - 0.15), (2 * a, 0.34, 0.42), "ridge_grey", SETTING))
    return Group(name, at, tuple(slopes), SETTING, turn=turn)


def _street_wall(long: float, y: float, brick: str, door: float | None, foot: float) -> list[Shape]:
    """The face to the lane, looking south at `y`: granite cubes, brick, small windows, the gate."""
    top = EAVES - 0.25
    parts: list[Shape] = [
        Box("wall", (0, y + 0.2, -foot), (long, 0.4, 1.2 + foot), "granite", ESSENTIAL, "snew", tone=0.92, shade=0.75),
        Box("brick", (0, y + 0.22, 1.2), (long, 0.36, top - 1.2), brick, ESSENTIAL, "snew"),
        blocks("cubes", long, 0.0, 1.2, y - 0.01, "granite", 0.3, 0.42, vary=0.2, until=0),
        blocks("bricks", long, 1.25, top - 0.3, y + 0.03, brick, 0.26, 0.62, vary=0.12, until=0),
        Box("joint", (0, y - 0.02, 1.16), (long, 0.1, 0.1), "plaster", ORNAMENT, "sb"),
    ]
    for i, x in enumerate((-long * 0.3, long * 0.02, long * 0.33)):
        if door is not None and abs(x - door) < 1.9:
            continue
        parts.append(Box(f"window-{i}", (x, y - 0.02, 1.55), (1.1, 0.1, 0.8), "wood", faces="snewt"))
        parts.append(Box(f"paper-{i}", (x, y - 0.05, 1.62), (0.92, 0.06, 0.66), "hanji", faces="s", glow=0.55))
        bars = tuple((x - 0.3 + 0.2 * k, y - 0.09, 1.62, 0.0, 1.0) for k in range(4))
        parts.append(
            Scatter(
                f"bars-{i}",
                (0, 0, 0),
                Box("bar", (0, 0, 0), (0.05, 0.03, 0.66), "walnut", faces="s"),
                bars,
                ORNAMENT,
                until=0,
            )
        )
    if door is not None:
        parts += [
            Box("gate-frame", (door, y - 0.05, -0.1), (2.3, 0.3, 2.75), "walnut", ESSENTIAL, "snewt", shade=0.8),
            *(
                Box(f"leaf-{s}", (door + s * 0.46, y - 0.2, 0.1), (0.88, 0.12, 2.3), "wood", faces="snewt", tone=0.8)
                for s in (-1, 1)
            ),
            *(
                Box(f"ring-{s}", (door + s * 0.14, y - 0.29, 1.15), (0.1, 0.06, 0.16), "brass", ORNAMENT)
                for s in (-1, 1)
            ),
            Box("threshold", (door, y - 0.35, -0.25), (2.4, 0.7, 0.3), "granite"),
            Box("lamp", (door + 1.36, y - 0.3, 2.0), (0.16, 0.2, 0.3), "white", ORNAMENT, "snewtb", glow=0.57),
            Roof(
                "gate-roof",
                (door, y + 0.1, 2.75),
                (2.6, 0.9),
                0.85,
                "tile",
                overhang=0.55,
                lift=0.12,
                kind="matbae",
                ridge="ridge_grey",
                rafters="wood",
                boards="hanji",
                gable="wood",
            ),
        ]
    return parts


def house(
    name: str,
    at: Point,
    size: tuple[float, float],
    plan: str,
    turn: float,
    number: int,
    drop: float = 0.6,
    plain: bool = False,
) -> Group:
    """A house; `at` is the middle of its face to the lane, which looks south before it is turned. `drop`: how far its
    foot goes below, where the lane falls. `plain`: nobody comes near, walls and roofs are enough."""
    wide, deep = size
    wing = 4.0 + 0.3 * (number % 3)
    brick = ("brick", "brick_grey", "palace_wall")[number % 3]
    door = (-wide * 0.12, wide * 0.16, 0.0)[number % 3]
    parts: list[Shape] = [
        Box("plot", (0, deep / 2, -drop), (wide, deep, drop + 0.35), "granite", ESSENTIAL, "snewt", shade=0.7),
        *_street_wall(wide, 0.0, brick, door, drop),
    ]
    wings = PLANS[plan]
    for side in wings:
        along = side in "sn"
        if along:
            y = wing / 2 if side == "s" else deep - wing / 2
            at_wing, size_wing = (0.0, y, 0.3), (wide, wing)
        else:
            x = wide / 2 - wing / 2 if side == "e" else -wide / 2 + wing / 2
            at_wing, size_wing = (x, deep / 2, 0.3), (wing, deep)
        walls = (size_wing[0] - 0.1, size_wing[1] - 0.1, EAVES - 0.3)
        parts.append(Box(f"wing-{side}", at_wing, walls, "hanji", ESSENTIAL, "snew"))
        over = (at_wing[0], at_wing[1], EAVES - (0.0 if along else 0.06))
        length = (size_wing[0], size_wing[1]) if along else (size_wing[1], size_wing[0])
        if side == "s" and not plain:
            parts.append(_roof("roof-s", over, length, 0.0, number))
        else:
            parts.append(_plain_roof(f"roof-{side}", over, length, 0.0 if along else 90.0))
    if plain:
        kept = tuple(part for part in parts if part.name.startswith(("roof", "wing", "plot")))
        return Group(name, at, kept, SETTING, turn=turn)
    posts = tuple((-wide / 2 + wide * i / 5, wing + 0.02, 0.3, 0.0, 1.0) for i in range(6))
    parts.append(
        Scatter("posts", (0, 0, 0), Box("post", (0, 0, 0), (0.2, 0.14, EAVES - 0.3), "wood", faces="snew"), posts)
    )
    if "w" not in wings:
        low = Group(
            "yard-wall", (-wide / 2 + 0.3, deep / 2, 0), tuple(cap(deep - wing, 2.2, 0.5, 0.35)), SETTING, turn=90
        )
        parts += [
            Box(
                "yard-side",
                (-wide / 2 + 0.3, deep / 2 + wing / 2, 0.2),
                (0.5, deep - wing, 2.0),
                "palace_wall",
                SETTING,
            ),
            low,
        ]
    return Group(name, at, tuple(parts), SETTING, turn=turn)


def villa(name: str, at: Point, turn: float, number: int) -> Group:
    """One of the brick villas of two or three storeys that stand between."""
    high = 6.4 + 2.9 * (number % 2)
    glass = tuple((x, -0.06, 1.3 + 3.0 * k, 0.0, 1.0) for x in (-2.8, 0.0, 2.8) for k in range(int(high / 3)))
    parts: tuple[Shape, ...] = (
        Box("body", (0, 5.0, -1.0), (10.0, 10.0, high + 1.0), "brick", ESSENTIAL, "snewt", tone=0.95),
        Box("band", (0, 5.0, 3.1), (10.2, 10.2, 0.3), "concrete", SETTING, "snewtb"),
        Box("parapet", (0, 5.0, high), (10.2, 10.2, 0.9), "concrete", SETTING, "snewt"),
        Scatter(
            "windows",
            (0, 0, 0),
            Box("window", (0, 0, 0), (1.5, 0.1, 1.3), "window", faces="snewt", gloss=0.7, glow=0.3),
            glass,
        ),
        Box("door", (3.6, -0.05, 0), (1.2, 0.12, 2.2), "door", faces="snewt"),
    )
    return Group(name, at, parts, SETTING, turn=turn)
