"""Cheong Wa Dae, the Blue House: blue glazed roofs over white columns, a round lawn, pines, Bugaksan behind.

Main building completed 4 September 1991, some 150,000 blue tiles, hip-and-gable roof (newspim, etoday, edaily); annexes
Chungmu-sil in the east and Sejong-sil in the west (krnews21); 22 pines in front (viewus); open to visitors from 10 May
2022 to 31 July 2025 (v.daum.net). Body 52 x 24 m, eaves 12 m, ridge 22 m, terrace 110 x 45 x 3 m, lawn 90 m across:
estimates.
"""

from worlds.entry import Entry
from worlds.seoul.hanok import horizon
from worlds.seoul.hanok.beasts import haetae, lantern
from worlds.seoul.hanok.frame import lines
from worlds.seoul.hanok.garden import MIXED, PINES, forest, grove, rowed, strewn
from worlds.seoul.hanok.gate import timber_gate
from worlds.seoul.hanok.stone import wall
from worlds.seoul.hanok.terrace import platform, rails, run, stairs
from worlds.shape import (
    ESSENTIAL,
    SETTING,
    Box,
    Gate,
    Group,
    Lathe,
    Place,
    Point,
    Ring,
    Roof,
    Scatter,
    Shape,
    Spot,
    View,
)

ORIGIN: Point = (-282.6, 2160.0, 88.0)
HALL: Point = (0.0, 76.0, 0.0)
HIGH = 3.0
TITLE = {"ko": "청와대", "en": "Cheong Wa Dae (Blue House)", "zh": "青瓦台", "ja": "青瓦台"}
TEXT = {
    "ko": "북악산 아래 푸른 기와지붕으로 이름난 대통령의 집무 공간입니다. 1991년에 지은 본관은 약 15만 장의 "
    "청기와를 얹은 팔작지붕 건물로, 2022년부터 2025년까지 시민에게 개방되었습니다.",
    "en": "The Blue House stands below Bugaksan and is named for its blue roof. The 1991 main building carries about "
    "150,000 blue tiles; its grounds were open to the public from 2022 to 2025.",
    "zh": "坐落在北岳山下，因蓝色瓦顶而得名，是韩国总统的办公之地。主楼建于1991年，歇山式屋顶铺有约15万片青瓦，"
    "曾于2022年至2025年向公众开放。",
    "ja": "北岳山のふもとにあり、青い瓦屋根で知られる大統領の執務の場です。1991年完成の本館は約15万枚の青瓦をのせた"
    "入母屋屋根で、2022年から2025年まで一般公開されました。",
}
PALACE = {"ko": "경복궁", "en": "Gyeongbokgung Palace", "zh": "景福宫", "ja": "景福宮"}


def _body(size: Spot, bays: tuple[int, int], eaves: float, rise: float, overhang: float, rich: int) -> list[Shape]:
    """A body of pale granite behind white columns under a blue roof; `rich`: storeys of lattice windows."""
    wide, deep = size
    x = lines(wide, bays[0])
    column = Lathe(
        "column", (0, 0, 0), ((0.5, 0), (0.45, 0.25), (0.44, eaves - 1.2)), "white", ESSENTIAL, 12, shade=0.85
    )
    spots = [(a, side * deep / 2, 0.0, 0.0, 1.0) for a in x for side in (-1, 1)]
    spots += [(s * wide / 2, -deep / 2 + deep * i / bays[1], 0.0, 0.0, 1.0) for s in (-1, 1) for i in range(1, bays[1])]
    tall = (eaves - 2.4) / rich
    high = tall * 0.74
    bars = tuple((-0.9 + 0.45 * k, -0.1, 0.08, 0.0, 1.0) for k in range(5))
    window = Group(
        "window",
        (0, 0, 0),
        (
            Box("frame", (0, 0, 0), (2.6, 0.2, high), "walnut", faces="snewt"),
            Box("paper", (0, -0.08, 0.08), (2.3, 0.1, high - 0.16), "hanji", faces="s", glow=0.9),
            Scatter(
                "bars",
                (0, 0, 0),
                Box("bar", (0, -0.05, 0), (0.09, 0.06, high - 0.16), "walnut", faces="s"),
                bars,
                until=1,
            ),
        ),
        SETTING,
    )
    panes: list[tuple[float, float, float, float, float]] = []
    for i in range(bays[0]):
        middle = (x[i] + x[i + 1]) / 2
        for k in range(rich):
            panes.append((middle, -deep / 2 + 1.32, 0.6 + k * tall, 0.0, 1.0))
            panes.append((middle, deep / 2 - 1.32, 0.6 + k * tall, 180.0, 1.0))
    for i in range(bays[1]):
        y = -deep / 2 + deep * (i + 0.5) / bays[1]
        panes += [(s * (wide / 2 - 1.32), y, 0.7 + k * tall, s * 90.0, 1.0) for s in (-1, 1) for k in range(rich)]
    return [
        Box("walls", (0, 0, 0), (wide - 2.8, deep - 2.8, eaves - 0.6), "stone_light", ESSENTIAL, "snew", shade=0.85),
        Scatter("columns", (0, 0, 0), column, tuple(spots), ESSENTIAL),
        Scatter("windows", (0, 0, 0), window, tuple(panes), SETTING),
        Box("door", (0, -deep / 2 + 1.3, 0), (3.6, 0.3, 4.2), "walnut", ESSENTIAL, "snewt"),
        Box("beam", (0, 0, eaves - 1.3), (wide + 0.5, deep + 0.5, 0.7), "stone_light", ESSENTIAL, "snewb"),
        Box("plate", (0, 0, eaves - 0.6), (wide + 1.2, deep + 1.2, 0.9), "hanji", ESSENTIAL, "snewb"),
        Roof(
            "roof",
            (0, 0, eaves),
            size,
            rise,
            "tile_blue",
            overhang=overhang,
            lift=0.022 * wide + 0.3,
            kind="paljak",
            gloss=0.35,
            ridge="ridge_plaster",
            rafters="hanji",
            boards="panel_ochre",
            gable="hanji",
        ),
    ]


def main_hall() -> tuple[Group, ...]:
    """The main building and its two annexes on their terrace."""
    x, y, _ = HALL
    wide, deep = 110.0, 45.0
    terrace: list[Shape] = [
        *platform("terrace", (0, 0, 0), (wide, deep, HIGH)),
        stairs("stairs", (0, -deep / 2 - run(HIGH), 0), 14.0, HIGH),
        *rails("rails", (0, 0, HIGH), (wide, deep), {"s": (0.0,)}, 15.0, "sew"),
        haetae("haetae-w", (-9.6, -deep / 2 - 4.0, 0)),
        haetae("haetae-e", (9.6, -deep / 2 - 4.0, 0)),
    ]
    porch: list[Shape] = [
        *_body((52.0, 24.0), (11, 5), 9.6, 9.6, 3.5, 2),
        Box("upper", (0, 0, 9.6), (30.0, 10.0, 2.0), "stone_light", SETTING, "snew"),
    ]
    annex = tuple(_body((22.0, 17.0), (5, 4), 5.4, 5.6, 2.6, 1))
    return (
        Group("terrace", (x, y, 0), tuple(terrace), ESSENTIAL),
        Group("main-hall", (x, y + 2, HIGH), tuple(porch), ESSENTIAL),
        Group("annex-west", (x - 41, y - 7, HIGH), annex, ESSENTIAL),
        Group("annex-east", (x + 41, y - 7, HIGH), annex, ESSENTIAL),
    )


def ground() -> Group:
    """The round lawn with its drive, grass and paths."""
    parts: tuple[Shape, ...] = (
        Box("park", (0, 0, -0.5), (300, 270, 0.5), "grass", ESSENTIAL, "t", tone=0.9, floor=True),
        Ring("drive", (0, -8, 0.05), (45, 45), (55, 55), "asphalt", ESSENTIAL, floor=True),
        Ring("lawn", (0, -8, 0.06), (0, 0), (44.4, 44.4), "grass", ESSENTIAL, bands=3, tone=1.05, floor=True),
        Ring("kerb", (0, -8, 0.06), (44.4, 44.4), (45.2, 45.2), "curb", ESSENTIAL, rise=0.05, floor=True),
        Box("forecourt", (0, 43.5, 0), (112, 11, 0.08), "paving_light", ESSENTIAL, "t", floor=True),
        Box("approach", (0, -94, 0), (12, 64, 0.07), "paving", ESSENTIAL, "t", floor=True),
        Ring("hill-foot", (0, 0, -0.55), (0, 0), (3400, 3400), "grass", bands=4, tone=0.8),
    )
    return Group("ground", (0, 0, 0), parts, ESSENTIAL)


def around() -> tuple[Group, ...]:
    """Pines round the lawn, the wood, Bugaksan close behind, walls and the gate in the south."""
    ring = tuple(spot for spot in strewn((-84, -66, 84, 46), 90, ((-58, -66, 58, 46),), 3))
    spans = ((-110.0, 100.0, 190.0, 1500.0, "mountain_near"), (-40.0, 60.0, 2400.0, 6800.0, "mountain_far"))
    city = tuple((-240.0 + 60 * i, -420.0 - 70 * k) for i in range(9) for k in range(3))
    stones = ("granite", "palace_wall")
    return (
        grove("pines", rowed((-50, 40), (-66, -50), 7) + rowed((50, 40), (66, -50), 7), PINES, 1.1),
        grove("garden", ring, (*PINES, *MIXED), 1.1),
        grove(
            "pines-hall",
            ((-60, 52), (-66, 60), (60, 52), (66, 60), (-64, 80), (64, 80), (-62, 98), (62, 98)),
            PINES,
            1.25,
        ),
        forest("wood-west", strewn((-220, -120, -92, 130), 110, (), 5), 5.2),
        forest("wood-east", strewn((92, -120, 220, 130), 110, (), 7), 5.2),
        forest("wood-north", strewn((-200, 116, 200, 300), 170, (), 9), 6.0),
        Group(
            "wall-west",
            (0, 0, 0),
            (wall("wall", (-8, -118), (-90, -118), 3.2, 0.8, colours=stones, seen="s"),),
            SETTING,
        ),
        Group(
            "wall-east", (0, 0, 0), (wall("wall", (90, -118), (8, -118), 3.2, 0.8, colours=stones, seen="s"),), SETTING
        ),
        timber_gate("south-gate", (0, -118, 0), (13, 6.4), 3, 5.6, 4.2, kind="paljak"),
        horizon.mountains(ORIGIN, spans),
        horizon.towers("city-south", city, 24, 90, -20.0, 2),
    )


def build() -> Place:
    """The Blue House, put together."""
    spots = ((-8, 36), (8, 36), (-8, -58), (8, -58), (-7, -100), (7, -100), (-40, 40), (40, 40))
    lights = tuple(lantern(f"lantern-{i}", (x, y, 0.05)) for i, (x, y) in enumerate(spots))
    return Place(
        slug="cheongwadae",
        title=TITLE,
        text=TEXT,
        bounds=(-92.0, -124.0, 92.0, 108.0),
        parts=(ground(), *main_hall(), *around(), Group("lanterns", (0, 0, 0), lights, SETTING)),
        spawn=(0, -62, 0),
        gates=(Gate("gyeongbokgung", (0, -112, 0.07), 6.0, "gyeongbokgung", (-60, 152), 180.0, PALACE),),
        views={
            "lawn": View((-22, 4, 1.9), (2, 76, 11), 50),
            "hall": View((30, 22, 2.0), (-6, 76, 10), 56),
            "stairs": View((3, 30, 1.9), (0, 76, 12), 62),
            "aerial": View((90, -80, 60), (0, 50, 6), 46),
        },
        origin=ORIGIN,
    )


ENTRY = Entry("cheongwadae", TITLE, TEXT, build, ORIGIN)
