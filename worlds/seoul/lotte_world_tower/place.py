"""The foot of Lotte World Tower in Jamsil: plaza, mall and lake.

The place's frame: zero in the middle of the tower's foot, +y north.
"""

from worlds.entry import Entry
from worlds.seoul.lotte_world_tower import foot, tower
from worlds.seoul.park_kit import STOP, bus_stop
from worlds.seoul.relief.gates import arrival
from worlds.shape import ESSENTIAL, Box, Gate, Group, Place, Shape, Sign, View

SLUG = "lotte-world-tower"
TITLE = {"ko": "롯데월드타워", "en": "Lotte World Tower", "zh": "乐天世界塔", "ja": "ロッテワールドタワー"}
TEXT = {
    "ko": "높이 555미터, 123층으로 한국에서 가장 높은 건물입니다. 도자기처럼 좁아지는 몸체 아래 석촌호수가 있고, "
    "승강기를 타면 전망대 서울스카이로 올라갑니다.",
    "en": "At 555 metres and 123 floors, the tallest building in Korea, tapering like a piece of ceramic over Seokchon "
    "Lake. A lift leads up to the Seoul Sky decks.",
    "zh": "高555米、共123层，是韩国最高的建筑。塔身如陶瓷般柔和收窄，脚下是石村湖，乘电梯可登上首尔天空观景台。",
    "ja": "高さ555メートル、123階建ての韓国一高い建物です。陶磁器のように細くなる塔の足元に石村湖があり、"
    "エレベーターで展望台「ソウルスカイ」へ上がれます。",
}
SKY = {"ko": "서울스카이 승강기", "en": "Lift to Seoul Sky", "zh": "首尔天空电梯", "ja": "ソウルスカイ行きエレベーター"}
ORIGIN = (11007.0, -5986.0, 14.0)
DOOR = (0.0, -37.4)
STOP_AT = (40.0, -84.0)


def _door() -> Group:
    """The canopy over the way in, on the south side."""
    parts: tuple[Shape, ...] = (
        Box("canopy", (0, -42, 5.2), (20, 13, 0.6), "white", ESSENTIAL, faces="snewtb"),
        Box("doors", (0, -35.8, 0), (13, 0.6, 5.0), "window", ESSENTIAL, faces="s", gloss=0.8, glow=0.7),
        *(
            Box(f"post-{i}", (x, -47.2, 0), (0.5, 0.5, 5.2), "fin", ESSENTIAL, faces="snew")
            for i, x in enumerate((-8.5, 8.5))
        ),
        Sign("board", (0, -48.56, 5.25), (9.0, 0.5), SKY, "white", "seoul_blue"),
    )
    return Group("door", (0, 0, 0), parts, ESSENTIAL)


def build() -> Place:
    """The place, put together."""
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-150, -250, 110, 60),
        parts=(
            foot.ground(),
            tower.tower(),
            tower.mall(),
            _door(),
            foot.lake(),
            foot.castle(),
            foot.furniture(),
            bus_stop("bus-stop", (STOP_AT[0], STOP_AT[1] - 4.0, 0), turn=180),
            *foot.trees(),
            foot.neighbours(),
        ),
        spawn=(10, -82, 20),
        gates=(
            Gate("lift", (*DOOR, 0), 6.0, "seoul-sky", (0, -19.0), 180.0, SKY),
            Gate("bus", (*STOP_AT, 0), 4.0, "seoul", arrival(SLUG), 0.0, STOP),
        ),
        views={
            "lake": View((60, -232, 1.7), (-10, 0, 110), 84),
            "tower": View((150, -520, 60), (-20, 0, 235), 62),
            "foot": View((34, -86, 1.75), (-4, -20, 24), 65),
            "path": View((92, -196, 1.6), (20, -150, 8), 60),
            "castle": View((-20, -108, 1.75), (-84, -168, 8), 50),
        },
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN)
