"""Light inside a building: rays through a grid of small cells find windows, lamps and what reflects their light.

A ray that meets a window brings daylight, one that meets a lamp brings lamplight, any other brings a part of
what the surface it meets receives: the light goes round the room four times. Like the outdoor bake it is a
generator, so that it can run between frames; it needs no graphics card.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metaseoul.stage.bake_outdoors import Bake, sun_directions
from metaseoul.stage.ground_detail import detail_map, ground_map
from metaseoul.stage.light import Gathered, Rect, receivers, shared_out, spots, upsampled
from metaseoul.stage.pack import Packed, bytes_of
from worlds.geometry.mesh import Floats
from worlds.shape import Place

MAP, RAY_MAP = 512, 160
"""Width of the floor's map in spots, and of what is traced of it."""
DIRECTIONS, SUN_DIRECTIONS = 144, 10
ROUNDS, REFLECTED = 4, 0.62
MOST_CELLS = 900_000
OPEN, SOLID, WINDOW, LAMP = range(4)
GOLDEN_ANGLE = 2.399963


@dataclass(frozen=True)
class Cells:
    """A room as small cubes: what is in each, and how long their edges are."""

    kind: NDArray[np.uint8]
    low: Floats
    edge: float

    def at(self, points: Floats) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Number of the cell of each point, and whether it lies in the grid at all."""
        index = np.floor((points - self.low) / np.float32(self.edge)).astype(np.int64)
        shape = np.array(self.kind.shape)
        inside = ((index >= 0) & (index < shape)).all(1)
        x, y, z = index.clip(0, shape - 1).T
        return (x * shape[1] + y) * shape[2] + z, inside


def room_rect(place: Place) -> Rect:
    """The floor that has a light map: the room and a metre around it."""
    x0, y0, x1, y1 = place.bounds
    return (x0 - 1.0, y0 - 1.0, x1 + 1.0, y1 + 1.0)


def cells_of(batches: Sequence[Packed], place: Place) -> Cells:
    """The room's cells, filled where a surface passes."""
    fine = [batch for batch in batches if batch.level <= 0]
    x0, y0, x1, y1 = room_rect(place)
    positions = np.concatenate([batch.corners["position"] for batch in fine])
    low = np.array([x0, y0, max(float(positions[:, 2].min()), -1.0) - 0.2], np.float32)
    high = np.array([x1, y1, min(float(positions[:, 2].max()), 40.0) + 0.4], np.float32)
    edge = max(0.14, float((np.prod(high - low) / MOST_CELLS) ** (1 / 3)))
    kind = np.zeros(np.ceil((high - low) / edge).astype(int), np.uint8)
    cells = Cells(kind, low, edge)
    for batch in fine:
        shine, gloss = batch.corners["light"][:, 2], batch.corners["colour"][:, 3]
        corner_kind = np.where(shine < 60, SOLID, np.where(gloss > 128, WINDOW, LAMP)).astype(np.uint8)
        corners = batch.corners["position"][batch.triangles]
        kinds = corner_kind[batch.triangles].min(1)
        for number in np.unique(np.maximum(1, np.ceil(_longest(corners) / (edge * 0.7)).astype(int))):
            chosen = np.maximum(1, np.ceil(_longest(corners) / (edge * 0.7)).astype(int)) == number
            share = (
                np.array([(i, j, number - i - j) for i in range(number + 1) for j in range(number + 1 - i)]) / number
            )
            points = np.einsum("sk,tkc->tsc", share, corners[chosen]).reshape(-1, 3).astype(np.float32)
            where, inside = cells.at(points)
            repeated = np.repeat(kinds[chosen], len(share))
            np.maximum.at(kind.reshape(-1), where[inside], repeated[inside])
    return cells


def _longest(corners: Floats) -> Floats:
    return np.linalg.norm(np.roll(corners, -1, 1) - corners, axis=2).max(1)  # type: ignore[no-any-return]


def sphere_directions(count: int) -> Floats:
    """Unit vectors spread evenly over the whole sphere: (count, 3)."""
    number = np.arange(count) + 0.5
    up = 1 - 2 * number / count
    flat, turn = np.sqrt(1 - up * up), number * GOLDEN_ANGLE
    return np.stack([flat * np.cos(turn), flat * np.sin(turn), up], 1).astype(np.float32)


def bake_indoors(place: Place, batches: Sequence[Packed], sun: Sequence[float]) -> Bake:
    """The light of a room with the sun outside at a direction."""
    rect = room_rect(place)
    cells = cells_of(batches, place)
    height, grass = ground_map(batches, rect, MAP)
    yield 0.02
    x, y = spots(rect, RAY_MAP)
    rows = (np.arange(RAY_MAP) * MAP // RAY_MAP) + MAP // RAY_MAP // 2
    floor = np.stack([x.ravel(), y.ravel(), height[np.ix_(rows, rows)].ravel()], 1).astype(np.float32)
    lift = cells.edge * 1.3
    floor[:, 2] += np.float32(lift)
    targets = receivers(batches, floor, lift)
    points, normals = targets.position, targets.normal

    directions = sphere_directions(DIRECTIONS)
    hits = np.full((len(points), DIRECTIONS), -1, np.int64)
    weights = np.maximum(normals @ directions.T, 0)
    for number, toward in enumerate(directions):
        facing = np.flatnonzero(weights[:, number] > 0.02)
        hits[facing, number] = first_hit(cells, points[facing], toward)
        yield 0.05 + 0.75 * number / DIRECTIONS
    kinds = np.where(hits >= 0, cells.kind.reshape(-1)[hits], OPEN)
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-6)
    own, inside = cells.at(points - normals * np.float32(lift))
    day = _gathered(cells, hits, weights, kinds == WINDOW, own, inside, 0.5 * (kinds == OPEN))
    yield 0.85
    lamp = _gathered(cells, hits, weights, kinds == LAMP, own, inside, 0.0 * weights)
    yield 0.9
    lit = np.zeros(len(points), np.float32)
    for toward in sun_directions(sun, SUN_DIRECTIONS):
        end = first_hit(cells, points, toward.astype(np.float32))
        lit += np.where(end < 0, 1.0, cells.kind.reshape(-1)[end] == WINDOW) / np.float32(SUN_DIRECTIONS)
        yield 0.95
    lit *= normals @ np.asarray(sun, np.float32) > 0
    day, lamp = balanced(day), balanced(lamp)
    corners = targets.starts[-2]
    columns = [lit, day, lamp]
    maps = [upsampled(column[corners:].reshape(RAY_MAP, RAY_MAP), MAP) for column in columns]
    picture = np.stack([maps[0], maps[1], detail_map(grass, rect) * 0.5 + 0.25, maps[2]], -1)
    yield 1.0
    return shared_out(batches, targets, Gathered(lit, day, lamp), bytes_of(picture), rect)


def balanced(light: Floats) -> Floats:
    """Light in 0..1 such that a room is never dark: as an eye, the bake adapts to how much there is."""
    bright = float(np.percentile(light, 90)) if len(light) else 1.0
    return (0.16 + 0.66 * np.clip(light / max(bright, 1e-4), 0, 1.27)).astype(np.float32)  # type: ignore[no-any-return]


def first_hit(cells: Cells, points: Floats, toward: Floats) -> NDArray[np.int64]:
    """Number of the first filled cell that a ray from each point (n, 3) meets, or -1."""
    found = np.full(len(points), -1, np.int64)
    alive = np.arange(len(points))
    kind = cells.kind.reshape(-1)
    here = points.copy()
    step = toward * np.float32(cells.edge * 0.8)
    most = int(np.linalg.norm(cells.kind.shape) / 0.8) + 1
    for _ in range(most):
        where, inside = cells.at(here)
        hit = inside & (kind[where] > OPEN)
        found[alive[hit]] = where[hit]
        going = inside & ~hit
        if not going.any():
            break
        alive, here = alive[going], here[going] + step
    return found


def _gathered(
    cells: Cells,
    hits: NDArray[np.int64],
    weights: Floats,
    shining: NDArray[np.bool_],
    own: NDArray[np.int64],
    inside: NDArray[np.bool_],
    beyond: Floats,
) -> Floats:
    """Light at each point after some rounds of reflection; `beyond` = what rays that leave the room bring."""
    direct = (weights * (shining + beyond)).sum(1)
    light = direct
    size = cells.kind.size
    count = np.maximum(np.bincount(own[inside], minlength=size), 1)
    dark = (hits >= 0) & ~shining
    for _ in range(ROUNDS):
        surface = np.bincount(own[inside], light[inside], size) / count
        known = np.bincount(own[inside], minlength=size) > 0
        surface[~known] = light.mean()
        light = direct + REFLECTED * (weights * np.where(dark, surface[hits], 0)).sum(1)
    return light.astype(np.float32)  # type: ignore[no-any-return]
