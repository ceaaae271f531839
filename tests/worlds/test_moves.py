"""A frame of moves holds what was put in, to its quantum; anything else is no frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worlds.sessions.moves import GESTURES, SPEED, TURN, Moved, Step, decode, encode
from worlds.sessions.wire import Crowd, Person, after, heard, in_sight

GOLDEN = bytes.fromhex("01020700 0900 feff 0200fbffff020100001a4001 ffff000080ffff7f817fff07")
"""Written by hand from docs/wire.md."""
steps = st.builds(
    Step,
    number=st.integers(0, 65_535),
    x=st.floats(-10_000, 10_000),
    y=st.floats(-10_000, 10_000),
    heading=st.floats(-360, 360),
    gesture=st.sampled_from(GESTURES),
    vx=st.floats(-4.2, 4.2),
    vy=st.floats(-4.2, 4.2),
)


def test_the_golden_bytes_are_read_and_written() -> None:
    moved = Moved(
        7,
        (
            Step(2, -0.05, 2.58, 90.0, "walk", 0.0, 26 / 30),
            Step(65_535, -83_886.08, 83_886.07, 358.59375, "point", -127 / 30, 127 / 30),
        ),
        (9, 65_534),
    )
    assert decode(GOLDEN) == moved
    assert encode(moved) == GOLDEN


@given(st.integers(0, 65_535), st.lists(steps, max_size=48), st.lists(st.integers(0, 65_535), max_size=60))
def test_what_is_decoded_is_what_was_encoded_within_a_quantum(tick: int, people: list[Step], gone: list[int]) -> None:
    back = decode(encode(Moved(tick, tuple(people), tuple(gone))))
    assert (back.tick, len(back.people), back.gone) == (tick, len(people), tuple(gone))
    for one, was in zip(back.people, people, strict=True):
        assert (one.number, one.gesture) == (was.number, was.gesture)
        assert max(abs(one.x - was.x), abs(one.y - was.y)) <= 0.005 + 1e-9
        assert max(abs(one.vx - was.vx), abs(one.vy - was.vy)) <= SPEED / 2 + 1e-9
        assert abs((one.heading - was.heading + 180) % 360 - 180) <= TURN / 2 + 1e-9


@given(st.binary(max_size=80))
def test_any_bytes_are_a_frame_or_a_value_error(noise: bytes) -> None:
    for frame in (noise, b"\x01" + noise, GOLDEN[:4] + noise):
        try:
            event = heard(frame)
        except ValueError:
            continue
        assert after({}, event) is not None


@pytest.mark.parametrize("size", range(len(GOLDEN)))
def test_a_frame_cut_short_is_none_unless_it_ends_between_two_people(size: int) -> None:
    if size in (8, 20):
        assert len(decode(GOLDEN[:size]).people) == (size - 8) // 12
    else:
        with pytest.raises(ValueError, match="frame"):
            decode(GOLDEN[:size])


def test_whoever_is_away_is_known_and_not_seen_until_they_are_back() -> None:
    people = after({}, Crowd((Person(2, "가람", 0.0, 0.0, 0.0),)))
    people = after(people, Moved(1, (), (2, 77)))
    assert in_sight(people) == {}
    people = after(people, Moved(2, (Step(2, 1.0, 0.0, 0.0, "walk", 1.6, 0.0),)))
    assert in_sight(people)[2].name == "가람"
