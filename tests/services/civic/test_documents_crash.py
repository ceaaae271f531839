"""The office is killed while it issues: what it acknowledged is there afterwards, and nothing is there twice."""

import asyncio
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import aiohttp
import pytest

from metaseoul.verify import verify
from services.accounts import store as accounts
from services.accounts.sessions import new_token
from services.accounts.tokens import Tokens
from services.clock import SEOUL
from services.office import Identity
from services.registry.sample import sample_people
from services.settings import Settings
from services.store import open_store
from services.vault import open_vault
from worlds.sessions.wire import Look

REQUESTS, KILLED_AFTER, AT_ONCE = 200, 60, 16


@contextmanager
def an_office(data: Path) -> Iterator[tuple[str, subprocess.Popen]]:
    """A real office in a process of its own: (its address, the process)."""
    command = [sys.executable, "-m", "services", "--data", str(data), "--port", "0", "--log", str(data / "log")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        url = process.stdout.readline().strip()
        assert re.match(r"http://127\.0\.0\.1:\d+$", url), url
        yield url, process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


async def citizens(data: Path) -> list[str]:
    """Tokens of eight sample people, known to the office in this folder before it opens."""
    await asyncio.to_thread(data.mkdir, 0o700)
    store, now, tokens = await open_store(Settings(data=data).store), datetime.now(SEOUL), []
    for person in sample_people()[:8]:
        grant = new_token()
        who = Identity(f"c-{person.subject}", person.name, date(1990, 1, 1), "https://id.example", person.subject)
        visit = await store.transact(accounts.add, grant, None, "ko", Look(), now)
        await store.transact(accounts.identify, visit.session, grant, who, now, open_vault(data / "keys"))
        tokens.append(Tokens(data / "keys").access(grant, now))
    await store.close()
    return tokens


async def ask(
    http: aiohttp.ClientSession, url: str, tokens: list[str], index: int, told: dict[int, str], enough: asyncio.Event
) -> None:
    """One request with a key of its own; what is acknowledged is written down at once."""
    wish = {"kind": "resident-register", "key": f"request-{index:04}"}
    bearer = {"Authorization": f"Bearer {tokens[index % len(tokens)]}"}
    try:
        async with http.post(f"{url}/documents", json=wish, headers=bearer) as answer:
            body = await answer.json()
    except aiohttp.ClientError:
        return
    assert answer.status == 201, body
    told[index] = body["number"]
    if len(told) >= KILLED_AFTER:
        enough.set()


async def ask_all(url: str, tokens: list[str], process: subprocess.Popen | None) -> dict[int, str]:
    """All requests, some at once; the process, if given, is killed in the midst of them."""
    told: dict[int, str] = {}
    enough = asyncio.Event()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as http:
        asking = asyncio.gather(*(ask(http, url, tokens, index, told, enough) for index in range(REQUESTS)))
        if process:
            await enough.wait()
            process.kill()
        await asking
    return told


async def on_file(http: aiohttp.ClientSession, url: str, token: str) -> dict[str, bytes]:
    """Everything a citizen holds: number and sheet."""
    bearer = {"Authorization": f"Bearer {token}"}
    async with http.get(f"{url}/documents", headers=bearer) as answer:
        numbers = [document["number"] for document in await answer.json()]
    sheets = {}
    for number in numbers:
        async with http.get(f"{url}/documents/{number}/pdf", headers=bearer) as answer:
            assert answer.status == 200
            sheets[number] = await answer.read()
    assert len(sheets) == len(numbers)
    return sheets


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
async def test_killed_in_the_midst_of_two_hundred_requests_it_lost_none_it_acknowledged(tmp_path):
    data = tmp_path / "data"
    tokens = await citizens(data)
    with an_office(data) as (url, process):
        before = await ask_all(url, tokens, process)
    assert KILLED_AFTER <= len(before) < REQUESTS

    with an_office(data) as (url, _):
        async with aiohttp.ClientSession() as http:
            kept = {number for token in tokens for number in await on_file(http, url, token)}
            assert set(before.values()) <= kept
            again = await ask_all(url, tokens, None)
            held = [await on_file(http, url, token) for token in tokens]

    assert {index: again[index] for index in before} == before
    counted = Counter(number for sheets in held for number in sheets)
    assert sorted(counted) == sorted(again.values())
    assert set(counted.values()) == {1}
    assert len(counted) == REQUESTS
    trust = ((data / "keys" / "city.pem").read_bytes(),)
    paper = tmp_path / "sheet.pdf"
    for sheets in held:
        for sheet in list(sheets.values())[:3]:
            paper.write_bytes(sheet)
            assert verify(paper, trust, datetime.now(SEOUL)).verdict == "genuine"
