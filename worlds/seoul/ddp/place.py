"""Dongdaemun Design Plaza: silver shells without a straight line, the sunken court, the park with the old wall.

The place's frame: zero in the middle of the long body, +y north.
"""

from worlds.entry import Entry
from worlds.seoul.ddp import park, shell
from worlds.seoul.park_kit import STOP, bus_stop
from worlds.seoul.relief.gates import arrival
from worlds.shape import Gate, Place, View

SLUG = "ddp"
TITLE = {
    "ko": "동대문디자인플라자",
    "en": "Dongdaemun Design Plaza",
    "zh": "东大门设计广场",
    "ja": "東大門デザインプラザ",
}
TEXT = {
    "ko": "자하 하디드가 설계해 2014년에 문을 연 곡선의 건물입니다. 4만 5천여 장의 금속판이 물결처럼 이어지고, "
    "밤에는 벽 전체가 빛의 화면이 됩니다.",
    "en": "Designed by Zaha Hadid and opened in 2014, DDP flows through Dongdaemun without a straight line. More than "
    "45,000 metal panels cover it, and at night its walls come alight.",
    "zh": "扎哈·哈迪德设计，2014年开馆，通体几乎没有直线。四万五千多块金属板如水波般相连，夜晚整面外墙化作光影的银幕。",
    "ja": "ザハ・ハディドの設計で2014年に開館した、曲線だけの建物です。4万5千枚を超える金属パネルが波のように連なり、"
    "夜には壁全体が光のスクリーンになります。",
}
ORIGIN = (2774.0, 34.0, 22.0)
STAND = (-104.0, -66.0)


def build() -> Place:
    """The place, put together."""
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-150, -160, 172, 160),
        parts=(
            park.ground(),
            park.court(),
            *shell.shells(),
            park.city_wall(),
            park.stream(),
            park.masts(),
            park.furniture(),
            bus_stop("bus-stop", (STAND[0], STAND[1] - 4.0, 0), turn=180),
            *park.trees(),
            park.neighbours(),
        ),
        spawn=(-96, -50, -50),
        gates=(Gate("bus", (*STAND, 0), 4.0, "seoul", arrival(SLUG), 0.0, STOP),),
        views={
            "shell": View((-118, -104, 4.0), (0, -16, 13), 62),
            "court": View((104, -80, -3.0), (30, -20, 10), 66),
            "wall": View((122, -34, 1.75), (150, 60, 5), 55),
            "aerial": View((150, -190, 110), (0, -10, 5), 52),
            "roses": View((-92, -156, 1.6), (-60, -60, 12), 60),
        },
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN)
