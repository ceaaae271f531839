"""Pins over a relief: the places one can drop into, by name, with how many are there; never one over another."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui.draw import Layer, card, size_of
from metaseoul.ui.theme import SMALL
from metaseoul.ui.views import Action
from metaseoul.ui.widgets import Button
from worlds.shape import Point

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

STEM = 22
HEIGHT = 30
"""Pixels of the 720-line design: of a pin's stem, of its name."""
PREFIX = "drop:"
"""Actions of this name are pins."""

Spot = tuple[float, float, float]
"""Window x, window y (downward), distance in metres."""


class Pins:
    """`where` tells where a point of the place is in the window, or None when it is out of sight."""

    def __init__(self, ui: "WindowUi", node: NodePath) -> None:
        self.ui = ui
        self.where: Callable[[Point], Spot | None] = lambda point: None
        self.buttons: list[Button] = []
        self._node = node
        self._points: list[Point] = []
        self._stems: list[NodePath] = []

    def show(self, actions: Sequence[Action]) -> None:
        """A pin for each action that is one, instead of those there were."""
        self.clear()
        scale = self.ui.pixels
        for action in actions:
            if not action.name.startswith(PREFIX) or action.at is None:
                continue
            label = f"{action.label}  {action.note}" if action.note else action.label
            width = round(size_of(label, scale(SMALL))) + scale(26)
            button = Button(
                Layer(self._node),
                self.ui.theme,
                action.name,
                action.label,
                (0, 0, width, scale(HEIGHT)),
                partial(self.ui.answer, action.name),
                pixels=scale(SMALL),
                style="veil",
                symbol=label,
            )
            button.layer.settle()
            stem = card(scale(2), scale(STEM), 1, self.ui.theme.veil)
            stem.reparent_to(self._node)
            self.buttons.append(button)
            self._points.append(action.at)
            self._stems.append(stem)
        self.update()

    def clear(self) -> None:
        for button in self.buttons:
            button.remove()
            button.layer.remove()
        for stem in self._stems:
            stem.remove_node()
        self.buttons, self._points, self._stems = [], [], []

    def update(self) -> None:
        """Puts the pins of this frame over their points, the nearest first."""
        spots = [self.where(point) for point in self._points]
        taken: list[tuple[float, float, float, float]] = []
        order = sorted(range(len(spots)), key=lambda number: spots[number][2] if spots[number] else 1e9)  # type: ignore[index]
        for number in order:
            spot, button, stem = spots[number], self.buttons[number], self._stems[number]
            box = self._box(button, spot) if spot is not None else None
            if box is None or any(_overlap(box, other) for other in taken):
                button.layer.node.hide()
                stem.hide()
                continue
            taken.append(box)
            button.box = (box[0], box[1], box[2] - box[0], box[3] - box[1])
            button.layer.node.set_pos(int(box[0]), 0, -int(box[1]))
            stem.set_pos(int((box[0] + box[2]) / 2), 0, -int(box[3]))
            button.layer.node.show()
            stem.show()

    def _box(self, button: Button, spot: Spot) -> tuple[float, float, float, float]:
        x, y, _ = spot
        _, _, width, height = button.box
        foot = y - self.ui.pixels(STEM)
        return (x - width / 2, foot - height, x + width / 2, foot)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
