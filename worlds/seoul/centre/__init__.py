"""The centre of Seoul between Sungnyemun and Gwanghwamun: one street-scape, out of which places cut their window."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
import numpy as np

from worlds.seoul.centre import blocks, buildings, furniture, ground, stream, traffic
from worlds.seoul.centre.figures import ELSEWHERE, FIGURES
from worlds.seoul.centre.frame import Window
from worlds.seoul.centre.furniture import Placed
from worlds.shape import ESSENTIAL, SETTING, Group, Point, Ring, Scatter, Shape, moved

Bounds = tuple[float, float, float, float]
TILE = 68.0
"""Metres: what stands near together changes its level of detail together."""
FAR = 1050.0
"""Metres beyond a place's bounds up to which the city stands."""
STREAM_NEAR = 160.0
HOUSES, LOW = 210.0, 560.0
"""Metres beyond which small houses, and blocks of less than 44 m, are hidden behind the others."""


def around(
    origin: Point,
    bounds: Bounds,
    near: float = 120.0,
    *,
    without: Iterable[str] = (),
    bare: tuple[Bounds, ...] = (),
    lively: float = 0.42,
    also: Iterable[Placed] = (),
) -> tuple[Group, ...]:
    """What lies round a place, in its own frame: streets, buildings, trees, cars; towers only beyond `near` metres.

    `without`: buildings that the place builds itself. `bare`: rectangles in the place's frame that it furnishes itself.
    `lively`: how full the lanes are, 0..1. `also`: things of the place's own, drawn with those of the streets.
    """
    window = Window(origin, bounds)
    left_out = {*without, *(one.slug for one in FIGURES if one.style in ELSEWHERE)}
    return (
        Group("centre-ground", (0, 0, 0), tuple(_ground(window, near)), ESSENTIAL),
        *_buildings(window, near, left_out),
        *_streetside(window, near, bare, lively, also),
        *_stream(window),
    )


def in_place(origin: Point, spot: Point) -> Point:
    """A spot of the city (its height above the place's ground) in a place's frame."""
    return (spot[0] - origin[0], spot[1] - origin[1], spot[2])


def _ground(window: Window, near: float) -> list[Shape]:
    until = _until(window)
    city = Ring(
        "city", (0, 0, -3.0), (1500, 1500), (3600, 3600), "street", ESSENTIAL, powers=(20, 2), rise=2.8, bands=2
    )
    if until:
        base = [*stream.base(window, until), *stream.paving(window)]
    else:
        x, y = window.local(np.array([[0.0, stream.MIDDLE]]))[0]
        corner = np.array([[x - 1500, y - 1500], [x + 1500, y - 1500]])
        base = [ground.ribbon("base", corner, corner + np.array([0, 3000]), (-0.1, -0.1), "street")]
    return [city, *base, *ground.carriageways(window), *ground.pavements(window, near + 180), *ground.marks(window)]


def _until(window: Window) -> float:
    """How far east the stream's bed is drawn; 0 where it is too far away to be seen."""
    head = window.local(np.array([[10.0, stream.MIDDLE]]))
    return 700.0 if float(window.beyond(head)[0]) < STREAM_NEAR else 0.0


def _buildings(window: Window, near: float, left_out: set[str]) -> list[Group]:
    towers: list[Shape] = []
    fine: dict[str, list[Shape]] = defaultdict(list)
    for one in FIGURES:
        if one.slug in left_out:
            continue
        x, y = window.local(np.array([[one.east, one.north]]))[0]
        away = window.away(float(x), float(y)) - max(one.width, one.depth) / 2
        built = buildings.building(one, fine=away < near)
        here = msgspec.structs.replace(built, at=(float(x), float(y), 0.0))
        if away < near:
            fine[_tile("built", float(x) / 3, float(y) / 3)].append(here)
        elif away < FAR:
            towers.append(here)
    dx, dy = (float(value) for value in window.local(np.zeros((1, 2)))[0])
    for block in blocks.blocks():
        away = window.away(block.at[0] + dx, block.at[1] + dy)
        if away < (HOUSES if block.name.startswith("house") else LOW if block.size[2] < 44 else FAR * 0.8):
            kept = msgspec.structs.replace(
                block, parapet=away < 130, setback=block.setback if away < 220 else (1.0, 0.0)
            )
            towers.append(moved(kept, (dx, dy, 0.0)))
    groups = [Group(name, (0, 0, 0), tuple(parts), ESSENTIAL) for name, parts in sorted(fine.items())]
    return [*groups, Group("city", (0, 0, 0), tuple(towers), SETTING)]


def _tile(name: str, x: float, y: float) -> str:
    return f"{name}-{int(np.floor(x / TILE)) + 50}-{int(np.floor(y / TILE)) + 50}"


def _streetside(
    window: Window, near: float, bare: tuple[Bounds, ...], lively: float, also: Iterable[Placed]
) -> list[Group]:
    """Trees, lamps, stops and cars, in tiles."""
    placed = [one for one in furniture.along(window, near) if not any(_within(one, rect) for rect in bare)]
    return scattered([*also, *placed, *traffic.driving(window, near, lively)], "street")


def _within(one: Placed, rect: Bounds) -> bool:
    x, y = one[1][:2]
    return rect[0] <= x <= rect[2] and rect[1] <= y <= rect[3]


def scattered(placed: list[Placed], name: str) -> list[Group]:
    """Placed things as clusters: one for each tile."""
    kinds = furniture.things() | traffic.vehicles()
    tiles: dict[str, dict[str, list[tuple[float, float, float, float, float]]]] = defaultdict(lambda: defaultdict(list))
    for kind, spot in placed:
        tiles[_tile(name, *spot[:2])][kind].append(spot)
    return [
        Group(
            tile,
            (0, 0, 0),
            tuple(
                Scatter(kind, (0, 0, 0), kinds[kind], tuple(spots), vary=0.05) for kind, spots in sorted(things.items())
            ),
            SETTING,
        )
        for tile, things in sorted(tiles.items())
    ]


def _stream(window: Window) -> list[Group]:
    until = _until(window)
    if not until:
        return []
    x, y = (float(value) for value in window.local(np.array([[-24.0, stream.MIDDLE]]))[0])
    close = min(until, float(window.origin[0] + window.bounds[2]) + 130.0)
    return [
        Group("stream", (0, 0, 0), tuple(stream.channel(window, until)), ESSENTIAL),
        Group("stream-head", (0, 0, 0), tuple(stream.head(window)), ESSENTIAL),
        Group("stream-banks", (0, 0, 0), tuple(stream.banks(window, close)), SETTING),
        Group("stream-bridges", (0, 0, 0), tuple(stream.bridge(window, *one) for one in stream.BRIDGES), ESSENTIAL),
        Group("stream-shell", (0, 0, 0), (stream.shell((x, y, ground.PAVED)),), ESSENTIAL),
    ]


__all__ = ["Window", "around", "in_place", "scattered"]
