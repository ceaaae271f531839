"""The built-up city of the relief: low blocks, rows of flats and towers where people live and work; parks stay free.

Blocks stand for no building in particular. How thick they stand follows the people of each district (worlds/seoul/
relief/district_figures.py); where towers rise is general knowledge. Parks: places general knowledge, sizes estimates.
"""

import numpy as np
from numpy.typing import NDArray

from worlds.seoul.relief.district_figures import DISTRICTS, District
from worlds.seoul.relief.landmarks import RESERVED
from worlds.seoul.relief.lines import Points, away, within
from worlds.seoul.relief.river_figures import STREAMS
from worlds.seoul.relief.scale import MIDDLE, PLATE, SCALE, scaled
from worlds.seoul.relief.terrain import rise
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Lathe, Ring, Scatter, Shape, Tower

PITCH = 300.0
"""Metres between two blocks."""
PARKS: tuple[tuple[str, int, int, int, int], ...] = (
    # name, east, north, half width, half depth
    ("gyeongbokgung", -90, 1480, 330, 470),
    ("changdeokgung", 1250, 1420, 360, 420),
    ("jongmyo", 1420, 840, 230, 260),
    ("deoksugung", -250, -70, 170, 130),
    ("seoul-forest", 5465, -2330, 560, 380),
    ("olympic-park", 12640, -5160, 700, 620),
    ("yongsan-park", 620, -4350, 620, 800),
    ("childrens-grand-park", 9190, -1940, 420, 380),
    ("world-cup-park", -8150, 650, 560, 260),
    ("boramae-park", -5210, -8150, 350, 300),
    ("yeouido-park", -4740, -4330, 200, 330),
    ("yeouido-hangang-park", -4300, -4030, 560, 150),
    ("gimpo-airport", -16550, -1050, 700, 1500),
    ("botanic-park", -12695, 287, 420, 330),
    ("jamsil-hangang-park", 9600, -5480, 900, 130),
    ("ttukseom-hangang-park", 8000, -4080, 500, 120),
    ("banpo-hangang-park", 1500, -6400, 700, 130),
    ("national-cemetery", -250, -7350, 450, 330),
)
CORES: tuple[tuple[int, int, int], ...] = (
    # where the towers stand: east, north, reach
    (250, 100, 1400),
    (4385, -7600, 900),
    (5900, -7000, 900),
    (7515, -6400, 900),
    (-4690, -4850, 1000),
    (10900, -5900, 900),
    (-7800, 1390, 700),
    (-7170, -9160, 900),
    (-1150, -4050, 600),
    (-13080, -720, 800),
    (6100, 1500, 500),
    (-9110, -4050, 700),
    (-3100, -2100, 500),
)
GOLDEN = 0.6180339887498949


def _lattice(gu: District, number: int) -> Points:
    """Spots of a district's street net, which is turned its own way."""
    ring = np.array(gu.outline)
    middle, reach = ring.mean(0), float(np.hypot(*(ring - ring.mean(0)).T).max())
    steps = np.arange(-reach, reach, PITCH)
    angle = np.radians(_turn(number))
    x, y = (axis.ravel() for axis in np.meshgrid(steps, steps))
    spots = np.stack([x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)], 1) + middle
    spots = spots[within(spots, ring)]
    free: Points = spots[away(spots, ring, closed=True) > 115.0]
    return free


def _turn(number: int) -> float:
    """How a district's streets are turned, in degrees."""
    return (number * 37.0) % 90.0 - 45.0


def _free(spots: Points) -> NDArray[np.bool_]:
    """Whether nothing but a block may stand there: no mountain, stream, park or landmark."""
    free = rise(spots) < 9.0
    for width, line in STREAMS.values():
        low, high = np.min(line, 0) - 300, np.max(line, 0) + 300
        near = np.flatnonzero(((spots > low) & (spots < high)).all(1))
        free[near] &= away(spots[near], line) > width + 95.0
    for _, east, north, half_x, half_y in PARKS:
        free &= ((spots[:, 0] - east) / (half_x + 90)) ** 2 + ((spots[:, 1] - north) / (half_y + 90)) ** 2 > 1
    for east, north, reach in RESERVED:
        free &= np.hypot(spots[:, 0] - east, spots[:, 1] - north) > reach
    return free


def _tall(spots: Points) -> NDArray[np.float64]:
    """How much a spot is one for towers, 0..1."""
    tall = np.zeros(len(spots))
    for east, north, reach in CORES:
        tall = np.maximum(tall, 1 - np.hypot(spots[:, 0] - east, spots[:, 1] - north) / reach)
    return tall


def city() -> Group:
    """Every block."""
    lattices = [_lattice(gu, number) for number, gu in enumerate(DISTRICTS)]
    spots = np.concatenate(lattices)
    turn = np.concatenate([np.full(len(found), _turn(number)) for number, found in enumerate(lattices)])
    dense = np.concatenate([np.full(len(found), _dense(gu)) for gu, found in zip(DISTRICTS, lattices, strict=True)])
    kept = _free(spots)
    spots, turn, dense = spots[kept], turn[kept], dense[kept]
    tall = _tall(spots)
    chance = np.mod((np.arange(len(spots)) + 1) * GOLDEN, 1.0)
    towers = chance < tall * 1.3
    flats = ~towers & (np.mod(chance * 7.31, 1.0) < dense)
    low = ~towers & ~flats
    parts = (
        *_scatter("low", _LOW, spots, turn, low, chance),
        *_scatter("flats", _FLATS, spots, turn, flats, chance),
    )
    high = _scatter("towers", _TOWERS, spots, turn, towers, chance * 0.5 + tall)
    return Group("blocks", (0, 0, 0), (*parts, *high), ESSENTIAL)


def _dense(gu: District) -> float:
    """Share of the blocks that are rows of flats: many where many people live."""
    east, north = np.array(gu.outline).T
    area = 0.5 * abs(float(np.sum(east * np.roll(north, -1) - np.roll(east, -1) * north))) / 1e6
    return min(max((gu.people / area - 9000) / 26000, 0.08), 0.6)


def _block(name: str, size: tuple[float, float, float], colour: str, glow: float) -> Group:
    """A block of houses with a yard's worth of steps in its roof, one box from afar; `glow`: its windows at night."""
    x, y, z = size
    near = (
        Box("one", (-x * 0.23, 0, 0), (x * 0.5, y, z * 0.8), colour, ESSENTIAL, until=0, shade=0.8, glow=glow),
        Box(
            "two",
            (x * 0.27, y * 0.12, 0),
            (x * 0.42, y * 0.76, z * 1.25),
            colour,
            ESSENTIAL,
            until=0,
            shade=0.8,
            glow=glow,
        ),
    )
    return Group(
        name,
        (0, 0, 0),
        (*near, Box("far", (0, 0, 0), size, colour, ESSENTIAL, since=1, shade=0.85, glow=glow)),
        ESSENTIAL,
    )


def _rows(name: str, colour: str) -> Group:
    """Three rows of flats that look south; one block from afar."""
    size = (1.75, 0.3, 0.95)
    near = [
        Box(f"row-{i}", (0.1 * i, -0.62 + 0.62 * i, 0), size, colour, ESSENTIAL, until=0, glow=0.22) for i in range(3)
    ]
    far = Box("far", (0, 0, 0), (1.75, 1.1, 0.9), colour, ESSENTIAL, since=1, shade=0.85, glow=0.22)
    return Group(name, (0, 0, 0), (*near, far), ESSENTIAL)


def _tower(name: str, size: tuple[float, float, float], colour: str, gloss: float = 0.0) -> Tower:
    kind = {"bay": 0.34, "storey": 0.34, "parapet": False, "gloss": gloss}
    return Tower(name, (0, 0, 0), size, colour, ESSENTIAL, **kind)  # type: ignore[arg-type]


_LOW = (
    _block("low-cream", (1.9, 1.5, 0.42), "tower_cream", 0.1),
    _block("low-sand", (1.7, 1.7, 0.36), "tower_sand", 0.34),
    _block("low-white", (2.0, 1.3, 0.5), "white", 0.06),
    _block("low-rust", (1.6, 1.4, 0.4), "tower_rust", 0.2),
)
_FLATS = (_rows("rows-white", "white"), _rows("rows-cream", "tower_cream"))
_TOWERS = (
    _tower("tower-low", (1.3, 1.1, 1.6), "tower_mist"),
    _tower("tower-sand", (1.1, 1.1, 2.3), "tower_sand"),
    _tower("tower-blue", (1.0, 1.0, 3.0), "tower_blue", 0.5),
    _tower("tower-slate", (1.1, 0.9, 3.8), "tower_slate", 0.5),
)


def _scatter(
    name: str,
    kinds: tuple[Shape, ...],
    spots: Points,
    turn: NDArray[np.float64],
    chosen: NDArray[np.bool_],
    order: NDArray[np.float64],
) -> tuple[Scatter, ...]:
    """The chosen spots shared out among the kinds by `order`, 0..1."""
    found = []
    which = np.clip((np.mod(order, 1.0001) * len(kinds)).astype(int), 0, len(kinds) - 1)
    x, y = ((spots - MIDDLE) * SCALE).T
    size = 0.82 + 0.36 * np.mod(order * 11.7, 1.0)
    for number, kind in enumerate(kinds):
        mine = chosen & (which == number)
        rows = np.stack([x[mine], y[mine], np.full(int(mine.sum()), PLATE), turn[mine], size[mine]], 1)
        copies = tuple(map(tuple, rows.tolist()))
        found.append(Scatter(f"{name}-{number}", (0, 0, 0), kind, copies, ESSENTIAL, vary=0.07))
    return tuple(found)


def parks() -> Group:
    """Lawns, and small round trees on them."""
    lawns: list[Shape] = []
    trees = []
    for number, (name, east, north, half_x, half_y) in enumerate(PARKS):
        x, y = scaled(east, north)
        size = (half_x * SCALE, half_y * SCALE)
        lawns.append(Ring(name, (x, y, PLATE + 0.05), (0, 0), size, "grass", powers=(2, 3), segments=28, floor=True))
        count = round(size[0] * size[1] * 1.6) if name != "gimpo-airport" else 0
        for i in range(count):
            away_, angle = np.sqrt((i + 0.5) / count) * 0.92, i * 2.399963 + number
            spot = (x + size[0] * away_ * np.cos(angle), y + size[1] * away_ * np.sin(angle))
            trees.append((float(spot[0]), float(spot[1]), PLATE, 0.0, 0.7 + 0.5 * ((i * GOLDEN) % 1)))
    crown = Lathe("tree", (0, 0, 0), ((0.0, 0.0), (0.34, 0.25), (0.26, 0.6), (0.0, 0.8)), "leaf_deep", segments=5)
    wood = Scatter("trees", (0, 0, 0), crown, tuple(trees), ORNAMENT, vary=0.12)
    return Group("parks", (0, 0, 0), (*lawns, wood), ESSENTIAL)
