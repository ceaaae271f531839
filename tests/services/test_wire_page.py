"""docs/wire.md tells a stranger every path and every live message, and its bot walks."""

import asyncio
import re
from pathlib import Path
from typing import get_args

import pytest

from services.accounts import desk as accounts
from services.accounts import sign_in
from services.catalogue import DESK as CATALOGUE
from services.sessions.desk import DESK as SESSIONS
from tests.services.conftest import CITY, Office
from tests.services.live import on_line
from worlds.sessions.wire import Moved, Said, Spoken, Told

PAGE = (Path(__file__).parents[2] / "docs" / "wire.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("desk", [accounts.DESK, sign_in.DESK, CATALOGUE, SESSIONS], ids=lambda desk: desk.slug)
def test_every_path_is_on_the_page(desk) -> None:
    for route in desk.routes:
        assert f"`{route.method} {route.path}`" in PAGE


MESSAGES = sorted({*get_args(Spoken), *get_args(Told)}, key=lambda message: message.__name__)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.__name__)
def test_every_live_message_is_on_the_page_with_its_fields(message) -> None:
    rows = [row for row in PAGE.splitlines() if row.startswith(f"| `{message.__struct_config__.tag}` |")]
    assert any(all(f"`{name}`" in row for name in message.__struct_fields__) for row in rows)


async def test_the_bot_of_the_page_walks_and_talks(office: Office) -> None:
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {}
    exec(code.group(1), names)
    async with on_line(office) as watcher:
        url = str(office.client.make_url("")).rstrip("/")
        bot = asyncio.create_task(names["bot"](url, "yard", CITY["yard"].digest))
        heard = {type(event) for event in [await watcher.hear() for _ in range(3)]}
        bot.cancel()
    assert {Moved, Said} <= heard
