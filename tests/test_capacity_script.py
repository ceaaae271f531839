"""The capacity model: nobody is lost in a simulated day, and a wrong cost is refused."""

import json
import random
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "capacity"
MODEL = runpy.run_path(str(SCRIPT), run_name="capacity")


def told(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, text=True, timeout=100)


def test_a_copy_never_holds_more_than_its_room_and_whoever_leaves_is_gone() -> None:
    city, chance, here = MODEL["City"](3), random.Random(1), []
    for _ in range(4000):
        if here and chance.random() < 0.4:
            city.leave(*here.pop(chance.randrange(len(here))))
        else:
            place = chance.choice(["plaza", "documents"])
            here.append((place, city.come(place)))
        for place, copies in city.zones.items():
            assert all(0 < people <= MODEL["ROOM"].get(place, 500) for people in copies.values())
    assert sum(city.people) == len(here)
    for place, zone in here:
        city.leave(place, zone)
    assert city.people == [0, 0, 0]
    assert city.node == {}


def test_a_bigger_city_needs_more_machines_and_its_nodes_are_filled_evenly() -> None:
    small, big = (json.loads(told("--residents", count, "--json").stdout) for count in ("100000", "2000000"))
    for day, bigger in zip(small, big, strict=True):
        assert bigger["people_at_the_peak"] > 10 * day["people_at_the_peak"]
        assert bigger["nodes"] >= day["nodes"]
        assert bigger["fullest_node"] <= 1.5 * bigger["even_share"] + 500
    assert big[2]["nodes"] > 1
    assert small[0]["seconds_until_a_dead_nodes_people_are_back"] is None


@pytest.mark.parametrize("words", [("--cpu", "0"), ("--load", "2"), ("--residents", "many")])
def test_a_cost_that_cannot_be_is_refused(words: tuple[str, str]) -> None:
    refused = told(*words)
    assert (refused.returncode, refused.stdout) == (2, "")
