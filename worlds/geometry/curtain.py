"""A glass wall that bends like a wave: panels of their own tint, lit offices at night, white fins."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.finish import even, finish, paint, scattered
from worlds.geometry.mesh import Mesh, joined, quads
from worlds.geometry.surface import cells, normals
from worlds.shape import Curtain

Net = NDArray[Any]


def curtain(part: Curtain, level: int) -> Mesh:
    """Panels: all of them, then half as many across and up, each with its own tint and light; fins between them."""
    across, up = (max(2, count >> min(level, 1)) for count in part.panels)
    net = spline(np.array(part.ribs), across, up)
    look = finish(part, part.colour)
    facing = normals(net)
    high = np.linspace(0.0, 1.0, up + 1)
    base = (
        look.colour[None, None]
        + (paint("glass_light") - look.colour)[None, None] * np.clip(high / 0.8, 0, 1)[None, :, None]
    )
    flow = 0.98 + 0.06 * np.sin(np.linspace(0, 9, across + 1)[:, None] + 7 * high[None])
    tint = cells(base * flow[..., None])
    count = len(tint)
    tint = tint * (1 + 0.09 * (scattered(count, 1) - 0.5))[:, None, None].astype(np.float32)
    roof = np.tile(high[1:] > part.roof_from, across)
    tint[roof] = tint[roof] * 0.4 + paint("fin") * 0.55
    lit = np.where(roof, 0.0, _offices(across, up, part.lit).reshape(-1))
    panels = quads(cells(net), tint, gloss=np.where(roof, 0.25, 1.0), glow=lit, normal=cells(facing))
    return joined([panels, _fins(net, facing, part.roof_from, 2)]) if part.fins else panels


def spline(control: Net, across: int, up: int) -> Net:
    """A smooth net (across + 1, up + 1, 3) through a coarse one (Catmull-Rom both ways, ends repeated)."""
    return _along(_along(control, across).transpose(1, 0, 2), up).transpose(1, 0, 2)


def _along(points: Net, count: int) -> Net:
    last = len(points) - 1
    place = np.linspace(0.0, last, count + 1)
    index = np.minimum(place.astype(np.int64), last - 1)
    t = (place - index)[:, None, None]
    before, start = points[np.maximum(index - 1, 0)], points[index]
    end, beyond = points[index + 1], points[np.minimum(index + 2, last)]
    pull, push = (end - before) / 2, (beyond - start) / 2
    cubed, squared = t**3, t**2
    between: Net = (
        (2 * cubed - 3 * squared + 1) * start
        + (cubed - 2 * squared + t) * pull
        + (3 * squared - 2 * cubed) * end
        + (cubed - squared) * push
    )
    return between


def _offices(across: int, up: int, share: float) -> Net:
    """Light per panel: runs of neighbours on one floor shine alike, as occupied offices do."""
    column, floor = np.arange(across)[:, None], np.arange(up)[None]
    run = (column + 3 * floor) // 5 * 17 + floor * 5
    chance = even(int(run.max()) + 1, 11)[run]
    strength = even(int(run.max()) + 1, 4)[run]
    wobble = 0.9 + 0.2 * scattered(across * up, 6).reshape(across, up)
    return np.where(chance < share, (0.35 + 0.55 * strength) * wobble, 0.0)


def _fins(net: Net, facing: Net, roof_from: float, every: int) -> Mesh:
    """Level fins at `every`-th joint and slim uprights, a hand's breadth proud of the glass."""
    white = paint("fin")
    up = net.shape[1] - 1
    top = int(up * roof_from)
    out = facing / np.maximum(np.linalg.norm(facing, axis=2, keepdims=True), 1e-9)
    half = np.array([0.0, 0.0, 0.2])
    pieces = []
    for j in range(every, top, every):
        edge, glass = net[:, j] + out[:, j] * 0.28, net[:, j] + half
        front = np.stack([edge[:-1] - half, edge[1:] - half, edge[1:] + half, edge[:-1] + half], 1)
        lid = np.stack([edge[:-1] + half, edge[1:] + half, glass[1:], glass[:-1]], 1)
        pieces += [quads(front, white), quads(lid, white)]
    side = np.array([0.1, 0.0, 0.0])
    for i in range(0, len(net), every):
        line = net[i, : top + 1 : every] + out[i, : top + 1 : every] * 0.22
        pieces.append(quads(np.stack([line[:-1] - side, line[:-1] + side, line[1:] + side, line[1:] - side], 1), white))
    return joined(pieces)
