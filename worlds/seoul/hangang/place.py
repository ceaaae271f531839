"""Yeouido Hangang Park: a lawn by the Han, with Mapo Bridge, the river bus and 63 Building in sight.

The place's frame: zero on the lawn, +y north; the true spot is -3900 m east, -4250 m north of the city's zero.
"""

from math import cos, radians, sin

from worlds.entry import Entry
from worlds.seoul.far_city import far_city
from worlds.seoul.hangang import bank, river
from worlds.seoul.park_kit import STOP, bus_stop
from worlds.seoul.relief.gates import arrival
from worlds.shape import Gate, Place, Point, View

SLUG = "hangang"
TITLE = {"ko": "여의도한강공원", "en": "Yeouido Hangang Park", "zh": "汝矣岛汉江公园", "ja": "汝矣島漢江公園"}
TEXT = {
    "ko": "한강은 서울을 동서로 가로질러 흐르는 큰 강입니다. 돗자리를 펴고 마포대교와 한강버스를 바라보며 쉬어 가세요.",
    "en": "The Han crosses Seoul from east to west. Spread a mat on the lawn and watch Mapo Bridge and the river bus.",
    "zh": "汉江自东向西贯穿首尔。在草坪上铺开垫子，欣赏麻浦大桥与汉江巴士的风景吧。",
    "ja": "漢江はソウルを東西に流れる大きな川です。芝生に敷物を広げ、麻浦大橋や漢江バスを眺めてひと休みしてください。",
}
ORIGIN = (-3900.0, -4250.0, 9.0)


def here(x: float, y: float, z: float = 0.0) -> Point:
    """A point given along the bank, in the place's frame."""
    a = radians(bank.TURN)
    return (round(x * cos(a) - y * sin(a), 2), round(x * sin(a) + y * cos(a), 2), z)


STAND = here(-6, -45)


def build() -> Place:
    """The place, put together."""
    stop = here(-6, -48.5)
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-150, -110, 150, 130),
        parts=(
            bank.ground(),
            bank.picnic(),
            bank.shop(),
            bank.furniture(),
            *bank.trees(),
            river.pier(),
            river.ducks(),
            river.mapo_bridge(),
            river.yeouido(),
            bus_stop("bus-stop", stop, turn=180 + bank.TURN),
            *far_city((ORIGIN[0], ORIGIN[1], 33.0), 420.0, 1.0, blocks=170.0, inner=60.0, without=("Mapo Bridge",)),
        ),
        spawn=(*here(-6, -24)[:2], bank.TURN),
        gates=(Gate("bus", STAND, 4.0, "seoul", arrival(SLUG), 0.0, STOP),),
        views={
            "bridge": View(here(30, 34, 1.75), here(-120, 180, 10), 55),
            "river": View(here(-112, 34, 8.5), here(8, 92, 0.0), 56),
            "pier": View(here(-30, 44, 3.0), here(26, 86, 2), 55),
            "ducks": View(here(-60, 50.5, 1.7), here(-40, 96, -2), 60),
            "lawn": View(here(-60, -28, 1.7), here(20, 60, 4), 58),
        },
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN)
