"""The centre hangs together: streets and buildings keep clear of one another, and places meet where they say."""

from itertools import combinations
from math import cos, hypot, radians, sin

import msgspec
import numpy as np
import pytest

from worlds.geometry import mesh
from worlds.plan import place
from worlds.seoul.centre import around, in_place
from worlds.seoul.centre.blocks import blocks
from worlds.seoul.centre.buildings import building
from worlds.seoul.centre.edges import MEETINGS, ORIGINS, gates_of
from worlds.seoul.centre.figures import ELSEWHERE, FIGURES, Figure
from worlds.seoul.centre.streets import STREETS, Points, away, clearance
from worlds.shape import Gate, Tower

Named = pytest.mark.parametrize("one", FIGURES, ids=lambda one: one.slug)


def spots(one: Figure, grow: float = 0.0, count: int = 9) -> Points:
    """A net of points over a building's foot, `grow` metres wider all round."""
    share = np.linspace(-0.5, 0.5, count)
    plan = np.array([(x * (one.width + 2 * grow), y * (one.depth + 2 * grow)) for x in share for y in share])
    angle = radians(one.turn)
    turn = np.array([[cos(angle), sin(angle)], [-sin(angle), cos(angle)]])
    return np.asarray(plan @ turn + np.array([one.east, one.north]))


def inside(one: Figure, points: Points) -> bool:
    angle = radians(one.turn)
    gap = points - np.array([one.east, one.north])
    along = np.abs(gap[:, 0] * cos(angle) + gap[:, 1] * sin(angle))
    across = np.abs(gap[:, 1] * cos(angle) - gap[:, 0] * sin(angle))
    return bool(((along < one.width / 2) & (across < one.depth / 2)).any())


def as_figure(block: Tower) -> Figure:
    return Figure(
        block.name, block.at[0], block.at[1], *block.size[:2], block.turn, block.size[2], block.colour, "plain"
    )


@Named
def test_no_named_building_stands_in_a_street(one: Figure) -> None:
    for street in STREETS:
        assert away(spots(one, 1.0), street.line).min() > street.half, street.name


def test_no_named_building_stands_on_another() -> None:
    for one, other in combinations(FIGURES, 2):
        assert not inside(one, spots(other)), (one.slug, other.slug)
        assert not inside(other, spots(one)), (one.slug, other.slug)


def test_no_nameless_block_stands_in_a_street_on_a_building_or_on_another() -> None:
    every = [as_figure(block) for block in blocks()]
    corners = np.concatenate([spots(one, 0.0, 3) for one in every])
    assert clearance(corners).min() > 0
    for named in FIGURES:
        if named.style != "palace":
            assert not inside(named, corners), named.slug
    middle = np.array([(one.east, one.north) for one in every])
    size = np.array([(one.width, one.depth) for one in every])
    for number in range(len(every) - 1):
        gap = np.abs(middle[number + 1 :] - middle[number])
        assert ((gap > (size[number + 1 :] + size[number]) / 2).any(1)).all(), every[number].slug


@pytest.mark.parametrize("one", [one for one in FIGURES if one.style not in ELSEWHERE], ids=lambda one: one.slug)
@pytest.mark.parametrize("fine", [True, False], ids=["near", "far"])
def test_a_building_lies_where_its_figures_say(one: Figure, fine: bool) -> None:
    built = building(one, fine)
    assert hypot(built.at[0] - one.east, built.at[1] - one.north) < 1e-9
    upright = mesh(msgspec.structs.replace(built, turn=0.0, at=(0, 0, 0))).position
    high = upright[upright[:, 2] > 6.0]
    low, top = high.min(0), high.max(0)
    assert abs(low[0] + top[0]) / 2 < 2.5, "its middle is not where it should be, east to west"
    assert abs(low[1] + top[1]) / 2 < 3.5, "its middle is not where it should be, south to north"
    assert top[0] - low[0] < one.width + 9
    assert top[1] - low[1] < one.depth + 9
    assert 0.75 * one.height < top[2] < 1.6 * one.height + 13


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: f"{meeting[0]}-{meeting[1]}")
def test_where_two_places_meet_both_gates_are_one_spot_and_the_heading_is_kept(
    meeting: tuple[str, str, tuple[float, float], float, float],
) -> None:
    first, second, at, heading, _ = meeting
    there = next(gate for gate in gates_of(first) if gate.to == second)
    back = next(gate for gate in gates_of(second) if gate.to == first)
    for slug, gate in ((first, there), (second, back)):
        here, beyond = ORIGINS[slug], ORIGINS[gate.to]
        true = (gate.at[0] + here[0], gate.at[1] + here[1])
        arrival = (gate.arrive[0] + beyond[0], gate.arrive[1] + beyond[1])
        assert hypot(true[0] - arrival[0], true[1] - arrival[1]) < 3.0
        assert hypot(true[0] - at[0], true[1] - at[1]) < 3.0
        assert abs(here[2] - beyond[2]) < 1.5, "one would fall"
    assert there.facing == heading
    assert back.facing == (heading + 180) % 360


@pytest.mark.parametrize("slug", sorted(ORIGINS))
def test_a_place_stands_where_the_centre_says_and_has_the_gates_of_its_edges(slug: str) -> None:
    where = place(slug)
    assert where.origin == ORIGINS[slug]
    assert {gate.to for gate in gates_of(slug)} <= {gate.to for gate in where.gates}


def test_what_lies_round_a_place_is_the_same_value_each_time_and_leaves_the_palaces_alone() -> None:
    origin, bounds = ORIGINS["sejong-daero"], (-40.0, -60.0, 30.0, 60.0)
    once, again = (around(origin, bounds, 60.0) for _ in range(2))
    assert once == again
    names = {part.name for group in once for part in getattr(group, "parts", ())}
    assert not names & {one.slug for one in FIGURES if one.style in ELSEWHERE}
    assert "koreana-hotel" in names
    assert in_place(origin, (origin[0], origin[1], 0.5)) == (0.0, 0.0, 0.5)


def test_a_gate_of_an_edge_says_where_it_leads() -> None:
    for slug in ORIGINS:
        for gate in gates_of(slug):
            assert isinstance(gate, Gate)
            assert gate.name == gate.to
            assert set(gate.title) == {"ko", "en", "zh", "ja"}
