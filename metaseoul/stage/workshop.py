"""The workshop: where the stage lets a place's corners and light be made by a process of its own, the baker.

At most one baker works at a time. It ends when it is done, when another place is asked for, when the workshop closes,
or by itself when this process is gone. Whoever asks never waits: what the baker could not do the stage does itself.
"""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from metaseoul.clock import season
from metaseoul.folders import cache_folder
from metaseoul.home import HOME
from metaseoul.stage import sky

if TYPE_CHECKING:
    from worlds.shape import Place

HOUSE = Path(__file__).parent.parent.parent
PATIENCE = 20.0
"""Seconds after which nobody waits any longer for a baker's corners."""
ONLY_CORNERS = -1
"""In the stead of a band of the sun: no light is wanted."""
QUIET = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "LP_NUM_THREADS": "1"}
"""One core is enough for a baker: the others belong to the frames."""


class Work:
    """One baker at work, followed on a thread; its attributes may be read at any time."""

    def __init__(self, slug: str, band: int, season: str, place: bytes) -> None:
        self.slug, self.band, self.season = slug, band, season
        self.packed = threading.Event()
        """Set when the corners are kept, or will not be."""
        self.share = 0.0
        """How far the light is, 0..1."""
        self.ended = False
        self.kept = False
        """Once ended: whether the light is kept."""
        self.process: subprocess.Popen[bytes] | None = None
        try:
            self.process = _baker(slug, str(band), season)
        except OSError:
            self.ended = True
            self.packed.set()
            return
        self._thread = threading.Thread(target=self._follow, args=(self.process, place), daemon=True)
        self._thread.start()

    def _follow(self, process: "subprocess.Popen[bytes]", place: bytes) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(OSError, ValueError):  # it died, or was ended meanwhile
            process.stdin.write(len(place).to_bytes(8, "big") + place)
            process.stdin.flush()
            for line in process.stdout:
                word, _, value = line.decode("ascii", "replace").strip().partition(" ")
                if word == "packed":
                    self.packed.set()
                elif word == "light":
                    self.share = float(value)
                elif word == "kept":
                    self.kept = self.ended = True
        self.kept |= process.wait() == 0
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()
        for unfinished in (cache_folder() / "stage").glob(f"*.{process.pid}.part"):
            unfinished.unlink(missing_ok=True)
        self.ended = True
        self.packed.set()

    def end(self) -> None:
        """Ends the baker at once and leaves nothing of it."""
        if self.process is not None:
            self.process.kill()
            self._thread.join(2.0)


def _baker(*words: str) -> "subprocess.Popen[bytes]":
    """A process that makes what the words ask for; raises OSError."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "metaseoul.stage.baker", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | QUIET | {"PYTHONPATH": os.pathsep.join([str(HOUSE), *_python_path()])},
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )


class Workshop:
    """What the stage asks for things to be made beside it."""

    def __init__(self) -> None:
        self.work: Work | None = None

    def is_at(self, slug: str) -> bool:
        """Whether a baker is at work on a place."""
        return self.work is not None and not self.work.ended and self.work.slug == slug

    def await_corners(self, slug: str) -> None:
        """Waits for the corners of a place, if a baker is about to have them."""
        work = self.work
        if work is not None and work.slug == slug:
            work.packed.wait(PATIENCE)

    def make_corners(self, place: "Place") -> None:
        """Has the corners of a place made and kept by a process of its own, and waits for them; on a thread."""
        import msgspec

        packed = msgspec.msgpack.encode(place)
        with contextlib.suppress(OSError, ValueError), _baker(place.slug, str(ONLY_CORNERS), "") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(len(packed).to_bytes(8, "big") + packed)
            process.stdin.flush()
            process.stdout.readline()

    def order(self, place: "Place", band: int, season: str = sky.FIRST_SEASON) -> Work:
        """The baker of a place's light: the one at work, or a new one in the stead of any other."""
        work = self.work
        if work is not None and not work.ended and (work.slug, work.band, work.season) == (place.slug, band, season):
            return work
        import msgspec

        return self.begin(place.slug, band, season, msgspec.msgpack.encode(place))

    def begin(self, slug: str, band: int, season: str, place: bytes = b"") -> Work:
        """A new baker in the stead of any other; without a packed place it builds the one of the plan."""
        self.close()
        self.work = Work(slug, band, season, place)
        return self.work

    def close(self) -> None:
        """Ends the baker at work, if there is one."""
        if self.work is not None:
            self.work.end()
            self.work = None


def seem_kept(slug: str) -> bool:
    """Whether a place of that name was packed before, whatever it was like."""
    return any((cache_folder() / "stage").glob(f"{slug}-*-corners.npz"))


@contextlib.contextmanager
def begun() -> Iterator[Workshop]:
    """A workshop that is at work on the place where visits begin, unless that seems to be kept already."""
    workshop = Workshop()
    try:
        if not seem_kept(HOME):
            workshop.begin(HOME, sky.band(sky.FIRST_HOUR), season())
        yield workshop
    finally:
        workshop.close()


def _python_path() -> list[str]:
    given = os.environ.get("PYTHONPATH")
    return [given] if given else []
