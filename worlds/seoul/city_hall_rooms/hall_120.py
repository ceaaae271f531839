"""The hall of the 120 Dasan call centre: take a number, sit down, talk to somebody in a booth of your own.

The number 120 answers day and night on every day of the year (general knowledge). The hall is our own: the centre
answers by telephone, here somebody sits behind a desk. No service works in it yet.
"""

from worlds.furniture import chair, counter, hanging_sign, indoor_tree, papers, pendant, plant, screen, shelf, table
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Door, Group, Lathe, Point, Ring, Room, Shape, Sign, View, row

RECEPTION = {"ko": "접수", "en": "Reception", "zh": "接待", "ja": "受付"}
NUMBERS = {"ko": "번호표", "en": "Take a number", "zh": "取号", "ja": "番号札"}
OPEN = {
    "ko": "전화 120 · 연중무휴 24시간",
    "en": "Dial 120 · every day, day and night",
    "zh": "拨打120 · 全年24小时",
    "ja": "電話120 · 年中無休24時間",
}
FIRST = {"ko": "일대일 상담", "en": "One-to-one advice", "zh": "一对一咨询", "ja": "個別相談"}
BOOTHS = ("cushion", "cushion_warm", "moss", "seoul_blue")


def _booth(number: int, x: float) -> Group:
    """A booth for two: walls of oak and felt, a small desk, a lamp, its number."""
    cloth = BOOTHS[number]
    mark = dict.fromkeys(("ko", "en", "zh", "ja"), str(number + 1))
    parts: tuple[Shape, ...] = (
        *row(Box("side", (-1.3, 0, 0), (0.1, 2.5, 2.1), cloth, ESSENTIAL, faces="snewt", tone=1.12), 2, (2.6, 0, 0)),
        *row(Box("edge", (-1.3, -1.27, 0), (0.14, 0.06, 2.14), "oak", faces="snewt"), 2, (2.6, 0, 0)),
        Box("lintel", (0, -1.27, 2.14), (2.74, 0.14, 0.34), "oak", ESSENTIAL, faces="snewtb"),
        Sign("number", (0, -1.3, 2.16), (0.5, 0.3), mark, "oak", "ink"),
        Box("lamp", (0, -1.1, 2.1), (2.3, 0.06, 0.04), "lamp", faces="snb", glow=1.0),
        table("desk", (0, 0.2, 0), (1.5, 0.7, 0.74), "ash"),
        screen("screen", (0.5, 0.3, 0.74), turn=158),
        papers("papers", (-0.2, 0.1, 0.74), turn=8),
        chair("adviser", (0, 0.9, 0), "seoul_blue"),
        chair("visitor", (-0.3, -0.6, 0), cloth, turn=174),
    )
    return Group(f"booth-{number}", (x, 3.3, 0), parts, ESSENTIAL)


def _number_stand(at: Point) -> Group:
    """A slender stand that gives out numbers."""
    parts: tuple[Shape, ...] = (
        Lathe("foot", (0, 0, 0), ((0.28, 0), (0.28, 0.03), (0.0, 0.05)), "metal", segments=24),
        Box("body", (0, 0, 0.03), (0.34, 0.24, 1.02), "white", ESSENTIAL, faces="snewt", bevel=0.03),
        Box("face", (0, -0.125, 0.72), (0.26, 0.01, 0.24), "screen", faces="s", gloss=0.4, glow=0.2),
        Box("ticket", (0, -0.15, 0.6), (0.09, 0.06, 0.004), "paper", faces="snewtb"),
        Sign("words", (0, 0, 1.1), (0.9, 0.22), NUMBERS, "seoul_blue", "white"),
        Box("post", (0, 0.02, 1.0), (0.05, 0.05, 0.14), "metal", faces="snew"),
    )
    return Group("number-stand", at, parts, ESSENTIAL, turn=-8)


def _settee(name: str, at: Point, cloth: str, turn: float) -> Group:
    """A round-backed settee for two, with a wide arm for a cup."""
    parts: tuple[Shape, ...] = (
        Box("seat", (0, 0, 0.12), (1.7, 0.72, 0.28), cloth, ESSENTIAL, faces="snewt", bevel=0.05),
        Box("back", (0, 0.34, 0.3), (1.7, 0.16, 0.52), cloth, ESSENTIAL, faces="snewt", bevel=0.07, tone=0.92),
        Box("arm", (0.93, 0.02, 0.1), (0.2, 0.8, 0.46), "oak", faces="snewt", bevel=0.02),
        *row(Box("foot", (-0.74, -0.26, 0), (0.06, 0.06, 0.12), "walnut", ORNAMENT), 2, (1.48, 0, 0)),
    )
    return Group(name, at, parts, turn=turn)


def _wall_screen() -> Group:
    """The screen on the east wall: when 120 answers."""
    parts: tuple[Shape, ...] = (
        Box("frame", (0, -0.04, 0), (3.5, 0.08, 1.5), "ink", ESSENTIAL, faces="snewtb"),
        Box("face", (0, -0.084, 0.05), (3.4, 0.006, 1.4), "media_wall", ESSENTIAL, faces="s", glow=0.2),
        Sign("hours", (0, -0.06, 0.55), (3.2, 0.34), OPEN, "media_wall", "white", ESSENTIAL),
        Sign("number", (0, -0.06, 0.93), (1.2, 0.46), dict.fromkeys(OPEN, "120"), "media_wall", "lamp", ESSENTIAL),
        *row(
            Box("wave", (-1.5, -0.09, 0.2), (0.07, 0.006, 0.1), "tint_sky", ORNAMENT, faces="s", glow=0.2),
            26,
            (0.12, 0, 0),
        ),
    )
    return Group("wall-screen", (7.97, -0.9, 1.35), parts, ESSENTIAL, turn=-90)


def _parts() -> tuple[Shape, ...]:
    depth, height = 10.0, 3.6
    return (
        # reception
        counter("reception", (-4.9, -0.9, 0), (3.0, 0.8, 1.05), turn=62),
        screen("reception-screen", (-5.1, -0.3, 1.05), turn=235),
        Lathe("reception-bowl", (-4.6, -1.6, 1.05), ((0.06, 0), (0.13, 0.07), (0.0, 0.03)), "tile_blue", segments=14),
        chair("receptionist", (-5.9, -0.35, 0), "seoul_blue", turn=62),
        *hanging_sign("reception-sign", (-4.7, -0.8, 2.5), 1.1, RECEPTION, 1.8),
        _number_stand((-1.7, -2.4, 0)),
        # booths along the windows
        *(_booth(i, -4.2 + 2.9 * i) for i in range(4)),
        *hanging_sign("booth-sign", (0.2, 1.5, 2.75), 0.85, FIRST, 2.6),
        # waiting
        Ring("rug", (3.2, -1.9, 0.01), (0, 0), (3.2, 1.9), "carpet", ORNAMENT, powers=(2, 3), segments=48),
        Ring(
            "rug-edge",
            (3.2, -1.9, 0.008),
            (3.2, 1.9),
            (3.34, 2.04),
            "cushion_warm",
            ORNAMENT,
            powers=(3, 3),
            segments=48,
        ),
        _settee("settee-north", (2.2, -0.9, 0), "cushion", 180),
        _settee("settee-north-east", (4.5, -0.9, 0), "cushion_warm", 180),
        _settee("settee-south", (2.2, -2.9, 0), "cushion_warm", 0),
        _settee("settee-south-east", (4.5, -2.9, 0), "cushion", 0),
        table("low-table", (3.3, -1.9, 0), (1.5, 0.6, 0.4), "oak"),
        papers("leaflets", (3.0, -1.9, 0.4), turn=20),
        indoor_tree("tree", (6.8, -3.9, 0), 0.34),
        _wall_screen(),
        # walls and light
        shelf("shelf-west", (-7.8, 1.0, 0), 2.6, 1.9, turn=90),
        *row(Box("slat-west", (-7.96, -4.8, 0), (0.08, 0.1, 2.6), "oak", ORNAMENT, faces="esn"), 14, (0, 0.3, 0)),
        *row(Box("slat-east", (7.96, -4.8, 0), (0.08, 0.1, height), "oak", ORNAMENT, faces="wsn"), 6, (0, 0.3, 0)),
        *row(Box("slat-north", (7.96, 1.3, 0), (0.08, 0.1, height), "oak", ORNAMENT, faces="wsn"), 4, (0, 0.3, 0)),
        *row(
            Box("baffle", (-7.0, 0, height - 0.3), (0.06, depth, 0.3), "oak", ESSENTIAL, faces="ewb"), 11, (1.4, 0, 0)
        ),
        plant("plant-west", (-7.3, -4.3, 0), 1.9),
        plant("plant-door", (-2.0, -4.4, 0), 1.7, "cushion"),
        plant("plant-door-east", (2.0, -4.4, 0), 1.6, "brick"),
        plant("plant-window", (-6.9, 4.2, 0), 1.8, "cushion_warm"),
        *row(pendant("pendant", (1.2, -1.9, height), 1.1, 0.34), 3, (2.0, 0, 0)),
        *row(pendant("pendant-west", (-5.4, -1.5, height), 1.0, 0.24), 2, (0.9, 1.4, 0)),
    )


ROOM = Room(
    slug="hall-120",
    title={
        "ko": "120다산콜 상담실",
        "en": "120 Dasan advice hall",
        "zh": "120茶山热线咨询厅",
        "ja": "120茶山コール相談室",
    },
    text={
        "ko": "번호표를 뽑고 편히 앉아 기다리세요. 작은 방에서 한 사람씩 이야기를 듣습니다.",
        "en": "Take a number and have a seat. Each visitor is heard in a small booth of their own.",
        "zh": "请取号后安心就座。每位来访者都可在小隔间里单独咨询。",
        "ja": "番号札を取って、ゆっくりお待ちください。小さなブースでお一人ずつお話をうかがいます。",
    },
    door=Door("city-hall", floor=1, bay=4),
    size=(16.0, 10.0, 3.6),
    parts=_parts(),
    views={
        "booths": View((0.4, -2.6, 1.6), (2.4, 4.0, 1.2), 56),
        "waiting": View((-1.6, 0.9, 1.65), (6.6, -2.6, 1.1), 56),
        "reception": View((-0.4, -3.4, 1.6), (-5.4, 0.0, 1.15), 54),
    },
)
