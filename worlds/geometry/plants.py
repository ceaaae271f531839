"""Trees and leaves: soft cushions on tapering trunks, the greens and pinks of the plaza."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.bare import bare_tree
from worlds.geometry.finish import finish, paint, scattered
from worlds.geometry.mesh import Floats, Mesh, crossed, joined, mesh_of
from worlds.geometry.solids import tube
from worlds.shape import Leaves, Point, Tree, Tube

LEAF = {
    "zelkova": ("leaf", "leaf_light", "leaf_deep"),
    "ginkgo": ("ginkgo_leaf",),
    "cherry": ("blossom",),
    "maple": ("maple_leaf",),
    "pine": ("pine",),
}
"""Leaf colour by kind and variety, as it is in spring; the stage turns it in autumn."""
BARE = "bare"
"""The kind of a tree that has shed its leaves."""


def tree(part: Tree, level: int) -> Mesh:
    """Trunk, boughs and crown of one tree."""
    if part.kind == BARE:
        return bare_tree(part, level)
    colours = LEAF[part.kind]
    leaf = paint(colours[part.variety % len(colours)]) * np.float32(part.tone)
    salt = part.variety + 3 * len(part.kind)
    return (_pine if part.kind == "pine" else _round)(leaf, level, salt, part.size)


def leaves(part: Leaves, level: int) -> Mesh:
    """One cushion; faces are halfway between flat and round, so that light plays on them."""
    look = finish(part, part.colour)
    rise = (0.0, 0.0, part.size[2])
    return cushion(rise, part.size, max(part.fine - level, 0), look.colour, len(part.name), part.rough)


def _round(leaf: Floats, level: int, salt: int, size: float) -> Mesh:
    """Zelkova and its like: a crown of several cushions round a middle one."""
    middle = (0.0, 0.0, 5.6 * size)
    chance = scattered(24, salt)
    if level == 2:
        trunk = _rod([(0, 0, 0), (0, 0, 4.0)], [0.26, 0.2], 3, "trunk", size)
        return joined([trunk, cushion(middle, _scaled((2.9, 2.9, 2.75), size), 0, leaf, salt, 0.07)])
    pieces = []
    if level == 0:
        path: list[Point] = [(0, 0, 0), (0.05, 0, 1.2), (0, 0.08, 2.6), (0.1, 0.1, 4.2)]
        pieces.append(_rod(path, [0.3, 0.2, 0.17, 0.12], 6, "trunk", size))
        for angle in (0.3, 2.4, 4.5):
            x, y = np.cos(angle) * 1.5, np.sin(angle) * 1.5
            bough: list[Point] = [(0, 0, 2.4), (x * 0.55, y * 0.55, 3.7), (x, y, 4.6)]
            pieces.append(_rod(bough, [0.12, 0.09, 0.05], 4, "trunk", size))
    else:
        pieces.append(_rod([(0, 0, 0), (0, 0, 4.2)], [0.26, 0.14], 4, "trunk", size))
    around, reach, fine = ((6, 1.62, 1), (3, 1.5, 0))[level]
    pieces.append(
        cushion(
            _scaled((0, 0, 6.55), size),
            _scaled((2.15, 2.15, 1.76), size),
            1,
            leaf * np.float32(1.03),
            salt,
            0.14,
            middle,
        )
    )
    for i in range(around):
        angle = i * 2 * np.pi / around + 0.6 * (chance[i] - 0.5)
        away = reach + 0.4 * (chance[i + 6] - 0.5)
        at = _scaled((np.cos(angle) * away, np.sin(angle) * away, 4.5 + 1.3 * chance[i + 12]), size)
        radius = (1.38 + 0.45 * chance[i + 18] if level == 0 else 1.95) * size
        tone = np.float32(0.94 + 0.12 * chance[i + 9])
        pieces.append(cushion(at, (radius, radius, radius * 0.82), fine, leaf * tone, salt + i, 0.15, middle))
    return joined(pieces)


def _pine(leaf: Floats, level: int, salt: int, size: float) -> Mesh:
    """Korean red pine: a leaning red trunk and flat pads like clouds."""
    chance = scattered(24, salt)
    lean_x, lean_y = 1.8 * (chance[0] - 0.5), 1.8 * (chance[1] - 0.5)
    path = [
        (0.0, 0.0, 0.0),
        (lean_x * 0.5, lean_y * 0.4, 1.6),
        (lean_x * 0.3 - 0.2, lean_y + 0.1, 3.4),
        (lean_x * 1.1, lean_y * 0.8, 5.2),
        (lean_x * 1.2, lean_y * 1.1, 7.0),
    ]
    if level == 0:
        pieces = [_rod(path, [0.34, 0.27, 0.22, 0.17, 0.1], 6, "pine_bark", size)]
    else:
        pieces = [_rod(path[::2], [0.3, 0.22, 0.1], 5 - level, "pine_bark", size)]
    pads = (8, 5, 3)[level]
    for i in range(pads):
        t = i / (pads - 1)
        angle, away = i * 2.4 + 0.8 * (chance[i + 2] - 0.5), 1.7 * (1 - t) + 0.15
        at = (path[3][0] * t + np.cos(angle) * away, path[3][1] * t + np.sin(angle) * away, 3.7 + 3.6 * t)
        radius = (2.15 - 0.6 * t) * (1.0, 1.12, 1.3)[level] * size
        tone = np.float32(0.93 + 0.14 * chance[i + 10])
        pieces.append(
            cushion(_scaled(at, size), (radius, radius, radius * 0.5), 1 - min(level, 1), leaf * tone, salt + i, 0.14)
        )
        if level == 0 and t < 1:
            bough: list[Point] = [(path[3][0] * t, path[3][1] * t, at[2] - 0.7), (at[0], at[1], at[2] - 0.1)]
            pieces.append(_rod(bough, [0.1, 0.05], 4, "pine_bark", size))
    return joined(pieces)


def _rod(path: list[Point], radii: list[float], segments: int, bark: str, size: float) -> Mesh:
    points = tuple(_scaled(point, size) for point in path)
    rod = Tube("trunk", (0, 0, 0), points, tuple(r * size for r in radii), bark, segments=segments, shade=0.65)
    return tube(rod, 0)


def _scaled(point: Point, size: float) -> Point:
    x, y, z = point
    return (float(x * size), float(y * size), float(z * size))


def cushion(
    at: Point, radii: Point, fine: int, colour: Floats, salt: int, rough: float, heart: Point | None = None
) -> Mesh:
    """A rough ball of leaves; `heart` is the middle of the crown, away from which its faces lean."""
    unit, triangles = icosphere(fine)
    phase = 6.2 * scattered(3, salt)
    waves = np.sin(unit[:, 0] * 3.1 + phase[0]) * np.sin(unit[:, 1] * 2.7 + phase[1])
    waves = waves + 0.7 * np.sin(unit[:, 2] * 4.3 + phase[2]) * np.cos(unit[:, 0] * 5 + phase[1])
    reach = 1 + rough * waves + rough * 0.9 * (scattered(len(unit), salt + 7) - 0.5)
    points = unit * reach[:, None] * np.array(radii) + np.array(at)
    soft = unit / np.array(radii)
    soft /= np.linalg.norm(soft, axis=1, keepdims=True)
    if heart is not None:
        away = points - np.array(heart)
        soft = soft * 0.55 + away / np.linalg.norm(away, axis=1, keepdims=True) * 0.45
    height = np.clip((unit[:, 2] + 1) / 2, 0, 1)
    shade = (0.84 + 0.26 * height) * (1 + 0.08 * (scattered(len(unit), salt + 3) - 0.5))
    corners = points[triangles]
    flat = crossed(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
    facing = flat * 0.42 + soft[triangles].mean(1) * 0.58
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    return mesh_of(
        corners,
        np.repeat(facing, 3, 0),
        np.repeat(colour[None] * shade[triangles].mean(1)[:, None], 3, 0),
        np.arange(len(triangles) * 3).reshape(-1, 3),
        occlusion=np.repeat(0.55 + 0.45 * height[triangles].mean(1), 3),
        sample=(corners + facing[:, None] * 0.25 * min(radii)).reshape(-1, 3),
    )


@lru_cache(maxsize=4)
def icosphere(fine: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """A ball of 20 * 4**fine triangles: corners on the unit sphere, and corner numbers."""
    if fine == 0:
        long = (1 + 5**0.5) / 2
        corners: list[Point] = [(-1, long, 0), (1, long, 0), (-1, -long, 0), (1, -long, 0), (0, -1, long), (0, 1, long)]
        corners += [(0, -1, -long), (0, 1, -long), (long, 0, -1), (long, 0, 1), (-long, 0, -1), (-long, 0, 1)]
        faces = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4), (11, 10, 2)]
        faces += [(10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9), (4, 9, 5)]
        faces += [(2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]
        ball = np.array(corners, np.float64)
        return ball / np.linalg.norm(ball, axis=1, keepdims=True), np.array(faces)
    points, triangles = icosphere(fine - 1)
    sides = np.sort(triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    edges, where = np.unique(sides, axis=0, return_inverse=True)
    middles = points[edges].mean(1)
    middles /= np.linalg.norm(middles, axis=1, keepdims=True)
    ab, bc, ca = (where.reshape(-1, 3) + len(points)).T
    a, b, c = triangles.T
    parts = [np.stack(t, 1) for t in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return np.concatenate([points, middles]), np.concatenate(parts)
