"""Fine detail of the ground: mown stripes on lawns, slabs and their joints on pale stone, uneven tone on the rest."""

from collections.abc import Sequence

import numpy as np

from metaseoul.stage.batches import GROUND, WATER
from metaseoul.stage.light import Rect, spots, upsampled
from metaseoul.stage.pack import LEAF_UNIT, Packed
from worlds.geometry.mesh import Floats

STRIPE = 3.4
"""Metres: width of a mower's lane."""
SLAB, JOINT = (2.4, 1.2), 0.17
"""Metres: length and depth of a slab of paving, twice those of the grain of finer tiers; and of the joint as drawn."""


def detail_map(grass: Floats, laid: Floats, rect: Rect) -> Floats:
    """Brightness about 0.5 for each spot of the ground's map, given where grass grows and slabs lie: (size, size)."""
    size = len(grass)
    rng = np.random.default_rng(3)
    x, y = spots(rect, size)
    scales = ((0.5, 34), (0.3, 90), (0.2, 240))
    patches = sum(share * upsampled(rng.random((count, count)).astype(np.float32), size) for share, count in scales)
    lane = np.tanh(6 * np.sin((x * 0.94 + y * 0.34) * (np.pi / STRIPE)))
    lawn = 0.5 + 0.045 * lane + (patches - 0.5) * 0.42 + rng.normal(0, 0.03, (size, size))
    stone = 0.5 + (patches - 0.5) * 0.26 + rng.normal(0, 0.012, (size, size)) + _slabs(x, y) * laid
    return np.asarray(np.clip(stone + (lawn - stone) * grass, 0, 1), np.float32)


def _slabs(x: Floats, y: Floats) -> Floats:
    """How much lighter or darker paving is at points: each slab has its tone, and a joint round it."""
    row = np.floor(y / SLAB[1])
    along = x / SLAB[0] + 0.5 * (row % 2)
    column = np.floor(along)
    stirred = np.sin(row * 12.9898 + column * 78.233) * 43758.5453
    tone = (stirred - np.floor(stirred) - 0.5) * 0.17
    joint = np.where((along - column) * SLAB[0] < max(JOINT, _step(x, 1)), 1.0, 0.0)
    joint = np.maximum(joint, np.where((y / SLAB[1] - row) * SLAB[1] < max(JOINT, _step(y, 0)), 1.0, 0.0))
    return np.asarray(np.where(joint > 0, -0.15 * min(1.0, JOINT * 2 / max(_step(y, 0), JOINT)), tone), np.float32)


def _step(axis: Floats, along: int) -> float:
    """Metres between two spots, a little less: as wide as a line must be to be seen."""
    return 0.99 * float(abs(np.diff(axis, axis=along).flat[0]))


def ground_map(batches: Sequence[Packed], rect: Rect, size: int) -> tuple[Floats, Floats, Floats]:
    """Height in metres, share of grass and share of laid stone (0..1) of each spot: the ground's triangles from above,
    the highest wins."""
    x0, y0, x1, y1 = rect
    height = np.full((size, size), -1e9, np.float32)
    kinds = np.zeros((size, size, 2), np.float32)
    scale = np.array([size / (x1 - x0), size / (y1 - y0)])
    for batch in batches:
        if batch.material not in (GROUND, WATER):
            continue
        points = (batch.corners["position"][:, :2] - np.array([x0, y0])) * scale
        levels, share = batch.corners["position"][:, 2], np.stack([_grass(batch), _laid(batch)], 1)
        for triangle in batch.triangles:
            _fill(points[triangle], levels[triangle], share[triangle].mean(0), height, kinds)
    return np.where(height > -1e8, height, 0.0).astype(np.float32), kinds[..., 0], kinds[..., 1]


def _grass(batch: Packed) -> Floats:
    """How green each corner is, 0..1."""
    share = batch.corners["facing"][:, 3] / np.float32(255 * LEAF_UNIT)
    return np.minimum(share, 1) * np.float32(batch.material == GROUND)


def _laid(batch: Packed) -> Floats:
    """How surely slabs lie at each corner, 0..1: ground that is pale and grey, not sand, planks or asphalt."""
    colour = batch.corners["colour"].astype(np.float32) / np.float32(255)
    rgb = colour[:, :3]
    pale = np.clip((rgb.mean(1) - 0.58) * 8, 0, 1) * np.clip((0.155 - (rgb.max(1) - rgb.min(1))) * 30, 0, 1)
    green = np.clip((rgb[:, 1] - np.maximum(rgb[:, 0], rgb[:, 2])) * 20, 0, 1)
    return np.asarray(pale * (1 - green) * (colour[:, 3] < 0.5) * (batch.material == GROUND), np.float32)


def _fill(corners: Floats, levels: Floats, value: Floats, height: Floats, into: Floats) -> None:
    """Writes `value` into the spots of a triangle that lie lower than it does there; `levels` of its corners."""
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
    level = np.full(inside.shape, levels[0], np.float32)
    if float(np.ptp(levels)) > 1e-3 and abs(turn) > 1e-9:
        east = ((levels[1] - levels[0]) * (cy - ay) - (levels[2] - levels[0]) * (by - ay)) / turn
        north = ((levels[2] - levels[0]) * (bx - ax) - (levels[1] - levels[0]) * (cx - ax)) / turn
        level = (levels[0] + (px - ax) * east + (py - ay) * north).astype(np.float32)
    inside &= height[window] <= level
    height[window][inside] = level[inside]
    into[window][inside] = value
