"""One renderer for all tests of the stage, and baked light that the tests share."""

import os
from pathlib import Path
from typing import Any

import pytest

from metaseoul.stage.renderer import NoRenderer, offscreen
from tests.conftest import lacking


@pytest.fixture(scope="session")
def baked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the whole run: a place is baked once."""
    kept = os.environ.get("METASEOUL_TEST_CACHE")
    return Path(kept) if kept else tmp_path_factory.mktemp("stage")


@pytest.fixture(autouse=True)
def shared_cache(baked: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test of the stage uses that cache."""
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: baked)


@pytest.fixture(scope="session")
def base() -> Any:
    """The renderer of this machine, drawing into memory with programs."""
    try:
        found = offscreen()
    except NoRenderer:
        lacking("a renderer")
    if not found.win.getGsg().getSupportsBasicShaders():
        lacking("OpenGL")
    return found
