"""Plain bodies: boxes, prisms, lathes, lofts, tubes, discs, signs."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.finish import Finish, finish, paint
from worlds.geometry.mesh import Mesh, crossed, joined, mesh_of, quads
from worlds.geometry.surface import faceted, surface
from worlds.shape import Box, Disc, Lathe, Loft, Prism, Sign, Spot, Tube, Water

CREASE = 48.0
"""Degrees; a softer bend is drawn round."""
CORNERS = {
    "s": ("000", "100", "101", "001"),
    "n": ("110", "010", "011", "111"),
    "e": ("100", "110", "111", "101"),
    "w": ("010", "000", "001", "011"),
    "t": ("001", "101", "111", "011"),
    "b": ("010", "110", "100", "000"),
}
"""Each side's corners as which end (x, y, z) of the box they take, counter-clockwise from outside."""


def block(low: tuple[float, ...], high: tuple[float, ...], look: Finish, faces: str = "snewt") -> Mesh:
    """A box from its lowest to its highest corner."""
    ends = (low, high)
    corners = [[[ends[int(c[i])][i] for i in range(3)] for c in CORNERS[side]] for side in faces]
    foot = [[look.foot if c[2] == "0" else 1.0 for c in CORNERS[side]] for side in faces]
    return quads(corners, look.colour, occlusion=np.array(foot), gloss=look.gloss, glow=look.glow)


def box(part: Box, level: int) -> Mesh:
    """A box; bevelled at level 0."""
    width, depth, height = part.size
    look = finish(part, part.colour)
    if part.bevel and level == 0:
        cut = min(part.bevel, width * 0.24, depth * 0.24, height * 0.4)
        return _bevelled(width, depth, height, cut, look, "b" in part.faces)
    return block((-width / 2, -depth / 2, 0.0), (width / 2, depth / 2, height), look, part.faces)


def _bevelled(width: float, depth: float, height: float, cut: float, look: Finish, below: bool) -> Mesh:
    def ring(inset: float, z: float) -> list[tuple[float, float, float]]:
        x, y = width / 2 - inset, depth / 2 - inset
        plan = [(x - cut, -y), (x, -y + cut), (x, y - cut), (x - cut, y), (-x + cut, y), (-x, y - cut)]
        plan += [(-x, -y + cut), (-x + cut, -y)]
        return [(px, py, z) for px, py in [*plan, plan[0]]]

    rings = [ring(0.0, 0.0), ring(0.0, height - cut), ring(cut, height)]
    if below:
        rings.insert(0, ring(cut, 0.0))
        rings[1] = ring(0.0, cut)
    net = np.array(rings).transpose(1, 0, 2)
    foot = np.array([look.foot, *[1.0] * (len(rings) - 1)])[None]
    side = faceted(net, look.colour, occlusion=foot, gloss=look.gloss, glow=look.glow)
    parts = [side, fan(np.array(rings[-1][:-1]), look)]
    if below:
        parts.append(fan(np.array(rings[0][:-1])[::-1], look, look.foot))
    return joined(parts)


def fan(outline: NDArray[np.floating], look: Finish, occlusion: float = 1.0) -> Mesh:
    """A flat convex face, (k, 3) counter-clockwise."""
    points = np.asarray(outline, np.float64)
    middle = points.mean(0)
    normal = np.cross(points[1] - points[0], points[2] - points[1])
    triangles = [(0, i, i + 1) for i in range(1, len(points) - 1)]
    sample = points * 0.86 + middle * 0.14
    return mesh_of(
        points, normal, look.colour, triangles, occlusion=occlusion, gloss=look.gloss, glow=look.glow, sample=sample
    )


def prism(part: Prism, level: int) -> Mesh:
    """Walls and top of an outline, which may have inward corners."""
    look = finish(part, part.colour)
    plan = np.array(part.outline)
    after = np.roll(plan, -1, 0)
    foot, top = np.zeros((len(plan), 1)), np.full((len(plan), 1), part.height)
    walls = np.stack([np.c_[plan, foot], np.c_[after, foot], np.c_[after, top], np.c_[plan, top]], 1)
    shade = np.array([[look.foot, look.foot, 1.0, 1.0]])
    side = quads(walls, look.colour, occlusion=shade, gloss=look.gloss, glow=look.glow)
    return joined([side, sheet(part.outline, part.height, look)])


def sheet(outline: tuple[Spot, ...], height: float, look: Finish) -> Mesh:
    """A level face within an outline that may have inward corners, seen from above."""
    points = np.c_[np.array(outline), np.full(len(outline), height)]
    return mesh_of(points, (0, 0, 1), look.colour, _ears(outline), gloss=look.gloss, glow=look.glow)


def water(part: Water, level: int) -> Mesh:
    """A sheet of water: one level face."""
    return sheet(part.outline, 0.0, finish(part, part.colour))


def _ears(outline: tuple[Spot, ...]) -> list[tuple[int, int, int]]:
    """A simple counter-clockwise outline cut into triangles by clipping ears (Meisters 1975)."""

    def twist(a: int, b: int, c: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = outline[a], outline[b], outline[c]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    left, found = list(range(len(outline))), []
    while len(left) > 3:
        for i, tip in enumerate(left):
            before, after = left[i - 1], left[(i + 1) % len(left)]
            inside = (p for p in left if p not in (before, tip, after))
            if twist(before, tip, after) > 0 and not any(
                twist(before, tip, p) >= 0 and twist(tip, after, p) >= 0 and twist(after, before, p) >= 0
                for p in inside
            ):
                found.append((before, tip, after))
                left.pop(i)
                break
        else:
            break
    last = (left[0], left[1], left[2])
    return [*found, last] if twist(*last) > 0 else found


def lathe(part: Lathe, level: int) -> Mesh:
    """A turned body; half the segments at each coarser level, but never fewer than five.

    A smooth one keeps the sharp edges of its profile: where it bends by more than CREASE, a new surface begins.
    """
    segments = max(part.segments >> level, min(part.segments, 5))
    look = finish(part, part.colour)
    angle = np.arange(segments + 1) % segments * (2 * np.pi / segments) + np.pi / segments
    profile = np.array(part.profile)
    net = np.zeros((segments + 1, len(profile), 3))
    net[..., 0] = np.cos(angle)[:, None] * profile[:, 0] * part.squash[0]
    net[..., 1] = np.sin(angle)[:, None] * profile[:, 0] * part.squash[1]
    net[..., 2] = profile[:, 1]
    foot = np.linspace(look.foot, 1.0, len(profile))[None]
    if not part.smooth:
        return faceted(net, look.colour, occlusion=foot, gloss=look.gloss, glow=look.glow)
    ends = [0, *_creases(profile), len(profile) - 1]
    return joined(
        surface(net[:, a : b + 1], look.colour, occlusion=foot[:, a : b + 1], gloss=look.gloss, glow=look.glow)
        for a, b in pairwise(ends)
    )


def _creases(profile: NDArray[np.float64]) -> list[int]:
    """Numbers of the inner points at which a profile bends sharply."""
    ahead = np.diff(profile, axis=0)
    heading = np.degrees(np.arctan2(ahead[:, 1], ahead[:, 0]))
    bend = np.abs((np.diff(heading) + 180) % 360 - 180)
    return [int(i) + 1 for i in np.nonzero(bend > CREASE)[0]]


def loft(part: Loft, level: int) -> Mesh:
    """The surface through the rows."""
    look = finish(part, part.colour)
    net = np.array(part.rows).transpose(1, 0, 2)
    foot = np.linspace(look.foot, 1.0, net.shape[1])[None]
    make = surface if part.smooth else faceted
    sides = [make(net, look.colour, occlusion=foot, gloss=look.gloss, glow=look.glow)]
    if part.both:
        sides.append(make(net[::-1], look.colour, occlusion=foot, gloss=look.gloss, glow=look.glow))
    return joined(sides)


def tube(part: Tube, level: int) -> Mesh:
    """A rod of round section: the section stands square to the path."""
    segments = max(part.segments >> level, 3)
    look = finish(part, part.colour)
    path = np.array(part.path)
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    helper = np.where(np.abs(ahead[:, 2:]) > 0.9, [[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]])
    side = np.cross(helper, ahead)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    other = np.cross(ahead, side)
    angle = (np.arange(segments + 1) % segments * (2 * np.pi / segments))[:, None, None]
    reach = np.array(part.radii)[None, :, None]
    net = path[None] + reach * (np.cos(angle) * side[None] + np.sin(angle) * other[None])
    foot = np.linspace(look.foot, 1.0, len(path))[None]
    return unfolded(surface(net, look.colour, occlusion=foot, gloss=look.gloss, glow=look.glow))


def unfolded(mesh: Mesh) -> Mesh:
    """Without the triangles that a sharp bend turned inside out: they lie within the body."""
    corners = mesh.position[mesh.triangles].astype(np.float64)
    across = crossed(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return replace(mesh, triangles=mesh.triangles[(across * mesh.normal[mesh.triangles].mean(1)).sum(1) > 0])


def disc(part: Disc, level: int) -> Mesh:
    """A round upright plate."""
    segments = max(part.segments >> level, 6)
    angle = np.arange(segments) * (2 * np.pi / segments)
    outline = np.stack([np.cos(angle), np.zeros(segments), np.sin(angle)], 1) * part.radius
    return fan(outline, finish(part, part.colour))


def sign(part: Sign, level: int) -> Mesh:
    """A board 4 cm thick with a narrow rim; its front is at y = -0.04."""
    width, height = part.size
    rim = Finish(paint(part.ink) * np.float32(part.tone), 0.0, 0.0, 1.0)
    board = Finish(paint(part.colour) * np.float32(part.tone), part.gloss, part.glow, 1.0)
    edge = 0.03
    back = block((-width / 2 - edge, -0.03, -edge), (width / 2 + edge, 0.0, height + edge), rim, "snewtb")
    return joined([back, block((-width / 2, -0.04, 0.0), (width / 2, -0.03, height), board, "s")])
