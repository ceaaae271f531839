"""The old City Hall of 1926, now the Seoul Metropolitan Library: stone wings, arcade, portico, clock tower, dome.

Facade about 92 m with 25 bays, kept depth about 22 m, parapet about 19 m, dome about 36 m above the plaza (general
knowledge, not measured); reinforced concrete with a granite base and stone-like plaster (heritage.go.kr, no. 52).
The group's zero lies in the middle of the front line of the wings, at plaza height; it looks south.
"""

from worlds.seoul.clock_tower import clock_tower
from worlds.seoul.masonry import grown, slab
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Facade,
    Group,
    Lathe,
    Point,
    Shape,
    Sign,
    Spot,
    Storey,
)

STOREYS = (Storey(1.3, 5.4, 2.0, 4.5), Storey(5.4, 9.4, 6.4, 8.8), Storey(9.4, 13.2, 10.3, 12.5))
ATTIC = Storey(13.2, 16.4, 14.0, 15.8)
CROWN = Storey(16.4, 20.2, 17.2, 19.2)
DEPTH = 20.0
DREAM = {
    "ko": "함께 걷는 광장, 열린 시청",
    "en": "A plaza to share, a city hall for all",
    "zh": "同行的广场，开放的市厅",
    "ja": "ともに歩む広場、ひらかれた市庁",
}
"""The board on the front (Kkumsaegim-pan), which carries a new line every season; this one is our own."""
NAME = {
    "ko": "서울도서관 · 서울시청",
    "en": "Seoul Library · City Hall",
    "zh": "首尔图书馆 · 首尔市政厅",
    "ja": "ソウル図書館 · ソウル市庁",
}
CORNICE = ((0.15, 0.35), (0.45, 0.3), (0.75, 0.4))
"""Steps of the main cornice: metres out, metres high."""


def old_hall(at: Point) -> Group:
    """The whole hall at a point of the plaza."""
    centre = Group("centre", (0, -2.4, 0), (*_centre(), *_portico()), ESSENTIAL)
    tower = Group("tower", (0, 9.2, 21.25), clock_tower(), ESSENTIAL)
    wings = (
        _body("wing-west", (-39, 0), (-12, DEPTH), 3.86, "s"),
        _body("wing-east", (12, 0), (39, DEPTH), 3.86, "s"),
        _body("end-west", (-46, -1.4), (-39, DEPTH + 2), 3.5, "sew"),
        _body("end-east", (39, -1.4), (46, DEPTH + 2), 3.5, "sew"),
    )
    board = Sign("dream-board", (-25.5, -0.45, 5.9), (15.0, 5.4), DREAM, "signboard", "seoul_blue")
    return Group("old-hall", at, (*wings, centre, tower, board), ESSENTIAL)


def _walls(low: Spot, high: Spot, storeys: tuple[Storey, ...], bay: float, sides: str) -> list[Shape]:
    """Windowed walls on the named sides of a body."""
    (x0, y0), (x1, y1) = low, high
    runs = {
        "s": ((x0, y0, 0), x1 - x0, 0.0),
        "e": ((x1, y0, 0), y1 - y0, 90.0),
        "n": ((x1, y1, 0), x1 - x0, 180.0),
        "w": ((x0, y1, 0), y1 - y0, 270.0),
    }
    return [
        Facade(f"wall-{side}", at, length, storeys, "stone", ESSENTIAL, bay=bay, turn=turn, hood=side == "s")
        for side, (at, length, turn) in runs.items()
        if side in sides
    ]


def _crown(low: Spot, high: Spot, foot: float, rim: float) -> list[Shape]:
    """Cornice, parapet and roof on a body; `rim` is the parapet's height."""
    parts: list[Shape] = []
    z = foot
    for i, (out, high_) in enumerate(CORNICE):
        last = i == len(CORNICE) - 1
        detail = ESSENTIAL if last else ORNAMENT
        parts.append(
            slab(
                f"cornice-{i}",
                *grown(low, high, out),
                z,
                z + high_,
                "stone_light",
                detail=detail,
                faces="snewtb",
                shade=0.75,
            )
        )
        z += high_
    (x0, y0), (x1, y1) = low, high
    parts += [
        slab("parapet-s", (x0 - 0.1, y0 - 0.1), (x1 + 0.1, y0 + 0.5), z, z + rim, "stone"),
        slab("parapet-n", (x0 - 0.1, y1 - 0.5), (x1 + 0.1, y1 + 0.1), z, z + rim, "stone"),
        slab("parapet-w", (x0 - 0.1, y0 + 0.5), (x0 + 0.5, y1 - 0.5), z, z + rim, "stone", faces="ewt"),
        slab("parapet-e", (x1 - 0.5, y0 + 0.5), (x1 + 0.1, y1 - 0.5), z, z + rim, "stone", faces="ewt"),
        slab("roof", low, high, z, z + 0.03, "roof", faces="t"),
    ]
    return parts


def _body(name: str, low: Spot, high: Spot, bay: float, sides: str) -> Group:
    """A wing: base, four rows of windows, string course, cornice, parapet."""
    back = "n"
    parts: list[Shape] = [
        slab("base", *grown(low, high, 0.2), 0, 1.3, "stone_base", detail=ESSENTIAL, shade=0.7),
        *_walls(low, high, (*STOREYS, ATTIC), bay, sides + back),
        slab("string", *grown(low, high, 0.18), 5.25, 5.6, "stone_light", detail=ORNAMENT, faces="snewtb", shade=0.8),
        slab(
            "string-attic",
            *grown(low, high, 0.12),
            13.05,
            13.3,
            "stone_light",
            detail=ORNAMENT,
            faces="snewtb",
            shade=0.8,
        ),
        *_crown(low, high, 16.4, 0.9),
    ]
    return Group(name, (0, 0, 0), tuple(parts), ESSENTIAL)


def _centre() -> list[Shape]:
    """The middle block: an arcade of three doors, giant pilasters, an attic and a stepped gable. Zero: its front."""
    half, deep, bay = 12.0, DEPTH + 2.4, 24.0 / 7
    low, high = (-half, 0.0), (half, deep)
    ground = (Storey(1.3, 5.4, 2.0, 4.5),)
    doors = (Storey(0.0, 5.4, 0.75, 4.75),)
    parts: list[Shape] = [
        slab("base", (-half - 0.2, -0.2), (-1.5 * bay, deep), 0, 1.3, "stone_base", detail=ESSENTIAL, shade=0.7),
        slab("base-east", (1.5 * bay, -0.2), (half + 0.2, deep), 0, 1.3, "stone_base", detail=ESSENTIAL, shade=0.7),
        Facade("ground-west", (-half, 0, 0), 2 * bay, ground, "stone", ESSENTIAL, bay=bay, width=1.6),
        Facade("ground-east", (1.5 * bay, 0, 0), 2 * bay, ground, "stone", ESSENTIAL, bay=bay, width=1.6),
        Facade(
            "arcade",
            (-1.5 * bay, 0, 0),
            3 * bay,
            doors,
            "stone",
            ESSENTIAL,
            bay=bay,
            width=2.3,
            recess=0.9,
            glass="door",
            arch=True,
            hood=False,
            lit=1.0,
        ),
        Facade("front", (-half, 0, 0), 2 * half, (*STOREYS[1:], ATTIC, CROWN), "stone", ESSENTIAL, bay=bay),
        Facade("east", (half, 0, 0), deep, (CROWN,), "stone", ESSENTIAL, bay=3.6, turn=90, hood=False),
        Facade("west", (-half, deep, 0), deep, (CROWN,), "stone", ESSENTIAL, bay=3.6, turn=270, hood=False),
        Facade(
            "north",
            (half, deep, 0),
            2 * half,
            (*STOREYS, ATTIC, CROWN),
            "stone",
            ESSENTIAL,
            bay=4.0,
            turn=180,
            hood=False,
        ),
        slab("cheek-west", (-half, 0), (-half + 0.02, 2.4), 1.3, 16.4, "stone", faces="w"),
        slab("cheek-east", (half - 0.02, 0), (half, 2.4), 1.3, 16.4, "stone", faces="e"),
        slab(
            "string",
            (-half - 0.2, -0.25),
            (half + 0.2, 2.6),
            5.25,
            5.7,
            "stone_light",
            detail=SETTING,
            faces="sewtb",
            shade=0.8,
        ),
        slab(
            "architrave",
            (-half - 0.4, -0.7),
            (half + 0.4, 2.6),
            16.3,
            17.0,
            "stone_light",
            detail=ESSENTIAL,
            faces="sewtb",
            shade=0.7,
        ),
        *_crown(low, high, 20.2, 1.1),
        slab("gable", (-5.2, -0.2), (5.2, 1.4), 21.25, 23.4, "stone_light"),
        slab("gable-top", (-3.6, -0.2), (3.6, 1.2), 23.4, 24.3, "stone_light", detail=ORNAMENT),
    ]
    for i in range(8):
        x = -half + i * bay
        parts += [
            slab(f"pilaster-{i}", (x - 0.42, -0.38), (x + 0.42, 0), 5.7, 16.3, "stone_light", faces="sew"),
            slab(f"foot-{i}", (x - 0.54, -0.5), (x + 0.54, 0), 5.7, 6.3, "stone_light", detail=ORNAMENT, faces="sewt"),
            slab(
                f"capital-{i}",
                (x - 0.56, -0.52),
                (x + 0.56, 0),
                15.5,
                16.3,
                "stone_light",
                detail=ORNAMENT,
                faces="sewb",
            ),
        ]
    return parts


def _portico() -> list[Shape]:
    """Five steps, four columns, an entablature with a balcony rail. Zero: the front of the middle block."""
    column = ((0.56, 0.0), (0.56, 0.25), (0.42, 0.35), (0.36, 3.3), (0.52, 3.5), (0.54, 3.75))
    parts: list[Shape] = [
        slab(
            f"step-{i}",
            (-8.2 - 0.35 * (4 - i), -6.1 - 0.4 * (4 - i)),
            (8.2 + 0.35 * (4 - i), 0.9),
            0,
            0.15 * (i + 1),
            "paving_light",
            detail=ESSENTIAL,
            floor=True,
            shade=0.9,
        )
        for i in range(5)
    ]
    parts += [
        Lathe(f"column-{i}", (x, -4.3, 0.75), column, "stone_light", ESSENTIAL, segments=14)
        for i, x in enumerate((-6.3, -2.15, 2.15, 6.3))
    ]
    parts += [
        Sign("name", (0, -5.21, 4.62), (6.0, 0.56), NAME, "stone_light", "ink"),
        slab(
            "entablature", (-7.4, -5.2), (7.4, 0), 4.5, 5.3, "stone_light", detail=ESSENTIAL, faces="sewtb", shade=0.6
        ),
        slab(
            "entablature-top", (-7.7, -5.5), (7.7, 0), 5.3, 5.6, "stone_light", detail=SETTING, faces="sewtb", shade=0.8
        ),
        slab("rail", (-7.3, -5.1), (7.3, -4.9), 6.35, 6.5, "stone_light", detail=ORNAMENT, faces="sntb"),
        *(
            Lathe(
                f"baluster-{i}",
                (-7.2 + 0.6 * i, -5.0, 5.6),
                ((0.07, 0), (0.12, 0.25), (0.06, 0.75)),
                "stone_light",
                ORNAMENT,
                segments=6,
                until=0,
            )
            for i in range(25)
        ),
    ]
    return parts
