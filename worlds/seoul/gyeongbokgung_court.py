"""The throne court of Gyeongbokgung: Heungnyemun, the bridge, Geunjeongmun, the galleries and Geunjeongjeon.

Geunjeongjeon: 5 x 5 bays, two-tier hip-and-gable roof, dapo brackets, a terrace of two levels, rank stones, rebuilt
1867 (ko.wikipedia, 115rbs); 30.1 x 21.0 m (general knowledge). Geunjeongmun: two storeys, 3 x 2 bays, hip roof
(cha.go.kr). Court 120 x 150 m, double galleries 7 m wide: estimates. From gate to gate the way is drawn at two thirds
of its true length, so that the whole axis lies within one walk.
"""

from worlds.seoul.hanok.beasts import guardians, lantern, rank_stones
from worlds.seoul.hanok.floodlights import floodlights
from worlds.seoul.hanok.frame import lines, posts
from worlds.seoul.hanok.hall import gallery, two_roofs
from worlds.seoul.hanok.terrace import platform, rails, run, stairs
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Point, Scatter, Shape, Sign, Stripe, Words

HEUNGNYEMUN_Y, STREAM_Y, GEUNJEONGMUN_Y, THRONE_Y, NORTH_Y = -98.0, -70.0, -42.0, 42.0, 88.0
HALF_COURT = 58.0
"""Half the width of the court between its galleries."""
TERRACE = 1.3
HEUNGNYE: Words = dict.fromkeys(("ko", "en", "zh", "ja"), "興禮門")
GEUNJEONG_GATE: Words = dict.fromkeys(("ko", "en", "zh", "ja"), "勤政門")
GEUNJEONG_HALL: Words = dict.fromkeys(("ko", "en", "zh", "ja"), "勤政殿")
"""What the boards say, in the characters that are painted on them."""


def court_gate(name: str, at: Point, size: tuple[float, float], words: Words) -> Group:
    """A gate of two storeys and 3 x 2 bays on a low terrace, open in its middle bay."""
    wide, deep = size
    high = 0.9
    x = lines(wide, 3)
    upper = (wide - 3.0, deep - 3.0)
    parts: list[Shape] = [
        *platform("terrace", (0, 0, 0), (wide + 3.4, deep + 4.4, high)),
        *(
            stairs(f"stairs-{turn:.0f}-{i}", (px, y, 0), 3.6, high, turn)
            for turn, y in ((0.0, -deep / 2 - 2.2 - run(high)), (180.0, deep / 2 + 2.2 + run(high)))
            for i, px in enumerate((x[0] / 2 + x[1] / 2, 0.0, x[2] / 2 + x[3] / 2))
        ),
        *two_roofs(size, upper, ((3, 2), (3, 2)), high, (5.9, 9.4), 12.9, 2.3, lift=0.85),
        *posts("posts-middle", tuple((a, 0.0) for a in x), high, 4.0, 0.26, "post_red"),
        Box("transom", (0, 0, 4.1), (wide - 0.2, 0.16, 0.9), "dancheong_green", faces="snb"),
        Box("board-frame", (0, -deep / 2 - 1.0, 6.5), (3.3, 0.14, 1.35), "post_red", faces="snewtb"),
        Sign("board", (0, -deep / 2 - 1.08, 6.62), (2.9, 1.1), words, "ink", "white"),
        floodlights("floodlights", (0, 0, high), (wide, deep - 1.4), "sn"),
    ]
    for i in range(3):
        wide_bay = x[i + 1] - x[i] - 0.5
        for hand in (-1, 1):
            spot = ((x[i] + x[i + 1]) / 2 + hand * (wide_bay / 2 + 0.05), 0.9, high)
            parts.append(Box(f"leaf-{i}-{hand}", spot, (0.12, 1.8, 3.1), "dancheong_red", faces="snewt"))
    return Group(name, at, tuple(parts), ESSENTIAL)


def throne_hall() -> tuple[Group, ...]:
    """Geunjeongjeon, and its terraces with rails and stairs to all four sides."""
    lower, upper = (54.0, 44.0), (44.0, 34.0)
    gaps = {"s": (0.0,), "n": (0.0,), "e": (0.0,), "w": (0.0,)}
    parts: list[Shape] = []
    for number, (size, z) in enumerate(((lower, 0.0), (upper, TERRACE))):
        wide, deep = size
        parts += platform(f"terrace-{number}", (0, 0, z), (wide, deep, TERRACE))
        parts += rails(f"terrace-{number}", (0, 0, z + TERRACE), size, gaps, 9.0 if number == 0 else 8.0)
        out = run(TERRACE)
        for name, x, y, turn in (
            ("south", 0.0, -deep / 2 - out, 0.0),
            ("north", 0.0, deep / 2 + out, 180.0),
            ("east", wide / 2 + out, 0.0, 90.0),
            ("west", -wide / 2 - out, 0.0, 270.0),
        ):
            parts.append(stairs(f"stairs-{number}-{name}", (x, y, z), 6.4, TERRACE, turn))
    corners = tuple((sx * 4.9, -17.6 - 4.8 * row, TERRACE * (1 - row) + TERRACE) for sx in (-1, 1) for row in (0, 1))
    parts.append(guardians("zodiac", corners))
    at = (0.0, THRONE_Y, 0.0)
    floor = 2 * TERRACE
    body: tuple[Shape, ...] = (
        Box("base", (0, 0, floor), (33.0, 24.0, 0.35), "stone_light", ESSENTIAL, shade=0.85),
        floodlights("floodlights", (0, 0, floor), (33.0, 24.0)),
        Group(
            "body",
            (0, 0, floor),
            tuple(
                two_roofs(
                    (30.1, 21.0),
                    (22.0, 13.0),
                    ((5, 5), (5, 3)),
                    0.35,
                    (9.0, 16.2),
                    22.8,
                    3.3,
                    "paljak",
                    1.35,
                    True,
                    0.38,
                )
            ),
            ESSENTIAL,
        ),
        Box("board-frame", (0, -8.0, floor + 13.0), (3.9, 0.2, 1.7), "post_red", faces="snewtb"),
        Sign("board", (0, -8.12, floor + 13.15), (3.4, 1.4), GEUNJEONG_HALL, "ink", "brass"),
    )
    return Group("throne-terraces", at, tuple(parts), ESSENTIAL), Group("geunjeongjeon", at, body, ESSENTIAL)


def galleries() -> tuple[Group, ...]:
    """Corridors round both courts, open towards the court."""
    long = NORTH_Y - GEUNJEONGMUN_Y
    middle = (NORTH_Y + GEUNJEONGMUN_Y) / 2
    fore = GEUNJEONGMUN_Y - HEUNGNYEMUN_Y - 8
    fore_y = (GEUNJEONGMUN_Y + HEUNGNYEMUN_Y) / 2
    side = HALF_COURT - 12.0
    pieces: list[Group] = [
        gallery("east", (HALF_COURT + 3, middle, 0), long, turn=270, depth=6.4),
        gallery("west", (-HALF_COURT - 3, middle, 0), long, turn=90, depth=6.4),
        gallery("north-east", (HALF_COURT / 2 + 5.0, NORTH_Y, 0), HALF_COURT - 8, depth=6.4),
        gallery("north-west", (-HALF_COURT / 2 - 5.0, NORTH_Y, 0), HALF_COURT - 8, depth=6.4),
        gallery("fore-east", (HALF_COURT + 3, fore_y, 0), fore, turn=270, depth=5.0),
        gallery("fore-west", (-HALF_COURT - 3, fore_y, 0), fore, turn=90, depth=5.0),
    ]
    for hand, turn in ((-1, 180.0), (1, 180.0)):
        x = hand * (12.0 + side / 2)
        pieces.append(gallery(f"south-{hand}", (x, GEUNJEONGMUN_Y, 0), side, turn=turn, depth=6.4))
        pieces.append(gallery(f"front-{hand}", (x, HEUNGNYEMUN_Y, 0), side, turn=turn, depth=5.0))
    return (
        Group("galleries-north", (0, 0, 0), tuple(pieces[:4]), SETTING),
        Group("galleries-south", (0, 0, 0), tuple(pieces[4:]), SETTING),
    )


def bridge() -> Group:
    """Yeongjegyo over the inner stream, with its rails and guardians at the corners."""
    low, high = STREAM_Y - 3.4, STREAM_Y + 3.4
    parts: list[Shape] = [
        Box("deck", (0, STREAM_Y, -0.5), (9.6, 7.6, 0.62), "stone_light", ESSENTIAL, "snewtb", floor=True),
        *(Box(f"pier-{x}", (x, STREAM_Y, -2.2), (1.2, 3.0, 1.7), "granite", faces="snew") for x in (-3.6, 3.6)),
        *(Box(f"kerb-{x}", (x, STREAM_Y, 0.12), (0.4, 7.6, 0.25), "granite") for x in (-4.6, 4.6)),
        *(Box(f"bar-{x}", (x, STREAM_Y, 0.75), (0.24, 7.6, 0.22), "stone_light", faces="snewtb") for x in (-4.6, 4.6)),
        *(
            Box(f"rail-post-{x}-{i}", (x, low + i * 2.25, 0.1), (0.34, 0.34, 1.1), "granite", bevel=0.05)
            for x in (-4.6, 4.6)
            for i in range(4)
        ),
        guardians("cheonnok", tuple((x, y, 0.0) for x in (-6.0, 6.0) for y in (low - 1.0, high + 1.0))),
    ]
    return Group("yeongjegyo", (0, 0, 0), tuple(parts), ESSENTIAL)


def marks() -> Group:
    """Rank stones on both sides of the way, and lanterns by the gates."""
    stones = rank_stones("rank-stones", (0, THRONE_Y - 27.5, 0.06), 12, 14.0, 3.8)
    lights = tuple(
        lantern(f"lantern-{i}", (x, y, 0.0))
        for i, (x, y) in enumerate(((-9, -108), (9, -108), (-13, -32), (13, -32), (-40, 70), (40, 70)))
    )
    return Group("court-marks", (0, 0, 0), (stones, *lights), SETTING)


def paving() -> Group:
    """Rough granite in the courts, and the three-fold way whose middle was the king's."""
    wide = 2 * HALF_COURT - 1.0
    parts: list[Shape] = [
        Box("court", (0, 22.5, -0.4), (wide, 125.0, 0.46), "court_stone", ESSENTIAL, "t", floor=True),
        Box("fore-south", (0, -82.5, -0.4), (wide, 18.0, 0.46), "court_stone", ESSENTIAL, "t", floor=True),
        Box("fore-north", (0, -57.0, -0.4), (wide, 19.0, 0.46), "court_stone", ESSENTIAL, "t", floor=True),
    ]
    slab = Stripe("slab", (0, 0, 0), ((-1.4, 0), (1.4, 0)), 2.1, "court_stone")
    spots = tuple(
        (-wide / 2 + 1.7 + 2.9 * i, -38.4 + 2.2 * k + 1.1 * (i % 2), 0.075, 2.0 * ((i * 7 + k * 3) % 3 - 1), 1.0)
        for i in range(int(wide / 2.9))
        for k in range(40)
        if abs(-wide / 2 + 1.7 + 2.9 * i) > 5.7 or k > 26
    )
    parts.append(Scatter("slabs", (0, 0, 0), slab, spots, SETTING, vary=0.055))
    for i, (south, north) in enumerate(((-160.0, -105.0), (-91.0, -74.0), (-66.2, -49.0), (-35.0, 17.0))):
        middle, long = (south + north) / 2, north - south
        parts.append(Box(f"way-{i}", (0, middle, 0), (8.4, long, 0.12), "paving", floor=True, faces="snewt"))
        parts.append(Box(f"king-way-{i}", (0, middle, 0), (3.0, long, 0.2), "paving_light", floor=True, faces="snewt"))
    return Group("court-paving", (0, 0, 0), tuple(parts), ESSENTIAL)


def clusters() -> tuple[Group, ...]:
    """Both courts with all that stands in them."""
    return (
        paving(),
        court_gate("heungnyemun", (0, HEUNGNYEMUN_Y, 0), (17.0, 8.0), HEUNGNYE),
        bridge(),
        court_gate("geunjeongmun", (0, GEUNJEONGMUN_Y, 0), (16.0, 7.6), GEUNJEONG_GATE),
        *galleries(),
        *throne_hall(),
        marks(),
    )
