"""The lobby of City Hall: a tall hall behind the glass, a planted wall, doors to the civic rooms.

The hall is 40 x 24 m, zero in the middle of its floor, the plaza to the south.
"""

from worlds.shape import ESSENTIAL, Anchor, Box, Gate, Group, Place, View

WIDTH, DEPTH, HEIGHT = 40.0, 24.0, 18.0
TITLE = {"ko": "서울시청 로비", "en": "City Hall lobby", "zh": "首尔市政厅大厅", "ja": "ソウル市庁ロビー"}
TEXT = {
    "ko": "일곱 층 높이의 수직정원이 시민을 맞이합니다. 안내 데스크에서 무엇이 필요한지 말씀해 주세요.",
    "en": "A garden seven storeys high welcomes you. Tell the information desk what you need.",
    "zh": "七层楼高的垂直花园在此迎接您。请在服务台告诉我们您需要什么。",
    "ja": "7階分の高さの垂直庭園がお迎えします。案内デスクでご用件をお話しください。",
}
BAYS = (-17.4, -13.6, -9.8, 9.8, 13.6, 17.4)
"""Where doors hang in the north wall: x of bay 1, 2, ... from the west."""
PLAZA_NAME = {"ko": "서울광장", "en": "Seoul Plaza", "zh": "首尔广场", "ja": "ソウル広場"}

CITY_HALL = Place(
    slug="city-hall",
    title=TITLE,
    text=TEXT,
    bounds=(-WIDTH / 2, -DEPTH / 2, WIDTH / 2, DEPTH / 2),
    parts=(
        Group(
            "shell",
            (0, 0, 0),
            (Box("floor", (0, 0, -0.1), (WIDTH, DEPTH, 0.1), "stone_floor", ESSENTIAL, floor=True),),
            ESSENTIAL,
        ),
    ),
    spawn=(0, -9, 0),
    gates=(Gate("plaza", (0, -DEPTH / 2 + 0.4, 0), 4.0, "plaza", (0, 49), 180, PLAZA_NAME),),
    anchors=(Anchor("info", (0, 2, 0), "find", 3.0),),
    views={
        "entrance": View((0, -10.8, 1.7), (0, 6, 4.6), 62),
        "gallery": View((-16, -9, 6), (8, 8, 3.5), 60),
    },
    indoor=True,
)
