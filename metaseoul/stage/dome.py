"""The sky: a dome of few triangles whose colour follows the air."""

import numpy as np
from panda3d.core import GeomNode, GeomVertexFormat, NodePath

from metaseoul.stage import shaders
from metaseoul.stage.crowd import unbounded
from metaseoul.stage.pack import geom_of
from metaseoul.stage.programs import program
from metaseoul.stage.textures import cloud_tile, texture

HEIGHTS = (-8, 0, 3, 7, 12, 20, 32, 50, 70, 90)
"""Degrees above the horizon of the dome's rings."""
AROUND = 32


def dome_mesh() -> tuple[np.ndarray, np.ndarray]:
    """Points on a unit dome (n, 3) and triangles seen from inside (m, 3)."""
    turn = np.arange(AROUND) * 2 * np.pi / AROUND
    up = np.radians(HEIGHTS)[:, None]
    ring = np.stack(
        [np.cos(turn) * np.cos(up), np.sin(turn) * np.cos(up), np.broadcast_to(np.sin(up), (len(up), AROUND))], -1
    )
    low = np.arange(len(HEIGHTS) - 1)[:, None] * AROUND
    here, there = low + np.arange(AROUND), low + (np.arange(AROUND) + 1) % AROUND
    faces = np.stack([here, there + AROUND, there, here, here + AROUND, there + AROUND], -1)
    return ring.reshape(-1, 3).astype(np.float32), faces.reshape(-1, 3).astype(np.uint32)


def dome(clouds: bool, order: int) -> NodePath:
    """The sky as a node; it goes with the camera."""
    points, triangles = dome_mesh()
    node = GeomNode("sky")
    node.addGeom(geom_of(points, triangles, GeomVertexFormat.getV3()))
    path = NodePath(node)
    path.setShader(program(shaders.SKY_CORNERS, shaders.CLOUD_PIXELS if clouds else shaders.PLAIN_PIXELS))
    path.setBin("fixed", order)
    path.setDepthWrite(False)
    path.setTwoSided(True)
    if clouds:
        path.setShaderInput("clouds", texture("clouds", cloud_tile(), repeat=True))
    return unbounded(path)
