"""Over everything: "are you still there?", with the seconds that are left; any touch answers it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from panda3d.core import CardMaker, NodePath, TransparencyAttrib

from metaseoul.ui.draw import Layer, Written, card, printed, text
from metaseoul.ui.theme import BODY, ROW, TITLE, UNIT
from metaseoul.ui.widgets import Button

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

WIDTH = 560
PAD = 4 * UNIT


class Warning:
    """Stands until it is taken away. `on_stay`, `on_more`: what its two buttons do."""

    def __init__(self, ui: "WindowUi", on_stay: Callable[[], None], on_more: Callable[[], None]) -> None:
        self._ui = ui
        scale, theme = ui.pixels, ui.theme
        self.node: NodePath = ui.root.attach_new_node("warning")
        maker = CardMaker("dim")
        maker.set_frame(0, ui.width, -ui.height, 0)
        maker.set_color(0, 0, 0, 0.6)
        dim = self.node.attach_new_node(maker.generate())
        dim.set_transparency(TransparencyAttrib.M_alpha)
        box = self.node.attach_new_node("box")
        width = min(scale(WIDTH), ui.width - 2 * scale(PAD))
        inner = width - 2 * scale(PAD)
        y = float(scale(PAD))
        heading = printed(box, scale(PAD), y, ui.texts("kiosk.there"), scale(TITLE), theme.text, wrap=inner)
        y += heading.height + scale(UNIT)
        self._left: Written = text(box, scale(PAD), y, "", scale(BODY), theme.quiet, wrap=inner)
        self.show(GONE_SOON)
        y += self._left.height + scale(2 * UNIT)
        self.buttons = []
        layer = Layer(box)
        for name, press, accent in (("stay", on_stay, True), ("more", on_more, False)):
            self.buttons.append(
                Button(
                    layer,
                    theme,
                    f"kiosk:{name}",
                    ui.texts(f"kiosk.{name}"),
                    (scale(PAD), y, inner, scale(ROW + UNIT)),
                    press,
                    pixels=scale(BODY),
                    style="accent" if accent else "plain",
                )
            )
            y += scale(ROW + 2 * UNIT)
        layer.settle()
        height = y + scale(PAD) - scale(UNIT)
        card(width, height, scale(16), theme.panel, shadow=scale(24)).reparent_to(box, -1)
        top = max(ui.frame.top, (ui.height - height) / 2)
        box.set_pos(int((ui.width - width) / 2), 0, -int(min(top, ui.frame.bottom - height - scale(PAD))))

    def show(self, left: float) -> None:
        """The seconds that are left."""
        self._left.write(self._ui.texts("kiosk.left", seconds=int(left) + 1))

    def remove(self) -> None:
        for button in self.buttons:
            button.remove()
        self.node.remove_node()


GONE_SOON = 14.0
"""Seconds shown first, so that the words have their full width."""
