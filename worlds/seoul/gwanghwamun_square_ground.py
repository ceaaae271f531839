"""The ground and the green of Gwanghwamun Square: paving with the lines of the six ministries, lawn, groves, fountains.

60 m wide since 6 August 2022, greenery 9,367 m2, Yukjo-madang lawn 2,492 m2 in the north, tunnel fountain 40 m long
with 77 jets, remains of the Saheonbu office under glass (tf.co.kr, economist, newsian). Where each lies: estimates.
The frame is the square's own: zero at 111 m west and 700 m north of the city's zero.
"""

from math import cos, pi, sin

from worlds.seoul.centre.furniture import Placed
from worlds.seoul.centre.ground import PAVED
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Scatter, Shape, Sign, Spot, Stripe, Tube

WEST, EAST, SOUTH, NORTH = -66.0, 33.6, -266.0, 246.0
TOP = PAVED + 0.02
GOLDEN = 0.6180339887498949
LAWN = (0.0, 192.0, 55.0, 45.0)
"""Middle, width and depth of the Yukjo-madang lawn."""
MINISTRIES = (
    # the office, x0, y0, x1, y1 of its walls' line in the paving
    (
        {"ko": "의정부 터", "en": "Site of the State Council", "zh": "议政府旧址", "ja": "議政府跡"},
        10.0,
        118.0,
        30.0,
        160.0,
    ),
    (
        {"ko": "이조 터", "en": "Site of the Ministry of Personnel", "zh": "吏曹旧址", "ja": "吏曹跡"},
        10.0,
        62.0,
        30.0,
        104.0,
    ),
    (
        {"ko": "호조 터", "en": "Site of the Ministry of Taxation", "zh": "户曹旧址", "ja": "戸曹跡"},
        10.0,
        -102.0,
        30.0,
        -60.0,
    ),
    (
        {"ko": "예조 터", "en": "Site of the Ministry of Rites", "zh": "礼曹旧址", "ja": "礼曹跡"},
        -62.0,
        118.0,
        -36.0,
        160.0,
    ),
    (
        {"ko": "병조 터", "en": "Site of the Ministry of War", "zh": "兵曹旧址", "ja": "兵曹跡"},
        -62.0,
        20.0,
        -36.0,
        62.0,
    ),
    (
        {"ko": "형조 터", "en": "Site of the Ministry of Justice", "zh": "刑曹旧址", "ja": "刑曹跡"},
        -62.0,
        -130.0,
        -36.0,
        -92.0,
    ),
)
BEDS = (
    # x0, y0, x1, y1 of grass under trees, west of the walk
    (-32.0, -176.0, -15.0, -136.0),
    (-34.0, -128.0, -17.0, -82.0),
    (-32.0, -74.0, -15.0, -40.0),
    (-34.0, 6.0, -17.0, 52.0),
    (-32.0, 60.0, -15.0, 108.0),
    (-34.0, 116.0, -17.0, 160.0),
)


def _slab(name: str, x0: float, y0: float, x1: float, y1: float, top: float, colour: str) -> Box:
    return Box(name, ((x0 + x1) / 2, (y0 + y1) / 2, 0), (x1 - x0, y1 - y0, top), colour, ESSENTIAL, floor=True)


def paving() -> Group:
    """Light granite, the walk in the middle, bands across, and the ministries' walls in dark lines."""
    parts: list[Shape] = [
        _slab("granite", WEST, SOUTH, EAST, NORTH, TOP, "paving"),
        Stripe("walk", (0, 0, TOP + 0.02), ((0, SOUTH + 4), (0, LAWN[1] - LAWN[3] / 2 - 4)), 12.0, "paving_light"),
    ]
    for side in (-1, 1):
        edge = ((side * 6.2, SOUTH + 4), (side * 6.2, 165))
        parts += [Stripe("walk-edge", (0, 0, TOP + 0.04), edge, 0.5, "paving_dark")]
    for i in range(1, 21):
        y = SOUTH + (NORTH - SOUTH) * i / 21
        parts.append(
            Stripe("band", (0, 0, TOP + 0.01), ((-31, y), (EAST - 1, y)), 0.7, "paving_dark", ORNAMENT, tone=1.08)
        )
    for _, x0, y0, x1, y1 in MINISTRIES:
        for inset, width in ((0.0, 0.6), (2.2, 0.25)):
            path = (
                (x0 + inset, y0 + inset),
                (x1 - inset, y0 + inset),
                (x1 - inset, y1 - inset),
                (x0 + inset, y1 - inset),
                (x0 + inset, y0 + inset),
            )
            parts.append(Stripe("ministry", (0, 0, TOP + 0.03), path, width, "stone_base"))
    return Group("square-ground", (0, 0, 0), (*parts, *_green(), *_stones()), ESSENTIAL)


def _green() -> list[Shape]:
    """The lawn before the gate, and the beds with their stone rims to sit on."""
    x, y, wide, deep = LAWN
    parts: list[Shape] = [
        _slab(
            "lawn-rim",
            x - wide / 2 - 0.6,
            y - deep / 2 - 0.6,
            x + wide / 2 + 0.6,
            y + deep / 2 + 0.6,
            TOP + 0.06,
            "curb",
        ),
        _slab("lawn", x - wide / 2, y - deep / 2, x + wide / 2, y + deep / 2, TOP + 0.12, "grass"),
        Box("remains-rim", (24, 176.0, 0), (15, 9, TOP + 0.14), "stone_dark", floor=True),
        Box("remains", (24, 176.0, 0), (14, 8, TOP + 0.16), "glass", floor=True, gloss=0.8),
    ]
    for x0, y0, x1, y1 in BEDS:
        parts += [
            _slab("bed-rim", x0 - 0.5, y0 - 0.5, x1 + 0.5, y1 + 0.5, TOP + 0.2, "stone_light"),
            _slab("bed", x0, y0, x1, y1, TOP + 0.24, "grass"),
        ]
    return parts


def _trees() -> list[Placed]:
    """Zelkovas, pines, maples and cherries in the beds, two rows on the west, pines round the lawn."""
    found: list[Placed] = []
    kinds = ("zelkova-0", "pine-0", "zelkova-1", "maple-0", "zelkova-2", "pine-1", "cherry-0")
    for bed, (x0, y0, x1, y1) in enumerate(BEDS):
        for i in range(9):
            share, other = (i + 0.5) / 9, ((i + bed * 3) * GOLDEN) % 1.0
            x, y = x0 + 2.5 + (x1 - x0 - 5) * other, y0 + 2 + (y1 - y0 - 4) * share
            found.append(
                (kinds[(i * 3 + bed) % 7], (x, y, TOP + 0.2, 137.5 * i, 0.82 + 0.3 * ((i * 0.37 + bed * 0.21) % 1.0)))
            )
    for i in range(20):
        y = -236 + 22.5 * i
        found.append((f"zelkova-{i % 3}", (-63.0, y, TOP, 90.0 * i, 1.05)))
    for i in range(7):
        found.append((f"pine-{i % 2}", (-31.0, 172 + 7.0 * i, TOP, 50.0 * i, 0.95)))
        found.append((f"pine-{(i + 1) % 2}", (31.0, 188 + 5.5 * i, TOP, 70.0 * i, 0.9)))
    return found


def standing() -> list[Placed]:
    """Trees, benches, lamps and planters of the square."""
    found = _trees()
    for i in range(17):
        y = -224 + 24.0 * i
        if abs(y + 23) > 16 and y < 165:
            found.append(("lamp", (-14.0, y, TOP, 0.0, 1.2)))
            found.append(("bench", (-11.8, y + 8, TOP, 90.0, 1.0)))
            found.append(("bench", (9.6, y + 14, TOP, 270.0, 1.0)))
    for i in range(8):
        found.append(("planter", (-21 + 6.0 * i, LAWN[1] - 27, TOP, 0.0, 1.0)))
    return found


def _stones() -> list[Shape]:
    """A low stone with the name at each ministry's site."""
    parts: list[Shape] = []
    for words, x0, y0, x1, _ in MINISTRIES:
        at = ((x0 + x1) / 2, y0 - 1.2, TOP)
        parts.append(Box("stone", at, (4.4, 0.6, 0.7), "granite", shade=0.75, bevel=0.05))
        parts.append(Sign("name", (at[0], at[1] - 0.31, TOP + 0.12), (4.0, 0.46), words, "stone_base", "white"))
    return parts


def _arch(wide: float, high: float) -> Tube:
    path = tuple((-wide / 2 * cos(pi * i / 8), 0.0, high * sin(pi * i / 8)) for i in range(9))
    return Tube(
        "jet",
        (0, 0, 0),
        path,
        (0.03, 0.03, 0.03, 0.035, 0.035, 0.035, 0.04, 0.05, 0.06),
        "fall",
        segments=3,
        gloss=0.5,
        glow=0.06,
    )


def fountains() -> Group:
    """The tunnel of arching jets east of the walk, and the upright jets round the admiral; from spring to autumn."""
    warm = ("spring", "summer", "autumn")
    tunnel = tuple((19.0, -172 + 1.06 * i, TOP, 0.0 if i % 2 else 180.0, 1.0) for i in range(39))
    upright = Lathe(
        "upright",
        (0, 0, 0),
        ((0.05, 0), (0.07, 0.9), (0.09, 1.45), (0.06, 1.8), (0.0, 1.95)),
        "fall",
        segments=5,
        smooth=False,
    )
    round_: list[tuple[float, float, float, float, float]] = []
    for i in range(28):
        share = 0.55 + 0.45 * abs(sin(i * 1.3))
        round_.append((-15.5 + 31.0 * (i % 14) / 13, -226.0 + 5.0 * (i // 14), TOP, 0.0, share))
    wet: tuple[tuple[Spot, ...], ...] = (((19.0, -173.0), (19.0, -130.0)), ((-17.0, -223.5), (17.0, -223.5)))
    return Group(
        "fountains",
        (0, 0, 0),
        (
            *(Stripe("wet", (0, 0, TOP + 0.035), path, 7.0, "stone_base", tone=0.95, gloss=0.4) for path in wet),
            Scatter("tunnel", (0, 0, 0), _arch(5.0, 3.0), tunnel, seasons=warm),
            Scatter("upright", (0, 0, 0), upright, tuple(round_), seasons=warm),
        ),
        SETTING,
    )
