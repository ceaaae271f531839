"""Baked light: what each corner and each spot of ground gets of sun, open sky and lamps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metaseoul.stage.batches import GROUND
from metaseoul.stage.pack import Bytes, Packed, bytes_of, normal_of
from worlds.geometry.mesh import Floats

Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1 in metres."""
SUN, SKY, GLOW, LAMP = range(4)
"""Columns of a corner's light; the ground's map has SUN, SKY, DETAIL, LAMP."""
DETAIL = 2


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
    """Everything that is lit one by one: corners of the finest level, then the spots of the ground map."""

    position: Floats
    normal: Floats
    starts: tuple[int, ...]
    """Where each batch begins, then where the ground begins, then the end."""
    finest: tuple[int, ...]
    """Numbers of the batches that are sampled; coarser ones borrow from them."""


def is_finest(batch: Packed) -> bool:
    """Whether the light of a batch is sampled at its own corners."""
    return batch.material != GROUND and batch.level <= 0


def receivers(batches: Sequence[Packed], ground: Floats, lift: float) -> Receivers:
    """The points to light: corner samples raised `lift` metres off their face, and ground spots (k, 3)."""
    finest = tuple(number for number, batch in enumerate(batches) if is_finest(batch))
    normals = [normal_of(batches[number].corners) for number in finest]
    points = [
        batches[number].sample + normal * np.float32(lift) for number, normal in zip(finest, normals, strict=True)
    ]
    up = np.zeros_like(ground)
    up[:, 2] = 1
    starts = np.cumsum([0, *(len(p) for p in points), len(ground)])
    return Receivers(
        np.concatenate([*points, ground]).astype(np.float32),
        np.concatenate([*normals, up]).astype(np.float32),
        tuple(int(start) for start in starts),
        finest,
    )


def shared_out(batches: Sequence[Packed], targets: Receivers, light: Gathered, ground: Bytes, rect: Rect) -> Light:
    """Light as bytes per batch; coarser levels take the mean of the fine corners near them that look the same way."""
    end = targets.starts[-2]
    columns = np.stack([light.sun[:end], light.sky[:end], light.lamp[:end]], 1)
    donors = Donors(targets.position[:end], targets.normal[:end], columns)
    made: list[Bytes] = []
    for number, batch in enumerate(batches):
        if batch.material == GROUND:
            made.append(np.zeros((0, 3), np.uint8))
            continue
        if number in targets.finest:
            start = targets.starts[targets.finest.index(number)]
            own = columns[start : start + len(batch.corners)]
        else:
            own = donors.near(batch.sample, normal_of(batch.corners))
        soft = batch.corners["facing"][:, 3:4] / np.float32(255)
        leafy = np.stack([0.30 + 0.70 * own[:, 0], 0.25 + 0.80 * own[:, 1], own[:, 2]], 1)
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
            keys = _keys(position, normal, size)
            known, owner = np.unique(keys, return_inverse=True)
            count = np.bincount(owner.ravel(), minlength=len(known))
            sums = [np.bincount(owner.ravel(), light[:, column], len(known)) for column in range(light.shape[1])]
            self._grids.append((size, known, (np.stack(sums, 1) / np.maximum(count, 1)[:, None]).astype(np.float32)))

    def near(self, position: Floats, normal: Floats) -> Floats:
        """Light (n, columns) at points: the finest cell that holds a donor, else the mean of all."""
        found = np.tile(self._mean, (len(position), 1)).astype(np.float32)
        for size, known, light in reversed(self._grids):
            if not len(known):
                continue
            keys = _keys(position, normal, size)
            at = np.searchsorted(known, keys).clip(0, len(known) - 1)
            hit = known[at] == keys
            found[hit] = light[at[hit]]
        return found


def _keys(position: Floats, normal: Floats, size: float) -> NDArray[np.int64]:
    """One number for cell and side."""
    x, y, z = (np.floor(position / size).astype(np.int64) + (1 << 15)).T
    axis = np.abs(normal).argmax(1)
    side = axis * 2 + (normal[np.arange(len(normal)), axis] > 0)
    return ((x << 16 | y) << 16 | z) * 6 + side  # type: ignore[no-any-return]


def upsampled(image: Floats, size: int) -> Floats:
    """A square map made `size` wide, blended between its spots."""
    count = len(image)
    at = ((np.arange(size) + 0.5) * count / size - 0.5).clip(0, count - 1)
    low = np.minimum(at.astype(int), count - 2)
    part = (at - low).astype(np.float32)
    rows = image[low] * (1 - part)[:, None] + image[low + 1] * part[:, None]
    return rows[:, low] * (1 - part) + rows[:, low + 1] * part


def spots(rect: Rect, size: int) -> tuple[Floats, Floats]:
    """x and y of the middles of a map's spots: (size, size) each."""
    x0, y0, x1, y1 = rect
    x = x0 + (np.arange(size) + 0.5) * (x1 - x0) / size
    y = y0 + (np.arange(size) + 0.5) * (y1 - y0) / size
    grid = np.meshgrid(x, y)
    return grid[0].astype(np.float32), grid[1].astype(np.float32)
