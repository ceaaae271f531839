"""A line one writes in: letters from the keyboard, from the system's input method, from the on-screen keys."""

from collections.abc import Callable

from direct.gui.DirectGui import DirectButton
from panda3d.core import NodePath

from metaseoul.ui.draw import card, clipped, size_of, text
from metaseoul.ui.hangul import Composer, letter_of
from metaseoul.ui.theme import Theme
from metaseoul.ui.widgets import RADIUS, Control

PATH_STARTS = ("/", "~", "\\", "C:", "D:")


class Line:
    """The text being written, without any drawing: caret, composing, limit."""

    def __init__(self, value: str = "", limit: int = 0) -> None:
        self.value, self.limit, self.caret = value, limit, len(value)
        self.korean = False
        """True: Latin keys write Hangul by the two-set layout; a line that begins like a path stays as it is typed."""
        self.system_preedit = ""
        self._composer = Composer()

    @property
    def preedit(self) -> str:
        """What may still change: our own composer's, or the system's input method's."""
        return self._composer.preedit or self.system_preedit

    @property
    def shown(self) -> str:
        return self.value[: self.caret] + self.preedit + self.value[self.caret :]

    def key(self, character: str) -> None:
        """One character as the keyboard gave it."""
        letter = letter_of(character) if self.korean and not self.value.startswith(PATH_STARTS) else None
        self.put(self._composer.feed(letter) if letter else self._composer.flush() + character)

    def jamo(self, letter: str) -> None:
        """One letter of the on-screen Hangul keyboard."""
        self.put(self._composer.feed(letter))

    def put(self, characters: str) -> None:
        """Finished characters, as far as the limit allows."""
        room = self.limit - len(self.value) if self.limit else len(characters)
        characters = "".join(c for c in characters if c.isprintable())[: max(0, room)]
        self.value = self.value[: self.caret] + characters + self.value[self.caret :]
        self.caret += len(characters)

    def finish(self) -> str:
        """Nothing is in the making any more; the whole text."""
        self.put(self._composer.flush())
        return self.value

    def backspace(self) -> None:
        if not self._composer.backspace() and self.caret:
            self.value = self.value[: self.caret - 1] + self.value[self.caret :]
            self.caret -= 1

    def delete(self) -> None:
        self.finish()
        self.value = self.value[: self.caret] + self.value[self.caret + 1 :]

    def move(self, to: int) -> None:
        self.finish()
        self.caret = max(0, min(len(self.value), to))

    def switch(self) -> None:
        """한/영: the same keys, the other letters."""
        self.finish()
        self.korean = not self.korean


class TextField(Control):
    """A `Line` in a box. It shows its end when the text is longer than the box."""

    def __init__(
        self,
        parent: NodePath,
        theme: Theme,
        name: str,
        label: str,
        box: tuple[float, float, float, float],
        line: Line,
        on_focus: Callable[["TextField"], None],
        *,
        pixels: int,
        hint: str = "",
    ) -> None:
        super().__init__(name, label, "entry", box)
        x, y, width, height = box
        self.line, self._theme, self._pixels, self._hint = line, theme, pixels, hint
        self._on_focus = on_focus
        self._width = width - pixels * 1.4
        self.node = DirectButton(
            parent=parent,
            relief=None,
            geom=card(width, height, RADIUS, theme.raised, theme.line),
            frameSize=(0, width, -height, 0),
            pressEffect=0,
            rolloverSound=None,
            clickSound=None,
            command=self.press,
            pos=(x, 0, -y),
        )
        top = (height - pixels * 1.4) / 2 - pixels * 0.08
        self._written = text(self.node, pixels * 0.7, top, "", pixels, theme.text)
        self._caret = card(2, pixels * 1.35, 1, theme.accent)
        self._caret.reparent_to(self.node)
        self._caret.hide()
        self._under: NodePath | None = None
        self._top = top
        self.refresh()

    def press(self) -> None:
        self._on_focus(self)

    def refresh(self) -> None:
        """Draws the line as it is now."""
        shown = self.line.shown
        before = shown[: self.line.caret + len(self.line.preedit)]
        start = 0
        while size_of(before[start:], self._pixels) > self._width and start < len(before):
            start += 1
        visible = shown[start:]
        while size_of(visible, self._pixels) > self._width:
            visible = visible[:-1]
        self._written.node.set_text_color(*(self._theme.text if shown else self._theme.quiet))
        self._written.write(visible if shown else clipped(self._hint, self._pixels, self._width))
        self._caret.set_pos(int(self._pixels * 0.7 + size_of(before[start:], self._pixels)) + 1, 0, -self._top - 2)
        self._underline(size_of(before[start:], self._pixels))
        self.value = shown

    def _underline(self, end: float) -> None:
        """A line under what may still change, which ends where the caret is."""
        if self._under is not None:
            self._under.remove_node()
            self._under = None
        if self.line.preedit:
            width = size_of(self.line.preedit, self._pixels)
            self._under = card(width, 2, 1, self._theme.accent)
            self._under.reparent_to(self.node)
            left = self._pixels * 0.7 + end - width
            self._under.set_pos(int(left), 0, -int(self._top + self._pixels * 1.42))

    def focus(self, ring: Callable[[float, float], NodePath] | None) -> None:
        super().focus(ring)
        if self._ring is not None:
            self._ring.reparent_to(self.node)
        (self._caret.show if ring else self._caret.hide)()
        if ring is None:
            self.line.finish()
            self.refresh()

    def remove(self) -> None:
        super().remove()
        self.node.destroy()
