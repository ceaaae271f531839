"""What a view costs: draw calls, triangles, bytes of textures and of buffers."""

from dataclasses import dataclass

from panda3d.core import GeomNode, NodePath, Texture

from metaseoul.stage.build import triangle_count

INPUTS = ("groundLight", "facade", "grain", "clouds", "boneSheet", "states", "words")
"""Names under which programs are given their textures."""


@dataclass(frozen=True)
class Measure:
    """What one view costs."""

    draws: int
    triangles: int
    texture_bytes: int
    buffer_bytes: int


def measure(root: NodePath, camera: NodePath) -> Measure:
    """What the view of a camera costs: nodes in its sight, what they hold, and all that is kept below `root`."""
    frustum = camera.node().getLens().makeBounds()
    draws = triangles = 0
    for node in root.findAllMatches("**/+GeomNode"):
        if node.isHidden() or any(parent.isHidden() for parent in node.getAncestors()):
            continue
        bound = node.node().getBounds().makeCopy()
        if not bound.isInfinite():
            bound.xform(node.getParent().getMat(camera))
            if not frustum.contains(bound):
                continue
        for number in range(node.node().getNumGeoms()):
            draws += 1
            triangles += triangle_count(node.node().getGeom(number))
    return Measure(draws, triangles, texture_bytes(root), buffer_bytes(root))


def texture_bytes(root: NodePath) -> int:
    """Bytes of all textures, with their smaller copies."""
    total = 0
    for found in {each for node in [root, *root.findAllMatches("**")] for each in _textures(node)}:
        size = found.getXSize() * found.getYSize() * found.getNumComponents() * found.getComponentWidth()
        total += size * 4 // 3 if found.usesMipmaps() else size
    return int(total)


def buffer_bytes(root: NodePath) -> int:
    """Bytes of all corners and triangles."""
    return sum(node_bytes(path.node()) for path in root.findAllMatches("**/+GeomNode"))


def node_bytes(node: GeomNode) -> int:
    """Bytes of the corners and triangles of one node."""
    total = 0
    for geom in node.getGeoms():
        total += geom.getVertexData().getArray(0).getDataSizeBytes()
        total += sum(part.getVertices().getDataSizeBytes() for part in geom.getPrimitives() if part.isIndexed())
    return int(total)


def _textures(path: NodePath) -> list[Texture]:
    """Textures that a node brings."""
    found = list(path.findAllTextures())
    for name in INPUTS:
        given = path.getShaderInput(name)
        if given and given.getTexture():
            found.append(given.getTexture())
    return found
