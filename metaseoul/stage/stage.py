"""The stage: shows one place at a time, with its people, its light and its hour."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
from panda3d.core import NodePath, Texture, Vec2, Vec3, Vec4

from metaseoul.stage import cache, shaders, sky
from metaseoul.stage.bake_indoors import bake_indoors, room_rect
from metaseoul.stage.bake_outdoors import Bake, bake_outdoors, ground_rect
from metaseoul.stage.batches import batches, letterings
from metaseoul.stage.build import SIGN_ORDER, SKY_ORDER, Built, built, regrained, relit, triangle_count
from metaseoul.stage.crowd import Crowd
from metaseoul.stage.dome import dome
from metaseoul.stage.light import Light, Rect
from metaseoul.stage.lod import chosen, limits, to_box
from metaseoul.stage.memory import give_back
from metaseoul.stage.pack import Bytes, Packed, packed
from metaseoul.stage.plain import PlainCrowd, PlainLook
from metaseoul.stage.programs import program
from metaseoul.stage.signs import signs
from metaseoul.stage.textures import facade_tile, fill, ground_grain, texture
from metaseoul.stage.tiers import Tier
from metaseoul.stage.workshop import Work, Workshop
from worlds.shape import Place

Progress = Callable[[float, str], None]
"""Told the share done (0..1) and a text key: "stage.building", "stage.light", "stage.ready"."""
SLICE_SECONDS = 0.006
"""How long the bake may work between two frames."""

OPEN, DIM = (255, 255, 128, 0), (0, 190, 128, 150)
"""Ground light until the bake is done: under the sky, in a room."""


@dataclass(frozen=True)
class Measure:
    """What one view costs."""

    draws: int
    triangles: int
    texture_bytes: int
    buffer_bytes: int


class Stage:
    """Draws places under `root`. `enter` a place, `update` once a frame."""

    def __init__(self, base: Any, tier: Tier, language: str = "ko", workshop: Workshop | None = None) -> None:
        """`workshop`: where light is baked beside the frames; without one it is baked between them."""
        self._base, self.tier, self._language, self._workshop = base, tier, language, workshop
        self.shaded = bool(base.win.getGsg().getSupportsBasicShaders())
        self.root = NodePath("city")
        self.place: Place | None = None
        self._hour, self._season = sky.FIRST_HOUR, "spring"
        self._packed: list[Packed] | None = None
        self._built: Built | None = None
        self._signs: NodePath | None = None
        self._levels = np.zeros(0, np.int8)
        self._bake: Bake | None = None
        self._work: Work | None = None
        self._heard = 0.0
        self._band = -1
        self._progress: Progress | None = None
        self._ground = texture("ground", np.full((4, 4, 4), OPEN, np.uint8), smooth=tier.smooth_mips)
        self.crowd = Crowd(self.root, tier, None if self.shaded else PlainCrowd(self.root))
        self._plain = None if self.shaded else PlainLook()
        if self.shaded:
            self._sky = dome(tier.clouds, SKY_ORDER)
            self._sky.reparentTo(self.root)
            self.root.setShaderInput("groundLight", self._ground)
            self.root.setShaderInput("facade", texture("facade", facade_tile(), repeat=True, smooth=tier.smooth_mips))
            self.root.setShaderInput("camPos", Vec3(0, 0, 2))
            self.root.setShaderInput("now", 0.0)
            self.set_tier(tier)

    # --- a place

    def enter(self, place: Place, progress: Progress | None = None) -> None:
        """Shows a place at once; when its light is not in the cache it is baked during the coming frames."""
        self._clear()
        self.place, self._progress = place, progress
        self._tell(0.0, "stage.building")
        corners, again = self._corners(place)
        self._built = built(place, corners, self.tier, self.shaded)
        self._packed = None if again else corners
        self._built.root.reparentTo(self.root)
        self._levels = np.full(len(self._built.clusters), -1, np.int8)
        if self.shaded:
            self._letter()
        self._band = -1
        self.set_time(self._hour, self._season)
        del corners
        give_back()

    def leave(self) -> None:
        """Takes the place and its people off the stage and ends its bake."""
        self._clear()
        if self._workshop is not None:
            self._workshop.close()

    def await_corners(self, place: Place) -> None:
        """Before entering, on a thread: waits while the workshop is about to have the corners of a place."""
        if self._workshop is not None:
            self._workshop.await_corners(place.slug)

    def _clear(self) -> None:
        self._end_bake()
        self.crowd.clear()
        for node in (self._built.root if self._built else None, self._signs):
            if node is not None:
                node.removeNode()
        self._built = self._signs = self.place = None

    def close(self) -> None:
        """Leaves the place and frees the stage."""
        self.leave()
        self.root.removeNode()

    def set_language(self, language: str) -> None:
        """The words on boards in another language."""
        self._language = language
        if self.place is not None and self.shaded:
            self._letter()

    def set_time(self, hour: float, season: str = "spring") -> None:
        """The hour 0..24 and the season (spring, summer, autumn, winter)."""
        self._hour, self._season = hour % 24.0, season
        if self.place is None:
            return
        band = sky.band(hour)
        if band != self._band:
            self._band = band
            self._light_for(band)
        self._breathe()

    def set_tier(self, tier: Tier) -> None:
        """Draws as another tier does, but for its clouds and its samples a pixel."""
        self.tier = self.crowd.tier = tier
        if tier.grain:
            self.root.setShaderInput("grain", texture("grain", ground_grain(), repeat=True))
        if self._built is not None and self.shaded:
            regrained(self._built, tier)

    @property
    def baking(self) -> bool:
        """Whether light is still being baked."""
        return self._bake is not None or self._work is not None

    def finish_bake(self) -> None:
        """Bakes to the end, here and now, drawing nothing but what the bake needs."""
        if self._work is not None:
            self._end_bake()
            self._bake = self._bake_here()
        while self._bake is not None:
            if self._step():
                self._base.graphicsEngine.renderFrame()

    # --- a frame

    def update(self, camera: NodePath, now: float, height: int = 720) -> None:
        """Once a frame, before it is drawn: levels, people, haze for this camera; `height` of the picture in pixels."""
        eye = camera.getPos(self.root)
        where = (float(eye.x), float(eye.y), float(eye.z))
        self.root.setShaderInput("camPos", Vec3(eye))
        self._relevel(where, camera.node().getLens().getVfov(), height)
        self.crowd.update(where, now)
        if self._work is not None:
            self._fetch(self._work)
        if self._bake is not None:
            end = perf_counter() + SLICE_SECONDS
            while self._bake is not None and not self._step() and perf_counter() < end:
                pass

    def measure(self, camera: NodePath) -> Measure:
        """What the view of a camera costs: nodes in its sight, what they hold, and all that is kept for the place."""
        frustum = camera.node().getLens().makeBounds()
        draws = triangles = 0
        for node in self.root.findAllMatches("**/+GeomNode"):
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
        return Measure(draws, triangles, self._texture_bytes(), self._buffer_bytes())

    # --- inside

    def _tell(self, done: float, key: str) -> None:
        if self._progress is not None:
            self._progress(done, key)

    def _letter(self) -> None:
        if self._signs is not None:
            self._signs.removeNode()
        assert self.place is not None
        self._signs = signs(letterings(self.place), self._language)
        if self._signs is not None:
            self._signs.reparentTo(self.root)
            self._signs.setShader(program(shaders.SIGN_CORNERS, shaders.SIGN_PIXELS))
            self._signs.setTransparency(True)
            self._signs.setDepthWrite(False)
            self._signs.setDepthOffset(2)
            self._signs.setBin("fixed", SIGN_ORDER)

    def _sun(self) -> tuple[float, float, float]:
        return sky.sun_direction(sky.BANDS[max(self._band, 0)])

    def _corners(self, place: Place) -> tuple[list[Packed], bool]:
        """The packed corners of a place, and whether the cache will give them again."""
        kept = cache.kept_batches(place)
        if kept is not None:
            return kept, True
        made = [packed(batch) for batch in batches(place)]
        return made, cache.keep_batches(place, made)

    def _light_for(self, band: int) -> None:
        """Light out of the cache, or a bake that begins; until it is done the old light stays."""
        assert self.place is not None
        self._end_bake()
        light = cache.kept_light(self.place, band)
        if light is not None:
            self._take(light)
            self._tell(1.0, "stage.ready")
        elif self._workshop is not None and (self.place.indoor or self.shaded):
            self._work, self._heard = self._workshop.order(self.place, band), 0.0
        else:
            self._bake = self._bake_here()
        if light is None:
            rect = room_rect(self.place) if self.place.indoor else ground_rect(self.place)
            self.root.setShaderInput(
                "groundRect", Vec4(rect[0], rect[1], 1 / (rect[2] - rect[0]), 1 / (rect[3] - rect[1]))
            )
            fill(
                self._ground,
                np.full((4, 4, 4), (150, 200, 128, 120) if self.place.indoor else (255, 255, 128, 0), np.uint8),
            )

    def _bake_here(self) -> Bake | None:
        """The bake of this place's light, to be done step by step; None where it cannot be done."""
        assert self.place is not None
        if self.place.indoor:
            return bake_indoors(self.place, self._packed or self._corners(self.place)[0], self._sun())
        if self.shaded:
            return bake_outdoors(self._base, self.place, self._packed or self._corners(self.place)[0], self._sun())
        return None

    def _end_bake(self) -> None:
        """Ends the bake that goes on here; a baker goes on until the workshop gets another order or closes."""
        if self._bake is not None:
            self._bake.close()
        self._bake = self._work = None

    def _fetch(self, work: Work) -> None:
        """Looks what the baker has done; what it could not do is done here."""
        assert self.place is not None
        if not work.ended:
            if work.share > self._heard:
                self._heard = work.share
                self._tell(work.share, "stage.light")
            return
        self._work = None
        light = cache.kept_light(self.place, work.band) if work.kept else None
        if light is None:
            self._bake = self._bake_here()
            return
        self._take(light)
        del light
        give_back()
        self._tell(1.0, "stage.ready")

    def _step(self) -> bool:
        """One step of the bake; True when a frame must be drawn before the next."""
        assert self._bake is not None
        assert self.place is not None
        try:
            step = next(self._bake)
            self._tell(step.done, "stage.light")
        except StopIteration as finished:
            self._bake = None
            cache.keep_light(self.place, self._band, finished.value)
            self._take(finished.value)
            self._tell(1.0, "stage.ready")
            return True
        return step.frame

    def _take(self, light: Light) -> None:
        """Puts baked light on the stage."""
        assert self._built is not None
        relit(self._built, light)
        self._map_ground(light.ground, light.rect)
        if self._plain is not None:
            self._breathe()

    def _map_ground(self, picture: Bytes, rect: Rect) -> None:
        fill(self._ground, picture)
        x0, y0, x1, y1 = rect
        self.root.setShaderInput("groundRect", Vec4(x0, y0, 1 / (x1 - x0), 1 / (y1 - y0)))

    def _breathe(self) -> None:
        """Air, sun and season as the programs want them."""
        assert self.place is not None
        outside = sky.air(self._hour)
        air = sky.indoors(outside) if self.place.indoor else outside
        sun = self._sun()
        if self._plain is not None:
            if self._built is not None:
                self._plain.paint(self._built, air, sun, self.root, self._base)
            return
        root = self.root
        root.setShaderInput("sunDir", Vec3(*sun))
        for name, value in (
            ("sunCol", air.sun), ("skyCol", air.sky), ("bounceCol", air.bounce), ("zenith", air.zenith),
            ("fogCool", air.haze_cool), ("fogWarm", air.haze_warm), ("lampCol", air.lamp),
        ):  # fmt: skip
            root.setShaderInput(name, Vec3(*value))
        shine = sky.scaled((0.95, 0.60, 0.24), air.night)
        pane = sky.scaled(sky.mixed(outside.haze_cool, (1.0, 1.0, 1.0), 0.35 * (1 - outside.night)), 1.5)
        root.setShaderInput(
            "lampGlow", Vec3(*(sky.scaled((0.95, 0.74, 0.47), 0.7 + 0.3 * air.night) if self.place.indoor else shine))
        )
        root.setShaderInput("paneGlow", Vec3(*(pane if self.place.indoor else shine)))
        root.setShaderInput("night", air.night)
        root.setShaderInput("exposure", air.exposure)
        root.setShaderInput("fogPar", Vec4(*air.fog))
        root.setShaderInput("seasonTint", Vec4(*sky.SEASONS[self._season]))
        root.setShaderInput("hemisphere", Vec2(0.5, 1.0) if self.place.indoor else Vec2(1.0, 0.86))
        root.setShaderInput("groundDepth", Vec2(0.6, 0.35) if self.place.indoor else Vec2(0.58, 0.84))
        away = np.array([-sun[0], -sun[1]]) / max(float(np.hypot(sun[0], sun[1])), 1e-6)
        strength = 0.0 if self.place.indoor else min(1.0, air.sun[0])
        root.setShaderInput("shadowDir", Vec3(float(away[0]), float(away[1]), strength))

    def _relevel(self, eye: tuple[float, float, float], opening: float, height: int) -> None:
        """The level of every cluster, near ones drawn first."""
        if self._built is None or not self._built.clusters:
            return
        clusters = self._built.clusters
        distance = to_box(eye, np.array([c.low for c in clusters]), np.array([c.high for c in clusters]))
        setting = np.array([cluster.setting for cluster in clusters])
        level = chosen(
            self._levels, distance, setting, limits(self.tier.pixels, self.tier.setting_reach, height, opening)
        )
        for index in np.flatnonzero(level != self._levels):
            for number, path in clusters[index].levels.items():
                if number == level[index]:
                    path.show()
                else:
                    path.hide()
        self._levels = level

    def _texture_bytes(self) -> int:
        """Bytes of all textures, with their smaller copies."""
        total = 0
        nodes = [self.root, *self.root.findAllMatches("**")]
        for found in {each for node in nodes for each in _textures(node)}:
            size = found.getXSize() * found.getYSize() * found.getNumComponents() * found.getComponentWidth()
            total += size * 4 // 3 if found.usesMipmaps() else size
        return int(total)

    def _buffer_bytes(self) -> int:
        """Bytes of all corners and triangles."""
        total = 0
        for path in self.root.findAllMatches("**/+GeomNode"):
            for geom in path.node().getGeoms():
                total += geom.getVertexData().getArray(0).getDataSizeBytes()
                total += sum(p.getVertices().getDataSizeBytes() for p in geom.getPrimitives() if p.isIndexed())
        return int(total)


def _textures(path: NodePath) -> list[Texture]:
    """Textures that a node brings."""
    found = list(path.findAllTextures())
    for name in ("groundLight", "facade", "grain", "clouds", "boneSheet", "states", "words"):
        given = path.getShaderInput(name)
        if given and given.getTexture():
            found.append(given.getTexture())
    return found
