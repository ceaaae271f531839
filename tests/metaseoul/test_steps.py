"""What the hub is told of one's own way is little, and enough to know where one is."""

from math import cos, hypot, radians, sin

from hypothesis import given
from hypothesis import strategies as st

from metaseoul.steps import ASTRAY, Steps
from worlds.sessions.wire import RUNNING, TICK, WALKING, Move

ways = st.lists(st.tuples(st.floats(-180, 180), st.sampled_from((0.0, WALKING, RUNNING))), min_size=1, max_size=60)


@given(ways)
def test_the_hub_never_believes_further_astray_than_it_may(way: list[tuple[float, float]]) -> None:
    steps, x, y, now, told = Steps(), 0.0, 0.0, 0.0, (Move(0.0, 0.0, 0.0), 0.0)
    for heading, speed in way:
        now += 1 / TICK
        x, y = x - sin(radians(heading)) * speed / TICK, y + cos(radians(heading)) * speed / TICK
        if (word := steps.word(Move(x, y, heading, "walk" if speed else "idle"), now)) is not None:
            told = word, now
        word, at = told
        assert hypot(word.x + word.vx * (now - at) - x, word.y + word.vy * (now - at) - y) <= ASTRAY + 1e-9


def test_a_straight_way_of_ten_seconds_is_told_in_about_a_dozen_words() -> None:
    steps = Steps()
    words = [steps.word(Move(step * 0.16, 0.0, 270.0, "walk"), step / TICK) for step in range(100)]
    assert 2 <= sum(word is not None for word in words) <= 13


def test_whoever_stands_says_so_once() -> None:
    steps = Steps()
    words = [steps.word(Move(1.0, 2.0, 90.0), step / TICK) for step in range(100)]
    assert [word for word in words if word is not None] == [Move(1.0, 2.0, 90.0)]
