"""Letters on the screen: the two-set Hangul keyboard, Latin, numbers; for touch, and for who has no Korean keyboard."""

from typing import TYPE_CHECKING, Literal

from metaseoul.ui.draw import card
from metaseoul.ui.field import TextField
from metaseoul.ui.hangul import letter_of
from metaseoul.ui.theme import BODY, ROW
from metaseoul.ui.widgets import Button, Control

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
KEY, GAP, MARGIN = 52, 6, 24
Plane = Literal["hangul", "latin"]


class Keyboard:
    """Keys above the line of chat that write into the field in focus."""

    def __init__(self, ui: "WindowUi", plane: Plane | None = None, shifted: bool = False) -> None:
        self.ui, self.shifted = ui, shifted
        self.plane: Plane = plane or ("hangul" if ui.korean else "latin")
        self.controls: list[Control] = []
        self.node = ui.root.attach_new_node("keyboard")
        self._build()

    def remove(self) -> None:
        for control in self.controls:
            control.remove()
        self.node.remove_node()

    def _build(self) -> None:
        ui, scale = self.ui, self.ui.pixels
        key, gap = scale(KEY), scale(GAP)
        width, height = 11 * (key + gap) + gap, 5 * (key + gap) + gap
        card(width, height, scale(14), ui.theme.panel, shadow=scale(12)).reparent_to(self.node)
        self.node.set_pos(scale(MARGIN), 0, -(ui.height - height - scale(ROW + MARGIN + GAP)))
        for row, letters in enumerate(ROWS):
            for column, letter in enumerate(letters):
                x = gap + (column + row * 0.4 * (row > 0)) * (key + gap)
                label = self._label(letter)
                self._key(label, label, x, gap + row * (key + gap), key)
        y, x = gap + 4 * (key + gap), float(gap)
        texts = ui.texts
        for name, label, share in (
            ("shift", texts("keys.shift"), 1.6),
            ("plane", texts("keys.latin" if self.plane == "hangul" else "keys.hangul"), 1.6),
            (" ", texts("keys.space"), 3.4),
            ("backspace", texts("keys.backspace"), 1.6),
            ("enter", texts("keys.enter"), 1.6),
        ):
            self._key(name, label, x, y, round(share * key))
            x += round(share * key) + gap

    def _label(self, letter: str) -> str:
        shown = letter.upper() if self.shifted else letter
        return (letter_of(shown) or shown) if self.plane == "hangul" else shown

    def _key(self, name: str, label: str, x: float, y: float, width: float) -> None:
        size = self.ui.pixels(KEY)
        button = Button(
            self.node,
            self.ui.theme,
            f"key:{name}",
            label,
            (x, y, width, size),
            lambda: self._pressed(name),
            pixels=self.ui.pixels(BODY),
            symbol=label,
        )
        self.controls.append(button)

    def _pressed(self, name: str) -> None:
        field = self.ui.focused
        match name:
            case "shift":
                self._again(self.plane, not self.shifted)
            case "plane":
                self._again("latin" if self.plane == "hangul" else "hangul", False)
            case "enter":
                self.ui.enter_line()
            case _ if isinstance(field, TextField):
                if name == "backspace":
                    field.line.backspace()
                else:
                    field.line.jamo(name)
                field.refresh()
                if self.shifted:
                    self._again(self.plane, False)

    def _again(self, plane: Plane, shifted: bool) -> None:
        self.remove()
        self.ui.keyboard = Keyboard(self.ui, plane, shifted)
