"""How the window looks: colours (WCAG 2.2 AA against their ground), sizes in steps of one unit, all at one scale."""

from typing import NamedTuple

Colour = tuple[float, float, float, float]


def colour(code: str, alpha: float = 1.0) -> Colour:
    """A colour from "#RRGGBB"."""
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue, alpha)


class Theme(NamedTuple):
    """Colours by what they mean."""

    panel: Colour
    raised: Colour
    chosen: Colour
    line: Colour
    text: Colour
    quiet: Colour
    accent: Colour
    on_accent: Colour
    focus: Colour
    veil: Colour
    on_veil: Colour
    warning: Colour


LIGHT = Theme(
    panel=colour("#FBF9F4"),
    raised=colour("#FFFFFF"),
    chosen=colour("#E4EEE9"),
    line=colour("#D9D2C5"),
    text=colour("#22302F"),
    quiet=colour("#5B6664"),
    accent=colour("#1F6B5C"),
    on_accent=colour("#FFFFFF"),
    focus=colour("#C2571A"),
    veil=colour("#16211F", 0.8),
    on_veil=colour("#FFFFFF"),
    warning=colour("#9A3412"),
)

DARK = Theme(
    panel=colour("#16201F"),
    raised=colour("#22302E"),
    chosen=colour("#2F4541"),
    line=colour("#44544F"),
    text=colour("#F4F1EA"),
    quiet=colour("#B9C4C0"),
    accent=colour("#7BD3BD"),
    on_accent=colour("#0E211D"),
    focus=colour("#FFB070"),
    veil=colour("#101817", 0.84),
    on_veil=colour("#FFFFFF"),
    warning=colour("#FFB59A"),
)
CONTRAST = Theme(
    panel=colour("#000000"),
    raised=colour("#000000"),
    chosen=colour("#333300"),
    line=colour("#FFFFFF"),
    text=colour("#FFFFFF"),
    quiet=colour("#FFFFFF"),
    accent=colour("#FFE600"),
    on_accent=colour("#000000"),
    focus=colour("#00E5FF"),
    veil=colour("#000000", 0.94),
    on_veil=colour("#FFFFFF"),
    warning=colour("#FFE600"),
)
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

BODY, SMALL, TITLE = 17, 14, 25
"""Text sizes in pixels at 1280x720."""
UNIT = 8
"""The step of all distances, in pixels at 1280x720."""
ROW, ENTRY = 46, 38
"""Heights of what is pressed, and of one line of a form."""


def luminance(shade: Colour) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shade[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21, WCAG 2.2 success criterion 1.4.3."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
