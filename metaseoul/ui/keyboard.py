"""Letters on the screen: two-set Hangul, Latin, kana, pinyin, signs; for touch, and for who has no such keyboard."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from metaseoul.ui.draw import Layer, card
from metaseoul.ui.field import TextField
from metaseoul.ui.frame import MARGIN
from metaseoul.ui.hangul import letter_of
from metaseoul.ui.kana import HIRAGANA, KATAKANA, varied
from metaseoul.ui.pinyin import Speller
from metaseoul.ui.spellings import available, prepare
from metaseoul.ui.theme import BODY
from metaseoul.ui.widgets import Button, Control

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

LATIN = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm-.")
SIGNS = ("1234567890", "!?@#%&*()+", "-_=/\\:;,.'", '"~[]{}<>|^')
KEY, GAP = 52, 6
COLUMNS = 10
Plane = Literal["hangul", "latin", "signs", "kana", "pinyin"]
FIRST: dict[str, tuple[Plane, ...]] = {
    "ko": ("hangul", "latin", "signs", "kana", "pinyin"),
    "en": ("latin", "signs", "hangul", "kana", "pinyin"),
    "zh": ("pinyin", "latin", "signs", "hangul", "kana"),
    "ja": ("kana", "latin", "signs", "hangul", "pinyin"),
}
"""The planes in the order in which the key between them turns, by the citizen's language."""


class Keyboard:
    """Keys at the foot that write into the field in focus."""

    def __init__(self, ui: "WindowUi", plane: Plane | None = None, shifted: bool = False) -> None:
        self.ui, self.shifted = ui, shifted
        offered = FIRST[ui.texts.language]
        self.planes = offered if available() else tuple(one for one in offered if one != "pinyin")
        self.plane: Plane = plane or self.planes[0]
        self.controls: list[Control] = []
        self.node = ui.root.attach_new_node("keyboard")
        self._layer = Layer(self.node)
        self._picks = Layer(self.node)
        self._speller = Speller()
        self._offered: list[Control] = []
        self._build()

    @property
    def height(self) -> int:
        """Pixels at the window's foot that panels must leave free; 0 when the keys stand beside them."""
        x, _, width, _ = self.box
        beside = not self.ui.frame.tall and x + width + self.ui.pixels(MARGIN) <= self.ui.frame.panel()[0]
        return 0 if beside else int(self.box[3]) + 2 * self.ui.pixels(GAP)

    def remove(self) -> None:
        for control in (*self.controls, *self._offered):
            control.remove()
        self.node.remove_node()

    def again(self) -> "Keyboard":
        """The same keys, built anew."""
        self.remove()
        return Keyboard(self.ui, self.plane, self.shifted)

    def _build(self) -> None:
        ui, scale = self.ui, self.ui.pixels
        gap, margin = scale(GAP), scale(MARGIN)
        rows = self._letters()
        wide = ui.width - 2 * gap
        if not ui.frame.tall:
            wide = min(wide, COLUMNS * (scale(KEY) + gap) + gap)
        key = int((wide - gap) / COLUMNS) - gap
        lines = len(rows) + 1 + (self.plane == "pinyin")
        high = min(key, int((ui.height * 0.5 - gap) / lines) - gap)
        width, height = COLUMNS * (key + gap) + gap, lines * (high + gap) + gap
        x = min(margin, (ui.width - width) // 2)
        card(width, height, scale(14), ui.theme.panel, ui.theme.line).reparent_to(self.node, -1)
        self.box = (float(x), float(ui.frame.bottom - height - gap), float(width), float(height))
        self.node.set_pos(int(self.box[0]), 0, -int(self.box[1]))
        self._size = (key, high)
        y = gap
        if self.plane == "pinyin":
            prepare()
            self._spelt = y
            y += high + gap
        for letters in rows:
            indent = (COLUMNS - len(letters)) * (key + gap) / 2
            for column, letter in enumerate(letters):
                if letter != " ":
                    self._key(letter, self._label(letter), gap + indent + column * (key + gap), y, key)
            y += high + gap
        self._foot(gap, y, width - gap)
        self._layer.settle()

    def _foot(self, x: float, y: float, right: float) -> None:
        """What is on every plane: shift, the next plane, space, taking back, done."""
        texts, gap = self.ui.texts, self.ui.pixels(GAP)
        following = self.planes[(self.planes.index(self.plane) + 1) % len(self.planes)]
        shift = {"hangul": "keys.shift", "kana": "keys.voiced"}.get(self.plane, "keys.capital")
        keys = [
            ("shift", texts(shift), 1.5),
            ("plane", texts(f"keys.{following}"), 1.7),
            (" ", texts("keys.space"), 2.8),
            ("backspace", texts("keys.backspace"), 1.6),
            ("enter", texts("keys.enter"), 1.6),
        ]
        if self.plane == "kana":
            keys.insert(1, ("katakana", texts("keys.hiragana" if self.shifted else "keys.katakana"), 1.5))
        if self.plane in ("signs", "pinyin"):
            keys = keys[1:]
        step = (right - x - gap * (len(keys) - 1)) / sum(share for _, _, share in keys)
        for name, label, share in keys:
            self._key(name, label, x, y, int(share * step))
            x += int(share * step) + gap

    def _letters(self) -> Sequence[str]:
        if self.plane == "kana":
            return KATAKANA if self.shifted else HIRAGANA
        return SIGNS if self.plane == "signs" else LATIN

    def _label(self, letter: str) -> str:
        shown = letter.upper() if self.shifted and self.plane in ("latin", "hangul") else letter
        return (letter_of(shown) or shown) if self.plane == "hangul" else shown

    def _key(self, name: str, label: str, x: float, y: float, width: float) -> None:
        written = label if len(name) == 1 and name != " " else name
        self.controls.append(self._button(self._layer, written, label, (x, y, width, self._size[1])))

    def _button(self, layer: Layer, name: str, label: str, box: tuple[float, float, float, float]) -> Button:
        return Button(
            layer,
            self.ui.theme,
            f"key:{name}",
            label,
            box,
            partial(self.press, name),
            pixels=min(self.ui.pixels(BODY), int(box[3] * 0.5)),
            symbol=label,
        )

    def press(self, name: str) -> None:
        """One key: a letter, or the name of what is on every plane."""
        field = self.ui.focused
        match name:
            case "shift" if self.plane != "kana":
                self._again(self.plane, not self.shifted)
            case "katakana":
                self._again("kana", not self.shifted)
            case "plane":
                self._again(self.planes[(self.planes.index(self.plane) + 1) % len(self.planes)], False)
            case "enter" if not self._speller.typed:
                self.ui.enter_line()
            case _ if isinstance(field, TextField):
                self._write(field, name)
                field.refresh()
                if self.shifted and self.plane in ("latin", "hangul"):
                    self._again(self.plane, False)

    def _write(self, field: TextField, name: str) -> None:
        line = field.line
        if self.plane == "pinyin" and self._spell(field, name):
            return
        match name:
            case "backspace":
                line.backspace()
            case "shift":
                before = line.value[line.caret - 1 : line.caret]
                if before and (other := varied(before)) != before:
                    line.backspace()
                    line.put(other)
            case _:
                line.jamo(name)

    def _spell(self, field: TextField, name: str) -> bool:
        """Pinyin is spelt first, and becomes the characters that are picked; whether the key was for that."""
        speller = self._speller
        if len(name) == 1 and (name.isascii() and name.isalpha()):
            speller.type(name)
        elif not speller.typed:
            return False
        elif name == "backspace":
            speller.backspace()
        elif name in (" ", "enter"):
            field.line.put(speller.pick(0) if name == " " else speller.as_typed())
        else:
            return False
        self._offer(field)
        return True

    def _offer(self, field: TextField) -> None:
        """What was spelt, and the characters it may mean, above the keys."""
        for control in self._offered:
            control.remove()
        self._offered = []
        self._picks.remove()
        self._picks = Layer(self.node)
        key, high = self._size
        gap = self.ui.pixels(GAP)
        offered = [self._speller.typed, *self._speller.offered[: COLUMNS - 2]] if self._speller.typed else []
        x = gap
        for number, words in enumerate(offered):
            width = key * (2 if number == 0 else max(1.0, 0.5 + len(words) * 0.5))
            if x + width > self.box[2]:
                return
            button = self._button(self._picks, f"pick:{number}", words, (x, self._spelt, width, high))
            button.command = partial(self._picked, field, number)
            self._offered.append(button)
            x += round(width) + gap

    def _picked(self, field: TextField, number: int) -> None:
        field.line.put(self._speller.pick(number - 1) if number else self._speller.as_typed())
        field.refresh()
        self._offer(field)

    def _again(self, plane: Plane, shifted: bool) -> None:
        """Another plane: the panel makes room for it only when it takes more."""
        before = self.height
        self.remove()
        self.ui.keyboard = Keyboard(self.ui, plane, shifted)
        if self.ui.keyboard.height != before:
            self.ui.rebuild_panel()
