"""`--reload`: whoever builds the city sees an edited place in the running one, within two seconds.

Places are values, so nothing of the running program is taken apart: a fresh Python reads the edited descriptions and
hands them over whole. What is no description of a place (geometry, wire, screens) shows at the next start.
"""

import asyncio
import contextlib
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from metaseoul.visit import Visit
    from worlds.shape import Place

HOUSE = Path(__file__).parent.parent
WATCHED = HOUSE / "worlds"
ROUND = 0.3
"""Seconds between two looks at the files."""

Places = tuple["Place", ...]
Stamps = dict[Path, int]


class Unreadable(Exception):
    """An edited description cannot be read; the message is one line: file, line, and what is wrong there."""


@contextlib.contextmanager
def reloading(visit: "Visit", wished: bool) -> Iterator[None]:
    """As long as the block runs, and if it is wished, `visit` sees every edit. Runs on the visit's own loop."""
    if not wished:
        yield
        return
    over = threading.Event()
    threading.Thread(
        target=_watch, args=(visit, asyncio.get_running_loop(), over, _stamps()), name="reload", daemon=True
    ).start()
    try:
        yield
    finally:
        over.set()


def read_places() -> Places:
    """The places as their files say now, read by a Python of its own. Blocks; raises Unreadable."""
    from worlds.shape import Place

    told = subprocess.run([sys.executable, "-m", __name__], cwd=HOUSE, capture_output=True, check=False)
    if told.returncode:
        lines = told.stderr.decode(errors="replace").strip().splitlines()
        raise Unreadable(lines[-1] if lines else f"exit code {told.returncode}")
    return msgspec.msgpack.decode(told.stdout, type=tuple[Place, ...])


def renewed(old: Places, fresh: Places) -> Places:
    """The fresh places, but the old value wherever nothing changed: who holds it sees that it is the same."""
    known = {place.slug: place for place in old}
    return tuple(known[place.slug] if known.get(place.slug) == place else place for place in fresh)


def bring(visit: "Visit", places: Places) -> None:
    """Puts the places into the plan and wakes whoever stands in one of them."""
    from metaseoul.ui import Back
    from worlds import plan

    changed = [place for place in places if place not in plan.PLACES]
    if [place.slug for place in places] != [place.slug for place in plan.PLACES] or not changed:
        visit.ui.say("reload.restart")  # a place more or less needs its screen, its desk and its door
        return
    plan.PLACES = places
    visit.ui.say("reload.done", places=", ".join(visit.texts.of(place.title) for place in changed))
    view = visit.ui.view
    if view is not None and view.kind == "place":
        visit.ui.interrupt(Back())


def _watch(visit: "Visit", loop: asyncio.AbstractEventLoop, over: threading.Event, seen: Stamps) -> None:
    from worlds import plan
    from worlds.walk import walk_map

    while not over.wait(ROUND):
        now = _stamps()
        if now == seen:
            continue
        seen = now
        with contextlib.suppress(RuntimeError):  # the visit is over, and its loop closed
            try:
                places = renewed(plan.PLACES, read_places())
            except Unreadable as error:
                loop.call_soon_threadsafe(partial(visit.ui.say, "reload.failed", error=str(error)))
                continue
            loop.call_soon_threadsafe(bring, visit, places)
            for place in places:
                walk_map(place)  # made here too, so that the office's tick hardly waits for it


def _stamps() -> Stamps:
    """When each file was last written."""
    stamps = {}
    for path in WATCHED.rglob("*.py"):
        with contextlib.suppress(FileNotFoundError):  # an editor is just replacing it
            stamps[path] = path.stat().st_mtime_ns
    return stamps


def _told(error: BaseException) -> str:
    """One line: where in worlds/ it went wrong, and what."""
    if isinstance(error, SyntaxError) and error.filename:
        place = (error.filename, error.lineno)
    else:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if str(WATCHED) in frame.filename]
        place = (frames[-1].filename, frames[-1].lineno) if frames else ("worlds", 0)
    with contextlib.suppress(ValueError):
        place = (str(Path(place[0]).relative_to(HOUSE)), place[1])
    return f"{place[0]}:{place[1]}: {type(error).__name__}: {' '.join(str(error).split())}"


def main() -> int:
    """The places of the plan, as MessagePack on standard output."""
    try:
        from worlds.plan import PLACES
    except Exception as error:
        print(_told(error), file=sys.stderr)
        return 1
    sys.stdout.buffer.write(msgspec.msgpack.encode(PLACES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
