"""A citizen who walks by itself through the real client: from place to place by their gates, frame by frame timed.

An office in this process, a window (or a buffer where there is no display), the governor awake unless a tier is named.
`work`: seconds that a frame's systems took; `gap`: from the beginning of one frame to that of the next, as one sees it.
"""

import argparse
import asyncio
import contextlib
import json
import sys
import time
from itertools import pairwise
from typing import Any

SETTLE = 6.0
"""Seconds after arriving in the first place before the clock runs: programs compile, light is fetched."""
LOOK = 0.1
"""Seconds between two looks at where the citizen is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul bench walk`."""
    parser.add_argument("--start", default="plaza", metavar="PLACE", help="default: plaza")
    parser.add_argument("--goal", default="gyeongbokgung", metavar="PLACE", help="default: gyeongbokgung")
    parser.add_argument("--minutes", type=float, default=5.0, help="how long; default: 5")
    parser.add_argument("--tier", choices=("lowest", "middle", "desktop"), help="held; default: as the governor says")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Walks and tells; 1 when the goal was not reached."""
    from metaseoul.base import open_offscreen, open_window
    from metaseoul.device import settled
    from metaseoul.faults import Refusal
    from metaseoul.local import office
    from metaseoul.stage.tiers import TIERS
    from metaseoul.stage.workshop import begun
    from metaseoul.texts import texts_of
    from metaseoul.window import has_display

    with begun() as workshop, office() as url:
        base = open_window((1280, 720), 0) if has_display() else open_offscreen((1280, 720))
        if base is None:
            raise Refusal("window.no-renderer")
        from metaseoul.app import App

        held = arguments.tier is not None
        tier = TIERS[arguments.tier] if held else settled(base)
        texts = texts_of(arguments)

        async def walked() -> dict[str, Any]:
            app = App(base, texts, url, tier, workshop, held)
            told = await _walked(app, arguments.start, arguments.goal, arguments.minutes * 60)
            return told | {"tier": app.stage.tier.name, "resolution": app.resolution.share}

        told = asyncio.run(walked())
        told["renderer"] = base.win.getGsg().getDriverRenderer()
    print(json.dumps(told) if arguments.json else _told(told))
    return 0 if arguments.goal in told["places"] else 1


def way(start: str, goal: str) -> list[str]:
    """The places from one to another by their gates, both ends in it; empty when there is no way."""
    from worlds.ways import gates

    found = [gate.to for gate in gates(start, goal)]
    return [start, *found] if found or start == goal else []


async def _walked(app: Any, start: str, goal: str, seconds: float) -> dict[str, Any]:
    """The walk itself, beside the client's own loop."""
    import numpy as np

    from metaseoul.bench.first import resident
    from worlds import plan

    running = asyncio.ensure_future(app.run())
    work: list[float] = []
    began: list[float] = []
    places: list[str] = []
    try:
        await _until(lambda: app.walker is not None and app.visit.place.slug == plan.entry("plaza").slug, running)
        if start != app.visit.place.slug:
            first = plan.place(start)
            app.ui.answer(f"drop:{first.slug}")
            await _until(lambda: app.walker is not None and app.visit.place is first, running)
        here = app.visit.place.slug
        route = way(here, goal) or [here]
        await asyncio.sleep(SETTLE)
        memory = resident()

        def took(spent: float) -> None:
            work.append(spent)
            began.append(time.perf_counter() - spent)

        app.on_frame = took
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and not running.done():
            here = app.visit.place.slug
            if not places or places[-1] != here:
                places.append(here)
                print(f"{seconds - (end - time.perf_counter()):6.1f} s  {here}", file=sys.stderr, flush=True)
            _lead(app, route, len(work))
            await asyncio.sleep(LOOK)
        app.on_frame = None
    finally:
        app.close()
        with contextlib.suppress(asyncio.CancelledError):
            await running
    gaps = np.diff(np.array(began)) * 1000
    return {
        "places": places,
        "seconds": seconds,
        "frames": len(work),
        "work_ms": _shares(np.array(work) * 1000),
        "gap_ms": _shares(gaps),
        "worst_gaps_ms": [round(float(gap), 1) for gap in np.sort(gaps)[::-1][:5]],
        "rss_mb": {"before": round(memory, 1), "after": round(resident(), 1)},
    }


def _lead(app: Any, places: list[str], number: int) -> None:
    """Sends the citizen to the gate towards the last of the places; there, to and fro."""
    here, goal = app.visit.place.slug, places[-1]
    walker = app.walker
    if walker is None or walker.on_the_way or app.finding or not app.ui.walking:
        return
    if here == goal:
        x0, y0, x1, y1 = app.visit.place.bounds
        share, other = (number * 0.6180339887) % 1.0, (number * 0.7548776662) % 1.0
        app.walk_to((x0 + (x1 - x0) * share, y0 + (y1 - y0) * other))
        return
    after = dict(pairwise(places)).get(here)
    gate = next((gate for gate in app.visit.place.gates if gate.to == after), None)
    if gate is not None:
        app.walk_to(gate.at[:2])


async def _until(reached: Any, running: "asyncio.Future[None]") -> None:
    while not reached():
        if running.done():
            running.result()
            return
        await asyncio.sleep(LOOK)


def _shares(values: Any) -> dict[str, float]:
    import numpy as np

    if not len(values):
        return {"p50": 0.0, "p95": 0.0, "p99": 0.0, "worst": 0.0}
    told = {f"p{share}": round(float(np.percentile(values, share)), 2) for share in (50, 95, 99)}
    return told | {"worst": round(float(values.max()), 1)}


def _told(told: dict[str, Any]) -> str:
    work, gap, memory = told["work_ms"], told["gap_ms"], told["rss_mb"]
    return (
        f"{' > '.join(told['places'])} in {told['seconds']:.0f} s, {told['frames']} frames, {told['tier']} tier\n"
        f"a frame's work: p50 {work['p50']} p95 {work['p95']} p99 {work['p99']} ms, worst {work['worst']}\n"
        f"from frame to frame: p50 {gap['p50']} p95 {gap['p95']} p99 {gap['p99']} ms, worst {told['worst_gaps_ms']}\n"
        f"memory: {memory['before']} MB, then {memory['after']} MB"
    )
