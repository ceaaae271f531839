"""Hands for a scripted journey: what a person would type, press or tap, counted; in text and in the window alike."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TypeVar

from panda3d.core import Point3

from metaseoul.texts import LANGUAGES, OWN_NAMES
from metaseoul.ui import BACK, SUBMIT, Ui
from metaseoul.ui.hangul import keys_of, letter_of
from metaseoul.ui.hud import KEYS
from metaseoul.ui.keys import LANGUAGE_KEY, PANIC_KEY
from metaseoul.ui.text import PANIC, TextUi
from metaseoul.ui.views import View
from metaseoul.ui.widgets import Control
from metaseoul.ui.window import WindowUi

T = TypeVar("T")
PATIENCE = 90.0
"""Seconds after which a journey counts as stuck."""


class Stuck(Exception):
    """What was waited for did not come; the message says what."""


class Driver(ABC):
    """One step = one key, one tap, or one typed line."""

    def __init__(self, ui: Ui) -> None:
        self.ui = ui
        self.steps = 0

    async def go_in(self) -> None:
        """Past the first screen, into the city; not counted."""
        await self.shown("title")
        self.pick("enter")
        await self.shown("place")
        self.steps = 0

    @abstractmethod
    async def want(self, words: str) -> None:
        """Says what one needs, from wherever one is."""

    @abstractmethod
    def pick(self, name: str) -> None:
        """Does one of the actions shown."""

    @abstractmethod
    def write(self, words: str) -> None:
        """Writes the line that is asked for; empty takes the default."""

    def open(self, name: str) -> None:
        """Something that can be done anywhere, by its number or its key."""
        self.pick(name)

    @abstractmethod
    def back(self) -> None:
        """Goes back."""

    @abstractmethod
    def other_language(self) -> None:
        """The next language, in one step, whatever is shown."""

    @abstractmethod
    def hide(self) -> None:
        """The panic key, whatever is shown; once more: back."""

    @abstractmethod
    async def once_more(self, service: str, words: str) -> None:
        """Does again, the shortest way, what was done at a service before."""

    async def shown(self, key: str) -> View:
        """Waits until the view of that key is shown."""
        return await self.until(lambda: self.ui.view if self.ui.view and self.ui.view.key == key else None, key)

    async def told(self, key: str) -> str:
        """Waits until something that begins like the text of `key` was told in passing."""
        start = self.ui.texts(key).partition("{")[0]
        return await self.until(lambda: next((t for t in self.ui.told if t.startswith(start)), None), key)

    async def until(self, found: Callable[[], T | None], what: str) -> T:
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while loop.time() < end:
            if (thing := found()) is not None:
                return thing
            await asyncio.sleep(0.005)
        seen = f"{self.ui.view.key}" if self.ui.view else "nothing"
        raise Stuck(f"waited for {what}, saw {seen}; told: {self.ui.told[-1:]}")

    def _view(self) -> View:
        if self.ui.view is None:
            raise Stuck("nothing is shown")
        return self.ui.view


class TextDriver(Driver):
    """Types lines, as into `metaseoul text`."""

    ui: TextUi

    async def want(self, words: str) -> None:
        self._type(words)

    def pick(self, name: str) -> None:
        names = [action.name for action in self._view().actions]
        if name not in names:
            raise Stuck(f"{name} is not among {names}")
        self._type(str(names.index(name) + 1))

    def write(self, words: str) -> None:
        self._type(words)

    def back(self) -> None:
        self._type("0")

    def other_language(self) -> None:
        at = LANGUAGES.index(self.ui.texts.language)
        self._type(OWN_NAMES[LANGUAGES[(at + 1) % len(LANGUAGES)]])

    def hide(self) -> None:
        self._type(PANIC)

    async def once_more(self, service: str, words: str) -> None:
        self._type(words)
        await self.until(lambda: (self.ui.view and self.ui.view.kind == "form") or None, "the form")
        self.pick(SUBMIT)

    def _type(self, line: str) -> None:
        self.steps += 1
        self.ui.heard(line)


class WindowDriver(Driver):
    """Presses keys and taps what is really in the window, within its edges."""

    ui: WindowUi

    async def want(self, words: str) -> None:
        await self.until(lambda: self.ui.walking or (self.ui.view and self.ui.view.wish) or None, "the place")
        if self.ui.walking:
            self.press("f")
            await self.shown("find")
        if words:
            self.write(words)

    def pick(self, name: str) -> None:
        control = next((control for control in self.ui.controls if control.name == name), None)
        if control is None or not self._in_sight(control):
            self.steps += 1  # a finger moves the panel
            self.ui.reveal(name)
            control = next((control for control in self.ui.controls if control.name == name), None)
        if control is None:
            raise Stuck(f"{name} is not among {[control.name for control in self.ui.controls]}")
        if not self._in_sight(control):
            raise Stuck(f"{name} is not wholly in the window")
        self.steps += 1
        control.press()

    def _in_sight(self, control: Control) -> bool:
        """Whether all of it is drawn inside the window's edges, as the camera of the panels sees it."""
        _, _, width, height = control.box
        corners = (Point3(0, 0, 0), Point3(width, 0, -height))
        seen = [self.ui.base.render2d.get_relative_point(control.node, corner) for corner in corners]
        return all(-1 <= point.x <= 1 and -1 <= point.z <= 1 for point in seen)

    def write(self, words: str) -> None:
        self.steps += 1
        self.ui.type(words)
        self.ui.base.messenger.send("enter")

    def open(self, name: str) -> None:
        self.press(KEYS[name].lower())

    def back(self) -> None:
        self.press("escape")

    def other_language(self) -> None:
        self.press(LANGUAGE_KEY.lower())

    def hide(self) -> None:
        self.press(PANIC_KEY.lower())

    async def once_more(self, service: str, words: str) -> None:
        await self.want("")
        self.pick(f"{service}.again")

    def press(self, key: str) -> None:
        """One key."""
        self.steps += 1
        self.ui.base.messenger.send(key)


class Hurried:
    """A clock that a journey hurries on: a minute of nobody is a minute of nothing."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._ahead

    def hurry(self, seconds: float) -> None:
        self._ahead += seconds


class KioskDriver(WindowDriver):
    """Taps with one finger what is on the screen; a letter of the on-screen keys is a tap, too."""

    def __init__(self, ui: WindowUi, clock: Hurried) -> None:
        super().__init__(ui)
        self.clock = clock

    async def go_in(self) -> None:
        await self.shown("attract")
        self.pick("ko")
        await super().go_in()

    async def want(self, words: str) -> None:
        """Opens the box, and taps the words on the keys of the screen."""
        if self.ui.walking:
            self.pick("find")
        await self.until(lambda: (self.ui.view and self.ui.view.wish) or None, "the box")
        self.tap(words)
        self.pick("key:enter")

    def tap(self, words: str) -> None:
        """Letters, one tap each; a shifted one takes two."""
        for key in keys_of(words) if self.ui.texts.language == "ko" else words:
            shown = letter_of(key) or key if self.ui.texts.language == "ko" else key
            if key.isupper():
                self.pick("key:shift")
            self.pick(f"key:{shown}")

    async def once_more(self, service: str, words: str) -> None:
        raise Stuck("a kiosk remembers nothing")

    def back(self) -> None:
        self.pick(BACK)

    def other_language(self) -> None:
        self.pick("kiosk:language")
