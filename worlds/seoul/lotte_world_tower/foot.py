"""The foot of Lotte World Tower: the plaza, Seokchon lake with its cherry trees and its castle, the towers of Jamsil.

Lake and plaza: general knowledge, sizes estimates; the lake's west half holds an amusement park on an island.
"""

from math import atan2, cos, degrees, pi, sin

from worlds.seoul.park_kit import Planted, benches, even, grove, lamps
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Group,
    Lathe,
    Point,
    Ring,
    Scatter,
    Shape,
    Spot,
    Stripe,
    Tower,
    Water,
    row,
)

LAKE: Point = (-20.0, -170.0, -1.6)
HALF: Spot = (118.0, 52.0)
WALK = 9.0


def _oval(grow: float, degrees_: float) -> Spot:
    a = degrees_ * pi / 180
    return (LAKE[0] + (HALF[0] + grow) * cos(a), LAKE[1] + (HALF[1] + grow) * sin(a))


def ground() -> Group:
    """Plaza round the tower, the road, lawns down to the lake's path."""
    parts: list[Shape] = [
        Box("plaza", (0, 20, -0.4), (170, 200, 0.4), "paving_light", ESSENTIAL, floor=True),
        Box("plaza-south", (0, -86, -0.4), (330, 12.2, 0.4), "paving", ESSENTIAL, floor=True),
        Ring(
            "lawn",
            (LAKE[0], LAKE[1], -0.2),
            (HALF[0] + WALK, HALF[1] + WALK),
            (178, 80),
            "grass",
            ESSENTIAL,
            powers=(2, 14),
            floor=True,
        ),
        Ring(
            "path",
            (LAKE[0], LAKE[1], -0.18),
            (HALF[0] + 1, HALF[1] + 1),
            (HALF[0] + WALK, HALF[1] + WALK),
            "paving",
            ESSENTIAL,
            floor=True,
        ),
        Ring("city", (0, -70, -0.6), (215, 215), (900, 900), "street", powers=(14, 2), bands=4),
        Ring("under", (LAKE[0], LAKE[1], -0.62), (HALF[0] + 3, HALF[1] + 3), (210, 110), "street", powers=(2, 8)),
        Box("under-north", (0, 36, -1.0), (432, 240, 0.38), "street", ESSENTIAL, floor=True),
    ]
    band = Stripe("band", (0, 0, 0.015), ((-82, -78), (-82, 116)), 0.6, "paving_dark", ORNAMENT)
    parts += row(band, 12, (15, 0, 0))
    return Group("ground", (0, 0, 0), tuple(parts), ESSENTIAL)


def lake() -> Group:
    """The water, its stone bank, the castle isle in the west."""
    outline = tuple(_oval(0.6, 360 * i / 48) for i in range(48))
    parts: list[Shape] = [
        Water("seokchon", (0, 0, LAKE[2]), outline, "water_deep"),
        Ring(
            "rim",
            (LAKE[0], LAKE[1], -0.18),
            (HALF[0] + 0.2, HALF[1] + 0.2),
            (HALF[0] + 1.2, HALF[1] + 1.2),
            "granite",
            ESSENTIAL,
        ),
        Ring(
            "bank",
            (LAKE[0], LAKE[1], LAKE[2] - 0.3),
            (HALF[0] + 1.2, HALF[1] + 1.2),
            (HALF[0] - 0.4, HALF[1] - 0.4),
            "stone_dark",
            ESSENTIAL,
            rise=1.8,
        ),
    ]
    posts = tuple((*_oval(1.4, 360 * i / 96), -0.2, 0.0, 1.0) for i in range(96))
    parts.append(
        Scatter(
            "posts",
            (0, 0, 0),
            Box("post", (0, 0, 0), (0.12, 0.12, 1.1), "metal", SETTING, faces="snewt"),
            posts,
            SETTING,
        )
    )
    for i in range(48):
        a, b = _oval(1.4, 7.5 * i), _oval(1.4, 7.5 * (i + 1))
        middle, turn = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), degrees(atan2(b[1] - a[1], b[0] - a[0]))
        long = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
        parts.append(Box(f"rail-{i}", (*middle, 0.8), (long, 0.07, 0.08), "metal", SETTING, faces="snewt", turn=turn))
    return Group("lake", (0, 0, 0), tuple(parts), ESSENTIAL)


def castle() -> Group:
    """The white castle on its isle: a keep, four spires, blue cones."""
    parts: list[Shape] = [
        Lathe("isle", (0, 0, -0.8), ((30, 0), (28, 1.4), (0, 1.6)), "grass", ESSENTIAL, segments=20, squash=(1, 0.7)),
        Box("keep", (0, 0, 0.8), (16, 11, 11), "white", ESSENTIAL),
        Box("gate", (0, -6.2, 0.8), (5, 2, 6), "stone_light", ESSENTIAL),
    ]
    for i, (x, y, high) in enumerate(((-8, -5.5, 16), (8, -5.5, 16), (-8, 5.5, 20), (8, 5.5, 18), (0, 1, 28))):
        parts.append(
            Lathe(
                f"spire-{i}", (x, y, 0.8), ((2.2, 0), (2.0, high), (2.6, high + 0.3)), "white", ESSENTIAL, segments=10
            )
        )
        parts.append(Lathe(f"cone-{i}", (x, y, 0.8 + high), ((2.8, 0), (0.0, 8)), "seoul_blue", ESSENTIAL, segments=10))
    return Group("castle", (LAKE[0] - 62, LAKE[1] + 2, LAKE[2]), tuple(parts), ESSENTIAL)


def trees() -> tuple[Group, ...]:
    """Cherry trees round the lake in two rows, zelkovas on the plaza."""
    found: list[Planted] = []
    for i in range(56):
        x, y = _oval(14 + 7 * (i % 2), 360 * i / 56)
        if y > -96 and abs(x) < 16:
            continue
        found.append((x, y, -0.2, ("cherry", "cherry", "zelkova")[i % 3], i % 2, 0.85 + 0.25 * even(i)))
    plaza = tuple(
        (side * (62 + 9 * (i % 2)), -70 + 24 * i, 0.0, ("zelkova", "ginkgo")[i % 2], 0, 0.9)
        for i in range(7)
        for side in (1,)
    )
    west = tuple(t for t in found if t[0] < LAKE[0])
    east = tuple(t for t in found if t[0] >= LAKE[0])
    return (grove("trees-west", west), grove("trees-east", east), grove("trees-plaza", plaza))


def furniture() -> Group:
    """Lamps along the lake and the plaza, benches by the water."""
    posts = tuple((*_oval(10.5, 360 * i / 26), -0.2) for i in range(26)) + tuple(
        (x, -76.0, 0.0) for x in (-60, -30, 30, 60)
    )
    seats = tuple((*_oval(7.5, 360 * (i + 0.5) / 26), -0.2, 360 * (i + 0.5) / 26 - 90) for i in range(26))
    return Group("furniture", (0, 0, 0), (lamps(posts), benches(seats)), SETTING)


def neighbours() -> Group:
    """Flats and offices of Jamsil, far enough not to be in the way; they stand for none in particular."""
    found = []
    colours = ("tower_cream", "white", "tower_sand", "tower_mist", "tower_blue")
    for i in range(110):
        angle, far = i * 2.399963, 330 + 560 * (i / 110) ** 0.8
        x, y = far * cos(angle), far * sin(angle) - 40
        tall = 40 + 60 * even(i, 1)
        size = (60 + 30 * even(i, 2), 18 + 14 * even(i, 3), tall)
        found.append(
            Tower(
                f"flats-{i}",
                (x, y, -0.6),
                size,
                colours[i % 5],
                SETTING,
                turn=20 + 90 * (i % 2),
                parapet=False,
                storey=3.0,
            )
        )
    return Group("neighbours", (0, 0, 0), tuple(found), SETTING)
