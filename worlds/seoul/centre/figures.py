"""The buildings of the centre that have a name: where each stands, how large it is, and what it looks like.

General knowledge, +-40 m, heights +-10 %; not surveyed. Ten were moved by up to 25 m, within that doubt, so that none
stands in a street or on another; the two city halls stand where the plaza has them.
"""

from dataclasses import dataclass

Row = tuple[str, float, float, float, float, float, float, str, str]
ROWS: tuple[Row, ...] = (
    # slug, metres east and north, width, depth, turn, height, colour, style
    ("city-hall", 8, 7, 110, 46, 0, 60, "glass", "elsewhere"),
    ("old-city-hall", 2, -32, 92, 22, 0, 20, "stone", "elsewhere"),
    ("plaza-hotel", -2, -214, 96, 20, -8, 82, "tower_bronze", "hotel"),
    ("hanwha-sogong", -18, -262, 40, 30, -8, 70, "tower_mist", "plain"),
    ("westin-josun", 165, -222, 60, 30, -25, 70, "tower_sand", "hotel"),
    ("hwanggungu", 148, -165, 12, 12, 0, 17, "palace_green", "pavilion"),
    ("president-hotel", 118, -95, 36, 26, -8, 103, "tower_tan", "hotel"),
    ("lotte-hotel", 246, -119, 80, 28, -20, 138, "tower_cream", "hotel"),
    ("lotte-department-store", 322, -192, 100, 55, -15, 62, "tower_cream", "store"),
    ("lotte-young-plaza", 336, -286, 60, 40, -20, 38, "tower_mist", "store"),
    ("press-center", -22, 118, 46, 42, -5, 83, "tower_slate", "press"),
    ("finance-center", -25, 222, 62, 56, -5, 124, "tower_rose", "finance"),
    ("cheonggye-corner", -40, 342, 40, 14, 0, 20, "tower_sand", "plain"),
    ("koreana-hotel", -140, 205, 48, 28, 0, 83, "tower_mist", "hotel"),
    ("council", -124, 66, 46, 36, 0, 20, "tower_cream", "council"),
    ("anglican-cathedral", -195, 60, 30, 52, 0, 30, "granite", "cathedral"),
    ("chosun-jeongdong", -235, 170, 40, 30, 0, 30, "tower_sand", "plain"),
    ("daehanmun", -112, -180, 12, 7, 0, 10, "palace_red", "palace"),
    ("junghwajeon", -258, -70, 22, 16, 0, 16, "palace_red", "palace"),
    ("seokjojeon", -325, -48, 54, 31, -90, 17, "granite", "palace"),
    ("seokjojeon-west", -345, -105, 50, 28, 0, 16, "granite", "palace"),
    ("seosomun-annex", -200, -270, 60, 28, 0, 60, "tower_mist", "plain"),
    ("museum-of-art", -370, -258, 70, 40, 0, 18, "tower_sand", "plain"),
    ("booyoung-taepyeong", -222, -495, 70, 45, -72, 109, "tower_rust", "crowned"),
    ("former-samsung", -188, -400, 55, 40, -72, 105, "tower_slate", "crowned"),
    ("shinhan-bank", -272, -578, 60, 40, -72, 92, "tower_blue", "crowned"),
    ("dongwha", -150, 352, 55, 45, 0, 82, "tower_tan", "dongwha"),
    ("kyobo-life", 8, 492, 100, 32, -90, 92, "tower_brick", "kyobo"),
    ("dong-a-media", -28, 374, 36, 22, 0, 95, "tower_blue", "media"),
    ("kt-west", 0, 640, 100, 30, -90, 60, "tower_mist", "slab"),
    ("us-embassy", 0, 740, 70, 28, -90, 32, "tower_cream", "twin"),
    ("history-museum", 2, 845, 70, 28, -90, 32, "tower_cream", "twin"),
    ("sejong-center", -215, 672, 95, 75, 90, 34, "stone_light", "sejong"),
    ("government-complex", -240, 885, 95, 35, 90, 84, "tower_white", "slab"),
    ("four-seasons", -215, 470, 60, 45, 0, 130, "tower_tan", "crowned"),
    ("sk-seorin", 195, 345, 50, 42, -3, 160, "tower_dark", "dark"),
    ("youngpoong", 380, 345, 70, 45, -3, 95, "tower_cream", "crowned"),
    ("jongno-tower", 492, 452, 70, 55, 0, 132, "tower_blue", "jongno"),
    ("gran-seoul", 300, 470, 110, 60, -3, 106, "tower_blue", "pair"),
    ("hana-bank", 330, 5, 60, 45, -3, 118, "tower_blue", "crowned"),
    ("ibk", 500, 15, 55, 45, -3, 90, "tower_mist", "crowned"),
    ("t-tower", 640, 12, 52, 44, -3, 148, "tower_blue", "leaning"),
    ("centerone", 620, 92, 90, 40, -3, 148, "tower_mist", "pair"),
    ("bank-museum", 146, -534, 50, 45, -25, 22, "granite", "domes"),
    ("shinsegae", 258, -640, 85, 55, -42, 60, "tower_cream", "store"),
    ("myeongdong-cathedral", 815, -352, 28, 69, -20, 47, "tower_brick", "gothic"),
    ("sungnyemun", -240, -720, 27, 14, -30, 17, "granite", "palace"),
    ("kolon", 40, 150, 36, 40, -3, 55, "tower_tan", "plain"),
    ("exchange", 120, 215, 50, 40, -3, 58, "tower_mist", "plain"),
    ("burim", 118, 100, 40, 40, -3, 60, "tower_blue", "plain"),
    ("geumsegi", 150, -20, 45, 35, -3, 60, "tower_mist", "plain"),
)


@dataclass(frozen=True)
class Figure:
    """One building: the middle of its foot in the city's frame, its size and its turn."""

    slug: str
    east: float
    north: float
    width: float
    depth: float
    turn: float
    height: float
    colour: str
    style: str


FIGURES: tuple[Figure, ...] = tuple(Figure(*row) for row in ROWS)
ELSEWHERE = ("elsewhere", "palace")
"""Styles that this package does not build: the two city halls belong to the plaza, the rest to the palaces."""
KEPT_CLEAR: tuple[tuple[float, float, float, float], ...] = (
    # x0, y0, x1, y1 in the city's frame, where no building of this package stands
    (-400, -196, -106, 28),  # Deoksugung
    (-360, 992, 170, 1800),  # Gyeongbokgung
    (-144, 430, -48, 992),  # Gwanghwamun Square and its street
    (-78, 262, 1300, 318),  # Cheonggyecheon and its banks, as far as the square
    (-70, -160, 72, 66),  # Seoul Plaza and the two halls
    (-290, -760, -190, -680),  # Sungnyemun
    (128, -185, 168, -145),  # Hwangudan
)
