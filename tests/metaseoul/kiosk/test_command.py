"""`metaseoul kiosk` on a real display: the city hears of it, and hears of it again after its program was killed."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from metaseoul.link import Link
from tests.metaseoul.test_window import READY
from tests.metaseoul.visitors import until
from worlds.kiosks import Kiosk

pytestmark = pytest.mark.display


@contextmanager
def kiosk(url: str, display: str, home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {**os.environ, "DISPLAY": display, "METASEOUL_HOME": str(home), "XMODIFIERS": ""}
    words = ["--server", url, "--name", "hall-1", "--size", "480x800", "--tier", "lowest"]
    command = [sys.executable, "-m", "metaseoul", "kiosk", *words]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        assert process.wait(30) == 0


def programs(watcher: int) -> set[int]:
    """The processes that the watchdog has begun, and that live."""
    return {int(number) for number in Path(f"/proc/{watcher}/task/{watcher}/children").read_text().split()}


async def heard(link: Link) -> list[Kiosk]:
    return await link.get("/console/kiosks", list[Kiosk])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are read from /proc")
async def test_the_city_hears_of_a_kiosk_and_again_after_its_program_was_killed(
    own_url: str, display: str, tmp_path: Path
) -> None:
    link = Link(own_url)
    try:
        with kiosk(own_url, display, tmp_path / "kiosk") as watcher:
            end = asyncio.get_running_loop().time() + READY
            while not (known := await heard(link)):
                assert asyncio.get_running_loop().time() < end, "the kiosk was not heard"
                await asyncio.sleep(0.2)
            assert [(one.name, one.state, one.silent) for one in known] == [("hall-1", "resting", False)]
            before = programs(watcher.pid)
            assert len(before) == 1
            os.kill(next(iter(before)), signal.SIGKILL)
            await until(lambda: programs(watcher.pid) - before, "another program", 10)
            end = asyncio.get_running_loop().time() + READY
            while (await heard(link))[0].seen <= known[0].seen:
                assert asyncio.get_running_loop().time() < end, "the kiosk was not heard again"
                await asyncio.sleep(0.2)
    finally:
        link.close()
