"""How a body is formed: stacked ellipses, ellipsoids and small decals, each vertex tied to two bones and one dye.

A figure carries dyes (see worlds/avatar/wardrobe.py), not colours: two citizens in the same cut share one figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from worlds.avatar.skeleton import turn


@dataclass(frozen=True)
class Figure:
    """A dressed body without its colours, at one level of detail."""

    position: NDArray[np.float32]  # (n, 3) metres, rest pose
    normal: NDArray[np.float32]  # (n, 3) unit
    dye: NDArray[np.uint8]  # (n,) row of the palette
    shade: NDArray[np.float32]  # (n,) multiplies the dye
    bones: NDArray[np.uint8]  # (n, 2)
    weight: NDArray[np.float32]  # (n,) of the first bone, 0..1
    triangles: NDArray[np.uint32]  # (m, 3) counter-clockwise seen from outside
    eyes: NDArray[np.bool_]  # (n,) part of an eye, which looks about and shuts


Tie = tuple[int, int, float]
"""Two bones and the weight of the first."""


def only(bone: int) -> Tie:
    """Tied to one bone."""
    return (bone, bone, 1.0)


class Sculptor:
    """Collects pieces; `figure()` joins them."""

    def __init__(self) -> None:
        self._pieces: list[tuple[NDArray[np.float64], ...]] = []
        self._triangles: list[NDArray[np.int64]] = []
        self._count = 0
        self.in_eye = False
        """What is added now is part of an eye."""

    def add(
        self,
        position: ArrayLike,
        normal: ArrayLike,
        dye: ArrayLike,
        ties: ArrayLike,
        triangles: ArrayLike,
        shade: ArrayLike = 1.0,
    ) -> None:
        """Add vertices: positions and normals (n, 3); dyes, ties and shades for each or for all."""
        points = np.asarray(position, float)
        count = len(points)
        self._pieces.append(
            (
                points,
                np.broadcast_to(np.asarray(normal, float), (count, 3)),
                np.broadcast_to(np.asarray(dye, float), (count,)),
                np.broadcast_to(np.asarray(shade, float), (count,)),
                np.broadcast_to(np.asarray(ties, float), (count, 3)),
                np.full(count, float(self.in_eye)),
            )
        )
        self._triangles.append(np.asarray(triangles, np.int64).reshape(-1, 3) + self._count)
        self._count += count

    def figure(self) -> Figure:
        """All pieces as one; triangles without area are left out, each is turned to the side of its normals."""
        position, normal, dye, shade, ties, eyes = (
            np.concatenate(column) for column in zip(*self._pieces, strict=True)
        )
        triangles = np.concatenate(self._triangles)
        a, b, c = (position[triangles[:, corner]] for corner in range(3))
        face = np.cross(b - a, c - a)
        inward = (face * normal[triangles].sum(1)).sum(1) < 0
        triangles[inward] = triangles[inward][:, ::-1]
        triangles = triangles[np.linalg.norm(face, axis=1) > 1e-8]
        return Figure(
            position.astype(np.float32),
            (normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)).astype(np.float32),
            dye.astype(np.uint8),
            shade.astype(np.float32),
            ties[:, :2].astype(np.uint8),
            ties[:, 2].astype(np.float32),
            triangles.astype(np.uint32),
            eyes > 0.5,
        )

    def rings(
        self,
        centres: Sequence[tuple[float, float, float]],
        wide: ArrayLike,
        deep: ArrayLike,
        dye: ArrayLike,
        ties: Tie | Sequence[Tie],
        segments: int,
        *,
        shade: ArrayLike = 1.0,
        first_cap: bool = False,
        last_cap: bool = False,
    ) -> None:
        """A stack of ellipses along a path, half-axes `wide` (x) and `deep` (y): a limb, a coat, a skirt."""
        path = np.asarray(centres, float)
        count = len(path)
        half_wide, half_deep, shades = (np.broadcast_to(np.asarray(v, float), (count,)) for v in (wide, deep, shade))
        along = np.gradient(path, axis=0)
        reach = np.linalg.norm(along, axis=1)
        along /= np.maximum(reach, 1e-9)[:, None]
        reference = np.where(np.abs(along[:, :1]) > 0.9, [[0.0, 1.0, 0.0]], [[1.0, 0.0, 0.0]])
        across = reference - along * (along * reference).sum(1, keepdims=True)
        across /= np.linalg.norm(across, axis=1, keepdims=True)
        other = np.cross(along, across)
        angle = np.linspace(0, 2 * np.pi, segments, endpoint=False)
        cosine, sine = np.cos(angle)[None, :, None], np.sin(angle)[None, :, None]
        x, y = half_wide[:, None, None], half_deep[:, None, None]
        position = path[:, None] + cosine * x * across[:, None] + sine * y * other[:, None]
        flare = np.clip(np.gradient((half_wide + half_deep) / 2) / np.maximum(reach, 1e-6), -2.5, 2.5)
        normal = 2 * (cosine * y * across[:, None] + sine * x * other[:, None]) / np.maximum(x + y, 1e-6)
        normal = normal - along[:, None] * flare[:, None, None]
        dyes = np.broadcast_to(np.asarray(dye, float), (count,))
        ring_ties = np.broadcast_to(np.asarray(ties, float), (count, 3))
        low = np.arange(count - 1)[:, None] * segments
        here, there = low + np.arange(segments), low + (np.arange(segments) + 1) % segments
        quads = np.stack([here, there, there + segments, here, there + segments, here + segments], -1)
        each = segments
        self.add(
            position.reshape(-1, 3),
            normal.reshape(-1, 3),
            np.repeat(dyes, each),
            np.repeat(ring_ties, each, 0),
            quads,
            np.repeat(shades, each),
        )
        step = np.arange(segments)
        for wanted, end, way in ((first_cap, 0, -1), (last_cap, -1, 1)):
            if wanted:
                fan = np.stack([np.zeros(segments, int), step + 1, (step + 1) % segments + 1], 1)[:, ::way]
                points = np.concatenate([path[end][None], position[end]])
                self.add(points, along[end] * way, dyes[end], ring_ties[end], fan, shades[end])

    def ellipsoid(
        self,
        centre: ArrayLike,
        half: ArrayLike,
        dye: int,
        tie: Tie,
        *,
        rows: int = 5,
        segments: int = 8,
        low: float = -1.0,
        high: float = 1.0,
        tilt: float = 0.0,
        shade: float = 1.0,
    ) -> None:
        """An ellipsoid, or the part of it between the unit heights `low` and `high`; `tilt` turns it about x."""
        height = np.sin(np.linspace(np.arcsin(low), np.arcsin(high), rows))
        radius = np.sqrt(np.maximum(1 - height * height, 0))[:, None]
        angle = np.linspace(0, 2 * np.pi, segments, endpoint=False)[None]
        shell = [np.cos(angle) * radius, np.sin(angle) * radius, np.broadcast_to(height[:, None], (rows, segments))]
        unit = np.stack(shell, -1).reshape(-1, 3)
        size = np.asarray(half, float)
        rotation = turn(tilt)
        position, normal = (unit * size) @ rotation.T, (unit / size) @ rotation.T
        first = np.arange(rows - 1)[:, None] * segments
        here, there = first + np.arange(segments), first + (np.arange(segments) + 1) % segments
        quads = np.stack([here, there, there + segments, here, there + segments, here + segments], -1)
        self.add(position + np.asarray(centre, float), normal, dye, tie, quads, shade)
