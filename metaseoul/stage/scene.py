"""A place made ready to be drawn: its nodes, the words on its boards, the light on its ground, its season."""

from collections.abc import Iterator

import numpy as np
from panda3d.core import NodePath, Vec4

from metaseoul.stage import shaders
from metaseoul.stage.bake_indoors import room_rect
from metaseoul.stage.bake_outdoors import ground_rect
from metaseoul.stage.batches import letterings
from metaseoul.stage.build import SIGN_ORDER, built, relit, triangle_count
from metaseoul.stage.keeper import Costs, thinning
from metaseoul.stage.light import Light, Rect
from metaseoul.stage.lod import HIDDEN, Limits, chosen, thinned, to_box
from metaseoul.stage.measure import node_bytes
from metaseoul.stage.pack import Packed
from metaseoul.stage.programs import program
from metaseoul.stage.seasons import stands, variant
from metaseoul.stage.signs import signs
from metaseoul.stage.textures import fewest_mips, fill, texture
from metaseoul.stage.tiers import Tier
from worlds.shape import Place

OPEN, DIM = (255, 255, 128, 0), (150, 200, 128, 120)
"""Ground light until the bake is done: under the sky, in a room."""


class Scene:
    """One place; made on any thread, shown by the stage."""

    def __init__(self, place: Place, corners: list[Packed], tier: Tier, shaded: bool, season: str) -> None:
        self.place, self.season, self._shaded = place, season, shaded
        self.built = built(place, corners, tier, shaded)
        self.root = self.built.root
        self.months = [each.seasons for each in corners]
        self.lit = (-1, "")
        """Band of the sun and variant of the season of the light that was asked for; band -1: none yet."""
        self.ground = texture(
            "ground", np.full((4, 4, 4), DIM if place.indoor else OPEN, np.uint8), smooth=tier.smooth_mips
        )
        fewest_mips(self.ground)
        self.rect: Rect = room_rect(place) if place.indoor else ground_rect(place)
        clusters = self.built.clusters
        self._levels = np.full(len(clusters), -1, np.int8)
        self._low = np.array([cluster.low for cluster in clusters]).reshape(-1, 3)
        self._high = np.array([cluster.high for cluster in clusters]).reshape(-1, 3)
        self._setting = np.array([cluster.setting for cluster in clusters], bool)
        self._away = np.zeros(len(clusters), bool)
        self._costs = self._counted(corners)
        self._thinning = 1.0
        self.keep_to(tier)
        self._signs: NodePath | None = None
        self.show_season(season)

    @property
    def variant(self) -> str:
        """What stands there in this season, by the name under which its light is kept."""
        return variant(self.months, self.season)

    def show_season(self, season: str) -> None:
        """What stands there in a season, and nothing else."""
        self.season = season
        for shown in self.built.shown:
            if shown.path is not None and shown.seasons and not shown.levelled:
                (shown.path.show if stands(shown.seasons, season) else shown.path.hide)()
        self._away = np.array([not stands(cluster.seasons, season) for cluster in self.built.clusters], bool)

    def keep_to(self, tier: Tier) -> None:
        """Within the budget of a tier from now on."""
        self._thinning = thinning(self.place, self._costs, tier)

    def _counted(self, corners: list[Packed]) -> Costs:
        """What its clusters and its other batches cost."""
        counts = np.zeros((len(self._low), 3), np.int64)
        for row, cluster in zip(counts, self.built.clusters, strict=True):
            for level, path in cluster.levels.items():
                row[level] = triangle_count(path.node().getGeom(0))
        fixed = [
            (
                batch.corners["position"].min(0).astype(float),
                batch.corners["position"].max(0).astype(float),
                len(batch.triangles),
            )
            for batch in corners
            if batch.level < 0 and len(batch.corners)
        ]
        return Costs(self._low, self._high, self._setting, counts, fixed)

    def relevel(self, eye: tuple[float, float, float], limit: Limits) -> None:
        """The level of every cluster for an eye; what does not stand there in this season is hidden."""
        if not len(self._levels):
            return
        near = thinned(limit, self._thinning)
        level = chosen(self._levels, to_box(eye, self._low, self._high), self._setting, near)
        level[self._away] = HIDDEN
        for index in np.flatnonzero(level != self._levels):
            for number, path in self.built.clusters[index].levels.items():
                (path.show if number == level[index] else path.hide)()
        level[self._away] = -1  # when its season comes, its distance alone says how it begins
        self._levels = np.where(self._away & (self._levels == -1), self._levels, level).astype(np.int8)

    def take(self, light: Light) -> None:
        """Puts baked light on everything that stands there in this season."""
        relit([shown for shown in self.built.shown if stands(shown.seasons, self.season)], light)
        fill(self.ground, light.ground)
        self.rect = light.rect

    def letter(self, language: str) -> None:
        """The words on boards in a language."""
        if self._signs is not None:
            self._signs.removeNode()
        self._signs = signs(letterings(self.place), language)
        if self._signs is not None:
            self._signs.reparentTo(self.root)
            self._signs.setShader(program(shaders.SIGN_CORNERS, shaders.SIGN_PIXELS))
            self._signs.setTransparency(True)
            self._signs.setDepthWrite(False)
            self._signs.setDepthOffset(2)
            self._signs.setBin("fixed", SIGN_ORDER)

    def loads(self) -> Iterator[tuple[NodePath, int]]:
        """What the card has to be given before it can be shown, piece by piece, with its bytes; the ground first."""
        ground = self.ground.getXSize() * self.ground.getYSize() * 4
        paths = [shown.path for shown in self.built.shown] + ([self._signs] if self._signs is not None else [])
        for number, path in enumerate(path for path in paths if path is not None):
            size = node_bytes(path.node())
            if number == 0:
                path.setShaderInput("groundLight", self.ground)
            yield path, size + (ground if number == 0 else 0)
            if number == 0:
                path.clearShaderInput("groundLight")

    def show(self, root: NodePath) -> None:
        """Hangs it under a node, whose programs get the light of its ground."""
        self.root.reparentTo(root)
        self.bind(root)

    def bind(self, root: NodePath) -> None:
        """The light of its ground for the programs under a node."""
        x0, y0, x1, y1 = self.rect
        root.setShaderInput("groundLight", self.ground)
        root.setShaderInput("groundRect", Vec4(x0, y0, 1 / (x1 - x0), 1 / (y1 - y0)))

    def remove(self) -> None:
        """Takes it away for good."""
        self.root.removeNode()
