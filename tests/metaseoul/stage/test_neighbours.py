"""A neighbouring place comes to the card in small steps, and is shown the moment somebody goes there."""

from typing import Any

import msgspec
import pytest

from metaseoul.stage import cache
from metaseoul.stage.lighting import corners_of
from metaseoul.stage.neighbours import MOST, STEP
from metaseoul.stage.renderer import canvas
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import LOWEST
from metaseoul.stage.workshop import Workshop
from tests.metaseoul.stage.test_seasons import POND
from worlds.plan import place

pytestmark = pytest.mark.window
ENOUGH = 200
"""Frames."""


def frames(base: Any, stage: Stage, where: Any) -> list[int]:
    """Bytes that went to the card in each frame until a place was ready."""
    drawn = canvas(base, (160, 90), 0, stage.root)
    brought: list[int] = []
    try:
        while not stage.prepared(where) and len(brought) < ENOUGH:
            stage.update(drawn.camera, len(brought) / 60, 90)
            base.graphicsEngine.renderFrame()
            brought.append(stage.brought)
    finally:
        drawn.close()
    return brought


@pytest.fixture
def stage(base: Any) -> Any:
    made = Stage(base, LOWEST)
    made.enter(POND)
    yield made
    made.close()


def test_no_frame_brings_more_than_a_step_or_one_large_mesh(base: Any, stage: Stage) -> None:
    where = place("plaza")
    stage.prepare(where)
    brought = frames(base, stage, where)
    assert stage.prepared(where)
    ground = 4 << 20
    largest = max(batch.corners.nbytes + batch.triangles.size * 4 for batch in corners_of(where)[0])
    assert max(brought) <= STEP + max(largest, ground)
    assert sum(brought) > 2 * STEP
    assert len(brought) > 2


def test_a_prepared_place_is_entered_with_nothing_to_build(base: Any, stage: Stage, monkeypatch: Any) -> None:
    where = place("documents")
    stage.prepare(where)
    frames(base, stage, where)
    monkeypatch.setattr("metaseoul.stage.stage.corners_and_light", lambda *_: pytest.fail("it is built again"))
    stage.enter(where)
    assert stage.place is where
    assert stage.prepared(POND)  # the way back is as short
    stage.enter(POND)
    assert stage.place is POND


def test_a_place_whose_value_was_edited_meanwhile_is_not_the_prepared_one(base: Any, stage: Stage) -> None:
    where = place("documents")
    stage.prepare(where)
    frames(base, stage, where)
    assert not stage.prepared(msgspec.structs.replace(where, spawn=(0, 0, 90)))


def test_of_too_many_neighbours_the_one_wanted_longest_ago_goes(base: Any, stage: Stage) -> None:
    first, second, *others = (msgspec.structs.replace(POND, slug=f"pond-{number}") for number in range(MOST + 1))
    for where in (first, second):
        stage.prepare(where)
        frames(base, stage, where)
    stage.want(first)
    for where in others:
        stage.prepare(where)
        frames(base, stage, where)
    assert [stage.prepared(where) for where in (first, second, *others)] == [True, False, *[True] * (MOST - 1)]


@pytest.mark.parametrize("forgotten", [True, False])
def test_a_place_that_is_done_after_everything_was_forgotten_is_not_kept(
    base: Any, stage: Stage, monkeypatch: pytest.MonkeyPatch, forgotten: bool
) -> None:
    where = msgspec.structs.replace(POND, slug="late")

    def slowly(*of: Any) -> Any:
        if forgotten:
            stage.forget_neighbours()  # while it is being made, on a thread
        return corners_of(*of)

    monkeypatch.setattr("metaseoul.stage.stage.corners_of", slowly)
    stage.prepare(where)
    assert stage.beside(where) is not forgotten
    frames(base, stage, where)
    assert stage.prepared(where) is not forgotten


def test_a_season_that_changes_meanwhile_is_shown_on_entering(base: Any, stage: Stage) -> None:
    where = msgspec.structs.replace(POND, slug="other")
    stage.prepare(where)
    frames(base, stage, where)
    stage.set_time(12.0, "winter")
    stage.enter(where)
    seen = [node.getName() for node in stage.root.findAllMatches("**/other/drawn/*") if not node.isHidden()]
    assert sum(name.startswith("ground") for name in seen) == 2


def test_corners_that_are_not_kept_are_made_by_a_process_of_their_own(
    base: Any, own_folders: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_folders / "cache"
    folder.mkdir(parents=True)
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: folder)
    workshop = Workshop()
    workshop.make_corners(POND)
    assert cache.are_kept(POND)
    workshop.close()
