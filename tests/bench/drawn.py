"""One engine, one process: `python -m tests.bench.drawn ours|naive PLACE AVATARS TIER WIDTHxHEIGHT FRAMES`, JSON.

`ours`: the stage. `naive`: what one would write first with the same engine: a node for every part, lit per pixel by
panda3d-simplepbr with its sun, no levels of detail (shadows off: with them the software driver falls over).
"""

import json
import os
import sys
import time
from typing import Any

STARTED = time.time()


def ours(words: list[str]) -> dict[str, Any]:
    """The stage's own flight."""
    from metaseoul.bench.render import frames_of
    from metaseoul.stage.renderer import offscreen

    scene, tier, size, count = _asked(words)
    base = offscreen()
    frames, _ = frames_of(base, scene, tier, size, count)
    return {
        "renderer": base.win.getGsg().getDriverRenderer(),
        "frames": [frame.wall * 1000 for frame in frames],
        "draw_calls": max(frame.draws for frame in frames),
        "triangles": max(frame.triangles for frame in frames),
        "rss_mb": resident(),
    }


def naive(words: list[str]) -> dict[str, Any]:
    """A node for every part."""
    import numpy as np
    import simplepbr
    from panda3d.core import (
        AmbientLight,
        DirectionalLight,
        Geom,
        GeomNode,
        GeomTriangles,
        GeomVertexData,
        GeomVertexFormat,
        NodePath,
        PythonTask,
    )

    from metaseoul.bench.render import REPEATS
    from metaseoul.stage.flight import flight
    from metaseoul.stage.renderer import canvas, offscreen
    from metaseoul.stage.tiers import NEAR_FAR
    from worlds.avatar import figure_of, palette, sample_look
    from worlds.geometry import mesh
    from worlds.shape import Group, Scatter, Shape

    scene, _, size, count = _asked(words)
    base = offscreen()
    root = NodePath("naive")
    drawn = canvas(base, size, 0, root)
    made = 0

    def node(under: NodePath, position: Any, normal: Any, colour: Any, triangles: Any) -> NodePath:
        nonlocal made
        made += 1
        rows = np.zeros(len(position), [("p", "<f4", 3), ("n", "<f4", 3), ("c", "u1", 4)])
        rows["p"], rows["n"] = position, normal
        rows["c"][:, :3], rows["c"][:, 3] = np.rint(np.clip(colour, 0, 1) * 255), 255
        data = GeomVertexData("part", GeomVertexFormat.getV3n3c4(), Geom.UHStatic)
        data.uncleanSetNumRows(len(rows))
        writer = memoryview(data.modifyArray(0)).cast("B")
        if len(writer) == rows.nbytes:
            writer[:] = rows.view(np.uint8).reshape(-1).data
        faces = GeomTriangles(Geom.UHStatic)
        faces.setIndexType(Geom.NTUint32)
        index = faces.modifyVertices()
        index.uncleanSetNumRows(triangles.size)
        memoryview(index).cast("B")[:] = np.ascontiguousarray(triangles, np.uint32).view(np.uint8).reshape(-1).data
        geom = Geom(data)
        geom.addPrimitive(faces)
        holder = GeomNode("part")
        holder.addGeom(geom)
        return under.attachNewNode(holder)

    def put(part: Shape, under: NodePath) -> None:
        if isinstance(part, Group):
            inner = under.attachNewNode(part.name)
            inner.setPos(*part.at)
            inner.setH(part.turn)
            for child in part.parts:
                put(child, inner)
            return
        copies = [part.of] * len(part.spots) if isinstance(part, Scatter) else []
        whole = mesh(part)
        if not len(whole.triangles):
            return
        if not copies:
            node(under, whole.position, whole.normal, whole.colour, whole.triangles)
            return
        each, corners = len(whole.triangles) // len(copies), len(whole.position) // len(copies)
        for number in range(len(copies)):
            rows = slice(number * corners, (number + 1) * corners)
            faces = whole.triangles[number * each : (number + 1) * each] - number * corners
            node(under, whole.position[rows], whole.normal[rows], whole.colour[rows], faces)

    for part in scene.place.parts:
        put(part, root)
    for number in range(scene.avatars):
        look = sample_look(number + 3)
        figure = figure_of(look, 0)
        body = node(root, figure.position, figure.normal, palette(look)[figure.dye], figure.triangles)
        body.setPos((number % 10 - 5) * 6.0, (number // 10 - 5) * 5.0, 0.3)
    sun, fill = DirectionalLight("sun"), AmbientLight("sky")
    sun.setColor((2.0, 1.6, 1.1, 1))
    fill.setColor((0.4, 0.5, 0.7, 1))
    for light in (sun, fill):
        path = root.attachNewNode(light)
        path.setHpr(-40, -45, 0)
        root.setLight(path)
    pipeline = simplepbr.init(
        render_node=root, window=drawn.buffer, camera_node=drawn.camera, enable_shadows=False, msaa_samples=0
    )
    drawn.lens.setNearFar(*NEAR_FAR)
    frames = []
    for number, (_, view) in enumerate([*flight(scene.place, count)]):
        drawn.lens.setMinFov(view.fov)
        drawn.camera.setPos(*view.eye)
        drawn.camera.lookAt(*view.target)
        if not number:
            for _ in range(3):
                pipeline._update(PythonTask())
                base.graphicsEngine.renderFrame()
        taken = []
        for _ in range(REPEATS):
            start = time.perf_counter()
            pipeline._update(PythonTask())
            base.graphicsEngine.renderFrame()
            taken.append(time.perf_counter() - start)
        frames.append(min(taken) * 1000)
    return {
        "renderer": base.win.getGsg().getDriverRenderer(),
        "frames": frames,
        "draw_calls": made,
        "rss_mb": resident(),
    }


def _asked(words: list[str]) -> tuple[Any, Any, tuple[int, int], int]:
    from metaseoul.bench.render import Scenery
    from metaseoul.shot import size_of
    from metaseoul.stage.tiers import TIERS
    from worlds.plan import place

    slug, avatars, tier, size, count = words
    return Scenery(place(slug), int(avatars)), TIERS[tier], size_of(size), int(count)


def resident() -> float:
    """Megabytes that this process holds."""
    with open("/proc/self/statm", encoding="ascii") as told:
        return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    print(json.dumps({"ours": ours, "naive": naive}[sys.argv[1]](sys.argv[2:])))
