"""The trial: for a second a fixed hill is drawn, and the time that a frame takes says what the device can draw."""

from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from panda3d.core import GeomNode, NodePath, Vec3

from metaseoul.stage.atmosphere import breathe
from metaseoul.stage.build import dressed_plain
from metaseoul.stage.pack import CORNER, corner_format, geom_of
from metaseoul.stage.sky import FIRST_HOUR, FIRST_SEASON, sun_direction
from metaseoul.stage.tiers import DESKTOP, LOWEST, MIDDLE, Tier

SECONDS, FIRST = 1.2, 3
"""How long it lasts, and how many frames at the start do not count: programs are made in them."""
SIDE = 300
"""Fields of the hill from side to side: 180,000 triangles, as a rich view of the desktop tier."""
ENOUGH = ((0.010, DESKTOP), (0.022, MIDDLE))
"""Seconds of a frame up to which a tier can be carried."""


def trial(base: Any) -> float:
    """The middle frame of the trial, seconds."""
    root = base.render.attachNewNode("trial")
    hill(root)
    breathe(root, FIRST_HOUR, sun_direction(FIRST_HOUR), False, FIRST_SEASON, 0.0)
    root.setShaderInput("camPos", Vec3(0, -60, 30))
    base.cam.setPos(0, -60, 30)
    base.cam.lookAt(0, 0, 0)
    frames: list[float] = []
    began = perf_counter()
    while len(frames) <= FIRST or perf_counter() - began < SECONDS:
        start = perf_counter()
        base.graphicsEngine.renderFrame()
        frames.append(perf_counter() - start)
    root.removeNode()
    return median(frames[FIRST:])


def tier_for(frame: float) -> Tier:
    """The tier that a device can carry whose trial took this long a frame."""
    return next((tier for enough, tier in ENOUGH if frame <= enough), LOWEST)


def hill(root: NodePath) -> None:
    """Waves of ground in front of the eye, drawn with the city's own program."""
    y, x = np.mgrid[0 : SIDE + 1, 0 : SIDE + 1].astype(np.float32)
    corners = np.zeros((SIDE + 1) ** 2, CORNER)
    z = 3 * np.sin(x * 0.21) * np.cos(y * 0.17)
    corners["position"] = np.stack([x.ravel() - SIDE / 2, y.ravel() - SIDE / 2, z.ravel()], 1) * np.float32(0.6)
    corners["colour"], corners["light"], corners["facing"] = (130, 150, 100, 90), (255, 255, 0, 0), (128, 128, 255, 0)
    low = (np.arange(SIDE)[:, None] * (SIDE + 1) + np.arange(SIDE)).ravel()
    faces = [np.stack([low, low + 1, low + SIDE + 2], 1), np.stack([low, low + SIDE + 2, low + SIDE + 1], 1)]
    node = GeomNode("hill")
    node.addGeom(geom_of(corners, np.concatenate(faces), corner_format()))
    dressed_plain(root.attachNewNode(node))
