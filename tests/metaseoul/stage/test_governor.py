"""The governor steps down when it must, and never back and forth."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.stage.governor import SLOW, WHILE, Governor, lower_than
from metaseoul.stage.renderer import canvas
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import DESKTOP, LOWEST, MIDDLE, Tier
from worlds.plan import place


def watched(governor: Governor, seconds: float, frame: float) -> list[Tier]:
    """What the governor says while frames take `frame` seconds, for some seconds."""
    return [tier for _ in range(round(seconds / frame)) if (tier := governor.frame(frame)) is not None]


def test_slow_frames_for_a_while_lead_one_tier_down() -> None:
    governor = Governor(DESKTOP)
    assert watched(governor, WHILE - 0.5, 0.05) == []
    assert watched(governor, 1.5, 0.05) == [MIDDLE]
    assert governor.tier is MIDDLE


def test_frames_as_slow_as_they_may_be_change_nothing() -> None:
    assert watched(Governor(DESKTOP), 60, SLOW) == []


def test_after_a_step_it_looks_for_as_long_again() -> None:
    governor = Governor(DESKTOP)
    assert watched(governor, 4.5, 0.05) == [MIDDLE]
    assert watched(governor, 1.0, 0.05) == []
    assert watched(governor, 3.0, 0.05) == [LOWEST]
    assert watched(governor, 30, 0.05) == []


def test_a_hitch_among_quick_frames_changes_nothing() -> None:
    governor = Governor(MIDDLE)
    for _ in range(20):
        assert watched(governor, 1.0, 0.016) == []
        assert governor.frame(0.9) is None


@given(st.lists(st.floats(0.001, 0.5), max_size=2000))
def test_whatever_the_frames_a_tier_is_only_ever_lowered(frames: list[float]) -> None:
    governor = Governor(DESKTOP)
    said = [tier for frame in frames if (tier := governor.frame(frame)) is not None]
    assert said in ([], [MIDDLE], [MIDDLE, LOWEST])


def test_below_the_lowest_there_is_nothing() -> None:
    assert lower_than(LOWEST) is None


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
