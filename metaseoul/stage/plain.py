"""The city where a renderer knows no programs: light is worked out here and given as finished colours."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from panda3d.core import GeomNode, NodePath, Vec4

from metaseoul.stage import sky
from metaseoul.stage.batches import WATER
from metaseoul.stage.build import Built
from metaseoul.stage.crowd import CORNER, Citizen, assembled
from metaseoul.stage.dome import dome_mesh
from metaseoul.stage.light import LAMP, SKY, SUN
from metaseoul.stage.pack import LEAF_UNIT, coloured_format, fill_corners, fill_triangles, geom_of, normal_of
from metaseoul.stage.seasons import SNOW, stands
from worlds.avatar import FRAMES, bone_table
from worlds.geometry.mesh import Floats

COLOURED = [("position", "<f4", 3), ("colour", "u1", 4)]


def tone(light: Floats, exposure: float) -> Floats:
    """Linear light as display colours, by the same curve as the programs'."""
    c = np.maximum(light, 0) * exposure
    c = c * (c * 2.1 + 0.12) / (c * (c * 2.0 + 0.62) + 0.16)
    return np.sqrt(np.clip(c, 0, 1))


def lit(corners: NDArray[np.void], air: sky.Air, sun: sky.Colour, season: str, leafy: bool) -> Floats:
    """Display colours (n, 3) of packed corners, without what depends on the viewer; `leafy`: they carry a share of the
    season's tint."""
    normal = normal_of(corners)
    albedo = corners["colour"][:, :3] / np.float32(255)
    if leafy:
        leaf = corners["facing"][:, 3] / np.float32(255 * LEAF_UNIT)
        tints = np.array([sky.SEASONS[season], *sky.TURNING[season]], np.float32)[np.digitize(leaf, (1.17, 1.5, 1.83))]
        share = np.where(leaf > 1.17, tints[:, 3], np.minimum(leaf * tints[:, 3], 1))[:, None]
        albedo = albedo + ((albedo @ [0.35, 0.5, 0.15])[:, None] * tints[:, :3] - albedo) * share
    lying = (
        SNOW.get(season, 0.0) * np.clip((normal[:, 2:] - 0.3) / 0.45, 0, 1) * (corners["light"][:, SKY : SKY + 1] > 150)
    )
    albedo = (albedo + (np.array((0.88, 0.91, 0.95)) - albedo) * lying * (0.0 if not air.fog[0] else 1.0)) ** 2
    light = corners["light"] / np.float32(255)
    facing = np.maximum(normal @ np.array(sun, np.float32), 0) * light[:, SUN]
    up = (normal[:, 2:] * 0.5 + 0.5) * (np.array(air.sky) - air.bounce) + air.bounce
    openness = 1 - (1 - light[:, SKY : SKY + 1]) * 0.86
    total = facing[:, None] * air.sun + (up + 0.35 * np.array(air.bounce)) * openness
    total = total + light[:, LAMP : LAMP + 1] * air.lamp
    shine = light[:, 2:3] * air.night * np.array((0.95, 0.60, 0.24))
    return tone((albedo * total + shine).astype(np.float32), air.exposure)


class PlainLook:
    """Repaints a place when its air changes, and hangs a coloured sky behind it."""

    def __init__(self) -> None:
        self._sky: NodePath | None = None

    def paint(self, place: Built, air: sky.Air, sun: sky.Colour, season: str, root: NodePath, base: Any) -> None:
        """Finished colours for every batch, as lit by what each holds of baked light."""
        for shown in place.shown:
            if not stands(shown.seasons, season):
                continue
            assert shown.corners is not None
            assert shown.triangles is not None
            made = np.zeros(len(shown.corners), COLOURED)
            made["position"] = shown.corners["position"]
            made["colour"][:, :3] = np.rint(lit(shown.corners, air, sun, season, shown.material != WATER) * 255)
            made["colour"][:, 3] = 255
            shown.node.removeAllGeoms()
            shown.node.addGeom(geom_of(made, shown.triangles, coloured_format()))
        low = tone(np.array([air.haze_cool], np.float32), air.exposure)[0]
        base.win.setClearColorActive(True)
        base.win.setClearColor(Vec4(*(float(value) for value in low), 1))
        if self._sky is not None:
            self._sky.removeNode()
        self._sky = painted_sky(air)
        self._sky.reparentTo(root)


def painted_sky(air: sky.Air) -> NodePath:
    """A dome in the colours of the air; it is large instead of going with the camera."""
    points, triangles = dome_mesh()
    share = (1 - (1 - np.clip(points[:, 2:], 0, 1)) ** 2.6).astype(np.float32)
    made = np.zeros(len(points), COLOURED)
    made["position"] = points * 4000
    made["colour"][:, :3] = np.rint(
        tone(np.array(air.haze_cool) * (1 - share) + np.array(air.zenith) * share, air.exposure) * 255
    )
    made["colour"][:, 3] = 255
    node = GeomNode("sky")
    node.addGeom(geom_of(made, triangles, coloured_format()))
    path = NodePath(node)
    path.setTwoSided(True)
    path.setBin("background", 0)
    path.setDepthWrite(False)
    return path


class PlainCrowd:
    """Bodies bent in numpy, at the two coarsest levels only."""

    FINEST = 2

    def __init__(self, root: NodePath) -> None:
        self._people: dict[int, list[Citizen]] = {}
        self._rows: NDArray[np.float32] = np.zeros((0, 3, 4), np.float32)
        self._node = GeomNode("bodies")
        self._node.addGeom(geom_of(np.zeros(0, COLOURED), np.zeros((0, 3), np.uint32), coloured_format(), moving=True))
        root.attachNewNode(self._node)

    def show(self, level: int, people: list[Citizen]) -> None:
        """Who is at a level."""
        self._people[level] = people

    def states(self, rows: NDArray[np.float32]) -> None:
        """Where everyone is and what they do."""
        self._rows = rows

    def tick(self, now: float) -> None:
        """Bodies at a time, seconds."""
        parts = [assembled(people, max(level, self.FINEST)) for level, people in sorted(self._people.items()) if people]
        corners = np.concatenate([part for part, _ in parts]) if parts else np.zeros(0, CORNER)
        starts = np.cumsum([0, *(len(part) for part, _ in parts)])
        faces = [triangles + np.uint32(start) for (_, triangles), start in zip(parts, starts, strict=False)]
        made = np.zeros(len(corners), COLOURED)
        if len(corners):
            position, normal = bent(corners, self._rows, now)
            made["position"] = position
            light = 0.72 + 0.28 * normal @ np.array([-0.5, -0.5, 0.7], np.float32)
            made["colour"][:, :3] = np.clip(corners["colour"][:, :3] * light[:, None], 0, 255)
            made["colour"][:, 3] = 255
        geom = self._node.modifyGeom(0)
        fill_corners(geom.modifyVertexData(), made)
        fill_triangles(
            geom.modifyPrimitive(0), np.concatenate(faces) if faces else np.zeros((0, 3), np.uint32), wide=True
        )


def bent(corners: NDArray[np.void], rows: NDArray[np.float32], now: float) -> tuple[Floats, Floats]:
    """Positions and normals (n, 3) of bodies at a time: what the crowd's program does, in numpy."""
    who = corners["facing"][:, 3].astype(int) + 256 * corners["colour"][:, 3].astype(int)
    state = rows[who]
    cycle = now * np.abs(state[:, 1, 2]) + state[:, 1, 3]
    cycle = np.where(state[:, 1, 2] < 0, np.clip(cycle, 0, 0.9999), cycle % 1.0) * FRAMES
    frame = np.floor(cycle).astype(int)
    part = (cycle - frame).astype(np.float32)[:, None, None]
    table = bone_table().reshape(-1, bone_table().shape[2], 3, 4)
    first_row = state[:, 1, 0].astype(int) + frame
    weight = (corners["bones"][:, 2] / np.float32(255))[:, None, None]
    matrices = [
        table[first_row, corners["bones"][:, bone]] * (1 - part)
        + table[first_row + 1, corners["bones"][:, bone]] * part
        for bone in (0, 1)
    ]
    matrix = matrices[0] * weight + matrices[1] * (1 - weight)
    normal = normal_of(corners)
    local = (np.einsum("nij,nj->ni", matrix[:, :, :3], corners["position"]) + matrix[:, :, 3]) * state[:, 1, 1:2]
    facing = np.einsum("nij,nj->ni", matrix[:, :, :3], normal)
    cosine, sine = np.cos(state[:, 0, 3]), np.sin(state[:, 0, 3])

    def turned(points: Floats) -> Floats:
        x, y, z = points.T
        return np.stack([cosine * x - sine * y, sine * x + cosine * y, z], 1).astype(np.float32)

    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-6)
    return turned(local) + state[:, 0, :3], turned(facing)
