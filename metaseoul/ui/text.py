"""The text twin: every view as lines to hear or read, every action a number, any other words a wish."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

import msgspec

from metaseoul.comfort import Comfort
from metaseoul.faults import Refusal
from metaseoul.pages import words_of
from metaseoul.texts import Texts, language_called
from metaseoul.ui import BACK, FIND, SUBMIT, Leave, Ui
from metaseoul.ui.views import BESIDE, Field, View
from worlds.seats import Seat
from worlds.sessions.wire import People
from worlds.shape import Place, Point, Spot

END_WITH = "#"
"""Ends what holds over every view."""
PANIC = "!!"
"""Hides everything at once, and brings it back."""
DIGITS = 3
"""More digits in a row are no number of an action: a receipt, a telephone."""


class End(Leave):
    """There is nothing more to read: the pipe is empty, or the citizen closed the line."""


class TextUi(Ui):
    """Reads lines, writes lines. No colours, no drawing, no cursor: a screen reader and a pipe hear the same."""

    mode = "text"

    def __init__(self, texts: Texts, out: TextIO | None = None) -> None:
        super().__init__(texts)
        self.out = out or sys.stdout
        self._editing: Field | None = None
        self._read: bytes | None = None
        """The sheet that was read out last: it is not read again each time it is shown."""
        self._asked = asyncio.Event()
        self._over: Callable[[], None] | None = None

    def show(self, view: View) -> None:
        self._editing = None
        self._write("")
        self._write(f"== {view.heading} ==")
        for line in view.words:
            self._write(line)
        if view.sheet is not None and view.sheet is not self._read:
            self._read = view.sheet
            for line in words_of(view.sheet):
                self._write(line)
        parts = {name: tab.label for tab in view.tabs for name in tab.parts}
        part = ""
        for number, (name, label) in enumerate(self._numbered(view), 1):
            if (now := parts.get(name, "")) != part:
                part = now
                self._write(f"-- {part} --" if part else "--")
            self._write(f"{number} {label}")
        if view.kind == "line" and view.default:
            self._write(self.texts("text.default", default=view.default))
        if view.back:
            self._write(f"0 {self.texts('ui.back')}")
        self._asked.set()

    def hide(self) -> None:
        self._asked.clear()

    def tell(self, text: str) -> None:
        self.told.append(text)
        self._write(f"* {text}")
        self.speak(text)

    def working(self, text: str, done: float | None) -> None:
        if text:
            self._write(f"... {text}" if done is None else f"... {text} {done:.0%}")

    async def enter(self, place: Place, at: Spot, facing: float) -> None:
        """The place is told by its view, which comes next."""

    def attend(self, on: bool) -> None:
        """In words it is heard."""

    def lead(self, goal: Spot | None) -> None:
        """In words the way was told, and one is there."""

    def ride(self, way: Sequence[Point]) -> float:
        """In words one is there at once."""
        return 0.0

    async def photograph(self, place: Place, file: Path) -> None:
        """The postcard view of the place, drawn by a process of its own: words need no renderer until now."""
        command = [sys.executable, "-m", "metaseoul", "shot", place.slug, "--tier", "middle", "--out", str(file)]
        shot = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, stderr=DEVNULL)
        if await shot.wait():
            raise Refusal("photo.no-picture")

    def adopt(self, comfort: Comfort) -> None:
        """Of these, words know only what sounds."""
        self.comfort = comfort
        if not comfort.voice:
            self.hush()

    def show_again(self, view: View) -> None:
        self.show(view)

    def stand(self, x: float, y: float) -> None:
        """A spot in metres is not told in words."""

    def sit(self, seat: Seat) -> None:
        """It was told when it was wished."""

    def step_aside(self, x: float, y: float) -> None:
        """Nor is a step."""

    def point(self, name: str) -> None:
        view = self.view
        label = next((label for one, label in self._numbered(view) if one == name), "") if view is not None else ""
        if label and view is not None:
            number = [one for one, _ in self._numbered(view)].index(name) + 1
            self.tell(self.texts("beside.pointed", part=f"{number} {label}"))

    def over(self, words: str, end: Callable[[], None] | None) -> None:
        self._over = end
        if words:
            self._write(f"# {words}")

    def act(self, gesture: str, seconds: float | None) -> bool:
        return False

    def mirror(self, on: bool) -> None:
        """Words have no mirror: what is chosen is told."""

    def meet(self, people: People, me: int | None) -> None:
        """Who is here is told with the place; coming and going is not told in passing, it would never end."""

    def hear(self, number: int, name: str, text: str) -> None:
        self._write(f"{name}: {text}")

    async def listen(self, lines: "asyncio.Queue[str | None]") -> None:
        """Feeds lines to whatever is shown, one at a time; raises End to the view when they end."""
        while True:
            line = await lines.get()
            await self._asked.wait()
            if line is None:
                self.interrupt(End())
                return
            self.heard(line)
            await asyncio.sleep(0)

    def blank(self, on: bool) -> None:
        """The terminal and what can be scrolled back to are cleared (ECMA-48 ED; xterm's 3 J)."""
        if on:
            self._put_out("\x1b[2J\x1b[3J\x1b[H" if self.out.isatty() else "")

    def heard(self, line: str) -> None:
        """One typed line: a number, a form's text, or words for the "what do you need?" box."""
        view = self.view
        line = line.strip()
        if line == PANIC:
            self.panic()
            return
        if view is None or self.hidden:
            return
        if line == END_WITH and self._over is not None:
            self._over()
        elif self._editing is not None:
            self._put(self._editing, line)
        elif (language := language_called(line)) is not None and self.on_language_wish is not None:
            self.on_language_wish(language)
        elif line == "0" and view.back:
            self.answer(BACK)
        elif view.kind == "line":
            self.answer(SUBMIT, line)
        elif line.isdecimal() and len(line) <= DIGITS:
            self._picked(view, int(line))
        elif (named := _called(view, line)) is not None:
            self._picked(view, named)
        elif line:
            self.answer(FIND, line)

    def _numbered(self, view: View) -> list[tuple[str, str]]:
        """(name, label) of all that a number picks: the actions, then the form's entries."""
        actions = [
            (action.name, f"{action.label}{' - ' + action.note if action.note else ''}") for action in view.actions
        ]
        return actions + [(field.name, f"{field.label}: {_shown(field)}") for field in view.fields]

    def _picked(self, view: View, number: int) -> None:
        numbered = self._numbered(view)
        if not 1 <= number <= len(numbered):
            self.tell(self.texts("text.no-such-number", number=number))
            return
        if number <= len(view.actions):
            self.answer(view.actions[number - 1].name, values={field.name: field.value for field in view.fields})
            return
        field = view.fields[number - len(view.actions) - 1]
        if field.choices:
            names = [choice.name for choice in field.choices]
            self._put(field, names[(names.index(field.value) + 1) % len(names)])
        else:
            self._editing = field
            self._write(self.texts("text.type", field=field.label, limit=field.limit))

    def _put(self, field: Field, value: str) -> None:
        view = self.view
        if view is None:
            return
        changed = msgspec.structs.replace(field, value=value)
        self.view = msgspec.structs.replace(
            view, fields=tuple(changed if other.name == field.name else other for other in view.fields)
        )
        self._editing = None
        if self.view is not None:
            self.turned({field.name: field.value for field in self.view.fields})
        self._write(f"{changed.label}: {_shown(changed)}")

    def _write(self, line: str) -> None:
        if not self.hidden:
            self._put_out(line)

    def _put_out(self, line: str) -> None:
        with contextlib.suppress(BrokenPipeError):
            print(line, file=self.out, flush=True)


def _called(view: View, line: str) -> int | None:
    """The number of the action whose label was typed, with or without the original beside it."""
    wish = line.casefold()
    labels = [action.label.casefold() for action in view.actions]
    named = (number for number, one in enumerate(labels, 1) if wish in (one, one.partition(BESIDE)[0]))
    return next(named, None)


def _shown(field: Field) -> str:
    return next((choice.label for choice in field.choices if choice.name == field.value), field.value)
