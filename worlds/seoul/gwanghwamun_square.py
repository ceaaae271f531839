"""Gwanghwamun Square: from the crossing of Sejong-daero to the palace gate, past the admiral and the king.

Origin 37.57281 N 126.97674 E, 30 m above the sea (general knowledge). The statues stand on the axis of the gate; their
true spots lie within 15 m of it.
"""

from worlds.entry import Entry
from worlds.seoul import gwanghwamun_square_ground as ground
from worlds.seoul import gwanghwamun_square_statues as statues
from worlds.seoul.centre import around, in_place
from worlds.seoul.centre.edges import ORIGINS, TITLES, gates_of
from worlds.seoul.gwanghwamun import gwanghwamun, woldae
from worlds.seoul.gwanghwamun_square_king import king_sejong
from worlds.shape import (
    ESSENTIAL,
    SETTING,
    Box,
    Gate,
    Group,
    Leaves,
    Loft,
    Place,
    Point,
    Ridge,
    Roof,
    Scatter,
    Shape,
    View,
    row,
)

TITLE = TITLES["gwanghwamun-square"]
TEXT = {
    "ko": "옛 육조거리 자리의 광장입니다. 이순신 장군과 세종대왕 동상 너머로 광화문과 북악산이 한눈에 들어옵니다.",
    "en": "The old street of the six ministries. Beyond Admiral Yi and King Sejong stand the palace gate and Bugaksan.",
    "zh": "昔日六曹大街上的广场。李舜臣将军与世宗大王铜像身后，光化门与北岳山尽收眼底。",
    "ja": "かつての六曹通りの広場です。李舜臣将軍と世宗大王の像の向こうに光化門と北岳山を望みます。",
}
ORIGIN = ORIGINS["gwanghwamun-square"]
BOUNDS = (-70.0, -262.0, 70.0, 286.0)
PALACE = {"ko": "경복궁", "en": "Gyeongbokgung", "zh": "景福宫", "ja": "景福宮"}
GATE_AT: Point = (0.0, 343.0, 0.0)
"""Gwanghwamun in the square's frame."""


GROVE = tuple(
    (
        side * (34 + 17.0 * i),
        372 + 40.0 * ((i * 0.618) % 1) + 60.0 * k,
        -2.0,
        67.0 * i,
        0.8 + 0.5 * ((i * 0.37 + k * 0.5) % 1),
    )
    for side in (-1, 1)
    for k in range(2)
    for i in range(8)
)
"""The tops of the trees behind the palace wall."""


def _palace() -> Group:
    """What is seen of the palace from outside: its wall, and the roofs of the gate and the throne hall behind."""
    parts: list[Shape] = []
    step = 19.0
    cap = (((0, -1.3, 5.0), (step, -1.3, 5.0)), ((0, 0, 5.9), (step, 0, 5.9)))
    piece = Group(
        "piece",
        (0, 0, 0),
        (
            Box("wall", (step / 2, 0, 0), (step, 1.8, 5.0), "granite", ESSENTIAL, faces="snew", shade=0.8),
            Loft("cap", (0, 0, 0), cap, "tile", ESSENTIAL),
        ),
        ESSENTIAL,
    )
    for name, x in (("east", 17.0), ("west", -17.0 - 8 * step)):
        parts.append(Group(f"wall-{name}", (x, GATE_AT[1], 0), row(piece, 8, (step, 0, 0)), ESSENTIAL))
    parts += [
        Box("court", (0, GATE_AT[1] + 160, -0.2), (340, 310, 0.25), "palace_ground", ESSENTIAL, faces="t"),
        Roof("heungnyemun", (0, GATE_AT[1] + 115, 9.0), (24, 11), 7.0, "tile", overhang=2.4),
        Roof("throne-hall-lower", (0, GATE_AT[1] + 300, 12.0), (30, 21), 7.0, "tile", overhang=3.0, kind="paljak"),
        Roof("throne-hall", (0, GATE_AT[1] + 300, 18.5), (22, 13), 8.0, "tile", overhang=3.0, kind="paljak"),
    ]
    return Group("palace", (0, 0, 0), tuple(parts), ESSENTIAL)


def _mountains() -> Group:
    """Bugaksan (342 m) straight behind the gate, Inwangsan (338 m) in the west, Bukhansan (836 m) far behind."""
    return Group(
        "mountains",
        (0, 0, 0),
        (
            Ridge(
                "bukhansan",
                (0, 0, 0),
                2300,
                (-60, 70),
                ((10, 250, 7), (21, 215, 9), (-17, 180, 10), (44, 140, 16)),
                70,
                "mountain_far",
                depth=500,
                rough=30,
            ),
            Ridge(
                "bugaksan",
                (0, 0, 0),
                1100,
                (-80, 62),
                ((-1.5, 196, 7.5), (-10, 96, 8), (10, 88, 9), (-42, 156, 9), (-56, 108, 9), (30, 58, 12)),
                26,
                "mountain_near",
                depth=330,
                rough=11,
            ),
            Scatter("grove", (0, 0, 0), Leaves("crown", (0, 0, 0), (11, 10, 8), "leaf_deep", fine=1), GROVE),
        ),
        SETTING,
    )


def build() -> Place:
    """The square with all that is seen from it."""
    return Place(
        slug="gwanghwamun-square",
        title=TITLE,
        text=TEXT,
        bounds=BOUNDS,
        parts=(
            ground.paving(),
            ground.fountains(),
            statues.admiral_yi(in_place(ORIGIN, statues.ADMIRAL)),
            king_sejong(in_place(ORIGIN, statues.KING)),
            gwanghwamun(GATE_AT),
            woldae(GATE_AT),
            _palace(),
            _mountains(),
            *around(ORIGIN, BOUNDS, 90.0, bare=((-68, -264, 31, 244),), also=ground.standing()),
        ),
        spawn=(4, -78, 0),
        views={
            "king": View((-7, -42, 1.75), (-2, -10, 8.4), 58),
            "admiral": View((7.5, -233, 1.75), (-2.0, -190, 12.4), 50),
            "gate": View((-5, 152, 1.75), (1, 343, 24), 36),
            "center": View((22, -70, 1.75), (-62, -26, 11), 55),
            "fountain": View((14.5, -178, 1.75), (19, -120, 4.5), 52),
            "aerial": View((34, -262, 52), (-4, -30, 6), 48),
        },
        gates=(
            *gates_of("gwanghwamun-square"),
            Gate("gyeongbokgung", (7, 281, 0.14), 14.0, "gyeongbokgung", (0, -225), 0.0, PALACE),
        ),
        origin=ORIGIN,
    )


ENTRY = Entry("gwanghwamun-square", TITLE, TEXT, build, ORIGIN)
