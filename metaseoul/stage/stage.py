"""The stage: shows one place at a time, with its people, its light and its hour."""

from typing import Any

from panda3d.core import NodePath, Vec3

from metaseoul.stage import cache, sky
from metaseoul.stage.atmosphere import air_of, breathe
from metaseoul.stage.build import SKY_ORDER, WEATHER_ORDER, regrained, swatches
from metaseoul.stage.crowd import Crowd, forget_bodies
from metaseoul.stage.dome import dome
from metaseoul.stage.light import Light
from metaseoul.stage.lighting import Lighting, Progress, corners_and_light, corners_of
from metaseoul.stage.lod import limits
from metaseoul.stage.measure import Measure, measure
from metaseoul.stage.memory import give_back
from metaseoul.stage.neighbours import Neighbours
from metaseoul.stage.pack import Packed
from metaseoul.stage.plain import PlainCrowd, PlainLook
from metaseoul.stage.scene import Scene
from metaseoul.stage.textures import facade_tile, ground_grain, texture
from metaseoul.stage.tiers import Tier
from metaseoul.stage.weather import Weather, falls
from metaseoul.stage.workshop import ONLY_CORNERS, Workshop, seem_kept
from worlds.shape import Place

LOOKOUT = 100.0
"""Metres above the sea from which a place looks down on the city through clearer air."""


class Stage:
    """Draws places under `root`. `enter` a place, `update` once a frame."""

    def __init__(self, base: Any, tier: Tier, language: str = "ko", workshop: Workshop | None = None) -> None:
        """`workshop`: where light is baked beside the frames; without one it is baked between them."""
        self._base, self.tier, self._language, self._workshop = base, tier, language, workshop
        self.shaded = bool(base.win.getGsg().getSupportsBasicShaders())
        self.root = NodePath("city")
        self._hour, self._season = sky.FIRST_HOUR, sky.FIRST_SEASON
        self._falling = True
        self._scene: Scene | None = None
        self._packed: list[Packed] | None = None
        self._lighting = Lighting(base, workshop, self.shaded)
        self.crowd = Crowd(self.root, tier, None if self.shaded else PlainCrowd(self.root))
        self._plain = None if self.shaded else PlainLook()
        self._weather: Weather | None = None
        self._grain = False
        self._learnt = False
        """Whether the driver knows every material."""
        self._neighbours = Neighbours(self.root)
        self.brought = 0
        """Bytes of neighbouring places that went to the card in the last frame."""
        if self.shaded:
            dome(self.root, tier.clouds, SKY_ORDER)
            self._weather = Weather(self.root, WEATHER_ORDER)
            self.root.setShaderInput("facade", texture("facade", facade_tile(), repeat=True, smooth=tier.smooth_mips))
            self.root.setShaderInput("camPos", Vec3(0, 0, 2))
            self.root.setShaderInput("now", 0.0)
            self.set_tier(tier)

    @property
    def place(self) -> Place | None:
        """The place that is shown."""
        return None if self._scene is None else self._scene.place

    # --- a place

    def enter(self, place: Place, progress: Progress | None = None) -> None:
        """Shows a place at once; when its light is not in the cache it is baked during the coming frames."""
        beside = self._neighbours.take(place)
        self._clear(beside is not None)
        self._lighting.progress = progress or (lambda done, key: None)
        if beside is None:
            self._lighting.progress(0.0, "stage.building")
            corners, again, light = corners_and_light(place, sky.band(self._hour), self._season)
            beside = self._made(place, corners)
            if light is not None:
                beside.take(light)
            self._packed = None if again else corners
            del corners
            give_back()
        if self.shaded and not self._learnt:
            self._neighbours.learn(swatches(self.tier))
            self._learnt = True
        self._scene = beside
        beside.show(self.root)
        self.set_time(self._hour, self._season)

    def prepare(self, place: Place) -> None:
        """On a thread: makes a neighbouring place ready, so that `enter` shows it within a frame. Frames go on, and
        `update` brings what was made to the card, a little in each."""
        if not self.shaded or self.beside(place):
            return
        since = self._neighbours.cleared
        if self._workshop is not None and not cache.are_kept(place):
            self._workshop.make_corners(place)
        corners, _ = corners_of(place)
        scene = self._made(place, corners)
        band = sky.band(self._hour)
        light = cache.kept_light(place, band, scene.variant)
        if light is not None:
            scene.take(light)
            scene.lit = (band, scene.variant)
        self._neighbours.bring(scene, since)

    def prepared(self, place: Place) -> bool:
        """Whether a place can be entered with no pause."""
        return self._neighbours.ready(place)

    def want(self, place: Place) -> None:
        """Somebody may go there soon: of the places that are ready it is the last to be given up."""
        self._neighbours.want(place)

    def beside(self, place: Place) -> bool:
        """Whether a place is shown, ready, or on its way."""
        return place is self.place or self._neighbours.known(place)

    def _made(self, place: Place, corners: list[Packed]) -> Scene:
        scene = Scene(place, corners, self.tier, self.shaded, self._season)
        if self.shaded:
            scene.letter(self._language)
        return scene

    def leave(self) -> None:
        """Takes the place and its people off the stage and ends its bake."""
        self._clear()
        self._neighbours.clear()
        if self._workshop is not None:
            self._workshop.close()

    def forget_neighbours(self) -> None:
        """Only what is shown stays in memory: no other place, and nobody's looks."""
        self._neighbours.clear()
        forget_bodies()

    def expect(self, slug: str, place: Place | None = None) -> None:
        """Before entering: what is not kept of a place begins to be made beside the frames; as the plan has it, as long
        as the place itself is not known."""
        workshop = self._workshop
        if workshop is None or workshop.is_at(slug) or (seem_kept(slug) if place is None else cache.are_kept(place)):
            return
        self._lighting.end()
        band = sky.band(self._hour) if self.shaded or (place is not None and place.indoor) else ONLY_CORNERS
        if place is None:
            workshop.begin(slug, band, self._season)
        else:
            workshop.order(place, band, self._season)

    def await_corners(self, place: Place) -> None:
        """Before entering, on a thread: waits while the workshop is about to have the corners of a place."""
        if self._workshop is not None:
            self._workshop.await_corners(place.slug)

    def _clear(self, kept: bool = False) -> None:
        """Nothing is shown; what was shown may be `kept` as a neighbour."""
        self._lighting.end()
        self.crowd.clear()
        if self._scene is not None and kept:
            self._neighbours.keep(self._scene)
        elif self._scene is not None:
            self._scene.remove()
        self._scene = self._packed = None

    def close(self) -> None:
        """Leaves the place and frees the stage."""
        self.leave()
        self.root.removeNode()

    def set_language(self, language: str) -> None:
        """The words on boards in another language."""
        self._language = language
        if self._scene is not None and self.shaded:
            self._scene.letter(language)

    def set_time(self, hour: float, season: str = sky.FIRST_SEASON) -> None:
        """The hour 0..24 and the season (spring, summer, autumn, winter)."""
        self._hour, self._season = hour % 24.0, season
        if self._scene is None:
            return
        if season != self._scene.season:
            self._scene.show_season(season)
        self._relight(self._scene)
        self._breathe()

    def set_falling(self, falling: bool) -> None:
        """Whether petals, rain, leaves and snow may fall."""
        self._falling = falling
        self._breathe()

    def set_tier(self, tier: Tier) -> None:
        """Draws as another tier does, but for its clouds and its samples a pixel."""
        grain, self.tier, self.crowd.tier = self._grain, tier, tier
        if self._scene is not None:
            self._scene.keep_to(tier)
        self._grain = tier.grain and self.shaded
        if self._grain and not grain:
            self.root.setShaderInput("grain", texture("grain", ground_grain(), repeat=True))
        if self._scene is not None and self._grain != grain:
            regrained(self._scene.built, tier)
        self._breathe()

    @property
    def baking(self) -> bool:
        """Whether light is still being baked."""
        return self._lighting.baking

    def finish_bake(self) -> None:
        """Bakes to the end, here and now, drawing nothing but what the bake needs."""
        self._take(self._lighting.finish())

    # --- a frame

    def update(self, camera: NodePath, now: float, height: int = 720) -> None:
        """Once a frame, before it is drawn: levels, people, haze for this camera; `height` of the picture in pixels."""
        eye = camera.getPos(self.root)
        where = (float(eye.x), float(eye.y), float(eye.z))
        self.root.setShaderInput("camPos", Vec3(eye))
        if self._scene is not None:
            opening = camera.node().getLens().getVfov()
            self._scene.relevel(where, limits(self.tier.pixels, self.tier.setting_reach, height, opening))
        self.crowd.update(where, now)
        self._take(self._lighting.update())
        self.brought = self._neighbours.step()

    def measure(self, camera: NodePath) -> Measure:
        """What the view of a camera costs, and all that is kept for the place."""
        return measure(self.root, camera)

    # --- inside

    def _relight(self, scene: Scene) -> None:
        """The light of the present band and season: out of the cache, or it comes later and the old one stays."""
        wanted = (sky.band(self._hour), scene.variant)
        if scene.lit == wanted:
            return
        scene.lit = wanted
        light = self._lighting.ask(scene.place, wanted[0], self._season, scene.months, self._packed)
        if light is not None:
            self._take(light)
            self._lighting.progress(1.0, "stage.ready")

    def _take(self, light: Light | None) -> None:
        """Puts baked light on the stage."""
        if light is None or self._scene is None:
            return
        self._scene.take(light)
        self._scene.bind(self.root)
        if self._plain is not None:
            self._breathe()

    def _breathe(self) -> None:
        """Air, sun, season and weather of the moment."""
        if self._scene is None:
            return
        place = self._scene.place
        sun = sky.sun_direction(sky.BANDS[max(self._scene.lit[0], 0)])
        falling = falls(self._season, self._hour) if self._falling and not place.flown else None
        cloud = falling.cloud if falling is not None else 0.0
        aloft = place.flown or place.origin[2] > LOOKOUT
        if self._plain is not None:
            air = air_of(self._hour, place.indoor, cloud, aloft)
            self._plain.paint(self._scene.built, air, sun, self._season, self.root, self._base)
            return
        breathe(self.root, self._hour, sun, place.indoor, self._season, cloud, aloft)
        if self._weather is not None:
            self._weather.set(None if place.indoor else falling, self.tier.flakes)
