"""Light inside a building: rays through a grid of small cells find windows, lamps and what reflects their light.

A ray that meets a window brings daylight, one that meets a lamp brings lamplight, any other brings a part of
what the surface it meets receives: the light goes round the room four times. Like the outdoor bake it is a
generator, so that it can run between frames; it needs no graphics card.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metaseoul.stage.bake_outdoors import Bake, Step, sun_directions
from metaseoul.stage.ground_detail import detail_map, ground_map
from metaseoul.stage.light import Gathered, Rect, receivers, shared_out, smoothed, spots, upsampled
from metaseoul.stage.pack import Packed, bytes_of
from worlds.geometry.mesh import Floats
from worlds.shape import Place

MAP, RAY_MAP = 512, 128
"""Width of the floor's map in spots, and of what is traced of it."""
DIRECTIONS, SUN_DIRECTIONS = 180, 10
PROBE_CELL, BLEND = 0.5, 1.3
"""Metres: corners this near share a probe; light is blended over this far."""
ROUNDS, REFLECTED = 4, 0.62
SLICE = 2500
"""Rays followed in one step."""
MOST_CELLS = 900_000
THROUGH = 1.7
"""Cells make slender bars thicker than they are; as much more sun comes through."""
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
    within = ((positions[:, :2] >= (x0, y0)) & (positions[:, :2] <= (x1, y1))).all(1)
    positions = positions[within]
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
        meets = ((corners.max(1) >= low) & (corners.min(1) <= high)).all(1)
        corners, kinds = corners[meets], kinds[meets]
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
    height, grass, _ = ground_map(batches, rect, MAP)
    yield Step(0.02)
    x, y = spots(rect, RAY_MAP)
    rows = (np.arange(RAY_MAP) * MAP // RAY_MAP) + MAP // RAY_MAP // 2
    floor = np.stack([x.ravel(), y.ravel(), height[np.ix_(rows, rows)].ravel()], 1).astype(np.float32)
    lift = cells.edge * 1.3
    floor[:, 2] += np.float32(lift)
    targets = receivers(batches, floor, lift, PROBE_CELL, True)
    points, normals = targets.position, targets.normal

    directions = sphere_directions(DIRECTIONS)
    turns = scattered_turns(len(points))
    hits = np.full((len(points), DIRECTIONS), -1, np.int32)
    weights = np.zeros((len(points), DIRECTIONS), np.float32)
    for number, toward in enumerate(directions):
        rays = turns @ toward
        weights[:, number] = np.maximum((normals * rays).sum(1), 0)
        facing = np.flatnonzero(weights[:, number] > 0.02)
        for start in range(0, len(facing), SLICE):
            part = facing[start : start + SLICE]
            hits[part, number] = first_hit(cells, points[part], rays[part])
            yield Step(0.05 + 0.75 * number / DIRECTIONS)
    kinds = np.where(hits >= 0, cells.kind.reshape(-1)[hits], OPEN)
    weights /= np.maximum(weights.sum(1, keepdims=True), 1e-6)
    own, inside = cells.at(points - normals * np.float32(lift))
    day = _gathered(cells, hits, weights, kinds == WINDOW, own, inside, 0.5 * (kinds == OPEN))
    yield Step(0.85)
    lamp = _gathered(cells, hits, weights, kinds == LAMP, own, inside, 0.0 * weights)
    yield Step(0.9)
    lit = np.zeros(len(points), np.float32)
    for toward in sun_directions(sun, SUN_DIRECTIONS):
        end = first_hit(cells, points, toward.astype(np.float32))
        lit += np.where(end < 0, 1.0, cells.kind.reshape(-1)[end] == WINDOW) / np.float32(SUN_DIRECTIONS)
        yield Step(0.95)
    lit = np.minimum(lit * np.float32(THROUGH), 1) * (normals @ np.asarray(sun, np.float32) > 0)
    columns = np.stack([lit, balanced(day), balanced(lamp)], 1)
    own_probes, own_floor = columns[: targets.probes], columns[targets.probes :].reshape(RAY_MAP, RAY_MAP, 3)
    for _ in range(2):
        own_probes = smoothed(points[: targets.probes], normals[: targets.probes], own_probes, BLEND)
    floor_maps = [upsampled(_blurred(own_floor[..., column]), MAP) for column in range(3)]
    shown = [
        floor_maps[0],
        np.sqrt(floor_maps[1]),
        detail_map(grass, np.zeros_like(grass), rect) * 0.4 + 0.3,
        np.sqrt(floor_maps[2]),
    ]
    yield Step(1.0)
    return shared_out(batches, targets, Gathered(*own_probes.T), bytes_of(np.stack(shown, -1)), rect)


def scattered_turns(count: int) -> Floats:
    """A rotation for each of `count` points, unlike its neighbours', so that errors do not line up: (count, 3, 3)."""
    q = np.random.default_rng(11).normal(size=(64, 4))
    w, x, y, z = (q / np.linalg.norm(q, axis=1, keepdims=True)).T
    rows = [
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    ]
    turns = np.array(rows).transpose(2, 0, 1).astype(np.float32)
    return np.asarray(turns[(np.arange(count) * 2654435761 % 2**32) >> 26])


def _blurred(picture: Floats) -> Floats:
    """Each spot with its 24 neighbours, the near ones counting more."""
    for axis in (0, 1):
        padded = np.pad(picture, [(2, 2) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        count = picture.shape[axis]
        taps = [np.take(padded, np.arange(count) + shift, axis) for shift in range(5)]
        weights = np.array((0.1, 0.24, 0.32, 0.24, 0.1), np.float32)
        picture = np.tensordot(weights, np.stack(taps), 1)
    return picture


def balanced(light: Floats) -> Floats:
    """Light in 0..1 such that a room is never dark: as an eye, the bake adapts to how much there is."""
    bright = float(np.percentile(light, 92)) if len(light) else 1.0
    return (0.20 + 0.66 * np.clip(light / max(bright, 1e-4), 0, 1.3) ** 0.75).astype(np.float32)  # type: ignore[no-any-return]


def first_hit(cells: Cells, points: Floats, toward: Floats) -> NDArray[np.int64]:
    """Number of the first filled cell that a ray from each point (n, 3) meets, or -1; `toward` (3,) or (n, 3)."""
    found = np.full(len(points), -1, np.int64)
    alive = np.arange(len(points))
    kind = cells.kind.reshape(-1)
    here = points.copy()
    step = np.broadcast_to(toward * np.float32(cells.edge * 0.8), points.shape)
    most = int(np.linalg.norm(cells.kind.shape) / 0.8) + 1
    for _ in range(most):
        where, inside = cells.at(here)
        hit = inside & (kind[where] > OPEN)
        found[alive[hit]] = where[hit]
        going = inside & ~hit
        if not going.any():
            break
        alive, step = alive[going], step[going]
        here = here[going] + step
    return found


def _gathered(
    cells: Cells,
    hits: NDArray[np.int32],
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
