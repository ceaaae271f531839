"""The tower: 555 m, a slender cone with gently convex sides, a seam on two faces, a crown of steel lattice.

555 m, 123 floors, KPF, opened April 2017 (archdaily, snapshub); seam towards the old city, pale glass with metal
filigree (archdaily, wonderfulengineering); crown 120 m over floors 107-123 (snapshub). Widths by height, the plan's
roundness and the size of the seams: estimates. (The foot is given as 70 m wide, general knowledge.)
"""

import itertools
from math import cos, pi, sin

import numpy as np

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Loft, Point, Scatter, Shape, Tube

PROFILE = ((0, 70), (60, 70), (150, 66), (250, 59), (350, 50), (430, 40), (480, 32), (520, 24), (555, 14))
"""Height and width, metres."""
POWER = 3.2
SEAMS = (0.75 * pi, 1.75 * pi)
"""Directions of the seams: north-west and south-east."""
CROWN = 435.0
HEIGHTS = (*(40.0 * i for i in range(12)), 470.0, 500.0, 530.0, 555.0)
"""Between which the skin is straight."""


def width(z: float) -> float:
    """Width of the tower at a height."""
    heights, widths = zip(*PROFILE, strict=True)
    return float(np.interp(z, heights, widths))


def on_face(angle: float, z: float, out: float = 0.0) -> Point:
    """The point of the skin in a direction at a height; `out`: metres before it."""
    half = width(z) / 2 + out
    reach = half * (abs(cos(angle)) ** POWER + abs(sin(angle)) ** POWER) ** (-1 / POWER)
    return (reach * cos(angle), reach * sin(angle), z)


def _half(name: str, start: float, end: float, heights: tuple[float, ...], steps: int, since: int, until: int) -> Loft:
    """One half of the skin, from seam to seam."""
    rows = []
    for z in heights:
        open_ = (2.0 + 1.0 * min(z / 400, 1.0) + max(z - 480, 0) * 0.05) / max(width(z) / 2, 1.0)
        rows.append(tuple(on_face(start + open_ + (end - start - 2 * open_) * i / steps, z) for i in range(steps + 1)))
    return Loft(
        name,
        (0, 0, 0),
        tuple(rows),
        "glass_light",
        ESSENTIAL,
        smooth=True,
        gloss=0.75,
        since=since,
        until=until,
        glow=0.06,
    )


def tower() -> Group:
    """The tower; zero: the middle of its foot."""
    found: list[Shape] = []
    fine = HEIGHTS
    coarse = (0.0, 60.0, 150.0, 250.0, 350.0, 430.0, 480.0, 520.0, 555.0)
    for i in range(2):
        start, end = SEAMS[i], SEAMS[i] + pi
        found.append(_half(f"skin-{i}", start, end, fine, 20, 0, 1))
        found.append(_half(f"skin-far-{i}", start, end, coarse, 10, 2, 2))
        found.append(_seam(i))
    found += [*_fins(), *_belts(), *_diamonds()]
    return Group("lotte-world-tower", (0, 0, 0), tuple(found), ESSENTIAL)


def _seam(number: int) -> Loft:
    """The dark glass deep in a seam."""
    angle = SEAMS[number]
    rows = tuple(
        tuple(on_face(angle + shift / max(width(z) / 2, 1), z, -3.0) for shift in (-4.5, 4.5))
        for z in (0.0, 150.0, 350.0, 480.0, 548.0)
    )
    return Loft(f"seam-{number}", (0, 0, 0), rows, "window", ESSENTIAL, gloss=0.8, glow=0.35)


def _fins() -> list[Shape]:
    """White fins from the foot to the crown; from afar fewer and broader ones, which do not flicker."""
    found: list[Shape] = []
    for i in range(56):
        angle = 2 * pi * (i + 0.5) / 56
        if any(abs((angle - seam + pi) % (2 * pi) - pi) < 0.12 for seam in SEAMS):
            continue
        path = tuple(on_face(angle, float(z), 0.12) for z in HEIGHTS)
        found.append(Tube(f"fin-{i}", (0, 0, 0), path, (0.24,) * len(HEIGHTS), "fin", SETTING, until=1, segments=3))
        if i % 4 == 0:
            broad = tuple(1.0 if z < 400 else 0.6 for z in HEIGHTS)
            found.append(Tube(f"fin-far-{i}", (0, 0, 0), path, broad, "fin", SETTING, since=2, segments=3))
    return found


def _belts() -> list[Shape]:
    """Bands between storeys, each tenth drawn; three broad ones where the building changes its use."""
    found: list[Shape] = []
    for i in range(1, 44):
        z = 12.6 * i
        broad = i in (13, 24, 35)
        angles = [-(2 * pi * k / 32) for k in range(33)]
        outer = tuple(on_face(-a, z, 0.3) for a in angles)
        upper = tuple(on_face(-a, z + (3.4 if broad else 0.8), 0.3) for a in angles)
        colour = "metal" if broad else "fin"
        found.append(
            Loft(
                f"belt-{i}",
                (0, 0, 0),
                (outer, upper),
                colour,
                SETTING if broad else ORNAMENT,
                until=2 if broad else 1,
            )
        )
        if i % 4 == 0 and not broad:
            high = tuple(on_face(-a, z + 2.4, 0.3) for a in angles[::2])
            found.append(Loft(f"belt-far-{i}", (0, 0, 0), (outer[::2], high), "fin", SETTING, since=2, glow=0.3))
    return found


def _diamonds() -> list[Shape]:
    """The lattice of the crown."""
    found: list[Shape] = []
    count = 24
    levels = [CROWN + 12 * i for i in range(11)]
    for i in range(count):
        for side in (-1, 1):
            angle = 2 * pi * i / count
            path = tuple(
                on_face(angle + side * 2 * pi * k / count / 2, min(z, 555.0), 0.35) for k, z in enumerate(levels)
            )
            found.append(
                Tube(
                    f"lattice-{i}-{side}",
                    (0, 0, 0),
                    path,
                    (0.34,) * len(path),
                    "white",
                    ESSENTIAL,
                    segments=3,
                    glow=0.25,
                )
            )
    return found


def mall() -> Group:
    """The ten storeys of shops at the tower's foot (archdaily), curved, 330 x 130 x 48 m (general knowledge)."""
    outline = [
        (-40.0, -62.0),
        (-150.0, -30.0),
        (-235.0, 30.0),
        (-250.0, 90.0),
        (-205.0, 130.0),
        (-110.0, 128.0),
        (-38.0, 96.0),
        (-18.0, 48.0),
    ]
    points = np.array(outline)
    smooth = np.concatenate(
        [
            (a * (3 - 2 * s) * 0 + (1 - s) * a + s * b)[None]
            for a, b in zip(points, np.roll(points, -1, 0), strict=True)
            for s in (0.0, 0.5)
        ]
    )
    for _ in range(2):
        smooth = (np.roll(smooth, 1, 0) + 2 * smooth + np.roll(smooth, -1, 0)) / 4
    ring = [tuple(p) for p in smooth.tolist()][::-1]
    ring.append(ring[0])
    found: list[Shape] = []
    for i, (low, high, colour, gloss) in enumerate(
        (
            (0, 5.6, "glass", 0.8),
            (5.6, 7, "white", 0.0),
            (7, 19, "tower_cream", 0.0),
            (19, 20.4, "white", 0.0),
            (20.4, 30, "glass", 0.8),
            (30, 31.4, "white", 0.0),
            (31.4, 44, "tower_mist", 0.0),
            (44, 48, "white", 0.0),
        )
    ):
        out = 1.0 if colour != "white" else 1.008
        rows = tuple(tuple((x * out, y * out, float(z)) for x, y in ring) for z in (low, high))
        found.append(
            Loft(
                f"storey-{i}",
                (0, 0, 0),
                rows,
                colour,
                ESSENTIAL,
                gloss=gloss,
                glow=0.35 if gloss else 0.0,
            )
        )
    middle = smooth.mean(0)
    roof = (
        tuple((x, y, 48.0) for x, y in ring),
        tuple(
            (float(middle[0] + (x - middle[0]) * 0.1), float(middle[1] + (y - middle[1]) * 0.1), 50.0) for x, y in ring
        ),
    )
    found.append(Loft("roof", (0, 0, 0), roof, "roof", ESSENTIAL))
    ribs = tuple(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, 0.0, 0.0, 1.0) for a, b in itertools.pairwise(ring))
    found.append(
        Scatter("ribs", (0, 0, 0), Box("rib", (0, 0, 0), (0.8, 0.8, 47), "fin", SETTING, faces="snew"), ribs, SETTING)
    )
    return Group("mall", (0, 0, 0), tuple(found), ESSENTIAL)
