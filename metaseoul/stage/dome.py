"""The sky: a dome of few triangles whose colour follows the air."""

import numpy as np
from numpy.typing import NDArray
from panda3d.core import GeomNode, GeomVertexFormat, NodePath

from metaseoul.stage import shaders
from metaseoul.stage.crowd import unbounded
from metaseoul.stage.pack import coloured_format, geom_of, squares
from metaseoul.stage.programs import program
from metaseoul.stage.textures import cloud_tile, texture

HEIGHTS = (-8, 0, 3, 7, 12, 20, 32, 50, 70, 90)
"""Degrees above the horizon of the dome's rings."""
AROUND = 32
STARS, MOON_CORNERS = 260, 24
MOON = (0.62, 0.55, 0.42)
"""Where the moon stands at night: in the north-east, a third of the way up."""
COLOURED = [("position", "<f4", 3), ("colour", "u1", 4)]

STAR_CORNERS = (
    shaders.HEAD
    + """
attribute vec4 p3d_Vertex; attribute vec4 p3d_Color; uniform mat4 p3d_ViewProjectionMatrix; uniform vec3 camPos;
uniform float night; varying vec4 lit;
void main(){
  gl_Position = p3d_ViewProjectionMatrix * vec4(camPos + p3d_Vertex.xyz * 10., 1.);
  gl_Position.z = gl_Position.w * .99999;
  float shown = smoothstep(.6, 1., night) * smoothstep(.06, .4, p3d_Vertex.z);
  gl_Position = mix(vec4(0., 0., 2., 1.), gl_Position, step(.01, shown));
  lit = vec4(p3d_Color.rgb, p3d_Color.a * shown);
}"""
)
STAR_PIXELS = shaders.HEAD + "varying vec4 lit; void main(){ gl_FragColor = lit; }"
"""By day every star lies behind the eye and costs no pixel."""


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


def dome(root: NodePath, clouds: bool, order: int) -> None:
    """Hangs the sky and its stars under a node; they go with the camera."""
    points, triangles = dome_mesh()
    node = GeomNode("sky")
    node.addGeom(geom_of(points, triangles, GeomVertexFormat.getV3()))
    path = root.attachNewNode(node)
    path.setShader(program(shaders.SKY_CORNERS, shaders.CLOUD_PIXELS if clouds else shaders.PLAIN_PIXELS))
    if clouds:
        path.setShaderInput("clouds", texture("clouds", cloud_tile(), repeat=True))
    lights = GeomNode("stars")
    lights.addGeom(geom_of(*stars(), coloured_format()))
    above = root.attachNewNode(lights)
    above.setShader(program(STAR_CORNERS, STAR_PIXELS))
    above.setTransparency(True)
    for part, place in ((path, order), (above, order + 1)):
        part.setBin("fixed", place)
        part.setDepthWrite(False)
        part.setTwoSided(True)
        unbounded(part)


def stars() -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """Squares on a unit dome: the stars, spread evenly and of unlike brightness, and the moon as a disc."""
    number = np.arange(STARS) + 1
    up = 0.10 + 0.88 * ((number * 0.7548776662) % 1.0)
    turn, flat = number * 2.399963, np.sqrt(1 - up * up)
    toward = np.stack([flat * np.cos(turn), flat * np.sin(turn), up], 1)
    bright = 0.25 + 0.75 * ((number * 0.5698402910) % 1.0) ** 3
    corners = np.zeros((STARS, 4), COLOURED)
    square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float64)
    corners["position"] = _around(toward, square, np.asarray(0.0010 + 0.0006 * bright, np.float64))
    corners["colour"][..., :3], corners["colour"][..., 3] = (255, 246, 232), np.rint(bright * 255)[:, None]
    disc = np.arange(MOON_CORNERS) * 2 * np.pi / MOON_CORNERS
    moon = np.zeros(MOON_CORNERS, COLOURED)
    rim = np.stack([np.cos(disc), np.sin(disc)], 1)
    moon["position"] = _around(np.array([MOON]) / np.linalg.norm(MOON), rim, np.array([0.021]))[0]
    moon["colour"] = (255, 244, 214, 255)
    fan = np.stack([np.zeros(MOON_CORNERS - 2, int), *(np.arange(MOON_CORNERS - 2) + by for by in (1, 2))], 1)
    return np.concatenate([corners.reshape(-1), moon]), np.concatenate(
        [squares(STARS), (fan + 4 * STARS).astype(np.uint32)]
    )


def _around(toward: NDArray[np.float64], flat: NDArray[np.float64], size: NDArray[np.float64]) -> NDArray[np.float64]:
    """Corners (n, k, 3) about directions (n, 3): `flat` (k, 2) as large as `size` (n,)."""
    across = np.cross(toward, (0.0, 0.0, 1.0))
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    over = np.cross(across, toward)
    spread = flat[None, :, :1] * across[:, None] + flat[None, :, 1:] * over[:, None]
    return np.asarray(toward[:, None] + spread * size[:, None, None])
