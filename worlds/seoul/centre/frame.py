"""A place's window on the centre: its zero in the city, the ground it covers, how far its detail carries."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worlds.shape import Point


@dataclass(frozen=True)
class Window:
    """`origin`: the place's zero in the city's frame; `bounds` x0, y0, x1, y1 in the place's own."""

    origin: Point
    bounds: tuple[float, float, float, float]

    def local(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points of the city (n, 2) in the place's frame."""
        return np.asarray(points - np.array(self.origin[:2]))

    def beyond(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far local points (n, 2) lie outside the bounds, 0 inside; (n,)."""
        x0, y0, x1, y1 = self.bounds
        low, high = np.array([x0, y0]), np.array([x1, y1])
        gap = np.maximum(np.maximum(low - points, points - high), 0.0)
        return np.asarray(np.sqrt((gap * gap).sum(1)))

    def away(self, x: float, y: float) -> float:
        """How far a local spot lies outside the bounds; metres."""
        return float(self.beyond(np.array([[x, y]]))[0])
