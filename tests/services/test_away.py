"""PostgreSQL goes away while the city is open: nothing acknowledged is lost, walking goes on, all is back by itself."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlmodel import Session

from services import postgres as engine
from services.app import make_app
from services.doors import DOORS
from services.faults import Refusal
from services.settings import Settings
from services.store import Store, open_store
from services.unopened import StartFault
from tests.servers import free_port, wait
from tests.servers import postgres as servers
from tests.servers.postgres import Cluster
from tests.services.conftest import CITY, HandSet, Office
from tests.services.live import on_line
from tests.services.records import insert, names
from worlds.sessions.wire import Met, Move, Moved, Said, Say


@pytest.fixture
def server(tmp_path: Path):
    """A PostgreSQL of this test's own, to be killed."""
    here = servers.postgres(tmp_path / "postgres")
    here.start()
    wait(lambda: servers.is_open(here))
    yield here
    here.kill()


@pytest.fixture
async def store(server: Cluster) -> AsyncIterator[Store]:
    opened = await open_store(servers.url(server))
    yield opened
    await opened.close()


@pytest.fixture
async def office(server: Cluster, alone: Settings, today: HandSet) -> AsyncIterator[Office]:
    app = make_app(msgspec.structs.replace(alone, database=servers.url(server)), today, city=CITY)
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        yield Office(client, alone)


async def back(server: Cluster) -> None:
    """The server is there again, as soon as it can be."""

    def start() -> None:
        server.forget_its_end()
        server.start()
        wait(lambda: servers.is_open(server))

    await asyncio.to_thread(start)


async def test_what_was_acknowledged_before_and_during_a_kill_is_there_after_it(
    store: Store, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAITING", 0.5)
    told: set[str] = set()
    refused: list[str] = []

    async def write(name: str) -> None:
        try:
            told.add(await store.transact(insert, name))
        except Refusal as refusal:
            refused.append(refusal.code)

    async def stream() -> None:
        for number in range(300):
            await write(f"{number:03}")
            await asyncio.sleep(0.005)

    writing = asyncio.create_task(stream())
    await asyncio.sleep(0.4)
    await asyncio.to_thread(server.kill)
    await asyncio.sleep(1.0)
    await back(server)
    await writing
    assert refused
    assert set(refused) == {"store.away"}
    assert "299" in told
    assert told <= set(await store.look_up(names))


async def test_a_write_waits_for_a_server_that_is_back_in_time(store: Store, server: Cluster) -> None:
    await asyncio.to_thread(server.kill)
    waiting = asyncio.create_task(store.transact(insert, "patient"))
    await asyncio.sleep(0.3)
    assert not waiting.done()
    await back(server)
    assert await waiting == "patient"
    assert await store.look_up(names) == ["patient"]


async def test_many_at_once_who_read_and_then_write_are_as_if_one_came_after_the_other(store: Store) -> None:
    def count(session: Session) -> int:
        number = len(names(session))
        insert(session, f"{number:03}")
        return number

    numbers = await asyncio.gather(*(store.transact(count) for _ in range(12)))
    assert sorted(numbers) == list(range(12))


async def test_a_burst_from_two_offices_at_once_loses_nothing(store: Store, server: Cluster) -> None:
    def count(session: Session, office: str) -> None:
        insert(session, f"{office}-{len(names(session)):03}")

    other = await open_store(servers.url(server))
    try:
        writes = [one.transact(count, name) for _ in range(60) for one, name in ((store, "a"), (other, "b"))]
        await asyncio.gather(*writes)
    finally:
        await other.close()
    assert len(await store.look_up(names)) == 120


async def test_many_who_wait_for_a_server_that_is_away_wait_side_by_side(
    store: Store, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAITING", 1.0)
    await asyncio.to_thread(server.kill)
    began = time.monotonic()
    answers = await asyncio.gather(*(store.transact(insert, f"{n}") for n in range(20)), return_exceptions=True)
    assert {getattr(answer, "code", answer) for answer in answers} == {"store.away"}
    assert time.monotonic() - began < 10 * 1.0


async def test_walking_and_talking_go_on_while_the_records_are_away(office: Office, server: Cluster) -> None:
    token = await office.join(name="가람")
    async with on_line(office) as other, on_line(office, token) as bot:
        await other.until(Met)
        assert (await office.get("/sessions/me", token)).status == 200
        await asyncio.to_thread(server.kill)
        x, y = bot.here
        await bot.say(Move(x + 0.5, y, 90.0))
        await other.until(Moved)
        await bot.say(Say("아직 여기"))
        assert (await other.until(Said)).text == "아직 여기"
        assert (await office.get("/services")).status == 200
        assert (await office.get("/presence")).status == 200
        assert (await (await office.get("/sessions/me", token)).json())["name"] == "가람"
        began = time.monotonic()
        answer = await office.post("/sessions", {})
        assert (answer.status, (await answer.json())["fault"]) == (503, "store.away")
        assert time.monotonic() - began < engine.WAITING + 2
        await back(server)
        assert (await office.post("/sessions", {})).status == 201


async def test_whoever_lost_their_line_is_back_while_the_records_are_away(office: Office, server: Cluster) -> None:
    token = await office.join()
    async with on_line(office, token):
        pass
    await asyncio.to_thread(server.kill)
    async with on_line(office, token) as bot:
        assert bot.me


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://metaseoul@127.0.0.1:{closed}/postgres", "store.unreachable"),
        ("postgresql://metaseoul@127.0.0.1:{port}/no_such_database", "store.refused"),
        ("postgresql://nobody-known:secret@127.0.0.1:{port}/postgres", "store.refused"),
        ("postgresql://metaseoul:secret@127.0.0.1:{port}/postgres?sslmode=require", "store.unreachable"),
    ],
)
async def test_records_that_cannot_be_opened_are_said_without_a_secret(server: Cluster, url: str, code: str) -> None:
    with pytest.raises(StartFault) as fault:
        await open_store(url.format(port=server.port, closed=free_port()))
    assert fault.value.code == code
    assert "secret" not in str(fault.value)


async def test_the_ssl_mode_of_an_address_is_understood(server: Cluster) -> None:
    await (await open_store(f"{servers.url(server)}?sslmode=prefer")).close()
