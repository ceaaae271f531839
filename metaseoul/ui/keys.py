"""The window's keys: what each does, wherever one is; letters go to the field that is written in."""

from typing import TYPE_CHECKING

from metaseoul.ui.field import TextField
from metaseoul.ui.hud import END_KEY

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

LANGUAGE_KEY = "F8"
PANIC_KEY = "F12"


class Keys:
    """Listens from the beginning; tells the window."""

    def __init__(self, ui: "WindowUi") -> None:
        self._ui = ui
        self._listen()

    def _listen(self) -> None:
        base = self._ui.base
        for thrower in base.buttonThrowers or ():
            thrower.node().set_keystroke_event("keystroke")
        base.accept("keystroke", self._keystroke)
        for key, act in (
            ("enter", self._ui.enter_line),
            ("escape", self._ui.escape),
            ("tab", self._ui.next_focus),
            ("shift-tab", lambda: self._ui.next_focus(-1)),
            ("shift-space", self._switch),
            ("ralt", self._switch),
            (LANGUAGE_KEY.lower(), self._ui.next_language),
            (PANIC_KEY.lower(), self._ui.panic),
        ):
            base.accept(key, act)
        for key in ("backspace", "delete", "home", "end", "arrow_left", "arrow_right"):
            base.accept(key, self._edit, [key])
            base.accept(f"{key}-repeat", self._edit, [key])
        for number in range(1, 10):
            base.accept(str(number), self._number, [number])
        for key in ("arrow_up", "arrow_down"):
            base.accept(key, self._arrow, [-1 if key == "arrow_up" else 1])
        for key, share in (("page_up", -0.9), ("page_down", 0.9)):
            base.accept(key, self._page, [share])
        base.accept(END_KEY.lower(), self._ui.hud.end_over)
        base.accept("aspectRatioChanged", self._ui.resized)

    def _keystroke(self, character: str) -> None:
        if isinstance(self._ui.focused, TextField) and (self._ui.bridge is None or not self._ui.bridge.composing):
            watcher = self._ui.base.mouseWatcherNode
            if character == " " and watcher is not None and watcher.is_button_down("shift"):
                return
            self._ui.type(character)

    def _edit(self, key: str) -> None:
        if not isinstance(self._ui.focused, TextField):
            if self._ui.panel is not None and key.startswith("arrow"):
                self._ui.panel.turn_by(-1 if key == "arrow_left" else 1)
            return
        line = self._ui.focused.line
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
        self._ui.focused.refresh()

    def _number(self, number: int) -> None:
        if self._ui.panel is not None and not self._ui.panel.lines and not isinstance(self._ui.focused, TextField):
            actions = self._ui.panel.view.actions
            if number <= len(actions):
                self._ui.panel.act(actions[number - 1].name)

    def _arrow(self, step: int) -> None:
        if self._ui.panel is not None:
            self._ui.next_focus(step)

    def _page(self, share: float) -> None:
        if self._ui.panel is not None:
            self._ui.scroll(share * self._ui.panel.scroll.height)

    def _switch(self) -> None:
        self._ui.korean = not self._ui.korean
        if isinstance(self._ui.focused, TextField):
            self._ui.focused.line.switch()
            self._ui.focused.refresh()
        self._ui.say("ui.korean" if self._ui.korean else "ui.latin")
