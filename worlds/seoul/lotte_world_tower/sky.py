"""Seoul Sky, the observatory of Lotte World Tower: a ring of glass, a floor of glass, the city 478 m below.

Floors 117-123, glass floor at 478 m (planforcrisis, CNN). The deck's plan is an estimate. River, bridges and summits in
the windows are those of worlds/seoul/far_city.py. The deck is under the open sky's light, for it is all window.
"""

from math import cos, degrees, pi, sin

from worlds.entry import Entry
from worlds.seoul.far_city import far_city
from worlds.seoul.lotte_world_tower.sky_room import CORE, room
from worlds.seoul.park_kit import even
from worlds.shape import SETTING, Gate, Group, Leaves, Place, Scatter, View, Water

SLUG = "seoul-sky"
TITLE = {"ko": "서울스카이", "en": "Seoul Sky", "zh": "首尔天空观景台", "ja": "ソウルスカイ"}
TEXT = {
    "ko": "지상 478미터, 118층 유리바닥 위에 섰습니다. 발아래 호수부터 한강, 남산, 북한산까지 한눈에 듭니다.",
    "en": "The glass floor on the 118th floor, 478 metres up: Seokchon Lake underfoot, and beyond it the Han.",
    "zh": "这里是离地478米的118层玻璃地板。脚下是石村湖，远处汉江、南山与北汉山尽收眼底。",
    "ja": "地上478メートル、118階のガラス床です。足元の石村湖から漢江、南山、北漢山までソウルを一望できます。",
}
DOWN = {"ko": "내려가는 승강기", "en": "Lift down", "zh": "下行电梯", "ja": "下りエレベーター"}
ORIGIN = (11007.0, -5986.0, 492.0)
SCALE = 0.34
"""How near the city is drawn (worlds/seoul/far_city.py)."""


def _below() -> Group:
    """What lies at the tower's foot: the lake in two halves, and trees round it."""
    z = (30.0 - ORIGIN[2]) * SCALE + 0.8
    halves = []
    for i, (x, y) in enumerate(((-120.0, -190.0), (120.0, -170.0))):
        ring = tuple(
            ((x + 105 * cos(a)) * SCALE, (y + 60 * sin(a)) * SCALE) for a in (2 * pi * k / 32 for k in range(32))
        )
        halves.append(Water(f"lake-{i}", (0, 0, z), ring, "water_deep", SETTING))
    spots = []
    for i in range(90):
        a, half = i * 2.399963, i % 2
        x, y = ((-120.0, -190.0), (120.0, -170.0))[half]
        grow = 1.12 + 0.16 * even(i)
        spots.append(((x + 105 * grow * cos(a)) * SCALE, (y + 60 * grow * sin(a)) * SCALE, z - 1, degrees(a), 1.0))
    crown = Leaves("crown", (0, 0, 0), (4.2, 4.2, 3.6), "leaf", SETTING, fine=0)
    return Group(
        "below", (0, 0, 0), (*halves, Scatter("trees", (0, 0, 0), crown, tuple(spots), SETTING, vary=0.2)), SETTING
    )


def build() -> Place:
    """The place, put together."""
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-23, -23, 23, 23),
        parts=(*room(), _below(), *far_city(ORIGIN, 250.0, SCALE, blocks=125.0, inner=4.0)),
        spawn=(6, -13.5, 0),
        gates=(Gate("lift", (0, -CORE - 0.9, 0), 3.0, "lotte-world-tower", (0, -41.5), 180.0, DOWN),),
        views={
            "deck": View((12.5, -14.0, 1.7), (-8, -17, 0.8), 66),
            "river": View((-12.5, 17.5, 1.75), (-60, 110, -22), 62),
            "glass": View((3.2, -15.2, 1.75), (-2.6, -24.5, -11), 72),
            "west": View((-15.5, 3, 1.75), (-100, 34, -24), 55),
        },
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN, inside="lotte-world-tower")
