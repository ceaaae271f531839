"""What the upper floors of City Hall see through their glass: the old hall's roof, the plaza, the centre, Namsan.

Streets and buildings are those of worlds/seoul/centre, lawn and field those of the plaza. A room is drawn to 400 m:
what stands farther than 240 m is drawn nearer and smaller, so that it covers the same part of the view.
"""

from collections.abc import Iterator
from math import cos, hypot, pi, sin

import msgspec
import numpy as np

from worlds.far import NAMSAN
from worlds.seoul.centre.blocks import blocks
from worlds.seoul.centre.buildings import building
from worlds.seoul.centre.edges import ORIGINS
from worlds.seoul.centre.figures import ELSEWHERE, FIGURES
from worlds.seoul.centre.frame import Window
from worlds.seoul.centre.ground import carriageways
from worlds.seoul.clock_tower import clock_tower
from worlds.seoul.plaza_ground import FIELD, LAWN, MOWN, oval
from worlds.shape import ESSENTIAL, Box, Group, Lathe, Leaves, Loft, Point, Prism, Scatter, Shape, Spot, Tower, moved

TRUE, REACH, FARTHEST = 240.0, 372.0, 1100.0
"""Metres: up to where all is at its true distance; where the farthest is drawn; how far that really is."""
EYE = 1.6
TALL = 46.0
"""Metres: lower houses beyond the true distance are hidden behind the others."""


def below(east: float, north: float, floor: float) -> tuple[Group, ...]:
    """The view to the south of a room whose zero lies there in the plaza's frame, `floor` metres above the plaza."""
    down = (-east, -north, -floor)
    return (
        Group("below-ground", (0, 0, -floor), tuple(_ground(east, north)), ESSENTIAL),
        Group("below-plaza", down, tuple(_plaza()), ESSENTIAL),
        Group("below-old-hall", down, tuple(_old_hall()), ESSENTIAL),
        Group("below-city", (0, 0, -floor), tuple(_city(east, north, floor + EYE)), ESSENTIAL),
        Group("below-far", (0, 0, -floor), tuple(_far(floor)), ESSENTIAL),
    )


def _ground(east: float, north: float) -> Iterator[Shape]:
    """The floor of the city, and its carriageways."""
    x, y, _ = ORIGINS["plaza"]
    round_ = tuple((REACH * cos(2 * pi * i / 24), REACH * sin(2 * pi * i / 24)) for i in range(24))
    yield Prism("ground", (0, 0, -0.5), round_, 0.4, "street", ESSENTIAL)
    window = Window((x + east, y + north, 0.0), (-8.0, -8.0, 8.0, 8.0))
    for road in carriageways(window):
        yield msgspec.structs.replace(road, floor=False)


def _outline(axes: Spot, power: float, count: int) -> tuple[Spot, ...]:
    """An oval (power 2) or a rounded rectangle."""
    angles = np.arange(count) * 2 * pi / count
    x, y = (np.sign(wave) * np.abs(wave) ** (2 / power) for wave in (np.cos(angles), np.sin(angles)))
    return tuple((float(axes[0] * a), float(axes[1] * b)) for a, b in zip(x, y, strict=True))


def _plaza() -> Iterator[Shape]:
    """Field, ring of stone, the lawn in its mown rings, the crowns of its trees, the court before the old hall."""
    yield Box("court", (0, 56, -0.1), (134, 40, 0.24), "paving", ESSENTIAL, faces="t")
    yield Box("court-north", (0, 96, -0.1), (134, 40, 0.22), "paving_light", ESSENTIAL, faces="t")
    yield Prism("field", (0, 0, -0.1), _outline(FIELD, 7, 40), 0.3, "paving", ESSENTIAL)
    yield Prism("promenade", (0, 0, -0.1), _outline((LAWN[0] * 1.12, LAWN[1] * 1.12), 2, 40), 0.36, "paving_light")
    for i in range(MOWN):
        share = (MOWN - i) / MOWN
        tone = 1.06 if i % 2 else 0.94
        outline = _outline((LAWN[0] * share, LAWN[1] * share), 2, 36)
        yield Prism(f"grass-{i}", (0, 0, 0.2), outline, 0.1 + 0.06 * i, "grass", ESSENTIAL, tone=tone)
    spots = [
        (*oval(1.28, 7.5 * i), 0.6, 77.0 * i, 0.8 + 0.3 * (i * 0.618 % 1)) for i in range(48) if i % 12 not in (5, 6)
    ]
    spots += [(side * (50.0 + 3 * (i % 2)), 92 - 5.0 * i, 0.6, 61.0 * i, 0.9) for side in (-1, 1) for i in range(6)]
    crown = Leaves("crown", (0, 0, 1.6), (3.4, 3.4, 3.0), "leaf", fine=1)
    yield Scatter("trees", (0, 0, 0), crown, tuple(spots), ESSENTIAL, vary=0.16)


def _old_hall() -> Iterator[Shape]:
    """The back and the roof of the old hall, as one sees them from above, with its clock tower."""
    front = 62.0
    yield Tower("hall", (0, front + 10, 0.14), (92, 20, 20.0), "stone", ESSENTIAL, bay=3.7, storey=4.1, parapet=False)
    yield Tower("middle", (0, front + 8, 0.14), (24, 24, 21.2), "stone", ESSENTIAL, bay=3.7, storey=4.1, parapet=False)
    yield Box("roof", (0, front + 10, 20.15), (91, 19, 0.1), "roof", ESSENTIAL, faces="t")
    yield Box("roof-middle", (0, front + 8, 21.35), (23.4, 23.4, 0.1), "concrete", ESSENTIAL, faces="t")
    for name, at, size in (
        ("north", (0, front + 20, 20.1), (92.6, 0.6, 1.0)),
        ("south", (0, front, 20.1), (92.6, 0.6, 1.0)),
        ("west", (-46, front + 10, 20.1), (0.6, 20, 1.0)),
        ("east", (46, front + 10, 20.1), (0.6, 20, 1.0)),
    ):
        yield Box(f"parapet-{name}", at, size, "stone_light", ESSENTIAL, faces="snewt")
    for side in (-1, 1):
        yield Box(f"garden-{side}", (side * 29, front + 10, 20.2), (24, 11, 0.5), "moss", faces="snewt", bevel=0.2)
        yield Box(f"deck-{side}", (side * 29, front + 10, 20.2), (26, 13, 0.2), "oak", faces="snewt")
        for i in range(4):
            at = (side * (20 + 6 * i), front + 10 + 3 * (-1) ** i, 20.5)
            yield Leaves(f"bush-{side}-{i}", at, (1.8, 1.5, 1.1), ("leaf", "fern", "leaf_light", "leaf_deep")[i])
    yield Group("tower", (0, front + 9.2, 21.4), clock_tower(), ESSENTIAL)


def _city(east: float, north: float, eye: float) -> Iterator[Shape]:
    """Every building to the south, east and west that shows above the nearer ones."""
    x, y, _ = ORIGINS["plaza"]
    named: tuple[Shape, ...] = tuple(building(one, fine=False) for one in FIGURES if one.style not in ELSEWHERE)
    for each in (*named, *blocks()):
        here = moved(each, (-x - east, -y - north, 0.0))
        away = hypot(*here.at[:2])
        if here.at[1] > -0.2 * away or away > FARTHEST:
            continue
        if isinstance(here, Tower):
            if here.size[2] < (16.0 if away < TRUE else TALL):
                continue
            here = msgspec.structs.replace(here, parapet=False, setback=(1.0, 0.0))
        yield here if away < TRUE else nearer(here, away, eye)


def nearer(part: Shape, away: float, eye: float) -> Shape:
    """A building drawn at less than its true distance, and as much smaller; its foot still stands on the ground."""
    share = (TRUE + (away - TRUE) * (REACH - TRUE) / (FARTHEST - TRUE)) / away
    x, y, z = part.at
    at = (x * share, y * share, z * share)
    if isinstance(part, Group):
        return msgspec.structs.replace(part, at=at, parts=tuple(_shrunk(one, share, eye) for one in part.parts))
    return msgspec.structs.replace(_shrunk(part, share, eye), at=at)


def _shrunk(part: Shape, share: float, eye: float) -> Shape:
    """A tower made smaller about its foot, but its top as much below or above the eye as it looks."""
    x, y, z = part.at
    at: Point = (x * share, y * share, z * share)
    if isinstance(part, Tower):
        wide, deep, high = part.size
        size = (wide * share, deep * share, max(eye + (high - eye) * share, 4.0))
        bay, storey = max(part.bay * share, 2.0), max(part.storey * share, 2.0)
        return msgspec.structs.replace(part, at=at, size=size, bay=bay, storey=storey, setback=(1.0, 0.0))
    return msgspec.structs.replace(part, at=at)


def _far(floor: float) -> Iterator[Shape]:
    """Haze over the farthest roofs, Namsan in the south-east with its tower: true azimuths of worlds/far.py."""
    arc = [pi + pi * i / 24 for i in range(25)]
    foot = tuple((380 * cos(a), 380 * sin(a), -1.0) for a in arc)
    top = tuple((380 * cos(a), 380 * sin(a), floor * 0.86) for a in arc)
    yield Loft("haze", (0, 0, 0), (top, foot), "mountain_far", ESSENTIAL, smooth=True, tone=1.12)
    share = 376.0 / NAMSAN.distance
    peaks = tuple((azimuth, floor + high * share, half) for azimuth, high, half in NAMSAN.peaks)
    yield msgspec.structs.replace(
        NAMSAN, distance=376.0, depth=12.0, rough=3.0, base=floor * 0.8, peaks=peaks, detail=ESSENTIAL
    )
    mast = ((1.7, 0), (1.3, 14), (1.2, 24), (3.2, 25), (3.4, 28), (1.8, 30), (0.8, 31), (0.6, 38), (0.2, 47))
    yield Lathe("namsan-tower", (196, -316, floor + 36), mast, "tower_cream", ESSENTIAL, segments=8, smooth=False)
