"""Garments worn over the body: skirts, the jeogori, the durumagi, jackets, a hood."""

import numpy as np

from worlds.avatar.sculpt import Sculptor, Tie, only
from worlds.avatar.skeleton import CHEST, HIPS, SKIRT
from worlds.avatar.wardrobe import Dye, Outfit

SKIRTS = {
    "chima-jeogori": ((1.22, 1.12, 0.97, 0.74, 0.42, 0.05), (0.160, 0.185, 0.250, 0.340, 0.410, 0.440)),
    "long-skirt": ((1.02, 0.92, 0.70, 0.45, 0.06), (0.152, 0.182, 0.215, 0.260, 0.300)),
    "dress": ((1.02, 0.92, 0.72, 0.55, 0.46), (0.152, 0.182, 0.235, 0.280, 0.295)),
}
"""Heights and radii of each skirt, metres: a chima is high and full."""


def skirt(body: Sculptor, cut: Outfit, level: int) -> None:
    """A skirt that swings with its own bone; folds are shades, not triangles."""
    heights, radii = SKIRTS[cut.name]
    if level == 2:
        heights, radii = (
            heights[::2] + heights[-1:] * (len(heights) % 2 == 0),
            radii[::2] + radii[-1:] * (len(radii) % 2 == 0),
        )
    ties: list[Tie] = [
        (CHEST, SKIRT, 1.0) if z > 1.05 else (SKIRT, CHEST, 0.7) if z > 0.95 else only(SKIRT) for z in heights
    ]
    shade = np.linspace(1.05, 0.90, len(heights))
    dye = Dye.TOP if cut.name == "dress" else Dye.BOTTOM
    deep = np.array(radii) * 0.92
    body.rings([(0, 0, z) for z in heights], radii, deep, dye, ties, (12, 9, 6)[level], shade=shade)
    if level == 0 and cut.name == "dress":
        sash = (1.01, 0.975)
        wide = np.interp(sash, heights[::-1], radii[::-1]) + 0.01
        body.rings([(0, 0, z) for z in sash], wide, wide * 0.92, Dye.ACCENT, (SKIRT, CHEST, 0.7), 10)


def jeogori(body: Sculptor, level: int) -> None:
    """The short jacket of a hanbok: white collar, and the ribbon tied at the chest."""
    body.rings(
        [(0, 0, z) for z in (1.165, 1.26, 1.345, 1.392, 1.432)],
        (0.196, 0.188, 0.180, 0.140, 0.062),
        (0.158, 0.144, 0.122, 0.096, 0.062),
        Dye.TOP,
        only(CHEST),
        (12, 8, 6)[level],
    )
    if level > 0:
        return
    body.rings([(0, 0, 1.398), (0, 0, 1.440)], (0.098, 0.064), (0.090, 0.062), Dye.WHITE, only(CHEST), 10)
    for at, length in ((0.018, 0.36), (0.052, 0.27)):
        ribbon = [
            (at - 0.017, 0.156, 1.275),
            (at - 0.012, 0.270, 1.275 - length),
            (at + 0.024, 0.270, 1.275 - length),
            (at + 0.017, 0.156, 1.275),
        ]
        body.add(ribbon, (0, 1, 0.1), Dye.ACCENT, (CHEST, SKIRT, 0.7), [(0, 1, 2), (0, 2, 3)])
    body.ellipsoid((0.030, 0.158, 1.275), (0.032, 0.018, 0.016), Dye.ACCENT, only(CHEST), rows=4, segments=6)
    collar = [(-0.050, 0.098, 1.410), (-0.028, 0.104, 1.415), (0.052, 0.154, 1.270), (0.026, 0.156, 1.262)]
    body.add(collar, (0, 1, 0.3), Dye.WHITE, only(CHEST), [(0, 1, 2), (0, 2, 3)])


def coat(body: Sculptor, level: int) -> None:
    """The durumagi: a long overcoat with a narrow belt."""
    heights = (
        (0.42, 0.62, 0.82, 1.02, 1.20, 1.345, 1.392, 1.432),
        (0.42, 0.75, 1.02, 1.33, 1.432),
        (0.42, 1.02, 1.33, 1.432),
    )[level]
    known = (0.42, 0.62, 0.82, 1.02, 1.20, 1.345, 1.392, 1.432)
    wide = np.interp(heights, known, (0.285, 0.262, 0.228, 0.188, 0.184, 0.184, 0.142, 0.064))
    ties: list[Tie] = [
        (SKIRT, HIPS, 0.6) if z < 0.84 else (HIPS, CHEST, 0.6) if z < 1.03 else only(CHEST) for z in heights
    ]
    deep = wide * np.interp(heights, (0.42, 1.3, 1.432), (0.80, 0.74, 0.95))
    body.rings(
        [(0, 0, z) for z in heights],
        wide,
        deep,
        Dye.TOP,
        ties,
        (12, 8, 6)[level],
        shade=np.interp(heights, (0.4, 1.2), (0.92, 1.0)),
    )
    if level == 0:
        body.rings([(0, 0, 1.05), (0, 0, 1.085)], (0.192, 0.192), (0.150, 0.150), Dye.ACCENT, (CHEST, HIPS, 0.7), 12)
        body.rings([(0, 0, 1.395), (0, 0, 1.440)], (0.100, 0.064), (0.088, 0.062), Dye.WHITE, only(CHEST), 10)


def open_jacket(body: Sculptor, cut: Outfit, level: int) -> None:
    """A jacket over a white shirt; the suit has a tie."""
    heights = ((0.80, 0.95, 1.12, 1.26, 1.340, 1.390, 1.428), (0.80, 1.0, 1.34, 1.428), (0.80, 1.0, 1.34, 1.42))[level]
    known = (0.80, 0.95, 1.12, 1.26, 1.340, 1.390, 1.428)
    wide = np.interp(heights, known, (0.190, 0.178, 0.160, 0.178, 0.184, 0.144, 0.064))
    deep = wide * np.interp(heights, known, (0.74, 0.72, 0.74, 0.72, 0.66, 0.68, 0.95))
    ties: list[Tie] = [only(HIPS) if z < 0.9 else (HIPS, CHEST, 0.7) if z < 1.05 else only(CHEST) for z in heights]
    body.rings([(0, 0, z) for z in heights], wide, deep, Dye.TOP, ties, (12, 8, 6)[level])
    if level > 0:
        return
    shirt = [(-0.020, 0.1275, 1.13), (-0.052, 0.110, 1.392), (0.052, 0.110, 1.392), (0.020, 0.1275, 1.13)]
    bulge = [(x, y + 0.012, z) for x, y, z in shirt]
    body.add(bulge, (0, 1, 0.2), Dye.WHITE, only(CHEST), [(0, 1, 2), (0, 2, 3)])
    if cut.name == "suit":
        tie = [
            (0, 0.142, 1.14),
            (-0.020, 0.142, 1.19),
            (-0.009, 0.1275, 1.375),
            (0.009, 0.1275, 1.375),
            (0.020, 0.142, 1.19),
        ]
        body.add(tie, (0, 1, 0.2), Dye.ACCENT, only(CHEST), [(0, 1, 2), (0, 2, 3), (0, 3, 4)])
    body.rings([(0, 0, 1.398), (0, 0, 1.440)], (0.082, 0.060), (0.082, 0.060), Dye.WHITE, only(CHEST), 10)


def hood(body: Sculptor, level: int) -> None:
    """A hooded sweater: loose body, the hood lying on the shoulders, a coloured print."""
    heights = ((0.90, 0.93, 1.10, 1.26, 1.340, 1.390, 1.430), (0.90, 1.08, 1.33, 1.430), (0.90, 1.33, 1.42))[level]
    wide = np.interp(
        heights, (0.90, 0.93, 1.10, 1.26, 1.340, 1.390, 1.430), (0.166, 0.182, 0.176, 0.182, 0.184, 0.146, 0.066)
    )
    deep = wide * np.interp(heights, (0.9, 1.26, 1.34, 1.43), (0.74, 0.72, 0.68, 0.95))
    ties: list[Tie] = [only(HIPS) if z < 0.92 else (HIPS, CHEST, 0.7) if z < 1.0 else only(CHEST) for z in heights]
    body.rings([(0, 0, z) for z in heights], wide, deep, Dye.TOP, ties, (12, 8, 6)[level])
    if level < 2:
        body.ellipsoid(
            (0, -0.085, 1.405),
            (0.105, 0.070, 0.062),
            Dye.TOP,
            only(CHEST),
            rows=5 - level,
            segments=8 - level,
            shade=0.94,
        )
    if level == 0:
        badge = [(-0.062, 0.1375, 1.20), (-0.062, 0.137, 1.27), (0.062, 0.137, 1.27), (0.062, 0.1375, 1.20)]
        body.add(badge, (0, 1, 0.05), Dye.ACCENT, only(CHEST), [(0, 1, 2), (0, 2, 3)])
