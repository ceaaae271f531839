"""Real servers that tests start, stop and kill: PostgreSQL, Redis, nginx, and offices as processes of their own."""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.conftest import lacking

PATIENCE = 20.0
"""Seconds a server may take to answer."""


def program(name: str, *folders: str) -> str:
    """Where a program is. Without it the test is skipped, unless nothing may be (METASEOUL_REQUIRE_ALL=1)."""
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", *folders]))
    return found or lacking(name)


def free_port() -> int:
    """A port that nobody has just now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


class Server:
    """A program that serves on a port: started, stopped, killed as a test wants."""

    def __init__(self, command: list[str], port: int, log: Path, host: str = "127.0.0.1", **more: object) -> None:
        self.command, self.port, self.log, self.host = command, port, log, host
        self._more = more
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, start_new_session=True, **self._more)  # type: ignore[call-overload]
        wait(self.answers, lambda: self.log.read_text(errors="replace")[-2000:])

    def answers(self) -> bool:
        assert self.process is not None
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.command[0]} ended: {self.log.read_text(errors='replace')[-2000:]}")
        with contextlib.suppress(OSError), socket.create_connection((self.host, self.port), timeout=1):
            return True
        return False

    def stop(self) -> None:
        """As an operator would."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)  # whatever it started dies with it
            self.process.wait(PATIENCE)
            self.process = None

    def pause(self) -> list[int]:
        """It and its children hang, and their connections stay; who they are, for `go_on`."""
        assert self.process is not None
        above = self.process.pid
        children = Path(f"/proc/{above}/task/{above}/children").read_text(encoding="ascii").split()
        paused = [above, *map(int, children)]
        for process in paused:
            os.kill(process, signal.SIGSTOP)
        return paused

    def go_on(self, paused: list[int]) -> None:
        """They run again."""
        for process in paused:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Does it on a loop of its own, whatever loop is running here."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def wait(until: Callable[[], bool], why: Callable[[], str] = lambda: "", seconds: float = PATIENCE) -> None:
    """Until something is so. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise TimeoutError(why())
        time.sleep(0.02)
