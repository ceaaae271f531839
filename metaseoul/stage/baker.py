"""The baker: a process beside the window that makes what a place needs, so that no frame waits for it.

`python -m metaseoul.stage.baker PLACE BAND SEASON` keeps the packed corners of a place, then its light for one height
of the sun in one season, where the stage finds them; what is kept already is not made again. Standard input brings the
place (eight bytes of length and its MessagePack; length 0: as the plan has it) and is then the leash: when it closes,
the baker leaves. BAND -1: no light is wanted.
Lines on standard output: `packed`, `light 0.42`, `kept`, after which it makes the corners of the places behind the
gates; exit code 0 when the light is kept.
"""

import contextlib
import os
import sys
import threading
from typing import Any

import msgspec

from metaseoul.stage import cache, sky
from metaseoul.stage.bake_indoors import bake_indoors
from metaseoul.stage.bake_outdoors import Bake, bake_outdoors
from metaseoul.stage.light import Light
from metaseoul.stage.lighting import corners_of
from metaseoul.stage.pack import Packed
from metaseoul.stage.seasons import stands, variant
from worlds.shape import Place

MEEK = 15
"""How much less the baker counts than the window for the system, once the corners are there (nice)."""
KEPT, UNMADE = 0, 1
TOLD = 0.01
"""A share of the work that is worth a line."""


def near(place: Place) -> list[Place]:
    """Where one may be soon: the places behind the gates."""
    from worlds import plan  # the whole city's text: what was asked for is not kept waiting for it

    found: dict[str, Place] = {}
    for gate in place.gates:
        with contextlib.suppress(plan.UnknownPlace):
            found.setdefault(gate.to, plan.place(gate.to))
    return list(found.values())


def make(place: Place, band: int, season: str) -> int:
    """Corners, then light, of a place; the exit code."""
    corners, _ = corners_of(place)
    print("packed", flush=True)
    if band < 0:
        return KEPT
    name = variant([each.seasons for each in corners], season)
    if cache.kept_light(place, band, name) is not None:
        return KEPT
    with contextlib.suppress(AttributeError, OSError):  # Windows has no niceness; there the window starts it meek
        os.nice(MEEK)
    made = _lit(place, band, season, name, corners)
    if made == KEPT:
        print("kept", flush=True)
        for neighbour in near(place):
            if not cache.are_kept(neighbour):
                corners_of(neighbour)
    return made


def _lit(place: Place, band: int, season: str, name: str, corners: list[Packed]) -> int:
    """Bakes the light and keeps it; the exit code."""
    bake = _bake(place, band, [each for each in corners if stands(each.seasons, season)])
    if bake is None:
        return UNMADE
    return KEPT if cache.keep_light(place, band, name, _told(*bake)) else UNMADE


def _bake(place: Place, band: int, corners: list[Packed]) -> tuple[Bake, Any] | None:
    """The bake and the renderer that it needs; None where there is no such renderer."""
    sun = sky.sun_direction(sky.BANDS[band])
    if place.indoor:
        return bake_indoors(place, corners, sun), None
    from metaseoul.stage.renderer import NoRenderer, offscreen

    try:
        base = offscreen()
    except NoRenderer:
        return None
    if not base.win.getGsg().getSupportsBasicShaders():
        return None
    return bake_outdoors(base, place, corners, sun), base


def _told(bake: Bake, base: Any) -> Light:
    """Bakes to the end, and says how far it is."""
    said = 0.0
    while True:
        try:
            step = next(bake)
        except StopIteration as finished:
            light: Light = finished.value
            return light
        if step.done >= said + TOLD:
            said = step.done
            print(f"light {said:.3f}", flush=True)
        if step.frame:
            base.graphicsEngine.renderFrame()


def _leashed() -> None:
    """Ends this process when whoever asked for it is gone."""
    sys.stdin.buffer.read()
    cache.sweep(os.getpid())
    os._exit(UNMADE)


def main(words: list[str]) -> int:
    """Makes what the words ask for."""
    slug, band, season = words[0], int(words[1]), words[2]
    length = int.from_bytes(sys.stdin.buffer.read(8), "big")
    given = sys.stdin.buffer.read(length)
    threading.Thread(target=_leashed, daemon=True).start()
    if given:
        return make(msgspec.msgpack.decode(given, type=Place), band, season)
    from worlds import plan

    return make(plan.place(slug), band, season)


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        code = UNMADE
    os._exit(code)  # the engine's own leave-taking would only cost time
