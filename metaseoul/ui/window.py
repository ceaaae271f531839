"""The window's side of the contract: views become panels over the city, answered by mouse, touch and keyboard."""

import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from direct.showbase.ShowBase import ShowBase
from panda3d.core import NodePath

from metaseoul.texts import Texts
from metaseoul.ui import BACK, Ui
from metaseoul.ui.draw import card
from metaseoul.ui.field import TextField
from metaseoul.ui.hud import Hud
from metaseoul.ui.keyboard import Keyboard
from metaseoul.ui.panel import Panel
from metaseoul.ui.sheet import Sheet
from metaseoul.ui.theme import LIGHT
from metaseoul.ui.views import View
from metaseoul.ui.widgets import Control
from metaseoul.ui.xim import Bridge
from worlds.seats import Seat
from worlds.sessions.wire import People
from worlds.shape import Place, Point, Spot

REFERENCE_HEIGHT = 720
OUTLINE = 3
HAND_OVER = 0.12
"""Seconds after Enter that an input method may take to hand over what it was composing."""


class WindowUi(Ui):
    """Shows one panel at a time over the place. `on_enter` brings the scene, `on_stand` moves the citizen."""

    mode = "window"

    def __init__(self, texts: Texts, base: ShowBase) -> None:
        super().__init__(texts)
        self.base, self.theme = base, LIGHT
        self.root: NodePath = base.pixel2d.attach_new_node("ui")
        self.korean = texts.language == "ko"
        self.panel: Panel | None = None
        self.sheet: Sheet | None = None
        self.keyboard: Keyboard | None = None
        self.focused: Control | None = None
        self.on_enter: Callable[[Place, Spot, float], Awaitable[None]] | None = None
        self.on_coming: Callable[[str], None] | None = None
        self.on_language: Callable[[str], None] | None = None
        self.on_stand: Callable[[float, float], None] | None = None
        self.on_sit: Callable[[Seat], None] | None = None
        self.on_act: Callable[[str, float | None], bool] | None = None
        self.on_aside: Callable[[float, float], None] | None = None
        self.on_ride: Callable[[Sequence[Point]], float] | None = None
        self.on_photograph: Callable[[Path], Awaitable[None]] | None = None
        self.on_meet: Callable[[People, int | None], None] | None = None
        self._measure()
        self.hud = Hud(self)
        self.bridge = Bridge.to(base.win)
        self._clock = time.monotonic
        self._enter_after = 0.0
        self._listen()

    def pixels(self, size: float) -> int:
        """A size of the 720-line design in whole pixels of this window."""
        return max(1, round(size * float(self._factor)))

    @property
    def walking(self) -> bool:
        """Keys and mouse move the citizen: nothing is open, nothing is being written."""
        return self.panel is None and not isinstance(self.focused, TextField)

    @property
    def controls(self) -> list[Control]:
        """All that can be acted on now, in the order of Tab."""
        front = self.panel.controls if self.panel else self.hud.controls
        beside = self.sheet.controls if self.sheet else []
        keys = self.keyboard.controls if self.keyboard else []
        return [*front, *beside, *keys]

    # --- the contract

    def show(self, view: View) -> None:
        if view.kind == "place":
            self.hud.show(view)
            return
        self.hud.rest()
        if view.kind == "sheet" and view.sheet is not None:
            self.sheet = Sheet(self, view.sheet)
        self._open(Panel(self, view, {}))

    def hide(self) -> None:
        self._close()
        if self.sheet is not None:
            self.sheet.remove()
            self.sheet = None

    def tell(self, text: str) -> None:
        self.told.append(text)
        self.hud.tell(text)

    def working(self, text: str, done: float | None) -> None:
        self.hud.working(text, done)

    def coming(self, slug: str) -> None:
        if self.on_coming is not None:
            self.on_coming(slug)

    async def enter(self, place: Place, at: Spot, facing: float) -> None:
        if self.on_enter is not None:
            await self.on_enter(place, at, facing)

    def language_changed(self) -> None:
        self.korean = self.texts.language == "ko"
        if self.on_language is not None:
            self.on_language(self.texts.language)

    def ride(self, way: Sequence[Point]) -> float:
        return self.on_ride(way) if self.on_ride is not None else 0.0

    async def photograph(self, place: Place, file: Path) -> None:
        if self.on_photograph is not None:
            await self.on_photograph(file)

    def stand(self, x: float, y: float) -> None:
        if self.on_stand is not None:
            self.on_stand(x, y)

    def sit(self, seat: Seat) -> None:
        if self.on_sit is not None:
            self.on_sit(seat)

    def step_aside(self, x: float, y: float) -> None:
        if self.on_aside is not None:
            self.on_aside(x, y)

    def act(self, gesture: str, seconds: float | None) -> bool:
        return self.on_act is not None and self.on_act(gesture, seconds)

    def meet(self, people: People, me: int | None) -> None:
        self.hud.meet(people, me)
        if self.on_meet is not None:
            self.on_meet(people, me)

    def hear(self, number: int, name: str, text: str) -> None:
        self.hud.hear(number, name, text)

    # --- focus and keys

    def focus_on(self, control: Control | None) -> None:
        """The keyboard is at `control` now; a field brings the on-screen letters when touch asked for it."""
        if self.focused is not None and self.focused is not control:
            self.focused.focus(None)
        if self.bridge is not None and isinstance(control, TextField) != isinstance(self.focused, TextField):
            self.bridge.listen(isinstance(control, TextField))
        self.focused = control
        if control is not None:
            control.focus(self._outline)

    def type(self, text: str) -> None:
        """Characters into the field that is written in: from the keyboard, or from a script."""
        if isinstance(self.focused, TextField):
            for character in text:
                self.focused.line.key(character)
            self.focused.refresh()

    def enter_line(self) -> None:
        """Enter: sends the field, or presses what has the focus. The system's input method is first given a moment
        to hand over the syllable it was still making."""
        if self.bridge is not None and isinstance(self.focused, TextField):
            self._enter_after = self._clock() + HAND_OVER
        else:
            self._send_line()

    def _send_line(self) -> None:
        focused = self.focused
        if isinstance(focused, TextField):
            if focused.name == Hud.CHAT:
                self.hud.send()
            elif self.panel is not None:
                self.panel.typed(focused)
        elif focused is not None:
            focused.press()
        elif self.panel is not None and self.panel.view.kind in ("form", "sheet"):
            self.panel.act(self.panel.view.actions[0].name)
        elif self.view is not None and self.view.kind == "place":
            self.hud.open_chat()

    def escape(self) -> None:
        """Esc: leaves the field, then the panel."""
        if self.keyboard is not None:
            self.close_keyboard()
        elif self.hud.chatting:
            self.hud.close_chat()
        elif self.panel is not None and self.panel.view.back:
            self.answer(BACK)

    def turn_page(self, panel: Panel, page: int) -> None:
        """The same view again: another page of its actions, or another value in a form."""
        name = self.focused.name if self.focused is not None else ""
        self._close()
        self._open(Panel(self, panel.view, panel.values, page))
        self.focus_on(next((control for control in self.controls if control.name == name), self.focused))

    def open_keyboard(self) -> None:
        if self.keyboard is None:
            self.keyboard = Keyboard(self)

    def close_keyboard(self) -> None:
        if self.keyboard is not None:
            self.keyboard.remove()
            self.keyboard = None

    def update(self, seconds: float) -> None:
        """Once a frame: what the input method composed, and what fades by itself."""
        if self.bridge is not None and (composed := self.bridge.poll()) and isinstance(self.focused, TextField):
            self.focused.line.put(composed)
            self.focused.refresh()
        if self._enter_after and self._enter_after <= self._clock():
            self._enter_after = 0.0
            self._send_line()
        self.hud.update(seconds)

    def _open(self, panel: Panel) -> None:
        self.panel = panel
        field = next(iter(panel.lines.values()), None) if panel.view.kind != "form" else None
        self.focus_on(field)

    def _close(self) -> None:
        self.close_keyboard()
        self.focus_on(None)
        if self.panel is not None:
            self.panel.remove()
            self.panel = None

    def _outline(self, width: float, height: float) -> NodePath:
        size = OUTLINE
        ring = card(width + 2 * size, height + 2 * size, 12, (0, 0, 0, 0), self.theme.focus)
        ring.set_pos(-size, 0, size)
        return ring

    def _listen(self) -> None:
        base = self.base
        for thrower in base.buttonThrowers or ():
            thrower.node().set_keystroke_event("keystroke")
        base.accept("keystroke", self._keystroke)
        for key, act in (
            ("enter", self.enter_line),
            ("escape", self.escape),
            ("tab", self._next_focus),
            ("shift-tab", lambda: self._next_focus(-1)),
            ("shift-space", self._switch),
            ("ralt", self._switch),
        ):
            base.accept(key, act)
        for key in ("backspace", "delete", "home", "end", "arrow_left", "arrow_right"):
            base.accept(key, self._edit, [key])
            base.accept(f"{key}-repeat", self._edit, [key])
        for number in range(1, 10):
            base.accept(str(number), self._number, [number])
        for key in ("arrow_up", "arrow_down"):
            base.accept(key, self._arrow, [-1 if key == "arrow_up" else 1])
        base.accept("aspectRatioChanged", self._resized)

    def _keystroke(self, character: str) -> None:
        if isinstance(self.focused, TextField) and (self.bridge is None or not self.bridge.composing):
            watcher = self.base.mouseWatcherNode
            if character == " " and watcher is not None and watcher.is_button_down("shift"):
                return
            self.type(character)

    def _edit(self, key: str) -> None:
        if not isinstance(self.focused, TextField):
            return
        line = self.focused.line
        match key:
            case "backspace":
                line.backspace()
            case "delete":
                line.delete()
            case "home":
                line.move(0)
            case "end":
                line.move(len(line.value))
            case "arrow_left":
                line.move(line.caret - 1)
            case "arrow_right":
                line.move(line.caret + 1)
        self.focused.refresh()

    def _number(self, number: int) -> None:
        if self.panel is not None and not self.panel.lines and not isinstance(self.focused, TextField):
            buttons = [control for control in self.panel.controls if control.name in self._action_names()]
            if number <= len(buttons):
                buttons[number - 1].press()

    def _action_names(self) -> set[str]:
        return {action.name for action in self.panel.view.actions} if self.panel else set()

    def _arrow(self, step: int) -> None:
        if self.panel is not None:
            self._next_focus(step)

    def _next_focus(self, step: int = 1) -> None:
        controls = self.controls
        if not controls:
            return
        at = controls.index(self.focused) if self.focused in controls else (-1 if step > 0 else 0)
        self.focus_on(controls[(at + step) % len(controls)])

    def _switch(self) -> None:
        self.korean = not self.korean
        if isinstance(self.focused, TextField):
            self.focused.line.switch()
            self.focused.refresh()
        self.say("ui.korean" if self.korean else "ui.latin")

    def _measure(self) -> None:
        self.width, self.height = self.base.win.get_x_size(), self.base.win.get_y_size()
        self._factor = max(0.75, self.height / REFERENCE_HEIGHT)

    def _resized(self) -> None:
        before = (self.width, self.height)
        self._measure()
        if before == (self.width, self.height):
            return
        self.hud.rebuild()
        if self.sheet is not None:
            self.sheet = self.sheet.again()
        if self.panel is not None:
            self.turn_page(self.panel, self.panel.page)
