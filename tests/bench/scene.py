"""The scene that others draw: a place as the stage shows it from its first view, its light painted into the corners.

Every batch at the level it is shown with, and the citizens in their poses, become one unlit glTF file; the camera's
flight lies beside it as JSON, in glTF's frame (y up). Less than what the stage itself draws: no map of light on the
ground, no sky, no reflections; so the others are given the easier work.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from pygltflib import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    GLTF2,
    UNSIGNED_INT,
    Accessor,
    Asset,
    Attributes,
    Buffer,
    BufferView,
    Material,
    Mesh,
    Node,
    PbrMetallicRoughness,
    Primitive,
    Scene,
)

from metaseoul.bench.render import Scenery
from metaseoul.shot import MOMENT
from metaseoul.stage import sky
from metaseoul.stage.crowd import CORNER as BODY
from metaseoul.stage.crowd import Crowd, assembled
from metaseoul.stage.flight import flight
from metaseoul.stage.pack import corner_columns
from metaseoul.stage.plain import bent, lit
from metaseoul.stage.renderer import canvas, offscreen
from metaseoul.stage.sample_crowd import gather
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import Tier


def written(scene: Scenery, tier: Tier, size: tuple[int, int], count: int, folder: Path) -> dict[str, int]:
    """Writes scene.glb and path.json into a folder; how many nodes and triangles it has."""
    base = offscreen()
    stage = Stage(base, tier)
    drawn = canvas(base, (64, 36), 0, stage.root)
    way = flight(scene.place, count)
    try:
        stage.enter(scene.place)
        drawn.buffer.setActive(False)
        stage.finish_bake()
        gather(stage.crowd, scene.place, scene.avatars)
        drawn.camera.setPos(*way[0][1].eye)
        drawn.camera.lookAt(*way[0][1].target)
        drawn.lens.setMinFov(way[0][1].fov)
        stage.update(drawn.camera, MOMENT, size[1])
        meshes = [*_batches(stage), *_bodies(stage.crowd)]
    finally:
        drawn.close()
        stage.close()
    _save(meshes, folder / "scene.glb")
    path = [{"eye": _upright(view.eye), "target": _upright(view.target), "fov": view.fov} for _, view in way]
    (folder / "path.json").write_text(json.dumps(path), encoding="utf-8")
    return {"nodes": len(meshes), "triangles": sum(len(faces) for _, _, _, faces in meshes)}


Painted = tuple[str, np.ndarray, np.ndarray, np.ndarray]
"""Name, positions (n, 3), display colours (n, 3), triangles (m, 3)."""


def _batches(stage: Stage) -> list[Painted]:
    """What is shown of the place, painted."""
    air, sun = sky.air(sky.FIRST_HOUR), sky.sun_direction(sky.BANDS[sky.band(sky.FIRST_HOUR)])
    found = []
    assert stage.place is not None
    for path in stage.root.find(f"**/{stage.place.slug}/drawn").findAllMatches("**/+GeomNode"):
        if path.isHidden():
            continue
        for number in range(path.node().getNumGeoms()):
            geom = path.node().getGeom(number)
            data = geom.getVertexData().getArray(0)
            columns = corner_columns(data.getArrayFormat().getStride() > 24)
            corners = np.frombuffer(memoryview(data).cast("B"), columns)
            colours = lit(corners, air, sun, sky.FIRST_SEASON, True)
            found.append((path.getName(), corners["position"].astype(np.float32), colours, _triangles(geom)))
    return found


def _triangles(geom: Any) -> np.ndarray:
    rows = geom.getPrimitive(0).getVertices()
    wide = rows.getArrayFormat().getStride() == 4
    return np.frombuffer(memoryview(rows).cast("B"), np.uint32 if wide else np.uint16).reshape(-1, 3)


def _bodies(crowd: Crowd) -> list[Painted]:
    """The citizens, level by level, as they stand at the moment of the picture."""
    found = []
    people = list(crowd._people.values())
    for level in sorted({citizen.level for citizen in people}):
        corners, triangles = assembled([citizen for citizen in people if citizen.level == level], level)
        assert corners.dtype == np.dtype(BODY)
        position, normal = bent(corners, crowd._rows, MOMENT)
        light = 0.72 + 0.28 * normal @ np.array([-0.5, -0.5, 0.7], np.float32)
        colours = np.clip(corners["colour"][:, :3] / 255 * light[:, None], 0, 1)
        found.append((f"citizens-{level}", position.astype(np.float32), colours, triangles))
    return found


def _upright(point: tuple[float, float, float]) -> list[float]:
    x, y, z = point
    return [x, z, -y]


def _save(meshes: list[Painted], path: Path) -> None:
    """One unlit file."""
    look = PbrMetallicRoughness(metallicFactor=0.0, roughnessFactor=1.0)
    unlit = Material(name="painted", pbrMetallicRoughness=look, extensions={"KHR_materials_unlit": {}})
    model = GLTF2(asset=Asset(version="2.0"), materials=[unlit], extensionsUsed=["KHR_materials_unlit"])
    blob = bytearray()

    def accessor(rows: np.ndarray, kind: int, shape: str, target: int, limits: bool = False) -> int:
        model.bufferViews.append(BufferView(buffer=0, byteOffset=len(blob), byteLength=rows.nbytes, target=target))
        blob.extend(rows.tobytes())
        made = Accessor(bufferView=len(model.bufferViews) - 1, componentType=kind, count=len(rows), type=shape)
        if limits:
            made.min, made.max = rows.min(0).tolist(), rows.max(0).tolist()
        model.accessors.append(made)
        return len(model.accessors) - 1

    for name, position, colour, triangles in meshes:
        upright = np.ascontiguousarray(position[:, [0, 2, 1]] * np.array([1, 1, -1], np.float32))
        linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
        primitive = Primitive(
            attributes=Attributes(
                POSITION=accessor(upright, FLOAT, "VEC3", ARRAY_BUFFER, True),
                COLOR_0=accessor(linear.astype(np.float32), FLOAT, "VEC3", ARRAY_BUFFER),
            ),
            indices=accessor(triangles.reshape(-1).astype(np.uint32), UNSIGNED_INT, "SCALAR", ELEMENT_ARRAY_BUFFER),
            material=0,
        )
        model.meshes.append(Mesh(name=name, primitives=[primitive]))
        model.nodes.append(Node(name=name, mesh=len(model.meshes) - 1))
    model.scenes, model.scene = [Scene(nodes=list(range(len(model.nodes))))], 0
    model.buffers = [Buffer(byteLength=len(blob))]
    model.set_binary_blob(bytes(blob))
    model.save(str(path))
