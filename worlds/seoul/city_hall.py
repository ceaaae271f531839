"""The lobby of City Hall: a tall hall behind the glass, a planted wall, doors to the civic rooms.

The real green wall measures 1,516 m2 over seven floors (Guinness record of 2013, as told by Lonely Planet); that white
balloons hang before it is general knowledge. Here the hall is 40 x 24 m and 18 m high, zero in the middle of its floor,
the plaza to the south: sizes of our own choice for a part of the real hall, at its true scale for people.
"""

from math import cos, pi, sin

from worlds.entry import Entry
from worlds.furniture import bench, indoor_tree, plant, screen
from worlds.seoul import city_hall_frame as frame
from worlds.seoul.city_hall_frame import GALLERY, GOLDEN, HEIGHT, NORTH, PLAZA_NAME, SOUTH, WIDTH
from worlds.seoul.city_hall_lift import lift
from worlds.seoul.city_hall_rooms import ARRIVALS
from worlds.seoul.city_hall_rooms import ENTRIES as UPPER
from worlds.seoul.green_wall import green_wall
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Anchor,
    Box,
    Gate,
    Group,
    Lathe,
    Place,
    Scatter,
    Shape,
    Sign,
    Tube,
    View,
)

TITLE = frame.LOBBY_NAME
TEXT = {
    "ko": "일곱 층 높이의 수직정원이 시민을 맞이합니다. 안내 데스크에서 무엇이 필요한지 말씀해 주세요.",
    "en": "A garden seven storeys high welcomes you. Tell the information desk what you need.",
    "zh": "七层楼高的垂直花园在此迎接您。请在服务台告诉我们您需要什么。",
    "ja": "7階分の高さの垂直庭園がお迎えします。案内デスクでご用件をお話しください。",
}
INFORMATION = {"ko": "안내", "en": "Information", "zh": "咨询", "ja": "ご案内"}


def _desk() -> Group:
    """The information desk: a round island of oak and stone, a lit sign above it."""
    slats = Scatter(
        "slats",
        (0, 0, 0),
        Box("slat", (0, -2.13, 0.1), (0.1, 0.04, 0.86), "oak", ORNAMENT, faces="sew"),
        tuple((0, 0, 0, 6.0 * i, 1) for i in range(60)),
        ORNAMENT,
    )
    parts: tuple[Shape, ...] = (
        Lathe("plinth", (0, 0, 0), ((2.0, 0), (2.0, 0.1)), "ink", segments=32),
        Lathe("body", (0, 0, 0.1), ((2.1, 0), (2.1, 0.9)), "walnut", ESSENTIAL, segments=32, shade=0.75),
        slats,
        Lathe(
            "top",
            (0, 0, 1.0),
            ((2.05, 0), (2.3, 0), (2.3, 0.05), (1.5, 0.05), (1.5, -0.25)),
            "stone_light",
            ESSENTIAL,
            segments=32,
            smooth=False,
        ),
        Lathe("glow", (0, 0, 0.96), ((2.16, 0), (2.16, 0.03)), "lamp", segments=32, glow=1.0),
        Lathe("inside", (0, 0, 0.7), ((1.5, 0), (0, 0.0)), "ash", segments=24),
        screen("screen-west", (-0.9, -1.55, 1.05), turn=150),
        screen("screen-east", (0.9, -1.55, 1.05), turn=210),
        plant("plant", (0, 0, 0.7), 1.1),
        Lathe("halo", (0, 0, 3.3), ((1.95, 0), (2.0, 0.0), (2.0, 0.34), (1.95, 0.34)), "white", segments=32, glow=0.7),
        *(
            Tube(
                f"wire-{i}",
                (1.97 * cos(a), 1.97 * sin(a), 3.6),
                ((0, 0, 0), (0, 0, HEIGHT - 3.6)),
                (0.012, 0.012),
                "steel",
                ORNAMENT,
                segments=3,
            )
            for i, a in enumerate((pi / 6, 5 * pi / 6, 3 * pi / 2))
        ),
        Sign("sign", (0, -2.05, 3.3), (1.5, 0.34), INFORMATION, "seoul_blue", "white"),
    )
    return Group("information", (0, 1.0, 0), parts, ESSENTIAL)


def _balloons() -> Group:
    """White balloons in a rising drift before the green wall, each on its thread."""
    spots = []
    for i in range(64):
        free = (i * GOLDEN) % 1.0
        angle, reach = 2.399963 * i, 0.7 + 2.9 * free
        x = 1.0 + 7.0 * sin(0.1 * i) + reach * cos(angle) * 0.9
        y = 5.6 + reach * sin(angle) * 0.55
        spots.append((x, y, 5.6 + 10.4 * i / 64 + 0.5 * free, 0.0, 0.32 + 0.5 * ((i * 0.7548776662466927) % 1.0)))
    ball = tuple((sin(pi * k / 8), -cos(pi * k / 8)) for k in range(9))
    threads = tuple(
        Tube(
            f"thread-{i}",
            (x, y, z),
            ((0, 0, 0), (0, 0, HEIGHT - z)),
            (0.006, 0.006),
            "steel",
            ORNAMENT,
            segments=3,
            until=0,
        )
        for i, (x, y, z, _, _) in enumerate(spots)
        if i % 2 == 0
    )
    balloon = Lathe("balloon", (0, 0, 0), ball, "balloon", SETTING, segments=14)
    return Group(
        "balloons", (0, 0, 0), (Scatter("balloons", (0, 0, 0), balloon, tuple(spots), vary=0.02), *threads), SETTING
    )


def _furniture() -> Group:
    """Benches, trees in tubs, and two boards with the way to the rooms."""
    parts: list[Shape] = []
    for side in (-1, 1):
        turn = 90.0 * side
        parts += [
            indoor_tree(f"tree-{side}", (side * 7.6, -6.2, 0), 0.52),
            indoor_tree(f"tree-north-{side}", (side * 7.0, 7.6, 0), 0.44),
            bench(f"bench-{side}", (side * 10.2, -6.2, 0), 2.4, "cushion", turn=turn),
            bench(f"bench-north-{side}", (side * 10.2, -2.8, 0), 2.4, "cushion_warm", turn=turn),
            bench(f"bench-low-{side}", (side * 11.4, -2.8, 0), 2.4, "cushion", turn=-turn),
            bench(f"bench-back-{side}", (side * 11.4, -6.2, 0), 2.4, "cushion_warm", turn=-turn),
            plant(f"plant-{side}", (side * 3.4, -10.9, 0), 1.9),
        ]
    return Group("furniture", (0, 0, 0), tuple(parts), SETTING)


def _lifts() -> Group:
    """A front of stone in the east wall with a lift to each upper room."""
    titles = {room.slug: room.title for room in UPPER}
    lifts = tuple(
        lift(f"lift-{slug}", (WIDTH / 2 - 0.2, y, 0), titles[slug], turn=-90) for slug, y in frame.LIFTS.items()
    )
    front = Box(
        "front",
        (WIDTH / 2 - 0.1, 0, 0),
        (0.2, 2 * frame.LIFT_BAY, 3.6),
        "stone_dark",
        ESSENTIAL,
        faces="wsnt",
        shade=0.9,
    )
    return Group("lifts", (0, 0, 0), (front, *lifts), ESSENTIAL)


def _lift_gates() -> tuple[Gate, ...]:
    return tuple(
        Gate(
            f"lift-{room.slug}",
            (WIDTH / 2 - 1.1, frame.LIFTS[room.slug], 0),
            1.6,
            room.slug,
            *ARRIVALS[room.slug],
            room.title,
        )
        for room in UPPER
        if room.slug in frame.LIFTS
    )


ORIGIN = (25.0, 30.0, 30.0)
"""The middle of the new City Hall; general knowledge, +-40 m."""


def build() -> Place:
    """The lobby without the doors of its rooms, which the plan hangs."""
    return Place(
        slug="city-hall",
        title=TITLE,
        text=TEXT,
        bounds=(-WIDTH / 2, SOUTH, WIDTH / 2, NORTH),
        parts=(
            frame.shell(),
            frame.glass_front(),
            frame.outside(),
            frame.north_wall(),
            green_wall(WIDTH, GALLERY, HEIGHT, NORTH, 15.6),
            frame.galleries(),
            frame.side_walls(),
            frame.stair(),
            _lifts(),
            _desk(),
            _balloons(),
            _furniture(),
        ),
        spawn=(0, -9, 0),
        gates=(Gate("plaza", (0, SOUTH + 0.6, 0), 4.0, "plaza", (0, 50.5), 180, PLAZA_NAME), *_lift_gates()),
        anchors=(Anchor("info", (0, 1.0, 1.0), "find", 3.4, 180, INFORMATION),),
        views={
            "entrance": View((1.2, -11.0, 1.7), (-0.6, 6, 4.4), 68),
            "gallery": View((-15, -10, 6.4), (6, 8, 4.5), 62),
            "doors": View((2, 3.5, 1.7), (-12, 12, 2.2), 58),
            "out": View((0, 9, 1.7), (2, -12, 3.6), 62),
        },
        indoor=True,
        origin=ORIGIN,
    )


ENTRY = Entry("city-hall", TITLE, TEXT, build, ORIGIN)
