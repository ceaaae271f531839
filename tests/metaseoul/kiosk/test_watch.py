"""A kiosk's program that ended, or no longer moves, is there again within five seconds."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WATCHED = """
import os, sys, time
from metaseoul.kiosk.watch import Heart
heart, log = Heart(), open(sys.argv[1], "a")
print(time.time(), os.getpid(), file=log, flush=True)
while True:
    heart.beat()
    time.sleep(0.05)
    if os.path.exists(sys.argv[2]):
        os.unlink(sys.argv[2])
        {fails}
"""
WATCHER = """
import sys
from metaseoul.kiosk.watch import watch
sys.exit(watch([sys.executable, "-c", sys.argv[1], *sys.argv[2:]], lambda key: print(key, flush=True)))
"""


def begun(log: Path) -> list[tuple[float, int]]:
    lines = log.read_text().split("\n") if log.exists() else []
    return [(float(line.split()[0]), int(line.split()[1])) for line in lines if line]


@contextmanager
def watched(folder: Path, fails: str) -> Iterator[subprocess.Popen[str]]:
    code = WATCHED.replace("{fails}", fails)
    command = [sys.executable, "-c", WATCHER, code, str(folder / "log"), str(folder / "now")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.terminate()
        assert process.wait(10) == 0


def until_begun(log: Path, times: int, patience: float = 30.0) -> list[tuple[float, int]]:
    end = time.monotonic() + patience
    while len(found := begun(log)) < times:
        assert time.monotonic() < end, "it did not begin again"
        time.sleep(0.02)
    return found


@pytest.mark.parametrize(
    ("fails", "told", "seconds"),
    [("os._exit(3)", "ended", 5.0), ("os.kill(os.getpid(), 9)", "ended", 5.0), ("time.sleep(600)", "stuck", 9.0)],
    ids=["ends", "is killed", "hangs"],
)
def test_it_is_there_again(tmp_path: Path, fails: str, told: str, seconds: float) -> None:
    """A hang is noticed after four seconds of silence; from then on it is the same."""
    with watched(tmp_path, fails) as process:
        until_begun(tmp_path / "log", 1)
        time.sleep(0.3)
        failed = time.time()
        (tmp_path / "now").touch()
        second = until_begun(tmp_path / "log", 2)[1]
        assert process.stdout.readline().strip() == told
        assert second[0] - failed < seconds * 2  # on a machine that is busy


def test_who_is_told_to_end_takes_the_program_along(tmp_path: Path) -> None:
    with watched(tmp_path, "pass") as process:
        number = until_begun(tmp_path / "log", 1)[0][1]
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
