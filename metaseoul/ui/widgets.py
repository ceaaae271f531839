"""What is pressed: a button with a name, a role and a state, by mouse, touch, key, script or screen reader alike."""

from collections.abc import Callable
from typing import Literal

from direct.gui.DirectGui import DirectButton
from panda3d.core import NodePath

from metaseoul.ui.draw import Written, card, text
from metaseoul.ui.theme import Colour, Theme

Role = Literal["button", "entry", "switch", "link"]
Style = Literal["plain", "accent", "veil"]
RADIUS = 10


class Control:
    """One thing a citizen can act on. `box` is x, y, width, height in window pixels, y downward."""

    def __init__(self, name: str, label: str, role: Role, box: tuple[float, float, float, float]) -> None:
        self.name, self.label, self.role, self.box = name, label, role, box
        self.value = ""
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

    `symbol` stands in its middle instead of the label, which is then its name for who does not see it.
    """

    def __init__(
        self,
        parent: NodePath,
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
        symbol: str = "",
    ) -> None:
        super().__init__(name, label, "button", box)
        x, y, width, height = box
        fill, over, ink, line = _colours(theme, style)
        faces = tuple(card(width, height, RADIUS, shade, line) for shade in (fill, over, over, fill))
        self._command = command
        self.node = DirectButton(
            parent=parent,
            relief=None,
            geom=faces,
            frameSize=(0, width, -height, 0),
            pressEffect=0,
            rolloverSound=None,
            clickSound=None,
            command=command,
            pos=(x, 0, -y),
        )
        inner = self.node.attach_new_node("label")
        pad = pixels * 0.8
        lines = 2 if note else 1
        top = (height - lines * pixels * 1.4) / 2 - pixels * 0.08
        centre = bool(symbol)
        left = width / 2 if centre else pad + (pixels * 1.5 if hint else 0)
        if hint:
            text(inner, pad, top, hint, pixels, theme.quiet if style == "plain" else ink)
        self.written: Written = text(inner, left, top, symbol or label, pixels, ink, centre=centre)
        if note:
            small = round(pixels * 0.82)
            text(inner, left, top + pixels * 1.42, note, small, theme.quiet if style == "plain" else ink)

    def press(self) -> None:
        self._command()

    def focus(self, ring: Callable[[float, float], NodePath] | None) -> None:
        super().focus(ring)
        if self._ring is not None:
            self._ring.reparent_to(self.node)

    def remove(self) -> None:
        super().remove()
        self.node.destroy()


def _colours(theme: Theme, style: Style) -> tuple[Colour, Colour, Colour, Colour | None]:
    match style:
        case "accent":
            red, green, blue, _ = theme.accent
            return theme.accent, (red * 0.82, green * 0.82, blue * 0.82, 1.0), theme.on_accent, None
        case "veil":
            red, green, blue, alpha = theme.veil
            return theme.veil, (red, green, blue, min(1.0, alpha + 0.2)), theme.on_veil, None
        case _:
            return theme.raised, theme.chosen, theme.text, theme.line
