"""A fixed flight of the camera through a place, and what each frame of it costs.

Times are the lesser of two draws at each position: the machine may be busy, the picture is the same. `cpu` is all
threads' time in a frame; app, cull and draw are what this thread spends on its own work, on choosing what is seen and
on telling the driver. Every draw is waited for (gl-finish).
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from panda3d.core import DisplayRegion, GeomNode, PythonCallbackObject

from metaseoul.bench.first import first_frame
from metaseoul.shot import MOMENT
from metaseoul.stage.flight import flight
from metaseoul.stage.renderer import Canvas, canvas, offscreen
from metaseoul.stage.sample_crowd import gather
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import NEAR_FAR, NEAR_FAR_INDOORS, Tier
from worlds.shape import Place

REPEATS = 2
BUDGETS = (
    ("draw_calls", "draws"),
    ("triangles", "triangles"),
    ("texture_bytes", "texture_bytes"),
    ("buffer_bytes", "buffer_bytes"),
)
"""Key of a figure, and the tier's limit for it."""


@dataclass(frozen=True)
class Scenery:
    """A place and how many sample figures stand in it."""

    place: Place
    avatars: int


@dataclass(frozen=True)
class Frame:
    """One position of the flight: its view, counts, and seconds."""

    view: str
    draws: int
    triangles: int
    vertices: int
    wall: float
    cpu: float
    app: float
    cull: float
    draw: float


class Clock:
    """Seconds that a display region spends on cull and draw, by the engine's own callbacks."""

    def __init__(self, region: DisplayRegion) -> None:
        self.cull = self.draw = 0.0
        region.setCullCallback(PythonCallbackObject(self._culled))
        region.setDrawCallback(PythonCallbackObject(self._drawn))

    def _culled(self, data: Any) -> None:
        start = time.perf_counter()
        data.upcall()
        self.cull += time.perf_counter() - start

    def _drawn(self, data: Any) -> None:
        start = time.perf_counter()
        data.upcall()
        self.draw += time.perf_counter() - start

    def read(self) -> tuple[float, float]:
        """What was spent since the last look."""
        spent, self.cull, self.draw = (self.cull, self.draw), 0.0, 0.0
        return spent


def flown(
    scenery: Sequence[Scenery],
    tiers: Sequence[Tier],
    size: tuple[int, int],
    count: int,
    first: bool,
    progress: Callable[[str], None],
) -> dict[str, Any]:
    """All figures, as `--json` prints them. Raises NoRenderer."""
    base = offscreen()
    views: list[dict[str, Any]] = []
    for tier in tiers:
        for scene in scenery:
            progress(f"{scene.place.slug}, {scene.avatars}, {tier.name}")
            views += _views(scene, tier, *frames_of(base, scene, tier, size, count))
    told: dict[str, Any] = {
        "renderer": base.win.getGsg().getDriverRenderer() or base.pipe.getType().getName(),
        "size": f"{size[0]}x{size[1]}",
        "views": views,
    }
    if first:
        slugs = dict.fromkeys(scene.place.slug for scene in scenery)
        told["first_frames"] = [first_frame(slug, size, tiers[0].name) for slug in slugs]
        by_place = {one["place"]: one for one in told["first_frames"]}
        for view in views:
            view["first_frame_s"] = by_place[view["place"]]["warm_s"]
    return told


def frames_of(base: Any, scene: Scenery, tier: Tier, size: tuple[int, int], count: int) -> tuple[list[Frame], Any]:
    """The flight through one scene, and what the stage keeps for it."""
    place = scene.place
    stage = Stage(base, tier)
    drawn = canvas(base, size, tier.samples, stage.root)
    try:
        stage.enter(place)
        drawn.buffer.setActive(False)
        stage.finish_bake()
        drawn.buffer.setActive(True)
        gather(stage.crowd, place, scene.avatars)
        drawn.lens.setNearFar(*(NEAR_FAR_INDOORS if place.indoor else NEAR_FAR))
        clock = Clock(drawn.buffer.getDisplayRegion(drawn.buffer.getNumDisplayRegions() - 1))
        frames = []
        for number, (name, view) in enumerate(flight(place, count)):
            drawn.lens.setMinFov(view.fov)
            drawn.camera.setPos(*view.eye)
            drawn.camera.lookAt(*view.target)
            if not number:
                for _ in range(3):  # programs are compiled, buffers sent
                    stage.update(drawn.camera, MOMENT, size[1])
                    base.graphicsEngine.renderFrame()
                clock.read()
            frames.append(_frame(base, stage, drawn, clock, name, MOMENT + number / 30, size[1]))
        return frames, stage.measure(drawn.camera)
    finally:
        drawn.close()
        stage.close()


def _frame(base: Any, stage: Stage, drawn: Canvas, clock: Clock, name: str, now: float, height: int) -> Frame:
    """One position, drawn more than once; the least of each figure."""
    taken = []
    for _ in range(REPEATS):
        cpu, start = time.process_time(), time.perf_counter()
        stage.update(drawn.camera, now, height)
        app = time.perf_counter() - start
        base.graphicsEngine.renderFrame()
        wall = time.perf_counter() - start
        taken.append((wall, time.process_time() - cpu, app, *clock.read()))
    cost = stage.measure(drawn.camera)
    return Frame(
        name, cost.draws, cost.triangles, _vertices(stage), *(min(column) for column in zip(*taken, strict=True))
    )


def _vertices(stage: Stage) -> int:
    """Corners of all that is not hidden; those that several triangles share count once."""
    return sum(
        path.node().getGeom(number).getVertexData().getNumRows()
        for path in stage.root.findAllMatches("**/+GeomNode")
        if isinstance(path.node(), GeomNode) and not path.isHidden()
        for number in range(path.node().getNumGeoms())
    )


def _views(scene: Scenery, tier: Tier, frames: list[Frame], kept: Any) -> list[dict[str, Any]]:
    """One entry for the whole flight, and one for each view that it leaves."""
    names = dict.fromkeys(frame.view for frame in frames)
    parts = {"flight": frames} | {name: [frame for frame in frames if frame.view == name] for name in names}
    return [_entry(scene, tier, name, part, kept) for name, part in parts.items()]


def _entry(scene: Scenery, tier: Tier, name: str, frames: list[Frame], kept: Any) -> dict[str, Any]:
    wall = np.array([frame.wall for frame in frames]) * 1000
    told: dict[str, Any] = {
        "place": scene.place.slug,
        "view": name,
        "tier": tier.name,
        "avatars": scene.avatars,
        "draw_calls": max(frame.draws for frame in frames),
        "triangles": max(frame.triangles for frame in frames),
        "vertices": max(frame.vertices for frame in frames),
        "texture_bytes": kept.texture_bytes,
        "buffer_bytes": kept.buffer_bytes,
        "frame_ms": {f"p{share}": round(float(np.percentile(wall, share)), 2) for share in (50, 95, 99)},
        "cpu_ms": _middle(frames, "cpu"),
        "cpu": {part: _middle(frames, part) for part in ("app", "cull", "draw")},
        "first_frame_s": None,
    }
    told["over"] = [key for key, limit in BUDGETS if told[key] > getattr(tier, limit)]
    return told


def _middle(frames: list[Frame], name: str) -> float:
    """The median of a figure, milliseconds."""
    return round(float(np.median([getattr(frame, name) for frame in frames])) * 1000, 2)
