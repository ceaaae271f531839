"""An edited place: only its changed clusters are meshed again, and nothing of it is dark until it is baked anew."""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from metaseoul.stage import batches as meshing
from metaseoul.stage import cache
from metaseoul.stage.batches import batches
from metaseoul.stage.edited import Before, borrowed, key_of, remade
from metaseoul.stage.light import Light
from metaseoul.stage.lighting import corners_of
from metaseoul.stage.pack import Packed, packed
from metaseoul.stage.seasons import stands
from tests.metaseoul.stage.test_seasons import POND
from worlds.geometry.build import Forms
from worlds.shape import Box, Group, Place

STALLS = POND.parts[1]
MOVED = msgspec.structs.replace(
    POND, parts=(POND.parts[0], msgspec.structs.replace(STALLS, parts=(Box("stall", (1, 0, 0), (3, 2, 2), "oak"),)))
)


@pytest.fixture(autouse=True)
def own_cache(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = own_folders / "cache"
    folder.mkdir(parents=True)
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: folder)


def light_of(corners: list[Packed], season: str) -> Light:
    """Some light, another for each batch."""
    columns = []
    for number, batch in enumerate(each for each in corners if stands(each.seasons, season)):
        count = 0 if batch.material == "ground" else len(batch.corners)
        columns.append(np.full((count, 3), 40 + number, np.uint8))
    return Light(tuple(columns), np.zeros((4, 4, 4), np.uint8), (0, 0, 1, 1))


@pytest.mark.parametrize("edited", [MOVED, msgspec.structs.replace(POND, parts=POND.parts[:1])], ids=["moved", "gone"])
def test_what_is_remade_after_an_edit_is_what_would_be_made_from_nothing(edited: Place) -> None:
    corners_of(POND)
    again, before = remade(edited, 0, "summer")
    whole = [packed(batch) for batch in batches(edited)]
    assert before is not None
    assert [key_of(batch) for batch in again] == [key_of(batch) for batch in whole]
    for one, other in zip(again, whole, strict=True):
        assert np.array_equal(one.corners, other.corners)
        assert np.array_equal(one.triangles, other.triangles)


def test_only_a_changed_cluster_is_meshed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    corners_of(POND)
    asked: list[tuple[str, bool]] = []
    meshes_of = meshing._meshes_of

    def noted(group: Group, level: int, forms: Forms, shared: bool = False) -> Any:
        asked.append((group.name, shared))
        return meshes_of(group, level, forms, shared)

    monkeypatch.setattr(meshing, "_meshes_of", noted)
    remade(MOVED, 0, "summer")
    assert {name for name, shared in asked if not shared} == {"stalls"}


def test_unchanged_clusters_keep_their_light_and_a_changed_one_takes_that_of_what_stood_there() -> None:
    old, _ = corners_of(POND)
    light = light_of(old, "summer")
    cache.keep_light(POND, 0, "summer", light)
    made, before = remade(MOVED, 0, "summer")
    assert before is not None
    before = Before(before.corners, light)
    taken = borrowed(made, before, "summer")
    assert taken is not None
    was = dict(zip((key_of(b) for b in old if stands(b.seasons, "summer")), light.corners, strict=True))
    for batch, columns in zip((b for b in made if stands(b.seasons, "summer")), taken.corners, strict=True):
        if batch.cluster == "garden":
            assert np.array_equal(columns, was[key_of(batch)])
        elif batch.cluster == "stalls":
            assert len(columns) == len(batch.corners)
            assert (columns >= 40).all()


def test_with_no_light_before_there_is_none_to_borrow() -> None:
    corners_of(POND)
    made, before = remade(MOVED, 0, "summer")
    assert before is not None
    assert borrowed(made, before, "summer") is None
