"""Baked light: what each corner and each spot of ground gets of sun, open sky and lamps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metaseoul.stage.batches import GROUND
from metaseoul.stage.pack import LEAF_UNIT, Bytes, Packed, bytes_of, normal_of
from worlds.geometry.mesh import Floats

Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1 in metres."""
SUN, SKY, GLOW, LAMP = range(4)
"""Columns of a corner's light; the ground's map has SUN, SKY, DETAIL, LAMP."""
DETAIL = 2
LEAFY = 10
"""Share of the season's tint, in bytes, from which a corner is one of many small ones: leaves, twigs, water."""


@dataclass(frozen=True)
class Light:
    """Light of a place for one height of the sun."""

    corners: tuple[Bytes, ...]
    """Per batch: (n, 3) sun, sky, lamp. Ground batches: (0, 3), they use the map."""
    ground: Bytes
    """(rows, columns, 4); row 0 is the southern edge."""
    rect: Rect


@dataclass(frozen=True)
class Gathered:
    """Light at loose points, 0..1: (n,) each."""

    sun: Floats
    sky: Floats
    lamp: Floats


@dataclass(frozen=True)
class Receivers:
    """The points that are lit one by one: probes for the corners of the finest level, then the spots of the ground."""

    position: Floats
    normal: Floats
    probes: int
    """How many of the points are probes; the rest is ground."""
    owner: dict[int, NDArray[np.int64]]
    """Per finest batch: the probe of each corner."""


def is_finest(batch: Packed) -> bool:
    """Whether the light of a batch is sampled at its own corners."""
    return batch.material != GROUND and batch.level <= 0


def receivers(batches: Sequence[Packed], ground: Floats, lift: float, coarse: float, everywhere: bool) -> Receivers:
    """Probes raised `lift` metres off their faces, and ground spots (k, 3).

    Corners in one cell that look to one side share a probe: cells of `coarse` metres for leaves (or `everywhere`),
    of two centimetres elsewhere.
    """
    finest = [number for number, batch in enumerate(batches) if is_finest(batch)]
    sizes = [np.where(everywhere | (batches[n].corners["facing"][:, 3] > LEAFY), coarse, 0.02) for n in finest]
    normal = np.concatenate([normal_of(batches[n].corners) for n in finest] or [np.zeros((0, 3), np.float32)])
    sample = np.concatenate([batches[n].sample for n in finest] or [np.zeros((0, 3), np.float32)])
    keys = cell_keys(sample, normal, np.concatenate(sizes or [np.zeros(0)])[:, None])
    known, owner = np.unique(keys, return_inverse=True)
    count = len(known)
    mean_normal = means(owner.ravel(), normal, count)
    mean_normal /= np.maximum(np.linalg.norm(mean_normal, axis=1, keepdims=True), 1e-6)
    position = means(owner.ravel(), sample, count) + mean_normal * np.float32(lift)
    up = np.zeros_like(ground)
    up[:, 2] = 1
    starts = np.cumsum([0, *(len(batches[n].corners) for n in finest)])
    owners = {n: owner.ravel()[a:b] for n, a, b in zip(finest, starts[:-1], starts[1:], strict=True)}
    return Receivers(
        np.concatenate([position, ground]).astype(np.float32), np.concatenate([mean_normal, up]), count, owners
    )


def means(owner: NDArray[np.int64], values: Floats, count: int) -> Floats:
    """Mean of the rows of `values` (n, k) that belong to each of `count` owners."""
    many = np.maximum(np.bincount(owner, minlength=count), 1)
    sums = [np.bincount(owner, values[:, column], count) for column in range(values.shape[1])]
    return (np.stack(sums, 1) / many[:, None]).astype(np.float32)


def shared_out(batches: Sequence[Packed], targets: Receivers, light: Gathered, ground: Bytes, rect: Rect) -> Light:
    """Light as bytes per batch; coarser levels take the mean of the probes near them that look the same way."""
    end = targets.probes
    columns = np.stack([light.sun[:end], light.sky[:end], light.lamp[:end]], 1)
    donors = Donors(targets.position[:end], targets.normal[:end], columns)
    made: list[Bytes] = []
    for number, batch in enumerate(batches):
        if batch.material == GROUND:
            made.append(np.zeros((0, 3), np.uint8))
            continue
        if number in targets.owner:
            own = columns[targets.owner[number]]
        else:
            own = donors.near(batch.sample, normal_of(batch.corners))
        soft = batch.corners["facing"][:, 3:4] / np.float32(255 * LEAF_UNIT)
        leafy = np.stack([0.30 + 0.70 * own[:, 0], 0.25 + 0.80 * own[:, 1], 0.40 * own[:, 2]], 1)
        own = own + (leafy - own) * np.minimum(soft * 8, 1)
        own[:, 1] *= batch.occlusion
        made.append(bytes_of(own))
    return Light(tuple(made), ground, rect)


class Donors:
    """Known light, asked for near a point: means over cells of 1, 3 and 9 m, kept apart by the side a face looks to."""

    def __init__(self, position: Floats, normal: Floats, light: Floats) -> None:
        self._mean = light.mean(0) if len(light) else np.ones(3, np.float32)
        self._grids = []
        for size in (1.0, 3.0, 9.0):
            known, owner = np.unique(cell_keys(position, normal, size), return_inverse=True)
            self._grids.append((size, known, means(owner.ravel(), light, len(known))))

    def near(self, position: Floats, normal: Floats) -> Floats:
        """Light (n, columns) at points: the finest cell that holds a donor, else the mean of all."""
        found = np.tile(self._mean, (len(position), 1)).astype(np.float32)
        for size, known, light in reversed(self._grids):
            if not len(known):
                continue
            keys = cell_keys(position, normal, size)
            at = np.searchsorted(known, keys).clip(0, len(known) - 1)
            hit = known[at] == keys
            found[hit] = light[at[hit]]
        return found


def smoothed(position: Floats, normal: Floats, light: Floats, size: float) -> Floats:
    """Light (n, k) blended with that of neighbours within about `size` metres that look the same way."""
    blended = np.zeros_like(light)
    shifts = np.array([(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)], np.float32) * (size / 2)
    for shift in shifts:
        known, owner = np.unique(cell_keys(position + shift, normal, size), return_inverse=True)
        blended += means(owner.ravel(), light, len(known))[owner.ravel()]
    return blended / np.float32(len(shifts))


def cell_keys(position: Floats, normal: Floats, size: ArrayLike) -> NDArray[np.int64]:
    """One number for the cell of a point, `size` metres wide, and for the side that its face looks to."""
    x, y, z = (np.floor(position / np.asarray(size, np.float64)).astype(np.int64) + (1 << 17)).clip(0, (1 << 18) - 1).T
    axis = np.abs(normal).argmax(1)
    side = axis * 2 + (normal[np.arange(len(normal)), axis] > 0)
    return np.asarray(((x << 18 | y) << 18 | z) * 6 + side)


def upsampled(image: Floats, size: int) -> Floats:
    """A square map made `size` wide, blended between its spots."""
    count = len(image)
    at = ((np.arange(size) + 0.5) * count / size - 0.5).clip(0, count - 1)
    low = np.minimum(at.astype(int), count - 2)
    part = (at - low).astype(np.float32)
    rows = image[low] * (1 - part)[:, None] + image[low + 1] * part[:, None]
    return np.asarray(rows[:, low] * (1 - part) + rows[:, low + 1] * part, np.float32)


def spots(rect: Rect, size: int) -> tuple[Floats, Floats]:
    """x and y of the middles of a map's spots: (size, size) each."""
    x0, y0, x1, y1 = rect
    x = x0 + (np.arange(size) + 0.5) * (x1 - x0) / size
    y = y0 + (np.arange(size) + 0.5) * (y1 - y0) / size
    grid = np.meshgrid(x, y)
    return grid[0].astype(np.float32), grid[1].astype(np.float32)
