"""Surfaces through a net of points: the ground of lathes, lofts, roofs, domes and glass waves."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from worlds.geometry.mesh import Floats, Mesh, crossed, mesh_of, quads

Net = NDArray[Any]


def surface(net: Net, colour: ArrayLike, *, occlusion: ArrayLike = 1.0, gloss: float = 0.0, glow: float = 0.0) -> Mesh:
    """A smooth surface through (across, up, 3) points; it looks along across x up. Colour (3,) or (across, up, 3)."""
    points = np.asarray(net, np.float64)
    across, up = points.shape[:2]
    first = (np.arange(across - 1)[:, None] * up + np.arange(up - 1)[None]).reshape(-1)
    triangles = np.stack([first, first + up, first + up + 1, first, first + up + 1, first + 1], 1).reshape(-1, 3)
    return mesh_of(
        points.reshape(-1, 3),
        normals(points).reshape(-1, 3),
        np.broadcast_to(np.asarray(colour, np.float32), (across, up, 3)).reshape(-1, 3),
        triangles,
        occlusion=np.broadcast_to(np.asarray(occlusion, np.float32), (across, up)).reshape(-1),
        gloss=gloss,
        glow=glow,
    )


def faceted(
    net: Net, colour: ArrayLike, *, occlusion: ArrayLike = 1.0, gloss: ArrayLike = 0.0, glow: ArrayLike = 0.0
) -> Mesh:
    """The same net with flat faces; gloss and glow may be given per face, (faces,)."""
    points = np.asarray(net, np.float32)
    across, up = points.shape[:2]
    tint = np.broadcast_to(np.asarray(colour, np.float32), (across, up, 3))
    open_ = np.broadcast_to(np.asarray(occlusion, np.float32), (across, up))
    faces = cells(points)
    return quads(
        faces, cells(tint), occlusion=cells(open_[..., None])[..., 0], gloss=gloss, glow=glow, normal=_flat(faces)
    )


def cells(net: NDArray[np.floating]) -> Floats:
    """(across, up, c) -> the four corners of every cell, (faces, 4, c), counter-clockwise."""
    parts = (net[:-1, :-1], net[1:, :-1], net[1:, 1:], net[:-1, 1:])
    return np.stack(parts, 2).reshape(-1, 4, net.shape[-1]).astype(np.float32)


def normals(net: Net) -> Net:
    """Smooth normals of a net; a seam (first and last column equal) is closed, poles look along their neighbours."""
    points = np.asarray(net, np.float64)
    du = np.gradient(points, axis=0)
    if len(points) > 2 and np.allclose(points[0], points[-1], atol=1e-6):
        du[0] = du[-1] = points[1] - points[-2]
    dv = np.gradient(points, axis=1)
    found = np.cross(du, dv)
    length = np.linalg.norm(found, axis=2)
    weak = length < 1e-7
    found = found / np.maximum(length, 1e-9)[..., None]
    last = points.shape[1] - 1
    for column in np.nonzero(weak.any(0))[0]:
        neighbour = min(column + 1, last) if column < last else column - 1
        mean = found[:, neighbour].sum(0)
        found[weak[:, column], column] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    result: Net = found
    return result


def _flat(faces: Floats) -> Floats:
    across = crossed(faces[:, 2] - faces[:, 0], faces[:, 3] - faces[:, 1])
    return np.repeat(across[:, None], 4, 1)
