"""Panda3D, opened the way this city needs it: on the screen, or off it for pictures and scripted journeys."""

from direct.showbase.ShowBase import ShowBase
from panda3d.core import load_prc_file_data

COMMON = """
window-title Metaverse Seoul
audio-library-name null
sync-video false
print-pipe-types false
gl-version 2 1
notify-level-device fatal
notify-level-display error
notify-level-x11display error
text-minfilter linear
text-magfilter linear
"""
GROUND = (0.07, 0.23, 0.2)
"""What is seen before anything is: the curtain's own colour."""
SAMPLES = "framebuffer-multisample 1\nmultisamples 4\n"


def open_window(size: tuple[int, int]) -> ShowBase | None:
    """A window, or None where none can be opened."""
    load_prc_file_data("", f"{COMMON}win-size {size[0]} {size[1]}\n{SAMPLES}")
    return _opened("onscreen")


def open_offscreen(size: tuple[int, int], samples: bool = False) -> ShowBase | None:
    """A picture nobody sees, drawn without an X server; None where nothing can draw."""
    drawing = "load-display p3headlessgl\naux-display p3tinydisplay\n"
    load_prc_file_data("", f"{COMMON}{drawing}win-size {size[0]} {size[1]}\n{SAMPLES if samples else ''}")
    return _opened("offscreen")


def _opened(kind: str) -> ShowBase | None:
    try:
        base = ShowBase(windowType=kind)
    except Exception:  # ShowBase raises a bare Exception when no window opens
        return None
    base.disable_mouse()
    base.set_background_color(*GROUND)
    base.graphicsEngine.render_frame()  # something is seen at once, before the office opens
    return base
