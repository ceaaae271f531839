"""What crowns a Korean roof: plastered ridges with their end tiles, hips with small guardians, and gable walls."""

from typing import TYPE_CHECKING

import numpy as np

from worlds.geometry.finish import Finish, paint
from worlds.geometry.mesh import Mesh, joined, moved, placing
from worlds.geometry.solids import block
from worlds.geometry.surface import Net, faceted

if TYPE_CHECKING:
    from worlds.geometry.roof import Frame

VERGE = 0.7
"""How far the tiles run out over a gable wall."""
GUARDIANS = 5
"""Small figures on each hip of a palace roof; 5 to 11 on real ones (general knowledge)."""


def bar(path: Net, width: float, height: float, colour: str, sunk: float = 0.12, tone: float = 1.0) -> Mesh:
    """A plastered ridge along a path (n, 3): two cheeks, a top and both ends."""
    ahead = np.gradient(path, axis=0)
    side = np.stack([ahead[:, 1], -ahead[:, 0], np.zeros(len(path))], 1)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    down, up = np.array([0, 0, -sunk]), np.array([0, 0, height])
    right, left = path + side * width / 2, path - side * width / 2
    section = np.stack([right + down, right + up, left + up, left + down], 1)
    look = paint(colour) * np.float32(tone)
    caps = [np.stack([row[[0, 1]], row[[3, 2]]], 1) for row in (section[0], section[-1])]
    return joined([faceted(section, look), faceted(caps[0][::-1], look), faceted(caps[1], look)])


def ridges(frame: "Frame", level: int) -> list[Mesh]:
    """The main ridge, the descending ridges and the hips; at level 2 the main ridge alone."""
    part = frame.part
    short = min(part.size)
    thick, tall = min(0.34 + 0.012 * part.size[1], 0.075 * short), min(0.3 + 0.035 * part.size[1], 0.085 * short)
    made: list[Mesh] = []
    steps = (9, 5, 3)[level]
    if part.kind not in ("skirt", "moim"):
        reach = frame.ridge + (0.15 if part.kind != "ujingak" else 0.3)
        x = np.linspace(-reach, reach, steps)
        z = part.rise - frame.sag * np.clip(1 - (x / max(frame.ridge, 0.1)) ** 2, 0, 1)
        made.append(bar(np.stack([x, 0 * x, z], 1), thick, tall, part.ridge))
        if part.gable:
            made += [_end(s * reach, part.rise, tall, thick, s, part.ridge) for s in (-1, 1)]
    if part.kind == "moim":
        made.append(_finial(part.rise, tall, part.ridge, level))
    if level == 2 or not part.gable:
        return made
    if part.kind == "matbae":
        return made + _rakes(frame, thick * 0.8, tall * 0.7, level)
    hips = _hips(frame, thick * 0.8, tall * 0.62, level)
    rakes = _rakes(frame, thick * 0.8, tall * 0.7, level) if part.kind == "paljak" else []
    return made + hips + rakes


def _hips(frame: "Frame", width: float, height: float, level: int) -> list[Mesh]:
    part = frame.part
    wide, deep = frame.half
    steps = (7, 4)[level]
    depth = np.linspace(0.03 * frame.stop, frame.stop, steps)
    line = frame.tiles(wide - frame.run * depth, depth, wide, deep, frame.run)
    one = [bar(line, width, height, part.ridge)]
    if level == 0 and part.ridge == "ridge_plaster" and part.size[0] > 9:
        spots = np.linspace(0.1, 0.34, GUARDIANS)
        figure = Finish(paint("tile_light") * np.float32(0.85), 0.0, 0.0, 0.8)
        for share in spots:
            x, y, z = frame.tiles(
                np.array(wide - frame.run * share * frame.stop), np.array(share * frame.stop), wide, deep, frame.run
            )
            foot = z + height - 0.05
            one.append(block((x - 0.09, y - 0.09, foot), (x + 0.09, y + 0.09, foot + 0.36), figure))
    made = joined(one)
    if part.kind == "moim":
        return [moved(made, placing((0, 0, 0), 360.0 / part.sides * i)) for i in range(part.sides)]
    mirrored = moved(made, np.diag([-1.0, 1.0, 1.0, 1.0]))
    half = joined([made, mirrored])
    if part.kind == "skirt":
        half = joined([half, *_collar(frame, width, height)])
    return [half, moved(half, placing((0, 0, 0), 180.0))]


def _collar(frame: "Frame", width: float, height: float) -> list[Mesh]:
    """The ridge along the wall against which a skirt leans: front and one side."""
    (wide, deep), stop, rise = frame.half, frame.stop, frame.part.rise
    x, y = wide - stop, deep - stop
    front = np.array([[-x, -y, rise], [x, -y, rise]])
    side = np.array([[x, -y, rise], [x, y, rise]])
    return [bar(line, width, height * 0.8, frame.part.ridge) for line in (front, side)]


def _rakes(frame: "Frame", width: float, height: float, level: int) -> list[Mesh]:
    """Ridges that run down along the verges of the gables."""
    wide, deep = frame.half
    first = frame.stop if frame.part.kind == "paljak" else 0.04 * frame.depth
    depth = np.linspace(first, frame.depth * 0.97, (5, 3)[min(level, 1)])
    x = np.full(len(depth), frame.ridge - width / 2)
    line = frame.tiles(x, depth, wide, deep, frame.run)
    line[:, 0] = x
    one = bar(line, width, height, frame.part.ridge)
    half = joined([one, moved(one, np.diag([-1.0, 1.0, 1.0, 1.0]))])
    return [half, moved(half, placing((0, 0, 0), 180.0))]


def gables(frame: "Frame", level: int) -> list[Mesh]:
    """Both gable walls with their verge boards."""
    part = frame.part
    if part.kind not in ("paljak", "matbae") or not part.gable:
        return []
    wide, deep = frame.half
    verge = VERGE if part.kind == "paljak" else 0.6 * part.overhang
    first = frame.stop + VERGE if part.kind == "paljak" else part.overhang * 0.8
    depth = np.linspace(first, frame.depth, (6, 4, 3)[level])
    rising = frame.height(depth)
    y = np.concatenate([depth - deep, (deep - depth)[-2::-1]])
    top = np.concatenate([rising, rising[-2::-1]])
    base = rising[0] - 0.3 if part.kind == "paljak" else -0.5
    x = np.full(len(y), frame.ridge - verge)
    wall = np.stack([np.stack([x, y, np.full(len(y), base)], 1), np.stack([x, y, top], 1)], 1)
    made = [faceted(wall, paint(part.gable), occlusion=np.array([[0.7, 0.5]]))]
    start = frame.stop if part.kind == "paljak" else 0.0
    rake = np.linspace(start, frame.depth, (6, 4, 3)[level])
    edge = frame.height(rake)
    if part.kind == "matbae":
        edge = frame.tiles(np.full(len(rake), wide), rake, wide, deep, frame.run)[:, 2]
    y = np.concatenate([rake - deep, (deep - rake)[-2::-1]])
    z = np.concatenate([edge, edge[-2::-1]])
    out = np.full(len(y), frame.ridge)
    low = np.stack([out, y, z - 0.42], 1)
    made.append(faceted(np.stack([low, np.stack([out, y, z + 0.02], 1)], 1), paint(part.boards), occlusion=0.9))
    inner = np.stack([x[0] + 0 * out, y, z - 0.42], 1)
    if level < 2:
        made.append(faceted(np.stack([inner, low], 1), paint(part.boards) * np.float32(0.8), occlusion=0.5))
    one = joined(made)
    return [one, moved(one, placing((0, 0, 0), 180.0))]


def _end(x: float, z: float, tall: float, thick: float, side: int, colour: str) -> Mesh:
    """The end tile of a ridge: a dragon's head (chwidu) that bites the ridge, seen as a stepped block."""
    look = Finish(paint("tile_light") if colour == "ridge_plaster" else paint(colour), 0.0, 0.0, 1.0)
    wide = thick * 0.62
    if colour == "ridge_grey":
        return block(*_span(x - side * 0.2, x + side * 0.06, wide, z - 0.2, z + tall * 1.3), look)
    low = block(*_span(x - side * 0.75, x + side * 0.12, wide, z - 0.2, z + tall * 1.35), look)
    horn = block(*_span(x - side * 0.3, x + side * 0.2, wide * 0.8, z + tall * 1.35, z + tall * 2.1), look)
    return joined([low, horn])


def _span(a: float, b: float, half: float, low: float, high: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return (min(a, b), -half, low), (max(a, b), half, high)


def _finial(z: float, tall: float, colour: str, level: int) -> Mesh:
    """The jar-shaped tile (jeolbyeongtong) where gathered slopes meet."""
    look = Finish(paint(colour), 0.0, 0.0, 1.0)
    foot = block((-0.45, -0.45, z - 0.35), (0.45, 0.45, z + 0.25), look)
    if level == 2:
        return foot
    return joined([foot, block((-0.26, -0.26, z + 0.25), (0.26, 0.26, z + 0.7), look)])
