"""Seoul Forest's ground: entrance square, mirror pond, ginkgo grove, lawn, the meadow of the deer with its footbridge.

Mirror pond 110 x 30 m with 3 cm of water, lawn 110 x 80 m, ginkgo grove, deer meadow 150 x 90 m, footbridge: general
knowledge; they lie nearer to each other than in truth. Bridge and square: estimates.
"""

from math import cos, pi, sin

from worlds.seoul.park_kit import Planted, benches, even, grove, lamps
from worlds.seoul.seoul_forest.animals import deer, horse
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Group,
    Ring,
    Scatter,
    Shape,
    Sign,
    Spot,
    Stripe,
    Tower,
    Tube,
    Water,
    row,
)

POND = (-78.0, -26.0, 55.0, 15.0)
"""Middle and half size of the mirror pond."""
MEADOW = (0.0, 122.0, 75.0, 42.0)
BRIDGE, WIDE, STEP, TREAD = 3.0, 3.4, 0.2, 0.42
"""Height of the footbridge's deck, its width; its steps. Metres."""


def ground() -> Group:
    """Lawns, paths, the square."""
    paths: tuple[tuple[Spot, ...], ...] = (
        ((0, -62), (0, 4)),
        ((0, -48), (-78, -48), (-140, -20), (-138, 70), (-60, 100)),
        ((0, -48), (78, -52), (140, -10), (138, 70), (60, 100)),
        ((-18, 4), (-66, 14), (-66, 74), (-18, 76), (18, 76), (66, 74), (66, 14), (18, 4), (-18, 4)),
        ((0, 76), (0, 79)),
    )
    parts: list[Shape] = [
        Box("grass", (0, 30, -1.0), (420, 360, 1.0), "grass", ESSENTIAL, faces="t", floor=True),
        Ring(
            "square",
            (0, -78, 0.04),
            (0, 0),
            (46, 26),
            "paving_light",
            ESSENTIAL,
            powers=(2, 2.6),
            segments=64,
            floor=True,
        ),
        Ring("square-ring", (0, -78, 0.055), (20, 12), (21, 12.7), "paving_dark", ORNAMENT, segments=64),
        Ring(
            "lawn",
            (0, 40, 0.03),
            (0, 0),
            (55, 32),
            "grass",
            ESSENTIAL,
            powers=(2, 3),
            tone=1.08,
            segments=64,
            floor=True,
        ),
        *(Stripe(f"path-{i}", (0, 0, 0.05), line, 4.6, "palace_ground", ESSENTIAL) for i, line in enumerate(paths)),
        Box("street", (0, -132, -1.0), (460, 40, 1.02), "asphalt", SETTING, faces="t", floor=True),
    ]
    return Group("ground", (0, 0, 0), tuple(parts), ESSENTIAL)


def pond() -> Group:
    """A flat sheet of water that mirrors the trees, with a stone edge and stepping stones."""
    x, y, wide, deep = POND
    ring = ((x - wide, y - deep), (x + wide, y - deep), (x + wide, y + deep), (x - wide, y + deep))
    edges = (
        Box("south", (x, y - deep - 0.5, 0), (2 * wide + 2, 1.0, 0.18), "granite", ESSENTIAL, floor=True),
        Box("north", (x, y + deep + 0.5, 0), (2 * wide + 2, 1.0, 0.18), "granite", ESSENTIAL, floor=True),
        Box("west", (x - wide - 0.5, y, 0), (1.0, 2 * deep, 0.18), "granite", ESSENTIAL, floor=True),
        Box("east", (x + wide + 0.5, y, 0), (1.0, 2 * deep, 0.18), "granite", ESSENTIAL, floor=True),
    )
    stones = tuple((x - 12 + 2.6 * (i % 2) * 0.2, y - deep + 1.5 + 2.0 * i, 0.0, 0.0, 1.0) for i in range(14))
    stone = Box("stone", (0, 0, 0), (1.5, 1.3, 0.17), "granite", SETTING)
    return Group(
        "mirror-pond",
        (0, 0, 0),
        (
            Water("water", (0, 0, 0.12), ring, "water_deep"),
            *edges,
            Scatter("stones", (0, 0, 0), stone, stones, SETTING),
        ),
        ESSENTIAL,
    )


def horses() -> Group:
    """Seven race horses at full stretch on a long plinth: a race course was here until 1989 (general knowledge)."""
    words = {"ko": "서울숲", "en": "Seoul Forest", "zh": "首尔林", "ja": "ソウルの森"}
    runners = tuple(
        (-9.0 + 3.3 * i, -77.5 + 1.5 * ((i * 2) % 3 - 1), 0.55, 8.0 * ((i % 3) - 1), 1.9 + 0.1 * (i % 2))
        for i in range(7)
    )
    parts = (
        Box("plinth", (1, -77.5, 0), (27, 8.4, 0.5), "granite", ESSENTIAL, shade=0.8, bevel=0.1),
        Box("turf", (1, -77.5, 0.5), (26, 7.4, 0.06), "moss", SETTING, faces="t"),
        Scatter("runners", (0, 0, 0), horse("runner"), runners, ESSENTIAL),
        Box("stone", (24, -86, 0), (7.4, 0.9, 2.0), "stone_base", ESSENTIAL, bevel=0.1),
        Sign("name", (24, -86.46, 0.5), (6.6, 1.2), words, "stone_base", "white"),
    )
    return Group("horses", (0, 0, 0), parts, ESSENTIAL)


def _fence() -> list[Shape]:
    """A wooden fence round the meadow."""
    x, y, wide, deep = MEADOW
    found: list[Shape] = []
    count = 72
    points = [
        (
            x + wide * cos(a) / max(abs(cos(a)) ** 4 + abs(sin(a)) ** 4, 1e-9) ** 0.25,
            y + deep * sin(a) / max(abs(cos(a)) ** 4 + abs(sin(a)) ** 4, 1e-9) ** 0.25,
        )
        for a in (2 * pi * i / count for i in range(count + 1))
    ]
    post = Box("post", (0, 0, 0), (0.16, 0.16, 1.3), "wood", SETTING, faces="snewt")
    found.append(Scatter("posts", (0, 0, 0), post, tuple((px, py, 0.0, 0.0, 1.0) for px, py in points[:-1]), SETTING))
    for i, z in enumerate((0.5, 1.1)):
        path = tuple((px, py, z) for px, py in points)
        found.append(Tube(f"rail-{i}", (0, 0, 0), path, (0.06,) * len(path), "wood", ESSENTIAL, segments=4))
    return found


def meadow() -> Group:
    """Deer on the grass behind their fence, hay racks."""
    x, y, wide, deep = MEADOW
    kinds = (deer("doe-grazing", True, False), deer("stag", False, True), deer("doe", False, False))
    found = _fence()
    for number, kind in enumerate(kinds):
        spots = []
        for i in range(number, 30, 3):
            px = x - wide * 0.8 + 1.6 * wide * ((i * 0.618034) % 1.0)
            py = y - deep * 0.75 + 1.3 * deep * ((i * 0.7548777) % 1.0)
            if abs(px) > 4:
                spots.append((px, py, 0.0, 360 * even(i), 0.95 + 0.2 * even(i, 2)))
        found.append(Scatter(f"deer-{number}", (0, 0, 0), kind, tuple(spots), SETTING, vary=0.08))
    for i, at in enumerate(((-38.0, 128.0), (34.0, 112.0))):
        found.append(Box(f"rack-{i}", (*at, 0.5), (3.0, 0.9, 0.5), "wood", SETTING))
        found.append(Box(f"hay-{i}", (*at, 1.0), (2.8, 0.7, 0.4), "flower_gold", SETTING, bevel=0.1))
        found.append(Box(f"foot-{i}", (*at, 0), (2.4, 0.3, 0.5), "wood", SETTING, faces="snew"))
    return Group("deer-meadow", (0, 0, 0), tuple(found), ESSENTIAL)


def footbridge() -> Group:
    """Wooden steps up from the lawn, and a deck over the meadow to its middle."""
    count = round(BRIDGE / STEP)
    south = MEADOW[1] - MEADOW[3] - 1.5
    parts: list[Shape] = []
    for i in range(count):
        at = (0.0, south - TREAD * (count - i) + TREAD / 2, 0.0)
        parts.append(Box(f"step-{i}", at, (WIDE, TREAD, STEP * (i + 1)), "wood", ESSENTIAL, faces="sewt", floor=True))
    end = MEADOW[1] + 8
    parts.append(
        Box(
            "deck",
            (0, (south + end) / 2, BRIDGE - 0.3),
            (WIDE, end - south, 0.3),
            "oak",
            ESSENTIAL,
            faces="snewtb",
            floor=True,
        )
    )
    parts.append(Box("round", (0, end + 4, BRIDGE - 0.3), (9, 8, 0.3), "oak", ESSENTIAL, faces="snewtb", floor=True))
    for side in (-1, 1):
        x = side * (WIDE / 2 - 0.06)
        parts.append(
            Box(
                f"rail-{side}",
                (x, (south + end) / 2, BRIDGE),
                (0.08, end - south, 1.15),
                "wood",
                ESSENTIAL,
                faces="snewt",
            )
        )
        parts.append(
            Box(f"end-{side}", (side * 4.45, end + 4, BRIDGE), (0.08, 8, 1.15), "wood", ESSENTIAL, faces="snewt")
        )
        parts.append(
            Box(f"near-{side}", (side * 3.1, end + 0.04, BRIDGE), (2.8, 0.08, 1.15), "wood", ESSENTIAL, faces="snewt")
        )
        pile = Box(f"pile-{side}", (side * 1.3, south + 4, 0), (0.3, 0.3, BRIDGE - 0.3), "wood", SETTING, faces="snew")
        parts += row(pile, 5, (0, 10, 0))
    parts.append(Box("far", (0, end + 7.96, BRIDGE), (9, 0.08, 1.15), "wood", ESSENTIAL, faces="snewt"))
    return Group("footbridge", (0, 0, 0), tuple(parts), ESSENTIAL)


def trees() -> tuple[Group, ...]:
    """The ginkgo grove in rows; broad woods on all sides; cherries by the lawn."""
    ginkgo = tuple(
        (78 + 7.0 * (i % 8) - 24, -38 + 6.5 * (i // 8), 0.0, "ginkgo", 0, 1.1 + 0.15 * even(i))
        for i in range(56)
        if abs(78 + 7.0 * (i % 8) - 24 - 66) > 4 or i // 8 < 6
    )
    wood: list[Planted] = []
    for i in range(230):
        a, far = i * 2.399963, 116 + 62 * even(i, 4)
        x, y = far * 1.12 * cos(a), 38 + far * sin(a)
        if y < -34 or (abs(x) < 84 and y > 74 and y < 168):
            continue
        wood.append(
            (x, y, 0.0, ("zelkova", "zelkova", "pine", "cherry", "zelkova")[i % 5], i % 3, 1.1 + 0.5 * even(i, 1))
        )
    lining: list[Planted] = []
    for i in range(30):
        a = 2 * pi * i / 30
        x, y = 63 * cos(a), 40 + 40 * sin(a)
        if abs(x) > 6:
            lining.append((x, y, 0.0, ("cherry", "zelkova")[i % 2], i % 3, 0.9 + 0.2 * even(i)))
    mirror = tuple((-128 + 8.4 * i, 2.0 - 2 * (i % 2), 0.0, ("zelkova", "pine")[i % 2], i % 3, 1.15) for i in range(13))
    quarter = {
        "wood-north-east": tuple(t for t in wood if t[0] >= 0 and t[1] >= 38),
        "wood-north-west": tuple(t for t in wood if t[0] < 0 and t[1] >= 38),
        "wood-south-east": tuple(t for t in wood if t[0] >= 0 and t[1] < 38),
        "wood-south-west": tuple(t for t in wood if t[0] < 0 and t[1] < 38),
    }
    return (
        grove("ginkgo-grove", ginkgo),
        grove("trees-lawn", tuple(lining)),
        grove("trees-pond", mirror),
        *(grove(name, some) for name, some in quarter.items()),
    )


def furniture() -> Group:
    """Lamps and benches along the paths."""
    posts = tuple((side * 5.0, -56.0 + 15 * i, 0.0) for i in range(4) for side in (-1, 1))
    posts += tuple(
        (60 * cos(2 * pi * i / 12), 40.0 + 37 * sin(2 * pi * i / 12), 0.0) for i in range(12) if i not in (3, 9)
    )
    seats = tuple((-120 + 12 * i, -44.5, 0.0, 180.0) for i in range(8)) + tuple(
        (58.0 + 8 * i, -47.5, 0.0, 180.0) for i in range(6)
    )
    return Group("furniture", (0, 0, 0), (lamps(posts), benches(seats)), SETTING)


def towers() -> Group:
    """The three tall houses beyond the south edge and blocks of Seongsu; general knowledge, places estimates."""
    tall: tuple[tuple[float, float, float, str], ...] = (
        (-170.0, -230.0, 196.0, "tower_blue"),
        (-110.0, -246.0, 196, "tower_blue"),
        (150.0, -240.0, 160, "tower_slate"),
        (210.0, -226.0, 160, "tower_slate"),
    )
    found = [
        Tower(f"tall-{i}", (x, y, 0), (40, 36, h), colour, SETTING, gloss=0.6, turn=20)
        for i, (x, y, h, colour) in enumerate(tall)
    ]
    for i in range(16):
        x = -330 + 44 * i
        found.append(
            Tower(
                f"block-{i}",
                (float(x), -186.0 - 60 * (i % 2), 0),
                (32, 24, 16 + 30 * even(i)),
                ("brick", "tower_rust", "tower_sand")[i % 3],
                SETTING,
                parapet=False,
            )
        )
    return Group("towers", (0, 0, 0), tuple(found), SETTING)
