"""Between two places: where one is going, a word about it, and how far it is."""

from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui.draw import Written, card, ground, printed, text
from metaseoul.ui.theme import BODY, SMALL, colour
from worlds.shape import Place

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

GROUND = colour("#123A34")
WORDS = colour("#FFFFFF")
QUIET = colour("#BFD3CC")
NAME = 44
WIDTH = 520


class Curtain:
    """Covers the whole window until the place behind it can be seen."""

    def __init__(self, ui: "WindowUi", place: Place) -> None:
        scale = ui.pixels
        self._scale = scale
        self.lifted = False
        self.node: NodePath = ui.root.attach_new_node("curtain")
        ground(ui.width, ui.height, GROUND).reparent_to(self.node)
        x, y = (ui.width - scale(WIDTH)) / 2, ui.height * 0.38
        printed(self.node, x, y - scale(34), ui.texts("city.name"), scale(SMALL), QUIET)
        name = printed(self.node, x, y, ui.texts.of(place.title), scale(NAME), WORDS)
        about = printed(self.node, x, y + name.height, ui.texts.of(place.text), scale(BODY), QUIET, wrap=scale(WIDTH))
        self._x, self._y = x, y + name.height + about.height + scale(24)
        track = card(scale(WIDTH), scale(6), scale(3), (1, 1, 1, 0.18))
        track.reparent_to(self.node)
        track.set_pos(int(x), 0, -int(self._y))
        self._share: NodePath | None = None
        self._words: Written = text(self.node, x, self._y + scale(14), "", scale(SMALL), QUIET)

    def show(self, done: float, words: str) -> None:
        """The share done, 0..1, and what is being done."""
        scale = self._scale
        if self._share is not None:
            self._share.remove_node()
        self._share = card(max(scale(6), scale(WIDTH) * min(1.0, done)), scale(6), scale(3), WORDS)
        self._share.reparent_to(self.node)
        self._share.set_pos(int(self._x), 0, -int(self._y))
        self._words.write(words)

    def lift(self) -> None:
        self.lifted = True
        self.node.remove_node()
