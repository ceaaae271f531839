"""Pictures: the same twice, like the ones that were looked at and accepted, and clear words for bad input.

METASEOUL_ACCEPT=1 writes the accepted pictures anew; look at each before committing it.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from panda3d.core import Filename, PNMImage

from metaseoul import shot
from metaseoul.stage.tiers import LOWEST, MIDDLE, Tier
from worlds.plan import place

pytestmark = pytest.mark.window
HERE = Path(__file__).parent
SIZE = (256, 144)
MEAN, WORST = 4.0, 0.03
"""Most mean difference of 255 levels, and most share of pixels that differ by more than 40."""
VIEWS: tuple[tuple[str, str, Tier, float, int], ...] = (
    ("plaza", "eye", MIDDLE, 15.5, 40),
    ("plaza", "aerial", LOWEST, 18.8, 40),
    ("city-hall", "entrance", MIDDLE, 11.0, 8),
    ("documents", "door", LOWEST, 15.5, 2),
)


def pixels(path: Path) -> np.ndarray:
    picture = PNMImage()
    assert picture.read(Filename.fromOsSpecific(str(path)))
    rows = [[picture.getXelVal(x, y) for x in range(picture.getXSize())] for y in range(picture.getYSize())]
    return np.array([[(v[0], v[1], v[2]) for v in row] for row in rows], float)


def taken(where: str, view: str, tier: Tier, hour: float, crowd: int, out: Path) -> Path:
    there = place(where)
    shot.picture(there, there.views[view], SIZE, tier, hour, "spring", out, crowd=crowd)
    return out


@pytest.mark.parametrize(
    ("where", "view", "tier", "hour", "crowd"), VIEWS, ids=lambda value: str(getattr(value, "name", value))
)
def test_a_view_looks_as_it_was_accepted(
    base: Any, tmp_path: Path, where: str, view: str, tier: Tier, hour: float, crowd: int
) -> None:
    accepted = HERE / f"{where}-{view}-{tier.name}.png"
    out = taken(where, view, tier, hour, crowd, tmp_path / "now.png")
    if os.environ.get("METASEOUL_ACCEPT") == "1":
        accepted.write_bytes(out.read_bytes())
    difference = np.abs(pixels(out) - pixels(accepted))
    assert difference.mean() <= MEAN
    assert (difference.max(2) > 40).mean() <= WORST


def test_accepted_pictures_are_small() -> None:
    pictures = sorted(HERE.glob("*.png"))
    assert len(pictures) == len(VIEWS)
    assert all(picture.stat().st_size < 60_000 for picture in pictures)


def test_two_pictures_of_one_view_are_equal_byte_for_byte(base: Any, tmp_path: Path) -> None:
    once, again = (taken("documents", "door", MIDDLE, 15.5, 3, tmp_path / name) for name in ("a.png", "b.png"))
    assert once.read_bytes() == again.read_bytes()


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--language")
    shot.add_arguments(parser)
    return parser.parse_args([*words, "--language", "ko"])


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("atlantis",), "atlantis"),
        (("plaza", "--view", "nowhere"), "nowhere"),
        (("plaza", "--out", "picture.jpg"), "picture.jpg"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(
    words: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shot.run(asked(*words)) == 2
    said = capsys.readouterr().err
    assert named in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("words", [("--size", "0x9"), ("--size", "big"), ("--time", "25:00"), ("--crowd", "-1")])
def test_a_number_that_cannot_be_is_refused_by_the_command_line(words: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as refused:
        asked("plaza", *words)
    assert refused.value.code == 2


def test_other_names_of_places_are_understood(base: Any, tmp_path: Path) -> None:
    out = tmp_path / "office.png"
    arguments = asked("document-office", "--size", "96x54", "--tier", "lowest", "--out", str(out))
    assert shot.run(arguments) == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_folder_that_is_not_there_is_told(base: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = asked("documents", "--size", "32x18", "--tier", "lowest", "--out", str(tmp_path / "no" / "a.png"))
    assert shot.run(arguments) == 1
    assert "a.png" in capsys.readouterr().err


def test_without_opengl_the_place_is_drawn_plainly_and_the_picture_says_so(tmp_path: Path, baked: Path) -> None:
    out = tmp_path / "plain.png"
    words = ["shot", "documents", "--size", "160x90", "--tier", "lowest", "--crowd", "2", "--out", str(out)]
    told = {"METASEOUL_RENDERER": "software", "METASEOUL_HOME": str(tmp_path), "METASEOUL_LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-m", "metaseoul", *words, "--language", "en"],
        env=os.environ | told, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "no OpenGL" in done.stderr
    shown = pixels(out)
    assert shown.std() > 20
    assert 60 < shown.mean() < 245


def test_progress_is_written_over_on_a_terminal_and_a_line_each_quarter_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        show = shot._shown_progress(lambda key: "light")
        for step in range(101):
            show(step / 100, "stage.light")
        show(1.0, "stage.ready")
        return capsys.readouterr().err

    assert told().splitlines() == [f"light {share:3}%" for share in (0, 25, 50, 75, 100)]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    line = told()
    assert line.count("\r") > 90
    assert line.count("\n") == 1
