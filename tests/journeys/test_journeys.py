"""Real errands, walked by a script through the real client and the real office: never more steps than the budget.

Seconds are this machine's affair as well; they fail a test only when they are several times the budget.
"""

import json
import subprocess
import sys

import pytest

from metaseoul.journeys.scripts import JOURNEYS, Journey
from tests.conftest import lacking

pytestmark = pytest.mark.journey
SLOW = 4
"""How many times the budget of seconds a loaded machine may take."""
WALKS = [(journey, mode) for journey in JOURNEYS for mode in journey.modes]
NO_RENDERER = "window.no-renderer"


def named(value: object) -> str:
    return f"J{value.number}" if isinstance(value, Journey) else str(value)


@pytest.mark.parametrize(("journey", "mode"), WALKS, ids=named)
def test_a_journey_keeps_its_budget_of_steps(journey: Journey, mode: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "metaseoul", "journey", str(journey.number), "--mode", mode, "--json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=330,
    )
    assert told.stderr == ""
    [result] = json.loads(told.stdout)
    if NO_RENDERER in result["why"]:
        lacking("a renderer")
    figures = ("steps", "seconds", "budget_steps", "budget_seconds")
    assert set(result) == {"journey", "mode", *figures, "ok", "why", "parts"}
    assert (result["journey"], result["mode"]) == (journey.number, mode)
    parts = result["parts"]
    assert [part["budget_steps"] for part in parts] == list(journey.steps), result["why"]
    assert [part["budget_seconds"] for part in parts] == list(journey.seconds)
    assert all(result[figure] == parts[0][figure] for figure in figures)
    assert all(part["steps"] <= part["budget_steps"] for part in parts), result
    assert all(part["seconds"] <= part["budget_seconds"] * SLOW for part in parts), result
    assert (told.returncode == 0) == result["ok"] == (result["why"] == "")
