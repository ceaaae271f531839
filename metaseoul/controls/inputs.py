"""What hands say: keys, mouse and gamepad, read once a frame as one wish."""

from collections.abc import Callable
from math import atan2, degrees, hypot
from typing import NamedTuple

from direct.showbase.ShowBase import ShowBase
from panda3d.core import InputDevice, KeyboardButton, MouseButton, Point3

KEYS = {"w": (0.0, 1.0), "s": (0.0, -1.0), "a": (-1.0, 0.0), "d": (1.0, 0.0)}
ARROWS = {"up": (0.0, 1.0), "down": (0.0, -1.0), "left": (-1.0, 0.0), "right": (1.0, 0.0)}
DEAD = 0.2
"""Share of a stick's way that counts as rest."""
DRAG = 6
"""Pixels a pressed mouse may tremble and still be a click."""
TURN_BY_PIXEL, TILT_BY_PIXEL = 0.22, 0.16
TURN_BY_STICK = 130.0
"""Degrees a second."""


class Wish(NamedTuple):
    """Direction in degrees as the eye sees it (0 = ahead, counter-clockwise), None for standing."""

    direction: float | None
    run: bool
    turn: float
    tilt: float


USE = "face_a"
BUTTONS = {
    "dpad_up": "arrow_up",
    "dpad_down": "arrow_down",
    "dpad_left": "shift-tab",
    "dpad_right": "tab",
    "lshoulder": "page_up",
    "rshoulder": "page_down",
    "face_b": "escape",
    "face_x": "g",
    "face_y": "f",
    "start": "escape",
    "back": "m",
}
"""Buttons of a pad, by the keys that do the same (names: panda3d.core.GamepadButton)."""


class Inputs:
    """`on_click` is told where the mouse was clicked (lens coordinates), `on_use` when the pad's A was pressed."""

    def __init__(self, base: ShowBase, on_click: Callable[[float, float], None], on_use: Callable[[], None]) -> None:
        self.base, self._on_click = base, on_click
        self._pressed: tuple[float, float] | None = None
        self._last: tuple[float, float] | None = None
        self._dragged = False
        self._pads: list[InputDevice] = []
        self._down: set[str] = set()
        """Buttons of the pads that were down in the last frame."""
        self._on_use = on_use
        for device in base.devices.get_devices(InputDevice.DeviceClass.gamepad):
            self._connect(device)
        base.accept("connect-device", self._connect)
        base.accept("disconnect-device", self._disconnect)
        base.accept("mouse1", self._press)
        base.accept("mouse1-up", self._release)

    def read(self, seconds: float) -> Wish:
        """This frame's wish; a machine without mouse or keyboard wishes nothing."""
        watcher = self.base.mouseWatcherNode
        x = y = 0.0
        run = False
        if watcher is not None:
            for name, (right, ahead) in KEYS.items():
                if watcher.is_button_down(KeyboardButton.ascii_key(name)):
                    x, y = x + right, y + ahead
            for name, (right, ahead) in ARROWS.items():
                if watcher.is_button_down(getattr(KeyboardButton, name)()):
                    x, y = x + right, y + ahead
            run = watcher.is_button_down(KeyboardButton.shift())
        turn, tilt = self._mouse()
        for pad in self._pads:
            right, ahead = _stick(pad, InputDevice.Axis.left_x, InputDevice.Axis.left_y)
            look, rise = _stick(pad, InputDevice.Axis.right_x, InputDevice.Axis.right_y)
            x, y = x + right, y + ahead
            run = run or hypot(right, ahead) > 0.85
            turn -= look * TURN_BY_STICK * seconds
            tilt -= rise * TURN_BY_STICK * 0.6 * seconds
        self._buttons()
        moving = hypot(x, y) > DEAD
        return Wish(degrees(atan2(-x, y)) if moving else None, run, turn, tilt)

    def _mouse(self) -> tuple[float, float]:
        """How far a drag turned the eye since the last frame."""
        watcher = self.base.mouseWatcherNode
        if watcher is None or not watcher.has_mouse():
            self._last = None
            return 0.0, 0.0
        at = (
            watcher.get_mouse_x() * self.base.win.get_x_size() / 2,
            watcher.get_mouse_y() * self.base.win.get_y_size() / 2,
        )
        last, self._last = self._last, at
        held = self._pressed is not None or watcher.is_button_down(MouseButton.three())
        if self._pressed is not None and hypot(at[0] - self._pressed[0], at[1] - self._pressed[1]) > DRAG:
            self._dragged = True
        if last is None or not held or (self._pressed is not None and not self._dragged):
            return 0.0, 0.0
        return -(at[0] - last[0]) * TURN_BY_PIXEL, -(at[1] - last[1]) * TILT_BY_PIXEL

    def _press(self) -> None:
        watcher = self.base.mouseWatcherNode
        if watcher is not None and watcher.has_mouse() and watcher.get_over_region() is None:
            width, height = self.base.win.get_x_size() / 2, self.base.win.get_y_size() / 2
            self._pressed = (watcher.get_mouse_x() * width, watcher.get_mouse_y() * height)
            self._dragged = False

    def _release(self) -> None:
        pressed, self._pressed = self._pressed, None
        watcher = self.base.mouseWatcherNode
        if pressed is not None and not self._dragged and watcher is not None and watcher.has_mouse():
            self._on_click(watcher.get_mouse_x(), watcher.get_mouse_y())

    def _buttons(self) -> None:
        """What a pad's buttons do is what keys do; A presses what has the focus, and uses what stands near."""
        down = {name for name in (USE, *BUTTONS) for pad in self._pads if pad.find_button(name).pressed}
        for name in down - self._down:
            if name == USE:
                self._on_use()
            else:
                self.base.messenger.send(BUTTONS[name])
        self._down = down

    def _connect(self, device: InputDevice) -> None:
        if device.device_class is InputDevice.DeviceClass.gamepad and device not in self._pads:
            self._pads.append(device)

    def _disconnect(self, device: InputDevice) -> None:
        if device in self._pads:
            self._pads.remove(device)


def ground_at(base: ShowBase, x: float, y: float, height: float) -> tuple[float, float] | None:
    """Where a click at lens coordinates (x, y) meets the level `height`; None when it points to the sky."""
    near, far = Point3(), Point3()
    if not base.camLens.extrude((x, y), near, far):
        return None
    start, end = (base.render.get_relative_point(base.cam, point) for point in (near, far))
    if end.z >= start.z:
        return None
    share = (start.z - height) / (start.z - end.z)
    return (start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share) if 0 < share < 1 else None


def _stick(pad: InputDevice, across: InputDevice.Axis, along: InputDevice.Axis) -> tuple[float, float]:
    x, y = pad.find_axis(across).value, pad.find_axis(along).value
    return (x, y) if hypot(x, y) > DEAD else (0.0, 0.0)
