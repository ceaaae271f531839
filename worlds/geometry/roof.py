"""The Korean tiled roof: concave slopes, lifted corners, ribs of tile, a plastered ridge with end pieces."""

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.finish import Finish, finish, paint
from worlds.geometry.mesh import Mesh, joined, placing
from worlds.geometry.mesh import moved as moved_mesh
from worlds.geometry.solids import block, tube
from worlds.geometry.surface import faceted
from worlds.shape import Roof, Tube

Net = NDArray[np.float64]


def roof(part: Roof, level: int) -> Mesh:
    """Four slopes (hip roof, ujingak), their undersides and the ridge."""
    look = finish(part, part.colour)
    half_x, half_y = part.size[0] / 2 + part.overhang, part.size[1] / 2 + part.overhang
    ridge = max(half_x - half_y * 0.72, half_x * 0.2)
    columns, rows = ((24, 10), (12, 5), (6, 2))[level]
    pieces: list[Mesh] = []
    for turn, wide, deep, top in ((0.0, half_x, half_y, ridge), (90.0, half_y, half_x, 0.0)):
        inward = deep if not turn else deep - ridge
        slope = _slope(wide, deep, top, inward, part, columns if not turn else max(columns // 2, 4), rows)
        ribs = (0.94 + 0.12 * (np.arange(slope.shape[0]) % 2))[:, None, None]
        under = _underside(slope[:, 0], wide, deep, part.overhang)
        for way in (0.0, 180.0):
            matrix = placing((0, 0, 0), turn + way)
            pieces.append(moved_mesh(faceted(slope, look.colour * ribs, gloss=0.06), matrix))
            pieces.append(moved_mesh(faceted(under, paint("palace_green"), occlusion=0.55), matrix))
    if level < 2:
        pieces.append(_ridge(ridge, part.rise))
        hip = _slope(half_x, half_y, ridge, half_y, part, 1, 8 >> level)[1]
        pieces += [_hip(hip * np.array([x, y, 1.0])) for x in (-1, 1) for y in (-1, 1)]
    return joined(pieces)


def _slope(wide: float, deep: float, top: float, inward: float, part: Roof, columns: int, rows: int) -> Net:
    """The slope that looks south, from the eaves up; (columns + 1, rows + 1, 3)."""
    u = np.linspace(-1, 1, columns + 1)[:, None]
    t = np.linspace(0, 1, rows + 1)[None]
    lifted = part.lift * np.abs(u) ** 3.2 * (1 - t) ** 2
    x = u * (wide * (1 - t) + top * t)
    y = -deep + inward * t + 0 * u
    z = part.rise * (0.9 * t**1.45 + 0.1 * t) + lifted
    return np.stack(np.broadcast_arrays(x, y, z), 2)


def _underside(eaves: Net, wide: float, deep: float, overhang: float) -> Net:
    """From the wall head out to the eaves, looking down."""
    inner = np.stack(
        [
            eaves[:, 0] / wide * (wide - overhang * 1.1),
            np.full(len(eaves), -deep + overhang * 1.1),
            np.full(len(eaves), -0.35),
        ],
        1,
    )
    return np.stack([inner, eaves - [0, 0, 0.02]], 1)


def _hip(line: Net) -> Mesh:
    """A plastered rib down one corner, from the ridge to the lifted eaves."""
    path = tuple((float(x), float(y), float(z) + 0.08) for x, y, z in line)
    return tube(Tube("hip", (0, 0, 0), path, (0.2,) * len(path), "tile_light", segments=5), 0)


def _ridge(half: float, height: float) -> Mesh:
    light = Finish(paint("tile_light"), 0.0, 0.0, 1.0)
    ends = [
        block((s * (half + 0.2) - 0.3, -0.26, height - 0.1), (s * (half + 0.2) + 0.3, 0.26, height + 0.95), light)
        for s in (-1, 1)
    ]
    return joined([block((-half - 0.5, -0.22, height - 0.25), (half + 0.5, 0.22, height + 0.4), light), *ends])
