"""Where the light of the shown place comes from: the cache, a baker beside the frames, or a bake between them."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from metaseoul.stage import cache, sky
from metaseoul.stage.bake_indoors import bake_indoors
from metaseoul.stage.bake_outdoors import Bake, bake_outdoors
from metaseoul.stage.edited import borrowed, remade
from metaseoul.stage.light import Light
from metaseoul.stage.memory import give_back
from metaseoul.stage.pack import Packed
from metaseoul.stage.seasons import stands, variant
from metaseoul.stage.workshop import Work, Workshop
from worlds.shape import Place

Progress = Callable[[float, str], None]
"""Told the share done (0..1) and a text key: "stage.building", "stage.light", "stage.ready"."""
SLICE_SECONDS = 0.006
"""How long a bake may work between two frames."""


def corners_of(place: Place) -> tuple[list[Packed], bool]:
    """The packed corners of a place, and whether the cache will give them again."""
    corners, kept, _ = corners_and_light(place, -1, "")
    return corners, kept


def corners_and_light(place: Place, band: int, season: str) -> tuple[list[Packed], bool, Light | None]:
    """The packed corners of a place, whether the cache will give them again, and light that is borrowed from the place
    as it was before an edit."""
    kept = cache.kept_batches(place)
    if kept is not None:
        return kept, True, None
    made, before = remade(place, band, season)
    light = borrowed(made, before, season) if before is not None and season else None
    return made, cache.keep_batches(place, made), light


class Lighting:
    """`ask` for the light of a place; what is not there at once comes out of `update` or `finish` later."""

    def __init__(self, base: Any, workshop: Workshop | None, shaded: bool) -> None:
        """`workshop`: where light is baked beside the frames; without one it is baked between them."""
        self._base, self._workshop, self._shaded = base, workshop, shaded
        self.progress: Progress = lambda done, key: None
        self._place: Place | None = None
        self._band, self._season, self._variant = -1, "", ""
        self._corners: list[Packed] | None = None
        self._bake: Bake | None = None
        self._work: Work | None = None
        self._heard = 0.0

    @property
    def baking(self) -> bool:
        """Whether light is still being baked."""
        return self._bake is not None or self._work is not None

    def ask(
        self, place: Place, band: int, season: str, months: list[tuple[str, ...]], corners: list[Packed] | None = None
    ) -> Light | None:
        """Kept light; else None, and it is begun. `months`: of the place's batches; `corners`: where none are kept."""
        self.end()
        self._place, self._band, self._season, self._corners = place, band, season, corners
        self._variant = variant(months, season)
        light = cache.kept_light(place, band, self._variant)
        if light is None and self._workshop is not None and (place.indoor or self._shaded):
            self._work, self._heard = self._workshop.order(place, band, season), 0.0
        elif light is None:
            self._bake = self._begun()
        return light

    def update(self) -> Light | None:
        """Once a frame: a little work, and the light when it is done."""
        if self._work is not None:
            return self._fetched(self._work)
        end = perf_counter() + SLICE_SECONDS
        while self._bake is not None:
            light, frame = self._step()
            if light is not None:
                return light
            if frame or perf_counter() >= end:
                break
        return None

    def finish(self) -> Light | None:
        """The light that is being baked, here and now; nothing is drawn but what the bake needs."""
        if self._work is not None:
            self._work = None
            self._bake = self._begun()
        while self._bake is not None:
            light, frame = self._step()
            if frame:
                self._base.graphicsEngine.renderFrame()
            if light is not None:
                return light
        return None

    def end(self) -> None:
        """Ends the bake that goes on here; a baker goes on until the workshop gets another order or closes."""
        if self._bake is not None:
            self._bake.close()
        self._bake = self._work = None

    def _begun(self) -> Bake | None:
        """The bake of the light, to be done step by step; None where it cannot be done."""
        assert self._place is not None
        corners = [each for each in self._corners or corners_of(self._place)[0] if stands(each.seasons, self._season)]
        sun = sky.sun_direction(sky.BANDS[self._band])
        if self._place.indoor:
            return bake_indoors(self._place, corners, sun)
        return bake_outdoors(self._base, self._place, corners, sun) if self._shaded else None

    def _fetched(self, work: Work) -> Light | None:
        """What the baker has done; what it could not do is begun here."""
        assert self._place is not None
        if not work.ended:
            if work.share > self._heard:
                self._heard = work.share
                self.progress(work.share, "stage.light")
            return None
        self._work = None
        light = cache.kept_light(self._place, work.band, self._variant) if work.kept else None
        if light is None:
            self._bake = self._begun()
            return None
        self.progress(1.0, "stage.ready")
        give_back()
        return light

    def _step(self) -> tuple[Light | None, bool]:
        """One step of the bake: the light when it was the last, and whether a frame must be drawn before the next."""
        assert self._bake is not None
        assert self._place is not None
        try:
            step = next(self._bake)
        except StopIteration as finished:
            self._bake = None
            light: Light = finished.value
            cache.keep_light(self._place, self._band, self._variant, light)
            self.progress(1.0, "stage.ready")
            return light, True
        self.progress(step.done, "stage.light")
        return None, step.frame
