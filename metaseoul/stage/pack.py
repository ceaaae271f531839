"""Corners as the graphics card takes them: 24 bytes each, equal ones welded; and the engine's objects around them."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from panda3d.core import Geom, GeomTriangles, GeomVertexArrayFormat, GeomVertexData, GeomVertexFormat, InternalName

from metaseoul.stage.batches import FACADE, WATER, Batch
from metaseoul.stage.seasons import Months
from worlds.geometry.mesh import Floats

Bytes = NDArray[np.uint8]
CORNER = [("position", "<f4", 3), ("colour", "u1", 4), ("light", "u1", 4), ("facing", "u1", 4)]
"""colour = sRGB, gloss; light = sun, open sky, glow, lamps; facing = normal * 127 + 128, share of the season's tint.
Of water, colour and facing end with its flow to the east and to the north."""
LEAF_UNIT = 0.5
"""What a share of one is as a byte's part: up to two fit."""


@dataclass(frozen=True)
class Packed:
    """A batch ready for the card, and where the light of each corner is sampled."""

    cluster: str
    cell: int
    material: str
    level: int
    setting: bool
    corners: NDArray[np.void]
    """(n,) of CORNER, with "uv" for facades."""
    triangles: NDArray[np.uint32]
    sample: Floats
    """(n, 3) metres."""
    occlusion: Floats
    """(n,) from the shape alone."""
    seasons: Months = ()
    """When it stands there; empty: always."""


def corner_columns(textured: bool) -> np.dtype[np.void]:
    """What a corner is made of, in bytes."""
    return np.dtype(CORNER + ([("uv", "<f4", 2)] if textured else []))


def bytes_of(value: ArrayLike) -> Bytes:
    """0..1 as 0..255."""
    return np.clip(np.rint(np.asarray(value, np.float32) * 255), 0, 255).astype(np.uint8)


def packed(batch: Batch) -> Packed:
    """A batch as welded corners, lit by its own occlusion until the light is baked."""
    mesh = batch.mesh
    textured = batch.material == FACADE
    corners = np.zeros(len(mesh.position), corner_columns(textured))
    corners["position"] = mesh.position
    corners["colour"][:, :3], corners["colour"][:, 3] = bytes_of(mesh.colour), bytes_of(mesh.gloss)
    corners["light"][:, 0], corners["light"][:, 1] = bytes_of(mesh.occlusion), bytes_of(mesh.occlusion)
    corners["light"][:, 2] = bytes_of(mesh.glow)
    corners["facing"][:, :3] = np.clip(np.rint(mesh.normal * 127 + 128), 0, 255)
    corners["facing"][:, 3] = bytes_of(batch.leaf if batch.material == WATER else batch.leaf * LEAF_UNIT)
    if textured:
        corners["uv"] = mesh.uv
    whole = np.ascontiguousarray(corners).view(np.uint8).reshape(len(corners), -1)
    keys = np.concatenate(
        [whole, np.rint(mesh.sample * 50).astype(np.int32).view(np.uint8).reshape(len(corners), -1)], 1
    )
    rows = np.ascontiguousarray(keys).view(np.dtype((np.void, keys.shape[1]))).ravel()
    _, first, same = np.unique(rows, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    kept = first[order]
    return Packed(
        batch.cluster,
        batch.cell,
        batch.material,
        batch.level,
        batch.setting,
        corners[kept],
        rank[same.ravel()][mesh.triangles].astype(np.uint32),
        mesh.sample[kept],
        mesh.occlusion[kept],
        batch.seasons,
    )


def normal_of(corners: NDArray[np.void]) -> Floats:
    """Unit normals (n, 3) out of packed corners."""
    normal = corners["facing"][:, :3].astype(np.float32) - 128
    return normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)  # type: ignore[no-any-return]


@cache
def corner_format(textured: bool = False) -> GeomVertexFormat:
    """The engine's description of CORNER."""
    columns = GeomVertexArrayFormat()
    columns.addColumn(InternalName.getVertex(), 3, Geom.NTFloat32, Geom.CPoint)
    columns.addColumn(InternalName.getColor(), 4, Geom.NTUint8, Geom.CColor)
    columns.addColumn(InternalName.make("light"), 4, Geom.NTUint8, Geom.CColor)
    columns.addColumn(InternalName.make("facing"), 4, Geom.NTUint8, Geom.CColor)
    if textured:
        columns.addColumn(InternalName.getTexcoord(), 2, Geom.NTFloat32, Geom.CTexcoord)
    return registered(columns)


@cache
def coloured_format() -> GeomVertexFormat:
    """Position and a finished colour: what a renderer without shaders draws."""
    columns = GeomVertexArrayFormat()
    columns.addColumn(InternalName.getVertex(), 3, Geom.NTFloat32, Geom.CPoint)
    columns.addColumn(InternalName.getColor(), 4, Geom.NTUint8, Geom.CColor)
    return registered(columns)


def registered(columns: GeomVertexArrayFormat) -> GeomVertexFormat:
    """A format of one array, known to the engine."""
    format_ = GeomVertexFormat()
    format_.addArray(columns)
    return GeomVertexFormat.registerFormat(format_)


def geom_of(
    corners: NDArray[np.generic], triangles: NDArray[np.integer], format_: GeomVertexFormat, moving: bool = False
) -> Geom:
    """An engine mesh out of packed corners (bytes as `format_` says) and triangles (m, 3)."""
    usage = Geom.UHDynamic if moving else Geom.UHStatic
    data = GeomVertexData("stage", format_, usage)
    fill_corners(data, corners)
    faces = GeomTriangles(usage)
    fill_triangles(faces, triangles, wide=moving or len(corners) > 65535)
    geom = Geom(data)
    geom.addPrimitive(faces)
    return geom


def fill_corners(data: GeomVertexData, corners: NDArray[np.generic]) -> None:
    """Puts corners into the engine's vertex buffer, replacing what was there."""
    data.uncleanSetNumRows(len(corners))
    if len(corners):
        memoryview(data.modifyArray(0)).cast("B")[:] = np.ascontiguousarray(corners).view(np.uint8).reshape(-1).data


def fill_triangles(faces: GeomTriangles, triangles: NDArray[np.integer], wide: bool) -> None:
    """Puts triangles into the engine's index buffer, 16 bits each unless `wide`."""
    if wide:
        faces.setIndexType(Geom.NTUint32)
    rows = faces.modifyVertices()
    rows.uncleanSetNumRows(triangles.size)
    if triangles.size:
        plain = np.ascontiguousarray(triangles, np.uint32 if wide else np.uint16)
        memoryview(rows).cast("B")[:] = plain.view(np.uint8).reshape(-1).data


def squares(count: int) -> NDArray[np.uint32]:
    """Triangles (2 count, 3) of squares whose four corners follow each other."""
    first = np.arange(count, dtype=np.uint32)[:, None, None] * np.uint32(4)
    return (first + np.array([[0, 1, 2], [0, 2, 3]], np.uint32)).reshape(-1, 3)
