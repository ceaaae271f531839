"""Bots walk where people may walk, and the hub's cost is measured with them through a real office."""

import json
import random
import subprocess
import sys
from math import hypot
from pathlib import Path

import pytest

from metaseoul.bench.crowd import age_of
from metaseoul.bots import Gait, Leg, Truth, believed, error, turn
from worlds.plan import place
from worlds.sessions.moves import Step
from worlds.sessions.wire import WALKING
from worlds.walk import walk_map

KEYS = {
    "server",
    "n",
    "cpu_us_per_client_second",
    "bytes_per_client_second",
    "age_ms",
    "position_error_m_p95",
    "missed_ticks",
    "gone",
    "bots_late_ms_p99",
}


@pytest.mark.parametrize("seed", range(5))
def test_a_bot_never_stands_where_nobody_may_stand_and_never_hurries(seed: int) -> None:
    where = place("documents")
    gait = Gait(walk_map(where), *where.spawn[:2], random.Random(seed), 0.0)
    walked = 0.0
    for _ in range(60):
        end, (x, y) = gait.leg.until, gait.leg.at(gait.leg.until)
        leg = gait.turn()
        assert (leg.since, leg.at(leg.since)) == (end, (x, y))
        moments = [leg.since + share * (leg.until - leg.since) for share in (0.0, 0.3, 0.7, 1.0)]
        assert all(gait.ground.free(*leg.at(moment)) for moment in moments)
        assert hypot(leg.vx, leg.vy) <= WALKING + 1e-9
        walked += hypot(leg.vx, leg.vy) * (leg.until - leg.since)
    assert walked > 20


def test_what_one_bot_does_is_known_to_another_process(tmp_path: Path) -> None:
    here, there = Truth(tmp_path / "truth", 3), Truth(tmp_path / "truth", 3)
    here.tell(1, Leg(2.0, 3.0, 0.0, 0.0, 10.0, 20.0))
    here.tell(1, Leg(2.0, 3.0, 1.0, 0.0, 20.0, 25.0))
    here.name(1, 77)
    assert there.at(22.0)[1].tolist() == [4.0, 3.0]
    assert there.at(99.0)[1].tolist() == [7.0, 3.0]
    assert (there.leg(1).vx, there.before(1), there.turned(1)) == (1.0, 10.0, 180.0)
    assert there.numbers.tolist() == [0, 77, 0]


@pytest.mark.parametrize(
    ("before", "after", "degrees"),
    [((1, 0), (0, 1), 90), ((1, 0), (-1, 0), 180), ((0, -1), (0, -1), 0), ((1, 0), (0, 0), 180), ((0, 0), (1, 1), 180)],
)
def test_a_turn_is_the_angle_between_two_legs(before: tuple[int, int], after: tuple[int, int], degrees: float) -> None:
    assert turn(Leg(0, 0, *before, 0, 1), Leg(0, 0, *after, 1, 2)) == pytest.approx(degrees)


def test_what_is_believed_walks_on_as_it_was_told_and_not_for_ever() -> None:
    seen = Step(1, 2.0, 3.0, 0.0, "walk", 1.0, -0.5), 10.0
    assert believed(seen, 12.0, 8.0) == (4.0, 2.0)
    assert believed(seen, 99.0, 8.0) == (10.0, -1.0)
    assert error(seen, (4.0, 2.3), 12.0, 8.0) == pytest.approx(0.3)
    assert error(None, (0.0, 0.0), 12.0, 8.0) == float("inf")


@pytest.mark.parametrize("late", [0.0, 0.08, 0.5])
def test_the_age_of_what_is_seen_is_the_time_since_a_walker_was_there(late: float) -> None:
    leg = Leg(5.0, 5.0, 1.2, 1.6, 100.0, 110.0)
    x, y = leg.at(103.0)
    age = age_of(Step(1, round(x, 2), round(y, 2), 0.0, "walk"), leg, 103.0 + late)
    assert age == pytest.approx(late, abs=0.02)
    assert age_of(Step(1, x + 1.0, y, 0.0, "walk"), leg, 103.0) is None
    assert age_of(Step(1, 5.0, 5.0, 0.0, "idle"), leg._replace(vx=0.0, vy=0.0), 103.0) is None


def test_a_crowd_of_bots_is_measured_by_what_each_sees() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "metaseoul",
            "bench",
            "hub",
            "--n",
            "5",
            "--place",
            "documents",
            "--seconds",
            "4",
            "--json",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    [figures] = json.loads(told.stdout)
    assert set(figures) == KEYS
    assert (figures["server"], figures["n"], figures["gone"]) == ("metaseoul", 5, 0)
    assert figures["bytes_per_client_second"] > 0
    assert figures["position_error_m_p95"] < 0.4
    assert figures["missed_ticks"] <= 3


def test_bots_walk_in_a_city_that_runs(url: str) -> None:
    command = [sys.executable, "scripts/bots", "--server", url, "-n", "3", "--place", "documents", "--seconds", "3"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("3 here")


def test_where_nobody_answers_or_there_is_no_such_place_bots_say_so_in_a_line() -> None:
    for words, code in ((["--server", "http://127.0.0.1:9", "-n", "1"], 1), (["--place", "atlantis"], 2)):
        told = subprocess.run([sys.executable, "scripts/bots", *words], capture_output=True, text=True, timeout=60)
        assert told.returncode == code
        assert len(told.stderr.splitlines()) == 1
