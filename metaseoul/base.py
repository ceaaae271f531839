"""Panda3D, opened the way this city needs it: on the screen, or off it for scripted journeys."""

from functools import cache

from direct.showbase.ShowBase import ShowBase
from panda3d.core import (
    FrameBufferProperties,
    GraphicsEngine,
    GraphicsPipe,
    GraphicsPipeSelection,
    WindowProperties,
    load_prc_file_data,
)

from metaseoul.device import is_software
from metaseoul.sound.device import has_loudspeaker
from metaseoul.stage.renderer import SETTINGS, NoRenderer, offscreen
from metaseoul.stage.tiers import DESKTOP, LOWEST

WINDOW = """
window-title Metaverse Seoul
textures-power-2 none
text-minfilter linear
text-magfilter linear
"""
GROUND = (0.07, 0.23, 0.2)
"""What is seen before anything is: the curtain's own colour."""


def open_window(size: tuple[int, int], samples: int | None = None, whole_screen: bool = False) -> ShowBase | None:
    """A window, or None where none can be opened. `samples` a pixel; None: as many as this machine draws with ease.
    `whole_screen`: without a frame, over everything."""
    load_prc_file_data("", f"{SETTINGS}{WINDOW}win-size {size[0]} {size[1]}")
    if has_loudspeaker():
        load_prc_file_data("", "audio-library-name p3openal_audio\nnotify-level-audio error")
    if whole_screen:
        load_prc_file_data("", "undecorated 1\nwin-origin 0 0\nz-order top\nwin-fixed-size 1")
    if samples is None:
        samples = LOWEST.samples if is_software(renderer()) else DESKTOP.samples
    load_prc_file_data("", f"framebuffer-multisample {int(samples > 0)}\nmultisamples {samples}")
    try:
        base = ShowBase(windowType="onscreen")
    except Exception:  # ShowBase raises a bare Exception when no window opens
        return None
    return _ready(base)


def screen_size() -> tuple[int, int]:
    """The whole screen in pixels; 1080x1920 where it cannot be told."""
    pipe = _pipe()
    width, height = (pipe.get_display_width(), pipe.get_display_height()) if pipe is not None else (0, 0)
    return (width, height) if width and height else (1080, 1920)


def renderer() -> str:
    """What a window would be drawn with, as the driver calls itself; empty when it cannot be told beforehand.

    A window keeps its samples for as long as it is open, and on a software renderer four of them take as long again
    as all the rest: so this is asked of a buffer of one pixel, before there is a window.
    """
    pipe = _pipe()
    if pipe is None:
        return ""
    engine = GraphicsEngine()
    buffer = engine.make_output(
        pipe, "asked", 0, FrameBufferProperties(), WindowProperties.size(1, 1), GraphicsPipe.BF_refuse_window
    )
    if buffer is None:
        return ""
    engine.open_windows()
    gsg = buffer.get_gsg()
    name = str(gsg.get_driver_renderer()) if gsg is not None else ""
    engine.remove_all_windows()
    return name


@cache
def _pipe() -> GraphicsPipe | None:
    """The way to the display, kept for good: an X server that loses its only client begins anew, and refuses the window
    that is asked for meanwhile."""
    return GraphicsPipeSelection.get_global_ptr().make_default_pipe()


def open_offscreen(size: tuple[int, int]) -> ShowBase | None:
    """A picture nobody sees, drawn without an X server; None where nothing can draw."""
    load_prc_file_data("", WINDOW)
    try:
        base = offscreen(size)
    except NoRenderer:
        return None
    base.win.set_active(True)
    base.pixel2d.set_scale(2 / size[0], 1, 2 / size[1])  # ShowBase laid it out before there was a window
    return _ready(base)


def _ready(base: ShowBase) -> ShowBase:
    base.disable_mouse()
    base.set_background_color(*GROUND)
    base.graphicsEngine.render_frame()  # something is seen at once, before the office opens
    return base
