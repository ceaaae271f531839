"""Fine detail of the ground: mown stripes and patches on lawns, uneven tone on stone and asphalt."""

from collections.abc import Sequence

import numpy as np

from metaseoul.stage.batches import GROUND, WATER
from metaseoul.stage.light import Rect, spots, upsampled
from metaseoul.stage.pack import LEAF_UNIT, Packed
from worlds.geometry.mesh import Floats

STRIPE = 3.4
"""Metres: width of a mower's lane."""


def detail_map(grass: Floats, rect: Rect) -> Floats:
    """Brightness about 0.5 for each spot of the ground's map, given where grass grows: (size, size)."""
    size = len(grass)
    rng = np.random.default_rng(3)
    x, y = spots(rect, size)
    scales = ((0.5, 34), (0.3, 90), (0.2, 240))
    patches = sum(share * upsampled(rng.random((count, count)).astype(np.float32), size) for share, count in scales)
    lane = np.tanh(6 * np.sin((x * 0.94 + y * 0.34) * (np.pi / STRIPE)))
    lawn = 0.5 + 0.045 * lane + (patches - 0.5) * 0.42 + rng.normal(0, 0.03, (size, size))
    stone = 0.5 + (patches - 0.5) * 0.20 + rng.normal(0, 0.010, (size, size))
    return np.asarray(np.clip(stone + (lawn - stone) * grass, 0, 1), np.float32)


def ground_map(batches: Sequence[Packed], rect: Rect, size: int) -> tuple[Floats, Floats]:
    """Height in metres and share of grass (0..1) of each spot: the ground's triangles from above, the highest wins."""
    x0, y0, x1, y1 = rect
    height = np.full((size, size), -1e9, np.float32)
    grass = np.zeros((size, size), np.float32)
    scale = np.array([size / (x1 - x0), size / (y1 - y0)])
    for batch in batches:
        if batch.material not in (GROUND, WATER):
            continue
        points = (batch.corners["position"][:, :2] - np.array([x0, y0])) * scale
        levels, leaf = batch.corners["position"][:, 2], _grass(batch)
        for triangle in batch.triangles:
            _fill(points[triangle], float(levels[triangle].mean()), float(leaf[triangle].mean()), height, grass)
    return np.where(height > -1e8, height, 0.0).astype(np.float32), grass


def _grass(batch: Packed) -> Floats:
    """How green each corner is, 0..1."""
    share = batch.corners["facing"][:, 3] / np.float32(255 * LEAF_UNIT)
    return np.minimum(share, 1) * np.float32(batch.material == GROUND)


def _fill(corners: Floats, level: float, value: float, height: Floats, into: Floats) -> None:
    """Writes `value` into the spots of a triangle that lie lower than `level`."""
    size = len(into)
    low = np.maximum(np.ceil(corners.min(0) - 0.5).astype(int), 0)
    high = np.minimum(np.floor(corners.max(0) - 0.5).astype(int) + 1, size)
    if (high <= low).any():
        return
    px, py = np.arange(low[0], high[0])[None] + 0.5, np.arange(low[1], high[1])[:, None] + 0.5
    (ax, ay), (bx, by), (cx, cy) = corners
    inside = np.ones((high[1] - low[1], high[0] - low[0]), bool)
    turn = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    for (sx, sy), (ex, ey) in (((ax, ay), (bx, by)), ((bx, by), (cx, cy)), ((cx, cy), (ax, ay))):
        inside &= ((ex - sx) * (py - sy) - (ey - sy) * (px - sx)) * turn >= 0
    window = (slice(low[1], high[1]), slice(low[0], high[0]))
    inside &= height[window] <= level
    height[window][inside] = level
    into[window][inside] = value
