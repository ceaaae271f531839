"""The buildings round the plaza: named neighbours from a table, and the blocks of the city behind them.

Places, sizes and floors of the named ones are general knowledge, +-40 m, heights +-10 %; not surveyed.
The rest of the city fills a loose grid that keeps clear of the streets; it stands for no particular building.
"""

from math import hypot

from worlds.shape import SETTING, Group, Shape, Tower

Row = tuple[str, float, float, float, float, float, float, str, float]
NAMED: tuple[Row, ...] = (
    # name, east and north of the lawn's middle, width, depth, turn, height, colour, bay
    ("plaza-hotel", -4, -112, 96, 20, -4, 82, "tower_rust", 3.2),
    ("hanwha-sogong", -20, -158, 40, 30, -8, 70, "tower_mist", 3.2),
    ("westin-josun", 163, -118, 60, 30, -25, 70, "tower_sand", 3.2),
    ("president-hotel", 126, 6, 36, 26, -4, 103, "tower_tan", 3.2),
    ("lotte-hotel", 262, -38, 80, 28, -20, 138, "tower_cream", 3.2),
    ("lotte-department-store", 316, -76, 100, 55, -15, 62, "tower_cream", 6.4),
    ("press-center", -24, 226, 46, 42, -5, 83, "tower_slate", 3.2),
    ("finance-center", -27, 326, 62, 56, -5, 124, "tower_blue", 3.2),
    ("koreana-hotel", -142, 309, 48, 28, 0, 83, "tower_mist", 3.2),
    ("council", -126, 172, 46, 40, 0, 22, "tower_cream", 3.2),
    ("chosun-jeongdong", -237, 274, 40, 30, 0, 30, "tower_sand", 3.2),
    ("seosomun-annex", -202, -166, 60, 28, 0, 60, "tower_mist", 3.2),
    ("booyoung-taepyeong", -224, -391, 70, 45, -72, 109, "tower_rust", 3.2),
    ("former-samsung", -190, -296, 55, 40, -72, 105, "tower_slate", 3.2),
    ("dongwha", -152, 456, 55, 45, 0, 82, "tower_tan", 3.2),
    ("kyobo-life", 10, 596, 100, 32, -90, 92, "tower_rust", 6.4),
    ("dong-a", -30, 469, 36, 30, 0, 95, "tower_blue", 3.2),
    ("sk-seorin", 193, 449, 50, 42, -3, 160, "tower_slate", 3.2),
    ("youngpoong", 383, 449, 70, 45, -3, 95, "tower_cream", 3.2),
    ("jongno-tower", 476, 549, 70, 55, 0, 132, "tower_blue", 3.2),
    ("gran-seoul", 298, 574, 110, 60, -3, 106, "tower_blue", 3.2),
    ("hana-bank", 328, 109, 60, 45, -3, 118, "tower_blue", 3.2),
    ("t-tower", 638, 109, 52, 48, -3, 148, "tower_blue", 3.2),
    ("centerone", 618, 196, 90, 40, -3, 148, "tower_mist", 3.2),
    ("kolon", 42, 262, 36, 40, -3, 55, "tower_tan", 3.2),
    ("exchange", 118, 319, 50, 40, -3, 58, "tower_mist", 3.2),
    ("burim", 122, 204, 40, 40, -3, 60, "tower_blue", 3.2),
    ("geumsegi", 128, 92, 44, 35, -3, 60, "tower_mist", 3.2),
    ("eulji-corner", 126, -50, 36, 30, -4, 74, "tower_blue", 3.2),
    ("mugyo-corner", 116, 142, 34, 30, -3, 46, "tower_sand", 3.2),
    ("taepyeong-corner", -118, -128, 40, 30, -4, 56, "tower_sand", 3.2),
    ("sogong-corner", 92, -124, 40, 28, -12, 64, "tower_cream", 3.2),
    ("bukchang", 52, -152, 34, 26, -8, 40, "tower_tan", 3.2),
)
CLEAR = (
    # x0, y0, x1, y1: the plaza, the palace, the avenue to the north, Namdaemun-ro, Cheonggyecheon
    (-102, -108, 104, 210),
    (-400, -110, -102, 140),
    (-102, 200, -48, 1000),
    (-130, -1000, -84, -100),
    (-900, 384, 900, 420),
)
COLOURS = ("tower_sand", "tower_mist", "tower_cream", "tower_blue", "tower_tan", "tower_rust", "tower_slate")
GOLDEN = 0.6180339887498949
STEP, REACH, NEAR = 50.0, 820.0, 330.0


def _named() -> list[Tower]:
    found = []
    for i, (name, x, y, wide, deep, turn, height, colour, bay) in enumerate(NAMED):
        stepped = (0.16 + 0.5 * (i % 2), 3.5) if height > 50 and i % 3 != 1 else (1.0, 0.0)
        found.append(
            Tower(
                name,
                (x, y, 0),
                (wide, deep, height),
                colour,
                turn=turn,
                bay=bay,
                setback=stepped,
                gloss=(0.2, 0.9)[i % 4 == 3],
            )
        )
    return found


def _clear(x: float, y: float, reach: float) -> bool:
    """Whether a block of half size `reach` keeps off streets, plaza and named neighbours."""
    for x0, y0, x1, y1 in CLEAR:
        if x0 - reach < x < x1 + reach and y0 - reach < y < y1 + reach:
            return False
    return all(hypot(x - row[1], y - row[2]) > reach + max(row[3], row[4]) / 2 + 6 for row in NAMED)


def _filling() -> list[Tower]:
    """The nameless city on its loose grid; lower to the north-east and far away."""
    found = []
    count = int(REACH / STEP) + 1
    number = 0
    for column in range(-count, count + 1):
        for line in range(-count, count + 1):
            number += 1
            free, other = (number * GOLDEN) % 1.0, (number * 0.7548776662466927) % 1.0
            x, y = column * STEP + 12 * (free - 0.5), line * STEP + 12 * (other - 0.5)
            away = hypot(x, y)
            wide, deep = 24 + 14 * other, 22 + 13 * free
            if away > REACH or not _clear(x, y, max(wide, deep) / 2) or (away > 450 and free < 0.35):
                continue
            height = 12 + (58 if y < 60 else 34) * free**2.2 * (1.6 if other > 0.8 else 1.0)
            near = away < NEAR
            found.append(
                Tower(
                    f"block-{number}",
                    (x, y, 0),
                    (wide, deep, height),
                    COLOURS[number * 5 % len(COLOURS)],
                    tone=0.94 + 0.12 * other,
                    bay=(2.6, 3.2, 4.0)[number % 3],
                    setback=(0.22, 3.0) if near and free > 0.6 else (1.0, 0.0),
                    parapet=near,
                )
            )
    return found


def clusters() -> tuple[Group, ...]:
    """Near towers by the four winds, and the far city in four sectors."""
    towers = _named() + _filling()
    groups = []
    for ring, inside in (("near", True), ("far", False)):
        for name, east, north in (
            ("north-east", 1, 1),
            ("north-west", 0, 1),
            ("south-west", 0, 0),
            ("south-east", 1, 0),
        ):
            kept: tuple[Shape, ...] = tuple(
                tower
                for tower in towers
                if (hypot(tower.at[0], tower.at[1]) < NEAR) is inside
                and (tower.at[0] >= 0) == bool(east)
                and (tower.at[1] >= 40) == bool(north)
            )
            groups.append(Group(f"city-{ring}-{name}", (0, 0, 0), kept, SETTING))
    return tuple(groups)
