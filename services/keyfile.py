"""Secrets the office makes for itself at first start: one file each, readable by its owner only."""

import os
from collections.abc import Callable
from pathlib import Path

from services.unopened import StartFault


def kept_secret(file: Path, make: Callable[[], bytes]) -> bytes:
    """What the file holds; made now if there is none yet. Raises StartFault."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            _write(file, make())
        return file.read_bytes()
    except OSError:
        raise StartFault("data.unwritable", path=str(file)) from None


def replace_secret(file: Path, content: bytes) -> None:
    """Other content for a secret's file, whole or not at all. Raises OSError."""
    _write(file, content)


def _write(file: Path, content: bytes) -> None:
    # Whole or not at all: a half-written key after a power cut would lock every citizen out.
    trial = file.with_suffix(".new")
    trial.unlink(missing_ok=True)
    handle = os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    trial.replace(file)
