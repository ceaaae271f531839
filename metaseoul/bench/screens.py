"""What a screen costs in a frame in which nothing changes: the busiest ones over an empty scene, on this machine.

Processor time of all threads, the median of rounds in which screen and empty window take turns, so that what else the
machine does falls on both.
"""

import argparse
import json
import time
from statistics import median
from typing import Any

LIMIT_MS = 2.0
"""Processor milliseconds that a screen may add to a frame at 1280x720."""
FRAMES = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul bench screens`."""
    parser.add_argument("--size", default="1280x720", metavar="WxH", help="default: 1280x720")
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="default: 7")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Measures each screen; 1 when one costs more than its limit."""
    from metaseoul.shot import size_of

    told = measured(size_of(arguments.size), max(1, arguments.rounds))
    if arguments.json:
        print(json.dumps(told))
    else:
        print(f"{told['renderer']}  {told['size']}")
        for one in told["screens"]:
            print("  ".join(f"{name} {value}" for name, value in one.items()))
    return 1 if any(one["cpu_ms"] > LIMIT_MS for one in told["screens"]) else 0


def measured(size: tuple[int, int], rounds: int) -> dict[str, Any]:
    """Renderer, and for each screen what it adds to an empty frame. Raises Refusal where nothing can draw."""
    from metaseoul.base import open_offscreen
    from metaseoul.faults import Refusal
    from metaseoul.texts import Texts
    from metaseoul.ui.window import WindowUi

    base = open_offscreen(size)
    if base is None:
        raise Refusal("window.no-renderer")
    ui = WindowUi(Texts("ko"), base)
    screens = []
    for name, view, keys in _views():
        ui.show(view)
        if keys:
            ui.open_keyboard()
        empty, full = [], []
        for _ in range(rounds):
            ui.root.hide()
            empty.append(_frame_ms(base, ui, drawn=False))
            ui.root.show()
            full.append(_frame_ms(base, ui, drawn=True))
        controls = len(ui.controls)
        ui.hide()
        adds = median(one - other for one, other in zip(full, empty, strict=True))
        screens.append(
            {
                "screen": name,
                "cpu_ms": round(adds, 3),
                "empty_cpu_ms": round(median(empty), 3),
                "ratio": round(median(full) / median(empty), 3),
                "controls": controls,
            }
        )
    gsg = base.win.get_gsg()
    return {"renderer": str(gsg.get_driver_renderer()), "size": f"{size[0]}x{size[1]}", "screens": screens}


def _frame_ms(base: Any, ui: Any, drawn: bool) -> float:
    for _ in range(5):
        base.graphicsEngine.render_frame()
    start = time.process_time()
    for _ in range(FRAMES):
        if drawn:
            ui.update(1 / 60)
        base.graphicsEngine.render_frame()
    return (time.process_time() - start) / FRAMES * 1000


def _views() -> list[tuple[str, Any, bool]]:
    """The busiest there are: a list that fills the window, a form of ten entries, a line with the screen's keys."""
    from metaseoul.ui.views import Action, Field, View
    from worlds import plan

    names = [entry.title["ko"] for entry in plan.ENTRIES]
    rows = tuple(Action(f"row-{number}", names[number % len(names)], f"{number}") for number in range(200))
    yes = (Action("on", names[0]), Action("off", names[1]))
    fields = tuple(Field(f"f{number}", names[number], "on", yes) for number in range(10))
    return [
        ("list", View("list", "panel", names[0], (), rows), False),
        ("form", View("form", "form", names[0], tuple(names[:3]), rows[:1], fields), False),
        ("keys", View("line", "line", names[0]), True),
        ("place", View("place", "place", names[0], (), rows[:1], back=False), False),
    ]
