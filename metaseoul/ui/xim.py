"""The system's own input method inside our fields on X11, where Panda3D 1.10 never sets the input focus.

A connection of our own asks the X server for the window's keys, hands them to the input method (ibus, nabi)
and takes what it composed. Panda3D sees the raw keys too; fields ignore them while this bridge composes.
"""

import ctypes
import os
import sys
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    Union,
    byref,
    c_char_p,
    c_int,
    c_long,
    c_uint,
    c_ulong,
    c_ushort,
    c_void_p,
    c_wchar_p,
    cast,
)
from typing import Any, Optional

KEY_PRESS, KEY_RELEASE = 2, 3
KEY_EVENTS = 3  # KeyPressMask | KeyReleaseMask
SHOWN_BY_US = 0x0002 | 0x0400  # XIMPreeditCallbacks | XIMStatusNothing
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


class Text(Structure):
    """XIMText: what is composed, in the locale's bytes or in wide letters."""

    _fields_ = (("length", c_ushort), ("feedback", c_void_p), ("is_wide", c_int), ("letters", c_void_p))


class Draw(Structure):
    """XIMPreeditDrawCallbackStruct: put `text` in place of `length` letters from `first` on."""

    _fields_ = (("caret", c_int), ("first", c_int), ("length", c_int), ("text", POINTER(Text)))


Called = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p)


class Callback(Structure):
    """XIMCallback."""

    _fields_ = (("data", c_void_p), ("called", Called))


class Bridge:
    """One window's input context. `composing` is True while an input method is there to compose; `preedit` is what it
    is making, shown in the field where it will stand."""

    def __init__(self, library: Any, window: int) -> None:
        self._x = library
        self.preedit = ""
        self._callbacks = {
            b"preeditStartCallback": Callback(None, Called(self._begun)),
            b"preeditDrawCallback": Callback(None, Called(self._drawn)),
            b"preeditCaretCallback": Callback(None, Called(lambda *_: 0)),
            b"preeditDoneCallback": Callback(None, Called(self._begun)),
        }
        self._display = library.XOpenDisplay(None)
        library.XSetLocaleModifiers(b"")
        method = library.XOpenIM(self._display, None, None, None)
        self._context = method and (self._shown(method, window) or self._unseen(method, window))
        self.composing = bool(self._context)
        if self.composing:
            library.XSelectInput(c_void_p(self._display), c_ulong(window), c_long(KEY_EVENTS))
        self._event = Event()
        self._listening = False

    def _shown(self, method: int, window: int) -> int:
        """An input context that tells what it composes; 0 where the method cannot."""
        entries: list[Any] = []
        for name, callback in self._callbacks.items():
            entries += [name, byref(callback)]
        attributes = self._x.XVaCreateNestedList(0, *entries, None)
        context = self._x.XCreateIC(
            c_void_p(method),
            b"inputStyle",
            c_ulong(SHOWN_BY_US),
            b"clientWindow",
            c_ulong(window),
            b"focusWindow",
            c_ulong(window),
            b"preeditAttributes",
            c_void_p(attributes),
            None,
        )
        self._x.XFree(c_void_p(attributes))
        return int(context or 0)

    def _unseen(self, method: int, window: int) -> int:
        """One that shows what it composes in a window of its own, or not at all."""
        context = self._x.XCreateIC(
            c_void_p(method),
            b"inputStyle",
            c_ulong(NOTHING_SHOWN),
            b"clientWindow",
            c_ulong(window),
            b"focusWindow",
            c_ulong(window),
            None,
        )
        return int(context or 0)

    def _begun(self, *_: object) -> int:
        self.preedit = ""
        return -1  # no limit to its length

    def _drawn(self, _context: object, _data: object, told: int) -> int:
        draw = cast(told, POINTER(Draw)).contents
        fresh = _letters(draw.text.contents) if draw.text else ""
        before = self.preedit
        self.preedit = before[: draw.first] + fresh + before[draw.first + draw.length :]
        return 0

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
            self.preedit = ""
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


def _letters(text: Text) -> str:
    if not text.letters:
        return ""
    if text.is_wide:
        return str(cast(text.letters, c_wchar_p).value or "")
    return (cast(text.letters, c_char_p).value or b"").decode("utf-8", "replace")


def _library() -> Any:
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = c_void_p
    library.XOpenIM.restype = c_void_p
    library.XOpenIM.argtypes = [c_void_p] * 4
    library.XCreateIC.restype = c_void_p
    library.XVaCreateNestedList.restype = c_void_p
    library.Xutf8ResetIC.restype = c_void_p
    library.XSetLocaleModifiers.restype = c_char_p
    library.Xutf8LookupString.argtypes = [c_void_p, c_void_p, c_char_p, c_int, POINTER(c_ulong), POINTER(c_int)]
    return library
