"""What stands in the lanes: blue and green city buses, orange taxis, cars, and the red tour bus at its stop."""

from math import degrees

import numpy as np

from worlds.seoul.centre.frame import Window
from worlds.seoul.centre.furniture import TOUR_STOP, Placed
from worlds.seoul.centre.streets import CROSSINGS, LANE, STREETS, clearance, offset, street, walked
from worlds.shape import ORNAMENT, Box, Disc, Group, Loft, Shape, Sign, row

GOLDEN = 0.6180339887498949
CARS = ("car-white", "car-white", "taxi", "car-dark", "car-silver", "taxi", "car-red")
TOUR = {"ko": "서울시티투어", "en": "SEOUL CITY TOUR", "zh": "首尔城市观光", "ja": "ソウルシティツアー"}


def _wheels(places: tuple[float, ...], side: float, radius: float) -> tuple[Shape, ...]:
    return tuple(
        Disc(f"wheel-{i}-{way}", (x, way * side, radius), radius, "tyre", segments=10, turn=0 if way < 0 else 180)
        for i, x in enumerate(places)
        for way in (-1, 1)
    )


def car(name: str, colour: str) -> Group:
    """A car 4.5 m long that looks to +x; a taxi has its lamp on the roof."""
    foot = ((-1.75, -0.86, 0.85), (1.35, -0.86, 0.85), (1.35, 0.86, 0.85), (-1.75, 0.86, 0.85), (-1.75, -0.86, 0.85))
    top = ((-1.2, -0.68, 1.42), (0.6, -0.68, 1.42), (0.6, 0.68, 1.42), (-1.2, 0.68, 1.42), (-1.2, -0.68, 1.42))
    lamp = (Box("cap", (-0.3, 0, 1.43), (0.3, 0.7, 0.16), "lamp", ORNAMENT, glow=0.9),) if name == "taxi" else ()
    return Group(
        name,
        (0, 0, 0),
        (
            Box("body", (0, 0, 0.3), (4.5, 1.8, 0.55), colour, shade=0.7, bevel=0.12, gloss=0.2),
            Loft("cabin", (0, 0, 0), (foot, top), "window", gloss=0.8),
            Box("roof", (-0.3, 0, 1.41), (1.8, 1.36, 0.02), colour, faces="t"),
            *_wheels((-1.4, 1.4), 0.9, 0.34),
            Box("lights-front", (2.25, 0, 0.55), (0.03, 1.5, 0.14), "lamp", ORNAMENT, faces="e", glow=0.8),
            Box("lights-back", (-2.25, 0, 0.6), (0.03, 1.5, 0.12), "tail_light", ORNAMENT, faces="w", glow=0.7),
            *lamp,
        ),
    )


def bus(name: str, colour: str) -> Group:
    """A city bus 11 m long that looks to +x: one colour with a pale line under its windows."""
    return Group(
        name,
        (0, 0, 0),
        (
            Box("body", (0, 0, 0.35), (11, 2.5, 0.9), colour, faces="snew", shade=0.7),
            Box("glass", (0, 0, 1.25), (10.94, 2.44, 1.2), "window", faces="snew", gloss=0.8, glow=0.5),
            Box("top", (0, 0, 2.45), (11, 2.5, 0.65), colour, bevel=0.12),
            Box("line", (0, 0, 1.12), (11.03, 2.53, 0.1), "white", ORNAMENT, faces="snew"),
            Box("front", (5.5, 0, 0.9), (0.04, 2.3, 1.5), "window", ORNAMENT, faces="e", gloss=0.8),
            Box("number", (5.53, 0, 2.55), (0.04, 1.5, 0.32), "ink", ORNAMENT, faces="e", glow=0.5),
            *row(
                Box("pillar", (-4.32, 0, 1.25), (0.14, 2.5, 1.2), colour, ORNAMENT, faces="sn", until=0),
                5,
                (2.16, 0, 0),
            ),
            *_wheels((-3.6, 3.4), 1.26, 0.5),
            Box("lights-front", (5.52, 0, 0.55), (0.03, 2.1, 0.18), "lamp", ORNAMENT, faces="e", glow=0.8),
        ),
    )


def tour_bus() -> Group:
    """The red double-decker, 11.5 x 2.5 x 4.0 m, open on top; it looks to +x."""
    seats = tuple(
        Box(
            f"seat-{i}-{side}",
            (-4.2 + 0.95 * i, side * 0.7, 3.0),
            (0.42, 0.8, 0.75),
            "seoul_blue",
            ORNAMENT,
            faces="snewt",
            until=0,
        )
        for i in range(9)
        for side in (-1, 1)
    )
    name = Sign("name", (-0.4, -1.28, 2.72), (5.4, 0.7), TOUR, "tour_red", "white")
    return Group(
        "tour-bus",
        (0, 0, 0),
        (
            Box("body", (0, 0, 0.35), (11.5, 2.5, 0.95), "tour_red", faces="snew", shade=0.7),
            Box("glass", (0, 0, 1.3), (11.44, 2.44, 1.15), "window", faces="snew", gloss=0.8, glow=0.4),
            Box("deck", (0, 0, 2.45), (11.5, 2.5, 0.5), "tour_red", faces="snewt"),
            *(
                Box(f"rail-{side}", (-0.4, side * 1.22, 2.95), (10.2, 0.06, 0.6), "tour_red", faces="sn")
                for side in (-1, 1)
            ),
            Box("rail-back", (-5.7, 0, 2.95), (0.06, 2.5, 0.6), "tour_red", faces="ew"),
            Box("hood", (4.9, 0, 2.95), (1.6, 2.5, 1.05), "glass", faces="snewt", gloss=0.7),
            Box("band", (0, 0, 2.4), (11.54, 2.54, 0.12), "mark_yellow", ORNAMENT, faces="snew"),
            *seats,
            name,
            Group("other-side", (0, 0, 0), (name,), turn=180),
            *_wheels((-3.6, 3.6), 1.26, 0.5),
        ),
    )


def vehicles() -> dict[str, Shape]:
    """Everything that drives, by its name."""
    cars = (("car-white", "car_white"), ("car-red", "car_red"), ("car-dark", "tower_dark"), ("car-silver", "steel"))
    made = (
        *(car(name, colour) for name, colour in (*cars, ("taxi", "taxi"))),
        *(bus(f"bus-{colour}", f"bus_{colour}") for colour in ("blue", "green")),
        tour_bus(),
    )
    return {one.name: one for one in made}


def driving(window: Window, reach: float, density: float = 0.42) -> list[Placed]:
    """Vehicles in the lanes of the streets near by; `density` = share of the places 17 m apart that are taken."""
    found: list[Placed] = []
    crossings = np.array([spot for _, spot in CROSSINGS])
    for order, road in enumerate(STREETS):
        lanes = road.lanes // 2 if not road.one_way else road.lanes
        for side in (-1, 1) if not road.one_way else (-1,):
            for lane in range(lanes):
                by = side * (lane + 0.5) * LANE if not road.one_way else (lane + 0.5 - road.lanes / 2) * LANE
                spots, ways = walked(offset(road.line, by), 17.0)
                free = window.beyond(window.local(spots)) < reach
                free[free] &= clearance(spots[free], 10.0, road.name) > 0
                free &= np.linalg.norm(spots[:, None] - crossings[None], axis=2).min(1) > road.half + 4.5
                for number in np.flatnonzero(free):
                    share = ((number * 7 + lane * 31 + order * 5 + side * 3) * GOLDEN) % 1.0
                    if share > density:
                        continue
                    (x, y), way = window.local(spots[number : number + 1])[0], ways[number]
                    turn = degrees(float(np.arctan2(way[1], way[0]))) + (180 if side > 0 else 0)
                    found.append(
                        (_kind(int(number) + lane, lane, lanes, share / density), (float(x), float(y), 0.0, turn, 1.0))
                    )
    return [*found, *_tour(window, reach)]


def _kind(number: int, lane: int, lanes: int, share: float) -> str:
    """Buses keep to the outer lane of broad streets."""
    if lanes >= 3 and lane == lanes - 1 and share < 0.6:
        return "bus-blue" if share < 0.36 else "bus-green"
    return CARS[number * 5 % len(CARS)]


def _tour(window: Window, reach: float) -> list[Placed]:
    """The tour bus at its stop."""
    name, spot, side = TOUR_STOP
    road = street(name)
    line, ways = walked(offset(road.line, side * (road.half - LANE / 2 + 0.2)), 2.0)
    nearest = int(np.argmin(np.linalg.norm(line - np.array(spot), axis=1)))
    (x, y), way = window.local(line[nearest : nearest + 1])[0], ways[nearest]
    if window.away(float(x), float(y)) > reach:
        return []
    return [("tour-bus", (float(x), float(y), 0.0, degrees(float(np.arctan2(way[1], way[0]))), 1.0))]
