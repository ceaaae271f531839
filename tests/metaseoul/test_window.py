"""A real window on a real display, driven by real keys: seen and heard by another citizen at the same office."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from metaseoul.ui.hangul import keys_of
from tests.conftest import need
from tests.metaseoul.visitors import Visitor, until, visiting

READY = 90
"""Seconds in which a window must be there, on a machine that is busy and has baked no light yet."""

pytestmark = pytest.mark.display


class Hands:
    """Presses keys on a display, as a keyboard does."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._tool = need("xdotool")

    async def do(self, *words: str) -> None:
        done = await asyncio.create_subprocess_exec(self._tool, *words, env=self._environment)
        assert await done.wait() == 0


@contextmanager
def window(
    url: str, display: str, home: Path, session: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """`metaseoul --server url` as a process of its own, in a session of ours or of the test's."""
    environment = {**(session or {**os.environ, "XMODIFIERS": ""}), "DISPLAY": display, "METASEOUL_HOME": str(home)}
    command = [sys.executable, "-m", "metaseoul", "--server", url, "--size", "640x400", "--tier", "lowest"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


async def newcomer(visitor: Visitor, before: set[int]) -> int:
    """The number of whoever came."""
    return await until(lambda: next(iter(visitor.visit.live.people.keys() - before), None), "the window", READY)


async def test_who_walks_and_talks_in_a_window_is_seen_and_heard_by_another(
    own_url: str, display: str, tmp_path: Path
) -> None:
    async with visiting(own_url) as visitor:
        await visitor.is_here()
        before = set(visitor.visit.live.people)
        with window(own_url, display, tmp_path / "window") as process:
            await _met(visitor, before, Hands(display), process)


async def _met(visitor: Visitor, before: set[int], hands: Hands, process: "subprocess.Popen[str]") -> None:
    them = await newcomer(visitor, before)
    await hands.do("mousemove", "700", "450")
    await hands.do("key", "Tab", "Return")  # past the first screen
    was = visitor.visit.live.people[them]
    await hands.do("keydown", "w")
    await until(lambda: abs(visitor.visit.live.people[them].y - was.y) > 0.5, "a few steps", READY)
    assert visitor.visit.live.people[them].gesture == "walk"
    await hands.do("keyup", "w")
    await until(lambda: visitor.visit.live.people[them].gesture == "idle", "standing still", READY)

    await hands.do("key", "t")
    await asyncio.sleep(1)
    await hands.do("type", "--delay", "80", keys_of("안녕하세요"))
    await hands.do("key", "Return")
    await visitor.hears(f"{visitor.visit.live.people[them].name}: 안녕하세요")
    assert process.poll() is None
