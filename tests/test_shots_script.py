"""`scripts/shots` draws places and sets them on one sheet."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import lacking

HOUSE = Path(__file__).parent.parent


def shots(*words: str, home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "scripts/shots", *words],
        cwd=HOUSE,
        env={**os.environ, "METASEOUL_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_room_is_drawn_by_day_and_set_on_a_sheet(tmp_path: Path) -> None:
    made = shots("--places", "documents", "--size", "64x36", "--out", str(tmp_path / "out"), home=tmp_path / "home")
    if made.returncode == 1 and "draws nothing" in made.stderr:
        lacking("a renderer")
    assert made.returncode == 0, made.stderr
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["documents-spring-1530.png", "sheet.png"]


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    made = shots("--places", "atlantis", "--out", str(tmp_path), home=tmp_path / "home")
    assert made.returncode == 2
    assert "atlantis" in made.stderr
