"""Faces with holes cut into triangles that keep the side they look to."""

from collections.abc import Sequence
from dataclasses import dataclass

import mapbox_earcut
import numpy as np
from numpy.typing import NDArray

Ringed = tuple[list[list[int]], str]
"""The rings of a face (outline, then holes) as numbers of corners, and the kind of the face."""


@dataclass(frozen=True)
class Faces:
    """Triangles (m, 3) of points (n, 3) in metres, and the kind of each."""

    points: NDArray[np.float64]
    triangles: NDArray[np.int64]
    kinds: tuple[str, ...]

    def with_(self, other: "Faces") -> "Faces":
        """Both bodies as one."""
        return Faces(
            np.concatenate([self.points, other.points]),
            np.concatenate([self.triangles, other.triangles + len(self.points)]),
            self.kinds + other.kinds,
        )

    def moved(self, matrix: NDArray[np.float64], to: NDArray[np.float64]) -> "Faces":
        """Turned by a 4 x 4 matrix and put at a point."""
        wide = np.c_[self.points, np.ones(len(self.points))] @ matrix.T
        return Faces(wide[:, :3] + to, self.triangles, self.kinds)


def faces_of(surfaces: Sequence[Ringed], corners: NDArray[np.float64]) -> Faces:
    """All surfaces as triangles; a face without extent gives none."""
    triangles: list[NDArray[np.int64]] = []
    kinds: list[str] = []
    for rings, kind in surfaces:
        cut = _cut(rings, corners)
        triangles.append(cut)
        kinds += [kind] * len(cut)
    whole = np.concatenate(triangles) if triangles else np.zeros((0, 3), np.int64)
    used, renamed = np.unique(whole, return_inverse=True)
    return Faces(corners[used], renamed.reshape(-1, 3), tuple(kinds))


def _cut(rings: list[list[int]], corners: NDArray[np.float64]) -> NDArray[np.int64]:
    """One face, cut by earcut in the plane that it lies in; (k, 3) numbers of corners."""
    numbers = np.concatenate([np.array(ring, np.int64) for ring in rings])
    points = corners[numbers]
    outline = points[: len(rings[0])] - points[0]
    normal = np.cross(outline, np.roll(outline, -1, 0)).sum(0)
    length = float(np.linalg.norm(normal))
    if length < 1e-9:
        return np.zeros((0, 3), np.int64)
    if len(rings) == 1 and len(numbers) == 3:
        return numbers[None]
    along = outline[int(np.argmax(np.linalg.norm(outline, axis=1)))]
    across = np.cross(normal / length, along)
    plane = np.stack([points @ along, points @ across], 1)
    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    cut = np.asarray(mapbox_earcut.triangulate_float64(plane, ends), np.int64).reshape(-1, 3)
    a, b, c = points[cut[:, 0]], points[cut[:, 1]], points[cut[:, 2]]
    backward = np.cross(b - a, c - a) @ normal < 0
    cut[backward] = cut[backward][:, ::-1]
    return numbers[cut]
