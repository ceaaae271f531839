"""Korean typed with the system's own input method, a real IBus with its Hangul engine, arrives composed."""

import asyncio
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from metaseoul.ui.hangul import keys_of
from tests.conftest import need, x_server
from tests.metaseoul.test_window import READY, Hands, newcomer, window
from tests.metaseoul.visitors import until, visiting
from tests.servers.desktop import session

pytestmark = pytest.mark.display


@contextmanager
def ibus(folder: Path, display: str) -> Iterator[dict[str, str]]:
    """A session with IBus in it, its engine Hangul; the environment of a program there."""
    daemon, tool = need("ibus-daemon"), need("ibus")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with session(folder, display) as environment:
        environment["XMODIFIERS"] = "@im=ibus"
        command = [daemon, "--xim", "--panel=disable", "--emoji-extension=disable"]
        running = subprocess.Popen(command, env=environment, **quiet)
        try:
            end = time.monotonic() + 30
            while subprocess.run([tool, "engine", "hangul"], env=environment, check=False, **quiet).returncode:
                assert time.monotonic() < end, "IBus has no Hangul engine"
                time.sleep(0.3)
            yield environment
        finally:
            running.terminate()
            running.wait(10)


async def test_what_ibus_composes_is_said_as_it_was_composed(own_url: str, tmp_path: Path) -> None:
    home = tmp_path / "window"
    (home / "data").mkdir(parents=True)
    (home / "data" / "preferences.json").write_bytes(b'{"met": true}')
    with x_server("-noreset") as display, ibus(tmp_path, display) as environment:
        async with visiting(own_url) as visitor:
            await visitor.is_here()
            before = set(visitor.visit.live.people)
            with window(own_url, display, home, environment):
                them = await newcomer(visitor, before)
                hands = Hands(display)
                await hands.do("mousemove", "700", "450")
                await until(lambda: visitor.visit.live.people.get(them), "the window", READY)
                await asyncio.sleep(1)
                await hands.do("key", "t")
                await asyncio.sleep(1)
                await hands.do("key", "Hangul")
                await asyncio.sleep(0.5)
                await hands.do("type", "--delay", "120", keys_of("값진 한글"))
                await asyncio.sleep(0.5)
                await hands.do("key", "Return")
                await visitor.hears(": 값진 한글")
