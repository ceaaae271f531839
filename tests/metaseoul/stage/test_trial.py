"""A device is tried once, for a second, and then remembered."""

import time
from pathlib import Path
from typing import Any

import pytest

from metaseoul.device import settled
from metaseoul.stage.tiers import MIDDLE
from metaseoul.stage.trial import tier_for, trial


@pytest.mark.window
def test_a_device_is_tried_once_and_then_remembered(
    base: Any, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def middling(base: Any) -> float:
        tried.append(base)
        return 0.015

    monkeypatch.setattr("metaseoul.device.trial", middling)
    assert settled(base) is MIDDLE
    assert settled(base) is MIDDLE
    assert len(tried) == 1


@pytest.mark.window
def test_a_trial_is_short_and_leaves_nothing(base: Any) -> None:
    base.makeCamera(base.win)
    started = time.monotonic()
    assert trial(base) > 0
    assert time.monotonic() - started < 8  # two seconds, and as much again for a machine that is busy
    assert not base.render.find("trial")


@pytest.mark.parametrize(("frame", "tier"), [(0.004, "desktop"), (0.010, "desktop"), (0.02, "middle"), (0.5, "lowest")])
def test_the_quicker_the_trial_the_richer_the_tier(frame: float, tier: str) -> None:
    assert tier_for(frame).name == tier
