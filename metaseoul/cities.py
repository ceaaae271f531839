"""Cities brought in: surveyed files kept among the citizen's data, as further places of the plan."""

import shutil
from functools import partial
from pathlib import Path

from metaseoul.faults import Refusal
from metaseoul.folders import data_folder
from metaseoul.texts import LANGUAGES
from worlds import plan
from worlds.entry import Entry
from worlds.shape import Place

KINDS = (".json", ".jsonl")


def bring_in(path: Path) -> Place:
    """Keeps a CityJSON file and makes it a place of the plan. Raises Refusal."""
    place = _read(path)
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f".{path.name}.part"
        shutil.copyfile(path, unfinished)
        unfinished.replace(folder / f"{place.slug}{path.suffix.lower()}")
    except OSError:
        raise Refusal("data.unwritable", path=str(folder)) from None
    join()
    return place


def join() -> None:
    """Every city that was brought in is a place of the plan from now on; it is read when somebody goes there."""
    for path in sorted(_folder().glob("*.json*")):
        if path.suffix in KINDS and path.stem not in {known.slug for known in plan.ENTRIES}:
            name = dict.fromkeys(LANGUAGES, path.stem)
            plan.add(Entry(path.stem, name, name, partial(_read, path)))


def named(word: str) -> Place:
    """A place of the plan, or the one in a CityJSON file of this name; raises UnknownPlace, Refusal."""
    path = Path(word)
    if path.suffix.lower() in KINDS and path.exists():
        return _read(path)
    join()
    return plan.place(word)


def refuse_taken(path: Path) -> None:
    """A file called as a place of Seoul is called would hide it."""
    from metaseoul.cityjson.place import slug_of

    taken = {known.slug for known in plan.ENTRIES} - {kept.stem for kept in _folder().glob("*.json*")}
    if slug_of(path) in taken:
        raise Refusal("cityjson.name-taken", file=path.name, place=slug_of(path))


def _read(path: Path) -> Place:
    """The place in a file; its reader is loaded when a file is read."""
    from metaseoul.cityjson import place_of

    return place_of(path)


def _folder() -> Path:
    return data_folder() / "cities"
