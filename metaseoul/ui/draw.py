"""What panels are drawn with: rounded cards with a feathered edge, and lines of text on whole pixels."""

from functools import cache
from math import cos, pi, sin

import numpy as np
from panda3d.core import (
    Geom,
    GeomNode,
    GeomTriangles,
    GeomVertexData,
    GeomVertexFormat,
    GeomVertexWriter,
    NodePath,
    SamplerState,
    TextNode,
    Texture,
    TransparencyAttrib,
)

from metaseoul.pages import Picture
from metaseoul.ui.fonts import font
from metaseoul.ui.lines import broken
from metaseoul.ui.theme import Colour

FEATHER = 1.0
"""Pixels over which an edge fades: an even edge without multisampling."""
LINE = 1.4
"""The height of a line, in sizes of its letters."""
CORNER = 7
"""Points on each rounded corner."""


def card(
    width: float, height: float, radius: float, fill: Colour, line: Colour | None = None, shadow: float = 0
) -> NodePath:
    """A rounded rectangle; its top left corner is at the node's origin, downward is -z."""
    shape = _Shape()
    if shadow:
        dark, gone = (0.0, 0.0, 0.0, 0.16), (0.0, 0.0, 0.0, 0.0)
        inner = shape.ring(width, height, shadow * 0.4, radius, dark, drop=shadow * 0.35)
        shape.between(inner, shape.ring(width, height, -shadow, radius + shadow, gone, drop=shadow * 0.35))
        shape.fill(inner)
    edge = line or fill
    body = shape.ring(width, height, 1.0 + FEATHER / 2 if line else FEATHER / 2, radius - 1.0, fill)
    shape.fill(body)
    if line:
        start = shape.ring(width, height, 1.0 + FEATHER / 2, radius - 1.0, edge)
        end = shape.ring(width, height, FEATHER / 2, radius, edge)
        shape.between(start, end)
        body = end
    shape.between(body, shape.ring(width, height, -FEATHER / 2, radius + FEATHER / 2, (*edge[:3], 0.0)))
    return shape.node()


def text(
    parent: NodePath, x: float, y: float, words: str, pixels: int, colour: Colour, wrap: float = 0, centre: bool = False
) -> "Written":
    """Words whose first line's baseline box begins at (x, y), wrapped at `wrap` pixels. Right for whole pixels only."""
    node = TextNode("text")
    node.set_font(font(pixels))
    node.set_text_color(*colour)
    node.set_align(TextNode.A_center if centre else TextNode.A_left)
    node.set_text("\n".join(lines_of(words, pixels, wrap)) if wrap else words)
    path = parent.attach_new_node(node)
    path.set_scale(pixels)
    path.set_pos(int(x) + 0.5, 0, -int(y + pixels) + 0.5)
    return Written(node, path, pixels)


class Written:
    """Words that stand somewhere, and may be changed."""

    def __init__(self, node: TextNode, path: NodePath, pixels: int) -> None:
        self.node, self.path, self.pixels = node, path, pixels

    @property
    def height(self) -> int:
        return max(1, int(self.node.get_num_rows())) * round(self.pixels * LINE)

    @property
    def width(self) -> float:
        return float(self.node.get_width()) * self.pixels

    def write(self, words: str) -> None:
        self.node.set_text(words)


def picture(image: Picture) -> Texture:
    """A (height, width, 4) BGRA picture as a texture, one texel a pixel."""
    texture = Texture("page")
    height, width = image.shape[:2]
    texture.setup_2d_texture(width, height, Texture.T_unsigned_byte, Texture.F_rgb8)
    texture.set_ram_image(np.ascontiguousarray(image[::-1, :, :3]).tobytes())
    texture.set_minfilter(SamplerState.FT_linear)
    texture.set_magfilter(SamplerState.FT_linear)
    return texture


def size_of(words: str, pixels: int) -> float:
    """The width of one line in pixels."""
    return sum(_advance(letter, pixels) for letter in words)


def lines_of(words: str, pixels: int, room: float) -> list[str]:
    """Words broken into lines of so many pixels."""
    return broken(words, room, lambda letter: _advance(letter, pixels))


def height_of(words: str, pixels: int, wrap: float) -> int:
    """The height of words wrapped at `wrap` pixels."""
    return len(lines_of(words, pixels, wrap)) * round(pixels * LINE)


@cache
def _advance(letter: str, pixels: int) -> float:
    node = TextNode("measure")
    node.set_font(font(pixels))
    return float(node.calc_width(letter)) * pixels


def clipped(words: str, pixels: int, room: float) -> str:
    """As much of one line as there is room for, with three dots where it ends early."""
    if size_of(words, pixels) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if size_of(f"{words[:middle]}…", pixels) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{words[:low]}…"


class _Shape:
    """Rings of vertices, filled or joined."""

    def __init__(self) -> None:
        self._data = GeomVertexData("card", GeomVertexFormat.get_v3c4(), Geom.UH_static)
        self._vertex = GeomVertexWriter(self._data, "vertex")
        self._colour = GeomVertexWriter(self._data, "color")
        self._triangles = GeomTriangles(Geom.UH_static)
        self._count = 0

    def ring(self, width: float, height: float, inset: float, radius: float, colour: Colour, drop: float = 0) -> range:
        radius = max(radius, 0.01)
        right, bottom = width - inset - radius, height - inset - radius
        corners = (
            (right, inset + radius, 0.0),
            (inset + radius, inset + radius, pi / 2),
            (inset + radius, bottom, pi),
            (right, bottom, 1.5 * pi),
        )
        first = self._count
        for x, y, begin in corners:
            for step in range(CORNER):
                angle = begin + pi / 2 * step / (CORNER - 1)
                self._vertex.add_data3(x + radius * cos(angle), 0, radius * sin(angle) - y - drop)
                self._colour.add_data4(*colour)
        self._count += 4 * CORNER
        return range(first, self._count)

    def fill(self, ring: range) -> None:
        for i in range(1, len(ring) - 1):
            self._triangles.add_vertices(ring[0], ring[i], ring[i + 1])

    def between(self, inner: range, outer: range) -> None:
        for i in range(len(inner)):
            j = (i + 1) % len(inner)
            self._triangles.add_vertices(inner[i], outer[i], outer[j])
            self._triangles.add_vertices(inner[i], outer[j], inner[j])

    def node(self) -> NodePath:
        geom = Geom(self._data)
        geom.add_primitive(self._triangles)
        node = GeomNode("card")
        node.add_geom(geom)
        path = NodePath(node)
        path.set_transparency(TransparencyAttrib.M_alpha)
        path.set_two_sided(True)
        return path
