"""A friendly head: face, hair in six styles, and the gat."""

import numpy as np
from numpy.typing import NDArray

from worlds.avatar.sculpt import Sculptor, Tie, only
from worlds.avatar.skeleton import CHEST, HEAD
from worlds.avatar.wardrobe import Dye

CENTRE = np.array((0.0, 0.012, 1.592))
HALF = np.array((0.122, 0.128, 0.148))
"""The skull: slightly larger than life, which reads as friendly."""
SKULL = only(HEAD)
EYE_LINE = 1.590
"""Height of the eyes in the rest pose, metres."""


def near(x: float, y: float, z: float) -> NDArray[np.float64]:
    """A point told from the middle of the skull."""
    return np.asarray(CENTRE + (x, y, z), np.float64)  # noqa: RUF005


def head(body: Sculptor, level: int, eyes: tuple[float, float] = (1.0, 1.0)) -> None:
    """Neck and head; the face itself only where one can see it. `eyes`: how wide and how high they are."""
    if level < 2:
        body.rings(
            [(0, 0, 1.37), (0, 0.006, 1.48)],
            (0.052, 0.050),
            (0.052, 0.050),
            Dye.SKIN,
            (HEAD, CHEST, 0.5),
            (8, 6)[level],
        )
    body.ellipsoid(CENTRE, HALF, Dye.SKIN, SKULL, rows=(9, 6, 5)[level], segments=(12, 8, 6)[level])
    if level == 0:
        face(body, eyes)
    elif level == 1:
        body.in_eye = True
        for side in (1, -1):
            disc(body, 0.043 * side, EYE_LINE, 0.016 * eyes[0], 0.023 * eyes[1], Dye.DARK, 0.004, corners=5)
        body.in_eye = False


def face(body: Sculptor, eyes: tuple[float, float]) -> None:
    """Eyes with a glint, brows, cheeks, a nose, a smile, ears."""
    wide, high = eyes
    for side in (1, -1):
        body.in_eye = True
        disc(body, 0.044 * side, EYE_LINE, 0.0165 * wide, 0.0235 * high, Dye.DARK, 0.0040)
        disc(body, 0.044 * side + 0.005, EYE_LINE + 0.009 * high, 0.0055, 0.0065, Dye.WHITE, 0.0055, corners=5)
        body.in_eye = False
        disc(body, 0.072 * side, 1.549, 0.022, 0.014, Dye.CHEEK, 0.0030)
        brow = [(0.026, 1.627), (0.035, 1.634), (0.053, 1.635), (0.063, 1.628)]
        outline(body, [(x * side, z) for x, z in brow], Dye.HAIR, 0.004)
        body.ellipsoid(near(0.121 * side, -0.006, -0.008), (0.018, 0.026, 0.034), Dye.SKIN, SKULL, rows=4, segments=6)
    body.ellipsoid(near(0, 0.127, -0.014), (0.013, 0.018, 0.017), Dye.SKIN, SKULL, rows=4, segments=6, shade=0.97)
    across = np.linspace(-1, 1, 5)
    upper, lower = 1.5250 + 0.0105 * across**2, 1.5165 + 0.0180 * across**2
    smile = on_face(np.stack([np.tile(across * 0.027, 2), np.concatenate([upper, lower])], 1), 0.004)
    strip = [(c, c + 1, c + 6) for c in range(4)] + [(c, c + 6, c + 5) for c in range(4)]
    body.add(smile, (smile - CENTRE) / HALF**2, Dye.LIPS, SKULL, strip)


def on_face(points: NDArray[np.float64], off: float) -> NDArray[np.float64]:
    """Points (n, 2) of x and height, laid on the front of the skull, `off` metres before it: (n, 3)."""
    unit = (points - CENTRE[[0, 2]]) / HALF[[0, 2]]
    front = CENTRE[1] + HALF[1] * np.sqrt(np.maximum(1 - (unit**2).sum(1), 0)) + off
    return np.stack([points[:, 0], front, points[:, 1]], 1)


def outline(body: Sculptor, points: list[tuple[float, float]], dye: Dye, off: float) -> None:
    """A small filled shape on the face, given by its corners (x, height); it bends with the face."""
    flat = np.array(points)
    placed = on_face(flat, off)
    middle = on_face(flat.mean(0, keepdims=True), off + 0.001)
    count = len(flat)
    fan = [(count, corner, (corner + 1) % count) for corner in range(count)]
    normal = np.concatenate([placed, middle]) - CENTRE
    body.add(np.concatenate([placed, middle]), normal / HALF**2, dye, SKULL, fan)


def disc(body: Sculptor, x: float, z: float, wide: float, high: float, dye: Dye, off: float, corners: int = 9) -> None:
    """An oval on the face."""
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    outline(body, [(x + wide * float(np.cos(a)), z + high * float(np.sin(a))) for a in angle], dye, off)


def hair(body: Sculptor, style: str, level: int, under_hat: bool) -> None:
    """Hair that leaves the face free: a crown tilted back, and what each style adds."""
    rows, segments = (6, 4, 3)[level], (12, 8, 6)[level]
    back = (0.0, -0.018, 0.022)
    body.ellipsoid(
        CENTRE + back, HALF * (1.12, 1.10, 1.09), Dye.HAIR, SKULL, rows=rows, segments=segments, low=-0.02, tilt=0.34
    )
    body.ellipsoid(
        near(0, -0.034, -0.02),
        HALF * (1.08, 0.98, 1.02),
        Dye.HAIR,
        SKULL,
        rows=rows - 1 if level == 0 else rows,
        segments=segments,
        low=-0.72,
        high=0.5,
        tilt=0.62,
        shade=0.94,
    )
    if under_hat:
        return
    if level == 0 and style in ("short", "bob", "tail", "long"):
        fringe(body, style)
    if style in ("bob", "long"):
        wide, low = (1.20, -0.75) if style == "bob" else (1.16, -0.6)
        body.ellipsoid(
            near(0, -0.066, -0.05),
            HALF * (wide, 0.86, 1.12),
            Dye.HAIR,
            SKULL,
            rows=(6, 4, 3)[level],
            segments=(12, 8, 6)[level],
            low=low,
            high=0.6,
            tilt=0.55,
            shade=0.97,
        )
    if style == "long":
        ties: list[Tie] = [SKULL, (HEAD, CHEST, 0.6), only(CHEST), only(CHEST)]
        body.rings(
            [(0, -0.075, 1.60), (0, -0.110, 1.45), (0, -0.130, 1.30), (0, -0.125, 1.19)],
            (0.108, 0.118, 0.105, 0.055),
            (0.050, 0.050, 0.042, 0.018),
            Dye.HAIR,
            ties,
            (8, 6, 4)[level],
            last_cap=True,
        )
    if style == "bun":
        body.ellipsoid(
            near(0, -0.138, -0.045), (0.060, 0.052, 0.054), Dye.HAIR, SKULL, rows=4, segments=(8, 6, 5)[level]
        )
        if level == 0:
            body.rings(
                [(-0.10, -0.136, 1.548), (0.10, -0.136, 1.548)],
                0.008,
                0.008,
                Dye.GOLD,
                SKULL,
                5,
                first_cap=True,
                last_cap=True,
            )
    if style == "tail":
        body.rings(
            [(0, -0.125, 1.63), (0, -0.180, 1.57), (0, -0.170, 1.44), (0, -0.145, 1.33)],
            (0.036, 0.052, 0.044, 0.012),
            (0.036, 0.050, 0.040, 0.012),
            Dye.HAIR,
            SKULL,
            (7, 5, 4)[level],
        )
    if style == "curly":
        for x, y, z, size in (
            (0.085, -0.03, 0.07, 0.070),
            (-0.085, -0.03, 0.07, 0.070),
            (0, -0.01, 0.125, 0.082),
            (0, -0.10, 0.05, 0.085),
        ):
            body.ellipsoid(
                near(x, y, z),
                (size, size, size),
                Dye.HAIR,
                SKULL,
                rows=(4, 4, 3)[level],
                segments=(7, 6, 5)[level],
            )


def fringe(body: Sculptor, style: str) -> None:
    """Hair over the brow: swept to one side when short, straight otherwise."""
    across = np.linspace(-0.088, 0.088, 7)
    edge = 1.668 - 0.10 * (across + 0.03) ** 2 / 0.02 if style == "short" else np.full(7, 1.654) - 0.9 * across**2
    low = on_face(np.stack([across, edge], 1), 0.006)
    high = on_face(np.stack([across * 0.9, np.full(7, 1.722)], 1), 0.022)
    strip = [(c, c + 8, c + 1) for c in range(6)] + [(c, c + 7, c + 8) for c in range(6)]
    points = np.concatenate([low, high])
    body.add(points, (points - CENTRE) / HALF**2, Dye.HAIR, SKULL, strip, np.repeat((0.95, 1.0), 7))


def glasses(body: Sculptor, corners: int) -> None:
    """Two rims before the eyes, a bridge and temples; of few corners they are angular."""
    turn = np.pi / corners if corners < 8 else 0.0
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False) + turn
    for side in (1, -1):
        rim = [
            on_face(np.stack([0.046 * side + w * np.cos(angle), EYE_LINE + h * np.sin(angle)], 1), 0.012)
            for w, h in ((0.030, 0.027), (0.037, 0.034))
        ]
        points = np.concatenate(rim)
        each = [(c, (c + 1) % corners) for c in range(corners)]
        band = [(c, n, corners + n) for c, n in each] + [(c, corners + n, corners + c) for c, n in each]
        body.add(points, (points - CENTRE) / HALF**2, Dye.DARK, SKULL, band)
        temple = np.array(
            [(0.080, 0.100, 0.004), (0.080, 0.100, -0.004), (0.124, -0.01, 0.004), (0.124, -0.01, -0.004)]
        )
        placed = np.array([CENTRE[0], CENTRE[1], EYE_LINE]) + temple * (side, 1, 1)
        body.add(placed, np.tile((side, 0.4, 0.0), (4, 1)), Dye.DARK, SKULL, [(0, 1, 2), (1, 3, 2)])
    bridge = on_face(np.array([(-0.012, 1.598), (0.012, 1.598), (-0.012, 1.592), (0.012, 1.592)]), 0.014)
    body.add(bridge, (bridge - CENTRE) / HALF**2, Dye.DARK, SKULL, [(0, 2, 1), (1, 2, 3)])


def flower(body: Sculptor) -> None:
    """One over the ear."""
    body.ellipsoid(near(0.118, 0.030, 0.070), (0.026, 0.026, 0.026), Dye.ACCENT, SKULL, rows=4, segments=6)
    body.ellipsoid(near(0.138, 0.040, 0.072), (0.011, 0.011, 0.011), Dye.GOLD, SKULL, rows=3, segments=5)


def gat(body: Sculptor, level: int) -> None:
    """The horsehair hat: a wide flat brim and a tall crown."""
    brim, crown = (18, 10, 7)[level], (10, 7, 5)[level]
    body.rings(
        [(0, -0.004, 1.688), (0, -0.004, 1.698)], 0.272, 0.272, Dye.DARK, SKULL, brim, first_cap=True, last_cap=True
    )
    body.rings(
        [(0, -0.004, 1.69), (0, -0.004, 1.815)], (0.108, 0.088), (0.108, 0.088), Dye.DARK, SKULL, crown, last_cap=True
    )
