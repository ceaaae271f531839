"""`metaseoul bench`: what the city costs, measured here and now and set beside its budgets."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

PLACES = (
    ("plaza", 100),
    ("plaza", 500),
    ("city-hall", 60),
    ("gyeongbokgung", 60),
    ("hangang", 60),
    ("seoul", 0),
)
"""What `bench render` draws unless it is told: place, and how many sample figures stand in it."""
TIERS = ("lowest", "middle", "desktop")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="render | walk | screens | hub")
    render = what.add_parser("render", help="a fixed flight of the camera through places: counts, milliseconds, memory")
    render.add_argument("--place", action="append", metavar="PLACE", help="default: six of the city")
    render.add_argument(
        "--avatars", type=int, metavar="N", help="sample figures; default: 60, 100 and 500 in the plaza"
    )
    render.add_argument("--tier", action="append", choices=TIERS, help="default: lowest")
    render.add_argument("--size", default="1280x720", metavar="WxH", help="default: 1280x720")
    render.add_argument("--frames", type=int, default=60, metavar="N", help="positions of the flight; default: 60")
    render.add_argument("--first", action="store_true", help="also the time to the first frame, cold and warm")
    render.add_argument("--json", action="store_true")
    from metaseoul.bench.walk import add_arguments as of_walk

    of_walk(
        what.add_parser("walk", help="a citizen who walks by itself from place to place: frame times, stalls, memory")
    )
    from metaseoul.bench.screens import add_arguments as of_screens

    of_screens(what.add_parser("screens", help="what the busiest screens add to a frame in which nothing changes"))
    from metaseoul.bench.hub import add_arguments as of_hub

    of_hub(what.add_parser("hub", help="bots that walk like people: what a crowd costs the hub, and what each sees"))


def run(arguments: argparse.Namespace) -> int:
    """One of the measurements."""
    if arguments.what == "hub":
        from metaseoul.bench.hub import run as hub

        return hub(arguments)
    if arguments.what == "screens":
        from metaseoul.bench.screens import run as screens

        return screens(arguments)
    if arguments.what == "walk":
        from metaseoul.bench.walk import run as walk

        return walk(arguments)
    return _render(arguments)


def _render(arguments: argparse.Namespace) -> int:
    """Draws, measures, compares; 1 when a count is over its tier's budget."""
    from metaseoul.bench.render import Scenery, flown
    from metaseoul.cities import named
    from metaseoul.faults import Refusal
    from metaseoul.shot import size_of
    from metaseoul.stage.renderer import NoRenderer
    from metaseoul.stage.tiers import TIERS as KNOWN
    from metaseoul.texts import texts_of
    from worlds.plan import ENTRIES, UnknownPlace

    texts = texts_of(arguments)
    try:
        size = size_of(arguments.size)
        chosen = [(slug, 60) for slug in arguments.place] if arguments.place else list(PLACES)
        if arguments.avatars is not None:
            chosen = list(dict.fromkeys((slug, arguments.avatars) for slug, _ in chosen))
        scenery = [Scenery(named(slug), avatars) for slug, avatars in chosen]
        tiers = [KNOWN[name] for name in arguments.tier or ("lowest",)]
        told = flown(scenery, tiers, size, max(arguments.frames, 2), arguments.first, _progress(arguments.json))
    except argparse.ArgumentTypeError as error:
        print(error, file=sys.stderr)
        return 2
    except UnknownPlace as unknown:
        names = ", ".join(entry.slug for entry in ENTRIES)
        print(texts("fault.world.unknown-place", place=str(unknown), places=names), file=sys.stderr)
        return 2
    except NoRenderer:
        raise Refusal("shot.no-renderer") from None
    if arguments.json:
        print(json.dumps(told))
    else:
        print(_table(told))
    return 1 if any(view["over"] for view in told["views"]) else 0


def _progress(quiet: bool) -> Callable[[str], None]:
    """Names what is measured on standard error, where somebody may wait for it."""
    return lambda words: None if quiet and not sys.stderr.isatty() else print(words, file=sys.stderr, flush=True)


COLUMNS = (
    ("place", 20), ("view", 12), ("tier", 8), ("avatars", 8), ("draw_calls", 6), ("triangles", 10), ("vertices", 9),
)  # fmt: skip


def _table(told: dict[str, Any]) -> str:
    """The same figures for people."""
    lines = [f"{told['renderer']}, {told['size']}"]
    head = "".join(f"{name:<{width}}" for name, width in COLUMNS)
    lines.append(head + "textures MB  buffers MB  frame ms p50/p95/p99   cpu ms (app cull draw)   over")
    for view in told["views"]:
        row = "".join(f"{view[name]!s:<{width}}" for name, width in COLUMNS)
        frame, cpu = view["frame_ms"], view["cpu"]
        row += f"{view['texture_bytes'] / 1e6:<13.1f}{view['buffer_bytes'] / 1e6:<12.1f}"
        row += f"{frame['p50']:6.1f} {frame['p95']:6.1f} {frame['p99']:6.1f}   "
        row += (
            f"{view['cpu_ms']:6.1f} ({cpu['app']:.1f} {cpu['cull']:.1f} {cpu['draw']:.1f})   {', '.join(view['over'])}"
        )
        lines.append(row)
    lines += [
        f"{first['place']}: first frame {first['cold_s']:.2f} s cold, {first['warm_s']:.2f} s warm, "
        f"{first['rss_mb']:.0f} MB resident"
        for first in told.get("first_frames", ())
    ]
    return "\n".join(lines)
