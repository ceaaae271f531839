"""The mountains of the relief: how high the ground stands over the plain, and the surfaces that show it.

Every peak and every ridge adds (height - plain) x exp(-(distance / (260 + 0.95 height))^1.35), of which the highest
counts; it fades in over the first 500 m from the Han. Between summit and foot small valleys are cut by a fixed pattern
of waves. The shape is our own: no survey was used; summits stand where and as high as worlds/seoul/relief/
mountain_figures.py says. The plain itself (8-48 m above the sea) is shown level.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from worlds.seoul.relief.lines import Points, away, within
from worlds.seoul.relief.mountain_figures import PEAKS, RIDGES
from worlds.seoul.relief.river_figures import OUTLINE
from worlds.seoul.relief.scale import BED, HALF, LIFTED, MIDDLE, PLATE, SCALE
from worlds.shape import ESSENTIAL, Group, Loft, Shape, Spot

PLAIN = 30.0
"""Metres above the sea that are taken for the plain."""
SHOWN = 12.0
"""Metres over the plain from which ground is a mountain."""
ROCK = 400.0
"""Metres over the plain from which bare granite shows."""
CELL = 2.0
"""Metres of the model between two points of the finest surface."""
SMALLEST = 8
"""Points of the net that make a mountain."""
Field = NDArray[np.float64]


def rise(points: Points) -> Field:
    """Metres over the plain at true points (n, 2)."""
    found, share = np.zeros(len(points)), np.zeros(len(points))
    where = {name: np.array((east, north, height), np.float64) for name, east, north, height in PEAKS}
    for peak in where.values():
        _ridge(found, share, points, peak, peak, 0.0)
    for saddle, names in RIDGES:
        chain = [where[name] for name in names.split(" | ")]
        for a, b in pairwise(chain):
            _ridge(found, share, points, a, b, saddle)
    near = np.flatnonzero(found > 0)
    found[near] *= _valleys(points[near], found[near], share[near])
    near = np.flatnonzero(found > 4.0)
    river = away(points[near], OUTLINE, closed=True)
    found[near] *= np.clip(river / 500.0, 0, 1) * ~within(points[near], OUTLINE)
    return found


def _ridge(found: Field, part: Field, points: Points, a: Field, b: Field, saddle: float) -> None:
    """Raises what lies near a ridge from a to b (east, north, height); a peak is a ridge that ends where it begins.

    `part` takes how much of the ridge's height each point has, 0..1.
    """
    reach = 3.2 * (260.0 + 0.95 * max(a[2], b[2]))
    low, high = np.minimum(a, b)[:2] - reach, np.maximum(a, b)[:2] + reach
    near = np.flatnonzero((points[:, 0] > low[0]) & (points[:, 0] < high[0]))
    near = near[(points[near, 1] > low[1]) & (points[near, 1] < high[1])]
    if not len(near):
        return
    ahead = (b - a)[:2]
    from_start = points[near] - a[:2]
    share = np.clip(from_start @ ahead / max(float(ahead @ ahead), 1.0), 0.0, 1.0)
    distance = np.hypot(*(from_start - share[:, None] * ahead).T)
    height = a[2] + (b[2] - a[2]) * share - saddle * min(a[2], b[2]) * 4 * share * (1 - share)
    height = np.maximum(height, PLAIN + 1)
    left = np.exp(-((distance / (260.0 + 0.95 * height)) ** 1.35))
    higher = left * (height - PLAIN) > found[near]
    found[near[higher]] = (left * (height - PLAIN))[higher]
    part[near[higher]] = left[higher]


def _valleys(points: Points, height: Field, part: Field) -> Field:
    """What the valleys leave of the height, 0..1: all of it on summits and ridges, least half way down."""
    x, y = points.T / 1000.0
    bent = 0.6 * np.sin(1.7 * x + 2.3 * y) + 0.5 * np.sin(2.9 * x - 1.3 * y)
    waves = np.abs(np.sin(4.1 * x + 2.2 * y + 2 * bent)) * np.abs(np.sin(-2.6 * x + 4.4 * y + 2 * bent + 1))
    half_way = np.clip(4 * part * (1 - part), 0, 1) ** 1.5
    left: Field = 1.0 - 0.45 * half_way * (1.0 - np.sqrt(waves)) * np.clip(height / 60.0, 0, 1)
    return left


def lifted(metres: Field) -> Field:
    """Height on the model of ground so many metres over the plain; hidden below the plates where it is no mountain."""
    height: Field = np.where(metres < 4.0, BED, PLATE + (metres - SHOWN) * SCALE * LIFTED)
    return height


def grounds(points: Sequence[Spot]) -> list[float]:
    """Height of the model's ground at true points; on the river that of the plain."""
    return [max(PLATE, float(z)) for z in lifted(rise(np.array(points, np.float64)))]


@cache
def net() -> tuple[Points, Field]:
    """The finest net over the model, (rows, columns, 2) of model metres, and metres over the plain, (rows, columns).

    At the edge of the model the ground falls to its foot.
    """
    x, y = (np.arange(-half, half + CELL / 2, CELL) for half in HALF)
    spots = np.stack(np.meshgrid(x, y), 2)
    metres = rise(spots.reshape(-1, 2) / SCALE + MIDDLE).reshape(len(y), len(x))
    metres[[0, -1]] = metres[:, [0, -1]] = 0.0
    return spots, metres


def widened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A mask and the eight neighbours of each of its points."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    both = wide.copy()
    both[:, 1:] |= wide[:, :-1]
    both[:, :-1] |= wide[:, 1:]
    return both


def _massifs(shown: NDArray[np.bool_]) -> list[NDArray[np.bool_]]:
    """The mountains that hang together, each as a mask: every point takes the highest number among its neighbours."""
    number = np.where(shown, np.arange(1, shown.size + 1).reshape(shown.shape), 0)
    while True:
        wider = number.copy()
        np.maximum(wider[1:], number[:-1], out=wider[1:])
        np.maximum(wider[:-1], number[1:], out=wider[:-1])
        np.maximum(wider[:, 1:], number[:, :-1], out=wider[:, 1:])
        np.maximum(wider[:, :-1], number[:, 1:], out=wider[:, :-1])
        wider[~shown] = 0
        if (wider == number).all():
            break
        number = wider
    found, sizes = np.unique(number[shown], return_counts=True)
    return [number == which for which, size in zip(found, sizes, strict=True) if size >= SMALLEST]


def _surface(name: str, spots: Points, height: Field, mask: NDArray[np.bool_], colour: str, since: int) -> Loft:
    """One mountain, down to a hidden seam round its foot; what lies beyond takes no triangle.

    In each row the points beyond the seam stand on its nearest point, so that whatever they span has no area.
    """
    near = widened(mask)
    rows, columns = (np.flatnonzero(near.any(axis)) for axis in (1, 0))
    part = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    points = np.concatenate([spots[part], height[part][..., None]], 2)
    for number, (line, here) in enumerate(zip(points, near[part], strict=True)):
        known = np.flatnonzero(here)
        if not len(known):
            line[:] = points[number - 1]
            continue
        line[:] = line[known[np.abs(np.arange(len(line))[:, None] - known).argmin(1)]]
    made = tuple(tuple(map(tuple, row)) for row in points.tolist())
    until = 0 if since == 0 else 2
    return Loft(name, (0, 0, 0), made, colour, ESSENTIAL, smooth=True, since=since, until=until)


def mountains() -> Group:
    """Every mountain, fine and coarse, and the granite of the high ones."""
    spots, metres = net()
    found: list[Shape] = []
    for name, least, colour in (("mountain", SHOWN, "relief_forest"), ("rock", ROCK - 60, "relief_rock")):
        for number, mask in enumerate(_massifs(metres > least)):
            for since, step in ((0, 1), (1, 2)):
                coarse, over = mask[::step, ::step], metres[::step, ::step]
                if coarse.any():
                    height = lifted(over)
                    if name == "rock":
                        height = height + np.minimum(0.3, (over - ROCK) * 0.005)
                    else:
                        height = np.where(coarse, height, BED)
                    at = spots[::step, ::step]
                    found.append(_surface(f"{name}-{number}-{since}", at, height, coarse, colour, since))
    return Group("mountains", (0, 0, 0), tuple(found), ESSENTIAL)
