"""A place as few large meshes: cut by cluster, material and level, so that a view costs few draw calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from metaseoul.stage.seasons import EVERGREEN, Months, both, through_the_year
from metaseoul.stage.weave import subset, tessellated
from worlds.geometry.build import Forms, drawn
from worlds.geometry.mesh import Floats, Mesh, joined, moved, placing
from worlds.shape import (
    Detail,
    Group,
    Leaves,
    Place,
    Ridge,
    Ring,
    Scatter,
    Shape,
    Sign,
    Stripe,
    Tower,
    Tree,
    Water,
    Words,
)

GROUND, PLAIN, FACADE, WATER = "ground", "plain", "facade", "water"
"""Materials: lit by the ground's light map, lit by corner, walls with the window tile, moving water."""
LEVELS = 3
CELL, ROOM_CELL = 75.0, 15.0
"""Metres: a cluster wider than this (outdoors, indoors) is cut into cells, each with its own level of detail."""
FARTHEST_LIT = 200.0
"""Metres from the middle of a place within which light is baked; beyond, everything stands in the open."""
FASTEST = 2.0
"""Metres a second: the swiftest water."""
TWIG = 0.1
"""How much bark follows the season: hardly."""
TURNS = {"ginkgo": 4 / 3, "maple": 5 / 3, "cherry": 2.0}
"""Kinds of trees that have a season of their own (metaseoul/stage/sky.py), as the share that their leaves carry."""
WOODS = ("wood", "oak", "oak_floor", "ash")
"""Colours whose floors are laid of planks; a ground's corners carry that as their gloss, which no ground has."""


@dataclass(frozen=True)
class Batch:
    """One mesh to draw in one call."""

    cluster: str
    cell: int
    material: str
    level: int
    """0 fine .. 2 coarse; -1: the same at every distance."""
    setting: bool
    """Whether a weak device may leave it out from afar."""
    mesh: Mesh
    leaf: Floats
    """(n,) how much each corner follows the season, 0..2: grass and leaves; of water: its flow (see `flowing`)."""
    seasons: Months = ()
    """When it stands there; empty: always."""


@dataclass(frozen=True)
class Lettering:
    """Words on a board: its four corners (4, 3) from below left as one reads it, and the ink's colour."""

    words: Words
    corners: NDArray[np.float64]
    colour: str
    ink: str


ORDER = {GROUND: 0, PLAIN: 1, FACADE: 2, WATER: 3}


def batches(place: Place, known: frozenset[str] = frozenset()) -> list[Batch]:
    """All batches of a place, in a fixed order: ground first, then cluster by cluster; without those that are only of
    clusters in `known`, whose meshes somebody has already."""
    pieces: dict[tuple[str, int, str, int, bool, Months], list[tuple[Mesh, Floats]]] = {}
    forms = Forms()
    for group in place.parts:
        if group.name in known:
            for stem in _meshes_of(group, 0, forms, shared=True):
                for material, _, piece in _cut(stem, WHOLE):
                    if material != PLAIN:
                        leaf = (
                            flowing(stem.flow[1], len(piece.position)) if material == WATER else _leafiness(stem, piece)
                        )
                        pieces.setdefault(("", 0, material, -1, False, stem.seasons), []).append((piece, leaf))
            continue
        coarse = _meshes_of(group, LEVELS - 1, forms)
        extent = _extent(coarse or _meshes_of(group, 0, forms), ROOM_CELL if place.indoor else CELL)
        for level in range(LEVELS):
            for stem in coarse if level == LEVELS - 1 else _meshes_of(group, level, forms):
                for material, cells, piece in _cut(stem, extent):
                    if level and material != PLAIN:
                        continue
                    leaf = flowing(stem.flow[1], len(piece.position)) if material == WATER else _leafiness(stem, piece)
                    setting = group.detail is not Detail.ESSENTIAL
                    for cell in np.unique(cells):
                        cut, kept = subset(piece, cells == cell)
                        if material == PLAIN:
                            key = (group.name, int(cell), material, level, setting, stem.seasons)
                        else:
                            key = ("", 0, material, -1, False, stem.seasons)
                        pieces.setdefault(key, []).append((cut, leaf[kept]))
    made = []
    for key, parts in sorted(pieces.items(), key=lambda item: (ORDER[item[0][2]], item[0][:2], item[0][3:])):
        whole = joined(piece for piece, _ in parts)
        leaf = np.concatenate([leaf for piece, leaf in parts if len(piece.triangles)] or [np.zeros(0, np.float32)])
        batch = Batch(*key[:5], whole, leaf, key[5])
        if key[2] in (GROUND, WATER):
            batch = _fine_ground(batch, place)
        elif place.indoor:
            batch = _fine_walls(batch, place)
        if len(batch.mesh.triangles):
            made.append(batch)
    return made


def letterings(place: Place) -> list[Lettering]:
    """Every board with words, where it stands."""
    found = []
    for group in place.parts:
        for part, matrix, _ in _leaves_of(group, np.eye(4), 0):
            if isinstance(part, Sign):
                width, height = part.size
                front = np.array(
                    [
                        (-width / 2, -0.046, 0, 1),
                        (width / 2, -0.046, 0, 1),
                        (width / 2, -0.046, height, 1),
                        (-width / 2, -0.046, height, 1),
                    ]
                )
                full = matrix @ placing(part.at, part.turn)
                found.append(Lettering(part.words, (front @ full.T)[:, :3], part.colour, part.ink))
    return found


def _leaves_of(
    part: Shape, matrix: NDArray[np.float64], level: int, months: Months = ()
) -> Iterator[tuple[Shape, NDArray[np.float64], Months]]:
    """Parts that are not groups, as they look through the year, with the matrix of the group they stand in."""
    if not drawn(part, level):
        return
    if isinstance(part, Group):
        inner = matrix @ placing(part.at, part.turn)
        when = both(months, part.seasons)
        for child in part.parts if when is not None else ():
            yield from _leaves_of(child, inner, level, when or ())
        return
    for look, own in through_the_year(part):
        when = both(months, own)
        if when is not None:
            yield look, matrix, when


@dataclass(frozen=True)
class Stem:
    """A part that is no group, where it stands."""

    part: Shape
    mesh: Mesh
    seasons: Months
    flow: tuple[float, float]
    """Metres a second to the east and north; of water."""

    @property
    def kind(self) -> Shape:
        """What it is, or what it scatters."""
        return _kind(self.part)


WHOLE = (np.zeros(2), np.full(2, 1e9), np.ones(2, np.int64))
"""The extent of what is not cut into cells."""


def _kind(part: Shape) -> Shape:
    """What a part is, or what it scatters."""
    return part.of if isinstance(part, Scatter) else part


def _shared(part: Shape) -> bool:
    """Whether some of a part is drawn together with other clusters': ground, walls with the window tile, water."""
    kind = _kind(part)
    return kind.floor or isinstance(kind, Ring | Stripe | Tower | Water)


def _meshes_of(group: Group, level: int, forms: Forms, shared: bool = False) -> list[Stem]:
    """The parts of a cluster with something to draw at a level, each with its mesh where it stands; `shared`: only
    those of which some is drawn together with other clusters'."""
    made = (
        Stem(part, moved(forms.own(part, level), matrix @ placing(part.at, part.turn)), months, _flow(part, matrix))
        for part, matrix, months in _leaves_of(group, np.eye(4), level)
        if (not shared or _shared(part)) and not (level and isinstance(_kind(part), Tower))  # they have one level
    )
    return [stem for stem in made if len(stem.mesh.triangles)]


def _flow(part: Shape, matrix: NDArray[np.float64]) -> tuple[float, float]:
    """How water flows, in the place's own directions."""
    if not isinstance(part, Water):
        return (0.0, 0.0)
    east, north = (matrix @ placing((0, 0, 0), part.turn))[:2, :2] @ np.array(part.flow)
    return (float(east), float(north))


def flowing(speed: float, count: int) -> Floats:
    """A speed of at most `FASTEST` metres a second as a share 0..1, once for each of `count` corners."""
    return np.full(count, np.clip(0.5 + 0.5 * speed / FASTEST, 0, 1), np.float32)


def _extent(meshes: Sequence[Stem], cell: float) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Lower corner, size of a cell and number of cells of a cluster (x, y)."""
    points = np.concatenate([stem.mesh.position for stem in meshes] or [np.zeros((1, 3), np.float32)])
    low, high = points[:, :2].min(0).astype(float), points[:, :2].max(0).astype(float)
    count = np.ceil((high - low) / cell).astype(np.int64).clip(1, 3)
    return low, (high - low) / count + 1e-6, count


def _cut(
    stem: Stem, extent: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]
) -> Iterator[tuple[str, NDArray[np.int64], Mesh]]:
    """The materials of a part, with the cell of each triangle; a copy in a scatter is never cut in two."""
    kind, part, whole = stem.kind, stem.part, stem.mesh
    if isinstance(kind, Water):
        calm = replace(whole, uv=None, gloss=flowing(stem.flow[0], len(whole.position)))
        yield WATER, np.zeros(len(whole.triangles), np.int64), calm
        return
    if isinstance(kind, Tower):
        yield FACADE, np.zeros(len(whole.triangles), np.int64), replace(whole, uv=whole.uv)
        return
    plain = whole if whole.uv is None else replace(whole, uv=None)
    ground = np.zeros(len(plain.triangles), bool)
    if kind.floor or isinstance(kind, Ring | Stripe):
        ground = plain.normal[plain.triangles].mean(1)[:, 2] > 0.9
        if ground.any():
            planks = np.full(len(plain.position), np.float32(getattr(kind, "colour", "") in WOODS))
            yield GROUND, np.zeros(int(ground.sum()), np.int64), subset(replace(plain, gloss=planks), ground)[0]
        if ground.all():
            return
        plain, _ = subset(plain, ~ground)
    copies = len(part.spots) if isinstance(part, Scatter) else 1
    each = max(len(plain.position) // copies, 1)
    owner = plain.triangles[:, 0] // each
    low, size, count = extent
    sums = np.array([np.bincount(owner, weights=plain.position[plain.triangles[:, 0], axis]) for axis in (0, 1)]).T
    middle = sums / np.maximum(np.bincount(owner), 1)[:, None]
    column, row = ((middle - low) / size).astype(np.int64).clip(0, count - 1).T
    cells = (column * 8 + row)[owner]
    if isinstance(kind, Ridge):
        cells = np.zeros_like(cells)
    yield PLAIN, cells, plain


def _leafiness(stem: Stem, piece: Mesh) -> Floats:
    """Which corners follow the season: leaves, and everything as green as grass; above 1 it says how a tree turns."""
    kind = stem.kind
    red, green, blue = piece.colour.T
    lawn = np.clip((green - np.maximum(red, blue) - 0.03) * 12, 0, 1) * (green - blue > 0.12)
    if isinstance(kind, Tree):
        bark = np.abs(piece.colour - piece.colour.max(1, keepdims=True)).max(1) < 0.22
        bark &= (red > green) & (red < 0.62)
        share = TURNS.get(kind.kind, 0.12 if kind.kind in EVERGREEN else 1.0)
        return np.asarray(np.where(bark | (kind.kind == "bare"), TWIG, share), np.float32)
    if isinstance(kind, Leaves):
        return np.asarray(np.where(green > red * 0.9, 1.0, 0.6), np.float32)
    if isinstance(kind, Ring | Stripe) or kind.floor:
        return np.asarray(lawn, np.float32)
    return np.zeros(len(piece.position), np.float32)


def _fine_ground(batch: Batch, place: Place) -> Batch:
    """Ground cut fine enough for haze and light to be interpolated: 36 m near the middle, wider farther out."""
    x0, y0, x1, y1 = place.bounds
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    reach = max(x1 - x0, y1 - y0) / 2

    def longest(points: NDArray[np.float64]) -> NDArray[np.float64]:
        away = np.linalg.norm(points[:, :2] - middle, axis=1)
        return np.asarray(np.maximum(36.0, (away - reach) * 0.6))

    fine, source = tessellated(batch.mesh, longest)
    return replace(batch, mesh=fine, leaf=batch.leaf[source])


def _fine_walls(batch: Batch, place: Place) -> Batch:
    """Indoor surfaces cut so that light may change across a wall; slender things and the world outside stay whole."""
    x0, y0, x1, y1 = place.bounds
    limit = float(np.clip(np.sqrt((x1 - x0) * (y1 - y0)) / 14, 0.9, 2.2)) * (1.0, 2.0, 6.0)[max(batch.level, 0)]
    corners = batch.mesh.position[batch.mesh.triangles].astype(np.float64)
    sides = np.linalg.norm(np.roll(corners, -1, 1) - corners, axis=2)
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    middle = corners.mean(1)
    inside = (middle[:, 0] > x0 - 1) & (middle[:, 0] < x1 + 1) & (middle[:, 1] > y0 - 1) & (middle[:, 1] < y1 + 1)
    broad = (area / np.maximum(sides.max(1), 1e-6) > 0.5) & inside
    if not broad.any():
        return batch
    wide, used = subset(batch.mesh, broad)
    fine, source = tessellated(wide, lambda points: np.full(len(points), limit))
    rest, kept = subset(batch.mesh, ~broad)
    leaf = [batch.leaf[used][source]] + ([batch.leaf[kept]] if len(rest.triangles) else [])
    return replace(batch, mesh=joined([fine, rest]), leaf=np.concatenate(leaf))
