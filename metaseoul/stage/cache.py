"""What the stage has made once and keeps: packed corners of a place, and its light for each height of the sun.

Kept under the cache folder by the digest of the place and of the code that made it; a damaged file is made again.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import msgspec
import numpy as np

import worlds.geometry
from metaseoul.folders import cache_folder
from metaseoul.stage.light import Light
from metaseoul.stage.pack import Packed
from metaseoul.stage.sky import BANDS
from worlds import palette
from worlds.digest import digest
from worlds.shape import Place

UNREADABLE = (OSError, ValueError, KeyError, EOFError, BadZipFile)
HEX = "[0-9a-f]"
_encoder = msgspec.msgpack.Encoder(order="deterministic")
SMALL = ("cluster", "cell", "material", "level", "setting")


@cache
def recipe() -> str:
    """A short name for the code that makes meshes and light: change it and nothing old is used."""
    own = Path(__file__).parent
    names = ("batches", "weave", "pack", "light", "depth", "ground_detail", "bake_outdoors", "bake_indoors")
    sources = [own / f"{name}.py" for name in names] + [Path(palette.__file__)]
    sources += sorted(Path(worlds.geometry.__path__[0]).glob("*.py"))
    return sha256(repr(BANDS).encode() + b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def kept_at(place: Place, what: str) -> Path:
    """Where something of a place is kept."""
    return cache_folder() / "stage" / f"{place.slug}-{digest(place)}-{recipe()}-{what}.npz"


def keep_batches(place: Place, batches: Sequence[Packed]) -> bool:
    """Keeps the packed corners of a place; whether they could be kept."""
    columns = {"clusters": np.array([f"{mark} {name}" for name, mark in marks(place).items()])}
    for number, batch in enumerate(batches):
        about = [str(getattr(batch, name)) for name in SMALL]
        columns[f"{number}.about"] = np.array([*about, " ".join(batch.seasons)])
        for name in ("corners", "triangles", "sample", "occlusion"):
            columns[f"{number}.{name}"] = getattr(batch, name)
    return _write(place, "corners", columns)


def kept_batches(place: Place) -> list[Packed] | None:
    """The packed corners of a place, or None when they have to be made."""
    try:
        with np.load(kept_at(place, "corners"), allow_pickle=False) as kept:
            count = sum(name.endswith(".about") for name in kept.files)
            return [_batch(kept, number) for number in range(count)]
    except UNREADABLE:
        return None


def marks(place: Place) -> dict[str, str]:
    """A short name for what decides about each cluster's meshes: its parts, and the place's measure."""
    found: dict[str, str] = {}
    for group in place.parts:
        about = _encoder.encode((group, place.bounds, place.indoor))
        found[group.name] = sha256(found.get(group.name, "").encode() + about).hexdigest()[:16]
    return found


def earlier(place: Place) -> tuple[list[Packed], dict[str, str], Path] | None:
    """The corners of a place as it was before an edit, the marks of its clusters, and the file; None: no such."""
    path = kept_at(place, "corners")
    for old in sorted(path.parent.glob(f"{place.slug}-{HEX * 16}-{recipe()}-corners.npz")):
        with suppress(*UNREADABLE), np.load(old, allow_pickle=False) as kept:
            count = sum(name.endswith(".about") for name in kept.files)
            words = (str(line).split(" ", 1) for line in kept["clusters"])
            return [_batch(kept, number) for number in range(count)], {name: mark for mark, name in words}, old
    return None


def earlier_light(corners: Path, band: int, variant: str) -> Light | None:
    """The light that belongs to a file of corners."""
    return _light(corners.with_name(corners.name.replace("-corners.npz", f"-light{band}{variant}.npz")))


def are_kept(place: Place) -> bool:
    """Whether the packed corners of a place seem to be there."""
    return kept_at(place, "corners").is_file()


def _batch(kept: "np.lib.npyio.NpzFile", number: int) -> Packed:
    cluster, cell, material, level, setting, seasons = (str(word) for word in kept[f"{number}.about"])
    return Packed(
        cluster,
        int(cell),
        material,
        int(level),
        setting == "True",
        corners=kept[f"{number}.corners"],
        triangles=kept[f"{number}.triangles"],
        sample=kept[f"{number}.sample"],
        occlusion=kept[f"{number}.occlusion"],
        seasons=tuple(seasons.split()),
    )


def keep_light(place: Place, band: int, variant: str, light: Light) -> bool:
    """Keeps the light of a place for one height of the sun and what stands there in a season (see
    metaseoul/stage/seasons.py); whether it could be kept."""
    columns = {f"corners.{number}": corners for number, corners in enumerate(light.corners)}
    about = {"ground": light.ground, "rect": np.array(light.rect)}
    return _write(place, f"light{band}{variant}", columns | about)


def kept_light(place: Place, band: int, variant: str) -> Light | None:
    """The light of a place, or None when it has to be baked."""
    return _light(kept_at(place, f"light{band}{variant}"))


def _light(path: Path) -> Light | None:
    try:
        with np.load(path, allow_pickle=False) as kept:
            corners = tuple(kept[f"corners.{number}"] for number in range(len(kept.files) - 2))
            x0, y0, x1, y1 = (float(value) for value in kept["rect"])
            return Light(corners, kept["ground"], (x0, y0, x1, y1))
    except UNREADABLE:
        return None


def sweep(process: int) -> None:
    """Takes away what a process left unfinished."""
    for unfinished in (cache_folder() / "stage").glob(f"*.{process}.part"):
        with suppress(OSError):
            unfinished.unlink()


def _write(place: Place, what: str, columns: dict[str, np.ndarray]) -> bool:
    """Whole or not at all, and whether it was; what cannot be kept is made anew next time."""
    path = kept_at(place, what)
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{place.slug}-{HEX * 16}-{HEX * 12}-{what}.npz"):
            if old != path:
                old.unlink(missing_ok=True)
        with unfinished.open("wb") as file:
            np.savez(file, **columns)  # type: ignore[arg-type]
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    return True
