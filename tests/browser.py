"""A real Chromium with an authenticator of its own, led by a few words (tests/peers/browser.mjs)."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.conftest import lacking

PEERS = Path(__file__).parent / "peers"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 120.0


class Browser:
    """`await browser.do("open", url=...)`: what came of it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def do(self, act: str, **told: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": act} | told).encode() + b"\n")
        line = await asyncio.wait_for(self._process.stdout.readline(), PATIENCE)
        answer = json.loads(line)
        assert "ok" in answer, f"{act} {told}: {answer.get('error')}"
        return answer["ok"]


@asynccontextmanager
async def browser(**wish: str) -> AsyncIterator[Browser]:
    """A browser with an empty profile; gone when the block ends."""
    chromium = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    node = shutil.which("node")
    if chromium is None or node is None or not (PEERS / "node_modules").is_dir():
        lacking("node, Chromium and npm ci --prefix tests/peers")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        node, str(PEERS / "browser.mjs"), stdin=pipe, stdout=pipe, limit=2**22, env=_environment(chromium)
    )
    led = Browser(process)
    try:
        await led.do("browser", **wish)
        yield led
    finally:
        if process.returncode is None:
            if process.stdin is not None:
                process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), 15)
            except TimeoutError:
                process.kill()


def _environment(chromium: str) -> dict[str, str]:

    return os.environ | {"CHROMIUM": chromium}
