"""The people of a place: one vertex buffer per level, one sheet of bones, one sheet of states, one draw for shadows."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, radians
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from panda3d.core import (
    Geom,
    GeomNode,
    GeomVertexArrayFormat,
    GeomVertexFormat,
    InternalName,
    NodePath,
    OmniBoundingVolume,
    Texture,
    TransparencyAttrib,
    Vec4,
)

from metaseoul.stage import shaders
from metaseoul.stage.pack import bytes_of, fill_corners, fill_triangles, geom_of, registered, squares
from metaseoul.stage.programs import program
from metaseoul.stage.textures import fill_sheet, sheet
from metaseoul.stage.tiers import Tier
from worlds.avatar import CLIPS, FRAMES, LEVELS, bone_table, figure_of, forget_figures, height_of, palette
from worlds.sessions.wire import Look

MARGIN = 1.1
"""A citizen keeps a level until this much past its distance."""
CROWDED = 250
"""From this many citizens on fewer are drawn finely, so that what a crowd costs grows more slowly than the crowd."""
CORNER = [("position", "<f4", 3), ("colour", "u1", 4), ("facing", "u1", 4), ("bones", "u1", 4)]
"""colour and facing carry the citizen's row of the state sheet in their fourth bytes: high, low."""
LONG_AGO = 1e4
"""Seconds: who has just come has had the gesture for ever."""
FAR_LEVEL = 3
"""From this level on a body is bent in a simpler way."""
CLIP_ROW = {name: row * (FRAMES + 1) for row, name in enumerate(CLIPS)}


@dataclass
class Citizen:
    """One of the crowd, as last told."""

    row: int
    look: Look
    x: float
    y: float
    z: float
    heading: float
    gesture: str
    since: float
    level: int = -1


class Drawn(Protocol):
    """How citizens reach the screen: with programs, or as finished colours."""

    def show(self, level: int, people: list[Citizen]) -> None: ...
    def states(self, rows: NDArray[np.float32]) -> None: ...
    def tick(self, now: float) -> None: ...


class Crowd:
    """Who is here and at which level each is drawn; `update` once a frame."""

    def __init__(self, root: NodePath, tier: Tier, drawn: "Drawn | None" = None) -> None:
        self.root = root.attachNewNode("crowd")
        self.tier = tier
        self._people: dict[int, Citizen] = {}
        self._free: list[int] = []
        self._rows = np.zeros((64, 3, 4), np.float32)
        self._drawn: Drawn = drawn or ShadedCrowd(self.root, len(self._rows))
        self._stale: set[int] = set()
        self._moved = False
        self._base = 0.0

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, number: int) -> bool:
        return number in self._people

    @property
    def levels(self) -> dict[int, int]:
        """Level of each citizen by number; everyone who was put is in it."""
        return {number: citizen.level for number, citizen in self._people.items()}

    def put(
        self, number: int, look: Look, x: float, y: float, z: float, heading: float, gesture: str, t: float
    ) -> None:
        """Shows a citizen: metres in the place, heading in degrees (0 = +y, counter-clockwise), gesture since `t`."""
        citizen = self._people.get(number)
        if citizen is None:
            citizen = self._people[number] = Citizen(self._row(), look, x, y, z, heading, gesture, t)
            self._rows[citizen.row, 2] = (0.0, 0.0, 0.0, -LONG_AGO)
        elif citizen.look != look:
            citizen.look = look
            self._stale.add(citizen.level)
        if citizen.gesture != gesture:
            citizen.since = t
            self._rows[citizen.row, 2] = (*self._rows[citizen.row, 1, [0, 2, 3]], t - self._base)
        citizen.x, citizen.y, citizen.z, citizen.heading, citizen.gesture = x, y, z, heading, gesture
        clip = CLIPS[gesture]
        size = height_of(look)
        own = (number * 0.7548776662) % 1.0
        phase = -clip.rate * (citizen.since - self._base) + (0.0 if clip.once else own)
        pace = clip.rate * (1.0 if clip.once else 0.93 + 0.14 * own)
        if not clip.once:
            phase = own
        self._rows[citizen.row, 0] = (x, y, z, radians(heading))
        self._rows[citizen.row, 1] = (CLIP_ROW[gesture], size, -pace if clip.once else pace, phase)
        self._moved = True

    def remove(self, number: int) -> None:
        """Takes a citizen away; unknown numbers are ignored."""
        citizen = self._people.pop(number, None)
        if citizen is not None:
            self._free.append(citizen.row)
            self._rows[citizen.row] = 0.0
            self._stale.add(citizen.level)
            self._moved = True

    def keep(self, numbers: Iterable[int]) -> None:
        """Takes away everyone who is not named."""
        for number in set(self._people) - set(numbers):
            self.remove(number)

    def clear(self) -> None:
        """Takes everyone away."""
        self.keep(())

    def update(self, camera: tuple[float, float, float], now: float) -> None:
        """Once a frame: levels by distance from the camera (metres), bodies moved to the time `now` (seconds)."""
        if self._moved:
            self._drawn.states(self._rows)
            self._moved = False
        self._relevel(camera)
        for level in sorted(self._stale - {-1}):
            self._drawn.show(level, [citizen for citizen in self._people.values() if citizen.level == level])
        self._stale.clear()
        self._drawn.tick(now - self._base)

    def _relevel(self, camera: tuple[float, float, float]) -> None:
        """Nearest first, as many at each level as the tier allows; one who has a level leaves it late."""
        people = list(self._people.values())
        if not people:
            return
        at = np.array([(citizen.x, citizen.y, citizen.z + 1.0) for citizen in people])
        had = np.array([citizen.level for citizen in people])
        away = np.linalg.norm(at - np.asarray(camera), axis=1)
        level = levels(away, had, self.tier)
        for index in np.flatnonzero(level != had):
            self._stale.update((int(had[index]), int(level[index])))
            people[index].level = int(level[index])

    def _row(self) -> int:
        if self._free:
            return self._free.pop()
        row = len(self._people)
        if row >= len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        return row


def levels(away: NDArray[np.float64], had: NDArray[np.int64], tier: Tier) -> NDArray[np.int64]:
    """Level for each citizen by distance (n,), given the level each had (-1: none yet)."""
    reach = np.array(tier.crowd_reach)
    easier, harder = reach * MARGIN, reach / MARGIN
    by_distance = (away[:, None] >= reach).sum(1)
    kept = np.clip(had, (away[:, None] >= easier).sum(1), (away[:, None] >= harder).sum(1))
    level = np.where(had < 0, by_distance, kept)
    order = np.argsort(away - 0.5 * (had >= 0) * (had < LEVELS - 1), kind="stable")
    share = min(1.0, CROWDED / max(len(away), 1)) ** 0.5
    for finest, most in enumerate(ceil(many * share) for many in tier.crowd_most):
        over = order[level[order] <= finest][most:]
        level[over] = np.maximum(level[over], finest + 1)
    return level


@lru_cache(maxsize=1024)
def body(look: Look, level: int) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """A dressed citizen as corners without a row of state, and triangles."""
    figure = figure_of(look, level)
    corners = np.zeros(len(figure.position), CORNER)
    corners["position"] = figure.position
    corners["colour"][:, :3] = bytes_of(palette(look)[figure.dye] * figure.shade[:, None])
    corners["facing"][:, :3] = np.clip(np.rint(figure.normal * 127 + 128), 0, 255)
    corners["bones"][:, :2] = figure.bones
    corners["bones"][:, 2] = bytes_of(figure.weight)
    corners["bones"][:, 3] = np.where(figure.eyes, 255, 0)
    return corners, figure.triangles


def forget_bodies() -> None:
    """Nobody who was here is kept dressed."""
    body.cache_clear()
    forget_figures()


def assembled(people: list[Citizen], level: int) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """All bodies of one level in one buffer."""
    if not people:
        return np.zeros(0, CORNER), np.zeros((0, 3), np.uint32)
    bodies = [body(citizen.look, level) for citizen in people]
    counts = np.array([len(corners) for corners, _ in bodies])
    corners = np.concatenate([corners for corners, _ in bodies])
    rows = np.repeat([citizen.row for citizen in people], counts)
    corners["facing"][:, 3], corners["colour"][:, 3] = rows & 255, rows >> 8
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.uint32)
    triangles = np.concatenate([faces + start for (_, faces), start in zip(bodies, starts, strict=True)])
    return corners, triangles


def crowd_format() -> GeomVertexFormat:
    """The engine's description of CORNER."""
    columns = GeomVertexArrayFormat()
    columns.addColumn(InternalName.getVertex(), 3, Geom.NTFloat32, Geom.CPoint)
    for name in (InternalName.getColor(), InternalName.make("facing"), InternalName.make("bones")):
        columns.addColumn(name, 4, Geom.NTUint8, Geom.CColor)
    return registered(columns)


class ShadedCrowd:
    """Bodies bent by a program on the card; the sheet of states holds a row for each citizen."""

    def __init__(self, root: NodePath, rows: int) -> None:
        bones = bone_table()
        table = bones.reshape(bones.shape[0] * bones.shape[1], -1, 4)
        self._root = root
        self._bones = sheet("bones", table)
        self._states: Texture = sheet("states", np.zeros((rows, 3, 4), np.float32))
        self._size = (table.shape[1], table.shape[0])
        self._rows = rows
        self._nodes: list[NodePath] = []
        bodies = root.attachNewNode("bodies")
        near = shaders.CROWD_CORNERS.replace("FRAMES", f"{FRAMES}.")
        far = near.replace(shaders.HEAD, shaders.FAR)
        bodies.setBin("fixed", 1)
        bodies.setShaderInput("boneSheet", self._bones)
        for level in range(LEVELS):
            node = GeomNode(f"level-{level}")
            node.addGeom(geom_of(*assembled([], level), crowd_format(), moving=True))
            self._nodes.append(unbounded(bodies.attachNewNode(node)))
            self._nodes[-1].setShader(program(far if level >= FAR_LEVEL else near, shaders.PLAIN_PIXELS))
            self._nodes[-1].hide()
        self._shadows = root.attachNewNode("shadows")
        self._shadows.setShader(program(shaders.SHADOW_CORNERS, shaders.SHADOW_PIXELS))
        self._shadows.setTransparency(TransparencyAttrib.MAlpha)
        self._shadows.setBin("fixed", 40)
        self._shadows.setDepthWrite(False)
        self._shadows.setTwoSided(True)
        self._bind(rows)

    def show(self, level: int, people: list[Citizen]) -> None:
        """Rebuilds the buffer of one level."""
        node = self._nodes[level]
        if not people:
            node.hide()
            return
        corners, triangles = assembled(people, level)
        geom = node.node().modifyGeom(0)
        fill_corners(geom.modifyVertexData(), corners)
        fill_triangles(geom.modifyPrimitive(0), triangles, wide=True)
        node.show()

    def states(self, rows: NDArray[np.float32]) -> None:
        """Where everyone is and what they do."""
        if len(rows) != self._rows:
            self._states = sheet("states", rows)
            self._bind(len(rows))
        else:
            fill_sheet(self._states, rows)

    def tick(self, now: float) -> None:
        """The time of all movements."""
        self._root.setShaderInput("now", now)

    def _bind(self, rows: int) -> None:
        """Everything whose size follows the number of rows."""
        self._rows = rows
        self._root.setShaderInput("states", self._states)
        wide, high = self._size
        self._root.setShaderInput("sheet", Vec4(1 / wide, 1 / high, 1 / 3, 1 / rows))
        square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float32)
        points = np.zeros((rows, 4, 3), np.float32)
        points[..., :2], points[..., 2] = square, np.arange(rows)[:, None]
        triangles = squares(rows)
        for child in self._shadows.getChildren():
            child.removeNode()
        node = GeomNode("shadow")
        node.addGeom(geom_of(points.reshape(-1, 3), triangles, GeomVertexFormat.getV3()))
        unbounded(self._shadows.attachNewNode(node))


def unbounded(node: NodePath) -> NodePath:
    """A node that is never culled: its program decides where it is."""
    node.node().setBounds(OmniBoundingVolume())
    node.node().setFinal(True)
    return node
