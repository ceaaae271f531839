"""Places hang together: doors lead somewhere and back, things to use can be reached, names are there to be read."""

import subprocess
import sys
from math import hypot

import pytest

from worlds.plan import ALIASES, ENTRIES, HUNG, UnknownPlace, place, places, tree
from worlds.seoul.city_hall_frame import BAYS
from worlds.shape import Anchor, Gate, Place
from worlds.walk import path, walk_map

GATES = [(where, gate) for where in places() for gate in where.gates]
ANCHORS = [(where, anchor) for where in places() for anchor in where.anchors]
LANGUAGES = {"ko", "en", "zh", "ja"}


@pytest.mark.parametrize(("where", "gate"), GATES, ids=lambda v: getattr(v, "slug", getattr(v, "name", "")))
def test_a_door_leads_to_a_free_spot_of_a_place_that_has_a_door_back(where: Place, gate: Gate) -> None:
    beyond = place(gate.to)
    assert walk_map(beyond).free(*gate.arrive), "one arrives inside a wall"
    assert where.slug in {back.to for back in beyond.gates}, "there is no way back"


@pytest.mark.parametrize(("where", "gate"), GATES, ids=lambda v: getattr(v, "slug", getattr(v, "name", "")))
def test_a_door_can_be_walked_to_and_one_does_not_arrive_in_the_next_door(where: Place, gate: Gate) -> None:
    ways = walk_map(where)
    assert ways.free(*gate.at[:2])
    assert path(ways, where.spawn[:2], gate.at[:2])
    for other in place(gate.to).gates:
        assert hypot(gate.arrive[0] - other.at[0], gate.arrive[1] - other.at[1]) > 1.2, "one would go straight back"


@pytest.mark.parametrize(("where", "anchor"), ANCHORS, ids=lambda v: getattr(v, "slug", getattr(v, "name", "")))
def test_a_thing_to_use_can_be_reached_from_the_entrance(where: Place, anchor: Anchor) -> None:
    ways = walk_map(where)
    spot = ways.nearest_free(anchor.at[0], anchor.at[1], anchor.reach)
    assert spot is not None, "nobody can stand near enough"
    assert path(ways, where.spawn[:2], spot)


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_one_starts_on_free_ground_inside_the_bounds(where: Place) -> None:
    x, y, _ = where.spawn
    assert walk_map(where).free(x, y)
    assert where.bounds[0] < x < where.bounds[2]
    assert where.bounds[1] < y < where.bounds[3]


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_titles_and_texts_are_there_in_four_languages(where: Place) -> None:
    for words in (where.title, where.text, *(g.title for g in where.gates), *(a.title for a in where.anchors)):
        assert set(words) == LANGUAGES
        assert all(words.values())


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_every_cluster_gate_and_anchor_is_a_node_of_its_own_name(where: Place) -> None:
    names = [(node.kind, node.name) for node in tree(where)]
    assert len(names) == len(set(names)) == len(where.parts) + len(where.gates) + len(where.anchors)
    assert where.views


def test_slugs_are_unique_aliases_lead_somewhere_and_an_unknown_place_is_refused() -> None:
    assert len({p.slug for p in places()}) == len(places())
    assert [place(alias).slug for alias in ALIASES] == list(ALIASES.values())
    with pytest.raises(UnknownPlace):
        place("atlantis")


def test_every_civic_room_hangs_in_a_bay_of_its_own() -> None:
    bays = [(room.door.place, room.door.floor, room.door.bay) for room in HUNG]
    assert len(BAYS) - len(bays) >= 3, "no bays are left for services to come"
    assert len(bays) == len(set(bays))
    assert all(1 <= room.door.bay <= len(BAYS) and room.door.floor == 1 for room in HUNG)


def test_every_room_of_city_hall_is_reached_from_the_lobby_on_foot_and_so_is_the_lobby_from_it() -> None:
    rooms = {known.slug for known in ENTRIES if known.inside == "city-hall"}

    def within_reach(start: str) -> set[str]:
        found, ahead = {start}, [start]
        while ahead:
            here = place(ahead.pop())
            for gate in here.gates:
                if gate.to in rooms | {"city-hall"} and gate.to not in found:
                    assert path(walk_map(here), here.spawn[:2], gate.at[:2])
                    found.add(gate.to)
                    ahead.append(gate.to)
        return found

    assert within_reach("city-hall") == rooms | {"city-hall"}
    assert all("city-hall" in within_reach(room) for room in rooms)


def test_an_entry_is_called_as_its_place_is_and_stands_where_it_stands() -> None:
    for known in ENTRIES:
        built = place(known.slug)
        assert (built.slug, built.title, built.text) == (known.slug, known.title, known.text)
        assert known.inside or built.origin == known.origin


def test_importing_the_plan_builds_no_place() -> None:
    told = "import worlds.plan as plan; print(len(plan.built()))"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "0\n"
