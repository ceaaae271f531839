"""One office for all tests of the client that do not close it: real HTTP, a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from metaseoul.local import office


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
