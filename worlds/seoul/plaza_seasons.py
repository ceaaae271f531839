"""What comes and goes on the plaza: the library on the lawn, the summer's water, dragonflies, the winter's ice.

The open-air library stands in spring and autumn, the ice rink from the middle of December to February since 2004
(Wikipedia); the water field measures 20 x 12 m, the rink 60 x 30 m (estimates). What comes and goes is in nobody's way.
"""

from math import cos, pi, sin

from worlds.seoul.plaza_furniture import book_cart
from worlds.seoul.plaza_ground import PAVED, oval
from worlds.shape import (
    ORNAMENT,
    SETTING,
    Box,
    Group,
    Lathe,
    Leaves,
    Loft,
    Scatter,
    Shape,
    Sign,
    Spot,
    Tree,
    Tube,
    Water,
    row,
)

Five = tuple[float, float, float, float, float]
GOLDEN = 0.6180339887498949
GRASS = 0.27
BAGS = ("flower_rose", "flower_gold", "seoul_blue", "cushion", "flower_lilac", "cushion_warm")
POOL: tuple[float, float, float, float] = (-60.0, -46.5, -40.0, -34.5)
"""x0, y0, x1, y1 of the water field, on the paving south-west of the lawn."""
ICE = (60.0, 30.0)
LIBRARY = {"ko": "책읽는 서울광장", "en": "Seoul Outdoor Library", "zh": "户外图书馆", "ja": "野外図書館"}
RINK = {"ko": "서울광장 스케이트장", "en": "Seoul Plaza Ice Rink", "zh": "首尔广场溜冰场", "ja": "ソウル広場スケート場"}


def _spread(count: int, low: Spot, high: Spot, z: float, salt: int = 0) -> tuple[Five, ...]:
    """Spots strewn evenly over a rectangle, with turns and sizes of their own."""
    found = []
    for i in range(count):
        a, b = ((i + 1 + salt * 7) * GOLDEN) % 1.0, ((i + 1 + salt * 3) * 0.7548776662466927) % 1.0
        x, y = low[0] + (high[0] - low[0]) * a, low[1] + (high[1] - low[1]) * b
        found.append((x, y, z, 360.0 * ((i * 0.37 + salt) % 1.0), 0.8 + 0.4 * b))
    return tuple(found)


def _bag(colour: str) -> Lathe:
    """A bean bag with the hollow of someone who sat in it."""
    return Lathe(
        "bag",
        (0, 0, 0),
        ((0.42, 0), (0.52, 0.18), (0.42, 0.42), (0.2, 0.62), (0, 0.64)),
        colour,
        segments=8,
        squash=(1, 1.15),
    )


def _parasol(colour: str) -> Group:
    """A parasol with eight faces over a low round table."""
    cloth = ((1.7, 2.15), (1.2, 2.4), (0.0, 2.75))
    return Group(
        "parasol",
        (0, 0, 0),
        (
            Lathe("pole", (0, 0, 0), ((0.05, 0), (0.04, 2.6)), "white", segments=5),
            Lathe("cloth", (0, 0, 0), cloth, colour, segments=8, smooth=False),
            Lathe(
                "under", (0, 0, 0), ((0.0, 2.62), (1.68, 2.13)), colour, ORNAMENT, segments=8, smooth=False, tone=0.8
            ),
            Lathe("table", (0, 0, 0), ((0.4, 0.45), (0.4, 0.5), (0, 0.5)), "oak", ORNAMENT, segments=8),
        ),
    )


def _library() -> Group:
    """Bean bags, mats, parasols and book carts on the lawn."""
    parts: list[Shape] = []
    for i, colour in enumerate(BAGS):
        parts.append(Scatter(f"bags-{colour}", (0, 0, 0), _bag(colour), _spread(9, (-30, -16), (30, 22), GRASS, i)))
    for i, colour in enumerate(("flower_white", "flower_gold", "flower_rose")):
        parts.append(
            Scatter(f"parasols-{colour}", (0, 0, 0), _parasol(colour), _spread(3, (-26, -12), (27, 18), GRASS, i + 20))
        )
    carts = tuple(
        (side * (8.0 + 9.0 * i), 25.0 - 2.2 * i, GRASS, -side * 8.0 * i, 1.25) for side in (-1, 1) for i in range(3)
    )
    parts.append(Scatter("carts", (0, 0, 0), book_cart(), carts))
    parts.append(Sign("name", (0, 27.5, 1.5), (7.0, 0.9), LIBRARY, "seoul_blue", "white"))
    parts += row(Box("sign-post", (-3.3, 27.53, GRASS), (0.12, 0.06, 1.3), "oak"), 2, (6.6, 0, 0))
    return Group("library", (0, 0, 0), tuple(parts), SETTING)


def _fallen(name: str, colour: str, season: str, spots: tuple[Five, ...]) -> Group:
    """Petals or leaves that lie on the ground in small drifts."""
    drift = Lathe(
        "drift",
        (0, 0, 0),
        ((0.62, 0.0), (0.4, 0.03), (0.0, 0.045)),
        colour,
        ORNAMENT,
        segments=7,
        squash=(1.3, 0.7),
        until=1,
    )
    return Group(
        name, (0, 0, 0), (Scatter("drifts", (0, 0, 0), drift, spots, ORNAMENT, vary=0.12),), ORNAMENT, seasons=(season,)
    )


def _round(count: int, scale: float, z: float, size: float = 1.0) -> tuple[Five, ...]:
    """Spots round the lawn, a little loose."""
    found = []
    for i in range(count):
        loose = ((i * GOLDEN) % 1.0 - 0.5) * 0.16
        x, y = oval(scale + loose, 360.0 * i / count)
        found.append((x, y, z, 137.5 * i, size * (0.7 + 0.8 * ((i * 0.37) % 1.0))))
    return tuple(found)


def _blossom() -> Group:
    """Cherries in flower round the lawn's southern half."""
    cherry = Tree("cherry", (0, 0, 0), "cherry", SETTING)
    spots = tuple(
        (*oval(1.17, angle), PAVED, angle * 7.0, 0.72) for angle in (186.0, 205.0, 300.0, 318.0, 336.0, 354.0)
    )
    return Group(
        "blossom", (0, 0, 0), (Scatter("cherries", (0, 0, 0), cherry, spots, vary=0.05),), SETTING, seasons=("spring",)
    )


def _water() -> Group:
    """The floor fountain's field under a hand of water, with its jets, parasols and deck chairs beside it."""
    x0, y0, x1, y1 = POOL
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    jet = Lathe(
        "jet",
        (0, 0, 0),
        ((0.05, 0), (0.035, 1.1), (0.08, 1.7), (0.0, 1.9)),
        "fall",
        segments=5,
        smooth=False,
        glow=0.25,
    )
    jets = tuple(
        (x0 + 2 + 16.0 * (i % 9) / 8, y0 + 2 + 8.0 * (i // 9) / 3, PAVED + 0.05, 0.0, 0.55 + 0.5 * abs(sin(i * 1.7)))
        for i in range(36)
    )
    chair = Group(
        "deck-chair",
        (0, 0, 0),
        (
            Loft(
                "cloth",
                (0, 0, 0),
                (
                    ((-0.3, -0.6, 0.3), (0.3, -0.6, 0.3)),
                    ((-0.3, 0.1, 0.28), (0.3, 0.1, 0.28)),
                    ((-0.3, 0.62, 0.95), (0.3, 0.62, 0.95)),
                ),
                "flower_white",
                both=True,
            ),
            *row(Box("rail", (-0.32, 0, 0.0), (0.05, 1.2, 0.3), "oak", ORNAMENT, faces="snewt"), 2, (0.64, 0, 0)),
        ),
    )
    beside = tuple((x0 + 2.5 + 3.0 * i, y1 + 2.0, PAVED, 180.0 + 8.0 * (i % 3 - 1), 1.0) for i in range(6))
    rim = Box("rim", (*middle, PAVED), (x1 - x0 + 1.0, y1 - y0 + 1.0, 0.03), "stone_dark", faces="snewt", floor=True)
    outline = ((-10.0, -6.0), (10.0, -6.0), (10.0, 6.0), (-10.0, 6.0))
    return Group(
        "water-field",
        (0, 0, 0),
        (
            rim,
            Water("pool", (*middle, PAVED + 0.06), outline, seasons=("summer",)),
            Scatter("jets", (0, 0, 0), jet, jets),
            Scatter("chairs", (0, 0, 0), chair, beside),
            *(
                Scatter(
                    f"parasols-{colour}",
                    (0, 0, 0),
                    _parasol(colour),
                    tuple((x0 + 4 + 6.0 * i + dx, y1 + 3.4, PAVED, 20.0 * i, 1.0) for i in range(3)),
                )
                for dx, colour in ((0.0, "seoul_blue"), (3.0, "flower_white"))
            ),
            *(
                Scatter(
                    f"lawn-parasols-{colour}",
                    (0, 0, 0),
                    _parasol(colour),
                    _spread(4, (-34, -22), (34, 24), GRASS, i + 11),
                )
                for i, colour in enumerate(("seoul_blue", "flower_gold"))
            ),
        ),
        SETTING,
        seasons=("summer",),
    )


def _dragonflies() -> Group:
    """Red dragonflies over the lawn."""
    wings = tuple(
        Loft(
            f"wing-{i}",
            (0, 0, 0),
            (((0.02, y, 0.0), (s * 0.16, y - 0.03, 0.02)), ((0.02, y + 0.035, 0.0), (s * 0.16, y + 0.03, 0.02))),
            "glass_light",
            ORNAMENT,
            both=True,
        )
        for i, (s, y) in enumerate(((-1, 0.0), (1, 0.0), (-1, 0.06), (1, 0.06)))
    )
    one = Group(
        "dragonfly",
        (0, 0, 0),
        (
            Tube(
                "body",
                (0, 0, 0),
                ((0, -0.16, 0), (0, 0.05, 0.01), (0, 0.1, 0)),
                (0.008, 0.02, 0.016),
                "tour_red",
                ORNAMENT,
                segments=4,
            ),
            *wings,
        ),
    )
    spots = tuple(
        (x, y, 1.3 + 1.4 * ((i * 0.29) % 1.0), turn, 1.5)
        for i, (x, y, _, turn, _) in enumerate(_spread(26, (-34, -44), (26, 20), 0.0, 5))
    )
    return Group(
        "dragonflies",
        (0, 0, 0),
        (Scatter("dragonflies", (0, 0, 0), one, spots, ORNAMENT),),
        ORNAMENT,
        seasons=("autumn",),
    )


def _hut(roof: str) -> Group:
    """A wooden hut of the winter market with a lit hatch."""
    gable = (((-1.9, -1.4, 2.3), (1.9, -1.4, 2.3)), ((-1.9, 0, 3.3), (1.9, 0, 3.3)))
    back = (((1.9, 1.4, 2.3), (-1.9, 1.4, 2.3)), ((1.9, 0, 3.3), (-1.9, 0, 3.3)))
    return Group(
        "hut",
        (0, 0, 0),
        (
            Box("walls", (0, 0, 0), (3.4, 2.4, 2.5), "wood", shade=0.75),
            Loft("roof", (0, 0, 0), gable, roof, both=True),
            Loft("roof-back", (0, 0, 0), back, roof, both=True),
            Box("hatch", (0, -1.22, 1.0), (2.4, 0.06, 1.0), "lamp", faces="s", glow=1.0),
            Box("counter", (0, -1.4, 0.9), (2.7, 0.4, 0.08), "oak", faces="snewtb"),
            *row(
                Box("bulb", (-1.6, -1.46, 2.24), (0.1, 0.1, 0.1), "lamp", ORNAMENT, faces="snewb", glow=1.0, until=1),
                9,
                (0.4, 0, 0),
            ),
        ),
    )


def _rink() -> Group:
    """The ice with its boards and lines, the huts on its southern side, and a tall lit tree."""
    x, y = ICE[0] / 2, ICE[1] / 2
    z = GRASS + 0.06
    outline: list[Spot] = []
    for cx, cy, first in ((x - 6, y - 6, 0.0), (-x + 6, y - 6, 90.0), (-x + 6, -y + 6, 180.0), (x - 6, -y + 6, 270.0)):
        outline += [
            (cx + 6 * cos((first + 30 * k) * pi / 180), cy + 6 * sin((first + 30 * k) * pi / 180)) for k in range(4)
        ]
    closed = [*outline, outline[0]]

    def board(name: str, low: float, high: float, colour: str, inward: bool) -> Loft:
        line = closed[::-1] if inward else closed
        rows = tuple(tuple((px, py, h) for px, py in line) for h in (low, high))
        return Loft(name, (0, 0, z), rows, colour)

    cone = Lathe(
        "cone",
        (0, 0, 0),
        ((2.4, 1.0), (1.7, 3.2), (2.0, 3.2), (1.3, 5.6), (1.5, 5.6), (0.0, 9.6)),
        "fern",
        segments=10,
        smooth=False,
    )
    bulbs = tuple(
        (2.5 * (1 - i / 60) * cos(i * 2.4), 2.5 * (1 - i / 60) * sin(i * 2.4), 1.0 + 8.2 * i / 60, 0.0, 1.0)
        for i in range(60)
    )
    bulb = Box("bulb", (0, 0, 0), (0.14, 0.14, 0.14), "lamp", ORNAMENT, faces="snewt", glow=1.0, until=1)
    star = Leaves("star", (0, 0, 9.3), (0.45, 0.45, 0.45), "mark_yellow", rough=0.5, fine=0, glow=1.0)
    tree = Group("lit-tree", (0, 24, GRASS), (cone, Scatter("bulbs", (0, 0, 0), bulb, bulbs, ORNAMENT), star))
    huts = tuple((s * 37.0, -11.0 + 11.0 * i, GRASS, -s * 90.0, 1.0) for i in range(3) for s in (-1, 1))
    return Group(
        "ice-rink",
        (0, 0, 0),
        (
            Water("ice", (0, 0, z), tuple(outline), "ice", seasons=("winter",)),
            board("boards", -0.1, 1.1, "white", False),
            board("boards-inside", -0.1, 1.1, "white", True),
            board("line", 0.82, 1.0, "seoul_blue", True),
            board("line-outside", 0.82, 1.0, "seoul_blue", False),
            Scatter("huts", (0, 0, 0), _hut("roof_red"), huts[::2]),
            Scatter("huts-green", (0, 0, 0), _hut("palace_green"), huts[1::2]),
            Sign("name", (0, y + 0.1, z + 1.5), (12, 1.3), RINK, "seoul_blue", "white", glow=0.5),
            *row(Box("mast", (-5.8, y + 0.14, z), (0.16, 0.1, 1.6), "white"), 2, (11.6, 0, 0)),
            tree,
        ),
        SETTING,
        seasons=("winter",),
    )


def _lights() -> Group:
    """Small lamps in the trees along both sides of the field."""
    spots: list[Five] = []
    for side in (-1, 1):
        for number in range(9):
            for i in range(11):
                angle, high = i * 2.4 + number, i / 11
                reach = 2.5 * (1 - abs(2 * high - 0.9) * 0.6)
                spots.append(
                    (
                        side * 60.8 + reach * cos(angle),
                        -40 + 9.8 * number + reach * sin(angle),
                        3.2 + 4.4 * high,
                        0.0,
                        1.0,
                    )
                )
    bulb = Box("bulb", (0, 0, 0), (0.13, 0.13, 0.13), "lamp", ORNAMENT, faces="snew", glow=1.0)
    return Group(
        "tree-lights",
        (0, 0, 0),
        (Scatter("bulbs", (0, 0, 0), bulb, tuple(spots), ORNAMENT),),
        ORNAMENT,
        seasons=("winter",),
    )


def clusters() -> tuple[Group, ...]:
    """One group for each season."""
    library = _library()
    petals = _fallen("petals", "blossom", "spring", _round(54, 1.14, PAVED + 0.01, 0.8))
    leaves = _fallen("ginkgo-leaves", "ginkgo", "autumn", _round(70, 1.2, PAVED + 0.01))
    return (
        Group("spring", (0, 0, 0), (library, _blossom(), petals), SETTING, seasons=("spring",)),
        Group("summer", (0, 0, 0), (_water(),), SETTING, seasons=("summer",)),
        Group("autumn", (0, 0, 0), (library, _dragonflies(), leaves), SETTING, seasons=("autumn",)),
        Group("winter", (0, 0, 0), (_rink(), _lights()), SETTING, seasons=("winter",)),
    )
