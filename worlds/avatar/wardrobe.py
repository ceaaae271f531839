"""What citizens can wear and how they can look: outfits, colour schemes, hair, skin; and which dye a palette row is."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worlds.sessions.wire import Look


class Dye(IntEnum):
    """Rows of a palette."""

    SKIN = 0
    TOP = 1
    BOTTOM = 2
    SHOE = 3
    HAIR = 4
    WHITE = 5
    DARK = 6
    LIPS = 7
    CHEEK = 8
    ACCENT = 9
    GOLD = 10


class Outfit(NamedTuple):
    """A cut of clothes. `traditional`: coloured from the hanbok schemes; `hat`: a gat covers the crown."""

    name: str
    traditional: bool = False
    skirted: bool = False
    hat: bool = False


OUTFITS = (
    Outfit("casual"),
    Outfit("jacket"),
    Outfit("dress", skirted=True),
    Outfit("suit"),
    Outfit("chima-jeogori", traditional=True, skirted=True),
    Outfit("durumagi", traditional=True, hat=True),
    Outfit("long-skirt", skirted=True),
    Outfit("hoodie"),
)


class Scheme(NamedTuple):
    """Colours of one set of clothes, sRGB hex."""

    top: str
    bottom: str
    shoe: str
    accent: str


COLOURS = (
    Scheme("#F2C037", "#3E5C76", "#F1EEE8", "#C8553D"),
    Scheme("#E8703A", "#E8DCC2", "#F1EEE8", "#35507A"),
    Scheme("#2F7FC1", "#E9E4D8", "#8A5A3D", "#F2C037"),
    Scheme("#7FB069", "#3A4A5C", "#F1EEE8", "#E9E4D8"),
    Scheme("#F3EFE6", "#2F3E4E", "#3A3C42", "#B23A48"),
    Scheme("#B7A0DA", "#F0EBE1", "#C8553D", "#6B4FA0"),
    Scheme("#F2B5A7", "#4A5568", "#F1EEE8", "#C86B7A"),
    Scheme("#2E8F8A", "#D9CDB4", "#8A5A3D", "#F2C037"),
    Scheme("#C0392B", "#2F3E4E", "#F1EEE8", "#F3EFE6"),
    Scheme("#35507A", "#B9B2A3", "#3A3C42", "#E8703A"),
    Scheme("#8FB8D8", "#5B6B4F", "#8A5A3D", "#F3EFE6"),
    Scheme("#5A4B41", "#DAD3C5", "#3A3C42", "#8FA07A"),
)
"""Everyday colours: clear and warm against stone and lawn."""

FORMAL = (
    Scheme("#2F3E4E", "#2B3846", "#2C2D31", "#8C2F39"),
    Scheme("#54606B", "#4B5660", "#3A2E28", "#35507A"),
    Scheme("#7A6A58", "#6E604F", "#4A3428", "#2F6B4F"),
    Scheme("#1F2A44", "#1C2539", "#2C2D31", "#C9A227"),
)
HANBOK = (
    Scheme("#F5F1E8", "#C8324A", "#F4F1EA", "#8E2238"),
    Scheme("#F6C9CE", "#2D5CA8", "#F4F1EA", "#D34E6A"),
    Scheme("#F5F1E8", "#1E9C86", "#F4F1EA", "#E0A526"),
    Scheme("#F2D35A", "#C8324A", "#F4F1EA", "#2D5CA8"),
    Scheme("#CDE4F0", "#8B4FA8", "#F4F1EA", "#F2D35A"),
    Scheme("#2F6B4F", "#E9B7C0", "#F4F1EA", "#C8324A"),
    Scheme("#E9DFF2", "#3A4E8C", "#F4F1EA", "#B0467E"),
    Scheme("#F5F1E8", "#E27D3A", "#F4F1EA", "#2E8F8A"),
)
"""Jeogori over chima, with the ribbon (goreum) as the accent."""
COATS = (
    Scheme("#EFEADD", "#EDE6D6", "#3A3C42", "#6E8FA8"),
    Scheme("#8FA9B8", "#EDE6D6", "#3A3C42", "#4A6478"),
    Scheme("#B9C7A8", "#EDE6D6", "#3A3C42", "#6F8061"),
    Scheme("#35507A", "#E4DFD2", "#2C2D31", "#8FA9B8"),
)
"""Durumagi over baji, with the belt as the accent."""

HAIR_STYLES = ("short", "bob", "long", "bun", "tail", "curly")
HAIR = (
    ("short", "#2A211D"),
    ("bob", "#241C1A"),
    ("long", "#3B2A22"),
    ("bun", "#1F1A1A"),
    ("tail", "#33251F"),
    ("curly", "#4A3226"),
    ("short", "#4B382C"),
    ("short", "#B9B4AE"),
    ("bob", "#6B4630"),
    ("long", "#1E1A1C"),
    ("curly", "#CFC9C2"),
    ("tail", "#7A4B2C"),
)
"""Style and colour."""
TINTS = (
    "",
    "#241C1A",
    "#3B2A22",
    "#6B4630",
    "#9A6A3C",
    "#C9A26B",
    "#B9B4AE",
    "#8C2F39",
    "#2D4A7A",
    "#5A4B7E",
)
"""Colours of the hair; the first: as it goes with the style."""
BODIES = (("medium", 1.0), ("slender", 0.93), ("sturdy", 1.08))
HEIGHTS = (("medium", 1.0), ("small", 0.955), ("tall", 1.045))
"""Shares of the body's own measure: across, and of the whole."""
FACES = (("oval", 1.0), ("round", 1.06), ("narrow", 0.94))
"""How wide the head is."""
EYES = (("round", 1.0, 1.0), ("wide", 1.18, 1.1), ("gentle", 1.1, 0.72), ("small", 0.82, 0.85))
"""How wide and how high eyes are."""
EXTRAS = ("none", "glasses", "round-glasses", "flower")
WINGS = 1000
"""The guide's own extra: no citizen can say so high a number (worlds/sessions/wire.py)."""
GUIDE = Look(outfit=2, colours=4, hair=2, tint=3, extra=WINGS)
"""How the guide looks: a light dress, long hair, wings."""
SKINS = ("#F3D3B8", "#EBC3A2", "#F7DEC8", "#D9A47C", "#A9744F", "#6F4A35")


def rgb(colour: str) -> tuple[float, float, float]:
    """An sRGB hex colour as numbers 0..1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return (red, green, blue)


def outfit_of(look: Look) -> Outfit:
    """The outfit a look names; an index past the end wraps around."""
    return OUTFITS[look.outfit % len(OUTFITS)]


def scheme_of(look: Look) -> Scheme:
    """The colours a look names, from the list that suits its outfit."""
    outfit = outfit_of(look)
    table = COATS if outfit.hat else HANBOK if outfit.traditional else FORMAL if outfit.name == "suit" else COLOURS
    return table[look.colours % len(table)]


def hair_colour(look: Look) -> str:
    """The colour that was chosen for it, or the one that goes with its style."""
    return TINTS[look.tint % len(TINTS)] or HAIR[look.hair % len(HAIR)][1]


def palette(look: Look) -> NDArray[np.float32]:
    """What each dye is for this citizen: (len(Dye), 3) sRGB 0..1."""
    scheme, hair = scheme_of(look), hair_colour(look)
    skin = np.array(rgb(SKINS[look.skin % len(SKINS)]))
    dyes = np.empty((len(Dye), 3), np.float32)
    dyes[Dye.SKIN] = skin
    dyes[Dye.TOP], dyes[Dye.BOTTOM] = rgb(scheme.top), rgb(scheme.bottom)
    dyes[Dye.SHOE], dyes[Dye.ACCENT] = rgb(scheme.shoe), rgb(scheme.accent)
    dyes[Dye.HAIR] = rgb(hair)
    dyes[Dye.WHITE], dyes[Dye.DARK], dyes[Dye.GOLD] = rgb("#FAF7F0"), rgb("#2B2523"), rgb("#D9A441")
    dyes[Dye.LIPS] = skin * 0.45 + np.array(rgb("#A8453F")) * 0.55
    dyes[Dye.CHEEK] = np.clip(skin * (1.0, 0.84, 0.80), 0, 1)
    return dyes


def height_of(look: Look) -> float:
    """How tall a citizen is, as a share of the figure's own measure; nobody is exactly as tall as another."""
    own = (look.outfit * 5 + look.colours * 3 + look.hair * 7 + look.skin) * 0.6180339887 % 1.0
    return HEIGHTS[look.height % len(HEIGHTS)][1] * (0.975 + 0.05 * own)


def sample_look(number: int) -> Look:
    """A look for sample figures and for a guest who has not chosen: the same for the same number."""
    spread = (number * 2654435761) % 2**32
    outfit = (0, 1, 4, 2, 7, 3, 6, 0, 1, 5, 2, 7, 4, 0)[(spread >> 8) % 14]
    suits = (1, 2, 3, 4, 8, 9, 11) if OUTFITS[outfit].skirted else (0, 0, 1, 5, 6, 7, 0, 10)
    return Look(
        outfit=outfit,
        colours=(spread >> 13) % 12,
        hair=(3, 4, 3)[(spread >> 19) % 3]
        if OUTFITS[outfit].traditional and not OUTFITS[outfit].hat
        else 0
        if OUTFITS[outfit].hat
        else suits[(spread >> 19) % len(suits)],
        skin=(0, 1, 2, 0, 1, 2, 0, 3, 1, 4, 2, 5)[(spread >> 24) % 12],
        body=(0, 0, 1, 2)[(spread >> 5) % 4],
        height=(0, 0, 1, 2)[(spread >> 3) % 4],
        face=(spread >> 11) % 3,
        eyes=(0, 0, 1, 2, 3)[(spread >> 15) % 5],
        extra=(0, 0, 0, 1, 0, 2)[(spread >> 21) % 6],
    )
