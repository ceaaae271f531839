"""What stands on the pavements: lamps, benches, planters, bus stops, signals, kiosks, and the rows of street trees.

Kinds that are common in Seoul by general knowledge; none stands for a real one.
"""

from math import degrees

import numpy as np

from worlds.seoul.centre.frame import Window
from worlds.seoul.centre.ground import PAVED
from worlds.seoul.centre.streets import CROSSINGS, STREETS, clearance, offset, street, walked
from worlds.shape import ORNAMENT, SETTING, Box, Disc, Group, Lathe, Leaves, Shape, Sign, Spot, Tree, Tube, row

Placed = tuple[str, tuple[float, float, float, float, float]]
"""A kind of thing and its spot in the place's frame: x, y, z, turn, size."""
GOLDEN = 0.6180339887498949
STOPS: tuple[tuple[str, Spot, int], ...] = (
    ("sejong-daero-south", (-84, 160), -1),
    ("sejong-daero-south", (-82, 150), 1),
    ("sejong-daero-north", (-63.5, 620), -1),
    ("jong-ro", (40, 411), 1),
    ("saemunan-ro", (-170, 405), -1),
    ("plaza-south", (30, -170), -1),
)
"""Bus stops: street, a spot on its middle line, and the side (1 = left of the line)."""
TOUR_STOP = ("sejong-daero-south", (-86, 334), -1)
"""The tour bus starts before the Dongwha shop (visitseoul; spot general knowledge)."""
GINKGO = ("sejong-daero-north", "sejong-daero-south", "saemunan-ro", "deoksugung-gil")
"""Streets with ginkgos among their zelkovas."""


def bench() -> Group:
    """A slatted wooden bench, 2.2 m, that looks to -y."""
    slats = row(Box("seat", (0, -0.235, 0.44), (2.2, 0.12, 0.06), "wood", ORNAMENT, until=0), 4, (0, 0.155, 0))
    rests = row(
        Box("rest", (0, 0.355, 0.62), (2.2, 0.05, 0.13), "wood", ORNAMENT, faces="snewtb", until=0), 2, (0, 0, 0.17)
    )
    parts: tuple[Shape, ...] = (
        *slats,
        *rests,
        Box("seat", (0, 0, 0.42), (2.2, 0.6, 0.08), "wood", since=1),
        Box("rest", (0, 0.355, 0.62), (2.2, 0.05, 0.3), "wood", faces="sn", since=1),
        *row(Box("leg", (-0.8, 0, 0), (0.14, 0.52, 0.44), "metal", faces="snew", shade=0.7, until=1), 2, (1.6, 0, 0)),
        *row(Box("arm", (-0.8, 0.32, 0.44), (0.1, 0.08, 0.48), "metal", ORNAMENT, until=0), 2, (1.6, 0, 0)),
    )
    return Group("bench", (0, 0, 0), parts)


def lamp() -> Group:
    """A post 5 m high with a glass head."""
    return Group(
        "lamp",
        (0, 0, 0),
        (
            Lathe("post", (0, 0, 0), ((0.16, 0), (0.13, 0.5), (0.07, 0.6), (0.055, 4.2)), "metal", segments=6, until=1),
            Box("post", (0, 0, 0), (0.12, 0.12, 4.2), "metal", faces="snew", since=2),
            Lathe(
                "head",
                (0, 0, 4.15),
                ((0.05, 0), (0.3, 0.2), (0.34, 0.6), (0.0, 0.85)),
                "lamp",
                segments=8,
                smooth=False,
                glow=1.0,
            ),
        ),
    )


def planter() -> Group:
    """A granite trough 3 m long with shrubs and flowers."""
    heads = ("flower_rose", "flower_gold", "flower_white", "flower_lilac")
    flowers = tuple(
        Leaves(
            f"flower-{i}",
            (-1.32 + 0.156 * i, 0.34 * ((i * 0.618) % 1 - 0.5) * 1.9, 0.82 + 0.14 * ((i * 0.37) % 1)),
            (0.11, 0.11, 0.06),
            heads[i % 4],
            ORNAMENT,
            fine=0,
            until=0,
        )
        for i in range(18)
    )
    shrubs = tuple(
        Leaves(
            f"shrub-{i}",
            (-1.15 + 0.575 * i, 0.1 * (i % 2) - 0.05, 0.36),
            (0.38, 0.36, 0.28),
            ("leaf", "leaf_light")[i % 2],
            until=0,
        )
        for i in range(5)
    )
    return Group(
        "planter",
        (0, 0, 0),
        (
            Box("trough", (0, 0, 0), (3.0, 1.0, 0.5), "granite", shade=0.75, bevel=0.04),
            Box("soil", (0, 0, 0.5), (2.8, 0.8, 0.02), "soil", ORNAMENT, until=0),
            Box("green", (0, 0, 0.5), (2.7, 0.8, 0.35), "leaf_light", shade=0.7, since=1),
            *shrubs,
            *flowers,
        ),
    )


def bus_stop() -> Group:
    """A glass shelter 9 m long with a bench and the line map; it looks to -y."""
    words = {"ko": "버스정류장", "en": "Bus Stop", "zh": "公交车站", "ja": "バス停"}
    return Group(
        "bus-stop",
        (0, 0, 0),
        (
            Box("roof", (0, 0, 2.6), (9.0, 2.2, 0.14), "white", faces="snewtb"),
            *row(Box("post", (-4.2, 0.8, 0), (0.12, 0.12, 2.6), "metal", faces="snew"), 4, (2.8, 0, 0)),
            Box("glass", (0, 0.86, 0.3), (8.4, 0.05, 2.0), "glass", faces="sn", gloss=0.8),
            Box("seat", (-1.0, 0.45, 0.42), (4.6, 0.4, 0.07), "wood"),
            Box("screen", (3.1, 0.6, 1.0), (1.4, 0.16, 1.3), "media_wall", faces="snew", glow=0.9, until=1),
            Sign("name", (0, -1.08, 2.62), (3.4, 0.42), words, "seoul_blue", "white"),
        ),
    )


def tour_stop() -> Group:
    """The sign of the tour bus: a post 2.6 m high with a round board."""
    words = {"ko": "시티투어버스", "en": "City Tour Bus", "zh": "城市观光巴士", "ja": "シティツアーバス"}
    return Group(
        "tour-stop",
        (0, 0, 0),
        (
            Lathe("post", (0, 0, 0), ((0.07, 0), (0.06, 2.6)), "metal", segments=6),
            Disc("board", (0, -0.08, 2.7), 0.42, "tour_red", segments=16),
            Disc("board-back", (0, 0.08, 2.7), 0.42, "tour_red", segments=16, turn=180),
            Sign("name", (0, -0.05, 1.6), (1.3, 0.4), words, "tour_red", "white"),
        ),
    )


def signal() -> Group:
    """A mast with an arm over the road (to -y) and lights for those who drive and those who walk."""
    lights = tuple(
        Disc(
            f"light-{i}",
            (0.15, -4.2 + 0.42 * i, 5.55),
            0.15,
            colour,
            ORNAMENT,
            segments=8,
            turn=90,
            glow=0.9 if i == 2 else 0.1,
        )
        for i, colour in enumerate(("tail_light", "mark_yellow", "signal_green"))
    )
    return Group(
        "signal",
        (0, 0, 0),
        (
            Tube(
                "mast",
                (0, 0, 0),
                ((0, 0, 0), (0, 0, 5.6), (0, -0.5, 5.9), (0, -5.2, 5.9)),
                (0.13, 0.1, 0.08, 0.06),
                "metal",
                segments=5,
            ),
            Box("case", (0, -3.78, 5.35), (0.28, 1.5, 0.42), "ink", faces="snewtb"),
            Box("walk-case", (0, -0.2, 2.5), (0.3, 0.26, 0.7), "ink", faces="snewt"),
            *lights,
        ),
    )


def kiosk() -> Group:
    """A shoe-mender's and paper kiosk of the city: a rounded steel cabin with a lit hatch; it looks to -y."""
    return Group(
        "kiosk",
        (0, 0, 0),
        (
            Box("cabin", (0, 0, 0), (2.6, 1.8, 2.4), "seoul_blue", bevel=0.2, shade=0.7),
            Box("hatch", (0, -0.92, 1.0), (1.8, 0.06, 1.0), "lamp", faces="s", glow=0.9),
            Box("awning", (0, -1.2, 2.1), (2.4, 0.8, 0.06), "white", faces="snewtb"),
        ),
    )


def tree(kind: str, variety: int) -> Tree:
    """A street tree."""
    return Tree(f"{kind}-{variety}", (0, 0, 0), kind, SETTING, variety=variety)


def things() -> dict[str, Shape]:
    """Everything that may be placed, by its name."""
    made: tuple[Shape, ...] = (bench(), lamp(), planter(), bus_stop(), tour_stop(), signal(), kiosk())
    trees = tuple(tree("zelkova", i) for i in range(3))
    others = (*(tree(kind, 0) for kind in ("ginkgo", "cherry", "maple", "pine")), tree("pine", 1))
    return {thing.name: thing for thing in made + trees + others}


def along(window: Window, reach: float) -> list[Placed]:
    """Everything on the pavements within `reach` metres beyond a window's bounds."""
    return [*_rows(window, reach), *_stops(window, reach), *_signals(window, reach)]


def _rows(window: Window, reach: float) -> list[Placed]:
    found: list[Placed] = []
    crossings = np.array([spot for _, spot in CROSSINGS])
    stops = np.array([spot for _, spot, _ in (*STOPS, TOUR_STOP)])
    for road in STREETS:
        if road.pavement < 3.0:
            continue
        for side in (-1, 1):
            spots, ways = walked(offset(road.line, side * (road.half + 1.5)), 11.0)
            free = window.beyond(window.local(spots)) < reach
            free[free] &= clearance(spots[free], 7.0, road.name) > 0
            free &= np.linalg.norm(spots[:, None] - crossings[None], axis=2).min(1) > road.half + 8
            free &= np.linalg.norm(spots[:, None] - stops[None], axis=2).min(1) > road.half + 8
            for number in np.flatnonzero(free):
                (x, y), way = window.local(spots[number : number + 1])[0], ways[number]
                turn = degrees(float(np.arctan2(way[1], way[0]))) + (180 if side > 0 else 0)
                found += _at(int(number), float(x), float(y), way, side, turn, road.name in GINKGO)
    return found


def _at(number: int, x: float, y: float, way: np.ndarray, side: int, turn: float, ginkgo: bool) -> list[Placed]:
    """A tree every 11 m; every third time a lamp between two, now and then a bench, a planter or a kiosk."""
    share = (number * GOLDEN) % 1.0
    kind = "ginkgo-0" if ginkgo and number % 3 == 1 else f"zelkova-{number % 3}"
    found: list[Placed] = [(kind, (x, y, PAVED, (number * 137.508) % 360, 0.86 + 0.22 * share))]
    along_x, along_y = x + float(way[0]) * 5.5, y + float(way[1]) * 5.5
    if number % 3 == 0:
        found.append(("lamp", (along_x, along_y, PAVED, turn, 1.35)))
    elif number % 12 == 7:
        found.append(("kiosk", (along_x, along_y, PAVED, turn + 180, 1.0)))
    elif number % 6 == 1:
        found.append(("planter", (along_x, along_y, PAVED, turn, 0.8)))
    elif number % 6 == 4:
        found.append(("bench", (along_x, along_y, PAVED, turn + 180, 0.9)))
    return found


def _beside(name: str, spot: Spot, side: int, away: float) -> tuple[np.ndarray, float]:
    """A spot `away` metres behind the kerb, and the turn of what looks at the road from there."""
    road = street(name)
    line, ways = walked(np.array(road.line, np.float64), 2.0)
    nearest = int(np.argmin(np.linalg.norm(line - np.array(spot), axis=1)))
    way = ways[nearest]
    left = np.array([-way[1], way[0]]) * side
    return line[nearest] + left * (road.half + away), degrees(float(np.arctan2(way[1], way[0]))) + (
        0 if side > 0 else 180
    )


def _stops(window: Window, reach: float) -> list[Placed]:
    found: list[Placed] = []
    for kind, stops in (("bus-stop", STOPS), ("tour-stop", (TOUR_STOP,))):
        for name, spot, side in stops:
            at, turn = _beside(name, spot, side, 2.6 if kind == "bus-stop" else 1.0)
            x, y = window.local(at[None])[0]
            if window.away(float(x), float(y)) < reach:
                found.append((kind, (float(x), float(y), PAVED, turn, 1.0)))
    return found


def _signals(window: Window, reach: float) -> list[Placed]:
    """One mast on each side of every crossing of a broad street."""
    found: list[Placed] = []
    for name, spot in CROSSINGS:
        for side in (-1, 1) if street(name).lanes >= 4 else ():
            at, turn = _beside(name, spot, side, 0.9)
            way = np.array([np.cos(np.radians(turn)), np.sin(np.radians(turn))])
            x, y = window.local((at + way * 4.2)[None])[0]
            if window.away(float(x), float(y)) < reach:
                found.append(("signal", (float(x), float(y), PAVED, turn, 1.0)))
    return found
