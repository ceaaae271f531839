"""The city in one file: as it is at one moment while others write, back again whole, and nothing half done."""

import gzip
import io
import sqlite3
import tarfile
import threading
from pathlib import Path

import msgspec
import pytest

from services import archive
from services.archive import DATABASE, KEYS, MANIFEST, Manifest
from services.faults import Refusal
from services.settings import Settings
from services.start import start


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with records of its own and a key."""
    folder = tmp_path / "data"
    (folder / KEYS).mkdir(parents=True)
    (folder / KEYS / "city.pem").write_bytes(b"a key")
    with sqlite3.connect(folder / DATABASE) as records:
        records.execute("PRAGMA journal_mode=WAL")
        records.execute("CREATE TABLE sheets (number INTEGER PRIMARY KEY)")
        records.executemany("INSERT INTO sheets VALUES (?)", [(number,) for number in range(2000)])
    records.close()
    return folder


def count(database: Path) -> int:
    records = sqlite3.connect(database)
    try:
        return int(records.execute("SELECT count(*) FROM sheets").fetchone()[0])
    finally:
        records.close()


def rewritten(file: Path, change: str, content: bytes) -> None:
    """The same archive with one file's content changed."""
    made = io.BytesIO()
    with tarfile.open(file) as old, tarfile.open(fileobj=made, mode="w:gz") as new:
        for member in old:
            packed = old.extractfile(member)
            assert packed is not None
            inside = content if member.name == change else packed.read()
            member.size = len(inside)
            new.addfile(member, io.BytesIO(inside))
    file.write_bytes(made.getvalue())


def test_what_was_archived_comes_back_byte_for_byte_for_its_owner_only(data: Path, tmp_path: Path) -> None:
    file, back = tmp_path / "city.tar.gz", tmp_path / "back"
    made = archive.archive(data, file)
    assert file.stat().st_mode & 0o077 == 0
    assert archive.restore(file, back) == made
    assert count(back / DATABASE) == 2000
    assert (back / KEYS / "city.pem").read_bytes() == b"a key"
    assert (back / KEYS / "city.pem").stat().st_mode & 0o077 == 0
    assert (back / KEYS).stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in back.iterdir()) == [KEYS, DATABASE]


def test_an_archive_is_one_moment_while_others_write(data: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        records = sqlite3.connect(data / DATABASE, timeout=20)
        number = 2000
        while not stop.is_set():
            with records:  # always two together
                records.executemany("INSERT INTO sheets VALUES (?)", [(number,), (number + 1,)])
            number += 2
        records.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for turn in range(5):
            archive.archive(data, tmp_path / "city.tar.gz")
            archive.restore(tmp_path / "city.tar.gz", tmp_path / f"back-{turn}")
            assert count(tmp_path / f"back-{turn}" / DATABASE) % 2 == 0
    finally:
        stop.set()
        writer.join()


def test_a_restored_city_opens_and_knows_whom_it_let_in(tmp_path: Path) -> None:
    first = start(Settings(data=tmp_path / "first"))
    try:
        archive.archive(tmp_path / "first", tmp_path / "city.tar.gz")
    finally:
        first.close()
    archive.restore(tmp_path / "city.tar.gz", tmp_path / "second")
    start(Settings(data=tmp_path / "second")).close()
    for key in (tmp_path / "first" / KEYS).iterdir():
        assert (tmp_path / "second" / KEYS / key.name).read_bytes() == key.read_bytes()


def test_a_folder_that_holds_a_city_is_left_alone(data: Path, tmp_path: Path) -> None:
    archive.archive(data, tmp_path / "city.tar.gz")
    with pytest.raises(Refusal) as refused:
        archive.restore(tmp_path / "city.tar.gz", data)
    assert refused.value.code == "archive.not-empty"
    assert count(data / DATABASE) == 2000


@pytest.mark.parametrize("cut", [0, 1, 40, 2000, -30])
def test_half_an_archive_is_refused_and_nothing_is_left_behind(data: Path, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "city.tar.gz"
    archive.archive(data, file)
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(Refusal) as refused:
        archive.restore(file, tmp_path / "back")
    assert refused.value.code in ("archive.unreadable", "archive.damaged")
    assert not list((tmp_path / "back").iterdir()) if (tmp_path / "back").exists() else True


@pytest.mark.parametrize("name", [DATABASE, f"{KEYS}/city.pem"])
def test_another_content_than_the_manifest_says_is_noticed(data: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "city.tar.gz"
    archive.archive(data, file)
    rewritten(file, name, b"another")
    with pytest.raises(Refusal) as refused:
        archive.restore(file, tmp_path / "back")
    assert refused.value.code == "archive.damaged"
    assert not list((tmp_path / "back").iterdir())


@pytest.mark.parametrize("name", ["../escaped", "/etc/escaped", "keys/../../escaped", "other/file"])
def test_nothing_is_written_outside_the_folder(data: Path, tmp_path: Path, name: str) -> None:
    file, content = tmp_path / "city.tar.gz", b"outside"
    manifest = Manifest(1, "2026-11-26T00:00:00+00:00", {name: "0" * 64, DATABASE: "0" * 64})
    with tarfile.open(file, "w:gz") as tar:
        for each, inside in ((MANIFEST, msgspec.json.encode(manifest)), (name, content)):
            about = tarfile.TarInfo(each)
            about.size = len(inside)
            tar.addfile(about, io.BytesIO(inside))
    with pytest.raises(Refusal) as refused:
        archive.restore(file, tmp_path / "back")
    assert refused.value.code == "archive.damaged"
    assert not list(tmp_path.rglob("escaped"))
    assert not list((tmp_path / "back").iterdir())


def test_a_newer_archive_and_a_file_that_is_none_are_told_apart(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "city.tar.gz"
    archive.archive(data, file)
    rewritten(file, MANIFEST, msgspec.json.encode(Manifest(99, "2030-01-01T00:00:00+00:00", {})))
    with pytest.raises(Refusal, match=r"^archive[.]newer$"):
        archive.restore(file, tmp_path / "back")
    for content in (b"", b"no archive", gzip.compress(b"no tar")):
        file.write_bytes(content)
        with pytest.raises(Refusal, match=r"^archive[.]unreadable$"):
            archive.restore(file, tmp_path / "back")
    with pytest.raises(Refusal, match=r"^archive[.]unreadable$"):
        archive.restore(tmp_path / "nowhere", tmp_path / "back")


def test_where_there_is_no_city_and_where_nothing_can_be_written_an_older_archive_stays(
    data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "city.tar.gz"
    archive.archive(data, file)
    before = file.read_bytes()
    with pytest.raises(Refusal, match=r"^archive[.]nothing$"):
        archive.archive(tmp_path / "nowhere", file)
    (data / DATABASE).write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(Refusal, match=r"^store[.]damaged$"):
        archive.archive(data, file)
    assert file.read_bytes() == before
    with pytest.raises(Refusal, match=r"^archive[.]unwritable$"):
        archive.archive(data, tmp_path / "no" / "such" / "folder" / "city.tar.gz")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
