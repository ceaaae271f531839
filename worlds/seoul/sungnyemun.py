"""Sungnyemun, the south gate of the walled city, on its lawn island between the streets.

Completed 1398, rebuilt 1448 and 1479; one arch, a pavilion of two storeys with 5 x 2 bays under a hip roof, the board
written upright by Prince Yangnyeong (joongang, jsksoft, seoul.co.kr); fire on 10 February 2008, open again 2013
(culture.go.kr). Base 40 x 14 x 8 m, arch 5.2 x 5.8 m, lower body 26 x 9 m, eaves 12.5 and 17 m, ridge 21 m, short
rebuilt walls of 53 and 16 m: estimates and general knowledge. Towers round about stand for no particular building.
"""

from worlds.entry import Entry
from worlds.seoul.hanok import horizon
from worlds.seoul.hanok.beasts import lantern
from worlds.seoul.hanok.floodlights import floodlights
from worlds.seoul.hanok.garden import PINES, STREET, forest, grove, rowed, strewn
from worlds.seoul.hanok.gate import stone_base
from worlds.seoul.hanok.hall import two_roofs
from worlds.seoul.hanok.stone import blocks, cap
from worlds.shape import (
    ESSENTIAL,
    SETTING,
    Box,
    Gate,
    Group,
    Place,
    Point,
    Ring,
    Shape,
    Sign,
    Spot,
    Stripe,
    View,
    Words,
)

ORIGIN: Point = (-239.0, -724.0, 31.0)
BASE: Point = (40.0, 14.0, 8.0)
TITLE = {"ko": "숭례문", "en": "Sungnyemun Gate", "zh": "崇礼门", "ja": "崇礼門"}
TEXT = {
    "ko": "1398년에 완성된 한양도성의 정문으로 남대문이라고도 부릅니다. "
    "2008년 화재 뒤 5년에 걸친 복구를 마치고 2013년에 다시 문을 열었습니다.",
    "en": "Also called Namdaemun, it was completed in 1398 as the main gate of the walled city. "
    "After the fire of 2008 it was repaired for five years and opened again in 2013.",
    "zh": "又称南大门，落成于1398年，是汉阳都城的正门。2008年遭遇火灾后历经五年修复，于2013年重新开放。",
    "ja": "南大門とも呼ばれ、1398年に完成した漢陽都城の正門です。"
    "2008年の火災のあと5年の復旧を経て、2013年に再び公開されました。",
}
PLAZA = {"ko": "서울광장", "en": "Seoul Plaza", "zh": "首尔广场", "ja": "ソウル広場"}
BOARD: tuple[Words, ...] = tuple(dict.fromkeys(("ko", "en", "zh", "ja"), sign) for sign in "崇禮門")
"""What the board says, in the characters that are painted on it, one below the other."""
BAY: Spot = (118.0, 150.0)
"""Half of the ground that is laid out, metres."""


def gate() -> Group:
    """Sungnyemun on its base."""
    parts: list[Shape] = [
        *stone_base(BASE, ((0.0, 5.2, 5.8),)),
        *two_roofs((25.0, 9.0), (21.5, 6.4), ((5, 2), (5, 2)), BASE[2], (12.6, 17.0), 21.4, 2.9, lift=0.8),
        Box("board-frame", (0, -5.9, 13.0), (2.1, 0.2, 3.6), "post_red", ESSENTIAL, "snewtb"),
        *(Sign(f"board-{i}", (0, -6.02, 15.35 - 1.1 * i), (1.7, 1.1), BOARD[i], "ink", "white") for i in range(3)),
    ]
    wide, deep, high = BASE
    parts += [
        floodlights("foot-lights", (0, 0, 0), (wide + 2.0, deep + 3.0), "sn"),
        floodlights("roof-lights", (0, 0, high), (25.0, 7.0), "sn"),
    ]
    return Group("sungnyemun", (0, 0, 0.3), tuple(parts), ESSENTIAL)


def city_wall() -> Group:
    """The rebuilt stubs of the city wall, falling away from the gate in steps."""
    parts: list[Shape] = []
    for name, start, way, steps in (("east", 20.0, 1, 4), ("west", -20.0, -1, 2)):
        for i in range(steps):
            long, high = 8.6, 6.4 - 0.55 * i
            x = start + way * long * (i + 0.5)
            stones: list[Shape] = [
                Box("core", (0, 0, -0.3), (long, 2.6, high + 0.3), "stone_dark", ESSENTIAL, shade=0.8),
                Box("parapet", (0, -0.8, high), (long, 0.7, 1.0), "palace_wall", ESSENTIAL),
                *(
                    Group(
                        f"face-{turn:.0f}",
                        (0, 0, 0),
                        (blocks("stones", long, 0.0, high, -1.3, "palace_wall", 0.5, 0.9, vary=0.14),),
                        ESSENTIAL,
                        turn=turn,
                    )
                    for turn in (0.0, 180.0)
                ),
                Group("cap", (0, -0.8, 0), tuple(cap(long, high + 1.0, 0.6, 0.4)), SETTING),
            ]
            parts.append(Group(f"{name}-{i}", (x, 0.6 + 0.35 * i * i * 0.4, 0.3), tuple(stones), ESSENTIAL))
    return Group("city-wall", (0, 0, 0), tuple(parts), ESSENTIAL)


def ground() -> Group:
    """The lawn island, its granite paths, the avenue that parts round it."""
    wide, long = BAY
    parts: list[Shape] = [
        Ring("island", (0, 0, 0.2), (0, 0), (64.0, 62.0), "grass", ESSENTIAL, (2, 3), floor=True),
        Ring("kerb", (0, 0, 0.0), (64.0, 62.0), (64.5, 62.5), "curb", ESSENTIAL, (3, 3), rise=0.2, floor=True),
        Box("way", (0, -31, 0.0), (13.0, 62, 0.26), "paving_light", ESSENTIAL, "snewt", floor=True),
        Box("way-north", (0, 36, 0.0), (13.0, 54, 0.26), "paving_light", ESSENTIAL, "snewt", floor=True),
        Box("apron", (0, 0, 0.0), (50.0, 26.0, 0.3), "paving", ESSENTIAL, "snewt", floor=True),
        Box("king-way", (0, -32, 0.1), (3.4, 60, 0.2), "paving", ESSENTIAL, "t", tone=0.9, floor=True),
        Box("asphalt", (0, 0, -0.5), (2 * wide - 20, 2 * long, 0.5), "asphalt", ESSENTIAL, "t", floor=True),
        Box("walk-west", (-wide + 2, 0, -0.5), (28, 2 * long, 0.66), "paving", ESSENTIAL, "et", floor=True),
        Box("walk-east", (wide - 2, 0, -0.5), (28, 2 * long, 0.66), "paving", ESSENTIAL, "wt", floor=True),
        Box("walk-north", (22, 112, 0.0), (64, 76, 0.16), "paving", ESSENTIAL, "snewt", floor=True),
        Ring("city", (0, 0, -0.55), (0, 0), (3400, 3400), "street", bands=4),
    ]
    for side in (-1, 1):
        curve = tuple((side * (84 + 4 * (abs(y) > 90)), float(y)) for y in range(-150, 151, 30))
        parts.append(Stripe(f"lane-{side}", (0, 0, 0.02), curve, 0.2, "mark", dash=(3.0, 4.0)))
        parts.append(
            Stripe(f"edge-{side}", (0, 0, 0.02), ((side * 103.5, -150), (side * 103.5, 150)), 0.2, "mark_yellow")
        )
    for name, x0, x1, y in (("west", -104, -62, -18), ("east", 62, 104, -18)):
        parts.append(Stripe(f"crossing-{name}", (0, 0, 0.03), ((x0, y), (x1, y)), 6.0, "mark", dash=(0.7, 0.8)))
    parts.append(Stripe("crossing-north", (0, 0, 0.03), ((0, 61), (0, 75)), 8.0, "mark", dash=(0.7, 0.8)))
    return Group("ground", (0, 0, 0), tuple(parts), ESSENTIAL)


def trees() -> tuple[Group, ...]:
    """Pines on the island, ginkgos along the pavements, the wood of Namsan behind."""
    clear = ((-30, -70, 30, 70), (-70, -22, 70, 22), (-62, -24, 62, -12))
    return (
        grove("island-pines", strewn((-50, -48, 50, 48), 40, clear, 2), PINES, 0.9, 0.2),
        grove("street-west", rowed((-110, -140), (-110, 140), 14), STREET, 1.0, 0.16),
        grove("street-east", rowed((110, -140), (110, 140), 14), STREET, 1.0, 0.16),
        grove("street-north", ((-4, 82), (-4, 100), (-4, 118), (48, 82), (48, 100), (48, 118)), STREET, 1.0, 0.16),
        forest("namsan-foot", strewn((250, -420, 520, -160), 70, (), 4), 8.0),
    )


def city() -> tuple[Group, ...]:
    """Towers on both sides, taller to the north; Namsan with its tower in the south-east."""
    west = tuple((-152.0 - 46 * (i % 2), -140.0 + 47 * (i // 2)) for i in range(14))
    east = tuple((152.0 + 46 * (i % 2), -140.0 + 47 * (i // 2)) for i in range(14))
    north = tuple((-70.0 + 44 * i, 210.0 + 70 * (i % 2)) for i in range(-1, 6) if i not in (2, 3))
    south = tuple((-90.0 + 48 * i, -205.0 - 60 * (i % 2)) for i in range(5) if i != 2)
    spans = ((90.0, 185.0, 420.0, 2100.0, "mountain_near"), (-60.0, 45.0, 2100.0, 5200.0, "mountain_far"))
    return (
        horizon.towers("city-west", west, 46, 110, -0.5, 2),
        horizon.towers("city-east", east, 20, 74, -0.5, 5),
        horizon.towers("city-north", north, 60, 115, -0.5, 8),
        horizon.towers("city-south", south, 40, 100, -0.5, 11),
        horizon.mountains(ORIGIN, spans),
        Group("tower", (0, 0, 0), (horizon.namsan_tower(ORIGIN, 1.4),), ESSENTIAL),
    )


def build() -> Place:
    """The gate and its streets, put together."""
    lamps = ((-9, -50), (9, -50), (-9, -22), (9, -22), (-9, 30), (9, 30), (0, 96), (44, 96), (-112, -60), (112, -60))
    lights = tuple(lantern(f"lantern-{i}", (x, y, 0.25)) for i, (x, y) in enumerate(lamps))
    return Place(
        slug="sungnyemun",
        title=TITLE,
        text=TEXT,
        bounds=(-130.0, -148.0, 130.0, 148.0),
        parts=(ground(), gate(), city_wall(), *trees(), Group("lanterns", (0, 0, 0), lights, SETTING), *city()),
        spawn=(10, -54, 0),
        gates=(Gate("plaza", (16, 140, 0.2), 14.0, "plaza", (-98.5, -86), 0.0, PLAZA),),
        views={
            "gate": View((-12, -30, 1.8), (4, 0, 9), 58),
            "north": View((-24, 50, 1.9), (3, 0, 9.5), 50),
            "street": View((-104, -74, 2.2), (0, 6, 13), 42),
            "arch": View((2.5, -19, 1.8), (0, 0, 6.5), 62),
            "aerial": View((84, -92, 58), (0, 0, 6), 44),
        },
        origin=ORIGIN,
    )


ENTRY = Entry("sungnyemun", TITLE, TEXT, build, ORIGIN)
