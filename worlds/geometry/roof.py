"""The Korean tiled roof: hip (ujingak), hip-and-gable (paljak), gable (matbae), skirt, and gathered (moim).

Curves by the carpenter's rules of thumb (general knowledge): slopes hang through, eaves lift towards the corners and
run outward there, ridges sag by a hundredth. Rows of round tiles run straight down each slope and end at the hips.
"""

from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from worlds.geometry.finish import finish, paint
from worlds.geometry.mesh import Mesh, joined, moved, placing, quads
from worlds.geometry.roof_ridges import gables, ridges
from worlds.geometry.surface import Net, cells, faceted, surface
from worlds.shape import Roof

Line = NDArray[np.float64]
PITCH = (0.68, 1.4)
"""Metres between rows of round tiles at level 0 and 1; the real ones lie at 0.3-0.36."""
ROWS = (5, 2, 2)
RIB = 0.09
"""How far a row of round tiles stands out at level 0."""
EDGE = 0.26
"""Height of the eaves' edge: tile ends and the board under them."""
TUCK = 0.7
"""How far a side slope runs in under the verge of a gable."""
LIGHT, DARK = 1.07, 0.87
SMALL, GROWN = 3.0, 7.0
"""A body narrower than SMALL metres gets the roof of one GROWN metres deep, made smaller."""
UNDER_RISE = 0.2
"""Metres by which rafters climb inward for each metre of overhang."""


@dataclass(frozen=True)
class Frame:
    """The lines of a roof: half sizes at the eaves, how deep its slopes reach, and how its hips run."""

    half: tuple[float, float]
    depth: float
    """Metres from the eaves inward at which the rise is reached."""
    run: float
    """Metres that the hips run along the front for each metre of depth."""
    stop: float
    """Depth at which hips end: at a gable, at the wall above a skirt, or at the ridge."""
    part: Roof

    @property
    def ridge(self) -> float:
        """Half the length of the ridge."""
        return max(self.half[0] - self.run * self.stop, 0.0)

    def height(self, depth: Net) -> Net:
        """Height of the tiles at a depth, without the lift of the corners: steeper towards the ridge."""
        share = depth / self.depth
        risen: Net = self.part.rise * (0.62 * share + 0.38 * share**2)
        return risen

    def tiles(self, x: Net, depth: Net, half: float, deep: float, run: float) -> Net:
        """Points of the slope that looks south at (x, depth); its eaves are `deep` south of the middle."""
        width = np.maximum(half - run * np.minimum(depth, self.stop), 1e-6)
        outer = np.clip((np.minimum(np.abs(x) / width, 1.0) - 0.4) / 0.6, 0, 1) ** 2
        fading = (1 - np.minimum(depth / self.depth, 1.0)) ** 2
        away = self.bow * outer * fading
        z = self.height(depth) + self.part.lift * outer * fading
        if self.ridge > 0.5 and half == self.half[0]:
            z = z - self.sag * np.clip(1 - (x / self.ridge) ** 2, 0, 1) * (depth / self.depth) ** 4
        return np.stack(np.broadcast_arrays(x + np.sign(x) * away, depth - deep - away, z), -1)

    @property
    def bow(self) -> float:
        """Metres by which corners run out."""
        return 0.0 if self.part.kind in ("matbae", "moim") else 0.01 * self.half[0] * 2

    @property
    def sag(self) -> float:
        """Metres by which the middle of the ridge hangs."""
        return 0.0 if self.part.kind == "skirt" else 0.02 * self.ridge


def framed(part: Roof) -> Frame:
    """The lines that a kind of roof takes over a body."""
    wide, deep = part.size[0] / 2 + part.overhang, part.size[1] / 2 + part.overhang
    if part.kind == "matbae":
        wide = part.size[0] / 2 + 0.6 * part.overhang
        return Frame((wide, deep), deep, 0.0, deep, part)
    if part.kind == "paljak":
        inset = part.inset or min(part.overhang + 0.16 * part.size[0], 0.62 * deep)
        return Frame((wide, deep), deep, 1.0, inset, part)
    if part.kind == "skirt":
        inset = part.inset or part.overhang + 1.5
        return Frame((wide, deep), inset, 1.0, inset, part)
    if part.kind == "moim":
        side = deep * np.tan(np.pi / part.sides)
        return Frame((side, deep), deep, side / deep, deep, part)
    assert part.kind == "ujingak", part.kind
    ridge = max(wide - deep * 0.8, wide * 0.2)
    return Frame((wide, deep), deep, (wide - ridge) / deep, deep, part)


def roof(part: Roof, level: int) -> Mesh:
    """Slopes, the eaves' edge and underside, gables, ridges with their ornaments."""
    short = min(part.size)
    if short < SMALL:
        return moved(roof(_grown(part, GROWN / short), min(level + 1, 2)), np.diag([short / GROWN] * 3 + [1.0]))
    frame = framed(part)
    wide, deep = frame.half
    pieces: list[Mesh] = []
    if part.kind == "moim":
        around = joined(_slope(frame, wide, deep, frame.run, level))
        pieces += [moved(around, placing((0, 0, 0), 360.0 / part.sides * i)) for i in range(part.sides)]
    else:
        sides = [(0.0, _slope(frame, wide, deep, frame.run, level))]
        if part.kind != "matbae":
            sides.append((90.0, _slope(frame, deep, wide, 1.0 if frame.run == 1.0 else 1.0 / frame.run, level)))
        for turn, made in sides:
            one = joined(made)
            pieces += [moved(one, placing((0, 0, 0), turn + way)) for way in (0.0, 180.0)]
    pieces += gables(frame, level)
    pieces += ridges(frame, level)
    return joined(pieces)


def _grown(part: Roof, times: float) -> Roof:
    """The same roof so many times as large: a model's roof has a model's tiles and ridges."""
    size = (part.size[0] * times, part.size[1] * times)
    lengths = {name: getattr(part, name) * times for name in ("rise", "overhang", "lift", "inset")}
    return replace(part, size=size, **lengths)


def _slope(frame: Frame, half: float, deep: float, run: float, level: int) -> list[Mesh]:
    """One slope looking south with its edge and underside. `half`: half its eaves; `deep`: eaves to the middle."""
    part = frame.part
    front = half == frame.half[0] or part.kind == "moim"
    # the side slope of a hip roof reaches the ridge after another distance than the front slope does
    scale = 1.0 if front else 1.0 / run if part.kind == "ujingak" else 1.0
    x, reach = _columns(frame, half, front, level)
    rows = max(2, min(ROWS[level], round(frame.depth / 1.5)))
    share = np.linspace(0, 1, rows + 1)[None]
    depth = reach[:, None] * share
    net = frame.tiles(np.broadcast_to(x[:, None], depth.shape), depth, half, deep, frame.run if front else 1.0)
    if scale != 1.0:
        net[..., 1] = net[..., 1] + depth * (scale - 1.0)
    look = finish(part, part.colour)
    ribbed = np.arange(len(x)) % 2 == 1
    tone = np.where(ribbed, LIGHT, DARK) if level < 2 else np.full(len(x), (LIGHT + DARK) / 2)
    tint = np.clip(look.colour * tone[:, None, None] * np.linspace(0.97, 1.03, rows + 1)[None, :, None], 0, 1)
    gloss = part.gloss or 0.06
    if level == 0:
        net[ribbed, :, 2] += RIB * (1 - share**6) * np.clip(reach[ribbed, None] / 1.5, 0, 1)
    make = faceted if level == 0 else surface
    seams = np.nonzero(np.diff(x) < 1e-9)[0] + 1
    pieces = zip(np.split(net, seams), np.split(tint, seams), strict=True)
    eaves = np.delete(net[:, 0], seams, 0)
    return [*(make(piece, shade, gloss=gloss) for piece, shade in pieces), *_edge(frame, eaves, half, deep, level)]


def _columns(frame: Frame, half: float, front: bool, level: int) -> tuple[Line, Line]:
    """Where along the eaves columns of tiles stand, and how deep each runs before it meets a hip or the ridge."""
    part, stop = frame.part, frame.stop
    run = frame.run if front else 1.0
    half_pitch = PITCH[level] / 2 if level < 2 else max(half / 3, 2.0)
    if not run:
        count = 2 * max(1, round(half / half_pitch))
        x = np.linspace(-half, half, count + 1)
        return x, np.full(len(x), frame.depth)
    corner = max(1, round(stop / half_pitch))
    steps = np.linspace(0, stop, corner + 1)
    inner = half - run * stop
    outside = half - run * steps
    along = steps
    if inner > 0.05:
        middle = 2 * max(1, round(inner / half_pitch))
        between = np.linspace(-inner, inner, middle + 1)
        # a gable's verge stands where its hip ends: one column ends there, another begins and runs to the ridge
        gable = front and part.kind == "paljak"
        between = between if gable else between[1:-1]
    else:
        between, outside, along = np.zeros(1), outside[:-1], steps[:-1]
    most = frame.depth if front else stop + (TUCK if part.kind == "paljak" else 0.0)
    if part.kind == "skirt":
        most = stop
    x = np.concatenate([-outside, between, outside[::-1]])
    reach = np.concatenate([along, np.full(len(between), most), along[::-1]])
    if not front and part.kind == "paljak":
        reach = np.minimum((half - np.abs(x)) / run, most)
    return x, np.maximum(reach, 0.0)


def _edge(frame: Frame, eaves: Net, half: float, deep: float, level: int) -> list[Mesh]:
    """The tile ends along the eaves, the rafters under them, and the frieze on which the rafters rest."""
    part = frame.part
    drop = np.array([0.0, 0.0, EDGE])
    ends = paint(part.colour) * np.float32(0.8 * part.tone)
    overhang = part.overhang
    inward = half - (
        0.6 * overhang if part.kind == "matbae" else overhang * (half / deep if part.kind == "moim" else 1)
    )
    outer = eaves[:: 2 if level == 1 else 1]
    inner = np.stack(
        [
            np.clip(outer[:, 0] / half, -1, 1) * inward,
            np.full(len(outer), overhang - deep),
            np.full(len(outer), UNDER_RISE * overhang),
        ],
        1,
    )
    below = outer - drop
    under = np.stack([inner, below], 1)
    rafter, board = paint(part.rafters), paint(part.boards)
    count = len(outer) - 1
    mix = (rafter + board) / 2
    if level < 2:
        strength = (1.0, 0.45)[level]
        even = (np.arange(count) % 2 == 0)[:, None]
        stripes = mix + (np.where(even, rafter, board) - mix) * strength
    else:
        stripes = np.repeat(mix[None], count, 0)
    shade = np.broadcast_to(np.array([0.62, 0.95])[None], (len(outer), 2))
    made = [
        faceted(np.stack([below, outer], 1), ends, occlusion=0.9),
        quads(cells(under), stripes.astype(np.float32), occlusion=cells(shade[..., None])[..., 0]),
    ]
    foot = inner.copy()
    foot[:, 2] = -0.5
    made.append(faceted(np.stack([foot[[0, -1]], inner[[0, -1]]], 1), rafter * np.float32(0.9), occlusion=0.65))
    return made
