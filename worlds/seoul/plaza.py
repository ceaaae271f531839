"""Seoul Plaza: the lawn before the two city halls, the streets round it, the palace gate across the road.

The plaza's own frame: zero in the middle of the lawn, +y to the halls. In the city's frame (metres east and north of
37.5665 N 126.9780 E) that zero lies at (2, -104), ground about 28.5 m above the sea. Both are
estimates of our own: the spot +-30 m, nobody measured the ground.
"""

from worlds import far
from worlds.entry import Entry
from worlds.seoul import palace_edge, plaza_furniture, plaza_ground, plaza_seasons
from worlds.seoul.centre import around
from worlds.seoul.centre.edges import ORIGINS, TITLES, gates_of
from worlds.seoul.glass_hall import glass_hall
from worlds.seoul.old_hall import old_hall
from worlds.shape import Anchor, Gate, Place, View

TITLE = TITLES["plaza"]
TEXT = {
    "ko": "2004년 찻길이던 자리를 시민에게 돌려준 타원형 잔디 광장입니다. 북쪽에 서울도서관과 서울시청이 있습니다.",
    "en": "An oval lawn given back to people on foot in 2004. To the north stand the old and the new City Hall.",
    "zh": "2004年由车道改建而成、还给市民的椭圆形草坪广场。北侧是首尔图书馆和首尔市政厅。",
    "ja": "2004年に車道から市民の手に戻った楕円形の芝生広場です。北側にソウル図書館とソウル市庁があります。",
}

BOOKSHELF = {"ko": "책장", "en": "Bookshelf", "zh": "书架", "ja": "本棚"}
ORIGIN = ORIGINS["plaza"]
BOUNDS = (-118.0, -96.0, 100.0, 66.0)


def build() -> Place:
    """The plaza with all that is seen from it."""
    return Place(
        slug="plaza",
        title=TITLE,
        text=TEXT,
        bounds=BOUNDS,
        parts=(
            plaza_ground.lawn(),
            plaza_ground.field(),
            plaza_ground.bands(),
            plaza_ground.courts(),
            old_hall((0, 62, 0.14)),
            glass_hall((6, 97, 0.14)),
            *palace_edge.clusters(),
            *plaza_furniture.clusters(),
            *plaza_seasons.clusters(),
            *around(ORIGIN, BOUNDS, 105.0, bare=((-68, -60, 70, 160), (-112, -92, -88, -56))),
            far.mountains(),
        ),
        spawn=(4, -34, 0),
        gates=(
            *gates_of("plaza"),
            Gate(
                "city-hall",
                (0, 58.2, 0.89),
                4.0,
                "city-hall",
                (0, -9.5),
                0.0,
                {"ko": "서울시청", "en": "City Hall", "zh": "首尔市政厅", "ja": "ソウル市庁"},
            ),
            Gate(
                "sungnyemun",
                (-98.5, -92, 0.14),
                9.0,
                "sungnyemun",
                (16, 132),
                180.0,
                {"ko": "숭례문", "en": "Sungnyemun Gate", "zh": "崇礼门", "ja": "崇礼門"},
            ),
            Gate(
                "deoksugung",
                (-103.5, -72, 0.3),
                6.0,
                "deoksugung",
                (129, -66),
                90.0,
                {"ko": "덕수궁", "en": "Deoksugung Palace", "zh": "德寿宫", "ja": "徳寿宮"},
            ),
        ),
        anchors=(Anchor("bookshelf", (13.0, -46.6, 1.2), "reading", 3.0, 180, BOOKSHELF),),
        views={
            "eye": View((-25.6, -48.2, 1.75), (-1, 60, 14.5), 44),
            "aerial": View((46, -78, 44), (-6, 40, 8), 45),
            "hall": View((-18, 6, 1.7), (2, 66, 18), 55),
            "gate": View((-78, -62, 1.75), (-113, -73, 5), 50),
            "south": View((-8, 44, 1.75), (10, -90, 22), 55),
            "books": View((11.2, -43.6, 1.6), (13.0, -46.6, 0.8), 50),
        },
        origin=ORIGIN,
    )


ENTRY = Entry("plaza", TITLE, TEXT, build, ORIGIN)
