"""What is pressed: a button with a name, a role and a state, by mouse, touch, key, script or screen reader alike."""

from collections.abc import Callable
from typing import Literal

from direct.gui.DirectGui import DGG, DirectButton
from panda3d.core import NodePath

from metaseoul.ui.draw import LINE, Layer, card, height_of, printed, size_of
from metaseoul.ui.theme import Colour, Theme, colour

Role = Literal["button", "entry", "tab"]
Style = Literal["plain", "accent", "veil"]
RADIUS = 10
PAD, NOTE = 0.8, 0.82
"""In sizes of the label's letters: what is left free at its sides, how large a note is."""


class Control:
    """One thing a citizen can act on. `box` is x, y, width, height in window pixels, y downward."""

    def __init__(self, name: str, label: str, role: Role, box: tuple[float, float, float, float]) -> None:
        self.name, self.label, self.role, self.box = name, label, role, box
        self.value = ""
        self.chosen = False
        """Of several, this one: a tab whose part is shown."""
        self.node: NodePath
        """Where it is drawn; set by each kind of control."""
        self._ring: NodePath | None = None

    def press(self) -> None:
        """What Enter, a tap or a script does with it."""

    def focus(self, ring: Callable[[float, float], NodePath] | None) -> None:
        """Shows that the keyboard is here, or no longer is."""
        if self._ring is not None:
            self._ring.remove_node()
            self._ring = None
        if ring is not None:
            self._ring = ring(self.box[2], self.box[3])

    def remove(self) -> None:
        self.focus(None)


class Button(Control):
    """A rounded button; `accent` for what one most likely wants, `veil` for those that float over the city.

    `symbol` stands in its middle instead of the label, which is then its name for who does not see it. `aside` stands
    at its right end, `note` under the label; a label longer than its line goes on in the next.
    """

    def __init__(
        self,
        layer: Layer,
        theme: Theme,
        name: str,
        label: str,
        box: tuple[float, float, float, float],
        command: Callable[[], None],
        *,
        pixels: int,
        style: Style = "plain",
        note: str = "",
        hint: str = "",
        aside: str = "",
        symbol: str = "",
        dyes: tuple[str, ...] = (),
        role: Role = "button",
    ) -> None:
        """`dyes`: colours (#rrggbb) that are shown before what stands aside."""
        super().__init__(name, label, role, box)
        x, y, width, height = box
        fill, over, ink, line = _colours(theme, style)
        self.layer, self.command = layer, command
        self._face: tuple[Colour, Colour | None] = (over, line)
        self._place = box
        """Where it is on its layer, which may be moved."""
        self._over: NodePath | None = None
        layer.card(box, RADIUS, fill, line)
        self.node = DirectButton(
            parent=layer.node,
            relief=None,
            frameSize=(0, width, -height, 0),
            pressEffect=0,
            rolloverSound=None,
            clickSound=None,
            command=self.press,
            pos=(int(x), 0, -int(y)),
        )
        self.node.bind(DGG.ENTER, self._hover, [True])
        self.node.bind(DGG.EXIT, self._hover, [False])
        quiet = theme.quiet if style == "plain" else ink
        small = round(pixels * NOTE)
        left, room = label_room(width, pixels, hint, aside)
        if symbol:
            middle = y + (height - pixels * LINE) / 2 - pixels * 0.08
            printed(layer.words, x + width / 2, middle, symbol, pixels, ink, centre=True)
            return
        lines = height_of(label, pixels, room) + (height_of(note, small, room) if note else 0)
        top = y + (height - lines) / 2 - pixels * 0.08
        if hint:
            printed(layer.words, x + pixels * PAD, top, hint, pixels, quiet)
        written = printed(layer.words, x + left, top, label, pixels, ink, wrap=room)
        if note:
            printed(layer.words, x + left, top + written.height, note, small, quiet, wrap=room)
        if aside:
            at = x + width - pixels * PAD - size_of(aside, small)
            printed(layer.words, at, y + (height - small * LINE) / 2 - small * 0.08, aside, small, quiet)
            for dye in reversed(dyes):
                at -= pixels * 1.15
                spot = (at, y + (height - pixels) / 2, pixels, pixels)
                layer.card(spot, pixels // 2, colour(dye), theme.line)

    def _hover(self, on: bool, _event: object) -> None:
        """The pointer is over it, or no longer."""
        if self._over is not None:
            self._over.remove_node()
            self._over = None
        if on:
            x, y, width, height = self._place
            self._over = card(width, height, RADIUS, *self._face)
            self._over.reparent_to(self.layer.over)
            self._over.set_pos(int(x), 0, -int(y))

    def press(self) -> None:
        self.command()

    def focus(self, ring: Callable[[float, float], NodePath] | None) -> None:
        super().focus(ring)
        if self._ring is not None:
            self._ring.reparent_to(self.node)

    def remove(self) -> None:
        super().remove()
        if self._over is not None:
            self._over.remove_node()
        self.node.destroy()


def label_room(width: float, pixels: int, hint: str, aside: str) -> tuple[float, float]:
    """Where a label begins on a button of that width, and how much room it has there, in pixels."""
    left = pixels * (PAD + (1.5 if hint else 0))
    taken = size_of(aside, round(pixels * NOTE)) + pixels * PAD if aside else 0
    return left, width - left - pixels * PAD - taken


def height_needed(label: str, width: float, pixels: int, *, hint: str = "", aside: str = "", note: str = "") -> int:
    """The height of a button whose label, and note, stand whole in that width."""
    _, room = label_room(width, pixels, hint, aside)
    small = round(pixels * NOTE)
    return round(height_of(label, pixels, room) + (height_of(note, small, room) if note else 0) + pixels * 1.2)


def _colours(theme: Theme, style: Style) -> tuple[Colour, Colour, Colour, Colour | None]:
    match style:
        case "accent":
            red, green, blue, _ = theme.accent
            return theme.accent, (red * 0.82, green * 0.82, blue * 0.82, 1.0), theme.on_accent, None
        case "veil":
            red, green, blue, alpha = theme.veil
            return theme.veil, (red, green, blue, min(1.0, alpha + 0.2)), theme.on_veil, None
        case _:
            return (*theme.panel[:3], 0.0), theme.chosen, theme.text, theme.line
