"""The line to the office: what comes over it is understood, or refused with a code; never guessed, never a crash."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from metaseoul.faults import Refusal
from metaseoul.link import Link
from metaseoul.texts import LANGUAGES, Texts
from worlds.accounts import Join, Session
from worlds.catalogue import Service
from worlds.civic.documents.wire import Issued


@pytest.fixture
async def line(url: str) -> AsyncIterator[Link]:
    link = Link(url)
    yield link
    link.close()


async def refusal_of(link: Link, path: str = "/services") -> Refusal:
    with pytest.raises(Refusal) as refused:
        await link.get(path, list[Service])
    link.close()
    return refused.value


@asynccontextmanager
async def answering(status: int, body: bytes) -> AsyncIterator[str]:
    """An office that answers everything with the same words."""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, body=body)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


async def test_what_the_office_says_arrives_as_a_value(line: Link) -> None:
    assert "documents" in [service.slug for service in await line.get("/services", list[Service])]
    session = await line.post("/sessions", Join(), Session)
    line.token = session.token
    assert (await line.get("/sessions/me", Session)).name == session.name


async def test_what_the_office_refuses_arrives_as_a_refusal_with_its_code(line: Link) -> None:
    with pytest.raises(Refusal) as stranger:
        await line.get("/documents", list[Issued])
    line.token = (await line.post("/sessions", Join(), Session)).token
    with pytest.raises(Refusal) as guest:
        await line.get("/documents", list[Issued])
    assert (stranger.value.code, guest.value.code) == ("accounts.unknown-session", "accounts.identity-needed")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "http://127.0.0.1:99999", "ftp://city", "http://[::1", "no address at all", ""]
)
async def test_where_nobody_answers_is_said_with_the_address(address: str) -> None:
    refusal = await refusal_of(Link(address))
    assert (refusal.code, refusal.values) == ("link.unreachable", {"url": address})


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>Welcome to our router</html>"),
        (200, b""),
        (200, b"\xff\xfe\x00"),
        (200, b'{"slug": 7}'),
        (404, b"not found"),
        (500, b"\xff"),
        (500, b'{"fault": 7}'),
    ],
)
async def test_a_server_that_is_no_office_is_not_understood(status: int, body: bytes) -> None:
    async with answering(status, body) as address:
        assert (await refusal_of(Link(address))).code == "link.misunderstood"


async def test_a_server_that_speaks_no_http_is_not_understood() -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(b"\x00\xff garbage \r\n" * 100)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(babble, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert (await refusal_of(Link(f"http://127.0.0.1:{port}"))).code == "link.misunderstood"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "body",
    [
        b'{"fault": "documents.from-the-future"}',
        b'{"fault": "request.too-large"}',
        b'{"fault": "request.too-large", "values": {"code": "x", "self": 1, "limit": 3}}',
    ],
)
async def test_a_refusal_of_another_release_is_told_in_words_all_the_same(language: str, body: bytes) -> None:
    async with answering(400, body) as address:
        refusal = await refusal_of(Link(address))
        told = Texts(language).fault(refusal.code, **refusal.values)
        assert "{" not in told
        assert not told.startswith("fault.")


async def test_a_wait_that_is_given_up_is_given_up_at_the_office_too(line: Link) -> None:
    waiting = asyncio.ensure_future(line.on_line(asyncio.sleep(60)))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await line.on_line(asyncio.sleep(0, "still here")) == "still here"


@asynccontextmanager
async def renewing() -> AsyncIterator[tuple[str, list[str]]]:
    """An office at which only the token "new" counts, got by the word "word"; what it was asked, and with what."""
    asked: list[str] = []

    async def me(request: web.Request) -> web.Response:
        asked.append(request.headers.get("Authorization", ""))
        if asked[-1] == "Bearer new":
            return web.json_response({"token": "", "name": "손님", "role": "guest"})
        return web.json_response({"fault": "accounts.token-expired", "values": {}}, status=401)

    async def refresh(request: web.Request) -> web.Response:
        told = await request.json()
        asked.append(told["refresh"])
        if told["refresh"] != "word":
            return web.json_response({"fault": "accounts.refresh-reused", "values": {}}, status=401)
        await asyncio.sleep(0.05)
        return web.json_response({"token": "new", "refresh": "word-2", "lasts": 600})

    app = web.Application()
    app.router.add_get("/sessions/me", me)
    app.router.add_post("/sessions/refresh", refresh)
    async with TestServer(app) as server:
        yield str(server.make_url("/")), asked


@pytest.mark.parametrize("lasts", [600, 0.001], ids=["found out by a refusal", "known by its time"])
async def test_a_token_whose_time_is_over_is_renewed_once_however_many_ask(lasts: float) -> None:
    async with renewing() as (url, asked):
        link = Link(url)
        link.take(Session("old", "손님", "guest", "word", lasts))  # type: ignore[arg-type]
        await asyncio.sleep(0.01)
        told = await asyncio.gather(*(link.get("/sessions/me", Session) for _ in range(5)))
        link.close()
    assert [one.name for one in told] == ["손님"] * 5
    assert asked.count("word") == 1
    assert "word-2" not in asked


async def test_a_word_that_is_refused_leaves_the_refusal_of_what_was_asked() -> None:
    async with renewing() as (url, asked):
        link = Link(url)
        link.take(Session("old", "손님", "guest", "worn out", 600))
        with pytest.raises(Refusal) as refused:
            await link.get("/sessions/me", Session)
        link.close()
    assert refused.value.code == "accounts.token-expired"
    assert asked == ["Bearer old", "worn out", "Bearer old"]
