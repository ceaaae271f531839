"""The system's own input method inside our fields on X11, where Panda3D 1.10 never sets the input focus.

A connection of our own asks the X server for the window's keys, hands them to the input method (ibus, nabi)
and takes what it composed. Panda3D sees the raw keys too; fields ignore them while this bridge composes.
"""

import ctypes
import os
import sys
from ctypes import POINTER, Structure, Union, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import Any, Optional

KEY_PRESS, KEY_RELEASE = 2, 3
KEY_EVENTS = 3  # KeyPressMask | KeyReleaseMask
NOTHING_SHOWN = 0x0008 | 0x0400  # XIMPreeditNothing | XIMStatusNothing


class KeyEvent(Structure):
    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("root", c_ulong),
        ("subwindow", c_ulong),
        ("time", c_ulong),
        ("x", c_int),
        ("y", c_int),
        ("x_root", c_int),
        ("y_root", c_int),
        ("state", c_uint),
        ("keycode", c_uint),
        ("same_screen", c_int),
    )


class Event(Union):
    _fields_ = (("type", c_int), ("key", KeyEvent), ("pad", c_long * 24))


class Bridge:
    """One window's input context. `composing` is True while an input method is there to compose."""

    def __init__(self, library: Any, window: int) -> None:
        self._x = library
        self._display = library.XOpenDisplay(None)
        library.XSetLocaleModifiers(b"")
        method = library.XOpenIM(self._display, None, None, None)
        self._context = method and library.XCreateIC(
            c_void_p(method),
            b"inputStyle",
            c_ulong(NOTHING_SHOWN),
            b"clientWindow",
            c_ulong(window),
            b"focusWindow",
            c_ulong(window),
            None,
        )
        self.composing = bool(self._context)
        if self.composing:
            library.XSelectInput(c_void_p(self._display), c_ulong(window), c_long(KEY_EVENTS))
        self._event = Event()
        self._listening = False

    @staticmethod
    def to(window: Any) -> Optional["Bridge"]:
        """A bridge to this window, where X11 has an input method; else None."""
        if not sys.platform.startswith("linux") or "@im=" not in os.environ.get("XMODIFIERS", ""):
            return None
        handle = window.get_window_handle() if hasattr(window, "get_window_handle") else None
        if handle is None:
            return None
        try:
            library = _library()
        except OSError:
            return None
        bridge = Bridge(library, handle.get_int_handle())
        return bridge if bridge.composing else None

    def listen(self, on: bool) -> None:
        """The input method composes while a field is written in, and only then; what was pressed before is dropped."""
        self.poll()
        self._listening = on
        if on:
            self._x.XSetICFocus(c_void_p(self._context))
        else:
            self._x.Xutf8ResetIC(c_void_p(self._context))
            self._x.XUnsetICFocus(c_void_p(self._context))

    def poll(self) -> str:
        """What was composed since the last call."""
        composed = ""
        while self._x.XPending(c_void_p(self._display)):
            self._x.XNextEvent(c_void_p(self._display), byref(self._event))
            if not self._listening and self._event.type in (KEY_PRESS, KEY_RELEASE):
                continue  # what the two programs say to each other must still pass
            if self._x.XFilterEvent(byref(self._event), c_ulong(0)) or self._event.type != KEY_PRESS:
                continue
            buffer = ctypes.create_string_buffer(64)
            symbol, status = c_ulong(), c_int()
            length = self._x.Xutf8LookupString(
                c_void_p(self._context), byref(self._event), buffer, 63, byref(symbol), byref(status)
            )
            composed += buffer.raw[: max(0, length)].decode("utf-8", "ignore")
        return "".join(character for character in composed if character.isprintable())


def _library() -> Any:
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = c_void_p
    library.XOpenIM.restype = c_void_p
    library.XOpenIM.argtypes = [c_void_p] * 4
    library.XCreateIC.restype = c_void_p
    library.Xutf8ResetIC.restype = c_void_p
    library.XSetLocaleModifiers.restype = c_char_p
    library.Xutf8LookupString.argtypes = [c_void_p, c_void_p, c_char_p, c_int, POINTER(c_ulong), POINTER(c_int)]
    return library
