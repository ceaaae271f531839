"""What every test may need: a machine that says what it lacks, and no trace of the person who runs the tests."""

import os
import shutil
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


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test keeps its city in a folder of its own, in Korean."""
    home = tmp_path / "home"
    monkeypatch.setenv("METASEOUL_DATA", str(home))
    monkeypatch.setenv("METASEOUL_LANGUAGE", "ko")
    return home
