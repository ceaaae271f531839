"""A citizen in their clothes, at five levels of detail; cached, for many citizens share a cut."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from worlds.avatar.clothes import coat, hood, jeogori, open_jacket, skirt
from worlds.avatar.head import flower, gat, glasses, hair, head
from worlds.avatar.sculpt import Figure, Sculptor, Tie, only
from worlds.avatar.skeleton import (
    CHEST,
    HEAD,
    HIPS,
    LEFT_ARM,
    LEFT_FOREARM,
    LEFT_SHIN,
    LEFT_THIGH,
    RIGHT_ARM,
    RIGHT_FOREARM,
    RIGHT_SHIN,
    RIGHT_THIGH,
    SKIRT,
)
from worlds.avatar.wardrobe import BODIES, EXTRAS, EYES, FACES, HAIR, HAIR_STYLES, OUTFITS, WINGS, Dye, Outfit
from worlds.avatar.wings import wings
from worlds.sessions.wire import Look

LEVELS = 5
"""0 is for talking to somebody, 3 for a crowd, 4 for one from afar."""
TRIANGLES = (1600, 800, 360, 90, 24)
"""The most that a figure may have, by level."""

LEGS = ((1, RIGHT_THIGH, RIGHT_SHIN), (-1, LEFT_THIGH, LEFT_SHIN))
ARMS = ((1, RIGHT_ARM, RIGHT_FOREARM), (-1, LEFT_ARM, LEFT_FOREARM))
KEPT = 512
"""Figures that stay made, at one level of detail each: some 50 kB for the finest, and there are 6,912 of those."""


def figure_of(look: Look, level: int) -> Figure:
    """The figure for a look at a level 0..4; paint it with `palette(look)[figure.dye] * figure.shade`."""
    style, _ = HAIR[look.hair % len(HAIR)]
    near = level < 2
    shape = Shape(
        look.body % len(BODIES),
        look.face % len(FACES) if near else 0,
        look.eyes % len(EYES) if near else 0,
        WINGS if look.extra == WINGS else look.extra % len(EXTRAS) if level == 0 else 0,
    )
    return _figure(look.outfit % len(OUTFITS), HAIR_STYLES.index(style), shape, level)


class Shape(NamedTuple):
    """What a citizen has from nature, and wears on their face: rows of the wardrobe's tables."""

    body: int
    face: int
    eyes: int
    extra: int


def forget_figures() -> None:
    """What was made so far goes; it is made anew for whoever comes."""
    _figure.cache_clear()
    _dressed.cache_clear()


@lru_cache(maxsize=KEPT)
def _figure(outfit: int, style: int, shape: Shape, level: int) -> Figure:
    figure = _dressed(outfit, style, shape.eyes, shape.extra, level)
    across, wide = BODIES[shape.body][1], FACES[shape.face][1]
    if across == wide == 1.0:
        return figure
    position, head = figure.position.copy(), figure.bones[:, 0] == HEAD
    position[~head, :2] *= across
    position[head, 0] *= wide
    return replace(figure, position=position)


@lru_cache(maxsize=KEPT)
def _dressed(outfit: int, style: int, eyes: int, extra: int, level: int) -> Figure:
    cut, hair_style = OUTFITS[outfit], HAIR_STYLES[style]
    body = Sculptor()
    if level >= 3:
        (silhouette if level == 3 else speck)(body, cut)
        return body.figure()
    layered = cut.name in ("jacket", "suit", "hoodie", "durumagi", "chima-jeogori")
    torso(body, cut, 2 if layered else level)
    if cut.name in ("chima-jeogori", "long-skirt"):
        toes(body, level)
    else:
        legs(body, cut, level)
    if cut.skirted:
        skirt(body, cut, level)
    if cut.name == "chima-jeogori":
        jeogori(body, level)
    if cut.name == "durumagi":
        coat(body, level)
    if cut.name in ("jacket", "suit"):
        open_jacket(body, cut, level)
    if cut.name == "hoodie":
        hood(body, level)
    arms(body, cut, level)
    head(body, level, EYES[eyes][1:])
    hair(body, hair_style, level, under_hat=cut.hat)
    if extra == WINGS:
        wings(body, level)
    elif EXTRAS[extra].endswith("glasses"):
        glasses(body, 9 if EXTRAS[extra].startswith("round") else 6)
    elif EXTRAS[extra] == "flower":
        flower(body)
    if cut.hat:
        gat(body, level)
    return body.figure()


def torso(body: Sculptor, cut: Outfit, level: int) -> None:
    """From the hips to the collar; the ring at the waist is doubled so that shirt meets trousers sharply."""
    heights = (
        (0.84, 0.92, 0.995, 0.996, 1.12, 1.25, 1.335, 1.385, 1.425)
        if level == 0
        else ((0.84, 0.995, 0.996, 1.14, 1.30, 1.385, 1.425) if level == 1 else (0.84, 0.995, 0.996, 1.30, 1.41))
    )
    known = (0.84, 0.92, 1.02, 1.12, 1.25, 1.335, 1.385, 1.425)
    wide = np.interp(heights, known, (0.152, 0.160, 0.140, 0.140, 0.166, 0.172, 0.135, 0.055))
    deep = np.interp(heights, known, (0.105, 0.112, 0.098, 0.102, 0.114, 0.104, 0.086, 0.055))
    one_piece = cut.skirted or cut.hat
    dyes = [Dye.TOP if one_piece or height > 0.9955 else Dye.BOTTOM for height in heights]
    ties: list[Tie] = [
        only(HIPS) if height < 0.95 else (CHEST, HIPS, 0.6) if height < 1.1 else only(CHEST) for height in heights
    ]
    body.rings([(0, 0, z) for z in heights], wide, deep, dyes, ties, (12, 8, 6)[level], first_cap=True)


def legs(body: Sculptor, cut: Outfit, level: int) -> None:
    """Trousers, or bare legs beneath a dress, and shoes."""
    heights = ((0.90, 0.74, 0.54, 0.47, 0.30, 0.085), (0.90, 0.50, 0.30, 0.085), (0.88, 0.46, 0.08))[level]
    if cut.name == "dress" and level == 0:
        heights = (0.62, 0.47, 0.30, 0.085)  # the skirt hides the rest
    radii = np.interp([-z for z in heights], (-0.9, -0.54, -0.3, -0.085), (0.088, 0.070, 0.060, 0.052))
    if cut.hat:
        radii = radii * (*[1.35] * (len(heights) - 1), 1.05)
    dye = Dye.SKIN if cut.name == "dress" else Dye.BOTTOM
    for side, thigh, shin in LEGS:
        ties: list[Tie] = [
            (thigh, HIPS, 0.6)
            if z > 0.85
            else only(thigh)
            if z > 0.53
            else (thigh, shin, 0.5)
            if z > 0.45
            else only(shin)
            for z in heights
        ]
        body.rings([(0.085 * side, 0, z) for z in heights], radii, radii * 1.05, dye, ties, (7, 6, 4)[level])
        body.ellipsoid(
            (0.088 * side, 0.045, 0.052),
            (0.056, 0.118, 0.058),
            Dye.SHOE,
            only(shin),
            rows=(5, 4, 3)[level],
            segments=(8, 6, 5)[level],
            low=-0.85,
        )


def toes(body: Sculptor, level: int) -> None:
    """What shows of the feet under a long skirt."""
    if level < 2:
        for side, _, shin in LEGS:
            body.ellipsoid(
                (0.07 * side, 0.09, 0.05), (0.05, 0.10, 0.05), Dye.SHOE, only(shin), rows=4, segments=6, low=-0.85
            )


def arms(body: Sculptor, cut: Outfit, level: int) -> None:
    """Sleeves and hands; a hanbok's sleeve is wide and curved, a casual shirt ends at the elbow."""
    heights: tuple[float, ...]
    across: tuple[float, ...]
    if level == 2:
        heights, across, radii = (1.365, 1.09, 0.86), (0.150, 0.215, 0.238), np.array((0.060, 0.046, 0.034))
    elif level == 1:
        heights = (1.395, 1.34, 1.22, 1.09, 0.86)
        across, radii = (0.120, 0.168, 0.196, 0.215, 0.238), np.array((0.026, 0.058, 0.050, 0.044, 0.032))
    else:
        heights = (1.400, 1.372, 1.320, 1.220, 1.130, 1.129, 1.060, 0.960, 0.862)
        across = (0.112, 0.150, 0.178, 0.197, 0.209, 0.209, 0.218, 0.228, 0.238)
        radii = np.array((0.018, 0.047, 0.057, 0.050, 0.045, 0.045, 0.042, 0.037, 0.032))
    down = [-z for z in heights]
    if cut.traditional:
        radii = radii * np.interp(down, (-1.4, -1.2, -1.0, -0.86), (1.05, 1.35, 2.0, 1.45))
    elif cut.name in ("jacket", "suit", "hoodie"):
        radii = radii * 1.14
    short = cut.name in ("casual", "dress")
    dyes = [Dye.SKIN if short and z < 1.1295 else Dye.TOP for z in heights]
    for side, upper, fore in ARMS:
        ties: list[Tie] = [
            (CHEST, upper, 0.6)
            if z > 1.385
            else (upper, CHEST, 0.75)
            if z > 1.33
            else only(upper)
            if z > 1.115
            else (upper, fore, 0.5)
            if z > 1.055
            else only(fore)
            for z in heights
        ]
        body.rings(
            [(x * side, 0, z) for x, z in zip(across, heights, strict=True)],
            radii,
            radii,
            dyes,
            ties,
            (7, 6, 4)[level],
            last_cap=True,
        )
        body.ellipsoid(
            (0.241 * side, 0.010, 0.808),
            (0.032, 0.042, 0.060),
            Dye.SKIN,
            only(fore),
            rows=(5, 4, 3)[level],
            segments=(7, 5, 4)[level],
        )


def silhouette(body: Sculptor, cut: Outfit) -> None:
    """The farthest level: same bones, same colours, under ninety triangles."""
    if cut.skirted:
        waist, hem, width = {"chima-jeogori": (1.18, 0.05, 0.43), "long-skirt": (1.0, 0.05, 0.30)}.get(
            cut.name, (1.0, 0.46, 0.28)
        )
        body.rings([(0, 0, 1.41), (0, 0, waist)], (0.11, 0.16), (0.08, 0.13), Dye.TOP, only(CHEST), 4)
        body.rings(
            [(0, 0, waist), (0, 0, hem)],
            (0.16, width),
            (0.14, width * 0.92),
            Dye.TOP if cut.name == "dress" else Dye.BOTTOM,
            [(CHEST, SKIRT, 0.6), only(SKIRT)],
            5,
        )
        if cut.name == "dress":
            for side, _, shin in LEGS:
                body.rings(
                    [(0.08 * side, 0, 0.5), (0.08 * side, 0.02, 0)], (0.05, 0.05), (0.05, 0.07), Dye.SKIN, only(shin), 3
                )
    else:
        hem = 0.62 if cut.hat else 0.88
        body.rings(
            [(0, 0, 1.41), (0, 0, hem)],
            (0.14, 0.22 if cut.hat else 0.155),
            (0.08, 0.17 if cut.hat else 0.10),
            Dye.TOP,
            [only(CHEST), (HIPS, CHEST, 0.7)],
            4,
        )
        for side, thigh, shin in LEGS:
            body.rings(
                [(0.085 * side, 0, 0.9), (0.085 * side, 0, 0.48), (0.085 * side, 0.02, 0)],
                (0.085, 0.065, 0.055),
                (0.085, 0.065, 0.07),
                Dye.BOTTOM,
                [(thigh, HIPS, 0.8), (thigh, shin, 0.5), only(shin)],
                3,
            )
    for side, upper, fore in ARMS:
        body.rings(
            [(0.14 * side, 0, 1.39), (0.215 * side, 0, 1.09), (0.24 * side, 0, 0.80)],
            (0.05, 0.048, 0.032),
            (0.05, 0.048, 0.032),
            (Dye.TOP, Dye.TOP, Dye.SKIN),
            [(CHEST, upper, 0.5), (upper, fore, 0.5), only(fore)],
            3,
        )
    body.ellipsoid((0, 0.012, 1.59), (0.12, 0.128, 0.148), Dye.SKIN, only(HEAD), rows=3, segments=5)
    body.ellipsoid(
        (0, -0.03, 1.63),
        (0.13, 0.13, 0.135),
        Dye.DARK if cut.hat else Dye.HAIR,
        only(HEAD),
        rows=3,
        segments=5,
        low=-0.35,
        tilt=0.4,
    )


def speck(body: Sculptor, cut: Outfit) -> None:
    """For a crowd so far away that a head is two pixels: what one wears above and below, legs that stride, a head."""
    short = cut.name == "dress"
    sides = 4 if cut.skirted and not short else 3
    hem = 0.9 if not cut.hat else 0.5
    if cut.skirted:
        low, width = (0.46, 0.28) if short else (0.04, 0.36)
        dye = Dye.TOP if short else Dye.BOTTOM
        body.rings([(0, 0, 1.05), (0, 0, low)], (0.16, width), (0.13, width * 0.92), dye, only(SKIRT), sides)
        if short:
            body.rings([(0, 0, 0.5), (0, 0.02, 0)], (0.12, 0.12), (0.06, 0.08), Dye.SKIN, only(HIPS), 3)
    else:
        for side, thigh, _ in LEGS:
            line = [(0.085 * side, 0, 0.92), (0.085 * side, 0.01, 0)]
            body.rings(line, (0.1, 0.08), (0.1, 0.09), Dye.BOTTOM, only(thigh), 3)
    body.rings([(0, 0, 1.43), (0, 0, min(hem, 1.05))], (0.2, 0.2), (0.1, 0.14), Dye.TOP, only(CHEST), sides)
    middle, half = np.array((0, 0.01, 1.6)), np.array((0.12, 0.135, 0.17))
    around = np.arange(sides) * 2 * np.pi / sides + np.pi / 2
    rim = np.stack([np.cos(around), np.sin(around), np.zeros(sides)], 1)
    unit = np.concatenate([[(0, 0, 1), (0, 0, -1)], rim])
    step = np.arange(sides)
    here, there = 2 + step, 2 + (step + 1) % sides
    faces = np.concatenate([np.stack([0 * step, here, there], 1), np.stack([0 * step + 1, there, here], 1)])
    top = Dye.DARK if cut.hat else Dye.HAIR
    dyes = [top, Dye.SKIN, *(Dye.SKIN if y > 0.5 else top for y in rim[:, 1])]
    body.add(middle + unit * half, unit, dyes, only(HEAD), faces)
