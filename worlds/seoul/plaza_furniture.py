"""What stands on the plaza: benches round the lawn, lamps, planters, flagpoles, a cart of books.

Forty-eight lamps stand round the real lawn (Wikipedia); here every third is a post, the others lie in the ground.
"""

from math import atan2, degrees

from worlds.seoul import plaza_trees
from worlds.seoul.centre.furniture import bench, lamp, planter
from worlds.seoul.plaza_ground import PAVED, oval
from worlds.shape import ORNAMENT, SETTING, Box, Group, Lathe, Loft, Scatter, Shape, row

Place5 = tuple[float, float, float, float, float]


def flagpole() -> Group:
    """A pole 11 m high; its flag hangs in a light wind."""
    low = tuple((0.06 + 0.4 * i, 0.16 * (-1) ** i * (i > 0), 9.3 - 0.03 * i) for i in range(7))
    high = tuple((x, y * 0.8, z + 1.6) for x, y, z in low)
    return Group(
        "flagpole",
        (0, 0, 0),
        (
            Lathe("pole", (0, 0, 0), ((0.12, 0), (0.06, 11)), "white", segments=6),
            Lathe("ball", (0, 0, 11), ((0.1, 0), (0.12, 0.1), (0.0, 0.2)), "brass", ORNAMENT, segments=6),
            Loft("flag", (0, 0, 0), (low, high), "white", smooth=True, both=True),
        ),
    )


def book_cart() -> Group:
    """A book cart on wheels, both sides full of books."""
    spines = ("seoul_blue", "brick", "moss", "flower_gold", "cushion", "plaster", "tour_red")
    books = tuple(
        Box(
            f"book-{shelf}-{i}-{side}",
            (-0.7 + 0.14 * i, side * 0.16, 0.36 + 0.5 * shelf),
            (0.12, 0.2, 0.3 + 0.08 * ((i * 5 + shelf) % 3) / 2),
            spines[(i * 3 + shelf * 2 + (side > 0)) % 7],
            ORNAMENT,
            faces="snt",
            until=0,
        )
        for shelf in range(2)
        for i in range(11)
        for side in (-1, 1)
    )
    return Group(
        "book-cart",
        (0, 0, 0),
        (
            *row(Box("shelf", (0, 0, 0.3), (1.7, 0.7, 0.06), "oak", faces="snewtb"), 3, (0, 0, 0.5)),
            *row(Box("end", (-0.84, 0, 0.2), (0.06, 0.7, 1.15), "oak", faces="snewt"), 2, (1.68, 0, 0)),
            *row(
                Box("axle", (-0.7, 0, 0), (0.1, 0.56, 0.22), "metal", faces="snew", shade=0.6, until=0), 2, (1.4, 0, 0)
            ),
            Box("back", (0, 0, 0.3), (1.6, 0.04, 1.0), "oak", faces="sn", tone=0.85),
            Box("roof", (0, 0, 1.5), (1.9, 1.0, 0.08), "seoul_blue", faces="snewtb"),
            *row(Box("post", (-0.84, 0, 1.3), (0.06, 0.06, 0.2), "oak", ORNAMENT), 2, (1.68, 0, 0)),
            *books,
            *(
                Box(
                    "books",
                    (0, 0, 0.36 + 0.5 * shelf),
                    (1.5, 0.5, 0.33),
                    spines[shelf],
                    ORNAMENT,
                    faces="sn",
                    since=1,
                    until=1,
                )
                for shelf in range(2)
            ),
        ),
    )


def _facing_lawn(scale: float, angle: float) -> Place5:
    """A spot on a ring round the lawn, with the turn of something that looks at the lawn."""
    x, y = oval(scale, angle)
    return (x, y, PAVED, degrees(atan2(-y, -x)) + 90, 1.0)


BENCHES = tuple(_facing_lawn(1.17, 9.0 + 18 * i) for i in range(20) if i not in (4, 5, 14, 15))
LAMPS = (
    *((*oval(1.235, 11.25 + 22.5 * i), PAVED, 0.0, 1.0) for i in range(16) if i not in (3, 4, 11, 12)),
    *((x, 54.5, PAVED, 0.0, 1.0) for x in (-60.0, -40.0, -20.0, 20.0, 40.0, 60.0)),
)
PLANTERS = (
    *((side * x, 52.0, PAVED, 0.0, 1.0) for side in (-1, 1) for x in (18.0, 27.0, 36.0, 45.0)),
    *((side * 63.6, y, PAVED, 90.0, 1.0) for side in (-1, 1) for y in (-30.0, -14.0, 2.0, 18.0)),
)
CARTS = ((13.0, -46.6, PAVED, 180.0, 1.0),)
POLES = (
    (-10.5, 53.5, PAVED, 0.0, 1.0),
    (10.5, 53.5, PAVED, 0.0, 1.0),
    *((-55.0 + 3.2 * i, 46.0, PAVED, 20.0, 1.0) for i in range(3)),
)


def clusters() -> tuple[Group, ...]:
    """Four quarters: their furniture, and the trees between."""
    furniture = (
        (bench(), BENCHES),
        (lamp(), LAMPS),
        (planter(), PLANTERS),
        (flagpole(), POLES),
        (book_cart(), CARTS),
    )
    found = []
    for name, trees in plaza_trees.quarters().items():
        south, west = name.startswith("south"), name.endswith("west")
        things: tuple[Shape, ...] = tuple(
            Scatter(thing.name, (0, 0, 0), thing, kept)
            for thing, spots in furniture
            if (kept := tuple(s for s in spots if (s[0] < 0) == west and (s[1] < 0) == south))
        )
        found.append(Group(f"quarter-{name}", (0, 0, 0), (*things, *plaza_trees.scatters(trees)), SETTING))
    return (*found, plaza_trees.palace_grove())
