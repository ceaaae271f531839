"""A place as glTF 2.0 (Khronos, ISO/IEC 12113:2022): one node for each cluster, colours in the corners.

The stage's light is not in it: whoever opens the file lights it. Words on boards are left out, boards are there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from panda3d.core import PNMImage, StringStream
from panda3d.core import Texture as Panda
from pygltflib import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    GLTF2,
    UNSIGNED_INT,
    UNSIGNED_SHORT,
    Accessor,
    Asset,
    Attributes,
    Buffer,
    BufferFormat,
    BufferView,
    Material,
    Mesh,
    Node,
    PbrMetallicRoughness,
    Primitive,
    Sampler,
    Scene,
    Texture,
    TextureInfo,
)
from pygltflib import Image as Picture

from metaseoul.stage.textures import facade_tile
from worlds import geometry
from worlds.season import in_season
from worlds.shape import Place

UPRIGHT = [-0.7071067811865476, 0.0, 0.0, 0.7071067811865476]
"""Our z is up, glTF's y is: a quarter turn about x."""
MATT, GLASS, SHINING, FACADE = range(4)
FLIPPED = np.array([1, -1], np.float32)
"""Our pictures begin below, glTF's above."""
WINDOW = np.array([0.40, 0.50, 0.57])
"""The colour of a pane in the window tile (sRGB), before the wall's own colour tints it."""
MATERIALS = (
    ("matt", {"roughnessFactor": 0.9, "metallicFactor": 0.0}, None),
    ("glass", {"roughnessFactor": 0.12, "metallicFactor": 0.0}, None),
    ("shining", {"roughnessFactor": 0.6, "metallicFactor": 0.0}, [0.95, 0.74, 0.47]),
    ("facade", {"roughnessFactor": 0.8, "metallicFactor": 0.0}, None),
)
CREDIT = "Metaverse Seoul, Apache-2.0; river, bridges and peaks: (c) OpenStreetMap contributors, ODbL 1.0"


def export(place: Place, path: Path, season: str = "spring", level: int = 0) -> int:
    """Writes a place as .gltf or .glb by the file's name; the number of triangles. Raises OSError."""
    model = GLTF2(asset=Asset(version="2.0", generator="metaseoul", copyright=CREDIT))
    model.materials = [
        Material(name=name, pbrMetallicRoughness=PbrMetallicRoughness(**look), emissiveFactor=shine or [0.0, 0.0, 0.0])
        for name, look, shine in MATERIALS
    ]
    bytes_ = _Bytes(model)
    bytes_.windows()
    root = Node(name=place.slug, rotation=UPRIGHT, children=[])
    root.extras = {"title": place.title, "origin": list(place.origin)}
    model.nodes = [root]
    triangles = 0
    for cluster in in_season(place, season).parts:
        mesh = geometry.mesh(cluster, level)
        primitives = [
            Primitive(
                attributes=Attributes(
                    POSITION=bytes_.corners(position, FLOAT, "VEC3", limits=True),
                    NORMAL=bytes_.corners(normal, FLOAT, "VEC3"),
                    COLOR_0=bytes_.corners(colour, UNSIGNED_SHORT, "VEC4", normalized=True),
                    TEXCOORD_0=None if uv is None else bytes_.corners(uv, FLOAT, "VEC2"),
                ),
                indices=bytes_.triangles(faces),
                material=material,
            )
            for material, position, normal, colour, uv, faces in _pieces(mesh)
        ]
        if primitives:
            triangles += len(mesh.triangles)
            model.meshes.append(Mesh(name=cluster.name, primitives=primitives))
            model.nodes.append(Node(name=cluster.name, mesh=len(model.meshes) - 1))
            root.children.append(len(model.nodes) - 1)
    model.scenes, model.scene = [Scene(name=place.title["en"], nodes=[0])], 0
    bytes_.close()
    if path.suffix.lower() != ".glb":
        model.convert_buffers(BufferFormat.DATAURI)
    model.save(str(path))
    return triangles


class _Bytes:
    """The one buffer of a file, grown view by view."""

    def __init__(self, model: GLTF2) -> None:
        self._model, self._length = model, 0
        self._parts: list[bytes] = []

    def corners(
        self, rows: NDArray[Any], kind: int, shape: str, *, limits: bool = False, normalized: bool = False
    ) -> int:
        """An accessor of corners; its number."""
        accessor = Accessor(componentType=kind, count=len(rows), type=shape, normalized=normalized)
        if limits:
            accessor.min, accessor.max = rows.min(0).tolist(), rows.max(0).tolist()
        return self._accessor(accessor, rows.tobytes(), ARRAY_BUFFER)

    def triangles(self, faces: NDArray[np.uint32]) -> int:
        """An accessor of corner numbers; its number."""
        accessor = Accessor(componentType=UNSIGNED_INT, count=faces.size, type="SCALAR")
        return self._accessor(accessor, faces.tobytes(), ELEMENT_ARRAY_BUFFER)

    def windows(self) -> None:
        """The one picture: a tile of eight by eight window fields."""
        picture = _png(_window_tile())
        self._model.bufferViews.append(BufferView(buffer=0, byteOffset=self._length, byteLength=len(picture)))
        self._append(picture)
        self._model.images = [Picture(bufferView=len(self._model.bufferViews) - 1, mimeType="image/png")]
        self._model.samplers, self._model.textures = [Sampler()], [Texture(sampler=0, source=0)]
        self._model.materials[FACADE].pbrMetallicRoughness.baseColorTexture = TextureInfo(index=0)

    def _append(self, data: bytes) -> None:
        """Data and what fills it up to whole words."""
        self._parts.append(data + bytes(-len(data) % 4))
        self._length += len(self._parts[-1])

    def close(self) -> None:
        """Gives the buffer to the file."""
        self._model.buffers = [Buffer(byteLength=self._length)] if self._length else []
        self._model.set_binary_blob(b"".join(self._parts))

    def _accessor(self, accessor: Accessor, data: bytes, target: int) -> int:
        self._model.bufferViews.append(
            BufferView(buffer=0, byteOffset=self._length, byteLength=len(data), target=target)
        )
        self._append(data)
        accessor.bufferView = len(self._model.bufferViews) - 1
        self._model.accessors.append(accessor)
        return len(self._model.accessors) - 1


def _window_tile() -> NDArray[np.uint8]:
    """The stage's tile as a picture (rows from above, columns, red green blue): walls white, panes blue."""
    wall, bright, _ = np.moveaxis(facade_tile()[::-1] / 255.0, 2, 0)
    shade = np.clip(bright * 1.06, 0, 1)[..., None]
    tile: NDArray[np.uint8] = np.rint((wall[..., None] + (1 - wall[..., None]) * WINDOW) * shade * 255).astype(np.uint8)
    return tile


def _png(picture: NDArray[np.uint8]) -> bytes:
    """A picture as a PNG file."""
    rows, columns, _ = picture.shape
    image = PNMImage(columns, rows)
    packed = Panda()
    packed.setup2dTexture(columns, rows, Panda.TUnsignedByte, Panda.FRgb)
    packed.setRamImage(np.ascontiguousarray(picture[::-1, :, ::-1]).tobytes())
    packed.store(image)
    stream = StringStream()
    image.write(stream, "tile.png")
    return bytes(stream.getData())


def _pieces(mesh: geometry.Mesh) -> Iterator[tuple[int, Any, Any, Any, Any, NDArray[np.uint32]]]:
    """A mesh by material: number, positions, normals, colours (16 bit, linear), windows, triangles."""
    first = mesh.triangles[:, 0]
    kind = np.where(mesh.glow[first] > 0.5, SHINING, np.where(mesh.gloss[first] > 0.5, GLASS, MATT))
    uv = np.zeros((len(mesh.position), 2), np.float32) if mesh.uv is None else mesh.uv * np.float32(0.125)
    if mesh.uv is not None:
        corners = uv[mesh.triangles]
        kind[np.ptp(corners, axis=1).any(1)] = FACADE
    linear = np.where(mesh.colour <= 0.04045, mesh.colour / 12.92, ((mesh.colour + 0.055) / 1.055) ** 2.4)
    colour = np.full((len(linear), 4), 65535, np.uint16)
    colour[:, :3] = np.rint(linear * 65535)
    normal = mesh.normal / np.maximum(np.linalg.norm(mesh.normal, axis=1, keepdims=True), 1e-9)
    normal[np.linalg.norm(normal, axis=1) < 0.5] = (0, 0, 1)
    for material in np.unique(kind):
        used, faces = np.unique(mesh.triangles[kind == material], return_inverse=True)
        yield (
            int(material),
            mesh.position[used],
            normal[used].astype(np.float32),
            colour[used],
            uv[used] * FLIPPED if material == FACADE else None,
            faces.reshape(-1, 3).astype(np.uint32),
        )


def told(place: Place, path: Path, triangles: int) -> bytes:
    """What was written, for `--json`."""
    return msgspec.json.encode(
        {"place": place.slug, "file": str(path), "triangles": triangles, "bytes": path.stat().st_size}
    )
