"""The whole city in one file, and back again: the database as it is at one moment, and the keys.

A tar file, gzipped: `manifest.json` (first) with the moment, the version of the records and the SHA-256 of every other
file; `office.db`, copied by SQLite's online backup while the office runs, or `office.dump` by pg_dump where PostgreSQL
keeps the records; `keys/`. It holds the city's secrets: it is made for its owner only, as the keys are.
"""

import contextlib
import gzip
import hashlib
import io
import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from services import pg_tools
from services.faults import Refusal

MANIFEST, DATABASE, DUMP, KEYS = "manifest.json", "office.db", "office.dump", "keys"
FORMAT = 1
"""Raised when an older release could not bring an archive back."""
MOST = 64 * 2**30
"""Bytes that are unpacked at most."""

UNREADABLE = (
    tarfile.TarError,
    zlib.error,
    gzip.BadGzipFile,
    EOFError,
    FileNotFoundError,
    ValueError,
    msgspec.DecodeError,
)
"""What a file raises that is no archive, or only half of one."""


class Manifest(msgspec.Struct, frozen=True):
    """What an archive says of itself."""

    format: int
    made: str
    """The moment, ISO 8601 in UTC."""
    files: dict[str, str]
    """SHA-256 of each, in hexadecimal, by its path in the archive."""


def archive(data: Path, file: Path, postgresql: str = "") -> Manifest:
    """Writes the city of a data folder to `file`, whole or not at all; an older file of that name makes way. The office
    may run. `postgresql`: where the records are, if they are not in the folder.

    Raises Refusal: archive.nothing, archive.unwritable, archive.no-tool, archive.tool-failed, store.damaged.
    """
    database = data / DATABASE
    if not postgresql and not database.is_file():
        raise Refusal("archive.nothing", path=str(database))
    try:
        with tempfile.TemporaryDirectory(dir=file.absolute().parent, prefix=".archive-") as folder:
            copy = Path(folder, DUMP if postgresql else DATABASE)
            if postgresql:
                pg_tools.dump(postgresql, copy)
            else:
                _copied(database, copy)
            keys = (path for path in sorted((data / KEYS).glob("*")) if path.is_file())
            found = {copy.name: copy} | {f"{KEYS}/{path.name}": path for path in keys}
            made = datetime.now(UTC).isoformat(timespec="seconds")
            manifest = Manifest(FORMAT, made, {name: _digest(path) for name, path in found.items()})
            packed = Path(folder, "packed")
            with tarfile.open(packed, "w:gz", compresslevel=6) as tar:
                _add(tar, MANIFEST, msgspec.json.encode(manifest))
                for name, path in found.items():
                    tar.add(path, name, recursive=False, filter=_plain)
            packed.chmod(0o600)
            os.replace(packed, file)
    except sqlite3.DatabaseError as broken:
        raise Refusal("store.damaged", path=str(database)) from broken
    except OSError as error:
        raise Refusal("archive.unwritable", path=str(file), problem=error.strerror or str(error)) from error
    return manifest


def restore(file: Path, data: Path, postgresql: str = "") -> Manifest:
    """Brings an archive back into a data folder that holds no city, and its records, if PostgreSQL kept them, into a
    database that holds nothing; whole or not at all.

    Raises Refusal: archive.unreadable, archive.damaged, archive.newer, archive.not-empty, archive.other-store,
    archive.no-tool, archive.tool-failed, data.unwritable.
    """
    if (data / DATABASE).exists() or (data / KEYS).exists():
        raise Refusal("archive.not-empty", path=str(data))
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as folder:
            manifest = _unpacked(file, Path(folder))
            if bool(postgresql) != (DUMP in manifest.files):
                raise Refusal("archive.other-store", path=str(file))
            if postgresql:
                pg_tools.load(Path(folder) / DUMP, postgresql)
            if (Path(folder) / KEYS).is_dir():
                os.replace(Path(folder) / KEYS, data / KEYS)
            if not postgresql:
                os.replace(Path(folder) / DATABASE, data / DATABASE)  # last: without it there is no city here
    except OSError as error:
        raise Refusal("data.unwritable", path=str(data)) from error
    return manifest


def _copied(database: Path, copy: Path) -> None:
    """SQLite's online backup: one moment of the records, while others write."""
    with (
        contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def _unpacked(file: Path, folder: Path) -> Manifest:
    """The files of an archive in a folder, each as its manifest says."""
    manifest: Manifest | None = None
    try:
        with tarfile.open(file, "r:gz") as tar:
            first = tar.next()
            told = tar.extractfile(first) if first is not None and first.name == MANIFEST else None
            if told is None:
                raise Refusal("archive.unreadable", path=str(file))
            manifest = msgspec.json.decode(told.read(2**20), type=Manifest)
            if manifest.format > FORMAT:
                raise Refusal("archive.newer", path=str(file))
            _lay_out(tar, manifest, folder)
    except UNREADABLE as error:
        code = "archive.unreadable" if manifest is None else "archive.damaged"
        raise Refusal(code, path=str(file)) from error
    wrong = [name for name, digest in manifest.files.items() if _digest(folder / name) != digest]
    if wrong or not (DUMP in manifest.files or _is_whole(folder / DATABASE)):
        raise Refusal("archive.damaged", path=str(file))
    return manifest


def _lay_out(tar: tarfile.TarFile, manifest: Manifest, folder: Path) -> None:
    """Writes exactly the files that the manifest names, for their owner only; whatever else there is stays packed."""
    left = MOST
    (folder / KEYS).mkdir(mode=0o700)
    for member in tar:
        if member.name not in manifest.files or not member.isfile():
            continue
        if member.name not in (DATABASE, DUMP) and Path(member.name).parent != Path(KEYS):
            raise ValueError(member.name)
        left -= member.size
        packed = tar.extractfile(member)
        if left < 0 or packed is None:
            raise ValueError(member.name)
        with os.fdopen(os.open(folder / member.name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as laid:
            shutil.copyfileobj(packed, laid)


def _is_whole(database: Path) -> bool:
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False


def _digest(path: Path) -> str:
    """SHA-256; of a file that is not there, nothing."""
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    about = tarfile.TarInfo(name)
    about.size, about.mode = len(content), 0o600
    tar.addfile(about, io.BytesIO(content))


def _plain(about: tarfile.TarInfo) -> tarfile.TarInfo:
    """Nothing of this machine: no owner, no more rights than a key has."""
    about.uid = about.gid = 0
    about.uname = about.gname = ""
    about.mode = 0o600
    return about
