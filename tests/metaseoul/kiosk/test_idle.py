"""Whoever walks away is missed after 45 seconds and forgotten after 60; whoever needs time has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.kiosk.idle import GONE, MORE, WARNED, Idle


@pytest.mark.parametrize(
    ("after", "state"), [(0, "used"), (44.9, "used"), (45, "warned"), (59.9, "warned"), (60, "gone")]
)
def test_a_word_at_45_seconds_and_the_end_at_60(after: float, state: str) -> None:
    assert Idle(100.0).state(100.0 + after) == state


def test_a_touch_begins_the_time_anew() -> None:
    idle = Idle(0.0)
    idle.touch(50.0)
    assert idle.state(94.9) == "used"
    assert idle.state(110.0) == "gone"


@given(st.lists(st.floats(0, 170), min_size=1, max_size=20))
def test_whoever_asks_for_more_time_each_time_is_never_sent_away(pauses: list[float]) -> None:
    idle, now = Idle(0.0), 0.0
    for pause in pauses:
        idle.more(now)
        now += pause
        assert idle.state(now) != "gone" or pause >= MORE + GONE


@given(st.floats(0, 300))
def test_nobody_is_sent_away_without_a_word_before(now: float) -> None:
    idle = Idle(0.0)
    if idle.state(now) == "gone":
        assert idle.state(GONE - 0.1) == "warned"
    assert (idle.left(now) <= GONE - WARNED) == (idle.state(now) != "used")
