"""How a citizen likes the city shown and told: one value, kept between visits, asked for by one form."""

from typing import Literal

import msgspec


class Comfort(msgspec.Struct, frozen=True, kw_only=True):
    """Each entry is one of the settings; the text twin heeds those that sound."""

    theme: Literal["light", "dark", "contrast"] = "light"
    text: Literal["100", "125", "150", "175", "200"] = "100"
    """Percent: letters, and all that is pressed, grow together (WCAG 2.2, 1.4.4)."""
    low_reach: bool = False
    """Nothing is pressed higher than one who sits reaches."""
    screen_keys: bool = False
    """Letters appear on the screen wherever one writes."""
    voice: bool = False
    """All that is shown is also spoken."""
    volume: Literal["0", "25", "50", "75", "100"] = "75"
    """Percent, of voice and sounds."""
    captions: bool = False
    """Sounds that mean something are also written."""

    @property
    def factor(self) -> float:
        return int(self.text) / 100


EASY = Comfort(theme="contrast", text="150", voice=True, captions=True)
"""Large, plain and spoken: one key on the first screen."""
