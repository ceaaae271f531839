"""Words on boards: one small picture holds them all, and one draw call shows them."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from panda3d.core import Filename, GeomNode, LColor, NodePath, PNMImage, PNMTextMaker, SamplerState, Texture

from metaseoul.stage.batches import Lettering
from metaseoul.stage.pack import CORNER, bytes_of, corner_format, geom_of, squares
from worlds.palette import colour

WIDTH, ROW = 1024, 96
"""Pixels: width of the picture, height of one line."""
GAP = 16
"""Pixels between lines, so that smaller copies of the picture do not mix them."""
FILLED = 0.86
"""Share of a board that words may take, across and up."""
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/truetype/nanum/NanumGothicBold.ttf",
    "/System/Library/Fonts/AppleSDGothicNeo.ttc",
    "C:/Windows/Fonts/malgunbd.ttf",
)


@cache
def font_file() -> str | None:
    """A font with Korean letters: the system's, else the one that is installed with the client."""
    for path in FONTS:
        if Path(path).is_file():
            return path
    try:
        import pylopdf_fonts_ko
    except ImportError:
        return None
    return str(pylopdf_fonts_ko.sans_path())


def signs(letterings: Sequence[Lettering], language: str) -> NodePath | None:
    """All words of a place in a language, as one node with its picture; None when there are none or no font."""
    path = font_file()
    if not letterings or path is None:
        return None
    cells: dict[tuple[str, int], tuple[int, int, int]] = {}
    x = y = 0
    for lettering in letterings:
        key = (words_in(lettering, language), round(_aspect(lettering) * ROW))
        if key in cells:
            continue
        wide = min(key[1], WIDTH)
        if x + wide > WIDTH:
            x, y = 0, y + ROW + GAP
        cells[key] = (x, y, wide)
        x += wide + GAP
    height = 1 << (y + ROW - 1).bit_length()
    picture = PNMImage(WIDTH, height, 1)
    picture.fill(0)
    writers = Writers(path)
    for (words, _), (left, top, wide) in cells.items():
        _write(writers, picture, words, left, top, wide)
    made = Texture("words")
    made.load(picture)
    made.setMinfilter(Texture.FTLinearMipmapLinear)
    sampler = SamplerState(made.getDefaultSampler())
    sampler.setMaxLod(3)
    sampler.setAnisotropicDegree(4)
    made.setDefaultSampler(sampler)
    corners = np.zeros(4 * len(letterings), [*CORNER, ("uv", "<f4", 2)])
    for number, lettering in enumerate(letterings):
        key = (words_in(lettering, language), round(_aspect(lettering) * ROW))
        _place(corners[number * 4 : number * 4 + 4], lettering, cells[key], height)
    triangles = squares(len(letterings))
    node = GeomNode("signs")
    node.addGeom(geom_of(corners, triangles, corner_format(textured=True)))
    holder = NodePath(node)
    holder.setShaderInput("words", made)
    holder.setTexture(made)
    return holder


def words_in(lettering: Lettering, language: str) -> str:
    """The words in a language, else in Korean."""
    return lettering.words.get(language) or lettering.words.get("ko", "")


def _aspect(lettering: Lettering) -> float:
    across, up = (float(np.linalg.norm(b - a)) for a, b in list(pairwise(lettering.corners))[:2])
    return across / max(up, 1e-6)


class Writers:
    """Writers of one font, one for each size. They share the font's file, some twenty megabytes, and go with it."""

    def __init__(self, path: str) -> None:
        self._first = PNMTextMaker(Filename.fromOsSpecific(path), 0)
        self._sizes: dict[int, PNMTextMaker] = {}

    def of(self, size: int) -> PNMTextMaker:
        """The writer of a size in pixels: it keeps its letters, so it must not change size."""
        if size not in self._sizes:
            maker = self._sizes[size] = PNMTextMaker(self._first)
            maker.setScaleFactor(1)
            maker.setInteriorFlag(False)
            maker.setFg(LColor(1, 1, 1, 1))
            maker.setAlign(PNMTextMaker.A_center)
            maker.setPixelSize(size)
        return self._sizes[size]


def _write(writers: Writers, picture: PNMImage, words: str, left: int, top: int, wide: int) -> None:
    """One line of words in the middle of its cell, as large as it may be."""
    largest = round(ROW * 0.62)
    width = max(writers.of(largest).calcWidth(words), 1)
    size = max(8, int(largest * min(1.0, wide * FILLED / width)))
    writers.of(size).generateInto(words, picture, left + wide // 2, top + round(ROW / 2 + size * 0.36))


def _place(corners: NDArray[np.void], lettering: Lettering, cell: tuple[int, int, int], height: int) -> None:
    """Corners of one board's words."""
    left, top, wide = cell
    a, b, _, d = lettering.corners
    normal = np.cross(b - a, d - a)
    corners["position"] = lettering.corners
    corners["colour"][:, :3] = bytes_of(colour(lettering.ink))
    corners["light"] = (170, 225, 0, 150)
    corners["facing"][:, :3] = np.rint(normal / np.linalg.norm(normal) * 127 + 128)
    u0, u1, v0, v1 = left / WIDTH, (left + wide) / WIDTH, 1 - (top + ROW) / height, 1 - top / height
    corners["uv"] = ((u0, v0), (u1, v0), (u1, v1), (u0, v1))
