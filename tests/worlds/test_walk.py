"""Walk maps and the ways through them."""

from itertools import pairwise
from math import hypot
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worlds.plan import place, places
from worlds.shape import Place
from worlds.walk import WalkMap, cells_on, path, walk_map

PLAZA, LOBBY, OFFICE = place("plaza"), place("city-hall"), place("documents")


def spots(where: Place) -> st.SearchStrategy[tuple[float, float]]:
    x0, y0, x1, y1 = where.bounds
    return st.tuples(st.floats(x0, x1 - 0.01), st.floats(y0, y1 - 0.01))


def length(way: list[tuple[float, float]]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))


def holds(ways: WalkMap, a: tuple[float, float], b: tuple[float, float]) -> None:
    """What every way is: whole, free on each leg, no shorter than the crow flies, to where one wanted to go."""
    start, end = ways.nearest_free(*a), ways.nearest_free(*b)
    found = path(ways, a, b)
    if start is None or end is None:
        assert found == []
        return
    assert found[-1] == end
    legs = [start, *found]
    assert all(ways.line_is_free(p, q) for p, q in pairwise(legs))
    assert length(legs) >= hypot(end[0] - start[0], end[1] - start[1]) - 1e-6


@settings(max_examples=60, deadline=None)
@given(spots(OFFICE), spots(OFFICE))
def test_a_way_through_the_office_is_free_on_every_leg(a: tuple[float, float], b: tuple[float, float]) -> None:
    holds(walk_map(OFFICE), a, b)


@settings(max_examples=40, deadline=None)
@given(spots(PLAZA), spots(PLAZA))
def test_a_way_across_the_plaza_is_free_on_every_leg(a: tuple[float, float], b: tuple[float, float]) -> None:
    holds(walk_map(PLAZA), a, b)


@settings(max_examples=60, deadline=None)
@given(spots(LOBBY), spots(LOBBY))
def test_a_line_is_as_free_backwards_as_forwards(a: tuple[float, float], b: tuple[float, float]) -> None:
    ways = walk_map(LOBBY)
    assert ways.line_is_free(a, b) == ways.line_is_free(b, a)
    if ways.line_is_free(a, b):
        assert ways.free(*a)
        assert ways.free(*b)


@settings(max_examples=60, deadline=None)
@given(spots(LOBBY), spots(LOBBY))
def test_a_line_passes_from_cell_to_neighbouring_cell(a: tuple[float, float], b: tuple[float, float]) -> None:
    rows, columns = cells_on(walk_map(LOBBY), a, b)
    assert (abs(rows[1:] - rows[:-1]) <= 1).all()
    assert (abs(columns[1:] - columns[:-1]) <= 1).all()


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_all_free_ground_hangs_together_and_is_of_some_size(where: Place) -> None:
    ways = walk_map(where)
    assert (~ways.blocked).sum() * ways.cell**2 > 60
    assert walk_map(where) is ways


def test_nobody_walks_through_a_wall_a_bench_a_tree_or_a_bus() -> None:
    ways = walk_map(PLAZA)
    assert not ways.free(-91.7, 18.0), "a bus"
    assert not ways.free(0.0, 65.0), "inside the old hall"
    assert not ways.free(-110.0, 20.0), "the palace wall"
    assert not ways.line_is_free((-100.0, 20.0), (-117.0, 20.0))
    assert ways.free(0.0, 0.0), "the lawn"
    assert not walk_map(LOBBY).free(0.0, 1.0), "the information desk"
    assert not walk_map(OFFICE).free(-3.2, 1.2), "the desk"
    assert not walk_map(OFFICE).free(100.0, 0.0), "outside"


def test_the_floor_rises_from_road_to_paving_to_lawn_and_up_the_steps() -> None:
    ways = walk_map(PLAZA)
    road, paving, lawn, portico = (ways.height_at(*at) for at in ((76.0, 0.0), (58.0, 0.0), (0.0, 0.0), (0.0, 56.5)))
    assert road < paving < lawn < portico
    assert abs(paving - 0.14) < 0.01
    assert abs(portico - 0.89) < 0.02


def test_two_may_pass_in_every_doorway() -> None:
    ways = walk_map(OFFICE)
    south = OFFICE.bounds[1] + 0.3
    assert ways.line_is_free((-0.5, south), (0.5, south))


def test_a_way_right_across_the_plaza_is_found_at_once() -> None:
    ways = walk_map(PLAZA)
    path(ways, (-100.0, -85.0), (95.0, 60.0))
    began = process_time()
    for _ in range(5):
        assert path(ways, (-100.0, -85.0), (40.0, 58.0))
    assert (process_time() - began) / 5 < 0.1
