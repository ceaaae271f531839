"""`metaseoul bench render` flies the same way each time, prints what programs rely on, and says what is over."""

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from metaseoul.__main__ import main
from metaseoul.bench.walk import way
from metaseoul.stage import tiers
from metaseoul.stage.flight import flight
from worlds.plan import place

KEYS = {"place", "view", "tier", "avatars", "draw_calls", "triangles", "texture_bytes", "buffer_bytes"}
TIMES = {"frame_ms", "cpu_ms", "cpu", "first_frame_s", "vertices", "over"}


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = main(["bench", "render", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_flight_begins_at_every_view_and_comes_back() -> None:
    where = place("plaza")
    way = flight(where, 5 * len(where.views))
    for number, (name, view) in enumerate(where.views.items()):
        assert way[5 * number] == (name, view)
    assert [view for _, view in way] == [view for _, view in flight(where, 5 * len(where.views))]


@pytest.mark.window
def test_counts_are_the_same_in_every_run_and_keys_are_those_that_scripts_rely_on(
    base: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--place", "documents", "--avatars", "3", "--frames", "4", "--size", "160x90")
    (code, once), (_, again) = told(capsys, *words), told(capsys, *words)
    assert code == 0
    assert set(once) >= {"renderer", "size", "views"}
    for one, other in zip(once["views"], again["views"], strict=True):
        assert set(one) >= KEYS | TIMES
        assert {key: one[key] for key in KEYS} == {key: other[key] for key in KEYS}
        assert set(one["frame_ms"]) == {"p50", "p95", "p99"}
        assert one["over"] == []


@pytest.mark.window
def test_what_is_over_its_budget_is_named_and_ends_with_one(
    base: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(tiers.TIERS, "lowest", replace(tiers.LOWEST, triangles=10))
    code, figures = told(capsys, "--place", "documents", "--avatars", "0", "--frames", "2", "--size", "160x90")
    assert code == 1
    assert all(view["over"] == ["triangles"] for view in figures["views"])


def test_an_unknown_place_and_a_wrong_size_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "render", "--place", "atlantis"]) == 2
    assert "atlantis" in capsys.readouterr().err
    assert main(["bench", "render", "--size", "big"]) == 2
    assert "big" in capsys.readouterr().err


def test_the_walk_leads_through_gates_from_place_to_place_and_nowhere_from_nowhere() -> None:
    places = way("plaza", "gyeongbokgung")
    assert (places[0], places[-1]) == ("plaza", "gyeongbokgung")
    for here, there in pairwise(places):
        assert there in {gate.to for gate in place(here).gates}
    assert way("plaza", "plaza") == ["plaza"]
    assert way("plaza", "atlantis") == []
