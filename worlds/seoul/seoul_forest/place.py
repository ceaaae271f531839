"""Seoul Forest: a wood in the middle of the city, on the ground of the old race course.

Opened 18 June 2005; the park proper covers 480,994 m2, 420,000 trees of 104 kinds (ko.wikipedia, Chosun, donga.com).
The place's frame: zero between pond and lawn, +y north.
"""

from worlds.entry import Entry
from worlds.seoul.far_city import far_city
from worlds.seoul.park_kit import STOP, bus_stop
from worlds.seoul.relief.gates import arrival
from worlds.seoul.seoul_forest import grounds
from worlds.shape import Gate, Place, View

SLUG = "seoul-forest"
TITLE = {"ko": "서울숲", "en": "Seoul Forest", "zh": "首尔林", "ja": "ソウルの森"}
TEXT = {
    "ko": "옛 경마장 자리에 2005년에 만든 도심 속 숲입니다. 거울연못과 은행나무숲을 지나 꽃사슴을 만나 보세요.",
    "en": "Planted in 2005 where a race course was. Walk past the mirror pond and the ginkgo grove to the deer.",
    "zh": "2005年建在昔日赛马场上的城中森林。走过镜池和银杏林，去看看梅花鹿吧。",
    "ja": "かつての競馬場に2005年に造られた都心の森です。鏡の池とイチョウ林を抜け、鹿の草地まで歩いてみてください。",
}
ORIGIN = (5465.0, -2426.0, 12.0)
STAND = (0.0, -97.0)


def build() -> Place:
    """The place, put together."""
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-150, -110, 150, 170),
        parts=(
            grounds.ground(),
            grounds.pond(),
            grounds.horses(),
            grounds.meadow(),
            grounds.footbridge(),
            grounds.furniture(),
            bus_stop("bus-stop", (STAND[0], STAND[1] - 4.0, 0), turn=180),
            *grounds.trees(),
            grounds.towers(),
            *far_city((ORIGIN[0], ORIGIN[1], 32.0), 380.0, 1.0, blocks=190.0, inner=170.0),
        ),
        spawn=(4, -90, 20),
        gates=(Gate("bus", (*STAND, 0), 4.0, "seoul", arrival(SLUG), 0.0, STOP),),
        views={
            "ginkgo": View((80.5, -52, 1.75), (80.5, -10, 3.2), 60),
            "pond": View((-20, -45.5, 2.2), (-96, 2, 4.0), 60),
            "horses": View((-12, -94, 1.75), (2, -76, 2.6), 55),
            "deer": View((-1.2, 104.0, 4.8), (-30, 128, -1.5), 58),
            "lawn": View((-44, 8, 1.75), (20, 60, 4), 58),
        },
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN)
