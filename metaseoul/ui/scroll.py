"""A view on something higher than itself: moved by wheel, finger, keys, or by whatever gets the focus.

Rows are built when they come into sight and taken away when they leave it: a list of ten thousand costs what is seen.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from panda3d.core import NodePath, Point3

from metaseoul.ui.draw import Layer, card
from metaseoul.ui.theme import Theme
from metaseoul.ui.widgets import Control

BAR = 6
Build = Callable[[Layer, float], Control | None]
"""Draws a row whose top is at y on a layer; what can be acted on in it, if anything."""


class Row:
    """One row: its height, and how it is drawn."""

    def __init__(self, height: float, build: Build, name: str = "") -> None:
        self.height, self.build, self.name = height, build, name
        self.control: Control | None = None


class Scroll:
    """`box` is x, y, width, height under `parent`. `controls` are those of the rows in sight, and one row around."""

    def __init__(
        self,
        parent: NodePath,
        theme: Theme,
        box: tuple[float, float, float, float],
        rows: Sequence[Row],
        pixels: Callable[[float], int],
    ) -> None:
        self.x, self.y, self.width, self.height = box
        self.rows, self._theme, self._pixels = rows, theme, pixels
        self.offset = 0.0
        self._tops = [0.0]
        for row in rows:
            self._tops.append(self._tops[-1] + row.height)
        self.node: NodePath = parent.attach_new_node("scroll")
        self.node.set_pos(int(self.x), 0, -int(self.y))
        self._content = self.node.attach_new_node("content")
        if self.most > 0:  # what does not move is cut nowhere: the ring of the focus may stand out
            edge = pixels(4)
            corner = Point3(-edge, 0, -int(self.height) - edge)
            self.node.set_scissor(self.node, corner, Point3(int(self.width) + pixels(18), 0, edge))
        self._bar: NodePath | None = None
        self._layer: Layer | None = None
        self._first, self._last = 0, 0
        self.move(0)

    @property
    def content_height(self) -> float:
        return self._tops[-1]

    @property
    def most(self) -> float:
        """How far it can be moved."""
        return max(0.0, self.content_height - self.height)

    @property
    def controls(self) -> list[Control]:
        """In the order of the rows."""
        return [row.control for row in self.rows[self._first : self._last] if row.control is not None]

    def move(self, by: float) -> bool:
        """Moves the content up by so many pixels; whether anything moved."""
        before = self.offset
        self.offset = float(int(min(self.most, max(0.0, self.offset + by))))
        self._content.set_z(self.offset)
        self._draw()
        return self.offset != before

    def reveal(self, name: str) -> bool:
        """Moves until the row of that name is wholly in sight; False when there is none."""
        at = next((number for number, row in enumerate(self.rows) if row.name == name), None)
        if at is None:
            return False
        top, bottom = self._tops[at], self._tops[at + 1]
        if top < self.offset:
            self.move(top - self.offset)
        elif bottom > self.offset + self.height:
            self.move(bottom - self.height - self.offset)
        return True

    def beyond(self, name: str, step: int) -> str:
        """The name of the next row that can be acted on after (1) or before (-1) the one named; empty at the end."""
        names = [row.name for row in self.rows if row.name]
        at = names.index(name) + step if name in names else -1
        return names[at] if 0 <= at < len(names) else ""

    def remove(self) -> None:
        self._take_away()
        self.node.remove_node()

    def _draw(self) -> None:
        first = max(0, bisect_right(self._tops, self.offset) - 2)
        last = min(len(self.rows), bisect_right(self._tops, self.offset + self.height) + 1)
        if (first, last) != (self._first, self._last):
            self._take_away()
            self._first, self._last = first, last
            layer = self._layer = Layer(self._content)
            for number in range(first, last):
                self.rows[number].control = self.rows[number].build(layer, self._tops[number])
            layer.settle()
        self._draw_bar()

    def _take_away(self) -> None:
        for row in self.rows[self._first : self._last]:
            if row.control is not None:
                row.control.remove()
                row.control = None
        if self._layer is not None:
            self._layer.remove()
            self._layer = None

    def _draw_bar(self) -> None:
        if self._bar is not None:
            self._bar.remove_node()
            self._bar = None
        if self.most <= 0:
            return
        wide = self._pixels(BAR)
        long = max(4 * wide, self.height * self.height / self.content_height)
        self._bar = card(wide, long, wide / 2, self._theme.quiet)
        self._bar.reparent_to(self.node)
        down = (self.height - long) * self.offset / self.most
        self._bar.set_pos(int(self.width) + self._pixels(8), 0, -int(down))
