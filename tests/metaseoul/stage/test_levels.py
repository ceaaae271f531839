"""Levels of detail: they follow the distance, and do not flicker."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.stage.crowd import levels
from metaseoul.stage.lod import HIDDEN, MARGIN, Limits, chosen, limits, to_box
from metaseoul.stage.tiers import LOWEST, TIERS

LIMIT = Limits(30.0, 120.0, 260.0)
SETTING = np.array([True])


def level_at(distance: float, shown: int = -1) -> int:
    return int(chosen(np.array([shown], np.int8), [distance], SETTING, LIMIT)[0])


@given(st.floats(0.1, 1000), st.lists(st.floats(-0.05, 0.05), min_size=2, max_size=40))
def test_a_trembling_camera_changes_a_level_at_most_once(distance: float, tremble: list[float]) -> None:
    level, changes = level_at(distance), 0
    for share in tremble:
        following = level_at(distance * (1 + share), level)
        changes += following != level
        level = following
    assert changes <= 1


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_farther_is_never_finer(near: float, more: float) -> None:
    assert level_at(near) <= level_at(near + more)


@given(st.floats(0, 1000), st.integers(0, 3))
def test_a_level_is_never_off_by_more_than_the_margin(distance: float, shown: int) -> None:
    level = level_at(distance, shown)
    assert level_at(distance / MARGIN**2) <= level <= level_at(distance * MARGIN**2)


def test_only_setting_is_ever_left_out() -> None:
    far = chosen(np.full(2, -1, np.int8), [5000, 5000], np.array([True, False]), LIMIT)
    assert far.tolist() == [HIDDEN, 2]


def test_a_larger_picture_wants_finer_levels() -> None:
    assert limits(1.0, 400, 1440, 45).first > limits(1.0, 400, 720, 45).first
    assert limits(1.0, 400, 720, 60).first < limits(1.0, 400, 720, 45).first


def test_a_camera_inside_a_box_is_at_no_distance() -> None:
    low, high = np.zeros((1, 3)), np.full((1, 3), 2.0)
    assert to_box((1, 1, 1), low, high).tolist() == [0.0]
    assert to_box((5, 1, 1), low, high).tolist() == [3.0]


@given(st.lists(st.floats(0.5, 300), min_size=1, max_size=200), st.sampled_from(sorted(TIERS)))
def test_no_tier_draws_more_citizens_finely_than_it_may(away: list[float], name: str) -> None:
    tier = TIERS[name]
    level = levels(np.array(away), np.full(len(away), -1), tier)
    assert len(level) == len(away)
    for finest, most in enumerate(tier.crowd_most):
        assert (level <= finest).sum() <= sum(tier.crowd_most[: finest + 1])
        assert (level == finest).sum() <= most


@given(
    st.lists(st.floats(0.5, 100), min_size=1, max_size=30), st.lists(st.floats(-0.03, 0.03), min_size=2, max_size=20)
)
def test_a_trembling_camera_leaves_citizens_at_their_level(away: list[float], tremble: list[float]) -> None:
    level = levels(np.array(away), np.full(len(away), -1), LOWEST)
    changes = np.zeros(len(away), int)
    for share in tremble:
        following = levels(np.array(away) * (1 + share), level, LOWEST)
        changes += following != level
        level = following
    assert changes.max() <= 1
