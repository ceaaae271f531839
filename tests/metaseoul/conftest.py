"""One office for the tests that do not close it (real HTTP, a folder of its own), and one window in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from metaseoul.local import office
from metaseoul.stage.renderer import NoRenderer, offscreen
from tests.conftest import lacking
from tests.metaseoul.pads import Hand

SIZE = (1280, 720)


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as setting:
        setting.setenv("METASEOUL_HOME", str(tmp_path_factory.mktemp("office")))
        with office() as address:
            yield address


@pytest.fixture
def own_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An office of its own: whoever left another test without a goodbye stands about there for half a minute."""
    monkeypatch.setenv("METASEOUL_HOME", str(tmp_path / "office"))
    with office() as address:
        yield address


@pytest.fixture(scope="module")
def base() -> Iterator[Any]:
    """The renderer of this machine with a picture as large as a window."""
    try:
        found = offscreen()
    except NoRenderer:
        lacking("a renderer")
    was = found.win.get_x_size(), found.win.get_y_size()
    found.win.set_size(*SIZE)
    yield found
    found.win.set_size(*was)


@pytest.fixture
def hand(base: Any) -> Iterator[Hand]:
    found = Hand(base)
    yield found
    found.close()
