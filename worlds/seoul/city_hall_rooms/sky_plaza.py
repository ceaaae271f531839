"""The Sky Plaza on the eighth floor: a hall under the crest of the glass wave, with terraces of wood and a cafe.

A gallery on the 8th floor, beside the hall for 500 to 700 on the 8th and 9th (Lonely Planet, kisba.info), which
here is the white oval in the north. 36 x 18 m and about 10 m high: an estimate for a part of the real floor.
"""

from math import asin, cos, pi, sin

from worlds.entry import Entry
from worlds.furniture import chair, counter, indoor_tree, plant
from worlds.seoul.city_hall_frame import LIFTS, LOBBY_NAME, lift_step
from worlds.seoul.city_hall_lift import lift
from worlds.seoul.city_hall_rooms.below import below
from worlds.seoul.city_hall_rooms.sky_wave import wave
from worlds.seoul.city_hall_rooms.upper import FLOORS, floor, wall
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Disc,
    Gate,
    Group,
    Lathe,
    Place,
    Point,
    Prism,
    Ring,
    Scatter,
    Shape,
    Sign,
    Tube,
    View,
    row,
)

SLUG = "sky-plaza"
TITLE = {"ko": "하늘광장 (8층)", "en": "Sky Plaza, 8F", "zh": "天空广场(8层)", "ja": "ハヌル広場(8階)"}
TEXT = {
    "ko": "유리 물결 바로 아래 8층 하늘광장입니다. 시계탑 지붕 너머로 서울광장과 도심을 내려다보세요.",
    "en": "The eighth floor, right under the wave of glass. Look past the clock tower to the plaza and the centre.",
    "zh": "玻璃波浪正下方的八层天空广场。越过钟楼屋顶，俯瞰首尔广场与市中心。",
    "ja": "ガラスの波のすぐ下、8階のハヌル広場です。時計塔の屋根越しにソウル広場と都心を見下ろせます。",
}
CAFE = {"ko": "하늘 카페", "en": "Sky cafe", "zh": "天空咖啡", "ja": "ハヌルカフェ"}
GALLERY = {"ko": "하늘광장 갤러리", "en": "Sky Plaza gallery", "zh": "天空广场画廊", "ja": "ハヌル広場ギャラリー"}
SIZE = (36.0, 18.0, 8.0)
LIFT = (-15.0, 9.0)
ARRIVE = ((LIFT[0], 6.4), 180.0)
"""Where one leaves the lift, and the heading there."""
TERRACES = ((13.0, 9.6), (11.7, 8.4), (10.4, 7.2))
"""Half axes of the wooden terraces round the white oval, whose middle is 12 m north of the hall's."""
ORIGIN = (16.0, 34.0, 62.0)
"""In the middle of the eighth floor; +-40 m."""


def _terrace(number: int) -> Prism:
    """One step of 0.2 m, cut off at the north wall."""
    across, along = TERRACES[number]
    first = asin(3.0 / along)
    angles = [pi + first + (pi - 2 * first) * i / 28 for i in range(29)]
    outline = tuple((across * cos(a), 12.0 + along * sin(a)) for a in angles)
    tone = 1.0 + 0.05 * (number % 2)
    return Prism(f"terrace-{number}", (0, 0, 0), outline, 0.2 * (number + 1), "oak", ESSENTIAL, floor=True, tone=tone)


def _oval() -> Group:
    """The white volume of the great hall, lit from below, with the terraces before it."""
    skin = ((8.6, 0.0), (8.7, 1.2), (9.2, 3.2), (9.1, 5.2), (8.2, 7.2), (6.4, 8.6))
    seats: list[Shape] = []
    for number, (across, along) in enumerate(TERRACES):
        for i in range(5):
            a = 1.5 * pi + 0.22 * (i - 2) + 0.05 * number
            at = ((across - 0.5) * cos(a), 12.0 + (along - 0.5) * sin(a), 0.2 * (number + 1))
            cloth = ("cushion", "cushion_warm", "moss")[(i + number) % 3]
            seats.append(
                Box(f"cushion-{number}-{i}", at, (0.9, 0.5, 0.1), cloth, faces="snewt", bevel=0.03, turn=13.0 * (i - 2))
            )
    parts: tuple[Shape, ...] = (
        *(_terrace(i) for i in range(len(TERRACES))),
        Lathe("oval", (0, 12, 0), skin, "white", ESSENTIAL, segments=56, squash=(1.0, 0.62)),
        Lathe("glow", (0, 12, 0.62), ((8.75, 0), (8.75, 0.05)), "lamp", segments=56, squash=(1.0, 0.62), glow=1.0),
        Lathe("band", (0, 12, 3.1), ((9.26, 0), (9.26, 0.1)), "silver", ORNAMENT, segments=56, squash=(1.0, 0.62)),
        *seats,
    )
    return Group("oval", (0, 0, 0), parts, ESSENTIAL)


def _telescope(name: str, at: Point, turn: float) -> Group:
    """A telescope on a post, with a step for children."""
    parts: tuple[Shape, ...] = (
        Lathe(
            "foot", (0, 0, 0), ((0.22, 0), (0.18, 0.05), (0.07, 0.1), (0.06, 1.0), (0.1, 1.06)), "metal", segments=14
        ),
        Box("fork", (0, 0, 1.05), (0.2, 0.12, 0.2), "steel", faces="snewt", bevel=0.02),
        Tube(
            "tube",
            (0, 0, 1.3),
            ((0, 0.3, 0.02), (0, -0.1, 0), (0, -0.42, -0.06)),
            (0.07, 0.1, 0.13),
            "seoul_blue",
            segments=12,
        ),
        Disc("lens", (0, -0.425, 1.24), 0.11, "glass_light", segments=16, gloss=0.8),
        Box("step", (0.0, 0.6, 0), (0.5, 0.36, 0.18), "oak", faces="snewt"),
    )
    return Group(name, at, parts, turn=turn)


def _panel(number: int) -> Group:
    """A wall of white that stands free, with pictures of flat colours on both sides."""
    tints = (("tint_sky", "seoul_blue", "flower_gold"), ("tint_rose", "brick", "white"), ("tint_sage", "moss", "taxi"))[
        number
    ]
    parts: list[Shape] = [
        Box("panel", (0, 0, 0.12), (3.0, 0.14, 2.3), "white", ESSENTIAL, faces="snewtb"),
        Box("foot", (0, 0, 0), (2.6, 0.4, 0.12), "steel", faces="snewt"),
    ]
    for side in (-1, 1):
        for i in range(2):
            x = -0.72 + 1.44 * i
            turn = 0.0 if side < 0 else 180.0
            shapes: tuple[Shape, ...] = (
                Box("frame", (0, -0.09, 0.6), (1.16, 0.04, 1.36), "oak", faces="snewtb"),
                Box("ground", (0, -0.113, 0.66), (1.04, 0.006, 1.24), tints[0], faces="s", tone=1.05),
                Box("low", (0, -0.118, 0.66), (1.04, 0.006, 0.3 + 0.2 * i), tints[1], faces="s"),
                Disc("sun", (0.22 - 0.4 * i, -0.122, 1.42 - 0.16 * i), 0.17, tints[2], segments=22),
                Box(
                    "tower",
                    (-0.2 + 0.3 * i, -0.124, 0.66),
                    (0.16, 0.006, 0.72),
                    tints[1],
                    ORNAMENT,
                    faces="s",
                    tone=0.8,
                ),
            )
            parts.append(Group(f"picture-{side}-{i}", (x if side < 0 else -x, 0, 0), shapes, turn=turn))
    return Group(
        f"panel-{number}",
        (-14.4 + 0.9 * (number % 2), -4.4 + 3.0 * number, 0),
        tuple(parts),
        ESSENTIAL,
        turn=24.0 - 8 * number,
    )


def _cafe() -> Group:
    """A counter of walnut, a wall of bottles and cups, small round tables."""
    tables: list[Shape] = []
    for i, (x, y) in enumerate(((10.4, 1.6), (13.2, 0.4), (15.8, 2.0), (11.2, -2.6), (14.6, -3.0))):
        tables += [
            Lathe(f"stem-{i}", (x, y, 0), ((0.26, 0), (0.04, 0.04), (0.035, 0.7)), "metal", segments=12),
            Lathe(
                f"top-{i}",
                (x, y, 0.7),
                ((0.4, 0), (0.4, 0.035), (0.0, 0.035)),
                "oak",
                ESSENTIAL,
                segments=24,
                smooth=False,
            ),
            Lathe(
                f"cup-{i}",
                (x + 0.12, y + 0.1, 0.735),
                ((0.03, 0), (0.045, 0.08), (0.0, 0.06)),
                "white",
                ORNAMENT,
                segments=10,
            ),
            chair(f"chair-a-{i}", (x - 0.62, y + 0.1, 0), "cushion_warm", turn=90 + 20 * i),
            chair(f"chair-b-{i}", (x + 0.6, y - 0.12, 0), "cushion", turn=-90 + 15 * i),
        ]
    bottle = Lathe(
        "bottle", (0, 0, 0), ((0.05, 0), (0.05, 0.16), (0.018, 0.22), (0.018, 0.28)), "copper", ORNAMENT, segments=7
    )
    spots = tuple(
        (13.0 + 0.155 * (i % 26), 8.62, 1.34 + 0.55 * (i // 26), 0.0, 0.8 + 0.35 * (i * 0.618 % 1)) for i in range(78)
    )
    parts: tuple[Shape, ...] = (
        counter("counter", (15.0, 6.2, 0), (5.0, 0.9, 1.1)),
        Box("machine", (14.0, 6.3, 1.1), (0.9, 0.5, 0.44), "silver", faces="snewt", bevel=0.03, gloss=0.4),
        Box("machine-top", (14.0, 6.3, 1.54), (0.8, 0.4, 0.05), "ink", faces="snewt"),
        Box("case", (16.2, 6.2, 1.1), (1.2, 0.5, 0.36), "glass_light", faces="snewt", gloss=0.8),
        Box("back", (15.0, 8.8, 0), (5.4, 0.3, 3.2), "walnut", ESSENTIAL, faces="swet"),
        *row(Box("shelf", (15.0, 8.6, 1.3), (4.6, 0.3, 0.03), "oak", faces="stb"), 3, (0, 0, 0.55)),
        *row(
            Box("shelf-light", (15.0, 8.66, 1.27), (4.4, 0.04, 0.03), "lamp", ORNAMENT, faces="sb", glow=1.0),
            3,
            (0, 0, 0.55),
        ),
        Scatter("bottles", (0, 0, 0), bottle, spots, ORNAMENT, vary=0.3),
        Sign("name", (15.0, 8.6, 2.76), (2.6, 0.4), CAFE, "walnut", "lamp"),
        *tables,
    )
    return Group("cafe", (0, 0, 0), parts, SETTING)


def _furniture() -> Group:
    """Telescopes at the rail, panels of the gallery, trees and plants, a long bench."""
    parts: tuple[Shape, ...] = (
        *(
            _telescope(f"telescope-{i}", (x, -7.9, 0), (14, 5, -5, -14)[i])
            for i, x in enumerate((-11.0, -4.0, 3.0, 10.0))
        ),
        *(_panel(i) for i in range(3)),
        Sign("gallery", (-17.9, -1.0, 3.0), (4.4, 0.5), GALLERY, "white", "ink", turn=90),
        *row(Box("seat", (-7.0, -5.2, 0.36), (3.0, 0.6, 0.1), "oak", faces="snewtb", bevel=0.02), 3, (6.0, 0, 0)),
        *row(Box("bench-foot", (-7.0, -5.2, 0), (2.4, 0.4, 0.36), "stone_light", faces="snew"), 3, (6.0, 0, 0)),
        indoor_tree("tree-west", (-10.0, -4.4, 0), 0.62),
        indoor_tree("tree-east", (8.4, -5.0, 0), 0.58),
        plant("plant-lift-west", (-16.9, 8.3, 0), 1.9),
        plant("plant-lift-east", (-13.0, 8.5, 0), 1.8, "cushion"),
        plant("plant-cafe", (11.6, 8.2, 0), 2.0, "brick"),
        plant("plant-corner", (17.2, -7.8, 0), 1.9),
        Ring("inlay", (0, 12, 0.012), (14.2, 10.8), (14.4, 11.0), "brass", ORNAMENT, segments=96),
    )
    return Group("furniture", (0, 0, 0), parts, SETTING)


def build() -> Place:
    """The hall under the crest."""
    width, depth, _ = SIZE
    shell = Group(
        "shell", (0, 0, 0), (*floor((width, depth), "stone_floor", 3.0), wall("north", SIZE, colour="white")), ESSENTIAL
    )
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-width / 2, -depth / 2, width / 2, depth / 2),
        parts=(
            shell,
            *wave(width),
            _oval(),
            lift("lift-front", (*LIFT, 0), LOBBY_NAME),
            _cafe(),
            _furniture(),
            *below(16.0, 99.0, FLOORS[SLUG]),
        ),
        spawn=(-9.5, 1.0, 215),
        gates=(Gate("lift", (LIFT[0], LIFT[1] - 0.7, 0), 1.6, "city-hall", lift_step(LIFTS[SLUG]), 90.0, LOBBY_NAME),),
        views={
            "wave": View((-13.6, 3.4, 1.75), (6.0, -8.0, 3.4), 66),
            "city": View((2.4, -4.6, 1.75), (-3.0, -30.0, -3.2), 62),
            "terraces": View((-9.0, -7.4, 1.75), (4.0, 8.0, 2.4), 62),
            "cafe": View((7.6, -3.6, 1.7), (15.4, 6.6, 1.6), 58),
            "gallery": View((-8.0, 0.4, 1.7), (-17.0, -2.0, 1.5), 58),
        },
        indoor=True,
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN, inside="city-hall")
