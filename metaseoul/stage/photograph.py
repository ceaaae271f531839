"""A photograph in its frame: the picture, the place and the day below it."""

from pathlib import Path
from typing import NamedTuple

from panda3d.core import Filename, LColor, PNMImage, PNMTextMaker

from metaseoul.faults import Refusal
from metaseoul.stage.signs import font_file
from worlds.palette import colour

MARGIN, FOOT = 0.035, 0.15
"""Shares of the picture's height: of the frame on three sides, and below, where the words stand."""
TITLE, DAY = 0.055, 0.03
"""Sizes of the words, as shares of the picture's height."""


class Frame(NamedTuple):
    """Colours of the palette: of the frame, its inner line, the place's name, the day."""

    ground: str
    line: str
    title: str
    day: str


FRAMES = {
    "paper": Frame("paper", "stone_light", "ink", "stone_base"),
    "hanok": Frame("palace_red", "palace_green", "flower_gold", "paper"),
    "night": Frame("ink", "seoul_blue", "paper", "glass_light"),
}


def framed(picture: Path, file: Path, frame: str, title: str, day: str) -> None:
    """Writes the picture in a frame as PNG. Raises Refusal when it cannot be kept."""
    look = FRAMES[frame]
    inner = PNMImage()
    if not inner.read(Filename.fromOsSpecific(str(picture))):
        raise Refusal("photo.no-picture")
    height = inner.getYSize()
    margin, foot = round(height * MARGIN), round(height * FOOT)
    wide, tall = inner.getXSize() + 2 * margin, height + margin + foot
    made = PNMImage(wide, tall, 3)
    made.fill(*colour(look.ground))
    _box(made, margin - 4, margin - 4, inner.getXSize() + 8, height + 8, look.line)
    made.copySubImage(inner, margin, margin)
    base = height + margin
    _write(made, title, margin, base + round(foot * 0.62), round(height * TITLE), look.title, PNMTextMaker.A_left)
    _write(made, day, wide - margin, base + round(foot * 0.62), round(height * DAY), look.day, PNMTextMaker.A_right)
    if not made.write(Filename.fromOsSpecific(str(file))):
        raise Refusal("photo.unwritable", file=str(file))


def _box(picture: PNMImage, left: int, top: int, wide: int, high: int, name: str) -> None:
    """A filled rectangle."""
    patch = PNMImage(wide, high, 3)
    patch.fill(*colour(name))
    picture.copySubImage(patch, left, top)


def _write(picture: PNMImage, words: str, x: int, y: int, size: int, name: str, align: int) -> None:
    """One line of words on its base line; none where no font is."""
    path = font_file()
    if path is None:
        return
    maker = PNMTextMaker(Filename.fromOsSpecific(path), 0)
    maker.setPixelSize(size)
    maker.setScaleFactor(1)
    maker.setFg(LColor(*colour(name), 1))
    maker.setAlign(align)
    maker.generateInto(words, picture, x, y)
