"""A place is kept within a tier's budget by one number, whoever built it; and no more is taken than has to be."""

from dataclasses import replace

import numpy as np
import pytest

from metaseoul.stage.keeper import PEOPLE, THINNINGS, Costs, _in_sight, thinning
from metaseoul.stage.lod import limits, thinned
from metaseoul.stage.tiers import LOWEST
from worlds.shape import Place, View

AHEAD = View((0, -50, 2), (0, 0, 2), 45)


def place() -> Place:
    return Place(
        slug="square", title={}, text={}, bounds=(-5, -5, 5, 5), parts=(), spawn=(0, 0, 0), views={"eye": AHEAD}
    )


def houses(count: int, triangles: tuple[int, int, int]) -> Costs:
    """A row of houses before the eye."""
    low = np.stack([np.linspace(-15, 15, count), np.linspace(0, 100, count), np.zeros(count)], 1)
    return Costs(low, low + 2, np.zeros(count, bool), np.tile(np.array(triangles), (count, 1)), [])


def test_what_is_cheap_is_left_as_it_is() -> None:
    assert thinning(place(), houses(10, (1000, 500, 100)), LOWEST) == 1.0


def test_what_is_dear_is_thinned_just_enough() -> None:
    dear = houses(40, (6000, 3000, 500))
    by = thinning(place(), dear, LOWEST)
    assert 1.0 < by < THINNINGS[-1]
    room = replace(LOWEST, triangles=LOWEST.triangles * 2)
    assert thinning(place(), dear, room) < by
    assert thinning(place(), dear, replace(LOWEST, triangles=10)) == THINNINGS[-1]
    assert 0 < PEOPLE < 0.5


def test_what_lies_behind_the_eye_or_beside_its_picture_costs_nothing() -> None:
    behind = np.array([[0.0, -80.0, 0.0], [400.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    assert _in_sight(AHEAD, behind, behind + 2).tolist() == [False, False, True]


@pytest.mark.parametrize("by", THINNINGS)
def test_thinning_brings_every_distance_nearer_and_keeps_their_order(by: float) -> None:
    whole = limits(1.5, 260, 720, 45)
    near = thinned(whole, by)
    assert near.first <= whole.first
    assert near.second <= whole.second
    assert near.setting <= whole.setting
    assert near.first < near.second <= near.setting
