"""What this client remembers of its citizen's habits: a language, a folder. Nothing about any person."""

import contextlib
import secrets
from pathlib import Path

import msgspec

from metaseoul.comfort import Comfort
from metaseoul.faults import Refusal
from metaseoul.folders import data_folder
from worlds.avatar import sample_look
from worlds.sessions.wire import Look

LOOKS = 1000
"""How many looks a newcomer's is drawn from, so that two newcomers can be told apart."""


class Preferences(msgspec.Struct):
    """Kept in preferences.json; a damaged file counts as none."""

    language: str = ""
    save_folder: str = ""
    recent: list[str] = []
    look: Look = Look()
    comfort: Comfort = Comfort()
    met: bool = False
    """The first screen was passed once: later visits begin in the city."""


def load() -> Preferences:
    try:
        return msgspec.json.decode(_file().read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return fresh()


def fresh() -> Preferences:
    """Of somebody who was never here."""
    return Preferences(look=sample_look(secrets.randbelow(LOOKS)))


def chosen_language() -> str:
    """What the citizen chose in an earlier visit; empty when they never did, or nothing of it can be read."""
    try:
        return load().language
    except Refusal:
        return ""


def save(preferences: Preferences) -> None:
    """Keeps them for the next visit, whole or not at all. Where nothing can be written they hold for this visit only:
    a habit is not worth an errand."""
    with contextlib.suppress(OSError, Refusal):
        file = _file()
        fresh = file.with_suffix(".new")
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(preferences), indent=1))
        fresh.replace(file)


def _file() -> Path:
    return data_folder() / "preferences.json"
