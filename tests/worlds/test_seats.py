"""Seats are found in the shapes of every place: they can be reached, looked from, and are the same each time."""

from math import cos, hypot, radians, sin

import pytest

from worlds.plan import ENTRIES, place
from worlds.seats import ON, nearest_free, seat_at, seats_of
from worlds.sessions.wire import Person
from worlds.walk import walk_map

PLACES = [entry.slug for entry in ENTRIES]


@pytest.mark.parametrize("slug", PLACES)
def test_who_rises_from_any_seat_stands_on_free_ground_before_it(slug: str) -> None:
    where = place(slug)
    ground = walk_map(where)
    for name, seat in seats_of(where).items():
        away = seat.before[0] - seat.x, seat.before[1] - seat.y
        assert ground.free(*seat.before), name
        assert 0.5 < hypot(*away) < 1.2, name


def test_who_sits_at_a_table_looks_at_it() -> None:
    """The eight chairs round the table of the mayor's office."""
    seats = list(seats_of(place("mayor-office")).values())[3:]
    assert len(seats) == 8
    middle = sum(seat.x for seat in seats) / 8, sum(seat.y for seat in seats) / 8
    for seat in seats:
        there = middle[0] - seat.x, middle[1] - seat.y
        assert (-sin(radians(seat.facing)) * there[0] + cos(radians(seat.facing)) * there[1]) / hypot(*there) > 0.99


def test_who_sits_in_the_plaza_can_be_seen_from_before_them() -> None:
    """Benches have backs: one looks to the side where one rises."""
    for seat in seats_of(place("plaza")).values():
        away = seat.before[0] - seat.x, seat.before[1] - seat.y
        assert -sin(radians(seat.facing)) * away[0] + cos(radians(seat.facing)) * away[1] > 0.0


@pytest.mark.parametrize("slug", PLACES)
def test_nobody_sits_on_anybodys_lap(slug: str) -> None:
    seats = list(seats_of(place(slug)).values())
    for i, one in enumerate(seats):
        assert all(hypot(one.x - other.x, one.y - other.y) > ON for other in seats[:i])


def test_the_plaza_and_the_halls_have_seats() -> None:
    assert all(len(seats_of(place(slug))) >= 5 for slug in ("plaza", "city-hall", "documents", "hall-120", "hangang"))


def test_a_long_bench_seats_several_who_look_the_same_way() -> None:
    seats = list(seats_of(place("seoul-forest")).values())
    assert seats[0].facing == seats[1].facing
    assert 0.5 < hypot(seats[0].x - seats[1].x, seats[0].y - seats[1].y) < 1.0


def test_the_nearest_free_seat_is_one_that_nobody_is_on() -> None:
    where = place("documents")
    seats = seats_of(where)
    first = nearest_free(where, (0.0, 0.0), [], 100.0)
    assert first is not None
    sitter = Person(1, "garam", seats[first].x, seats[first].y, 0.0, "sit")
    second = nearest_free(where, (0.0, 0.0), [sitter], 100.0)
    assert second not in (None, first)
    assert nearest_free(where, (0.0, 0.0), [], 0.01) is None
    assert seat_at(where, sitter) == seats[first]
    assert seat_at(where, Person(1, "garam", *seats[first].before, 0.0)) is None
