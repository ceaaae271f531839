"""A real office for each test: real HTTP, a real database in a folder of its own, a calendar set by hand."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import jwt
import msgspec
import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from services.accounts import store as accounts
from services.accounts.sessions import new_token
from services.accounts.tokens import TOKENS
from services.app import make_app
from services.clock import SEOUL
from services.doors import DOORS
from services.office import CALENDAR, STORE, VAULT, Identity, kept
from services.sessions.ground import City, Ground, Passage
from services.settings import Settings
from services.store import Store, open_store
from tests.servers import Server, run, wait
from tests.servers import postgres as servers
from tests.servers import redis as buses
from worlds.accounts import Someone
from worlds.sessions.wire import Look


def _free(x: float, y: float) -> bool:
    """A yard of 80 by 80 metres with a wall across its east: nobody passes x = 10."""
    return -40 <= x <= 40 and -40 <= y <= 40 and not 10 <= x <= 10.5


PEOPLE = (
    Someone("sample-1", "박서연", "1990-03-01", "종로구"),
    Someone("sample-2", "이도윤", "2001-12-31", "노원구"),
)

CITY: City = {
    "yard": Ground("yard", "yard-digest", (0.0, 0.0, 0.0), _free, (Passage("hall", 0.0, 5.0, 2.0, 3.0, 3.0, 90.0),)),
    "hall": Ground("hall", "hall-digest", (-3.0, -3.0, 180.0), _free),
}
"""A small city, so that these tests do not change when Seoul does."""


@dataclass
class HandSet:
    """The office's calendar, set by hand: change `day` or `hour`."""

    day: date = date(2026, 11, 23)
    hour: time = time(10, 0)

    def __call__(self) -> datetime:
        return datetime.combine(self.day, self.hour, SEOUL)


@dataclass
class Office:
    """An office and a way to ask it: `post("/documents", value, token)`."""

    client: TestClient
    settings: Settings

    async def get(self, path: str, token: str = "", **more: object) -> ClientResponse:
        return await self.client.get(path, headers=_bearer(self.fresh(token)), **more)

    async def post(self, path: str, value: object, token: str = "", **more: object) -> ClientResponse:
        body = msgspec.json.encode(value)
        return await self.client.post(path, data=body, headers=_bearer(self.fresh(token)), **more)

    async def delete(self, path: str, token: str = "") -> ClientResponse:
        return await self.client.delete(path, headers=_bearer(self.fresh(token)))

    def fresh(self, token: str) -> str:
        """The token as a client would have it by now, who got another whenever its time was over."""
        tokens, now = kept(self.client.app, TOKENS), self.client.app[CALENDAR]()
        try:
            claims = jwt.decode(token, options={"verify_signature": False})
        except jwt.InvalidTokenError:
            return token
        return tokens.access(claims["jti"], now) if claims["exp"] <= now.timestamp() else token

    async def join(self, **wish: object) -> str:
        """Come in as a guest; the token."""
        answer = await self.post("/sessions", wish)
        assert answer.status == 201
        return (await answer.json())["token"]

    async def join_as(self, subject: str, name: str = "홍길동", born: date = date(1990, 1, 1)) -> str:
        """Come in, already known as this person of the sample registry; the token."""
        store, grant = kept(self.client.app, STORE), new_token()
        who = Identity(f"citizen-{subject}", name, born, "https://id.example", subject)
        now = self.client.app[CALENDAR]()
        guest = await store.transact(accounts.add, grant, None, "ko", Look(), now)
        vault = kept(self.client.app, VAULT)
        await store.transact(accounts.identify, guest.session, grant, who, now, vault)
        return kept(self.client.app, TOKENS).access(grant, now)


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


@pytest.fixture
def today() -> HandSet:
    return HandSet()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real PostgreSQL, started once, with a database `office` that is up to date."""
    server = servers.postgres(tmp_path_factory.mktemp("postgres"))
    server.start()
    wait(lambda: servers.is_open(server))
    servers.execute(server, "CREATE DATABASE office")
    run(_made(servers.url(server, "office")))
    yield server
    server.kill()


async def _made(url: str) -> None:
    await (await open_store(url)).close()


@pytest.fixture
def postgres(cluster: Server) -> Callable[[], Awaitable[str]]:
    """Makes an empty database that is up to date; its address."""

    async def make() -> str:
        name = f"test_{secrets.token_hex(6)}"
        copied = f"CREATE DATABASE {name} TEMPLATE office STRATEGY FILE_COPY"
        await asyncio.to_thread(servers.execute, cluster, copied)
        return servers.url(cluster, name)

    return make


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real Redis, started once."""
    server = buses.redis(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def alone(tmp_path: Path) -> Settings:
    """An office that is the whole city, with SQLite."""
    return Settings(data=tmp_path / "data", log=tmp_path / "log.jsonl", port=0)


@pytest.fixture(params=["alone", "shared"])
async def settings(request: pytest.FixtureRequest, alone: Settings) -> Settings:
    """An office alone, with SQLite; and one that shares a PostgreSQL and a Redis with others."""
    if request.param == "alone":
        return alone
    database = await request.getfixturevalue("postgres")()
    bus = request.getfixturevalue("redis")
    await asyncio.to_thread(buses.empty, bus)
    return msgspec.structs.replace(alone, database=database, bus=buses.url(bus), node="a")


@pytest.fixture
async def office(settings: Settings, today: HandSet) -> AsyncIterator[Office]:
    app = make_app(settings, today, city=CITY, people=PEOPLE)
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        yield Office(client, settings)


@pytest.fixture(params=["sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Records of each kind, empty."""
    file = f"sqlite:///{tmp_path / 'office.db'}"
    opened = await open_store(file if request.param == "sqlite" else await request.getfixturevalue("postgres")())
    yield opened
    await opened.close()
