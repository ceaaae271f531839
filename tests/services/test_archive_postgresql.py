"""A city whose records PostgreSQL keeps: in one file while it runs, and back elsewhere, whole or not at all."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from services import archive, pg_tools
from services.archive import DUMP, KEYS
from services.faults import Refusal
from services.settings import Settings
from services.start import start
from tests.servers import Server, wait
from tests.servers import postgres as servers


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    here = servers.postgres(tmp_path_factory.mktemp("postgres"))
    here.start()
    wait(lambda: servers.is_open(here))
    yield here
    here.kill()


@pytest.fixture
def city(server: Server, tmp_path: Path) -> tuple[Path, str]:
    """A data folder with keys, and the address of its records: a visit is kept there."""
    database = f"city_{tmp_path.name[-20:].replace('-', '_').lower()}"
    servers.execute(server, f'CREATE DATABASE "{database}"')
    url, data = servers.url(server, database), tmp_path / "data"
    _visit(data, url)
    return data, url


def _visit(data: Path, url: str, token: str = "") -> str:
    """Opens the office and comes in, or asks who one is; the token."""
    running = start(Settings(data=data, database=url))
    try:
        if token:
            asked = Request(f"{running.url}/sessions/me", headers={"Authorization": f"Bearer {token}"})
            with urlopen(asked) as answer:
                assert json.load(answer)["name"] == "한강"
            return token
        coming = Request(f"{running.url}/sessions", data='{"name": "한강"}'.encode())
        with urlopen(coming) as answer:
            return str(json.load(answer)["token"])
    finally:
        running.close()


def _empty(server: Server, name: str) -> str:
    servers.execute(server, f'CREATE DATABASE "{name}"')
    return servers.url(server, name)


def test_a_city_comes_back_into_another_database_and_knows_whom_it_let_in(
    city: tuple[Path, str], server: Server, tmp_path: Path
) -> None:
    data, url = city
    token = _visit(data, url)
    made = archive.archive(data, tmp_path / "city.tar.gz", url)
    assert DUMP in made.files
    there, back = _empty(server, "back_again"), tmp_path / "back"
    assert archive.restore(tmp_path / "city.tar.gz", back, there) == made
    assert {path.name for path in (back / KEYS).iterdir()} == {path.name for path in (data / KEYS).iterdir()}
    assert _visit(back, there, token) == token


def test_a_database_that_holds_something_is_left_alone(city: tuple[Path, str], tmp_path: Path) -> None:
    data, url = city
    archive.archive(data, tmp_path / "city.tar.gz", url)
    with pytest.raises(Refusal) as refusal:
        archive.restore(tmp_path / "city.tar.gz", tmp_path / "back", url)
    assert refusal.value.code == "archive.not-empty"
    assert not list((tmp_path / "back").iterdir())


def test_records_of_one_kind_do_not_go_into_the_other(city: tuple[Path, str], server: Server, tmp_path: Path) -> None:
    data, url = city
    archive.archive(data, tmp_path / "city.tar.gz", url)
    with pytest.raises(Refusal) as refusal:
        archive.restore(tmp_path / "city.tar.gz", tmp_path / "back")
    assert refusal.value.code == "archive.other-store"


def test_a_server_that_is_away_and_a_missing_tool_are_told_and_an_older_archive_stays(
    city: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, url = city
    file = tmp_path / "city.tar.gz"
    file.write_bytes(b"older")
    with pytest.raises(Refusal) as refusal:
        archive.archive(data, file, "postgresql://seoul:secret@127.0.0.1:9/city")
    assert (refusal.value.code, refusal.value.values["tool"]) == ("archive.tool-failed", "pg_dump")
    assert "secret" not in str(refusal.value.values)
    monkeypatch.setattr(pg_tools.shutil, "which", lambda tool: None)
    with pytest.raises(Refusal) as refusal:
        archive.archive(data, file, url)
    assert (refusal.value.code, refusal.value.values) == ("archive.no-tool", {"tool": "pg_dump"})
    assert file.read_bytes() == b"older"


def test_the_commands_take_the_database_as_the_office_does(
    city: tuple[Path, str], server: Server, tmp_path: Path
) -> None:
    data, url = city
    file, there = str(tmp_path / "city.tar.gz"), _empty(server, "by_command")
    for words in (
        ["archive", file, "--data", str(data), "--database", url],
        ["restore", file, "--data", str(tmp_path / "back"), "--database", there],
    ):
        told = subprocess.run([sys.executable, "-m", "metaseoul", *words], capture_output=True, text=True, timeout=120)
        assert (told.returncode, told.stderr) == (0, ""), told.stderr
    told = subprocess.run(
        [sys.executable, "-m", "metaseoul", "archive", file, "--database", "mysql://x"], capture_output=True, text=True
    )
    assert told.returncode == 2
