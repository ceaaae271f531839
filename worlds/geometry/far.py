"""Mountain lines: ridges round the city as seen from one place, drawn as faceted silhouettes."""

import numpy as np

from worlds.geometry.finish import finish, scattered
from worlds.geometry.mesh import Mesh
from worlds.geometry.surface import Net, faceted
from worlds.shape import Ridge

WAVES = (9, 17, 31, 57, 90, 140)


def ridge(part: Ridge, level: int) -> Mesh:
    """A slope that rises away from the viewer to the ridge line; a half and a quarter of the steps when coarser."""
    first, last = part.span
    count = max(int((last - first) * 0.9) >> level, 12)
    degrees = np.linspace(first, last, count)
    height = skyline(part, degrees)
    azimuth = np.radians(degrees)
    rows = []
    for step, (away, share) in enumerate(((0.0, 0.0), (0.35, 0.45), (0.7, 0.85), (1.0, 1.0))):
        loose = (scattered(count, step) - 0.5) * (step in (1, 2))
        distance = part.distance + part.depth * away + min(28.0, 0.07 * part.depth) * loose
        z = height * share - 4 + part.rough * 0.3 * loose
        rows.append(np.stack([np.sin(azimuth) * distance, np.cos(azimuth) * distance, z], 1))
    return faceted(np.stack(rows, 1), finish(part, part.colour).colour)


def skyline(part: Ridge, degrees: Net) -> Net:
    """Height of the ridge line in metres at azimuths; it runs out to nothing at both ends."""
    height = np.full(len(degrees), part.base)
    for azimuth, rise, half in part.peaks:
        height += rise * np.exp(-(((degrees - azimuth) / half) ** 2))
    for i, wave in enumerate(WAVES):
        height += part.rough / (1 + i * 0.9) * np.sin(np.radians(degrees) * wave + 1.7 * i + part.base)
    first, last = part.span
    edge = np.minimum(degrees - first, last - degrees) / ((last - first) * 0.12)
    line: Net = np.maximum(height, 8.0) * np.clip(edge, 0, 1) ** 0.7
    return line
