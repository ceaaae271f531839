"""What stands round an old quarter: the mountains where they truly are, and towers between it and the river.

Summits (c) OpenStreetMap contributors, heights general knowledge; slopes follow a bell of our own (a peak of height h
is 260 + 0.95 h wide), roughened by waves. Metres east, north and up of 37.5665 N 126.9780 E.
"""

from math import cos, exp, hypot, radians, sin

from worlds.shape import ESSENTIAL, SETTING, Group, Lathe, Loft, Point, Shape, Tower

PEAKS: tuple[tuple[float, float, float, float], ...] = (
    # east, north, height, width
    (-374.2, 2944.3, 342, 0.62),
    (-720.0, 3080.0, 270, 0.7),
    (20.0, 3150.0, 262, 0.7),
    (525.4, 4033.1, 345, 0.9),
    (-1784.2, 2053.5, 338, 0.8),
    (-1620.0, 1500.0, 240, 0.8),
    (-1900.0, 2700.0, 290, 0.9),
    (880.2, -1586.4, 267, 1.0),
    (300.0, -1500.0, 150, 0.9),
    (1500.0, -1700.0, 170, 1.0),
    (-300.0, 7600.0, 720, 1.5),
    (1600.0, 8600.0, 836, 1.5),
    (-2300.0, 6600.0, 560, 1.3),
    (3200.0, 7900.0, 640, 1.4),
)
TOWER: Point = (908.0, -1696.3, 243.0)
"""N Seoul Tower: its foot above the sea (Wikipedia)."""
CITY = 30.0


def ground(east: float, north: float) -> float:
    """Metres above the sea that a mountain has at a spot; the city's 30 m where there is none."""
    high = 0.0
    for x, y, height, wide in PEAKS:
        away = hypot(east - x, north - y) / ((260 + 0.95 * height) * wide)
        if away < 3:
            high = max(high, (height - CITY) * exp(-(away**1.35)))
    rough = sin(east / 71 + north / 113) + 0.7 * sin(east / 37 - north / 53) + 0.5 * sin(east / 19 + north / 23)
    return CITY + high * (1 + 0.075 * rough)


def massif(name: str, origin: Point, span: tuple[float, float], near: float, far: float, colour: str) -> Loft:
    """The slopes seen between two azimuths (degrees clockwise from north) and two distances."""
    first, last = span
    count = max(12, int((last - first) / 0.9))
    rows = []
    for step in range(13):
        away = near * (far / near) ** (step / 12)
        row = []
        for i in range(count + 1):
            angle = radians(first + (last - first) * i / count)
            x, y = sin(angle) * away, cos(angle) * away
            hidden = step == 0 or i in (0, count)
            row.append((x, y, -6.0 if hidden else ground(origin[0] + x, origin[1] + y) - max(origin[2], CITY)))
        rows.append(tuple(row))
    return Loft(name, (0, 0, 0), tuple(rows), colour, SETTING, smooth=False)


def mountains(origin: Point, spans: tuple[tuple[float, float, float, float, str], ...]) -> Group:
    """Massifs as (first azimuth, last azimuth, nearest, farthest, colour)."""
    parts = tuple(massif(f"massif-{i}", origin, (a, b), c, d, colour) for i, (a, b, c, d, colour) in enumerate(spans))
    return Group("mountains", (0, 0, 0), parts, ESSENTIAL)


def namsan_tower(origin: Point, scale: float = 1.0) -> Lathe:
    """N Seoul Tower (236.7 m, architectuul.com) where it truly stands as seen from an origin."""
    at = ((TOWER[0] - origin[0]), (TOWER[1] - origin[1]), TOWER[2] - origin[2])
    profile = (
        (9, -30),
        (7.5, 12),
        (6, 110),
        (13, 118),
        (16, 123),
        (15.5, 128),
        (13, 136),
        (5, 138),
        (3, 160),
        (1.8, 200),
        (0.8, 236.7),
    )
    return Lathe("n-seoul-tower", at, tuple((r * scale, z) for r, z in profile), "tower_cream", SETTING, 10, False)


def namsan(origin: Point, share: float) -> Group:
    """Namsan and its tower, drawn at a share of their true distance and size: as large to the eye, clearer in haze."""
    full = massif("namsan", origin, (140.0, 208.0), 2300.0, 4300.0, "mountain_near")
    rows = tuple(tuple((x * share, y * share, z * share) for x, y, z in row) for row in full.rows)
    tower = namsan_tower(origin, 2.2)
    x, y, z = tower.at
    near = Lathe(
        tower.name,
        (x * share, y * share, z * share),
        tuple((r * share, h * share) for r, h in tower.profile),
        tower.colour,
        SETTING,
        10,
        False,
    )
    return Group("namsan", (0, 0, 0), (Loft("namsan", (0, 0, 0), rows, "mountain_near", SETTING), near), ESSENTIAL)


COLOURS = ("tower_sand", "tower_mist", "tower_cream", "tower_blue", "tower_tan", "tower_slate", "tower_rust")


def towers(
    name: str, spots: tuple[tuple[float, float], ...], low: float, high: float, foot: float = 0.0, salt: int = 0
) -> Group:
    """Nameless neighbours at spots, between two heights; they stand for no particular building."""
    found: list[Shape] = []
    for i, (x, y) in enumerate(spots):
        free, other = ((i + salt + 1) * 0.6180339887498949) % 1.0, ((i + salt + 1) * 0.7548776662466927) % 1.0
        size = (22 + 16 * other, 18 + 12 * free, low + (high - low) * free**1.6)
        found.append(
            Tower(
                f"tower-{i}",
                (x, y, foot),
                size,
                COLOURS[(i * 3 + salt) % len(COLOURS)],
                tone=0.94 + 0.1 * other,
                turn=-6 + 12 * other,
                bay=(2.8, 3.2, 4.0)[i % 3],
                setback=(0.2, 2.5) if free > 0.7 else (1.0, 0.0),
                gloss=(0.2, 0.8)[i % 4 == 3],
            )
        )
    return Group(name, (0, 0, 0), tuple(found), SETTING)
