"""The system's own voice: speech-dispatcher or espeak-ng on Linux, `say` on macOS, SAPI on Windows.

What is to be said goes through a pipe, never as an argument that others on the machine could list. What is shown next
cuts off what was being read out, as screen readers do; what was told in passing is said to its end. Where there is no
voice nothing is said, and nothing breaks.
"""

import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

VOICES = {"ko": "ko", "en": "en", "zh": "cmn", "ja": "ja"}
"""Languages as espeak-ng names them."""
SAY_VOICES = {"ko": "Yuna", "en": "Samantha", "zh": "Tingting", "ja": "Kyoko"}
CULTURES = {"ko": "ko-KR", "en": "en-US", "zh": "zh-CN", "ja": "ja-JP"}
SAPI = (
    "Add-Type -AssemblyName System.Speech;"
    "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer; $s.Volume = {volume};"
    "try {{ $s.SelectVoiceByHints(0, 0, 0, '{culture}') }} catch {{}};"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; $s.Speak([Console]::In.ReadToEnd())"
)


class Engine(NamedTuple):
    """A program that speaks what it reads: `command` of language and volume (0..100)."""

    program: str
    command: Callable[[str, int], Sequence[str]]


ENGINES = (
    Engine("spd-say", lambda language, volume: ("-e", "-w", "-l", language, "-i", str(2 * volume - 100))),
    Engine("espeak-ng", lambda language, volume: ("--stdin", "-v", VOICES[language], "-a", str(2 * volume))),
    Engine("say", lambda language, volume: ("-v", SAY_VOICES[language], "-f", "-")),
    Engine(
        "powershell",
        lambda language, volume: (
            "-NoProfile",
            "-Command",
            SAPI.format(volume=volume, culture=CULTURES[language]),
        ),
    ),
)
"""Tried in this order; the first that is installed speaks."""


class Said(NamedTuple):
    """Something to be said. `passing`: whatever comes after it need not wait for it."""

    words: str
    language: str
    volume: int
    passing: bool


class Voice:
    """Says one thing after the other, on a thread of its own."""

    def __init__(self) -> None:
        found = ((engine, path) for engine in ENGINES if (path := shutil.which(engine.program)) is not None)
        engine, path = next(found, (None, None))
        self._engine: Engine | None = engine
        self._path: str | None = path
        self._waiting: deque[Said] = deque()
        self._now: tuple[Said, subprocess.Popen[bytes]] | None = None
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None

    @property
    def is_there(self) -> bool:
        """Whether this machine can speak."""
        return self._engine is not None

    def say(self, words: str, language: str, volume: int, passing: bool = False) -> None:
        """Says it when what was told before is said; what was only passing gives way. Nothing at volume 0."""
        with self._turn:
            self._give_way(lambda said: said.passing)
            if self._engine is None or not volume or not words.strip():
                return
            self._waiting.append(Said(words, language, volume, passing))
            self._turn.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()

    def hush(self) -> None:
        """Says no more of anything."""
        with self._turn:
            self._give_way(lambda _: True)

    def _give_way(self, gives_way: Callable[[Said], bool]) -> None:
        self._waiting = deque(said for said in self._waiting if not gives_way(said))
        if self._now is not None and gives_way(self._now[0]):
            self._now[1].kill()

    def _run(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: bool(self._waiting))
                said = self._waiting.popleft()
                try:
                    speaking = self._begin(said)
                except OSError:
                    continue
                self._now = (said, speaking)
            speaking.communicate(said.words.encode())
            with self._turn:
                self._now = None

    def _begin(self, said: Said) -> "subprocess.Popen[bytes]":
        assert self._engine is not None
        command = [str(self._path), *self._engine.command(said.language, said.volume)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
