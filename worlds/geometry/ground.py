"""The ground: rings between rounded outlines, ribbons of paint."""

import numpy as np

from worlds.geometry.finish import finish
from worlds.geometry.mesh import Mesh, joined, quads
from worlds.geometry.surface import Net, surface
from worlds.shape import Ring, Stripe


def ring(part: Ring, level: int) -> Mesh:
    """The band between two superellipses (|x/a|^n + |y/b|^n = 1), looking up (or out, where it falls steeply)."""
    segments = part.segments >> (1 if level == 2 else 0)
    look = finish(part, part.colour)
    angle = np.arange(segments + 1) % segments * (2 * np.pi / segments)
    inner = outline(angle, part.inner[0], part.inner[1], part.powers[0])
    outer = outline(angle, part.outer[0], part.outer[1], part.powers[1])
    share = np.linspace(1.0, 0.0, part.bands + 1)[None, :, None]
    plan = outer[:, None] * share + inner[:, None] * (1 - share)
    height = np.broadcast_to(part.rise * (1 - share), (segments + 1, part.bands + 1, 1))
    return surface(np.concatenate([plan, height], 2), look.colour, gloss=look.gloss, glow=look.glow)


def outline(angle: Net, a: float, b: float, power: float) -> Net:
    """Points of a superellipse in the directions of `angle`; (n, 2). No size: the middle, n times."""
    if not a or not b:
        return np.zeros((len(angle), 2))
    cosine, sine = np.cos(angle), np.sin(angle)
    if power == 2.0:
        return np.stack([a * cosine, b * sine], 1)
    reach = (np.abs(cosine / a) ** power + np.abs(sine / b) ** power) ** (-1 / power)
    return np.stack([cosine * reach, sine * reach], 1)


def stripe(part: Stripe, level: int) -> Mesh:
    """Flat ribbons along each leg of the path."""
    look = finish(part, part.colour)
    on, off = part.dash
    pieces = []
    for start, end in zip(part.path[:-1], part.path[1:], strict=True):
        a, b = np.array(start), np.array(end)
        length = float(np.linalg.norm(b - a))
        ahead = (b - a) / length
        left = np.array([-ahead[1], ahead[0]]) * part.width / 2
        starts = np.arange(0.0, length, on + off) if on else np.zeros(1)
        for s in starts:
            p, q = a + ahead * s, a + ahead * (min(s + on, length) if on else length)
            pieces.append([(*(p - left), 0.0), (*(q - left), 0.0), (*(q + left), 0.0), (*(p + left), 0.0)])
    return joined([quads(pieces, look.colour, gloss=look.gloss, glow=look.glow)])
