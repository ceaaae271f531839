"""The mayor's office on the sixth floor: a desk between two flags, a round table for eight, a board of figures.

The round table and a small standing table were kept in 2021 (donga.com 2021-04-08, newsis). Plan and size are not
public: 14 x 9 m and 3.1 m high are a plausible model. The figures on the wall are samples, and it says so.
"""

from math import cos, degrees, pi, sin

from worlds.entry import Entry
from worlds.furniture import chair, desk_lamp, papers, plant, screen, shelf, table
from worlds.seoul.city_hall_rooms import mayor_corridor
from worlds.seoul.city_hall_rooms.below import below
from worlds.seoul.city_hall_rooms.dashboard import dashboard
from worlds.seoul.city_hall_rooms.upper import FLOORS, blinds, ceiling, floor, glass_front, wall
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    Box,
    Gate,
    Group,
    Lathe,
    Loft,
    Place,
    Point,
    Ring,
    Shape,
    View,
    row,
)

SLUG = "mayor-office"
TITLE = {"ko": "시장실", "en": "Mayor's office", "zh": "市长室", "ja": "市長室"}
TEXT = {
    "ko": "시청 6층에 있는 시장실은 시민의 의견이 모이는 곳입니다. 책상과 둥근 회의 탁자, 도시 상황판을 둘러보세요.",
    "en": "The mayor's office on the sixth floor is where citizens' ideas arrive: desk, round table, city dashboard.",
    "zh": "市长办公室位于市政厅六楼，是汇集市民意见的地方。请参观办公桌、圆形会议桌和城市状况屏。",
    "ja": "市庁6階の市長室は、市民の声が集まる場所です。執務机や丸い会議テーブル、都市の状況ボードをご覧ください。",
}
SIZE = (14.0, 9.0, 3.1)
DOOR = mayor_corridor.DOOR
ORIGIN = (30.0, 26.0, 53.0)
"""West of its lobby on the sixth floor; +-40 m."""


def _flag(name: str, at: Point, patches: tuple[tuple[str, float, float], ...]) -> Group:
    """A flag at rest on a pole with a golden head: white cloth in folds, `patches` (colour, top, height) showing."""
    fold = tuple((0.05 * i, 0.055 * (-1) ** i * min(1, i)) for i in range(8))

    def cloth(label: str, top: float, high: float, colour: str, out: float, folds: slice) -> Loft:
        rows = tuple(
            tuple((x * (0.72 + 0.3 * (2.1 - z)), y * 1.0 - out, z - 0.5 * x) for x, y in fold[folds])
            for z in (top - high, top - high / 2, top)
        )
        return Loft(f"{name}-{label}", (0, 0, 0), rows, colour, ESSENTIAL, smooth=True, both=True)

    parts: tuple[Shape, ...] = (
        Lathe("foot", (0, 0, 0), ((0.2, 0), (0.2, 0.05), (0.05, 0.09)), "brass", segments=20, gloss=0.3),
        Lathe("pole", (0, 0, 0.05), ((0.02, 0), (0.016, 2.2)), "brass", segments=8, gloss=0.3),
        Lathe(
            "head", (0, 0, 2.25), ((0.03, 0), (0.06, 0.06), (0.045, 0.12), (0.0, 0.2)), "brass", segments=12, gloss=0.3
        ),
        cloth("cloth", 2.16, 1.25, "white", 0.0, slice(0, 8)),
        *(cloth(f"patch-{i}", top, high, colour, 0.012, slice(2, 7)) for i, (colour, top, high) in enumerate(patches)),
    )
    return Group(name, at, parts, ESSENTIAL, turn=90)


def _desk() -> tuple[Shape, ...]:
    """Desk 2.2 x 1.0 m that looks to the east, a high-backed chair, the flags of Korea and of Seoul."""
    x, y = -4.3, 0.3
    high_back: tuple[Shape, ...] = (
        Lathe("foot", (0, 0, 0), ((0.34, 0), (0.06, 0.06), (0.04, 0.42)), "metal", segments=10),
        Box("seat", (0, 0, 0.42), (0.62, 0.6, 0.12), "ink", ESSENTIAL, faces="snewtb", bevel=0.04),
        Box("back", (0, 0.28, 0.56), (0.6, 0.12, 0.82), "ink", ESSENTIAL, faces="snewtb", bevel=0.05),
        *row(Box("arm", (-0.34, 0.02, 0.66), (0.07, 0.42, 0.05), "walnut", faces="snewtb"), 2, (0.68, 0, 0)),
    )
    return (
        table("desk", (x, y, 0), (2.2, 1.0, 0.76), "walnut", turn=90),
        Box("modesty", (x + 0.42, y, 0.18), (0.03, 1.9, 0.5), "walnut", faces="snewtb", tone=0.9),
        Group("high-chair", (x - 1.0, y, 0), high_back, ESSENTIAL, turn=90),
        screen("desk-screen", (x - 0.1, y + 0.72, 0.76), turn=-60),
        desk_lamp("desk-lamp", (x + 0.2, y - 0.85, 0.76), turn=-110),
        papers("desk-papers", (x - 0.1, y - 0.1, 0.76), turn=84),
        Box("name-plate", (x + 0.36, y + 0.1, 0.76), (0.08, 0.42, 0.09), "ink", faces="snewt", bevel=0.015),
        *row(chair("visitor", (x + 1.25, y - 0.5, 0), "cushion", turn=-90), 2, (0, 1.0, 0)),
        _flag("flag-korea", (x - 1.35, y + 1.55, 0), (("palace_red", 1.72, 0.18), ("palace_blue", 1.54, 0.18))),
        _flag(
            "flag-seoul",
            (x - 1.35, y - 1.5, 0),
            (("moss", 1.7, 0.13), ("seoul_blue", 1.56, 0.12), ("taxi", 1.43, 0.08)),
        ),
    )


def _round_table() -> tuple[Shape, ...]:
    """A table of 2.4 m for eight, a plant in its middle, papers before two of the seats."""
    x, y = 1.7, 1.75
    seats = tuple(
        chair(
            f"seat-{i}",
            (x + 1.65 * cos(a), y + 1.65 * sin(a), 0),
            "seoul_blue" if i % 2 else "cushion",
            turn=degrees(a) - 90,
        )
        for i, a in enumerate(pi / 8 + pi / 4 * k for k in range(8))
    )
    return (
        Ring("rug", (x, y, 0.012), (0, 0), (2.35, 2.35), "carpet", ORNAMENT, segments=48, tone=0.86),
        Ring("rug-edge", (x, y, 0.01), (2.35, 2.35), (2.45, 2.45), "cushion_warm", ORNAMENT, segments=48),
        Lathe(
            "stem",
            (x, y, 0),
            ((0.5, 0), (0.44, 0.05), (0.2, 0.1), (0.16, 0.66), (0.4, 0.7)),
            "walnut",
            ESSENTIAL,
            segments=24,
        ),
        Lathe(
            "top",
            (x, y, 0.7),
            ((1.12, 0), (1.2, 0.03), (1.2, 0.05), (0.0, 0.05)),
            "oak",
            ESSENTIAL,
            segments=40,
            smooth=False,
        ),
        Lathe("bowl", (x, y, 0.75), ((0.1, 0), (0.24, 0.1), (0.22, 0.1), (0.0, 0.05)), "stone_light", segments=20),
        papers("paper-south", (x + 0.2, y - 0.8, 0.75), turn=10),
        papers("paper-north", (x - 0.3, y + 0.75, 0.75), turn=172),
        *seats,
    )


def _sofa(name: str, at: Point, seats: int, turn: float) -> Group:
    """A low sofa of one or three seats; who sits looks to -y."""
    width = 0.74 * seats + 0.3
    parts: tuple[Shape, ...] = (
        Box("base", (0, 0, 0.1), (width, 0.84, 0.22), "cushion", ESSENTIAL, faces="snewtb", bevel=0.03, tone=0.82),
        Box("back", (0, 0.36, 0.3), (width, 0.2, 0.5), "cushion", ESSENTIAL, faces="snewtb", bevel=0.06, tone=0.9),
        *row(
            Box(
                "arm", (-width / 2 + 0.08, 0, 0.3), (0.16, 0.84, 0.28), "cushion", faces="snewtb", bevel=0.05, tone=0.9
            ),
            2,
            (width - 0.16, 0, 0),
        ),
        *row(
            Box("cushion", (-0.37 * (seats - 1), -0.06, 0.32), (0.72, 0.66, 0.14), "cushion", ESSENTIAL, bevel=0.04),
            seats,
            (0.74, 0, 0),
        ),
        *row(Box("foot", (-width / 2 + 0.1, -0.3, 0), (0.06, 0.06, 0.1), "walnut", ORNAMENT), 2, (width - 0.2, 0, 0)),
    )
    return Group(name, at, parts, ESSENTIAL, turn=turn)


def _sofas() -> tuple[Shape, ...]:
    """Three seats, two armchairs and a low table by the glass; the standing table kept from before."""
    x, y = 2.9, -2.6
    return (
        Ring("sofa-rug", (x, y, 0.012), (0, 0), (2.3, 1.35), "panel_ochre", ORNAMENT, powers=(2, 6), segments=40),
        _sofa("sofa", (x, y + 0.98, 0), 3, 0),
        _sofa("armchair-west", (x - 1.85, y - 0.35, 0), 1, 90),
        _sofa("armchair-east", (x + 1.85, y - 0.35, 0), 1, -90),
        table("low-table", (x, y - 0.3, 0), (1.4, 0.7, 0.4), "walnut"),
        papers("sofa-papers", (x - 0.3, y - 0.3, 0.4), turn=14),
        Lathe(
            "vase",
            (x + 0.4, y - 0.25, 0.4),
            ((0.06, 0), (0.1, 0.1), (0.05, 0.24), (0.06, 0.27)),
            "tile_blue",
            segments=16,
        ),
        Lathe("standing-foot", (-1.6, -3.1, 0), ((0.3, 0), (0.05, 0.04), (0.04, 1.05)), "metal", segments=14),
        Lathe(
            "standing-top",
            (-1.6, -3.1, 1.05),
            ((0.42, 0), (0.42, 0.04), (0.0, 0.04)),
            "oak",
            ESSENTIAL,
            segments=28,
            smooth=False,
        ),
        papers("standing-papers", (-1.65, -3.1, 1.09), turn=40),
    )


def _furniture() -> Group:
    parts: tuple[Shape, ...] = (
        *_desk(),
        *_round_table(),
        *_sofas(),
        *row(shelf("shelf", (-6.78, -2.75, 0), 2.2, 2.5, "oak", turn=90), 3, (0, 2.75, 0)),
        shelf("shelf-low", (-4.2, 4.28, 0), 3.0, 0.9),
        plant("plant-low", (-2.3, 4.05, 0), 1.6, "cushion"),
        plant("plant-east", (6.5, 4.0, 0), 1.9),
        plant("plant-door", (6.5, -1.5, 0), 1.7, "brick"),
        plant("plant-glass", (-6.4, -4.0, 0), 1.5),
        Box("map", (-4.2, 4.46, 1.25), (2.4, 0.05, 1.35), "walnut", faces="snewtb"),
        Box("map-paper", (-4.2, 4.432, 1.31), (2.28, 0.006, 1.23), "tint_sand", faces="s"),
        *(
            Box(
                f"map-river-{i}",
                (-5.1 + 0.36 * i, 4.426, 1.72 + 0.09 * (-1) ** (i // 2)),
                (0.38, 0.006, 0.1),
                "water",
                ORNAMENT,
                faces="s",
            )
            for i in range(6)
        ),
        *(
            Box(
                f"map-hill-{i}",
                (-4.9 + 0.5 * i, 4.427, 1.98 + 0.1 * (i % 2)),
                (0.3, 0.006, 0.26),
                "tint_sage",
                ORNAMENT,
                faces="s",
            )
            for i in range(4)
        ),
    )
    return Group("furniture", (0, 0, 0), parts, ESSENTIAL)


def build() -> Place:
    """The office with what is seen through its glass."""
    width, depth, height = SIZE
    shell = (
        *floor((width, depth), "carpet", 1.5),
        wall("north", SIZE, colour="white"),
        wall("west", SIZE),
        wall("east", SIZE, (DOOR,)),
        glass_front(SIZE),
        ceiling(SIZE, 4),
        *row(
            Box("slat-east", (width / 2 - 0.04, -4.2, 0), (0.08, 0.1, height), "oak", ORNAMENT, faces="wsn"),
            12,
            (0, 0.3, 0),
        ),
    )
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-width / 2, -depth / 2, width / 2, depth / 2),
        parts=(
            Group("shell", (0, 0, 0), shell, ESSENTIAL),
            Group("dashboard", (1.7, depth / 2 - 0.02, 0.85), dashboard(), ESSENTIAL),
            _furniture(),
            blinds(SIZE, 2.0, (0.3, 0.1, 0.16, 0.04, 0.04, 0.04, 0.22)),
            *below(37.0, 91.0, FLOORS[SLUG]),
        ),
        spawn=(5.0, DOOR, 90),
        gates=(
            Gate("lobby", (width / 2 - 0.5, DOOR, 0), 2.0, "mayor-corridor", (-5.9, DOOR), -90.0, mayor_corridor.TITLE),
        ),
        views={
            "door": View((6.3, 0.2, 1.68), (-4.0, -0.6, 0.95), 62),
            "desk": View((0.0, -1.0, 1.6), (-5.4, 0.6, 1.05), 52),
            "table": View((-2.6, -2.2, 1.7), (2.6, 3.4, 1.2), 58),
            "plaza": View((0.6, 3.6, 1.75), (1.4, -8, 0.2), 62),
        },
        indoor=True,
        origin=ORIGIN,
    )


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN, inside="city-hall")
