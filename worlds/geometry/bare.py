"""A tree in winter: boughs, branches and twigs, with no leaf on them."""

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.finish import paint, scattered
from worlds.geometry.mesh import Mesh, joined, mesh_of
from worlds.shape import Tree

GOLDEN_ANGLE = 2.399963
SIDES = 3
"""Of a twig: a slender prism."""
FORKS = ((5, 4, 3), (5, 4), (6,))
"""Boughs of the trunk, branches of a bough, twigs of a branch, by level."""
THICK = (1.0, 1.5, 2.6)
"""Fewer twigs are drawn thicker, by level, so that the crown keeps its tone from afar."""
REACH = (2.1, 1.35, 0.8)
"""Metres of a bough, a branch, a twig; estimate for a zelkova of 8 m."""
RADIUS = (0.085, 0.038, 0.016)
"""Metres at their foot; estimate."""

Points = NDArray[np.float64]


def bare_tree(part: Tree, level: int) -> Mesh:
    """Trunk and branches; the crown has the outline of the leafy one."""
    size, salt = part.size, part.variety
    trunk = np.array([(0, 0, 0), (0.05, 0.02, 1.3), (0, 0.08, 2.6), (0.06, 0.08, 4.4), (0.05, 0.05, 6.0)])
    radii = np.array([0.3, 0.21, 0.17, 0.1, 0.03])
    if level:
        trunk, radii = trunk[[0, 2, 4]], radii[[0, 2, 4]]
    pieces = [rods(trunk[:-1] * size, trunk[1:] * size, radii[:-1] * size, radii[1:] * size, 5 if not level else 4)]
    share = (np.arange(FORKS[level][0]) + 0.5) / FORKS[level][0]
    feet = np.stack([np.interp(2.3 + 2.6 * share, trunk[:, 2], trunk[:, axis]) for axis in (0, 1)], 1)
    feet = np.concatenate([feet, (2.3 + 2.6 * share)[:, None]], 1)
    turn = np.arange(len(feet)) * GOLDEN_ANGLE + salt
    ways = np.stack([np.cos(turn), np.sin(turn), 0.55 + 1.0 * share], 1)
    for order, count in enumerate(FORKS[level]):
        if order:
            feet, ways = _forked(feet, ways, count, REACH[order - 1], salt + order)
        ways /= np.linalg.norm(ways, axis=1, keepdims=True)
        length = REACH[order] * (0.85 + 0.3 * scattered(len(feet), salt + 3 * order))
        if order == len(FORKS[level]) - 1:
            length = length * (1.0, 1.45, 1.75)[level]
        ends = feet + ways * length[:, None]
        foot = np.full(len(feet), RADIUS[order] * THICK[level])
        pieces.append(rods(feet * size, ends * size, foot * size, foot * (0.3 * size), SIDES))
    tone = np.float32(part.tone)
    return joined([_painted(points, triangles, normal, tone) for points, triangles, normal in pieces])


def _forked(feet: Points, ways: Points, count: int, length: float, salt: int) -> tuple[Points, Points]:
    """Where the branches of branches begin, and where they point: outward and up, to all sides."""
    along = np.linspace(0.38, 1.0, count)
    begin = (feet[:, None] + ways[:, None] * (along * length)[None, :, None]).reshape(-1, 3)
    ahead = np.repeat(ways, count, 0)
    side = np.cross(ahead, (0.0, 0.0, 1.0))
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    over = np.cross(side, ahead)
    turn = (np.arange(len(begin)) * GOLDEN_ANGLE + 6.28 * scattered(len(begin), salt))[:, None]
    wide = (0.85 - 0.45 * np.tile(along, len(feet)))[:, None]
    return begin, ahead + wide * (side * np.cos(turn) + over * np.sin(turn)) + np.array((0, 0, 0.16))


def rods(feet: Points, ends: Points, wide: Points, thin: Points, sides: int) -> tuple[Points, Points, Points]:
    """Open prisms from feet to ends (n, 3) with their radii (n,): points, triangles and normals."""
    ahead = ends - feet
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    other = np.where(np.abs(ahead[:, 2:]) > 0.9, [[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]])
    across = np.cross(ahead, other)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    over = np.cross(ahead, across)
    angle = np.arange(sides) * 2 * np.pi / sides
    round_ = np.cos(angle)[None, :, None] * across[:, None] + np.sin(angle)[None, :, None] * over[:, None]
    low, high = feet[:, None] + round_ * wide[:, None, None], ends[:, None] + round_ * thin[:, None, None]
    points = np.stack([low, high], 1).reshape(-1, 3)
    step = np.arange(sides)
    here, there = step, (step + 1) % sides
    faces = np.concatenate(
        [np.stack([here, there, there + sides], 1), np.stack([here, there + sides, here + sides], 1)]
    )
    triangles = (np.arange(len(feet))[:, None, None] * (2 * sides) + faces[None]).reshape(-1, 3)
    return points, triangles, np.stack([round_, round_], 1).reshape(-1, 3)


def _painted(points: Points, triangles: Points, normal: Points, tone: np.float32) -> Mesh:
    """Bark, a little lighter towards the tips."""
    up = np.clip(points[:, 2:] / 8.0, 0, 1)
    colour = paint("trunk") * tone * (0.74 + 0.16 * up)
    return mesh_of(points, normal, colour, triangles, occlusion=0.65 + 0.35 * up[:, 0], sample=points + normal * 0.08)
