"""The governor steps down when it must, and never back and forth."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metaseoul.stage.governor import LADDER, LONG, QUICK, SLOW, WHILE, Governor, Rung
from metaseoul.stage.renderer import canvas
from metaseoul.stage.resolution import Resolution
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import DESKTOP, LOWEST, MIDDLE, TIERS
from worlds.plan import place

MINUTE = 60.0


def watched(governor: Governor, seconds: float, frame: float) -> list[Rung]:
    """What the governor says while frames take `frame` seconds, for some seconds."""
    return [rung for _ in range(round(seconds / frame)) if (rung := governor.frame(frame)) is not None]


def below(rung: Rung) -> Rung:
    return LADDER[LADDER.index(rung) - 1]


def test_slow_frames_for_a_while_lead_one_rung_down() -> None:
    governor = Governor(DESKTOP)
    assert governor.rung == Rung(DESKTOP)
    assert watched(governor, WHILE - 0.5, 0.05) == []
    assert watched(governor, 1.5, 0.05) == [below(Rung(DESKTOP))] == [governor.rung]


def test_frames_as_slow_as_they_may_be_change_nothing() -> None:
    assert watched(Governor(DESKTOP), 60, SLOW) == []


def test_after_a_step_it_looks_for_as_long_again() -> None:
    governor = Governor(DESKTOP)
    assert len(watched(governor, 4.5, 0.05)) == 1
    assert watched(governor, 1.0, 0.05) == []
    assert len(watched(governor, 3.0, 0.05)) == 1


def test_a_hitch_among_quick_frames_changes_nothing() -> None:
    governor = Governor(MIDDLE)
    for _ in range(20):
        assert watched(governor, 1.0, 0.025) == []
        assert governor.frame(0.9) is None


def test_only_a_long_time_of_quick_frames_leads_up() -> None:
    governor = Governor(LOWEST)
    assert watched(governor, LONG - 2, QUICK) == []
    assert watched(governor, 4, QUICK) == [LADDER[LADDER.index(Rung(LOWEST)) + 1]]


def test_a_rung_that_was_too_much_is_not_tried_again_until_the_place_is_another() -> None:
    governor = Governor(LOWEST)
    assert len(watched(governor, LONG + 2, QUICK)) == 1
    assert watched(governor, 5, 0.05)[:1] == [Rung(LOWEST)]
    assert watched(governor, 20 * MINUTE, QUICK) == []
    governor.forget()
    assert len(watched(governor, LONG + 2, QUICK)) == 1


@given(
    st.lists(st.floats(0.002, 0.2), min_size=len(LADDER), max_size=len(LADDER)).map(sorted),
    st.sampled_from(sorted(TIERS)),
    st.integers(0, 2**31),
)
@settings(max_examples=40, deadline=None)
def test_whatever_the_rungs_cost_the_picture_comes_to_rest(costs: list[float], name: str, chance: int) -> None:
    governor, noise, clock = Governor(TIERS[name]), Random(chance), 0.0
    changes = []
    while clock < 25 * MINUTE:
        cost = costs[LADDER.index(governor.rung)] * noise.uniform(0.9, 1.12) + (0.2 if noise.random() < 0.004 else 0.0)
        clock += max(cost, 1 / 60)
        if governor.frame(max(cost, 1 / 60)) is not None:
            changes.append(clock)
    settled = [moment for moment in changes if moment > 10 * MINUTE]
    assert all(later - earlier > MINUTE for earlier, later in pairwise(settled))
    assert len(changes) <= 2 * len(LADDER)


def test_the_ladder_climbs_through_every_tier() -> None:
    names = [rung.tier.name for rung in LADDER]
    assert list(dict.fromkeys(names)) == list(TIERS)
    assert all(
        low.resolution <= high.resolution and low.tier.pixels >= high.tier.pixels
        for low, high in pairwise(LADDER)
        if low.tier.name == high.tier.name
    )


def test_below_the_lowest_rung_there_is_nothing() -> None:
    governor = Governor(LOWEST)
    watched(governor, 300, 0.2)
    assert governor.rung == LADDER[0]


@pytest.mark.window
def test_the_city_is_drawn_smaller_and_whole_again(base: Any) -> None:
    base.makeCamera(base.win)
    resolution = Resolution(base)
    resolution.set(0.5)
    card = base.render2d.find("city")
    assert card
    base.graphicsEngine.renderFrame()
    assert card.getTexture().getXSize() == base.win.getXSize() // 2
    resolution.follow()
    assert base.render2d.find("city") == card
    resolution.set(1.0)
    assert not base.render2d.find("city")


@pytest.mark.window
def test_a_stage_that_steps_down_draws_no_more_than_one_that_began_there(base: Any) -> None:
    where = place("city-hall")
    cost = []
    for begins in (LOWEST, DESKTOP):
        stage = Stage(base, begins)
        drawn = canvas(base, (320, 180), 0, stage.root)
        try:
            stage.enter(where)
            view = where.views["entrance"]
            drawn.camera.setPos(*view.eye)
            drawn.camera.lookAt(*view.target)
            stage.update(drawn.camera, 0.0, 180)
            base.graphicsEngine.renderFrame()
            stage.set_tier(LOWEST)
            for _ in range(2):
                stage.update(drawn.camera, 1.0, 180)
                base.graphicsEngine.renderFrame()
            cost.append(stage.measure(drawn.camera))
        finally:
            drawn.close()
            stage.close()
    assert (cost[1].draws, cost[1].buffer_bytes) == (cost[0].draws, cost[0].buffer_bytes)
    assert cost[1].triangles <= cost[0].triangles * 1.05
