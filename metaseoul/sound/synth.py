"""Sounds made from nothing but arithmetic, so that no recording is in the house: steps, doors, a chime, a quiet city.

Each is mono, 22,050 samples a second, floats in -1..1, and the same on every machine.
"""

from math import pi

import numpy as np
import numpy.typing as npt

RATE = 22_050
Samples = npt.NDArray[np.float64]


def step(number: int, hard: bool = True) -> Samples:
    """A footstep: heel and sole, a dull knock each; each number another. `hard`: stone or a floor, else grass."""
    chance = np.random.default_rng(number)
    length = int(RATE * 0.16)
    noise = _lowered(chance.standard_normal(length), 900 if hard else 350)
    sound = noise * _decay(length, 0.018) + 0.6 * _late(noise * _decay(length, 0.03), 0.055)
    if hard:
        sound += 0.5 * _tone(95 + 10 * chance.random(), length) * _decay(length, 0.02)
    return _levelled(sound, 0.35 if hard else 0.2)


def door() -> Samples:
    """A door that opens and falls shut."""
    length = int(RATE * 0.9)
    chance = np.random.default_rng(7)
    air = _lowered(chance.standard_normal(length), 500) * np.sin(np.linspace(0, pi, length)) ** 2
    latch = _late(_lowered(chance.standard_normal(length), 2500) * _decay(length, 0.012), 0.05)
    shut = _late(_tone(70, length) * _decay(length, 0.06) + 0.4 * latch, 0.55)
    return _levelled(0.25 * air + latch + shut, 0.5)


def chime() -> Samples:
    """Two soft bells, the second a fourth higher: somebody says something to everyone."""
    length = int(RATE * 1.4)
    low, high = _bell(523.25, length), _late(_bell(698.46, length), 0.22)
    return _levelled(low + high, 0.45)


def tap() -> Samples:
    """One short wooden knock: a word from somebody near."""
    length = int(RATE * 0.2)
    return _levelled(_tone(880, length) * _decay(length, 0.03) + _tone(1320, length) * _decay(length, 0.015), 0.3)


def bell() -> Samples:
    """Three strokes of one bell: somebody is asked whether they are still there."""
    length = int(RATE * 1.8)
    return _levelled(sum(_late(_bell(659.25, length), 0.4 * stroke) for stroke in range(3)), 0.5)  # type: ignore[arg-type]


def city() -> Samples:
    """Eight seconds of a quiet city, whose end joins its beginning: air, far traffic, now and then a bird."""
    length, seam = 8 * RATE, RATE
    chance = np.random.default_rng(3)
    air = _lowered(chance.standard_normal(length + seam), 260)
    slow = 1 + 0.35 * np.sin(2 * pi * np.arange(length + seam) / (length / 2))
    sound = air * slow
    fade = np.linspace(0, 1, seam)
    sound[:seam] = sound[:seam] * fade + sound[length:] * (1 - fade)
    sound = sound[:length] / np.abs(sound).max()
    for number, at in enumerate((1.3, 1.52, 4.9, 5.07, 5.3)):
        start, size = int(at * RATE), int(0.11 * RATE)
        sweep = np.linspace(2600 + 180 * number, 3300, size)
        chirp = np.sin(2 * pi * np.cumsum(sweep) / RATE) * np.sin(np.linspace(0, pi, size)) ** 2
        sound[start : start + size] += 0.1 * chirp
    return _levelled(sound, 0.16)


def _tone(pitch: float, length: int) -> Samples:
    return np.sin(2 * pi * pitch * np.arange(length) / RATE)


def _bell(pitch: float, length: int) -> Samples:
    partials = ((1.0, 1.0, 0.5), (2.0, 0.4, 0.3), (3.01, 0.2, 0.15))
    return sum(share * _tone(pitch * times, length) * _decay(length, life) for times, share, life in partials)  # type: ignore[return-value]


def _decay(length: int, life: float) -> Samples:
    """Falls to a third in `life` seconds; begins within a millisecond, without a click."""
    time = np.arange(length) / RATE
    fall: Samples = np.exp(-time / life) * np.minimum(1.0, time * 1000)
    return fall


def _late(sound: Samples, seconds: float) -> Samples:
    shift = int(seconds * RATE)
    return np.concatenate([np.zeros(shift), sound])[: len(sound)]


def _lowered(sound: Samples, pitch: float) -> Samples:
    """Without what is higher than `pitch`: in the spectrum, smoothly."""
    spectrum = np.fft.rfft(sound)
    pitches = np.fft.rfftfreq(len(sound), 1 / RATE)
    lowered: Samples = np.fft.irfft(spectrum / (1 + (pitches / pitch) ** 4), len(sound))
    return lowered


def _levelled(sound: Samples, peak: float) -> Samples:
    levelled: Samples = sound * (peak / np.abs(sound).max())
    return levelled
