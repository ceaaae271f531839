"""Names of copies: which are open to all, which are rooms, and how a code is read out and typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worlds.sessions import rooms

CODES = st.builds(rooms.new_code, st.sampled_from(sorted(rooms.SEATS)))
PLACES = st.sampled_from(("plaza", "hall-120", "n-seoul-tower"))


@given(CODES)
def test_a_code_is_read_as_it_was_shown(code: str) -> None:
    assert rooms.code_of(rooms.shown(code)) == code
    assert rooms.code_of(f" {rooms.shown(code).lower()} ") == code


@given(PLACES, CODES, st.integers(1, 12))
def test_every_copy_of_a_room_is_known_as_one_and_no_other_is(place: str, code: str, number: int) -> None:
    room = rooms.room(place, code)
    name = rooms.copy(room, number, of_room=True)
    assert rooms.code_in(place, name) == code
    assert rooms.series(place, name) == room
    assert code not in rooms.masked(place, name)
    public = rooms.copy(place, number, of_room=False)
    assert (rooms.code_in(place, public), rooms.series(place, public)) == ("", place)
    assert rooms.masked(place, public) == public
    assert rooms.code_in("elsewhere", name) == ""


@pytest.mark.parametrize("text", ["", "dk7q2m9x", "xk7q2m9xa", "dk7q2m9xa1", "dk7q2m9x0", "안녕하세요", "d" * 400])
def test_anything_else_is_no_code(text: str) -> None:
    assert rooms.code_of(text) is None


def test_codes_do_not_repeat() -> None:
    assert len({rooms.new_code("d") for _ in range(1000)}) == 1000
