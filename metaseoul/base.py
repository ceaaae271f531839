"""Panda3D, opened the way this city needs it: on the screen, or off it for scripted journeys."""

from direct.showbase.ShowBase import ShowBase
from panda3d.core import load_prc_file_data

from metaseoul.stage.renderer import SETTINGS, NoRenderer, offscreen

WINDOW = """
window-title Metaverse Seoul
textures-power-2 none
text-minfilter linear
text-magfilter linear
framebuffer-multisample 1
"""
GROUND = (0.07, 0.23, 0.2)
"""What is seen before anything is: the curtain's own colour."""


def open_window(size: tuple[int, int]) -> ShowBase | None:
    """A window, or None where none can be opened."""
    load_prc_file_data("", f"{SETTINGS}{WINDOW}win-size {size[0]} {size[1]}")
    try:
        base = ShowBase(windowType="onscreen")
    except Exception:  # ShowBase raises a bare Exception when no window opens
        return None
    return _ready(base)


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
