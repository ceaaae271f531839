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
    assert set(result) == {
        "journey",
        "mode",
        "steps",
        "seconds",
        "budget_steps",
        "budget_seconds",
        "ok",
        "why",
    }
    assert (result["journey"], result["mode"]) == (journey.number, mode)
    assert (result["budget_steps"], result["budget_seconds"]) == (list(journey.steps), list(journey.seconds))
    assert len(result["steps"]) == len(result["seconds"]) == len(journey.steps), result["why"]
    assert all(had <= may for had, may in zip(result["steps"], journey.steps, strict=True)), result
    assert all(had <= may * SLOW for had, may in zip(result["seconds"], journey.seconds, strict=True)), result
    assert (told.returncode == 0) == result["ok"] == (result["why"] == "")
