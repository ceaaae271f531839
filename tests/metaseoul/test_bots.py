"""Bots walk where people may walk, and the hub's cost is measured with them through a real office."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from metaseoul.bots import REMEMBERED, Gait, Truth
from worlds.plan import place
from worlds.sessions.wire import TICK, WALKING
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
}


@pytest.mark.parametrize("seed", range(5))
def test_a_bot_never_stands_where_nobody_may_stand_and_never_hurries(seed: int) -> None:
    where = place("documents")
    gait = Gait(walk_map(where), where.spawn[:2], random.Random(seed))
    walked = 0.0
    for _ in range(3000):
        x, y = gait.x, gait.y
        changed = gait.step(1 / TICK)
        moved = ((gait.x - x) ** 2 + (gait.y - y) ** 2) ** 0.5
        assert gait.ground.free(gait.x, gait.y)
        assert moved <= WALKING / TICK + 1e-9
        assert changed or not moved
        walked += moved
    assert walked > 20


def test_what_one_bot_does_is_known_to_another_process(tmp_path: Path) -> None:
    here, there = Truth(tmp_path / "truth", 3), Truth(tmp_path / "truth", 3)
    here.tell(1, 2.0, 3.0)
    here.tell(1, 2.5, 3.0)
    assert there.now()[1, :2].tolist() == [2.5, 3.0]
    first, second = there.since(1, 2.0, 3.0, 0.01), there.since(1, 2.5, 3.0, 0.01)
    assert first is not None
    assert second is not None
    assert first <= second
    assert there.since(1, 9.0, 9.0, 0.01) is None
    for step in range(REMEMBERED):
        here.tell(1, 100.0 + step, 0.0)
    assert there.since(1, 2.0, 3.0, 0.01) is None


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
    assert figures["age_ms"]["p50"] > 0
    assert figures["position_error_m_p95"] < 2 * WALKING


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
