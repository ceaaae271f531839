"""Sounds are arithmetic: the same on every machine, never too loud, and they end where they should."""

import wave
from pathlib import Path

import numpy as np
import pytest

from metaseoul.sound import synth
from metaseoul.sound.player import MADE, STEPS, made, write

NAMES = [*MADE, *(f"step-{ground}-{number}" for ground in ("hard", "soft") for number in range(STEPS))]


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_heard_and_never_clips(name: str) -> None:
    sound = made(name)
    assert np.isfinite(sound).all()
    assert 0.1 < np.abs(sound).max() <= 0.6
    assert np.array_equal(sound, made(name))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "city"])
def test_it_begins_and_ends_without_a_click(name: str) -> None:
    sound = made(name)
    assert abs(sound[0]) < 0.05
    assert np.abs(sound[-200:]).max() < 0.2 * np.abs(sound).max()


def test_the_city_goes_on_for_ever_without_a_seam() -> None:
    sound = synth.city()
    jump = abs(sound[0] - sound[-1])
    assert jump <= 4 * np.abs(np.diff(sound)).max()


def test_two_steps_in_a_row_differ_and_grass_is_softer_than_stone() -> None:
    assert not np.array_equal(synth.step(1), synth.step(2))
    assert np.abs(synth.step(1, hard=False)).max() < np.abs(synth.step(1)).max()


def test_it_becomes_a_file_any_player_reads(tmp_path: Path) -> None:
    write(tmp_path / "door.wav", synth.door())
    with wave.open(str(tmp_path / "door.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (synth.RATE, 1, 2)
        assert sound.getnframes() == len(synth.door())
