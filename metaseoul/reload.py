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
        for edited in read(HOUSE, msgspec.msgpack.decode(message, type=list[str]), visit.place.slug):
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


def read(house: Path, files: list[str], here: str = "") -> Iterator[Edited]:
    """What a fresh Python finds other than it is known, after files were written: the place `here`, in which somebody
    waits to see it, before all others."""
    from worlds import plan
    from worlds.digest import digest

    command = [sys.executable, "-m", "metaseoul.reload", READ]
    with subprocess.Popen(command, cwd=house, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        built = sorted(plan.built(), key=lambda place: place.slug != here)
        known = {place.slug: digest(place) for place in built}
        known |= {entry.slug: "" for entry in plan.ENTRIES if entry.slug not in known}
        with contextlib.suppress(BrokenPipeError):
            write(reader.stdin, msgspec.msgpack.encode((known, files)))
        while message := _message(reader.stdout):
            yield msgspec.msgpack.decode(message, type=Edited)
    if reader.returncode:
        yield Edited(error=f"python ended with {reader.returncode}")


def _read(known: dict[str, str], files: list[str]) -> Iterator[Edited]:
    """The same, within the fresh Python. `known`: the plan's digests by slug, the most urgent first; "" where nobody
    went."""
    try:
        from worlds.digest import digest
        from worlds.plan import ENTRIES, place

        entries, touched = {entry.slug for entry in ENTRIES}, _touched(files)
        changed: list[msgspec.Raw] = []
        told = False
        for slug in (slug for slug, kept in known.items() if slug in entries and (kept or slug in touched)):
            fresh = place(slug)
            if digest(fresh) != known[slug]:
                changed.append(msgspec.Raw(msgspec.msgpack.encode(fresh)))
            if changed and slug == next(iter(known)):
                yield Edited(changed)
                changed, told = [], True
        restart = entries != {*known} or not (changed or told)
        if changed or restart:
            yield Edited(changed, restart=restart)
    except Exception as error:
        yield Edited(error=_told(error))


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
    """Watches the house in the present folder; or, asked to read, tells edited places on standard output."""
    if words != [READ]:
        seen = msgspec.msgpack.decode(_message(sys.stdin.buffer), type=Stamps)
        threading.Thread(target=_leave_with, args=(sys.stdin.buffer,), daemon=True).start()
        with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
            watch(HOUSE, seen, lambda files: write(sys.stdout.buffer, msgspec.msgpack.encode(files)))
        return 0
    known, files = msgspec.msgpack.decode(_message(sys.stdin.buffer), type=tuple[dict[str, str], list[str]])
    with os.fdopen(os.dup(1), "wb") as told:
        os.dup2(2, 1)  # what a description prints is no message
        for edited in _read(known, files):
            write(told, msgspec.msgpack.encode(edited))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
