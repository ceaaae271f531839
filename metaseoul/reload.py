"""`--reload`: whoever builds the city sees an edited place in the running one, within two seconds.

Places are values, so nothing of the running program is taken apart. A process of its own looks at the files (frames
leave no time for it in this one) and tells which were written; a fresh Python then reads the places that somebody went
to, and those whose own files were written, and what has changed of them is handed over.
What is no description of a place (geometry, wire, screens) shows at the next start.
"""

import asyncio
import contextlib
import functools
import os
import subprocess
import sys
import threading
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from metaseoul.visit import Visit
    from worlds.shape import Place

HOUSE = Path(__file__).parent.parent
WATCHED = Path("worlds")
"""Within the house."""
ROUND = 0.3
"""Seconds between two looks at the files."""
SHARED_FOLDERS = ("worlds", "seoul", "civic")
"""Folders in which modules of many places lie side by side."""
READ = "read"
"""The argument by which this module, as a program, reads once and does not watch."""

Stamps = dict[str, int]


class Edited(msgspec.Struct):
    """What the watching process tells: the places that changed, or one line that says why they cannot be read.

    `restart`: something changed that is no description of a place, or there is a place more or less.
    """

    places: list[msgspec.Raw] = []
    error: str = ""
    restart: bool = False


@contextlib.contextmanager
def reloading(visit: "Visit", wished: bool) -> Iterator[None]:
    """As long as the block runs, and if it is wished, `visit` sees every edit. Runs on the visit's own loop."""
    if not wished:
        yield
        return
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as watcher:
        write(watcher.stdin, msgspec.msgpack.encode(_stamps(HOUSE)))
        threading.Thread(target=_listen, args=(visit, asyncio.get_running_loop(), watcher.stdout), daemon=True).start()
        try:
            yield
        finally:
            watcher.terminate()


def bring(visit: "Visit", edited: Edited) -> None:
    """Puts what was edited into the plan, and wakes whoever stands there."""
    from metaseoul.ui import Back
    from worlds import plan

    if edited.error:
        visit.ui.say("reload.failed", error=edited.error)
    if edited.restart:
        visit.ui.say("reload.restart")
    fresh = {place.slug: place for place in map(_place, edited.places)}
    if not fresh:
        return
    for place in fresh.values():
        plan.renew(place)
    visit.ui.say("reload.done", places=", ".join(visit.texts.of(place.title) for place in fresh.values()))
    view = visit.ui.view
    if view is not None and view.kind == "place":
        visit.ui.interrupt(Back())


def _place(packed: msgspec.Raw) -> "Place":
    from worlds.shape import Place

    return msgspec.msgpack.decode(packed, type=Place)


def _listen(visit: "Visit", loop: asyncio.AbstractEventLoop, told: IO[bytes] | None) -> None:
    """On a thread: one message after another, until the watching process ends."""
    from worlds import plan
    from worlds.walk import walk_map

    while message := _message(told):
        edited = read(HOUSE, msgspec.msgpack.decode(message, type=list[str]))
        with contextlib.suppress(RuntimeError):  # the visit is over, and its loop closed
            loop.call_soon_threadsafe(bring, visit, edited)
        for place in plan.built():
            walk_map(place)  # made here too, so that the office's tick hardly waits for it


def write(to: IO[bytes] | None, message: bytes) -> None:
    """Four bytes of length, and the message, small enough to be read at once."""
    if to is not None:
        packed = zlib.compress(message, 1)
        to.write(len(packed).to_bytes(4, "big") + packed)
        to.flush()


def _message(told: IO[bytes] | None) -> bytes:
    """The next message; nothing when whoever tells is gone."""
    if told is None:
        return b""
    with contextlib.suppress(ValueError, OSError):  # closed meanwhile
        length = int.from_bytes(told.read(4), "big")
        return zlib.decompress(told.read(length)) if length else b""
    return b""


# --- the watching process


def watch(house: Path, seen: Stamps, tell: Callable[[list[str]], None]) -> None:
    """Looks at the files for ever and tells which were written, or are new, or gone. `seen`: when each was written."""
    while True:
        now = _stamps(house)
        if now != seen:
            tell([path for path in {**seen, **now} if seen.get(path) != now.get(path)])
            seen = now
        time.sleep(ROUND)


def read(house: Path, files: list[str]) -> Edited:
    """What a fresh Python finds other than it is known here, after files were written."""
    from worlds import plan
    from worlds.digest import digest

    known = {place.slug: place for place in plan.built()}
    told = subprocess.run(
        [sys.executable, "-m", "metaseoul.reload", READ],
        cwd=house,
        input=msgspec.msgpack.encode((list(known), files)),
        capture_output=True,
        check=False,
    )
    if told.returncode:
        return Edited(error=told.stderr.decode(errors="replace").strip().splitlines()[-1])
    slugs, places = msgspec.msgpack.decode(told.stdout, type=tuple[list[str], dict[str, tuple[str, bytes]]])
    fresh = {slug: kept for slug, kept in places.items() if slug not in known or digest(known[slug]) != kept[0]}
    restart = not fresh or set(slugs) != {entry.slug for entry in plan.ENTRIES}
    return Edited([msgspec.Raw(packed) for _, packed in fresh.values()], restart=restart)


def _touched(files: list[str]) -> set[str]:
    """Places whose own module, or another module of its package, is among the files."""
    from worlds.plan import ENTRIES

    found = set()
    written = {Path(file) for file in files}
    for entry in ENTRIES:
        build = entry.build.func if isinstance(entry.build, functools.partial) else entry.build
        own = getattr(sys.modules[build.__module__], "__file__", None)
        if own is None:
            continue
        home, name = Path(own).parent, Path(own).stem
        inside = home.name not in SHARED_FOLDERS and any(home in file.parents for file in written)
        if inside or any(file.parent == home and file.stem.split("_")[0] == name.split("_")[0] for file in written):
            found.add(entry.slug)
    return found


def _leave_with(asker: IO[bytes]) -> None:
    """Ends this process when the one that asked is gone."""
    asker.read()
    os._exit(0)


def _stamps(house: Path) -> Stamps:
    """When each file was last written."""
    stamps = {}
    for path in (house / WATCHED).rglob("*.py"):
        with contextlib.suppress(FileNotFoundError):  # an editor is just replacing it
            stamps[str(path)] = path.stat().st_mtime_ns
    return stamps


def _told(error: BaseException) -> str:
    """One line: where in worlds/ it went wrong, and what."""
    place = ("worlds", 0)
    if isinstance(error, SyntaxError) and error.filename:
        place = (error.filename, error.lineno or 0)
    else:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if WATCHED.name in frame.filename]
        place = (frames[-1].filename, frames[-1].lineno or 0) if frames else place
    with contextlib.suppress(ValueError):
        place = (str(Path(place[0]).relative_to(HOUSE)), place[1])
    return f"{place[0]}:{place[1]}: {type(error).__name__}: {' '.join(str(error).split())}"


def main(words: list[str]) -> int:
    """Watches the house in the present folder; or, asked to read, writes edited places to standard output."""
    if words != [READ]:
        seen = msgspec.msgpack.decode(_message(sys.stdin.buffer), type=Stamps)
        threading.Thread(target=_leave_with, args=(sys.stdin.buffer,), daemon=True).start()
        with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
            watch(HOUSE, seen, lambda files: write(sys.stdout.buffer, msgspec.msgpack.encode(files)))
        return 0
    known, files = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=tuple[list[str], list[str]])
    try:
        from worlds.digest import digest
        from worlds.plan import ENTRIES, place

        slugs = [entry.slug for entry in ENTRIES]
        wanted = [slug for slug in slugs if slug in {*known, *_touched(files)}]
        packed = {slug: (digest(place(slug)), msgspec.msgpack.encode(place(slug))) for slug in wanted}
    except Exception as error:
        print(_told(error), file=sys.stderr)
        return 1
    sys.stdout.buffer.write(msgspec.msgpack.encode((slugs, packed)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
