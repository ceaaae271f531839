"""Deoksugung, the palace of the Korean Empire: Daehanmun, the throne hall Junghwajeon, the stone hall, the wall road.

63,069 m2 (hoho60.tistory); Junghwajeon rebuilt 1906 with one storey on a terrace of two levels, Seogeodang of two
storeys unpainted (bek.me); Jeonggwanheon about 1900; Daehanmun's terrace August 2023 (sedaily). Junghwajeon 22 x 16 m,
eaves 8 m, ridge 15.5 m, yard 60 x 50 m with twelve pairs of rank stones: estimates. Zero lies 119 m west of Daehanmun.
"""

from worlds.entry import Entry
from worlds.seoul.daehanmun import daehanmun
from worlds.seoul.hanok import horizon
from worlds.seoul.hanok.beasts import lantern, rank_stones
from worlds.seoul.hanok.floodlights import floodlights
from worlds.seoul.hanok.frame import around, posts, storey
from worlds.seoul.hanok.garden import MIXED, PINES, STREET, grove, rowed, strewn
from worlds.seoul.hanok.gate import timber_gate
from worlds.seoul.hanok.hall import hall
from worlds.seoul.hanok.stone import wall
from worlds.seoul.hanok.terrace import platform, rails, run, stairs
from worlds.seoul.seokjojeon import fountain_garden, seokjojeon
from worlds.shape import ESSENTIAL, SETTING, Box, Gate, Group, Place, Point, Ring, Roof, Shape, Sign, View, Words

ORIGIN: Point = (-230.0, -110.0, 29.0)
GATE_X, GATE_Y = 119.0, -66.0
"""Daehanmun."""
WEST, SOUTH, NORTH = -134.0, -80.0, 106.0
"""Middle lines of the palace wall."""
THRONE: Point = (-12.0, 36.0, 0.0)
STONE_HALL: Point = (-96.0, 64.0, 0.0)
TITLE = {"ko": "덕수궁", "en": "Deoksugung Palace", "zh": "德寿宫", "ja": "徳寿宮"}
TEXT = {
    "ko": "대한제국의 황궁으로, 전통 전각과 서양식 석조전이 한 마당에 서 있는 곳입니다. "
    "대한문으로 들어와 돌담길까지 걸어 보세요.",
    "en": "The palace of the Korean Empire: wooden halls stand beside the neoclassical Seokjojeon. "
    "Come in by Daehanmun, then stroll along the stone-wall road.",
    "zh": "曾是大韩帝国的皇宫，传统殿阁与西式石造殿在此相邻而立。从大汉门进宫，再沿着石墙路漫步。",
    "ja": "大韓帝国の皇宮で、伝統的な殿閣と西洋式の石造殿が並び立ちます。"
    "大漢門から入り、石垣の道も歩いてみてください。",
}
PLAZA = {"ko": "서울광장", "en": "Seoul Plaza", "zh": "首尔广场", "ja": "ソウル広場"}
BOARD: Words = dict.fromkeys(("ko", "en", "zh", "ja"), "中和殿")


def ground() -> Group:
    """Sand, lawns, the yard's stone, the wall road outside, streets far round."""
    lawns = ((-128, -6, -64, 38), (-128, -74, -50, -30), (26, -74, 104, -78), (22, 52, 108, 100), (-46, 62, 16, 100))
    x, y, _ = THRONE
    parts: list[Shape] = [
        Box("sand", (-8, 3, -0.5), (256, 206, 0.5), "palace_ground", ESSENTIAL, "t", floor=True),
        Box("yard", (x, y - 36, 0), (62, 48, 0.08), "court_stone", ESSENTIAL, "t", floor=True),
        Box("way", (x, y - 38, 0), (7.0, 46, 0.12), "paving", floor=True, faces="snewt"),
        Box("king-way", (x, y - 38, 0), (2.6, 46, 0.18), "paving_light", floor=True, faces="snewt"),
        Box("forecourt", (131, 3, -0.5), (22, 214, 0.52), "paving", ESSENTIAL, "t", floor=True),
        Box("wall-road", (-8, -91, -0.5), (256, 18, 0.53), "paving", ESSENTIAL, "t", tone=0.95, floor=True),
        Box("wall-road-walk", (-8, -83.0, -0.5), (256, 3.4, 0.62), "paving_light", ESSENTIAL, "st", floor=True),
        *(
            Box(f"lawn-{i}", ((a + c) / 2, (b + d) / 2, 0), (c - a, abs(d - b), 0.05), "grass", faces="t", floor=True)
            for i, (a, b, c, d) in enumerate(lawns)
        ),
        Box("path-east", (64, GATE_Y, 0), (106, 6.0, 0.09), "paving", floor=True, faces="snewt"),
        Box("path-north", (x, -48, 0), (6.0, 36, 0.09), "paving", floor=True, faces="snewt"),
        Box("path-west", (-54, -26, 0), (80, 4.5, 0.09), "paving", floor=True, faces="snewt"),
        Box("path-garden", (-96, 16, 0), (5.0, 60, 0.09), "paving", floor=True, faces="snewt"),
        Box("avenue", (160, 0, -0.5), (36, 420, 0.46), "asphalt", ESSENTIAL, "t", floor=True),
        Ring("city", (0, 0, -0.55), (0, 0), (3400, 3400), "street", bands=4),
    ]
    return Group("ground", (0, 0, 0), tuple(parts), ESSENTIAL)


def throne() -> tuple[Group, ...]:
    """Junghwajeon on its terraces, its gate, and rank stones in the yard."""
    x, y, _ = THRONE
    parts: list[Shape] = []
    gaps = {"s": (0.0,), "n": (0.0,), "e": (0.0,), "w": (0.0,)}
    for number, (wide, deep) in enumerate(((38.0, 30.0), (30.0, 23.0))):
        parts += platform(f"terrace-{number}", (0, 0, number * 1.0), (wide, deep, 1.0))
        if number == 0:
            parts += rails("rails", (0, 0, 1.0), (wide, deep), gaps, 8.0)
        parts += [
            stairs(f"stairs-{number}-south", (0, -deep / 2 - run(1.0), number * 1.0), 6.0, 1.0),
            stairs(f"stairs-{number}-east", (wide / 2 + run(1.0), 0, number * 1.0), 4.0, 1.0, 90.0),
            stairs(f"stairs-{number}-west", (-wide / 2 - run(1.0), 0, number * 1.0), 4.0, 1.0, 270.0),
        ]
    floor = 2.0
    body: tuple[Shape, ...] = (
        *storey((22.0, 16.0), (5, 4), floor + 0.2, 8.2, post=0.36),
        Box("base", (0, 0, floor), (24.0, 18.0, 0.25), "stone_light", ESSENTIAL),
        floodlights("floodlights", (0, 0, floor), (24.0, 18.0)),
        Roof("roof", (0, 0, 8.2), (22.0, 16.0), 7.6, "tile", overhang=3.1, lift=1.2, kind="paljak"),
        Box("board-frame", (0, -8.9, 6.9), (3.0, 0.14, 1.2), "post_red", faces="snewtb"),
        Sign("board", (0, -8.98, 7.0), (2.6, 1.0), BOARD, "ink", "brass"),
    )
    return (
        Group("throne-terrace", THRONE, tuple(parts), ESSENTIAL),
        Group("junghwajeon", THRONE, body, ESSENTIAL),
        timber_gate("junghwamun", (x, y - 64, 0.0), (12.5, 7.4), 3, 5.8, 4.8, kind="paljak", overhang=2.2),
        Group("rank-stones", (0, 0, 0), (rank_stones("stones", (x, y - 20, 0.08), 12, 11.0, 3.3),), SETTING),
    )


def seogeodang(at: Point) -> Group:
    """A hall of two storeys whose wood was never painted."""
    low, high = (26.0, 8.0), (17.0, 5.6)
    parts: tuple[Shape, ...] = (
        Box("base", (0, 0, -0.3), (28.5, 10.5, 1.0), "granite", ESSENTIAL, shade=0.8),
        Box("body", (0, 0, 0.7), (low[0] - 0.4, low[1] - 0.4, 3.4), "hanji", ESSENTIAL, "snew", glow=0.4),
        *_wooden(low, (8, 3), 0.7, 3.3),
        Roof(
            "skirt",
            (0, 0, 4.2),
            low,
            2.2,
            "tile",
            overhang=1.5,
            lift=0.4,
            kind="skirt",
            inset=4.0,
            ridge="ridge_grey",
            rafters="wood",
            boards="walnut",
        ),
        Box("upper", (0, 0, 5.2), (high[0] - 0.3, high[1] - 0.3, 2.7), "hanji", ESSENTIAL, "snew", glow=0.4),
        *(Group("upper-frame", (0, 0, 0), tuple(_wooden(high, (6, 1), 5.6, 2.2)), SETTING),),
        Roof(
            "roof",
            (0, 0, 7.9),
            high,
            3.2,
            "tile",
            overhang=1.6,
            lift=0.5,
            kind="paljak",
            ridge="ridge_grey",
            rafters="wood",
            boards="walnut",
        ),
    )
    return Group("seogeodang", at, parts, SETTING)


def _wooden(size: tuple[float, float], bays: tuple[int, int], foot: float, height: float) -> list[Shape]:
    return [
        *posts("wood-posts", around(size, bays), foot, height, 0.18, "wood"),
        Box("beam", (0, 0, foot + height - 0.35), (size[0] + 0.2, size[1] + 0.2, 0.45), "wood", ESSENTIAL, "snewb"),
        Box("sill", (0, 0, foot), (size[0] - 0.2, size[1] - 0.2, 0.8), "wood", SETTING, "snew", tone=0.85),
    ]


def jeonggwanheon(at: Point) -> Group:
    """An open pavilion of slim posts where the emperor took coffee: east and west in one roof."""
    size = (17.0, 12.0)
    ring = around(size, (8, 6))
    parts: tuple[Shape, ...] = (
        Box("base", (0, 0, -0.3), (19.0, 14.0, 1.0), "brick", ESSENTIAL, shade=0.8),
        *posts("slim", ring, 0.7, 3.6, 0.11, "copper"),
        Box("frieze", (0, 0, 3.7), (size[0] + 0.2, size[1] + 0.2, 0.7), "brass", SETTING, "snewb"),
        Box("rail", (0, 0, 1.25), (size[0], size[1], 0.16), "copper", SETTING, "snewtb"),
        Box("room", (0, 1.5, 0.7), (9.0, 6.0, 3.6), "brick", ESSENTIAL, "snew", glow=0.15),
        Roof(
            "roof",
            (0, 0, 4.3),
            size,
            3.4,
            "copper",
            overhang=1.3,
            lift=0.15,
            ridge="copper",
            rafters="stone_light",
            boards="stone_light",
        ),
    )
    return Group("jeonggwanheon", at, parts, SETTING)


def halls() -> tuple[Group, ...]:
    """The other halls, behind and east of the throne."""
    return (
        Group(
            "halls-east",
            (0, 0, 0),
            (
                hall("deokhongjeon", (52, 24, 0), (16, 9), (4, 3), 5.2, 4.0),
                hall("hamnyeongjeon", (84, 26, 0), (24, 9.5), (9, 4), 5.4, 4.2),
                hall("junmyeongdang", (-26, 82, 0), (18, 8.5), (6, 3), 5.0, 4.0),
            ),
            SETTING,
        ),
        seogeodang((12, 80, 0)),
        jeonggwanheon((62, 78, 0)),
    )


def walls() -> tuple[Group, ...]:
    """The stone wall: the road along its south side is the one that everybody knows."""
    east = GATE_X
    return (
        daehanmun((GATE_X, GATE_Y, 0.02), 90.0, 26.0),
        Group(
            "wall-south",
            (0, 0, 0),
            (wall("wall", (WEST, SOUTH), (east, SOUTH), 3.0, 0.8),),
            ESSENTIAL,
        ),
        Group(
            "wall-east",
            (0, 0, 0),
            (
                wall("south", (east, SOUTH), (east, GATE_Y - 6.6), 3.0, 0.8, until=1),
                wall("north", (east, GATE_Y + 6.6), (east, NORTH), 3.0, 0.8, until=1),
            ),
            ESSENTIAL,
        ),
        Group("wall-west", (0, 0, 0), (wall("wall", (WEST, NORTH), (WEST, SOUTH), 3.0, 0.8, seen="n"),), SETTING),
        Group("wall-north", (0, 0, 0), (wall("wall", (east, NORTH), (WEST, NORTH), 3.0, 0.8, seen="n"),), SETTING),
        Group(
            "wall-road-far",
            (0, 0, 0),
            (wall("wall", (105, -100.6), (WEST, -100.6), 2.4, 0.6, seen="s", colours=("granite", "brick")),),
            SETTING,
        ),
    )


def trees() -> tuple[Group, ...]:
    """Groves inside, ginkgos along the wall road."""
    road = rowed((104, -95.5), (-128, -95.5), 24)
    clear = ((-10, -80, 106, -58), (34, 14, 100, 36), (-2, 70, 80, 92))
    return (
        grove("wall-road-east", road[:12], STREET, 1.05),
        grove("wall-road-west", road[12:], STREET, 1.05),
        grove("grove-south-west", strewn((-128, -76, -24, -32), 26, (), 2), MIXED, 1.15),
        grove("grove-east", strewn((20, -52, 112, 10), 24, (*clear, (20, -4, 40, 10)), 4), MIXED, 1.15),
        grove("grove-north-east", strewn((24, 44, 114, 102), 18, clear, 6), PINES, 1.15),
        grove(
            "garden-trees",
            ((-126, 0), (-126, 14), (-126, 30), (-66, 0), (-66, 14), (-66, 30), (-120, -12), (-72, -12)),
            (("cherry", 0), ("zelkova", 1)),
            1.0,
        ),
    )


def city() -> tuple[Group, ...]:
    """Towers all round, the mountains to the north and Namsan in the south-east."""
    spans = ((-100.0, 60.0, 1500.0, 4600.0, "mountain_near"), (125.0, 205.0, 900.0, 2400.0, "mountain_near"))
    ring = tuple((sx, -150.0 + 58 * i) for i in range(7) for sx in (218.0, 286.0)) + tuple(
        (-150.0 + 62 * i, y) for i in range(6) for y in (-190.0, -262.0)
    )
    north = tuple((-150.0 + 62 * i, 176.0 + 60 * (i % 2)) for i in range(6))
    west = tuple((-190.0 - 50 * (i % 2), -100.0 + 56 * i) for i in range(5))
    return (
        horizon.mountains(ORIGIN, spans),
        horizon.towers("city-south-east", ring, 34, 96, -0.5, 3),
        horizon.towers("city-north", north, 14, 34, -0.5, 7),
        horizon.towers("city-west", west, 10, 24, -0.5, 9),
        Group("tower", (0, 0, 0), (horizon.namsan_tower(ORIGIN, 1.4),), ESSENTIAL),
    )


def build() -> Place:
    """The palace, put together."""
    lamps = (
        (-24, -40),
        (2, -40),
        (-96, 40),
        (-80, -20),
        (60, -58),
        (60, -74),
        (112, -58),
        (90, -88),
        (0, -88),
        (-90, -88),
    )
    lights = tuple(lantern(f"lantern-{i}", (x, y, 0.05)) for i, (x, y) in enumerate(lamps))
    return Place(
        slug="deoksugung",
        title=TITLE,
        text=TEXT,
        bounds=(WEST, -100.0, 138.0, NORTH),
        parts=(
            ground(),
            *walls(),
            *throne(),
            seokjojeon(STONE_HALL),
            fountain_garden((-96, 16, 0)),
            *halls(),
            *trees(),
            Group("lanterns", (0, 0, 0), lights, SETTING),
            *city(),
        ),
        spawn=(106, GATE_Y, 90),
        gates=(Gate("plaza", (135, GATE_Y, 0), 6.0, "plaza", (-97, -72), 270.0, PLAZA),),
        views={
            "throne": View((6, 2, 1.8), (-12, 36, 7.5), 56),
            "stone-hall": View((-84, -8, 2.0), (-97, 64, 9), 50),
            "gate": View((136.5, -84, 1.9), (117, -65, 4.6), 58),
            "wall-road": View((92, -90.5, 1.75), (-40, -86, 3.5), 52),
            "aerial": View((128, -128, 66), (-20, 20, 0), 46),
        },
        origin=ORIGIN,
    )


ENTRY = Entry("deoksugung", TITLE, TEXT, build, ORIGIN)
