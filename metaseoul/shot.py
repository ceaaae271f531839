"""`metaseoul shot PLACE`: a picture of a place, drawn into memory, the same byte for byte on one renderer."""

import argparse
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from metaseoul.stage.tiers import DESKTOP, NEAR_FAR, NEAR_FAR_INDOORS, TIERS, Tier
from metaseoul.texts import texts_of
from worlds.season import SEASONS
from worlds.shape import Place, View

OK, USAGE, FAILED = 0, 2, 1
SMALLEST, LARGEST = 16, 8192
"""Pixels on a side."""
MOMENT = 1.3
"""The one moment of all movements in a picture, seconds."""
MOST_PEOPLE = 1000


@dataclass(frozen=True)
class Taken:
    """What a picture was taken with and what it cost."""

    renderer: str
    shaded: bool
    draws: int
    triangles: int


def picture(
    place: Place,
    view: View,
    size: tuple[int, int],
    tier: Tier,
    hour: float,
    season: str,
    out: Path,
    crowd: int = 0,
    language: str = "ko",
    progress: Callable[[float, str], None] | None = None,
    wait_for_light: bool = True,
) -> Taken:
    """Draws a place into a PNG. `crowd` sample figures stand in it. Raises NoRenderer, OSError."""
    from metaseoul.stage.renderer import canvas, offscreen
    from metaseoul.stage.sample_crowd import gather
    from metaseoul.stage.stage import Stage

    base = offscreen()
    stage = Stage(base, tier, language)
    drawn = canvas(base, size, tier.samples, stage.root)
    try:
        stage.set_time(hour, season)
        stage.enter(place, progress)
        if wait_for_light:
            drawn.buffer.setActive(False)
            stage.finish_bake()
            drawn.buffer.setActive(True)
        gather(stage.crowd, place, crowd)
        drawn.lens.setMinFov(view.fov)
        drawn.lens.setNearFar(*(NEAR_FAR_INDOORS if place.indoor else NEAR_FAR))
        drawn.camera.setPos(*view.eye)
        drawn.camera.lookAt(*view.target)
        stage.update(drawn.camera, MOMENT, size[1])
        for _ in range(2):
            base.graphicsEngine.renderFrame()
        drawn.save(out)
        cost = stage.measure(drawn.camera)
        return Taken(
            base.win.getGsg().getDriverRenderer() or base.pipe.getType().getName(),
            stage.shaded,
            cost.draws,
            cost.triangles,
        )
    finally:
        drawn.close()
        stage.close()


def size_of(words: str) -> tuple[int, int]:
    """WIDTHxHEIGHT in pixels; raises ArgumentTypeError."""
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", words)
    if match and all(SMALLEST <= int(side) <= LARGEST for side in match.groups()):
        return (int(match[1]), int(match[2]))
    raise argparse.ArgumentTypeError(f"{words}: WIDTHxHEIGHT, {SMALLEST}..{LARGEST}")


def hour_of(words: str) -> float:
    """HH:MM as hours; raises ArgumentTypeError."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", words)
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return int(match[1]) + int(match[2]) / 60
    raise argparse.ArgumentTypeError(f"{words}: HH:MM, 00:00..23:59")


def people_of(words: str) -> int:
    """How many sample figures; raises ArgumentTypeError."""
    if words.isascii() and words.isdigit() and int(words) <= MOST_PEOPLE:
        return int(words)
    raise argparse.ArgumentTypeError(f"{words}: 0..{MOST_PEOPLE}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("place", metavar="PLACE", help="as `metaseoul world list` names it, or a CityJSON file")
    parser.add_argument("--view", metavar="NAME", help="default: the first of the place")
    parser.add_argument("--size", type=size_of, default=(1280, 720), metavar="WxH", help="default: 1280x720")
    parser.add_argument("--tier", choices=tuple(TIERS), default=DESKTOP.name, help="default: desktop")
    parser.add_argument("--time", type=hour_of, default=15.5, metavar="HH:MM", help="default: 15:30")
    parser.add_argument("--season", choices=SEASONS, default="spring", help="default: spring")
    parser.add_argument("--crowd", type=people_of, default=0, metavar="N", help="sample figures to show; default: 0")
    parser.add_argument("--out", type=Path, metavar="F.png", help="default: PLACE-VIEW.png")


def run(arguments: argparse.Namespace) -> int:
    """Takes the picture; every trouble is one line and an exit code."""
    from metaseoul import cities
    from worlds.plan import ENTRIES, UnknownPlace

    texts = texts_of(arguments)
    try:
        place = cities.named(arguments.place)
    except UnknownPlace:
        places = ", ".join(entry.slug for entry in ENTRIES)
        return _trouble(texts("fault.shot.unknown-place", place=arguments.place, places=places), USAGE)
    name = arguments.view or next(iter(place.views))
    if name not in place.views:
        views = ", ".join(place.views)
        return _trouble(texts("fault.shot.unknown-view", view=name, place=place.slug, views=views), USAGE)
    out = arguments.out or Path(f"{place.slug}-{name}.png")
    if out.suffix.lower() != ".png":
        return _trouble(texts("fault.shot.not-png", file=str(out)), USAGE)
    from metaseoul.stage.renderer import NoRenderer

    try:
        taken = picture(
            place,
            place.views[name],
            arguments.size,
            TIERS[arguments.tier],
            arguments.time,
            arguments.season,
            out,
            crowd=arguments.crowd,
            language=arguments.language or "ko",
            progress=_shown_progress(texts),
        )
    except NoRenderer:
        return _trouble(texts("fault.shot.no-renderer"), FAILED)
    except OSError:
        return _trouble(texts("fault.shot.unwritable", file=str(out)), FAILED)
    if not taken.shaded:
        print(texts("shot.plain"), file=sys.stderr)
    print(texts("shot.taken", file=str(out), draws=taken.draws, triangles=taken.triangles, renderer=taken.renderer))
    return OK


def _trouble(line: str, code: int) -> int:
    print(line, file=sys.stderr)
    return code


def _shown_progress(texts: Callable[..., str]) -> Callable[[float, str], None]:
    """Progress of a bake on standard error: one line that is written over; a line each quarter where that is a file."""
    last, over = -1, sys.stderr.isatty()

    def show(done: float, key: str) -> None:
        nonlocal last
        share = int(done * 100) if over else int(done * 4) * 25
        if key == "stage.light" and share > last:
            last = share
            line = f"{texts(key)} {share:3}%"
            print(f"\r{line}" if over else line, end="" if over else "\n", file=sys.stderr, flush=True)
        if key == "stage.ready" and over and last >= 0:
            print(file=sys.stderr)

    return show
