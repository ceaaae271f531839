"""The watchdog: begins the kiosk's program, and begins it again when it ended or no longer moves."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Sequence

from metaseoul.kiosk.erase import ENVIRONMENT

BEAT = 1.0
"""Seconds between two signs of life."""
SILENCE = 4.0
"""Seconds without one after which the program counts as stuck."""
OPENING = 90.0
"""Seconds in which the first sign of life must come."""
PAUSE = 0.5
"""Seconds before a program that ended begins again, so that one that cannot begin does not spin."""
PIPE = "METASEOUL_BEAT"
"""Names the pipe, as a number, to the program that is watched."""


class Heart:
    """The watched program's side: one byte a second into the pipe it was given; none given, none sent."""

    def __init__(self) -> None:
        number = os.environ.get(PIPE, "")
        self._pipe = int(number) if number.isdecimal() else None
        self._next = 0.0

    def beat(self) -> None:
        """Called in every frame."""
        now = time.monotonic()
        if self._pipe is not None and now >= self._next:
            self._next = now + BEAT
            try:
                os.write(self._pipe, b".")
            except OSError:  # nobody watches any more
                self._pipe = None


def watch(command: Sequence[str], tell: Callable[[str], None]) -> int:
    """Keeps `command` running until it ends with 0, or this process is told to end; its exit code. `tell` is given a
    key, "stuck" or "ended", each time it must begin again."""
    asked_to_end = False

    def end(*_: object) -> None:
        nonlocal asked_to_end
        asked_to_end = True
        program.terminate()

    while True:
        hear, say = os.pipe()
        program = subprocess.Popen(command, env={**os.environ, **ENVIRONMENT, PIPE: str(say)}, pass_fds=(say,))
        os.close(say)
        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        code = _until_it_ends(program, hear)
        os.close(hear)
        if code == 0 or asked_to_end:
            return 0
        tell("stuck" if code is None else "ended")
        time.sleep(PAUSE)


def _until_it_ends(program: "subprocess.Popen[bytes]", hear: int) -> int | None:
    """Its exit code; None when it was stuck, and had to be ended."""
    patience = OPENING
    while True:
        ready, _, _ = select.select([hear], [], [], patience)
        if ready and os.read(hear, 64):
            patience = SILENCE
        elif ready:  # the pipe is closed: it has ended
            return program.wait()
        else:
            program.kill()
            program.wait()
            return None
