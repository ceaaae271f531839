"""From a place to what the engine draws: its named nodes as the plan tells them, and its batches."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from panda3d.core import Geom, GeomNode, NodePath

from metaseoul.stage import shaders
from metaseoul.stage.batches import FACADE, GROUND, PLAIN, WATER
from metaseoul.stage.light import GLOW, LAMP, Light
from metaseoul.stage.pack import Packed, corner_columns, corner_format, geom_of
from metaseoul.stage.programs import program
from metaseoul.stage.seasons import Months
from metaseoul.stage.tiers import Tier
from metaseoul.stage.water import WATER_CORNERS, WATER_PIXELS
from worlds.plan import tree
from worlds.shape import Place

GROUND_ORDER, WATER_ORDER, SIGN_ORDER, SKY_ORDER, WEATHER_ORDER = 30, 32, 50, 60, 80
"""Order of drawing: bodies 1, clusters 2 by distance, walls 20, ground 30, water 32, shadows 40, words 50, sky 60 (its
stars 61), weather 80."""
FACADE_ORDER, CLUSTER_ORDER = 20, 2
FINE_MAP = 80.0
"""Metres across, up to which the corners of a floor may stand for its map."""


@dataclass
class Cluster:
    """One cluster in one cell: its levels, and the box it fills."""

    name: str
    setting: bool
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    seasons: Months = ()
    levels: dict[int, NodePath] = field(default_factory=dict)


@dataclass
class Shown:
    """A batch on the stage. With programs the engine alone holds its corners; else they are kept to be painted."""

    material: str
    node: GeomNode
    corners: NDArray[np.void] | None
    """As they are lit now."""
    triangles: NDArray[np.uint32] | None
    path: NodePath | None = None
    seasons: Months = ()
    levelled: bool = False
    """Whether its cluster says when it is seen."""


@dataclass
class Built:
    """A place on the stage."""

    root: NodePath
    clusters: list[Cluster]
    shown: list[Shown]


def named_tree(place: Place) -> NodePath:
    """One empty node for each named thing of the plan, where it stands."""
    root = NodePath(place.slug)
    for node in tree(place):
        child = root.attachNewNode(node.name)
        child.setPos(*node.at)
        child.setH(node.turn)
        child.setTag("kind", node.kind)
    return root


def built(place: Place, batches: Sequence[Packed], tier: Tier, shaded: bool) -> Built:
    """The node tree of a place: named nodes, and below "drawn" one node for each batch."""
    root = named_tree(place)
    drawn = root.attachNewNode("drawn")
    found: dict[tuple[str, int, Months], Cluster] = {}
    shown = []
    for batch in batches:
        node = GeomNode(f"{batch.cluster or batch.material}-{batch.cell}-{max(batch.level, 0)}")
        node.addGeom(geom_of(batch.corners, batch.triangles, corner_format(batch.material == FACADE)))
        path = drawn.attachNewNode(node)
        corners, triangles = (None, None) if shaded else (batch.corners, batch.triangles)
        shown.append(Shown(batch.material, node, corners, triangles, path, batch.seasons, batch.level >= 0))
        if shaded:
            _dress(path, batch.material, tier)
        if batch.level >= 0:
            position = batch.corners["position"]
            low, high = position.min(0).astype(float), position.max(0).astype(float)
            named = Cluster(batch.cluster, batch.setting, low, high, batch.seasons)
            cluster = found.setdefault((batch.cluster, batch.cell, batch.seasons), named)
            cluster.low, cluster.high = np.minimum(cluster.low, low), np.maximum(cluster.high, high)
            cluster.levels[batch.level] = path
            path.hide()
    return Built(root, list(found.values()), shown)


def swatches(tier: Tier) -> list[NodePath]:
    """A triangle of no size in each material: once drawn, its program is known to the driver."""
    made = []
    for material in (GROUND, PLAIN, FACADE, WATER):
        textured = material == FACADE
        node = GeomNode(material)
        node.addGeom(geom_of(np.zeros(3, corner_columns(textured)), np.array([[0, 1, 2]]), corner_format(textured)))
        made.append(NodePath(node))
        _dress(made[-1], material, tier)
    return made


def _dress(path: NodePath, material: str, tier: Tier) -> None:
    """The program of a material, and its place in the order."""
    if material == GROUND:
        pixels = shaders.GROUND_PIXELS
        if tier.grain:
            pixels = pixels.replace(shaders.HEAD, shaders.HEAD + "#define GRAIN\n")
        path.setShader(program(shaders.GROUND_CORNERS, pixels))
        path.setBin("fixed", GROUND_ORDER)
    elif material == FACADE:
        path.setShader(program(shaders.FACADE_CORNERS, shaders.FACADE_PIXELS))
        path.setBin("fixed", FACADE_ORDER)
    elif material == WATER:
        path.setShader(program(WATER_CORNERS, WATER_PIXELS))
        path.setBin("fixed", WATER_ORDER)
    else:
        assert material == PLAIN
        dressed_plain(path)


def dressed_plain(path: NodePath) -> None:
    """The program of what is lit by its corners, and its place in the order."""
    path.setShader(program(shaders.PLAIN_CORNERS, shaders.PLAIN_PIXELS))
    path.setBin("fixed", CLUSTER_ORDER)


def regrained(place: Built, tier: Tier) -> None:
    """The ground with or without its grain, as a tier draws it."""
    for path in place.root.find("drawn").getChildren():
        if path.node() in (shown.node for shown in place.shown if shown.material == GROUND):
            _dress(path, GROUND, tier)


def relit(batches: Sequence[Shown], light: Light) -> None:
    """New light for every corner, written where the engine holds it; without programs it is noted, to be painted."""
    for shown, columns in zip(batches, light.corners, strict=True):
        if shown.corners is None and shown.material != GROUND:
            rows = shown.node.modifyGeom(0).modifyVertexData().modifyArray(0)
            textured = shown.material == FACADE
            _relight(np.frombuffer(memoryview(rows).cast("B"), corner_columns(textured)), columns)
        elif shown.corners is not None and shown.material == GROUND:
            shown.corners = on_map(shown.corners, light)
        elif shown.corners is not None:
            shown.corners = shown.corners.copy()
            _relight(shown.corners, columns)


def _relight(corners: NDArray[np.void], columns: NDArray[np.uint8]) -> None:
    """Sun, sky and lamps of each corner; its glow stays."""
    corners["light"][:, :GLOW] = columns[:, :GLOW]
    corners["light"][:, LAMP] = columns[:, GLOW]


def on_map(corners: NDArray[np.void], light: Light) -> NDArray[np.void]:
    """Ground corners lit by the map where they lie, for want of a program; only a room's floor is cut finely enough."""
    x0, y0, x1, y1 = light.rect
    if x1 - x0 > FINE_MAP:
        return corners
    size = len(light.ground)
    column = ((corners["position"][:, 0] - x0) / (x1 - x0) * size).astype(int).clip(0, size - 1)
    row = ((corners["position"][:, 1] - y0) / (y1 - y0) * size).astype(int).clip(0, size - 1)
    lit = corners.copy()
    lit["light"][:, :GLOW] = light.ground[row, column, :GLOW]
    lit["light"][:, LAMP] = light.ground[row, column, LAMP]
    return lit


def triangle_count(geom: Geom) -> int:
    """Triangles of an engine mesh."""
    return sum(geom.getPrimitive(number).getNumPrimitives() for number in range(geom.getNumPrimitives()))
