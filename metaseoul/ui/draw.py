"""What panels are drawn with: rounded cards with a feathered edge, and lines of text on whole pixels."""

from functools import cache
from math import ceil, cos, pi, sin, sqrt
from typing import NamedTuple

import numpy as np
from panda3d.core import (
    CardMaker,
    Geom,
    GeomNode,
    GeomTriangles,
    GeomVertexData,
    GeomVertexFormat,
    GeomVertexWriter,
    NodePath,
    RenderState,
    SamplerState,
    ShadeModelAttrib,
    TextNode,
    Texture,
    TransparencyAttrib,
)

from metaseoul.pages import Picture
from metaseoul.ui import fonts
from metaseoul.ui.fonts import font, forms
from metaseoul.ui.lines import broken
from metaseoul.ui.theme import Colour

FEATHER = 1.0
"""Pixels over which an edge fades: an even edge without multisampling."""
LINE = 1.4
"""The height of a line, in sizes of its letters."""
_ONE_COLOUR = ShadeModelAttrib.make(ShadeModelAttrib.M_flat)
"""Nothing is mixed between the corners of a triangle, which a software renderer does twice as fast."""
_OPAQUE = RenderState.make(_ONE_COLOUR)
_MIXED = RenderState.make(TransparencyAttrib.make(TransparencyAttrib.M_alpha))


def corner_points(radius: float) -> int:
    """So many that no straight piece is half a pixel off the arc: each triangle costs a software renderer."""
    return max(4, min(9, ceil(sqrt(max(radius, 0.0)) + 0.5)))


def card(
    width: float, height: float, radius: float, fill: Colour, line: Colour | None = None, shadow: float = 0
) -> NodePath:
    """A rounded rectangle; its top left corner is at the node's origin, downward is -z.

    What is opaque is drawn without mixing, which a software renderer does several times as fast.
    """
    points = corner_points(radius)
    solid, soft = _Shape(points), _Shape(points)
    if shadow:
        dark, gone = (0.0, 0.0, 0.0, 0.15), (0.0, 0.0, 0.0, 0.0)
        inner = soft.ring(width, height, 0.0, radius, dark)
        soft.between(inner, soft.ring(width, height, -shadow, radius + shadow, gone, drop=shadow * 0.3))
    edge = line or fill
    inset = 1.0 if line else 0.0
    middle = solid if fill[3] == 1.0 else soft
    if fill[3]:
        middle.fill(middle.ring(width, height, inset, radius - 1.0, fill))
    if line:
        start = soft.ring(width, height, inset, radius - 1.0, edge)
        body = soft.ring(width, height, 0.0, radius, edge)
        soft.between(start, body)
    else:
        body = soft.ring(width, height, inset, radius - 1.0, fill)
    # straight edges lie between two pixels: only what is round needs to fade
    soft.between(body, soft.ring(width, height, -FEATHER, radius + FEATHER, (*edge[:3], 0.0)), straight=False)
    node = GeomNode("card")
    for shape, state in ((solid, _OPAQUE), (soft, _MIXED)):
        if geom := shape.geom():
            node.add_geom(geom, state)
    path = NodePath(node)
    path.set_two_sided(True)
    return path


def printed(
    parent: NodePath, x: float, y: float, words: str, pixels: int, colour: Colour, wrap: float = 0, centre: bool = False
) -> "Size":
    """Words that stay as they are: the room they take. Cheaper to draw than `text`, which may be changed."""
    lines = lines_of(words, pixels, wrap) if wrap else [words]
    node = _text_node("\n".join(lines), pixels, colour, centre)
    path = parent.attach_new_node(node.generate())
    _stand(path, x, y, pixels)
    return Size(max(size_of(line, pixels) for line in lines), len(lines) * round(pixels * LINE))


def ground(width: float, height: float, fill: Colour) -> NodePath:
    """Plain colour over all of the window."""
    maker = CardMaker("ground")
    maker.set_frame(0, width, -height, 0)
    maker.set_color(*fill)
    path = NodePath(maker.generate())
    path.set_attrib(_ONE_COLOUR)
    return path


class Layer:
    """Cards and words that are drawn together: each call of the driver costs a software renderer as much as a button's
    whole face. `node` holds them, and after them what is pressed; `over` what comes between cards and words."""

    def __init__(self, parent: NodePath) -> None:
        self.node: NodePath = parent.attach_new_node("layer")
        self._cards = self.node.attach_new_node("cards")
        self.over: NodePath = self.node.attach_new_node("over")
        self.words: NodePath = self.node.attach_new_node("words")
        self.words.set_attrib(_ONE_COLOUR)

    def card(
        self,
        box: tuple[float, float, float, float],
        radius: float,
        fill: Colour,
        line: Colour | None = None,
        shadow: float = 0,
    ) -> None:
        """A rounded rectangle at x, y, width, height."""
        x, y, width, height = box
        face = card(width, height, radius, fill, line, shadow)
        face.reparent_to(self._cards)
        face.set_pos(int(x), 0, -int(y))

    def settle(self) -> None:
        """All that was put on so far becomes one thing."""
        self._cards.flatten_strong()
        self.words.flatten_strong()

    def remove(self) -> None:
        self.node.remove_node()


class Size(NamedTuple):
    """Pixels across and down."""

    width: float
    height: int


def text(
    parent: NodePath, x: float, y: float, words: str, pixels: int, colour: Colour, wrap: float = 0, centre: bool = False
) -> "Written":
    """Words whose first line's baseline box begins at (x, y), wrapped at `wrap` pixels. Right for whole pixels only."""
    node = _text_node("\n".join(lines_of(words, pixels, wrap)) if wrap else words, pixels, colour, centre)
    path = parent.attach_new_node(node)
    _stand(path, x, y, pixels)
    return Written(node, path, pixels)


def _text_node(words: str, pixels: int, colour: Colour, centre: bool) -> TextNode:
    node = TextNode("text")
    node.set_font(font(pixels))
    node.set_text_color(*colour)
    node.set_align(TextNode.A_center if centre else TextNode.A_left)
    node.set_text(words)
    return node


def _stand(path: NodePath, x: float, y: float, pixels: int) -> None:
    path.set_scale(pixels)
    path.set_pos(int(x) + 0.5, 0, -int(y + pixels) + 0.5)


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
    script = forms()
    return sum(_advance(letter, pixels, script) for letter in words)


def lines_of(words: str, pixels: int, room: float) -> list[str]:
    """Words broken into lines of so many pixels."""
    script = forms()
    return broken(words, room, lambda letter: _advance(letter, pixels, script))


def height_of(words: str, pixels: int, wrap: float) -> int:
    """The height of words wrapped at `wrap` pixels."""
    return len(lines_of(words, pixels, wrap)) * round(pixels * LINE)


@cache
def _advance(letter: str, pixels: int, script: str) -> float:
    node = TextNode("measure")
    node.set_font(font(pixels))
    return float(node.calc_width(letter)) * pixels


def forget_letters() -> None:
    """Nothing stays of the letters that were written: neither their pictures nor how wide they were."""
    _advance.cache_clear()
    fonts.forget()


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
    """Rings of vertices, filled or joined; `points` on each of a ring's four corners."""

    def __init__(self, points: int) -> None:
        self._points = points
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
            for step in range(self._points):
                angle = begin + pi / 2 * step / (self._points - 1)
                self._vertex.add_data3(x + radius * cos(angle), 0, radius * sin(angle) - y - drop)
                self._colour.add_data4(*colour)
        self._count += 4 * self._points
        return range(first, self._count)

    def fill(self, ring: range) -> None:
        """Three bands and four corners: no long thin triangles, which a software renderer is slow at."""
        last = self._points - 1
        starts = [ring[corner * self._points] for corner in range(4)]
        for start in starts:
            for step in range(1, last):
                self._triangles.add_vertices(start, start + step, start + step + 1)
        right, left, low_left, low_right = starts
        for quad in (
            (right, right + last, left, left + last),
            (left + last, low_left, low_right + last, right),
            (low_left, low_left + last, low_right, low_right + last),
        ):
            self._triangles.add_vertices(quad[0], quad[1], quad[2])
            self._triangles.add_vertices(quad[0], quad[2], quad[3])

    def between(self, inner: range, outer: range, straight: bool = True) -> None:
        """What lies between two rings; `straight`: also along their straight sides."""
        for i in range(len(inner)):
            if not straight and i % self._points == self._points - 1:
                continue
            j = (i + 1) % len(inner)
            self._triangles.add_vertices(inner[i], outer[i], outer[j])
            self._triangles.add_vertices(inner[i], outer[j], inner[j])

    def geom(self) -> Geom | None:
        """All that was filled and joined; None when nothing was."""
        if not self._triangles.get_num_vertices():
            return None
        geom = Geom(self._data)
        geom.add_primitive(self._triangles)
        return geom
