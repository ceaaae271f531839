"""The stage: its nodes are the plan's, its views keep their budgets, its people stay."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from panda3d.core import Camera

from metaseoul.stage.batches import batches
from metaseoul.stage.build import named_tree
from metaseoul.stage.pack import packed
from metaseoul.stage.renderer import Canvas, canvas
from metaseoul.stage.sample_crowd import gather
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import LOWEST, MIDDLE, Tier
from worlds.avatar import LEVELS
from worlds.plan import place, places, tree
from worlds.sessions.wire import Look
from worlds.shape import Box, Group, Place, View

TEXT = {"ko": "작은 뜰", "en": "small garden", "zh": "小院", "ja": "小さな庭"}
GARDEN = Place(
    slug="garden",
    title=TEXT,
    text=TEXT,
    bounds=(-5.0, -5.0, 5.0, 5.0),
    parts=(Group("court", (0, 0, 0), (Box("ground", (0, 0, -0.1), (10, 10, 0.1), "paving", floor=True),)),),
    spawn=(0, 0, 0),
    views={"gate": View((0, -4, 1.6), (0, 0, 1))},
)


@contextmanager
def standing(base: Any, where: Place, tier: Tier) -> Iterator[tuple[Stage, Canvas]]:
    stage = Stage(base, tier)
    drawn = canvas(base, (1280, 720), 0, stage.root)
    try:
        stage.enter(where)
        yield stage, drawn
    finally:
        drawn.close()
        stage.close()


def look(drawn: Canvas, where: Place, view: str) -> None:
    seen = where.views[view]
    drawn.lens.setMinFov(seen.fov)
    drawn.camera.setPos(*seen.eye)
    drawn.camera.lookAt(*seen.target)


@pytest.mark.parametrize("where", places(), ids=lambda where: where.slug)
def test_the_node_tree_is_the_one_that_the_plan_tells(where: Place) -> None:
    root = named_tree(where)
    nodes = [(node.getName(), node.getTag("kind"), node.getPos(root), node.getH(root)) for node in root.getChildren()]
    told = tree(where)
    assert root.getName() == where.slug
    assert [(name, kind) for name, kind, _, _ in nodes] == [(node.name, node.kind) for node in told]
    for (_, _, at, turn), node in zip(nodes, told, strict=True):
        assert np.allclose(at, node.at, atol=1e-3)
        assert abs((turn - node.turn + 180) % 360 - 180) < 1e-3


@pytest.mark.parametrize("where", places()[:3], ids=lambda where: where.slug)
def test_packing_the_same_place_twice_gives_the_same_bytes(where: Place) -> None:
    once, again = ([packed(batch) for batch in batches(where)] for _ in range(2))
    assert [batch.corners.tobytes() for batch in once] == [batch.corners.tobytes() for batch in again]
    assert [batch.triangles.tobytes() for batch in once] == [batch.triangles.tobytes() for batch in again]
    assert all(batch.corners.dtype.itemsize == (32 if batch.material == "facade" else 24) for batch in once)


def keeps_its_budget(base: Any, where: Place, citizens: int) -> None:
    with standing(base, where, LOWEST) as (stage, drawn):
        gather(stage.crowd, where, citizens)
        for tier in (LOWEST, MIDDLE):
            stage.set_tier(tier)
            for view in where.views:
                look(drawn, where, view)
                stage.update(drawn.camera, 1.0, 720)
                base.graphicsEngine.renderFrame()
                cost = stage.measure(drawn.camera)
                assert cost.draws <= tier.draws, (tier.name, view)
                assert cost.triangles <= tier.triangles, (tier.name, view)
                assert cost.texture_bytes <= tier.texture_bytes, (tier.name, view)
                assert cost.buffer_bytes <= tier.buffer_bytes, (tier.name, view)


@pytest.mark.window
@pytest.mark.parametrize("where", places(), ids=lambda where: where.slug)
def test_every_view_keeps_the_budget_of_its_tier_with_sixty_citizens(base: Any, where: Place) -> None:
    keeps_its_budget(base, where, 60)


@pytest.mark.window
def test_the_plaza_keeps_its_budget_with_five_hundred_citizens(base: Any) -> None:
    keeps_its_budget(base, place("plaza"), 500)


@pytest.mark.window
def test_five_hundred_citizens_cost_no_more_draws_than_sixty(base: Any) -> None:
    where = place("plaza")
    with standing(base, where, LOWEST) as (stage, drawn):
        look(drawn, where, "eye")
        draws = []
        for count in (0, 500):
            gather(stage.crowd, where, count)
            stage.update(drawn.camera, 1.0, 720)
            draws.append(stage.measure(drawn.camera).draws)
        assert len(stage.crowd) == 500
        assert draws[1] - draws[0] <= 4


@pytest.mark.window
def test_walking_through_the_crowd_changes_levels_and_nobody_vanishes(base: Any) -> None:
    where = place("plaza")
    with standing(base, where, LOWEST) as (stage, _):
        gather(stage.crowd, where, 100)
        numbers = set(stage.crowd.levels)
        seen = set()
        for y in range(-60, 60, 5):
            stage.crowd.update((0.0, float(y), 1.7), 1.0)
            assert set(stage.crowd.levels) == numbers
            assert all(0 <= level < LEVELS for level in stage.crowd.levels.values())
            seen.add(tuple(stage.crowd.levels.values()))
        assert len(seen) > 5


@pytest.mark.window
def test_who_leaves_is_gone_and_who_comes_takes_the_free_row(base: Any) -> None:
    with standing(base, place("plaza"), LOWEST) as (stage, _):
        for number in range(200):
            stage.crowd.put(number, Look(number % 8), float(number), 0.0, 0.3, 0.0, "walk", 0.0)
        stage.crowd.update((0, 0, 2), 0.0)
        stage.crowd.remove(7)
        stage.crowd.remove(7)
        stage.crowd.put(999, Look(3), 1.0, 1.0, 0.3, 90.0, "bow", 1.0)
        stage.crowd.update((0, 0, 2), 1.5)
        assert 7 not in stage.crowd
        assert 999 in stage.crowd
        assert len(stage.crowd) == 200


@pytest.mark.window
def test_a_place_without_baked_light_is_drawn_at_once_and_baked_between_frames(
    base: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: tmp_path)
    told: list[tuple[float, str]] = []
    stage = Stage(base, LOWEST)
    drawn = canvas(base, (160, 90), 0, stage.root)
    try:
        stage.enter(place("documents"), lambda done, key: told.append((done, key)))
        assert stage.baking
        look(drawn, place("documents"), "door")
        for frame in range(5000):
            stage.update(drawn.camera, frame / 60, 90)
            if not stage.baking:
                break
        assert not stage.baking
        assert told[-1] == (1.0, "stage.ready")
        light = [done for done, key in told if key == "stage.light"]
        assert light == sorted(light)
        stage.enter(place("documents"))
        assert not stage.baking
    finally:
        drawn.close()
        stage.close()


@pytest.mark.window
def test_whoever_leaves_in_the_midst_of_a_bake_leaves_nothing_that_is_drawn(
    base: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: tmp_path)
    before = base.graphicsEngine.getNumWindows()
    stage = Stage(base, LOWEST)
    stage.enter(GARDEN)
    stage.update(stage.root.attachNewNode(Camera("eye")), 0.0, 90)
    assert base.graphicsEngine.getNumWindows() > before
    stage.leave()
    assert base.graphicsEngine.getNumWindows() == before
    stage.close()


@pytest.mark.window
def test_a_damaged_cache_is_made_again(base: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: tmp_path)
    with standing(base, place("documents"), LOWEST):
        pass
    (kept,) = (tmp_path / "stage").glob("*corners.npz")
    size = os.path.getsize(kept)
    kept.write_bytes(kept.read_bytes()[: size // 2])
    with standing(base, place("documents"), LOWEST) as (stage, _):
        assert stage.place == place("documents")
    assert os.path.getsize(kept) == size
