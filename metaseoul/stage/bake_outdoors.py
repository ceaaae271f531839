"""Light under the open sky: depth pictures from many directions tell what each point sees of sky and sun.

The work is a generator, so that it can run between frames as well as by itself; it returns the light.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from metaseoul.stage.batches import FARTHEST_LIT, GROUND
from metaseoul.stage.depth import DepthCamera
from metaseoul.stage.ground_detail import detail_map, ground_map
from metaseoul.stage.light import Gathered, Light, Rect, receivers, shared_out, spots, upsampled
from metaseoul.stage.pack import Packed, bytes_of
from worlds.geometry.mesh import Floats
from worlds.shape import Place

WIDEST = 290.0
"""Metres from the middle of a place to an edge of its ground's map, at most."""
MAP, SKY_MAP, LAMP_MAP = 1024, 512, 256
"""Width of the ground's map, of its sky part and of its lamp part, in spots."""
SKY_SIZE, SUN_SIZE = 1024, 3072
SKY_DIRECTIONS, SUN_DIRECTIONS = 72, 10
SUN_SPREAD = 0.022
"""Radius of the sun's disc in radians; four times the real one, for a soft edge."""
SKY_BIAS, SUN_BIAS, LIFT = 0.35, 0.22, 0.22
"""Metres."""
HIGHEST_LAMP = 9.0
"""Metres above the ground: what shines higher up lights no street."""
LEAF_CELL = 0.6
"""Metres: leaves this near to each other share one probe."""
SLICE = 60_000
"""Points looked up in one step."""
GOLDEN_ANGLE = 2.399963


class Step(NamedTuple):
    """How far a bake is, 0..1, and whether the engine must draw a frame before the next step."""

    done: float
    frame: bool = False


Bake = Generator[Step, None, Light]


def sky_directions(count: int) -> NDArray[np.float64]:
    """Unit vectors spread evenly over the sky, a little above the horizon and up: (count, 3)."""
    number = np.arange(count) + 0.5
    up = 0.06 + 0.94 * (1 - number / count)
    turn, flat = number * GOLDEN_ANGLE, np.sqrt(1 - up * up)
    return np.stack([flat * np.cos(turn), flat * np.sin(turn), up], 1)


def sun_directions(sun: Sequence[float], count: int) -> NDArray[np.float64]:
    """Directions spread over the sun's disc: (count, 3)."""
    toward = np.asarray(sun, float)
    aside = np.cross(toward, [0.0, 0.0, 1.0])
    aside /= np.linalg.norm(aside)
    above = np.cross(aside, toward)
    number = np.arange(count) + 0.5
    reach, turn = np.sqrt(number / count) * SUN_SPREAD, number * GOLDEN_ANGLE
    spread = toward + aside * (np.cos(turn) * reach)[:, None] + above * (np.sin(turn) * reach)[:, None]
    return np.asarray(spread / np.linalg.norm(spread, axis=1, keepdims=True))


def ground_rect(place: Place) -> Rect:
    """The piece of ground that has a light map: the place and some metres around it."""
    x0, y0, x1, y1 = place.bounds
    wide, deep = (min(side / 2 + 30.0, WIDEST) for side in (x1 - x0, y1 - y0))
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return (x - wide, y - deep, x + wide, y + deep)


def bake_outdoors(base: Any, place: Place, batches: Sequence[Packed], sun: Sequence[float]) -> Bake:
    """The light of an open place with the sun at a direction."""
    rect = ground_rect(place)
    middle = ((rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, 0.0)
    half = max(rect[2] - rect[0], rect[3] - rect[1]) / 2 + 25.0
    with (
        closing(DepthCamera(base, middle, half * 1.05, SKY_SIZE)) as sky_camera,
        closing(DepthCamera(base, middle, half * 1.05, SUN_SIZE)) as sun_camera,
    ):
        for batch in batches:
            if batch.level <= 0:
                sky_camera.add(batch.corners["position"], batch.triangles)
                sun_camera.add(batch.corners["position"], batch.triangles)
        height, grass, laid = ground_map(batches, rect, MAP)
        yield Step(0.0)

        def ground_points(size: int) -> Floats:
            x, y = spots(rect, size)
            step = MAP // size
            z = height.reshape(size, step, size, step).mean((1, 3)) if step > 1 else height
            return np.stack([x.ravel(), y.ravel(), z.ravel() + np.float32(0.06)], 1).astype(np.float32)

        sky_targets = receivers(batches, ground_points(SKY_MAP), LIFT, LEAF_CELL, False)
        sky = yield from _sky(sky_camera, sky_targets.position, sky_targets.normal)
        targets = receivers(batches, ground_points(MAP), LIFT, LEAF_CELL, False)
        lit = yield from _sun(sun_camera, targets.position, targets.normal, sun)
    corners = targets.probes
    near = lamps(batches, height, rect)
    lamp = lamp_light(near, targets.position[:corners], targets.normal[:corners])
    far = np.linalg.norm(targets.position[:corners, :2] - np.array(middle[:2], np.float32), axis=1) > max(
        FARTHEST_LIT, half
    )
    sky[:corners][far], lit[:corners][far] = 1.0, 1.0
    ground = ground_points(LAMP_MAP)
    pools = lamp_light(near, ground, np.tile(np.array([0, 0, 1], np.float32), (len(ground), 1)))
    picture = np.stack(
        [
            lit[corners:].reshape(MAP, MAP),
            upsampled(sky[corners:].reshape(SKY_MAP, SKY_MAP), MAP),
            detail_map(grass, np.zeros_like(laid) if place.flown else laid, rect),
            upsampled(pools.reshape(LAMP_MAP, LAMP_MAP), MAP),
        ],
        -1,
    )
    x, y = spots(rect, MAP)
    edge = np.minimum.reduce([x - rect[0], rect[2] - x, y - rect[1], rect[3] - y])
    inside = np.clip(edge / 12.0, 0, 1)[..., None]
    picture = picture * inside + np.array([1, 1, 0.5, 0], np.float32) * (1 - inside)
    yield Step(1.0)
    return shared_out(batches, targets, Gathered(lit, sky, lamp), bytes_of(picture), rect)


def _sky(camera: DepthCamera, points: Floats, normals: Floats) -> Generator[Step, None, Floats]:
    """Share of the sky that each point sees, weighted by its normal; faces that look down get a floor of light."""
    seen, most = np.zeros(len(points), np.float32), np.zeros(len(points), np.float32)
    for number, toward in enumerate(sky_directions(SKY_DIRECTIONS)):
        camera.aim(toward)
        yield Step(0.02 + 0.55 * number / SKY_DIRECTIONS, frame=True)
        picture = camera.picture()
        for start in range(0, len(points), SLICE):
            part = slice(start, start + SLICE)
            weight = np.maximum(normals[part] @ toward.astype(np.float32), 0) * np.float32(0.6 + 0.4 * toward[2])
            most[part] += weight
            facing = np.flatnonzero(weight > 0)
            seen[part][facing] += weight[facing] * picture.reached(points[part][facing], SKY_BIAS)
            yield Step(0.02 + 0.55 * number / SKY_DIRECTIONS)
    downward = np.float32(0.0875 * SKY_DIRECTIONS) * np.clip(0.15 - normals[:, 2], 0, 1)
    return (seen + downward * np.float32(0.5)) / np.maximum(most + downward, 1e-3)  # type: ignore[no-any-return]


def _sun(camera: DepthCamera, points: Floats, normals: Floats, sun: Sequence[float]) -> Generator[Step, None, Floats]:
    """Share of the sun's disc that each point sees; faces turned away need no answer."""
    facing = np.flatnonzero(normals @ np.asarray(sun, np.float32) > -0.1)
    lit = np.zeros(len(points), np.float32)
    for number, toward in enumerate(sun_directions(sun, SUN_DIRECTIONS)):
        camera.aim(toward)
        yield Step(0.57 + 0.4 * number / SUN_DIRECTIONS, frame=True)
        picture = camera.picture()
        for start in range(0, len(facing), SLICE):
            part = facing[start : start + SLICE]
            for shift in ((-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)):
                lit[part] += picture.reached(points[part], SUN_BIAS, shift)
            yield Step(0.57 + 0.4 * number / SUN_DIRECTIONS)
    return lit / np.float32(4 * SUN_DIRECTIONS)


def lamps(batches: Sequence[Packed], height: Floats, rect: Rect) -> Floats:
    """Middles of street lamps: small glowing bodies, not panes, not far above the ground, whose `height` (rows,
    columns) fills `rect`: (k, 3)."""
    found = []
    for batch in batches:
        if batch.material == GROUND or batch.level > 0:
            continue
        glowing = (batch.corners["light"][:, 2] > 150) & (batch.corners["colour"][:, 3] < 128)
        found.append(batch.corners["position"][glowing])
    points = np.concatenate(found) if found else np.zeros((0, 3), np.float32)
    if not len(points):
        return points
    cells, owner = np.unique(np.floor(points / 2.0).astype(np.int64), axis=0, return_inverse=True)
    sums = np.stack([np.bincount(owner.ravel(), points[:, axis], len(cells)) for axis in range(3)], 1)
    middles = (sums / np.bincount(owner.ravel(), minlength=len(cells))[:, None]).astype(np.float32)
    x0, y0, x1, y1 = rect
    rows, columns = height.shape
    column = ((middles[:, 0] - x0) / (x1 - x0) * columns).astype(np.int64).clip(0, columns - 1)
    row = ((middles[:, 1] - y0) / (y1 - y0) * rows).astype(np.int64).clip(0, rows - 1)
    return np.asarray(middles[middles[:, 2] - height[row, column] < HIGHEST_LAMP])


def lamp_light(middles: Floats, points: Floats, normals: Floats) -> Floats:
    """Light of lamps (k, 3) at points, 0..1: it falls off over some metres and asks which way a face looks."""
    light = np.zeros(len(points), np.float32)
    for lamp in middles:
        away = lamp - points
        square = (away**2).sum(1)
        near = square < 900.0
        toward = (away[near] * normals[near]).sum(1) / np.sqrt(np.maximum(square[near], 1e-4))
        light[near] += np.clip(0.35 + 0.65 * toward, 0, 1) / (1 + square[near] / 16.0) ** 1.5
    return np.clip(light * np.float32(1.6), 0, 1)  # type: ignore[no-any-return]
