"""Walls with recessed windows: reveals, glass, frames, sills and hoods, in wall coordinates (along, up, out)."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from worlds.geometry.finish import Finish, even, finish, paint, scattered
from worlds.geometry.mesh import Floats, Mesh, joined, quads
from worlds.geometry.surface import faceted
from worlds.shape import Facade

Line = NDArray[np.float64]
BAR, SILL = 0.09, 0.2


def facade(part: Facade, level: int) -> Mesh:
    """Level 0: everything; 1: recesses without bars and mouldings; 2: flat glass on a flat wall."""
    count = max(1, round(part.length / part.bay))
    field = part.length / count
    number = np.tile(np.arange(count, dtype=np.float64), len(part.storeys))
    storey = np.repeat(np.arange(len(part.storeys)), count)
    feet, tops, sills, heads = (
        np.array([getattr(s, name) for s in part.storeys])[storey] for name in ("foot", "top", "sill", "head")
    )
    left, right = number * field, (number + 1) * field
    middle = (left + right) / 2
    width = min(part.width, field * 0.8)
    west, east = middle - width / 2, middle + width / 2
    look = finish(part, part.colour)
    lit = np.where(scattered(len(middle), 5) < part.lit, 0.6 + 0.4 * even(len(middle), 7), 0.0)
    panes = paint(part.glass)[None] * (0.86 + 0.28 * even(len(middle), 2))[:, None].astype(np.float32)
    if level == 2:
        walls = quads(
            _rectangle(0.0 * feet[::count], feet[::count], right[-1] + 0 * feet[::count], tops[::count]), look.colour
        )
        return joined([walls, quads(_rectangle(west, sills, east, heads, 0.04), panes, gloss=0.8, glow=lit)])
    pieces = [_surround(left, feet, right, tops, west, sills, east, heads, look)]
    arched = part.arch and level == 0
    spring = heads - width / 2 if arched else heads
    pieces.append(_reveals(west, sills, east, spring, part.recess, look, arched))
    shades = np.repeat(panes[:, None], 4, 1) * np.array([1.06, 1.06, 0.86, 0.86], np.float32)[None, :, None]
    pieces.append(
        quads(_rectangle(west, sills, east, heads, -part.recess), shades, occlusion=0.85, gloss=0.75, glow=lit)
    )
    if arched:
        pieces += [_arch(x, z, width / 2, part.recess, look) for x, z in zip(middle, spring, strict=True)]
    if level == 0:
        pieces.append(_bars(west, sills, east, heads, part.recess, paint(part.frame)))
        if part.hood:
            pieces.append(_mouldings(west, sills, east, heads, arched))
    return joined(pieces)


def _rectangle(x0: ArrayLike, z0: ArrayLike, x1: ArrayLike, z1: ArrayLike, out: float = 0.0) -> Floats:
    """Upright faces looking out (-y), (k, 4, 3)."""
    a, b, c, d = np.broadcast_arrays(*(np.atleast_1d(np.asarray(v, np.float64)) for v in (x0, z0, x1, z1)))
    y = np.full_like(a, -out)
    corners = [np.stack(p, -1) for p in ((a, y, b), (c, y, b), (c, y, d), (a, y, d))]
    return np.stack(corners, 1).astype(np.float32)


def _surround(
    left: Line, foot: Line, right: Line, top: Line, west: Line, sill: Line, east: Line, head: Line, look: Finish
) -> Mesh:
    """The wall round each window."""
    below, above = _rectangle(left, foot, right, sill), _rectangle(left, head, right, top)
    beside = [_rectangle(left, sill, west, head), _rectangle(east, sill, right, head)]
    return quads(np.concatenate([below, above, *beside]), look.colour, gloss=look.gloss, glow=look.glow)


def _reveals(west: Line, sill: Line, east: Line, head: Line, deep: float, look: Finish, arched: bool) -> Mesh:
    """The sides of the hole in the wall."""

    def face(*corners: tuple[Line, float, Line]) -> Floats:
        return np.stack([np.stack([x, np.full_like(x, y), z], -1) for x, y, z in corners], 1).astype(np.float32)

    sides = [
        face((west, 0.0, sill), (west, deep, sill), (west, deep, head), (west, 0.0, head)),
        face((east, deep, sill), (east, 0.0, sill), (east, 0.0, head), (east, deep, head)),
        face((west, 0.0, sill), (east, 0.0, sill), (east, deep, sill), (west, deep, sill)),
        face((west, deep, head), (east, deep, head), (east, 0.0, head), (west, 0.0, head)),
    ]
    openness = (0.7, 0.7, 0.9, 0.55)
    kept = sides[:3] if arched else sides
    tone = look.colour * np.float32(0.93)
    return joined(quads(side, tone, occlusion=o) for side, o in zip(kept, openness, strict=False))


def _arch(x: float, z: float, radius: float, deep: float, look: Finish) -> Mesh:
    """The round head of one opening: the wall above it, its soffit and a moulded ring."""
    angle = np.linspace(np.pi, 0.0, 11)
    edge = np.stack([x + radius * np.cos(angle), z + radius * np.sin(angle)], 1)
    lid = np.stack([edge[:, 0], np.full(11, z + radius)], 1)

    def net(low: Line, high: Line, low_out: float, high_out: float) -> Line:
        row = [np.stack([p[:, 0], np.full(11, -out), p[:, 1]], 1) for p, out in ((low, low_out), (high, high_out))]
        return np.stack(row, 1)

    wide = np.stack([x + (radius + 0.3) * np.cos(angle), z + (radius + 0.3) * np.sin(angle)], 1)
    trim = paint("stone_light")
    return joined(
        [
            faceted(net(edge, lid, 0.0, 0.0), look.colour),
            faceted(net(edge, edge, -deep, 0.0), trim, occlusion=np.array([[0.4, 0.8]])),
            faceted(net(edge, wide, 0.12, 0.12), trim),
        ]
    )


def _bars(west: Line, sill: Line, east: Line, head: Line, deep: float, colour: Floats) -> Mesh:
    """One upright and one level bar in front of the glass."""
    out, middle, rail = -deep + 0.05, (west + east) / 2, sill + (head - sill) * 0.62
    upright = _rectangle(middle - BAR, sill, middle + BAR, head, out)
    level = _rectangle(west, rail - BAR * 0.8, east, rail + BAR * 0.8, out)
    return quads(np.concatenate([upright, level]), colour)


def _mouldings(west: Line, sill: Line, east: Line, head: Line, arched: bool) -> Mesh:
    """A sill below each window and a hood above it, with shaded undersides."""
    trim = paint("stone_light")
    bands = [(sill - 0.25, sill, SILL, 0.18), (head + 0.05, head + 0.38, 0.16, 0.22)]
    pieces = []
    for low, high, out, wider in bands[: 1 if arched else 2]:
        a, b = west - wider, east + wider
        y, wall = np.full_like(a, -out), np.zeros_like(a)
        top = np.stack([np.stack(p, -1) for p in ((a, y, high), (b, y, high), (b, wall, high), (a, wall, high))], 1)
        under = np.stack([np.stack(p, -1) for p in ((a, wall, low), (b, wall, low), (b, y, low), (a, y, low))], 1)
        pieces.append(quads(np.concatenate([_rectangle(a, low, b, high, out), top]), trim))
        pieces.append(quads(under, trim, occlusion=0.5))
    return joined(pieces)
