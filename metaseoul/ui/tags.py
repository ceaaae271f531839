"""Names over heads, and what was just said: only for the nearest, never one over another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui.draw import card, printed, size_of
from metaseoul.ui.placing import Box, placed
from metaseoul.ui.theme import SMALL
from worlds.sessions.wire import People

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

NEAREST = 14
BUBBLE = 7.0
"""Seconds that a bubble stays."""
BUBBLE_WIDTH = 260

Spot = tuple[float, float, float]
"""Window x, window y (downward), distance in metres."""


class Tags:
    """`where` tells where a person's head is in the window, or None when it is out of sight; the stage sets it."""

    def __init__(self, ui: "WindowUi") -> None:
        self.ui = ui
        self.where: Callable[[int], Spot | None] = lambda number: None
        self._names: dict[int, str] = {}
        self._said: dict[int, tuple[str, float]] = {}
        self._drawn: dict[int, tuple[str, str, NodePath, float, float]] = {}
        self.node: NodePath = ui.root.attach_new_node("tags")
        self.node.reparent_to(ui.root, -10)

    def meet(self, people: People, me: int | None) -> None:
        self._names = {number: person.name for number, person in people.items() if number != me}

    def say(self, number: int, words: str, clock: float) -> None:
        self._said[number] = (words, clock + BUBBLE)

    def forget(self) -> None:
        """Nobody was here."""
        for _, _, node, _, _ in self._drawn.values():
            node.remove_node()
        self._names, self._said, self._drawn = {}, {}, {}

    def update(self, clock: float) -> None:
        """Places the tags of this frame, who speaks first, then the nearest; one that finds no room is left out."""
        self._said = {number: said for number, said in self._said.items() if said[1] > clock}
        seen = [(spot[2], number, spot) for number in self._names if (spot := self.where(number)) is not None]
        wished: list[tuple[int, Box]] = []
        for _, number, (x, y, _) in sorted(sorted(seen)[:NEAREST], key=lambda one: one[1] not in self._said):
            words = self._said.get(number, ("", 0.0))[0]
            _, width, height = self._node(number, self._names[number], words)
            wished.append((number, (x - width / 2, y - height, x + width / 2, y)))
        shown = placed(wished)
        for number, box in shown.items():
            node = self._drawn[number][2]
            node.set_pos(int(box[0]), 0, -int(box[1]))
            node.show()
        for number in list(self._drawn):
            if number not in self._names:
                self._drawn.pop(number)[2].remove_node()
            elif number not in shown:
                self._drawn[number][2].hide()

    def _node(self, number: int, name: str, words: str) -> tuple[NodePath, float, float]:
        drawn = self._drawn.get(number)
        if drawn is not None and drawn[:2] == (name, words):
            return drawn[2:]
        if drawn is not None:
            drawn[2].remove_node()
        ui, scale = self.ui, self.ui.pixels
        node = self.node.attach_new_node("tag")
        height = scale(24)
        width = size_of(name, scale(SMALL)) + scale(18)
        if words:
            wide = min(scale(BUBBLE_WIDTH), size_of(words, scale(SMALL)) + scale(24))
            wide = max(wide, width)
            bubble = node.attach_new_node("bubble")
            written = printed(bubble, scale(12), scale(6), words, scale(SMALL), ui.theme.text, wrap=wide - scale(22))
            card(wide, written.height + scale(14), scale(10), ui.theme.panel).reparent_to(bubble, -1)
            below = written.height + scale(18)
        else:
            wide, below = width, 0
        chip = node.attach_new_node("name")
        card(width, height, height / 2, ui.theme.veil).reparent_to(chip)
        printed(chip, width / 2, scale(1), name, scale(SMALL), ui.theme.on_veil, centre=True)
        chip.set_pos(int((wide - width) / 2), 0, -below)
        self._drawn[number] = (name, words, node, wide, below + height)
        return node, wide, below + height
