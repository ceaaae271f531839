"""Citizens: their bones, their movements, what they wear. A Look (worlds.sessions.wire) becomes a body here."""

from worlds.avatar.clips import CLIPS, FRAMES, bone_table
from worlds.avatar.dress import LEVELS, figure_of, forget_figures
from worlds.avatar.head import EYE_LINE
from worlds.avatar.sculpt import Figure
from worlds.avatar.skeleton import BONES
from worlds.avatar.wardrobe import COLOURS, HAIR, OUTFITS, SKINS, height_of, palette, sample_look

__all__ = [
    "BONES",
    "CLIPS",
    "COLOURS",
    "EYE_LINE",
    "FRAMES",
    "HAIR",
    "LEVELS",
    "OUTFITS",
    "SKINS",
    "Figure",
    "bone_table",
    "figure_of",
    "forget_figures",
    "height_of",
    "palette",
    "sample_look",
]
