"""A document on the desk: its pages as pictures, to turn, to bring nearer, to move."""

from typing import TYPE_CHECKING

from panda3d.core import CardMaker, NodePath

from metaseoul.pages import page_count, picture_of
from metaseoul.ui.draw import Layer, card, picture
from metaseoul.ui.theme import BODY
from metaseoul.ui.widgets import Button, Control

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

A4 = 297 / 210
ZOOMS = (1.0, 1.5, 2.0, 3.0)
DESK = (0.36, 0.27, 0.19, 0.97)
BUTTON = 44


class Sheet:
    """The left of the window. A page is drawn at the size it is seen at, so its letters stay crisp."""

    def __init__(self, ui: "WindowUi", pdf: bytes, page: int = 0, zoom: int = 0) -> None:
        self.ui, self.pdf, self.page, self.zoom = ui, pdf, page, zoom
        self.pages = page_count(pdf)
        self.controls: list[Control] = []
        self.node: NodePath = ui.root.attach_new_node("sheet")
        self._shift = [0.0, 0.0]
        self._build()

    def remove(self) -> None:
        for control in self.controls:
            control.remove()
        self.node.remove_node()

    def again(self) -> "Sheet":
        """The same page, built anew: the window has another size."""
        self.remove()
        return Sheet(self.ui, self.pdf, self.page, self.zoom)

    def turn(self, pages: int) -> None:
        self.page = max(0, min(self.pages - 1, self.page + pages))
        self._draw()

    def near(self, steps: int) -> None:
        self.zoom = max(0, min(len(ZOOMS) - 1, self.zoom + steps))
        self._shift = [0.0, 0.0]
        self._draw()

    def move(self, right: float, down: float) -> None:
        """Moves the page under the eye, by shares of the desk."""
        self._shift = [self._shift[0] + right * self._desk[0], self._shift[1] + down * self._desk[1]]
        self._draw()

    def _build(self) -> None:
        ui, scale = self.ui, self.ui.pixels
        x, y, *desk = ui.frame.desk()
        self._desk = (desk[0], desk[1])
        desk = card(*self._desk, scale(16), DESK, shadow=scale(18))
        desk.reparent_to(self.node, -1)
        self.node.set_pos(int(x), 0, -int(y))
        self._paper: NodePath = self.node.attach_new_node("paper")
        self._draw()
        self._buttons()

    def _draw(self) -> None:
        wide, high = self._desk
        self._paper.get_children().detach()
        room = high - 2 * self.ui.pixels(18)
        width = int(max(64, min(room / A4, wide - 2 * self.ui.pixels(18)) * ZOOMS[self.zoom]))
        image = picture_of(self.pdf, self.page, width)
        height = image.shape[0]
        spare = (max(0.0, width - wide) / 2, max(0.0, height - high) / 2)
        self._shift = [max(-spare[i], min(spare[i], self._shift[i])) for i in (0, 1)]
        left, top = (wide - width) / 2 + self._shift[0], (high - height) / 2 + self._shift[1]
        x0, x1 = max(0.0, left), min(wide, left + width)
        y0, y1 = max(0.0, top), min(high, top + height)
        crop = image[int(y0 - top) : int(y1 - top), int(x0 - left) : int(x1 - left)]
        maker = CardMaker("page")
        maker.set_frame(int(x0), int(x0) + crop.shape[1], -int(y0) - crop.shape[0], -int(y0))
        page = self._paper.attach_new_node(maker.generate())
        page.set_texture(picture(crop))

    def _buttons(self) -> None:
        ui, scale = self.ui, self.ui.pixels
        size, gap = scale(BUTTON), scale(8)
        x, y = float(gap), float(gap)
        layer = Layer(self.node)
        several = (
            (("earlier", "‹", lambda: self.turn(-1)), ("later", "›", lambda: self.turn(1))) if self.pages > 1 else ()
        )
        for name, label, press in (
            ("nearer", "+", lambda: self.near(1)),
            ("farther", "-", lambda: self.near(-1)),
            ("up", "↑", lambda: self.move(0, 0.4)),
            ("down", "↓", lambda: self.move(0, -0.4)),
            *several,
        ):
            box = (x, y, size, size)
            self.controls.append(
                Button(
                    layer,
                    ui.theme,
                    name,
                    ui.texts(f"sheet.{name}"),
                    box,
                    press,
                    pixels=scale(BODY),
                    style="veil",
                    symbol=label,
                )
            )
            y += size + gap
        layer.settle()
