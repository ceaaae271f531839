"""Where the client keeps its things: the platform's own folders, or METASEOUL_HOME for all of them."""

import os
from pathlib import Path

import platformdirs

from metaseoul.faults import Refusal

NAME = "metaseoul"


def data_folder() -> Path:
    """What must not be lost: the embedded office's store, trusted certificates, preferences."""
    return _made(_own("data") or Path(platformdirs.user_data_dir(NAME)))


def trust_folder() -> Path:
    """Certificates (*.pem) of the cities whose documents this client calls genuine."""
    return _made(data_folder() / "trust")


def cache_folder() -> Path:
    """What can be made again: baked light, packed vertices, decoded texts."""
    return _made(_own("cache") or Path(platformdirs.user_cache_dir(NAME)))


def documents_folder() -> Path:
    """Where a citizen expects a saved sheet; not made until something is saved."""
    return _own("documents") or Path(platformdirs.user_documents_dir())


def pictures_folder() -> Path:
    """Where a citizen expects a photograph; made when one is taken."""
    return _made(_own("pictures") or Path(platformdirs.user_pictures_dir()) / "Metaverse Seoul")


def is_file(words: str, ending: str) -> bool:
    """True for the path, typed or dragged, of a file with this ending that is there."""
    path = path_of(words)
    try:
        return path.suffix.lower() == ending and path.is_file()
    except (OSError, ValueError):
        return False


def path_of(words: str) -> Path:
    """The path that was typed, or dragged into a terminal, which puts it into quotes."""
    path = Path(words.strip().strip("'\""))
    try:
        return path.expanduser()
    except RuntimeError:  # "~somebody": nobody of that name here
        return path


def kept(folder: Path, name: str, file: bytes) -> Path:
    """Writes a file into a folder, whole or not at all; the path it became. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    fresh = path.with_suffix(".part")
    fresh.write_bytes(file)
    fresh.replace(path)
    return path


def _own(part: str) -> Path | None:
    root = os.environ.get("METASEOUL_HOME")
    return Path(root) / part if root else None


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("data.unwritable", path=str(folder)) from error
    return folder
