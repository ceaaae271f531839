"""What is on every screen of a kiosk, at its very foot: call a person, larger letters, another language, the end."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui.draw import Layer, card, size_of
from metaseoul.ui.frame import GAP
from metaseoul.ui.theme import BODY, ROW
from metaseoul.ui.widgets import Button, Control

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi


class Strip:
    """`entries`: for each button its name, the key of its words, and what it does."""

    def __init__(self, ui: "WindowUi", entries: Sequence[tuple[str, str, Callable[[], None]]]) -> None:
        self.ui, self._entries = ui, entries
        self.controls: list[Control] = []
        self._node: NodePath | None = None
        self.rebuild()

    def rebuild(self) -> None:
        """The same buttons, in another size, in another language."""
        self.remove()
        ui, scale = self.ui, self.ui.pixels
        frame, gap = ui.frame, scale(GAP)
        node = self._node = ui.root.attach_new_node("strip")
        node.set_pos(0, 0, -frame.bottom)
        card(frame.width, frame.strip + 2, 1, ui.theme.panel, ui.theme.line).reparent_to(node)
        layer = Layer(node)
        width = (frame.width - gap * (len(self._entries) + 1)) / len(self._entries)
        for number, (name, key, press) in enumerate(self._entries):
            label = ui.texts(key)
            box = (gap + number * (width + gap), float(gap), width, float(scale(ROW)))
            self.controls.append(
                Button(layer, ui.theme, name, label, box, press, pixels=_fitting(ui, label, width), symbol=label)
            )
        layer.settle()

    def remove(self) -> None:
        for control in self.controls:
            control.remove()
        self.controls = []
        if self._node is not None:
            self._node.remove_node()
            self._node = None


def _fitting(ui: "WindowUi", label: str, width: float) -> int:
    """The largest size, up to that of texts, at which the words fit."""
    pixels = ui.pixels(BODY)
    while pixels > 12 and size_of(label, pixels) > width - pixels:
        pixels -= 1
    return pixels
