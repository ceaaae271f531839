"""What every test may need: a machine that says what it lacks, and no trace of the person who runs the tests."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

REQUIRE_ALL = os.environ.get("METASEOUL_REQUIRE_ALL") == "1"


def lacking(what: str) -> NoReturn:
    """This machine lacks what the test needs: skipped with the reason, or failed when nothing may be skipped."""
    if REQUIRE_ALL:
        pytest.fail(f"METASEOUL_REQUIRE_ALL=1 and this machine lacks {what}")
    pytest.skip(f"this machine lacks {what}")


def need(program: str) -> str:
    """The path of a program that the test runs."""
    return shutil.which(program) or lacking(program)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """An X display: the one there is, or one of the tests' own that nobody sees."""
    if there := os.environ.get("DISPLAY"):
        yield there
        return
    if not shutil.which("Xvfb"):
        lacking("an X display, or Xvfb to make one")
    with x_server("-noreset") as name:
        yield name


@contextmanager
def x_server(*more: str) -> Iterator[str]:
    """An X server that nobody sees: its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", *more]
    server = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test keeps its city in a folder of its own, in Korean."""
    home = tmp_path / "home"
    monkeypatch.setenv("METASEOUL_HOME", str(home))
    monkeypatch.setenv("METASEOUL_LANGUAGE", "ko")
    return home
