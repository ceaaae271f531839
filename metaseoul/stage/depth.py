"""Depth pictures of a place from any direction: what a far light would see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from panda3d.core import (
    Camera,
    FrameBufferProperties,
    GeomNode,
    GeomVertexFormat,
    GraphicsOutput,
    GraphicsPipe,
    NodePath,
    OrthographicLens,
    Point3,
    Texture,
    WindowProperties,
)

from metaseoul.stage.pack import geom_of
from worlds.geometry.mesh import Floats

AWAY = 900.0
"""Metres from the middle at which the camera stands."""


@dataclass(frozen=True)
class DepthPicture:
    """Depth seen along parallel rays, and how a point finds its pixel."""

    depth: Floats
    """(size, size) 0 near .. 1 far; 1 = nothing there."""
    matrix: Floats
    """(3, 4): a point -> column, row (pixels) and depth."""

    def reached(self, points: Floats, bias: float, shift: tuple[float, float] = (0.0, 0.0)) -> NDArray[np.bool_]:
        """Which points (n, 3) the rays reach, allowing `bias` metres; `shift` in pixels softens a shadow's edge."""
        size = len(self.depth)
        column, row, depth = self.matrix[:, :3] @ points.T + self.matrix[:, 3:]
        x, y = (column + np.float32(shift[0])).astype(np.int32), (row + np.float32(shift[1])).astype(np.int32)
        inside = (x >= 0) & (y >= 0) & (x < size) & (y < size)
        seen = self.depth[y.clip(0, size - 1), x.clip(0, size - 1)]
        return np.asarray((seen >= depth - np.float32(bias / (2 * AWAY))) | ~inside)


class DepthCamera:
    """Takes depth pictures of meshes. `aim`, let the engine draw one frame, then `picture`."""

    def __init__(self, base: Any, middle: tuple[float, float, float], half: float, size: int) -> None:
        self._size, self._half, self._middle = size, half, middle
        self.root = NodePath("occluders")
        self.root.setTwoSided(True)
        wanted = FrameBufferProperties()
        wanted.setDepthBits(24)
        wanted.setRgbColor(True)
        self._buffer = base.graphicsEngine.makeOutput(
            base.pipe, "depth", -50, wanted, WindowProperties.size(size, size), GraphicsPipe.BFRefuseWindow,
            base.win.getGsg(), base.win,
        )  # fmt: skip
        if self._buffer is None:
            raise RuntimeError("this renderer takes no depth pictures")
        self._engine = base.graphicsEngine
        self._texture = Texture("depth")
        self._buffer.addRenderTexture(self._texture, GraphicsOutput.RTMCopyRam, GraphicsOutput.RTPDepth)
        self._lens = OrthographicLens()
        self._lens.setFilmSize(2 * half, 2 * half)
        self._lens.setNearFar(1, 1 + 2 * AWAY)
        camera = Camera("light", self._lens)
        self._camera = self.root.attachNewNode(camera)
        region = self._buffer.makeDisplayRegion()
        region.setCamera(self._camera)
        self._buffer.setActive(False)

    def add(self, position: Floats, triangles: NDArray[np.uint32]) -> NodePath:
        """Puts a mesh before the camera."""
        node = GeomNode("occluder")
        points = np.ascontiguousarray(position, np.float32)
        node.addGeom(geom_of(points, triangles, GeomVertexFormat.getV3()))
        return self.root.attachNewNode(node)

    def aim(self, toward: Sequence[float]) -> None:
        """Looks at the middle from the direction `toward` (unit vector from the middle to the light)."""
        x, y, z = (m + d * AWAY for m, d in zip(self._middle, toward, strict=True))
        self._camera.setPos(x, y, z)
        if abs(toward[2]) < 0.999:
            self._camera.lookAt(Point3(*self._middle))
        else:
            self._camera.setHpr(0, -90, 0)
        self._buffer.setActive(True)

    def picture(self) -> DepthPicture:
        """What was seen in the frame drawn since `aim`."""
        self._buffer.setActive(False)
        raw = np.frombuffer(self._texture.getRamImage(), self._kind()).reshape(self._size, self._size)
        depth = raw.astype(np.float32)
        if raw.dtype != np.float32:
            depth /= np.float32(np.iinfo(raw.dtype).max)
        inverse = self._camera.getMat(self.root)
        inverse.invertInPlace()
        view = np.array([[inverse.getCell(i, j) for i in range(4)] for j in range(3)], np.float64)
        right, forward, up = view
        pixels = self._size / (2 * self._half)
        middle = np.array([0, 0, 0, self._size / 2])
        rows = [right * pixels + middle, up * pixels + middle, (forward - [0, 0, 0, 1]) / (2 * AWAY)]
        return DepthPicture(depth, np.array(rows, np.float32))

    def close(self) -> None:
        """Gives the buffer and the meshes back."""
        self._engine.removeWindow(self._buffer)
        self.root.removeNode()

    def _kind(self) -> np.dtype[Any]:
        if self._texture.getComponentType() == Texture.TFloat:
            return np.dtype(np.float32)
        return np.dtype(f"u{self._texture.getComponentWidth()}")
