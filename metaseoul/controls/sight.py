"""What the eye cannot pass: the walls and ceilings of a place as small cubes, so that no camera looks out of a room."""

import numpy as np
from numpy.typing import NDArray

from worlds.geometry import mesh
from worlds.shape import Detail, Place

CUBE = 0.4
"""Edge of a cube in metres."""
TOP = 14.0
"""Metres above the ground beyond which nothing is in a walker's way of seeing."""
FLOOR = 0.7
"""Metres below which nothing hides a standing person."""
APART = 0.1
"""Metres that the eye keeps from the walls of a room, which may be of glass, or a door that stands open."""
LARGEST = 160
"""Most samples along one edge of a triangle."""

Points = NDArray[np.float32]
Solid = NDArray[np.bool_]


class Sight:
    """`clear(eye, target)` tells how far along the way from target to eye nothing stands between."""

    def __init__(self, place: Place) -> None:
        x0, y0, x1, y1 = place.bounds
        self._room = (np.array([x0, y0]) + APART, np.array([x1, y1]) - APART) if place.indoor else None
        self._origin = np.array([x0 - 8, y0 - 8, 0.0])
        self._size = np.ceil(np.array([x1 - x0 + 16, y1 - y0 + 16, TOP]) / CUBE).astype(int)
        solid: Solid = np.zeros(self._size, np.bool_)
        for group in place.parts:
            if group.detail is Detail.ESSENTIAL:
                shape = mesh(group, 2)
                self._fill(solid, shape.position[shape.triangles])
        self._solid = np.packbits(solid, axis=2)
        """A bit for each cube: a square of the city has twenty million."""

    def clear(self, target: tuple[float, float, float], eye: tuple[float, float, float]) -> float:
        """Share of the way from target to eye that is free, 0..1."""
        start, end = np.array(target), np.array(eye)
        room = self._within(start[:2], end[:2] - start[:2])
        steps = max(2, int(np.linalg.norm(end - start) / (CUBE / 2)))
        points = start + (end - start) * np.linspace(0, 1, steps + 1)[:, None]
        cells = ((points - self._origin) / CUBE).astype(int)
        inside = ((cells >= 0) & (cells < self._size)).all(1)
        x, y, z = np.clip(cells, 0, self._size - 1).T
        hit = (self._solid[x, y, z >> 3] >> (7 - (z & 7)) & 1).astype(bool) & inside
        hit[: max(1, int(0.5 / np.linalg.norm(end - start) * steps))] = False  # who stands at a wall is not in it
        if not hit.any():
            return room
        return min(room, max(0.0, (int(np.argmax(hit)) - 2) / steps))

    def _within(self, start: NDArray[np.float64], way: NDArray[np.float64]) -> float:
        """Share of a way over the floor that stays in the room; 1 outdoors."""
        if self._room is None:
            return 1.0
        wall = np.where(way > 0, self._room[1], self._room[0])
        shares = (wall - start) / np.where(np.abs(way) < 1e-9, 1e-9, way)
        return float(np.clip(np.where(np.abs(way) < 1e-9, 1.0, shares).min(), 0.0, 1.0))

    def _fill(self, solid: Solid, corners: Points) -> None:
        """Marks the cubes that triangles (m, 3, 3) pass through, sampled finer than a cube."""
        low, high = corners.min(1), corners.max(1)
        limit = self._origin + self._size * CUBE
        corners = corners[((high > self._origin + np.array((0, 0, FLOOR))) & (low < limit)).all(1)]
        if not len(corners):
            return
        edges = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(1)
        fine = np.clip(np.ceil(edges / (CUBE * 0.8)).astype(int), 1, LARGEST)
        for count in np.unique(fine):
            chosen = corners[fine == count]
            i, j = np.meshgrid(np.arange(count + 1), np.arange(count + 1), indexing="ij")
            keep = i + j <= count
            u, v = (i[keep] / count)[None, :, None], (j[keep] / count)[None, :, None]
            for part in np.array_split(chosen, max(1, len(chosen) * u.size // 2_000_000)):
                self._mark(solid, part[:, :1] * (1 - u - v) + part[:, 1:2] * u + part[:, 2:] * v)

    def _mark(self, solid: Solid, points: Points) -> None:
        points = points.reshape(-1, 3)
        points = points[points[:, 2] > FLOOR]
        cells = ((points - self._origin) / CUBE).astype(int)
        cells = cells[((cells >= 0) & (cells < self._size)).all(1)]
        solid[tuple(cells.T)] = True
