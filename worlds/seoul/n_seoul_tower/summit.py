"""N Seoul Tower on the summit of Namsan, the whole city far below.

The place's frame: zero in the middle of the tower's foot, +y north, metres; the paved top lies at 243 m above the sea.
"""

from worlds.entry import Entry
from worlds.seoul.far_city import far_city
from worlds.seoul.n_seoul_tower import grounds, things, tower
from worlds.seoul.park_kit import STOP, bus_stop
from worlds.seoul.relief.gates import arrival
from worlds.shape import Gate, Place, View

SLUG = "n-seoul-tower"
TITLE = {"ko": "N서울타워", "en": "N Seoul Tower", "zh": "N首尔塔", "ja": "Nソウルタワー"}
TEXT = {
    "ko": "남산 위에 선 높이 236.7미터의 송신탑이자 전망대입니다. 밤이면 공기의 맑기를 빛깔로 알리고, "
    "발아래로 서울의 불빛이 펼쳐집니다.",
    "en": "A 236.7-metre broadcasting and observation tower on Namsan. At night its colour tells how clean the air is, "
    "while the lights of Seoul spread out in every direction below.",
    "zh": "矗立在南山之巅、高236.7米的发射塔兼展望台。入夜后塔身会随空气质量变换颜色，脚下是四面八方的首尔灯火。",
    "ja": "南山の頂に立つ高さ236.7メートルの電波塔兼展望台です。夜は大気の状態で塔の色が変わり、"
    "足元に四方の夜景が広がります。",
}
ORIGIN = (908.0, -1696.0, 243.0)
STAND = (0.0, -44.0)
"""Where one arrives with the bus."""


def build() -> Place:
    """The place, put together."""
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-68, -62, 68, 62),
        parts=(
            grounds.ground(),
            tower.tower(),
            tower.old_mast((-38, -30, 0)),
            things.pavilion(),
            things.beacons(),
            *things.locks(),
            things.cable_car(),
            grounds.city_wall(),
            things.furniture(),
            bus_stop("bus-stop", (0, -53.5, 0), turn=180),
            *grounds.trees(),
            *far_city(ORIGIN, 480.0, blocks=135.0),
        ),
        spawn=(0, -38, 0),
        gates=(Gate("bus", (0, -49.5, 0), 4.0, "seoul", arrival(SLUG), 0.0, STOP),),
        views={
            "tower": View((-100, -196, 66), (8, 0, 98), 62),
            "plaza": View((24, 56, 1.75), (-8, 34, 5.5), 55),
            "locks": View((30, 44, 1.75), (52, 66, -4), 58),
            "beacons": View((-24, -26, 1.75), (-48, 4, 5), 58),
            "north": View((-10, 52, 3.0), (-160, 1500, -60), 50),
            "foot": View((38, -36, 1.75), (2, 4, 48), 78),
        },
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN)
