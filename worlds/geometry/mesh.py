"""A mesh: arrays of corners and triangles, the one form in which geometry leaves the ground floor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.uint32]
INWARD = 0.14
"""How far the light sample of a corner is pulled to its face's middle, so that it does not lie inside a neighbour."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """n corners, m triangles. Triangles run counter-clockwise seen from outside."""

    position: Floats
    """(n, 3) metres."""
    normal: Floats
    """(n, 3) of length 1."""
    colour: Floats
    """(n, 3) sRGB, 0..1."""
    occlusion: Floats
    """(n,) 1 = open, 0 = wholly enclosed, from the shape alone."""
    gloss: Floats
    """(n,) 0 = matt, 1 = glass."""
    glow: Floats
    """(n,) 0..1, what shines by itself at night."""
    sample: Floats
    """(n, 3) metres: where light is sampled for this corner."""
    triangles: Indices
    """(m, 3) corner numbers."""
    uv: Floats | None = None
    """(n, 2) windows across and storeys up, for the stage's facade tile; whole numbers lie on wall. None: no facade."""


def mesh_of(
    position: ArrayLike,
    normal: ArrayLike,
    colour: ArrayLike,
    triangles: ArrayLike,
    *,
    occlusion: ArrayLike = 1.0,
    gloss: ArrayLike = 0.0,
    glow: ArrayLike = 0.0,
    sample: ArrayLike | None = None,
    uv: ArrayLike | None = None,
) -> Mesh:
    """A mesh from what is given; single values are spread over all corners. Flat triangles are left out."""
    points = np.asarray(position, np.float32).reshape(-1, 3)
    count = len(points)
    faces = np.asarray(triangles, np.int64).reshape(-1, 3)
    corners = points[faces].astype(np.float64)
    area = _length(crossed(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))[:, 0]
    return Mesh(
        position=points,
        normal=_unit(_spread(normal, (count, 3))),
        colour=np.clip(_spread(colour, (count, 3)), 0.0, 1.0),
        occlusion=_spread(occlusion, (count,)),
        gloss=_spread(gloss, (count,)),
        glow=_spread(glow, (count,)),
        sample=points if sample is None else np.asarray(sample, np.float32).reshape(-1, 3),
        triangles=faces[area > 1e-6].astype(np.uint32),
        uv=None if uv is None else _spread(uv, (count, 2)),
    )


def quads(
    corners: ArrayLike,
    colour: ArrayLike,
    *,
    occlusion: ArrayLike = 1.0,
    gloss: ArrayLike = 0.0,
    glow: ArrayLike = 0.0,
    normal: ArrayLike | None = None,
    uv: ArrayLike | None = None,
) -> Mesh:
    """Flat four-cornered faces, (k, 4, 3), counter-clockwise; colour (3,), (k, 3) or (k, 4, 3); others 1, (k,), (k, 4).

    A (4,) value is read as one value per corner when there are not exactly four faces; pass (1, 4) to be sure.
    """
    points = np.asarray(corners, np.float32).reshape(-1, 4, 3)
    count = len(points)
    if normal is None:
        across = crossed(points[:, 2] - points[:, 0], points[:, 3] - points[:, 1])
        normal = across[:, None]
    tint = np.asarray(colour, np.float32)
    tint = tint[:, None] if tint.ndim == 2 else tint
    middle = points.mean(1, keepdims=True)
    first = np.arange(count)[:, None] * 4
    return mesh_of(
        points,
        _spread(normal, (count, 4, 3)).reshape(-1, 3),
        _spread(tint, (count, 4, 3)).reshape(-1, 3),
        (first + np.array([[0, 1, 2, 0, 2, 3]])).reshape(-1, 3),
        occlusion=_per_corner(occlusion, count),
        gloss=_per_corner(gloss, count),
        glow=_per_corner(glow, count),
        sample=(points * (1 - INWARD) + middle * INWARD).reshape(-1, 3),
        uv=None if uv is None else _spread(uv, (count, 4, 2)).reshape(-1, 2),
    )


def joined(meshes: Iterable[Mesh]) -> Mesh:
    """One mesh of many. Where only some carry uv, the others get (0, 0), a spot of plain wall."""
    parts = [mesh for mesh in meshes if len(mesh.triangles)]
    if not parts:
        return EMPTY
    if len(parts) == 1:
        return parts[0]
    starts = np.cumsum([0, *(len(mesh.position) for mesh in parts[:-1])])
    facade = any(mesh.uv is not None for mesh in parts)

    def column(name: str) -> Floats:
        return np.concatenate([getattr(mesh, name) for mesh in parts])

    return Mesh(
        position=column("position"),
        normal=column("normal"),
        colour=column("colour"),
        occlusion=column("occlusion"),
        gloss=column("gloss"),
        glow=column("glow"),
        sample=column("sample"),
        triangles=np.concatenate([m.triangles + np.uint32(s) for m, s in zip(parts, starts, strict=True)]),
        uv=np.concatenate([_uv(mesh) for mesh in parts]) if facade else None,
    )


def moved(mesh: Mesh, matrix: ArrayLike) -> Mesh:
    """The mesh under a 4 x 4 matrix (column vectors); a mirroring keeps its triangles outward."""
    full = np.asarray(matrix, np.float64)
    turn, shift = full[:3, :3].T, full[:3, 3]
    upright, sense = _for_normals(full[:3, :3].tolist())
    return Mesh(
        position=(mesh.position @ turn + shift).astype(np.float32),
        normal=_unit((mesh.normal @ upright).astype(np.float32)),
        colour=mesh.colour,
        occlusion=mesh.occlusion,
        gloss=mesh.gloss,
        glow=mesh.glow,
        sample=(mesh.sample @ turn + shift).astype(np.float32),
        triangles=np.ascontiguousarray(mesh.triangles[:, ::-1]) if sense < 0 else mesh.triangles,
        uv=mesh.uv,
    )


def _for_normals(turn: Sequence[Sequence[float]]) -> tuple[NDArray[np.float64], float]:
    """What a row of normals is multiplied by under a 3 x 3 matrix, and the determinant of that matrix: its cofactors,
    which are its inverse transposed but for the size, and need no division."""
    (a, b, c), (d, e, f), (g, h, i) = turn
    first = (e * i - f * h, f * g - d * i, d * h - e * g)
    sense = a * first[0] + b * first[1] + c * first[2]
    rows = (first, (c * h - b * i, a * i - c * g, b * g - a * h), (b * f - c * e, c * d - a * f, a * e - b * d))
    return np.array(rows).T * (1.0 if sense > 0 else -1.0), sense


def copies(mesh: Mesh, matrices: NDArray[np.float64], tones: NDArray[np.float64]) -> Mesh:
    """k copies under rigid matrices (k, 4, 4) with uniform size, each lighter or darker by tones (k,)."""
    count, corners = len(matrices), len(mesh.position)
    if not count:
        return EMPTY
    turn, shift = matrices[:, :3, :3], matrices[:, None, :3, 3]

    def placed(points: Floats) -> Floats:
        return np.asarray((points @ turn.transpose(0, 2, 1) + shift).reshape(-1, 3), np.float32)

    offsets = (np.arange(count, dtype=np.uint32) * np.uint32(corners))[:, None, None]
    tile = (count,)
    return Mesh(
        position=placed(mesh.position),
        normal=_unit((mesh.normal @ turn.transpose(0, 2, 1)).reshape(-1, 3).astype(np.float32)),
        colour=np.clip(mesh.colour[None] * tones[:, None, None], 0, 1).reshape(-1, 3).astype(np.float32),
        occlusion=np.tile(mesh.occlusion, tile),
        gloss=np.tile(mesh.gloss, tile),
        glow=np.tile(mesh.glow, tile),
        sample=placed(mesh.sample),
        triangles=(mesh.triangles[None] + offsets).reshape(-1, 3),
        uv=None if mesh.uv is None else np.tile(mesh.uv, (count, 1)),
    )


def placing(at: Sequence[float], turn: float = 0.0, size: float = 1.0) -> NDArray[np.float64]:
    """The 4 x 4 matrix of standing at a point, turned by degrees about z, scaled evenly."""
    angle = np.radians(turn)
    cosine, sine = np.cos(angle) * size, np.sin(angle) * size
    x, y, z = at
    return np.array([[cosine, -sine, 0, x], [sine, cosine, 0, y], [0, 0, size, z], [0, 0, 0, 1]], np.float64)


def crossed(a: NDArray[Any], b: NDArray[Any]) -> NDArray[Any]:
    """Cross products of rows (n, 3), bit for bit numpy's own, whose care for other shapes costs more than the work."""
    made = np.empty_like(a)
    for axis, (first, second) in enumerate(((1, 2), (2, 0), (0, 1))):
        made[:, axis] = a[:, first] * b[:, second] - a[:, second] * b[:, first]
    return made


def _length(vectors: NDArray[Any]) -> NDArray[Any]:
    """Lengths of rows: (n, 1)."""
    return np.asarray(np.sqrt(np.add.reduce(vectors * vectors, 1, keepdims=True)))


def _unit(vectors: Floats) -> Floats:
    length = _length(vectors)
    if not len(length) or length.min() > 1e-9:
        return np.asarray(vectors / length, np.float32)
    up = np.array([0, 0, 1], np.float32)
    return np.where(length > 1e-9, vectors / np.maximum(length, 1e-9), up).astype(np.float32)


def _spread(value: ArrayLike, shape: tuple[int, ...]) -> Floats:
    made = np.empty(shape, np.float32)
    made[...] = value
    return made


def _per_corner(value: ArrayLike, count: int) -> Floats:
    array = np.asarray(value, np.float32)
    if array.ndim == 1:
        array = array[:, None] if len(array) == count else array[None]
    return _spread(array, (count, 4)).reshape(-1)


def _uv(mesh: Mesh) -> Floats:
    return np.zeros((len(mesh.position), 2), np.float32) if mesh.uv is None else mesh.uv


EMPTY = mesh_of(np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 3)))
