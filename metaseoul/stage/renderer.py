"""Renderers: the first that this machine has, drawing into memory, and pictures taken with it."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from panda3d.core import (
    Camera,
    Filename,
    FrameBufferProperties,
    GraphicsPipe,
    GraphicsPipeSelection,
    NodePath,
    PerspectiveLens,
    PNMImage,
    TypeRegistry,
    Vec4,
    WindowProperties,
    loadPrcFileData,
)

HEADLESS, SOFTWARE = "p3headlessgl", "p3tinydisplay"
MODULES = (HEADLESS, SOFTWARE)
"""OpenGL without a screen, then the engine's own drawing in software, which needs nothing and has no programs."""
WITHOUT_SCREEN = "TinyOffscreenGraphicsPipe"
"""The pipe of SOFTWARE that needs no screen; the module alone would offer one for X11."""
SETTINGS = """
window-type none
audio-library-name null
sync-video 0
notify-level-display error
notify-level-device fatal
notify-level-egldisplay fatal
notify-level-tinydisplay error
notify-level-x11display fatal
gl-version 2 1
print-pipe-types 0
"""
UNSEEN = "gl-finish 1\n"
"""Off the screen no swap of buffers ends a frame: unasked, a software driver would hoard what it has not drawn yet."""


class NoRenderer(RuntimeError):
    """This machine draws nothing, not even in software."""


def wanted() -> tuple[str, ...]:
    """What to try: METASEOUL_RENDERER=software leaves OpenGL alone."""
    return (SOFTWARE,) if os.environ.get("METASEOUL_RENDERER") == "software" else MODULES


@cache
def offscreen(size: tuple[int, int] = (64, 64)) -> Any:
    """A ShowBase that draws into memory (one for the process), with a main picture of this size that draws nothing
    until it is made active; raises NoRenderer."""
    loadPrcFileData("metaseoul", SETTINGS + UNSEEN)
    from direct.showbase.ShowBase import ShowBase

    base = ShowBase(windowType="none")
    for module in wanted():
        loadPrcFileData("metaseoul", f"textures-power-2 {'down' if module == SOFTWARE else 'none'}")
        pipe = _pipe(module)
        if pipe is None or not pipe.isValid():
            continue
        base.pipe = pipe
        window = base.openMainWindow(
            type="offscreen", props=WindowProperties.size(*size), fbprops=FrameBufferProperties.getDefault()
        )
        if window is not None and base.win is not None and base.win.getGsg() is not None:
            base.graphicsEngine.renderFrame()
            base.win.setActive(False)
            return base
    raise NoRenderer


def _pipe(module: str) -> Any:
    """A way to draw into memory, or None."""
    selection = GraphicsPipeSelection.getGlobalPtr()
    pipe = selection.makeModulePipe(module)
    if module != SOFTWARE:
        return pipe
    kind = TypeRegistry.ptr().findType(WITHOUT_SCREEN)
    return selection.makePipe(kind) if kind.getIndex() else None


@dataclass(frozen=True)
class Canvas:
    """A picture to be drawn into, and the camera that draws it."""

    base: Any
    buffer: Any
    camera: NodePath
    lens: PerspectiveLens
    size: tuple[int, int]

    def save(self, path: Path) -> None:
        """Writes what was drawn last as PNG; raises OSError."""
        picture = PNMImage()
        if not self.buffer.getScreenshot(picture) or not picture.write(Filename.fromOsSpecific(str(path))):
            raise OSError(str(path))

    def close(self) -> None:
        """Gives the buffer back."""
        self.base.graphicsEngine.removeWindow(self.buffer)


def canvas(base: Any, size: tuple[int, int], samples: int, scene: NodePath) -> Canvas:
    """A canvas of `size` pixels for a scene, with `samples` a pixel where the renderer can."""
    properties = FrameBufferProperties()
    properties.setRgbColor(True)
    properties.setRgbaBits(8, 8, 8, 0)
    properties.setDepthBits(24)
    properties.setMultisamples(samples)
    buffer = base.graphicsEngine.makeOutput(
        base.pipe, "canvas", 0, properties, WindowProperties.size(*size), GraphicsPipe.BFRefuseWindow,
        base.win.getGsg(), base.win,
    )  # fmt: skip
    if buffer is None:
        raise NoRenderer
    buffer.setClearColor(Vec4(0.6, 0.7, 0.8, 1))
    lens = PerspectiveLens()
    lens.setNearFar(0.2, 9000)
    lens.setAspectRatio(size[0] / size[1])
    camera = scene.attachNewNode(Camera("camera", lens))
    region = buffer.makeDisplayRegion()
    region.setCamera(camera)
    return Canvas(base, buffer, camera, lens, size)
