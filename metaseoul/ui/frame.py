"""How a window of any size is laid out: one factor for everything, where panels may stand, where a sheet lies.

Everything grows together, letters and what is pressed, and flows anew: WCAG 2.2, 1.4.4 (200 %) and 1.4.10 (reflow down
to 320 by 256 of its pixels). On a kiosk, whose screen is known in millimetres, letters are at least 12 mm high (7.25 mm
on screens of up to 280 mm) and what is pressed at least 20 mm (KS X 9211 and the notice on access to information;
`docs/decisions/0050-a-screen-written-once.md`).
"""

from math import ceil
from typing import NamedTuple

from metaseoul.ui.theme import ROW, SMALL

REFERENCE = 720
"""The shorter side of the design, in its pixels."""
LEAST = 0.75
PANEL = 440
MARGIN, GAP = 24, 8
REFLOW = (320, 256)
"""WCAG 2.2, 1.4.10: so many of the design's pixels always fit."""
LETTER, LETTER_SMALL, SMALL_SCREEN, TARGET = 12.0, 7.25, 280.0, 20.0
"""Millimetres: letters, letters on small screens, the diagonal up to which a screen is small, what is pressed."""
REACH = 1200.0
"""Millimetres over the floor that one who sits reaches up to."""

BESIDE = 0.3
"""How far down a tall window the middle is of what a panel of a few lines leaves free."""

Box = tuple[float, float, float, float]
"""x, y, width, height in window pixels, y downward."""


class Screen(NamedTuple):
    """A kiosk's screen: its height in millimetres, and how far its foot is from the floor."""

    height: float
    foot: float = 600.0


class Frame(NamedTuple):
    """A window, laid out. `factor`: window pixels in one of the design. `top`: where what is pressed may begin."""

    width: int
    height: int
    factor: float
    top: int = 0
    strip: int = 0
    """Pixels at the very foot that are kept for what is on every screen of a kiosk."""

    @property
    def tall(self) -> bool:
        """Panels stand at the foot, as wide as the window."""
        return self.height > self.width

    @property
    def bottom(self) -> int:
        """Where all that is pressed ends."""
        return self.height - self.strip

    def pixels(self, size: float) -> int:
        """A size of the design in whole pixels of this window."""
        return max(1, round(size * self.factor))

    def panel(self, beside: bool = False, foot: int = 0) -> Box:
        """The most room a panel may take. `beside`: a sheet lies there too; `foot`: pixels taken at the bottom."""
        margin = self.pixels(MARGIN)
        bottom = self.bottom - max(margin, foot)
        if self.tall:
            high = bottom - max(margin, self.top)
            if beside:
                high = min(high, round(self.height * 0.42))
            return margin, bottom - high, self.width - 2 * margin, high
        most = 0.56 * self.width if beside else max(0.56 * self.width, 320 * self.factor)
        width = round(min(self.pixels(PANEL), most - margin))
        width = min(width, self.width - 2 * margin)
        top = max(margin, self.top)
        return self.width - width - margin, top, width, bottom - top

    def beside(self) -> tuple[float, float]:
        """The middle of what a panel leaves free, as shares of the window across and down."""
        if self.tall:
            return 0.5, BESIDE
        return self.panel()[0] / 2 / self.width, 0.5

    def desk(self) -> Box:
        """Where a sheet lies beside its panel."""
        margin = self.pixels(MARGIN)
        x, y, _, _ = self.panel(beside=True)
        if self.tall:
            return margin, margin, self.width - 2 * margin, y - 2 * margin
        return margin, margin, x - 2 * margin, self.bottom - 2 * margin


def framed(
    width: int, height: int, text: float = 1.0, screen: Screen | None = None, low: bool = False, strip: bool = False
) -> Frame:
    """Lays a window out. `text`: 1 to 2, how much larger than usual; `low`: nothing is pressed higher than one who
    sits reaches, or than the lower half where the screen's place is not known."""
    least = _least_factor(width, height, screen) if screen is not None else LEAST
    factor = max(least, min(width, height) / REFERENCE)
    factor = max(least, min(factor * text, width / REFLOW[0], height / REFLOW[1]))
    top = 0
    if low:
        share = min(1.0, max(0.35, (REACH - screen.foot) / screen.height)) if screen is not None else 0.5
        top = ceil(height * (1 - share))
    frame = Frame(width, height, factor, top)
    return frame._replace(strip=frame.pixels(ROW + 2 * GAP)) if strip else frame


def _least_factor(width: int, height: int, screen: Screen) -> float:
    millimetre = height / screen.height
    diagonal = (width**2 + height**2) ** 0.5 / millimetre
    letter = LETTER if diagonal > SMALL_SCREEN else LETTER_SMALL
    return max(letter * millimetre / SMALL, TARGET * millimetre / ROW)
