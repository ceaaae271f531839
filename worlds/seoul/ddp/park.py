"""Round the shells: the plaza, the sunken court, the park with the old city wall, its water gate and the light masts.

Wall and stadium remains were dug up here (Wikipedia); wall strip 265 m, the water gate with two arches (Igansumun), two
light masts of the old stadium: general knowledge. All sizes are estimates.
"""

from math import cos, sin

from worlds.seoul.hanok.gate import stone_base
from worlds.seoul.park_kit import Planted, benches, even, grove, lamps
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Ring, Scatter, Shape, Tower, Water, row

PIT = (62.0, -88.0, 112.0, -34.0)
"""The sunken court: x0, y0, x1, y1."""
DEEP = 5.0
STEP, TREAD = 0.2, 0.4
WALL_X = 146.0


def ground() -> Group:
    """Paving round the court, lawns in the east, streets outside."""
    x0, y0, x1, y1 = PIT
    slabs = (
        ("west", -176.0, -176.0, x0, 176.0),
        ("east", x1, -176.0, 190.0, 176.0),
        ("north", x0, y1, x1, 176.0),
        ("south", x0, -176.0, x1, y0),
    )
    parts: list[Shape] = [
        Box(
            f"paving-{name}",
            ((a + c) / 2, (b + d) / 2, -0.6),
            (c - a, d - b, 0.6),
            "paving",
            ESSENTIAL,
            faces="t",
            floor=True,
        )
        for name, a, b, c, d in slabs
    ]
    parts += [
        Ring(
            "lawn-north", (128, 78, 0.05), (0, 0), (46, 62), "grass", ESSENTIAL, powers=(2, 4), segments=48, floor=True
        ),
        Ring(
            "lawn-south",
            (138, -106, 0.05),
            (0, 0),
            (34, 50),
            "grass",
            ESSENTIAL,
            powers=(2, 4),
            segments=48,
            floor=True,
        ),
        Ring(
            "lawn-west", (-128, 92, 0.05), (0, 0), (34, 56), "grass", ESSENTIAL, powers=(2, 3), segments=48, floor=True
        ),
        Ring("street", (7, 0, -0.3), (181, 175), (900, 900), "street", powers=(24, 2), bands=4),
    ]
    return Group("ground", (0, 0, 0), tuple(parts), ESSENTIAL)


def court() -> Group:
    """The sunken court: floor, walls, a broad stair from the west, shops behind glass."""
    x0, y0, x1, y1 = PIT
    wide, deep = x1 - x0, y1 - y0
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    count = round(DEEP / STEP)
    parts: list[Shape] = [
        Box("floor", (*middle, -DEEP - 0.4), (wide, deep, 0.4), "paving_dark", ESSENTIAL, faces="t", floor=True),
        Box("wall-north", (middle[0], y1 + 0.2, -DEEP), (wide, 0.4, DEEP + 1.0), "concrete", ESSENTIAL, faces="snt"),
        Box("wall-south", (middle[0], y0 - 0.2, -DEEP), (wide, 0.4, DEEP + 1.0), "concrete", ESSENTIAL, faces="snt"),
        Box("wall-east", (x1 + 0.2, middle[1], -DEEP), (0.4, deep, DEEP + 1.0), "concrete", ESSENTIAL, faces="ewt"),
        Box(
            "shops",
            (middle[0] + 8, y1 - 0.3, -DEEP + 0.1),
            (wide * 0.55, 0.3, 3.6),
            "glass",
            ESSENTIAL,
            faces="s",
            gloss=0.7,
            glow=0.7,
        ),
        Box(
            "shops-east",
            (x1 - 0.3, middle[1], -DEEP + 0.1),
            (0.3, deep * 0.7, 3.6),
            "glass",
            ESSENTIAL,
            faces="w",
            gloss=0.7,
            glow=0.7,
        ),
    ]
    for i in range(count):
        top = -STEP * (i + 1)
        at = (x0 + TREAD * (i + 0.5), middle[1], -DEEP)
        size = (TREAD, deep, DEEP + top)
        if size[2] > 0.01:
            parts.append(
                Box(f"step-{i}", at, size, "stone_light", ESSENTIAL, faces="et", floor=True, tone=0.97 + 0.05 * (i % 2))
            )
    return Group("court", (0, 0, 0), tuple(parts), ESSENTIAL)


def city_wall() -> Group:
    """A strip of the old wall with the two-arched water gate and a thread of water through it."""
    parts: list[Shape] = []
    for name, south, north in (("south", -130.0, 46.0), ("north", 74.0, 150.0)):
        long = north - south
        parts += [
            Box(f"foot-{name}", (WALL_X, (south + north) / 2, 0), (3.2, long, 1.6), "stone_dark", ESSENTIAL, shade=0.8),
            Box(f"body-{name}", (WALL_X, (south + north) / 2, 1.6), (2.7, long, 1.8), "stone", ESSENTIAL),
        ]
        count = int(long / 1.9)
        stones = tuple(
            (
                WALL_X + side * (1.36 + 0.25 * (course < 2)),
                south + 1 + 1.9 * i + 0.5 * (course % 2),
                0.12 + 0.84 * course,
                90.0,
                0.95,
            )
            for i in range(count)
            for course in range(4)
            for side in (-1, 1)
        )
        stone = Box("stone", (0, 0, 0), (1.7, 0.14, 0.74), "granite", ORNAMENT, faces="snewt", until=0)
        parts.append(Scatter(f"stones-{name}", (0, 0, 0), stone, stones, ORNAMENT, vary=0.16))
        merlon = Box(f"merlon-{name}", (WALL_X, south + 1.6, 3.4), (1.0, 2.5, 0.9), "stone_light", SETTING)
        parts += row(merlon, int(long / 3.4), (0, 3.4, 0))
    arches = ((-4.4, 3.6, 3.2), (4.4, 3.6, 3.2))
    gate = Group("water-gate", (WALL_X, 60, 0), tuple(stone_base((27, 5, 5.0), arches)), ESSENTIAL, turn=90)
    return Group("city-wall", (0, 0, 0), (*parts, gate), ESSENTIAL)


def stream() -> Group:
    """Shallow water before the gate."""
    line = ((112.0, 57.0), (141.0, 56.0), (141.0, 64.0), (112.0, 63.0))
    return Group("stream", (0, 0, 0), (Water("stream", (0, 0, 0.09), line, "water", SETTING, flow=(0.2, 0)),), SETTING)


def masts() -> Group:
    """Two light masts of the stadium that stood here, 40 m."""
    found: list[Shape] = []
    for i, (x, y) in enumerate(((118.0, 118.0), (122.0, -150.0))):
        found.append(Lathe(f"mast-{i}", (x, y, 0), ((1.1, 0), (0.6, 34)), "white", ESSENTIAL, segments=10))
        found.append(Box(f"frame-{i}", (x, y, 32), (9.0, 0.5, 7.5), "steel", ESSENTIAL, turn=40, faces="snewtb"))
        for k in range(24):
            at = (-3.6 + 1.45 * (k % 6), -0.45, 0.8 + 1.7 * (k // 6))
            lamp = Lathe(
                f"lamp-{i}-{k}",
                (0, 0, 0),
                ((0.0, 0.0), (0.55, 0.25), (0.0, 0.9)),
                "lamp",
                SETTING,
                segments=6,
                glow=0.9,
            )
            found.append(Group(f"holder-{i}-{k}", (x, y, 32), (Group("one", at, (lamp,), SETTING),), SETTING, turn=40))
    return Group("masts", (0, 0, 0), tuple(found), ESSENTIAL)


def trees() -> tuple[Group, ...]:
    """On the lawns, and a row along the western street."""
    east: list[Planted] = []
    for i in range(44):
        x, y = 104 + 74 * even(i), -150 + 300 * ((i + 0.5) / 44)
        if abs(x - WALL_X) > 6 and abs(y - 60) > 12 and abs(y + 20) > 16:
            east.append((x, y, 0.0, ("zelkova", "pine", "cherry", "zelkova")[i % 4], i % 3, 0.8 + 0.3 * even(i, 3)))
    west = tuple((-150.0 + 9 * (i % 2), -140 + 14.5 * i, 0.0, ("ginkgo", "zelkova")[i % 2], 0, 0.95) for i in range(20))
    return (grove("trees-east", tuple(east)), grove("trees-west", west))


def furniture() -> Group:
    """Lamps and benches, and the field of white roses that light up at night."""
    posts = tuple((-138.0, -150 + 30 * i, 0.0) for i in range(11)) + tuple(
        (118.0, -140 + 34 * i, 0.0) for i in range(8)
    )
    seats = tuple((100 + 7 * (i % 2), -20 + 16 * i, 0.0, 90.0) for i in range(7))
    stems = []
    for i in range(340):
        x, y = -96 - 34 * even(i), -150 + 56 * even(i * 3, 4)
        stems.append((x, y, 0.0, 0.0, 0.85 + 0.3 * even(i, 2)))
    head = Lathe(
        "head",
        (0, 0, 0.62),
        ((0.02, 0), (0.1, 0.06), (0.08, 0.13), (0.0, 0.15)),
        "white",
        SETTING,
        segments=5,
        glow=0.55,
    )
    stem = Box("stem", (0, 0, 0), (0.03, 0.03, 0.62), "leaf", ORNAMENT, faces="sn", until=1)
    roses = Scatter("roses", (0, 0, 0), Group("rose", (0, 0, 0), (head, stem), SETTING), tuple(stems), SETTING)
    bed = Ring("bed", (-113, -122, 0.05), (0, 0), (20, 31), "grass", SETTING, powers=(2, 3), segments=32, floor=True)
    return Group("furniture", (0, 0, 0), (lamps(posts), benches(seats), roses, bed), SETTING)


def neighbours() -> Group:
    """The towers of the clothes markets in the west and blocks round about; the blocks stand for none."""
    rows = ((-232, 96, 46, 40, 108), (-236, 28, 40, 44, 122), (-234, -46, 44, 40, 96), (-230, -122, 40, 36, 84))
    colours = ("tower_mist", "tower_blue", "tower_sand", "tower_slate", "tower_cream")
    found = [
        Tower(f"market-{i}", (x, y, -0.3), (w, d, h), colours[i], SETTING, bay=3.4)
        for i, (x, y, w, d, h) in enumerate(rows)
    ]
    for i in range(80):
        a = i * 2.399963
        far = 250 + 460 * (i / 80) ** 0.8
        x, y = far * 1.05 * cos(a), far * sin(a)
        if x < -190 and abs(y) < 160 and x > -290:
            continue
        size = (34 + 26 * even(i, 2), 26 + 20 * even(i, 3), 16 + 44 * even(i, 1) ** 2)
        found.append(
            Tower(f"block-{i}", (x, y, -0.3), size, colours[i % 5], SETTING, turn=8 + 90 * (i % 2), parapet=False)
        )
    return Group("neighbours", (0, 0, 0), tuple(found), SETTING)
