"""Gyeongbokgung, the first palace of Joseon: from Gwanghwamun through three gates to the throne hall, and the pond.

Founded 1395, burnt 1592, rebuilt 1867 with some 500 buildings; 343,888 m2; outer wall 5 m high and 2 m thick with
gates in all four sides (kore.wikia, pdfworld). Zero of the frame: 165 m north of Gwanghwamun, which stands at its true
spot; what lies north of it is drawn nearer (the throne hall by a third of its way).
"""

from worlds.entry import Entry
from worlds.seoul import gyeongbokgung_court as court
from worlds.seoul import gyeongbokgung_pond as pond
from worlds.seoul.gwanghwamun import gwanghwamun, woldae
from worlds.seoul.hanok import horizon
from worlds.seoul.hanok.frame import storey
from worlds.seoul.hanok.garden import MIXED, PINES, forest, grove, rowed, strewn
from worlds.seoul.hanok.gate import stone_base
from worlds.seoul.hanok.stone import wall
from worlds.shape import ESSENTIAL, Box, Gate, Group, Place, Point, Ring, Roof, Shape, Stripe, View, Water

ORIGIN: Point = (-104.0, 1208.0, 38.0)
WEST, SOUTH, EAST, NORTH = -165.0, -165.0, 135.0, 165.0
"""Middle lines of the outer wall."""
FRONT = -238.0
"""Where the way from the square comes in, south of the terrace before the gate."""
BLUE_HOUSE = {"ko": "청와대", "en": "Cheong Wa Dae", "zh": "青瓦台", "ja": "青瓦台"}
VILLAGE = {"ko": "북촌한옥마을", "en": "Bukchon Hanok Village", "zh": "北村韩屋村", "ja": "北村韓屋村"}
SQUARE = {"ko": "광화문광장", "en": "Gwanghwamun Square", "zh": "光化门广场", "ja": "光化門広場"}
TITLE = {"ko": "경복궁", "en": "Gyeongbokgung Palace", "zh": "景福宫", "ja": "景福宮"}
TEXT = {
    "ko": "1395년에 세운 조선의 으뜸 궁궐입니다. 세 개의 무지개문이 있는 광화문을 지나면 두 겹 지붕의 "
    "근정전이 넓은 돌마당 위로 나타나고, 그 뒤로 북악산이 병풍처럼 서 있습니다.",
    "en": "Founded in 1395, this was the main palace of Joseon. Beyond the three arches of Gwanghwamun, the "
    "double-roofed throne hall Geunjeongjeon rises over a wide stone court with Bugaksan behind it "
    "like a screen.",
    "zh": "建于1395年，是朝鲜王朝的正宫。穿过有三座拱门的光化门，双层屋檐的勤政殿便出现在宽阔的石砌庭院之上，"
    "身后的北岳山宛如屏风。",
    "ja": "1395年に建てられた朝鮮王朝第一の王宮です。三つのアーチをもつ光化門をくぐると、広い石の庭に二重屋根"
    "の勤政殿がそびえ、その後ろに北岳山が屏風のように立っています。",
}


def ground() -> Group:
    """Sand, the stream, the outer city far round; pits are left open for the water."""
    x0, y0, x1, y1 = pond.POND
    low, high = court.STREAM_Y - 3.0, court.STREAM_Y + 3.0
    half = court.HALF_COURT
    pieces = (
        (WEST - 5, FRONT - 2, EAST + 5, low),
        (WEST - 5, low, -half, high),
        (half, low, EAST + 5, high),
        (WEST - 5, high, EAST + 5, y0),
        (x1, y0, EAST + 5, y1),
        (WEST - 5, y0, x0, y1),
        (WEST - 5, y1, EAST + 5, NORTH + 10),
    )
    sand: tuple[Shape, ...] = tuple(
        Box(f"sand-{i}", ((a + c) / 2, (b + d) / 2, -2.0), (c - a, d - b, 2.0), "palace_ground", ESSENTIAL, floor=True)
        for i, (a, b, c, d) in enumerate(pieces)
    )
    stream = ((-half, low), (half, low), (half, high), (-half, high))
    lawns = ((70, -150, 128, -40), (-158, -150, -70, -84), (-158, -78, -72, 18), (72, 46, 128, 92), (-56, 96, -40, 158))
    return Group(
        "palace-ground",
        (0, 0, 0),
        (
            *sand,
            Water("stream", (0, 0, -0.9), stream, flow=(0.25, 0.0)),
            Box("bed", (0, court.STREAM_Y, -1.9), (2 * half, 6.0, 0.1), "water_deep", faces="t"),
            *(
                Box(f"stream-bank-{y}", (0, y, -2.0), (2 * half, 0.5, 2.06), "granite", ESSENTIAL, floor=True)
                for y in (low, high)
            ),
            *(
                Box(f"lawn-{i}", ((a + c) / 2, (b + d) / 2, 0), (c - a, d - b, 0.05), "grass", faces="t", floor=True)
                for i, (a, b, c, d) in enumerate(lawns)
            ),
            Box("foothill", (-60, 560, -0.9), (1100, 780, 0.6), "grass", ESSENTIAL, "t", tone=0.82, floor=True),
            Box("forecourt", (-15, -202.5, 0), (310, 73, 0.06), "paving", ESSENTIAL, "t", floor=True),
            Box("sajik-ro", (-15, -252, -0.12), (1300, 26, 0.1), "asphalt", ESSENTIAL, "t", floor=True),
            Stripe("lanes", (0, -252, 0.0), ((-400, 0), (400, 0)), 0.4, "mark_yellow"),
            Stripe("crossing", (0, -239, 0.02), ((0, -26), (0, 0)), 9.0, "mark", dash=(0.8, 0.9)),
            Ring("city", (-15, -36.5, -0.4), (155, 206), (3400, 3400), "street", powers=(12, 4), bands=3),
        ),
        ESSENTIAL,
    )


def side_gate(name: str, at: Point, turn: float) -> Group:
    """A gate of the outer wall: one arch under a pavilion of 3 x 2 bays (Geonchunmun, Sinmumun)."""
    parts = (
        *stone_base((19.0, 9.0, 5.4), ((0.0, 4.6, 4.4),)),
        *storey((11.0, 5.6), (3, 2), 5.4, 8.6, walls=False),
        Roof("roof", (0, 0, 8.6), (11.0, 5.6), 3.4, "tile", overhang=2.0, lift=0.7),
    )
    return Group(name, at, parts, ESSENTIAL, turn=turn)


def walls() -> tuple[Group, ...]:
    """The outer wall in four sides with its gates."""
    sides = (
        ((-17.4, SOUTH), (WEST, SOUTH)),
        ((EAST, SOUTH), (17.4, SOUTH)),
        ((WEST, SOUTH), (WEST, NORTH)),
        ((EAST, 10.0), (EAST, SOUTH)),
        ((EAST, NORTH), (EAST, 29.0)),
        ((WEST, NORTH), (-69.5, NORTH)),
        ((-50.5, NORTH), (EAST, NORTH)),
    )
    stones = ("granite", "palace_wall")
    made = tuple(
        wall(f"wall-{i}", a, b, 4.4, 1.6, 0.0, 2.2, stones, 22.0, seen="sn" if i < 2 else "s")
        for i, (a, b) in enumerate(sides)
    )
    return (
        gwanghwamun((0, SOUTH, 0)),
        woldae((0, SOUTH, 0)),
        side_gate("geonchunmun", (EAST, 19.5, 0), 90.0),
        side_gate("sinmumun", (-60, NORTH, 0), 180.0),
        Group("wall-south", (0, 0, 0), made[:2], ESSENTIAL),
        Group("wall-west", (0, 0, 0), made[2:3], ESSENTIAL),
        Group("wall-east", (0, 0, 0), made[3:5], ESSENTIAL),
        Group("wall-north", (0, 0, 0), made[5:], ESSENTIAL),
    )


def trees() -> tuple[Group, ...]:
    """Groves between wall and courts, willows' place taken by zelkovas at the pond, pines on the small island."""
    halls = ((82, -24, 110, 34), (74, 104, 118, 146))
    shore = rowed((-64, 66), (-64, 92), 3) + rowed((-64, 122), (-64, 150), 4) + rowed((-150, 156), (-80, 156), 8)
    return (
        grove("grove-east-south", strewn((70, -152, 128, -36), 26), MIXED, 1.15),
        grove("grove-east", strewn((70, -30, 130, 96), 26, halls, 3), MIXED, 1.1),
        grove("grove-north-east", strewn((62, 100, 130, 160), 20, halls, 5), PINES, 1.15),
        grove("grove-west-south", strewn((-160, -152, -72, -84), 24, (), 7), MIXED, 1.15),
        grove("grove-west", strewn((-160, -78, -72, 16), 26, (), 9), MIXED, 1.2),
        grove("shore", shore, (("zelkova", 1), ("zelkova", 2), ("cherry", 0)), 1.1),
        forest("foothill", strewn((-240, 178, 210, 248), 170, (), 11), 5.4),
        grove("isle-pines", ((-143, 87), (-139, 90), (-136, 86)), PINES, 0.9, 0.5),
    )


def around() -> tuple[Group, ...]:
    """Bugaksan and Inwangsan, Bukhansan behind them, the city to the south."""
    spans = (
        (-118.0, 78.0, 420.0, 2700.0, "mountain_near"),
        (-45.0, 55.0, 3600.0, 8200.0, "mountain_far"),
        (135.0, 200.0, 1900.0, 3300.0, "mountain_near"),
    )
    south = tuple((sx * (62 + 46 * (i % 4)), -330.0 - 62 * (i // 4)) for i in range(16) for sx in (-1, 1))
    side = tuple((sx, -150.0 + 52 * i) for i in range(7) for sx in (-235.0, 215.0))
    return (
        horizon.mountains(ORIGIN, spans),
        horizon.towers("city-south", south, 38, 100, -0.5),
        horizon.towers("city-sides", side, 7, 18, -0.5, 5),
    )


def build() -> Place:
    """The palace, put together."""
    return Place(
        slug="gyeongbokgung",
        title=TITLE,
        text=TEXT,
        bounds=(WEST, FRONT, EAST, NORTH),
        parts=(ground(), *walls(), *court.clusters(), *pond.clusters(), *trees(), *around()),
        spawn=(0, -30, 0),
        gates=(
            Gate("gwanghwamun-square", (0, -229, 0.14), 14.0, "gwanghwamun-square", (7, 277.5), 180.0, SQUARE),
            Gate("bukchon", (EAST - 4.0, 19.5, 0), 4.0, "bukchon", (10, -98), 0.0, VILLAGE),
            Gate("cheongwadae", (-60, NORTH - 4.0, 0), 4.0, "cheongwadae", (0, -102), 0.0, BLUE_HOUSE),
        ),
        views={
            "throne": View((13, 3, 1.9), (-5, 42, 10.5), 60),
            "axis": View((0.0, -31, 3.2), (0, 42, 10), 52),
            "gate": View((16, -128, 1.8), (0, -98, 5.5), 52),
            "gwanghwamun": View((15, -231, 2.4), (-1, -165, 8.5), 42),
            "pond": View((-116, 58.2, 1.9), (-100, 106, 7), 58),
            "aerial": View((120, -150, 95), (-10, 40, 0), 45),
            "lotus": View((78, 108, 2.2), (97, 125, 5), 55),
        },
        origin=ORIGIN,
    )


ENTRY = Entry("gyeongbokgung", TITLE, TEXT, build, ORIGIN)
