"""The neighbours in the street: plain blocks whose windows come from one shared facade tile."""

from itertools import pairwise

import numpy as np

from worlds.geometry.finish import Finish, finish, paint
from worlds.geometry.mesh import Floats, Mesh, joined, quads
from worlds.geometry.solids import block
from worlds.shape import Tower


def tower(part: Tower, level: int) -> Mesh:
    """Walls with uv in windows and storeys, a roof, and (levels 0 and 1) a parapet and a lift house."""
    width, depth, height = part.size
    share, inset = part.setback
    look = finish(part, part.colour)
    lower = height * share
    bodies = [(width, depth, 0.0, lower)]
    if inset and share < 1.0:
        bodies.append((width - 2 * inset, depth - 2 * inset, lower, height))
    pieces = []
    for wide, deep, foot, top in bodies:
        pieces.append(_walls(wide, deep, foot, top, part, look, level))
        if part.parapet and level < 2:
            pieces.append(_parapet(wide, deep, top, look))
    wide, deep, _, top = bodies[-1]
    if part.parapet and level < 2:
        house = Finish(look.colour * np.float32(0.92), 0.0, 0.0, 0.8)
        pieces.append(block((-wide * 0.2, -deep * 0.15, top), (wide * 0.12, deep * 0.2, top + 3.2), house))
    return joined(pieces)


def _walls(wide: float, deep: float, foot: float, top: float, part: Tower, look: Finish, level: int) -> Mesh:
    x, y = wide / 2, deep / 2
    plan = [(-x, -y), (x, -y), (x, y), (-x, y)]
    heights = [foot, foot + min(8.0, (top - foot) * 0.3), top] if level < 2 and foot == 0.0 else [foot, top]
    faces, windows, shade = [], [], []
    for i, (ax, ay) in enumerate(plan):
        bx, by = plan[(i + 1) % 4]
        across = max(1, round((abs(bx - ax) + abs(by - ay)) / part.bay))
        for low, high in pairwise(heights):
            faces.append([(ax, ay, low), (bx, by, low), (bx, by, high), (ax, ay, high)])
            below, above = round((low - foot) / part.storey, 3), (high - foot) / part.storey
            windows.append([(0, below), (across, below), (across, above), (0, above)])
            low_open, high_open = _openness(low), _openness(high)
            shade.append([low_open, low_open, high_open, high_open])
    roof: Floats = np.array([[(*corner, top) for corner in plan]], np.float32)
    return joined(
        [
            quads(faces, look.colour, occlusion=np.array(shade), gloss=look.gloss or 0.15, uv=np.array(windows)),
            quads(roof, paint("roof") * np.float32(0.96)),
        ]
    )


def _openness(height: float) -> float:
    """Streets are darker at the foot of their buildings."""
    return 0.62 + 0.38 * min(height / 9, 1.0)


def _parapet(wide: float, deep: float, top: float, look: Finish) -> Mesh:
    x, y, thick, high = wide / 2, deep / 2, 0.6, top + 1.1
    rims = [
        ((-x, -y, top), (x, -y + thick, high), "snt"),
        ((-x, y - thick, top), (x, y, high), "snt"),
        ((-x, -y + thick, top), (-x + thick, y - thick, high), "ewt"),
        ((x - thick, -y + thick, top), (x, y - thick, high), "ewt"),
    ]
    plain = Finish(look.colour, 0.0, 0.0, 1.0)
    return joined(block(low, up, plain, faces + ("ew" if faces == "snt" else "")) for low, up, faces in rims)
