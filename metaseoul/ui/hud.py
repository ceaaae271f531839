"""What floats over the place: where one is, what can be done by one key, what is said, what goes on."""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui.draw import Layer, Written, card, printed, size_of, text
from metaseoul.ui.field import Line, TextField
from metaseoul.ui.frame import MARGIN
from metaseoul.ui.pins import Pins
from metaseoul.ui.tags import Tags
from metaseoul.ui.theme import BODY, ROW, SMALL, TITLE
from metaseoul.ui.views import Action, View
from metaseoul.ui.widgets import Button, Control, Style
from worlds.sessions.wire import CHAT_LIMIT, People

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

BUTTONS = {"find": "F", "here": "G", "say": "T", "map": "M", "menu": "Esc"}
"""What stands at the foot, and the keys that do the same."""
KEYS = {
    **BUTTONS,
    "gesture": "V",
    "room": "O",
    "tour": "B",
    "photo": "P",
    "language": "L",
    "guide": "H",
    "lead": "Q",
    "beside": "X",
    "avatar": "Y",
    "settings": "K",
    "people": "N",
    "numbers": "J",
    "my-data": "I",
    "safety": "U",
    "reading": "R",
}
"""The keys of all that can be done anywhere; what has no button is in the menu."""
END_KEY = "F9"
"""Ends what holds over every view."""
LINES = 6
"""Lines of chat that stay in sight."""
TOAST = 6.0
"""Seconds that a passing word stays."""


class Hud:
    """Built anew when the place, the language or the window changes."""

    CHAT = "chat"

    def __init__(self, ui: "WindowUi") -> None:
        self.ui = ui
        self.controls: list[Control] = []
        self.field: TextField | None = None
        self.near: Action | None = None
        """What E would use now: something within reach."""
        self.node: NodePath = ui.root.attach_new_node("hud")
        self.tags = Tags(ui)
        self.pins = Pins(ui, self.node)
        self._view: View | None = None
        self._lines: deque[str] = deque(maxlen=LINES)
        self._toasts: list[tuple[float, NodePath]] = []
        self._clock = 0.0
        self._people = 0
        self._over: Button | None = None
        self._over_words = ""
        self._ends: Callable[[], None] | None = None
        self._headed = 0
        """Where the name of the place ends, in pixels from the left."""
        self._rows = 1
        """Of buttons, one above the other."""
        self._log: NodePath | None = None
        self._count: Written | None = None
        self._prompt: NodePath | None = None
        self._progress: NodePath | None = None
        for name, key in KEYS.items():
            if len(key) == 1:
                ui.base.accept(key.lower(), self.key, [name])
        ui.base.accept("slash", self.key, ["find"])
        ui.base.accept("e", self.use)

    @property
    def chatting(self) -> bool:
        return self.field is not None

    def show(self, view: View) -> None:
        """The place is what the citizen acts on now."""
        if view != self._view:
            self._view = view
            self.rebuild()
        self.node.show()

    def rest(self) -> None:
        """A panel is in front: the buttons step back, what is said stays."""
        self.close_chat()
        self._hint(None)
        self.node.hide()

    def rebuild(self) -> None:
        self._clear()
        self.over(self._over_words, self._ends)
        if self._view is None:
            return
        self._heading(self._view)
        self._buttons(self._view)
        self.pins.show(self._view.actions)
        self.controls += self.pins.buttons
        self._show_log()

    def tell(self, words: str) -> None:
        """Says something in passing, under the name of the place."""
        ui, scale = self.ui, self.ui.pixels
        width = min(scale(560), ui.width - 2 * scale(MARGIN))
        box = ui.root.attach_new_node("toast")
        written = printed(box, scale(20), scale(12), words, scale(BODY), ui.theme.on_veil, wrap=width - scale(40))
        width = min(width, round(written.width) + scale(40))
        card(width, written.height + scale(22), scale(12), (*ui.theme.veil[:3], 0.88)).reparent_to(box, -1)
        for _, other in self._toasts:
            other.set_z(other.get_z() - written.height - scale(30))
        box.set_pos(scale(MARGIN), 0, -scale(MARGIN + 74 + 10))
        self._toasts.append((self._clock + TOAST + len(words) / 20, box))

    def working(self, words: str, done: float | None) -> None:
        """A line at the top while something takes a moment. What goes on by itself, with a share done, hides
        behind panels; what the citizen waits for does not."""
        if self._progress is not None:
            self._progress.remove_node()
            self._progress = None
        if not words:
            return
        ui, scale = self.ui, self.ui.pixels
        node = self._progress = (self.node if done is not None else ui.root).attach_new_node("progress")
        width, height = scale(260), scale(50)
        card(width, height, scale(12), ui.theme.veil).reparent_to(node)
        printed(node, scale(18), scale(8), words, scale(SMALL), ui.theme.on_veil)
        track = width - 2 * scale(18)
        bar = card(track, scale(5), scale(2.5), (1, 1, 1, 0.25))
        bar.reparent_to(node)
        bar.set_pos(scale(18), 0, -scale(35))
        share = card(max(scale(5), track * (0.15 if done is None else done)), scale(5), scale(2.5), (1, 1, 1, 1))
        share.reparent_to(node)
        share.set_pos(scale(18), 0, -scale(35))
        beside = ui.width - width - 2 * scale(MARGIN) > self._headed
        down = scale(MARGIN) if beside else scale(MARGIN + 74 + 8)
        node.set_pos(ui.width - width - scale(MARGIN), 0, -down)

    def meet(self, people: People, me: int | None) -> None:
        self._people = sum(number != me for number in people)
        self._show_count()
        self.tags.meet(people, me)

    def hear(self, number: int, name: str, words: str) -> None:
        self._lines.append(f"{name}: {words}")
        self._show_log()
        self.tags.say(number, words, self._clock)

    @property
    def above(self) -> list[Control]:
        """What can be pressed over every view."""
        return [self._over] if self._over is not None else []

    def over(self, words: str, end: Callable[[], None] | None) -> None:
        """Something holds over every view: its words at the top, and the one key that ends it."""
        if self._over is not None:
            self._over.remove()
            self._over.layer.remove()
            self._over = None
        self._ends, self._over_words = end, words
        if not words:
            return
        ui, scale = self.ui, self.ui.pixels
        label = words if ui.touch else f"{words}  {END_KEY}"
        width = round(size_of(label, scale(SMALL))) + scale(32)
        box = ((ui.width - width) / 2, float(scale(6)), width, scale(ROW - 6))
        self._over = Button(
            Layer(ui.root),
            ui.theme,
            "over",
            words,
            box,
            self.end_over,
            pixels=scale(SMALL),
            style="accent",
            symbol=label,
        )

    def end_over(self) -> None:
        """The one key that ends it."""
        if self._ends is not None:
            self._ends()

    def forget(self) -> None:
        """Nothing was ever said here."""
        for _, box in self._toasts:
            box.remove_node()
        self._toasts.clear()
        self._lines.clear()
        self.working("", 1.0)
        self.tags.forget()
        self.near = self._view = None
        self.over("", None)
        self._hint(None)
        self._clear()

    def update(self, seconds: float) -> None:
        self._clock += seconds
        while self._toasts and self._toasts[0][0] < self._clock:
            self._toasts.pop(0)[1].remove_node()
        self.tags.update(self._clock)
        self.pins.update()

    # --- chat

    def open_chat(self) -> None:
        """A line to write in; Enter says it, Esc closes it."""
        if self.field is not None:
            return
        ui, scale = self.ui, self.ui.pixels
        line = Line(limit=CHAT_LIMIT)
        line.korean = ui.korean
        wide = self._wide() - scale(72)
        box = (scale(MARGIN), ui.frame.bottom - self._foot() - scale(ROW), wide, scale(ROW))
        hint = ui.texts("visit.say.line")
        self.field = TextField(
            self.node, ui.theme, self.CHAT, hint, box, line, ui.focus_on, pixels=scale(BODY), hint=hint
        )
        keys_box = (box[0] + wide + scale(8), box[1], scale(64), scale(ROW))
        keys = Button(
            Layer(self.node),
            ui.theme,
            "keys",
            ui.texts("keys.open"),
            keys_box,
            ui.open_keyboard,
            pixels=scale(BODY),
            style="veil",
            symbol="가",
        )
        self.controls = [self.field, keys, *self.controls]
        self._show_log()
        ui.focus_on(self.field)

    def close_chat(self) -> None:
        if self.field is None:
            return
        self.ui.close_keyboard()
        self.ui.focus_on(None)
        for control in self.controls[:2]:
            control.remove()
            if isinstance(control, Button):
                control.layer.remove()
        self.controls = self.controls[2:]
        self.field = None
        self._show_log()

    def _foot(self) -> int:
        """Pixels from the bottom to above the buttons, or above the keys."""
        return max(self.ui.foot + self.ui.pixels(8), self.ui.pixels(MARGIN) + self._rows * self.ui.pixels(ROW + 10))

    def _wide(self) -> int:
        """Pixels across that what is said takes."""
        return min(self.ui.pixels(532), self.ui.width - 2 * self.ui.pixels(MARGIN))

    def send(self) -> None:
        if self.field is not None:
            words = self.field.line.finish().strip()
            self.close_chat()
            if words:
                self.ui.answer("say", words)

    # --- what is near

    def within_reach(self, action: Action | None) -> None:
        """Something can be used here, or nothing any more."""
        if action != self.near:
            self.near = action
            self._hint(action)

    def use(self) -> None:
        if self.near is not None and self.ui.walking:
            self.ui.answer(self.near.name)

    def key(self, name: str) -> None:
        """One of KEYS was pressed."""
        if name == "find" and self.ui.panel is not None and not isinstance(self.ui.focused, TextField):
            self.ui.answer(name)  # whatever is open: what one needs is two steps away
            return
        if not self.ui.walking or self._view is None:
            return
        if name == "say":
            self.open_chat()
        else:
            self.ui.answer(name)

    # --- drawing

    def _heading(self, view: View) -> None:
        ui, scale = self.ui, self.ui.pixels
        nobody = size_of(ui.texts("visit.nobody"), scale(SMALL))
        width = round(max(size_of(view.heading, scale(TITLE)), nobody)) + scale(40)
        self._headed = scale(MARGIN) + width
        chip = self.node.attach_new_node("heading")
        chip.set_pos(scale(MARGIN), 0, -scale(MARGIN))
        card(width, scale(74), scale(14), ui.theme.veil).reparent_to(chip)
        printed(chip, scale(20), scale(8), view.heading, scale(TITLE), ui.theme.on_veil)
        self._count = text(chip, scale(20), scale(44), "", scale(SMALL), ui.theme.on_veil)
        self._show_count()

    def _buttons(self, view: View) -> None:
        ui, scale = self.ui, self.ui.pixels
        right, gap = float(ui.width - scale(MARGIN)), scale(10)
        own = (Action("here", ui.texts("visit.here")), Action("menu", ui.texts("visit.menu")))
        offered = {action.name: action for action in (*own, *view.actions)}
        x, self._rows = right, 1
        layer = Layer(self.node)
        for action in reversed([offered[name] for name in BUTTONS if name in offered]):
            label = action.label if ui.touch else f"{action.label}  {BUTTONS[action.name]}"
            width = round(size_of(label, scale(BODY))) + scale(36)
            if x - width < gap and x < right:  # a narrow window, or a language of long words: a row above
                x, self._rows = right, self._rows + 1
            x -= width
            box = (
                x,
                ui.frame.bottom - scale(MARGIN) - self._rows * scale(ROW) - (self._rows - 1) * gap,
                width,
                scale(ROW),
            )
            style: Style = "accent" if action.name == "find" else "veil"
            press = self.open_chat if action.name == "say" else partial(ui.answer, action.name)
            button = Button(
                layer,
                ui.theme,
                action.name,
                action.label,
                box,
                press,
                pixels=scale(BODY),
                style=style,
                symbol=label,
            )
            self.controls.insert(0, button)
            x -= gap
        layer.settle()

    def _show_count(self) -> None:
        if self._count is not None:
            key = "visit.count" if self._people else "visit.nobody"
            self._count.write(self.ui.texts(key, count=self._people))

    def _show_log(self) -> None:
        if self._log is not None:
            self._log.remove_node()
            self._log = None
        if not self._lines:
            return
        ui, scale = self.ui, self.ui.pixels
        log = self._log = self.node.attach_new_node("log")
        y, width = float(scale(10)), self._wide() - scale(72)
        for line in self._lines:
            written = printed(log, scale(14), y, line, scale(SMALL), ui.theme.on_veil, wrap=width - scale(28))
            y += written.height
        height = y + scale(10)
        card(width, height, scale(12), ui.theme.veil).reparent_to(log, -1)
        log.set_pos(
            scale(MARGIN), 0, -int(ui.frame.bottom - height - self._foot() - (scale(ROW + 10) if self.field else 0))
        )

    def _hint(self, action: Action | None) -> None:
        if self._prompt is not None:
            self._prompt.remove_node()
            self._prompt = None
        if action is None:
            return
        ui, scale = self.ui, self.ui.pixels
        label = action.label if ui.touch else f"E  {action.label}"
        width = round(size_of(label, scale(BODY))) + scale(44)
        node = self._prompt = ui.root.attach_new_node("prompt")
        card(width, scale(ROW), scale(ROW) / 2, ui.theme.accent).reparent_to(node)
        printed(node, width / 2, scale(ROW) * 0.24, label, scale(BODY), ui.theme.on_accent, centre=True)
        node.set_pos(int((ui.width - width) / 2), 0, -int(ui.height * 0.68))

    def _clear(self) -> None:
        self.close_chat()
        self.controls = [control for control in self.controls if control not in self.pins.buttons]
        self.pins.clear()
        for control in self.controls:
            control.remove()
        self.controls = []
        self._log = self._count = None
        self.node.get_children().detach()
