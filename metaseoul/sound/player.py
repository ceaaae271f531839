"""Plays the city's sounds through Panda3D's audio; a machine without a loudspeaker plays none, and says nothing."""

import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
from direct.showbase.ShowBase import ShowBase
from panda3d.core import AudioSound, Filename

from metaseoul.folders import cache_folder
from metaseoul.sound import Name, synth

MADE: dict[str, Callable[[], synth.Samples]] = {
    "door": synth.door,
    "chime": synth.chime,
    "tap": synth.tap,
    "bell": synth.bell,
    "city": synth.city,
}
STEPS = 4
"""Different footsteps, so that one does not hear the same twice in a row."""
STRIDE = {"walk": 0.72, "run": 1.15}
"""Metres of way from one step to the next."""
VERSION = 1


class Player:
    """`volume` 0..100; 0 mutes everything."""

    def __init__(self, base: ShowBase) -> None:
        self.volume = 0
        self._base = base
        self._sounds: dict[str, AudioSound] = {}
        self._way = 0.0
        self._count = 0
        self._humming: AudioSound | None = None

    def play(self, name: Name) -> None:
        self._start(name, 1.0)

    def walked(self, metres: float, running: bool, hard: bool) -> None:
        """So much of the way was walked since the last frame: every stride a step is heard."""
        self._way += metres
        stride = STRIDE["run" if running else "walk"]
        if self._way >= stride:
            self._way %= stride
            self._count += 1
            self._start(f"step-{'hard' if hard else 'soft'}-{self._count % STEPS}", 0.7)

    def hum(self, on: bool) -> None:
        """The quiet city, outdoors."""
        if on and self.volume and self._humming is None:
            self._humming = self._start("city", 0.6, loop=True)
        elif self._humming is not None and not (on and self.volume):
            self._humming.stop()
            self._humming = None

    def set_volume(self, volume: int) -> None:
        self.volume = volume
        if self._humming is not None:
            self._humming.set_volume(0.6 * volume / 100)
            self.hum(bool(volume))

    def _start(self, name: str, share: float, loop: bool = False) -> AudioSound | None:
        managers = self._base.sfxManagerList
        if not self.volume or not managers or not managers[0].is_valid():
            return None
        if name not in self._sounds:
            self._sounds[name] = self._base.loader.load_sfx(Filename.from_os_specific(str(_file(name))))
        sound = self._sounds[name]
        sound.set_volume(share * self.volume / 100)
        sound.set_loop(loop)
        sound.play()
        return sound


def _file(name: str) -> Path:
    """The sound as a file of the cache, made when it is first heard."""
    file = cache_folder() / "sounds" / f"{name}-{VERSION}.wav"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, made(name))
    return file


def made(name: str) -> synth.Samples:
    """The samples of a sound by its name."""
    if name in MADE:
        return MADE[name]()
    _, ground, number = name.split("-")
    return synth.step(int(number), hard=ground == "hard")


def write(file: Path, sound: synth.Samples) -> None:
    """As 16-bit mono WAV, whole or not at all."""
    fresh = file.with_suffix(".part")
    with wave.open(str(fresh), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(synth.RATE)
        out.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
    fresh.replace(file)
