"""The shells of DDP: two bodies of silver panels that flow into each other, lifted off the ground at their mouths.

Zaha Hadid with Samoo, opened 21 March 2014 (Wikipedia); some 45,000 panels, no two curved alike (architectureprof,
newspim); about 29 m high, 280 m long, up to 150 m wide (general knowledge). The outline is an estimate of our own.
"""

from math import atan2, cos, degrees, pi, sin

import numpy as np
from numpy.typing import NDArray

from worlds.seoul.park_kit import even
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Loft, Point, Scatter, Shape, Spot, Tube

AXIS = 60.0
"""How the long body lies: degrees from east."""
OUTLINE: tuple[Spot, ...] = (
    (140, 5), (112, 42), (40, 64), (-40, 72), (-110, 55), (-142, 8), (-125, -30), (-80, -44), (-20, -34), (40, -48),
    (110, -36),
)  # fmt: skip
"""Of the long body, counter-clockwise; x along its axis, metres."""
SECTION = (
    (0.80, 0.0),
    (0.90, 0.05),
    (0.97, 0.22),
    (1.0, 0.45),
    (0.985, 0.62),
    (0.92, 0.78),
    (0.78, 0.9),
    (0.55, 0.97),
    (0.28, 1.0),
    (0.02, 1.0),
)
"""Share of the outline, share of the height from the underside to the crest."""
HALL: Spot = (17.0, -118.0)
"""Middle of the round art hall, in the place's frame; about 70 m across."""
AROUND = 72
Net = NDArray[np.float64]


def _smooth(outline: tuple[Spot, ...], count: int) -> Net:
    """A round line through the corners (Catmull and Rom), `count` points, closed."""
    points = np.array(outline, np.float64)
    found = []
    for i in range(count):
        along = i * len(points) / count
        k, t = int(along), along % 1.0
        p0, p1, p2, p3 = (points[(k + d) % len(points)] for d in (-1, 0, 1, 2))
        found.append(
            0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
        )
    return np.array([*found, found[0]])


def _lifted(line: Net, mouths: tuple[tuple[float, float], ...]) -> Net:
    """How high the underside hangs at each point: on the ground, and at the mouths six to eight metres over it."""
    angle = np.arctan2(line[:, 1], line[:, 0])
    high = np.zeros(len(line))
    for middle, wide in mouths:
        off = np.abs((angle - middle + pi) % (2 * pi) - pi)
        high = np.maximum(high, 7.5 * np.exp(-((off / wide) ** 4)))
    return high


def _net(outline: tuple[Spot, ...], crest: float, mouths: tuple[tuple[float, float], ...], count: int = AROUND) -> Net:
    """Rows of the skin, (rows, points, 3), from the underside to the crest."""
    line = _smooth(outline, count)
    under = _lifted(line, mouths)
    angle = np.arctan2(line[:, 1], line[:, 0])
    top = crest * (1 - 0.1 * np.cos(2 * angle + 0.6) - 0.05 * np.sin(3 * angle))
    rows = [np.c_[line * share, under + (top - under) * up] for share, up in SECTION]
    middle_top = float(top.mean())
    for row, (share, _) in zip(rows, SECTION, strict=True):
        blend = max(0.0, 0.8 - share) / 0.8
        row[:, 2] = row[:, 2] * (1 - blend) + middle_top * blend
    return np.array(rows)


def _rows(net: Net) -> tuple[tuple[Point, ...], ...]:
    return tuple(tuple(map(tuple, row)) for row in net.tolist())


MOUTHS = ((pi * 0.98, 0.35), (-1.25, 0.3), (0.35, 0.22))
HALL_MOUTHS = ((2.4, 0.7),)
ROUND: tuple[Spot, ...] = tuple((36 * cos(i * pi / 5) * (1 + 0.06 * (i % 2)), 34 * sin(i * pi / 5)) for i in range(10))


def shells() -> tuple[Group, ...]:
    """The long body and the round hall."""
    long = _body(_net(OUTLINE, 27.0, MOUTHS), 11)
    hall = _body(_net(ROUND, 19.0, HALL_MOUTHS, 48), 8)
    return (
        Group("long-body", (0, 0, 0), long, ESSENTIAL, turn=AXIS),
        Group("art-hall", (*HALL, 0), hall, ESSENTIAL),
    )


def _body(net: Net, rings: int) -> tuple[Shape, ...]:
    """Skin, soffit, glass under the mouths, seams of the panels, lights behind the perforations."""
    inner = np.concatenate([net[0][None], np.c_[net[0][:, :2] * 0.55, net[0][:, 2] * 0.8][None]])
    wall = [np.c_[net[0][:, :2] * 0.86, np.full(net.shape[1], z)] for z in (-0.2, 8.0)]
    roof = net[6:9].copy()
    roof[..., 2] += 0.25
    green = roof[:, roof.shape[1] // 10 : roof.shape[1] * 4 // 10]
    parts: list[Shape] = [
        Loft("skin", (0, 0, 0), _rows(net), "silver", ESSENTIAL, smooth=True, gloss=0.42),
        Loft("soffit", (0, 0, 0), _rows(inner[::-1]), "concrete", ESSENTIAL, smooth=True, shade=0.9),
        Loft("glass", (0, 0, 0), _rows(np.array(wall)), "glass", ESSENTIAL, gloss=0.7, glow=0.55),
        Loft("roof-garden", (0, 0, 0), _rows(green), "grass", ESSENTIAL, smooth=True),
        *_seams(net, rings),
        _lights(net),
    ]
    return tuple(parts)


def _between(net: Net, up: float) -> Net:
    """The line on the skin at a share of its rows."""
    place = up * (len(net) - 1)
    row, part = min(int(place), len(net) - 2), place - min(int(place), len(net) - 2)
    line: Net = net[row] * (1 - part) + net[row + 1] * part
    return line


def _seams(net: Net, rings: int) -> list[Shape]:
    """The joints between panels: lines round the body and lines up it."""
    found: list[Shape] = []
    for i in range(1, rings):
        line = _between(net, 0.06 + 0.6 * i / rings)
        path = tuple(map(tuple, (line * (1.0015, 1.0015, 1.0)).tolist()))
        found.append(Tube(f"ring-{i}", (0, 0, 0), path, (0.06,) * len(path), "steel", ORNAMENT, segments=3, until=1))
    for i in range(net.shape[1] - 1):
        path = tuple(map(tuple, (net[:8, i] * (1.0015, 1.0015, 1.0)).tolist()))
        found.append(Tube(f"rib-{i}", (0, 0, 0), path, (0.05,) * len(path), "steel", ORNAMENT, segments=3, until=1))
    return found


def _lights(net: Net) -> Scatter:
    """Small lit openings in drifts along the flanks."""
    spots = []
    count = net.shape[1] - 1
    for i in range(1500):
        along, up = (i * 0.5698402909980532) % 1.0, 0.14 + 0.5 * ((i * 0.7548776662466927) % 1.0)
        drift = sin(along * 2 * pi * 3 + up * 9) + 0.5 * sin(along * 2 * pi * 7 - up * 15)
        if drift < 0.25:
            continue
        line = _between(net, up)
        at = along * count
        k, part = int(at), at - int(at)
        a, b = line[k], line[k + 1]
        x, y, z = a * (1 - part) + b * part
        ahead = (b - a) / max(float(np.hypot(*(b - a)[:2])), 1e-6)
        turn = degrees(atan2(ahead[1], ahead[0]))
        spots.append((float(x + ahead[1] * 0.1), float(y - ahead[0] * 0.1), float(z), turn, 0.7 + 0.8 * even(i, 3)))
    hole = Box("light", (0, 0, 0), (0.9, 0.12, 0.42), "steel", ESSENTIAL, faces="snt", gloss=0.6, glow=0.75)
    return Scatter("lights", (0, 0, 0), hole, tuple(spots), ESSENTIAL)
