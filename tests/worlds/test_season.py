"""What comes and goes with the seasons is there in its own, and never in anybody's way."""

import numpy as np
import pytest

from worlds.season import SEASONS, in_season
from worlds.shape import Box, Group, Place, Scatter, View, Water
from worlds.walk import walk_map

ICE = Box("ice", (0, 0, 0), (4, 4, 0.1), "ice", floor=True, seasons=("winter",))
HUT = Box("hut", (3, 3, 0), (2, 2, 3), "oak", seasons=("winter",))
TREE = Box("tree", (-3, -3, 0), (1, 1, 4), "leaf")


def place(*parts: Box | Group | Scatter | Water) -> Place:
    """A square of ten metres with some parts."""
    ground = Box("ground", (0, 0, -0.1), (10, 10, 0.1), "paving", floor=True)
    group = Group("all", (0, 0, 0), (ground, *parts))
    return Place(
        slug="square",
        title={},
        text={},
        bounds=(-5, -5, 5, 5),
        parts=(group,),
        spawn=(0, 3, 0),
        views={"eye": View((0, 0, 2), (0, 5, 2))},
    )


def names(where: Place) -> set[str]:
    return {part.name for part in where.parts[0].parts}


@pytest.mark.parametrize("season", SEASONS)
def test_a_part_stands_in_its_seasons_and_only_then(season: str) -> None:
    seen = names(in_season(place(ICE, HUT, TREE), season))
    assert seen == {"ground", "tree"} | ({"ice", "hut"} if season == "winter" else set())


def test_a_place_in_which_nothing_comes_and_goes_stays_the_very_same_value() -> None:
    where = place(TREE)
    assert in_season(where, "winter") is where


def test_groups_that_nothing_left_stay_the_very_same_values() -> None:
    where = place(Group("inner", (0, 0, 0), (TREE,)), Group("ice", (0, 0, 0), (ICE,)))
    inner, ice = in_season(where, "summer").parts[0].parts[1:]
    assert inner is where.parts[0].parts[1]
    assert ice.parts == ()


def test_what_comes_and_goes_changes_nothing_about_where_one_can_walk() -> None:
    assert np.array_equal(walk_map(place(ICE, HUT, TREE)).blocked, walk_map(place(TREE)).blocked)
    assert not np.array_equal(walk_map(place(TREE)).blocked, walk_map(place()).blocked)


def test_nobody_walks_on_water_but_over_a_bridge() -> None:
    pond = Water("pond", (0, 0, 0.02), ((-4, -1), (4, -1), (4, 1), (-4, 1)))
    bridge = Box("bridge", (2, 0, 0.05), (2, 3, 0.15), "oak", floor=True)
    wet, dry = walk_map(place(pond)), walk_map(place(pond, bridge))
    assert not wet.free(0, 0)
    assert not wet.free(2, 0)
    assert not dry.free(0, 0)
    assert dry.free(2, 0)
    assert dry.free(0, 2)
