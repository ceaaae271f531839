"""The lobby of the mayor's office on the sixth floor: what the city plans on its boards, a post box for proposals.

The office has been on the 6th floor since 2012 and is reached through its lobby (donga.com 2021-04-08, newsis).
Size and plan are our own: 16 x 8 m and 3.4 m high, open in the east to the lobby's void with the green wall.
"""

from worlds.entry import Entry
from worlds.furniture import bench, papers, plant, table
from worlds.seoul.city_hall_frame import LIFTS, LOBBY_NAME, lift_step
from worlds.seoul.city_hall_lift import lift
from worlds.seoul.city_hall_rooms.below import below
from worlds.seoul.city_hall_rooms.upper import FLOORS, ceiling, floor, glass_front, wall
from worlds.seoul.green_wall import green_wall
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
    Ring,
    Shape,
    Sign,
    View,
    Words,
    row,
)

SLUG = "mayor-corridor"
TITLE = {"ko": "시장실 복도 (6층)", "en": "Mayor's lobby, 6F", "zh": "市长室前厅(6层)", "ja": "市長室前ロビー(6階)"}
TEXT = {
    "ko": "시장실 앞 6층 복도입니다. 시민 제안함 옆으로 수직정원과 서울광장이 내려다보입니다.",
    "en": "The lobby before the mayor's office. Beside the citizens' proposal box one looks down on garden and plaza.",
    "zh": "市长室前的六层前厅。市民建议箱旁可俯瞰垂直花园和首尔广场。",
    "ja": "市長室前の6階ロビーです。市民提案箱のそばから垂直庭園とソウル広場を見下ろせます。",
}
OFFICE = {"ko": "시장실", "en": "Mayor's office", "zh": "市长室", "ja": "市長室"}
PROPOSALS = {"ko": "시민 제안함", "en": "Citizens' proposals", "zh": "市民建议箱", "ja": "市民提案箱"}
BOARDS: tuple[tuple[Words, str], ...] = (
    ({"ko": "걷는 도시", "en": "A city to walk", "zh": "步行之城", "ja": "歩くまち"}, "cushion_warm"),
    ({"ko": "푸른 도시", "en": "A green city", "zh": "绿色之城", "ja": "緑のまち"}, "moss"),
    ({"ko": "열린 도시", "en": "An open city", "zh": "开放之城", "ja": "ひらかれたまち"}, "seoul_blue"),
)
"""Our own words, not a programme of the city."""
SIZE = (16.0, 8.0, 3.4)
DOOR = 0.6
"""Where along the west wall the office's door is."""
LIFT = (-5.4, 4.0)
ARRIVE = ((LIFT[0], 1.9), 180.0)
"""Where one leaves the lift, and the heading there."""
BOX = (2.6, 1.7)
"""Where the post box stands."""
PLATES = (((0, 2.33), (2.5, 0.5)), ((0, 2.0), (2.5, 0.28)), ((-0.63, 1.68), (1.23, 0.28)), ((0.63, 1.68), (1.23, 0.28)))
"""Where on the screen each language stands (x, z), and how large."""
VOID = 18.0
"""Metres of the void in the east, to the galleries beyond."""
ORIGIN = (45.0, 26.0, 53.0)
"""In the east of the sixth floor; +-40 m."""


def _post_box() -> Group:
    """A round red pillar with a brass slot, before a screen of walnut that names it in four languages."""
    column = ((0.36, 0.08), (0.36, 0.14), (0.31, 0.18), (0.31, 1.16), (0.37, 1.2), (0.37, 1.26), (0.33, 1.34))
    cap = ((0.2, 1.44), (0.05, 1.49), (0.0, 1.5))
    parts: list[Shape] = [
        Ring("ring", (0, 0.1, 0.008), (1.5, 1.5), (1.58, 1.58), "brass", ORNAMENT, segments=48),
        Lathe(
            "foot", (0, 0, 0), ((0.48, 0), (0.48, 0.08), (0.0, 0.08)), "granite", ESSENTIAL, segments=28, smooth=False
        ),
        Lathe("pillar", (0, 0, 0), (*column, *cap), "shell_red", ESSENTIAL, segments=28, gloss=0.35),
        Lathe("band-low", (0, 0, 0.17), ((0.325, 0), (0.325, 0.04)), "brass", segments=28, gloss=0.3),
        Lathe("band", (0, 0, 1.15), ((0.32, 0), (0.375, 0.05), (0.375, 0.07)), "brass", segments=28, gloss=0.3),
        Box("mouth", (0, -0.305, 0.98), (0.36, 0.06, 0.11), "brass", ESSENTIAL, faces="snewtb", bevel=0.012, gloss=0.3),
        Box("slot", (0, -0.338, 1.015), (0.28, 0.006, 0.035), "ink", ESSENTIAL, faces="s"),
        Box("hood", (0, -0.36, 1.095), (0.4, 0.1, 0.02), "brass", faces="snewtb", gloss=0.3),
        Sign("name", (0, -0.3, 0.62), (0.46, 0.15), PROPOSALS, "paper", "shell_red"),
        Disc("letter", (0, -0.322, 0.44), 0.1, "white", segments=20),
        Box("letter-white", (0, -0.33, 0.405), (0.11, 0.008, 0.07), "shell_red", faces="s"),
        Box("screen", (0, 0.8, 0), (2.9, 0.1, 2.95), "walnut", ESSENTIAL, faces="snewt"),
        *row(Box("slat", (-1.38, 0.73, 0.05), (0.05, 0.04, 2.85), "oak", ORNAMENT, faces="sew"), 2, (2.76, 0, 0)),
        Box("screen-light", (0, 0.72, 2.91), (2.6, 0.06, 0.04), "lamp", faces="sb", glow=1.0),
    ]
    for number, language in enumerate(("ko", "en", "zh", "ja")):
        fixed = dict.fromkeys(PROPOSALS, PROPOSALS[language])
        (x, z), size = PLATES[number]
        parts.append(Sign(f"name-{language}", (x, 0.74, z), size, fixed, "walnut", "lamp", ESSENTIAL))
    return Group("post-box", (*BOX, 0), tuple(parts), ESSENTIAL)


def _portrait(number: int, x: float) -> Group:
    """A portrait without a face: a head, shoulders, a ground of one colour."""
    ground = ("cushion", "panel_ochre", "tint_rose", "tint_sky")[number % 4]
    cloth = ("seoul_blue", "brick", "moss", "walnut")[number % 4]
    parts: tuple[Shape, ...] = (
        Box("frame", (0, 0, 0), (0.78, 0.05, 1.0), "oak", faces="sewtb"),
        Box("mat", (0, -0.026, 0.05), (0.68, 0.006, 0.9), "paper", faces="s"),
        Box("ground", (0, -0.031, 0.13), (0.52, 0.006, 0.72), ground, faces="s", tone=1.05),
        Box("shoulders", (0, -0.036, 0.13), (0.4, 0.006, 0.22), cloth, faces="s"),
        Disc("collar", (0, -0.036, 0.35), 0.2, cloth, segments=20),
        Disc("head", (0, -0.043, 0.54), 0.125, "ash", segments=20),
    )
    return Group(f"portrait-{number}", (x, SIZE[1] / 2 - 0.03, 1.25), parts)


def _board(number: int) -> Group:
    """A standing board: a heading, a picture of roofs and hills in flat colours, lines of text."""
    words, tint = BOARDS[number]
    skyline = tuple(
        Box(
            f"house-{i}",
            (-0.5 + 0.2 * i, -0.052, 1.02),
            (0.18, 0.006, 0.14 + 0.34 * ((0.618 * (i + 3 * number)) % 1)),
            tint,
            ORNAMENT,
            faces="s",
            tone=0.72 + 0.07 * (i % 4),
        )
        for i in range(6)
    )
    parts: tuple[Shape, ...] = (
        Box("panel", (0, 0, 0.3), (1.4, 0.08, 1.75), "white", ESSENTIAL, faces="snewtb"),
        *row(Box("foot", (-0.55, 0, 0), (0.06, 0.5, 0.3), "steel", faces="snewt"), 2, (1.1, 0, 0)),
        Box("picture", (0, -0.046, 1.0), (1.24, 0.006, 0.68), tint, faces="s", tone=1.35),
        Disc("sun", (0.36, -0.049, 1.5), 0.1, "flower_gold", ORNAMENT, segments=20),
        *skyline,
        Sign("heading", (0, 0, 1.72), (1.24, 0.24), words, "white", "ink"),
        *(
            Box(
                f"line-{i}",
                (-0.1 - 0.05 * (i % 3), -0.044, 0.84 - 0.09 * i),
                (1.0 - 0.1 * (i % 3), 0.004, 0.03),
                "steel",
                ORNAMENT,
                faces="s",
            )
            for i in range(5)
        ),
    )
    return Group(f"board-{number}", (-1.9 + 1.75 * number, 3.2, 0), parts)


def _void() -> Group:
    """The east end: a rail of glass, the green wall falling past seven floors, the galleries across."""
    east, depth, height = SIZE[0] / 2, SIZE[1], SIZE[2]
    far, drop, top = east + VOID, -FLOORS[SLUG] + 0.6, 7.0
    rails = tuple(
        Group(
            f"gallery-{i}",
            (far, 0, -21.5 + 4.3 * i),
            (
                Box("slab", (1.0, 0, -0.4), (2.4, depth + 6, 0.4), "white", ESSENTIAL, faces="wtb"),
                Box("rail", (-0.16, 0, 0), (0.04, depth + 6, 1.0), "glass_light", faces="we", gloss=0.9),
                Box("handrail", (-0.16, 0, 1.0), (0.08, depth + 6, 0.06), "oak", faces="wetb"),
                Box("wall", (2.2, 0, 0), (0.1, depth + 6, 3.9), "plaster", ESSENTIAL, faces="w"),
                Box("lamp", (1.0, 0, 3.84), (0.14, depth + 4, 0.04), "lamp", faces="b", glow=1.0),
                *row(plant("plant", (0.5, -5.0, 0), 1.4), 4, (0, 3.1, 0)),
            ),
            ESSENTIAL,
        )
        for i in range(7)
    )
    posts = row(
        Box(
            "mullion", (east + 2.5, -depth / 2 - 0.05, drop), (0.1, 0.24, top - drop), "white", ESSENTIAL, faces="snew"
        ),
        7,
        (2.5, 0, 0),
    )
    garden = Group(
        "garden", (east + VOID / 2, 0, drop), (green_wall(VOID, 0.0, top - drop, depth / 2, 0.5),), ESSENTIAL
    )
    parts: tuple[Shape, ...] = (
        garden,
        *rails,
        *posts,
        *row(
            Box("transom", (east + VOID / 2, -depth / 2 - 0.05, drop + 4), (VOID, 0.14, 0.1), "white", faces="sntb"),
            7,
            (0, 0, 4),
        ),
        Box("lobby-floor", (east + VOID / 2, 0, drop), (VOID, depth, 0.1), "stone_floor", ESSENTIAL, faces="t"),
        Box("roof", (east + VOID / 2, 0, top), (VOID + 1, depth, 0.1), "ceiling", ESSENTIAL, faces="b"),
        Box("fascia", (east + 0.05, 0, height), (0.3, depth, top - height), "white", ESSENTIAL, faces="eb"),
        Box("edge", (east + 0.05, 0, -0.5), (0.3, depth, 0.5), "white", ESSENTIAL, faces="et"),
        Box("rail", (east - 0.06, 0, 0), (0.04, depth, 1.0), "glass_light", ESSENTIAL, faces="ewn", gloss=0.9),
        Box("handrail", (east - 0.06, 0, 1.0), (0.09, depth, 0.06), "oak", ESSENTIAL, faces="ewtb"),
    )
    return Group("void", (0, 0, 0), parts, ESSENTIAL)


def _furniture() -> Group:
    """Benches along the glass, plants, portraits, boards, a small table to write a proposal at."""
    parts: tuple[Shape, ...] = (
        *row(bench("bench", (-5.0, -2.7, 0), 2.2, "cushion", turn=180), 3, (3.6, 0, 0)),
        plant("plant-west", (-7.4, -3.3, 0), 1.9),
        plant("plant-door", (-7.4, 2.3, 0), 1.8, "cushion"),
        plant("plant-lift", (-3.5, 3.5, 0), 1.7, "brick"),
        plant("plant-east", (7.3, 3.4, 0), 2.0),
        *(_portrait(i, 5.0 + 0.95 * i) for i in range(2)),
        *(_board(i) for i in range(len(BOARDS))),
        table("writing-table", (5.6, 1.9, 0), (1.5, 0.6, 1.02), "oak"),
        papers("forms", (5.2, 1.9, 1.02), turn=6),
        papers("forms-more", (5.95, 1.92, 1.02), turn=-5),
        Ring("rug", (-3.2, -1.9, 0.01), (0, 0), (4.2, 1.5), "carpet", ORNAMENT, powers=(2, 4), segments=40),
    )
    return Group("furniture", (0, 0, 0), parts, SETTING)


def _shell() -> Group:
    width, depth, _ = SIZE
    office: Point = (-width / 2 + 0.06, DOOR, 2.6)
    parts: tuple[Shape, ...] = (
        *floor((width, depth), "stone_floor", 2.0),
        wall("north", SIZE),
        wall("west", SIZE, (DOOR,)),
        glass_front(SIZE),
        ceiling(SIZE, 4),
        Sign("office-sign", office, (2.0, 0.36), OFFICE, "seoul_blue", "white", ESSENTIAL, turn=90),
        *row(Box("slat", (-7.96, 2.0, 0), (0.08, 0.1, 3.4), "oak", ORNAMENT, faces="esn"), 7, (0, 0.3, 0)),
        *row(Box("slat-south", (-7.96, -3.8, 0), (0.08, 0.1, 3.4), "oak", ORNAMENT, faces="esn"), 11, (0, 0.3, 0)),
    )
    return Group("shell", (0, 0, 0), parts, ESSENTIAL)


def build() -> Place:
    """The sixth floor before the mayor's office."""
    width, depth, _ = SIZE
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-width / 2, -depth / 2, width / 2, depth / 2),
        parts=(
            _shell(),
            lift("lift-front", (*LIFT, 0), LOBBY_NAME),
            _post_box(),
            _furniture(),
            _void(),
            *below(52.0, 91.0, FLOORS[SLUG]),
        ),
        spawn=(*ARRIVE[0], ARRIVE[1]),
        gates=(
            Gate("lift", (LIFT[0], LIFT[1] - 0.7, 0), 1.6, "city-hall", lift_step(LIFTS[SLUG]), 90.0, LOBBY_NAME),
            Gate("mayor-office", (-width / 2 + 0.5, DOOR, 0), 2.0, "mayor-office", (5.0, DOOR), 90.0, OFFICE),
        ),
        views={
            "post-box": View((1.0, -1.9, 1.6), (3.0, 2.6, 1.15), 54),
            "lobby": View((-7.2, -2.6, 1.7), (8.0, 1.6, 1.0), 62),
            "void": View((4.6, -1.6, 1.75), (16.0, 1.6, -3.5), 66),
            "plaza": View((0.5, 2.6, 1.7), (-6.0, -12.0, -0.6), 62),
            "office-door": View((1.6, -1.4, 1.65), (-8.0, 1.2, 1.3), 52),
        },
        indoor=True,
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN, inside="city-hall")
