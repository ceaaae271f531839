"""Sample figures for pictures and measurements: groups that talk, people who stroll. Never part of a live city."""

from math import atan2, cos, degrees, pi, sin

import numpy as np

from metaseoul.stage.crowd import Crowd
from worlds.avatar import sample_look
from worlds.shape import Place
from worlds.walk import walk_map

FIRST = 900_000
"""Numbers of sample figures begin here."""
TALKING = ("idle", "wave", "idle", "clap", "idle", "point", "idle", "bow")
STROLLERS = 0.35
APART = 0.95
"""Metres."""


def gather(crowd: Crowd, place: Place, count: int) -> None:
    """Puts `count` figures on free ground, the same ones in the same place every time."""
    if not count:
        return
    ground = walk_map(place)
    x0, y0, x1, y1 = place.bounds
    rng = np.random.default_rng(count * 7919 + len(place.slug))
    taken: list[tuple[float, float]] = []
    number = 0

    def stand(x: float, y: float, heading: float, gesture: str) -> bool:
        nonlocal number
        if not ground.free(x, y) or any((x - a) ** 2 + (y - b) ** 2 < APART**2 for a, b in taken):
            return False
        taken.append((x, y))
        crowd.put(FIRST + number, sample_look(number + 3), x, y, ground.height_at(x, y), heading, gesture, 0.0)
        number += 1
        return True

    spread_x, spread_y = (x1 - x0) / 2, (y1 - y0) / 2
    middle_x, middle_y = ((x0 + x1) / 2, (y0 + y1) / 2) if place.indoor else (0.0, 0.0)
    most = 60.0
    for _ in range(count * 60):
        if number >= count:
            return
        angle, reach = rng.uniform(0, 2 * pi), float(np.sqrt(rng.random()))
        x = middle_x + min(spread_x, most) * 0.86 * reach * cos(angle)
        y = middle_y + min(spread_y, most * 0.8) * 0.86 * reach * sin(angle)
        if rng.random() < STROLLERS:
            stand(x, y, float(rng.uniform(0, 360)), "walk" if rng.random() < 0.93 else "run")
            continue
        size, ring = int(rng.integers(2, 5)), float(rng.uniform(0.75, 1.0))
        for member in range(min(size, count - number)):
            turn = angle + member * 2 * pi / size + float(rng.uniform(-0.3, 0.3))
            px, py = x + cos(turn) * ring, y + sin(turn) * ring
            facing = degrees(atan2(-(x - px), y - py)) + float(rng.uniform(-12, 12))
            stand(px, py, facing, TALKING[int(rng.integers(len(TALKING)))])
