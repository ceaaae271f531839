"""The office as a whole: its doors, its refusals, its log, its end."""

import asyncio
import base64
import hashlib
import json
import re
import time
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlmodel import Session

from services import app as office_app
from services.app import make_app
from services.authority import table
from services.doors import DOORS
from services.middleware import BODY_LIMIT
from services.office import Desk, kept, reply, transact
from services.sessions.line import framed
from services.settings import Settings
from tests.services.conftest import CITY, PEOPLE, HandSet, Office
from tests.services.live import on_line
from worlds.protocol import Goodbye
from worlds.sessions.moves import decode
from worlds.sessions.wire import Crowd, Met, Move, Said, Say


async def test_an_open_office_is_healthy_and_ready(office: Office) -> None:
    assert (await office.get("/health")).status == 200
    assert await (await office.get("/ready")).json() == {"state": "open"}


@pytest.mark.parametrize(
    "path", ["/health", "/services", "/nowhere", "/documents", "/documents/key", "/console", "/metrics"]
)
async def test_every_answer_says_what_it_is_is_kept_nowhere_and_may_be_embedded_nowhere(
    office: Office, path: str
) -> None:
    headers = (await office.get(path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


async def test_a_page_runs_and_loads_nothing_but_its_own_style(office: Office) -> None:
    answer = await office.get("/console")
    page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "form-action 'self'" in policy
    assert not re.search(r"<script|\son\w+=|style=\"|src=|<link|<iframe", page)


async def test_until_it_is_open_an_office_lives_but_serves_nobody(settings: Settings, today: HandSet) -> None:
    gate = asyncio.Event()

    async def slow(app: web.Application) -> None:
        await gate.wait()

    app = make_app(settings, today, desks=(Desk("slow", web.RouteTableDef(), opening=slow),))
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/health")).status == 200
        assert ((await client.get("/ready")).status, (await client.get("/services")).status) == (503, 503)
        assert (await (await client.get("/services")).json())["fault"] == "server.starting"
        gate.set()
        await app[DOORS].opened
        assert (await client.get("/ready")).status == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "fault"),
    [("GET", "/nowhere", 404, "request.unknown-path"), ("PUT", "/sessions", 405, "request.wrong-method")],
)
async def test_a_wrong_turn_is_a_fault_like_any_other(
    office: Office, method: str, path: str, status: int, fault: str
) -> None:
    answer = await office.client.request(method, path)
    assert (answer.status, (await answer.json())["fault"]) == (status, fault)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[]", b'{"name": 7}', b'{"name": "\xff"}', b"null"])
async def test_whatever_is_sent_is_answered_with_a_reason(office: Office, body: bytes) -> None:
    answer = await office.client.post("/sessions", data=body)
    fault = await answer.json()
    assert (answer.status, fault["fault"]) == (400, "request.malformed")
    assert fault["values"]["field"].startswith("$")


async def test_too_large_a_request_is_refused(office: Office) -> None:
    answer = await office.client.post("/sessions", data=b" " * (BODY_LIMIT + 1))
    assert (answer.status, (await answer.json())["fault"]) == (413, "request.too-large")


async def test_an_accident_is_told_by_number_and_never_by_traceback(
    settings: Settings, today: HandSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(table().requests, "GET /accident", "anyone")
    routes = web.RouteTableDef()

    @routes.get("/accident")
    async def accident(request: web.Request) -> web.Response:
        raise ZeroDivisionError("what a citizen wrote")

    app = make_app(settings, today, desks=(Desk("accident", routes),))
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        answer = await client.get("/accident")
        fault = await answer.json()
        assert (answer.status, fault["fault"]) == (500, "server.error")
        assert (await client.get("/health")).status == 200
    log = settings.log.read_text()
    assert fault["values"]["incident"] in log
    assert "ZeroDivisionError" in log
    assert "what a citizen wrote" not in log


async def test_the_log_knows_nobody(office: Office) -> None:
    token = await office.join(name="가람이름")
    begun = await (await office.post("/sign-in", {}, token)).json()
    from tests.services.test_sign_in import _choose, _signed

    await _choose(office, begun["url"], "sample-1")
    citizen = (await _signed(office, begun, token))["session"]["token"]
    async with on_line(office, citizen) as bot:
        await bot.say(Say("비밀이야기"))
        await bot.until(Said)
        await bot.say({"type": "say", "text": "또다른비밀" * 100})
        await bot.hear()
    await office.client.post("/sessions", data='{"name": ["악의적이름"]}'.encode())
    await office.get("/nowhere/박서연?name=박서연")
    log = office.settings.log.read_text()
    assert log.count("\n") >= 6
    for private in (
        "가람이름",
        token,
        citizen,
        begun["ticket"],
        "박서연",
        "1990-",
        "sample-1",
        "비밀",
        "악의적",
        "127.0.0.1",
    ):
        assert private not in log
        assert json.dumps(private).strip('"') not in log


async def test_closing_finishes_what_is_in_flight_and_says_goodbye(
    settings: Settings, today: HandSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(table().requests, "POST /slow", "anyone")
    routes, begun = web.RouteTableDef(), asyncio.Event()

    def slow_insert(session: Session) -> str:
        time.sleep(0.3)
        return "written"

    @routes.post("/slow")
    async def slow(request: web.Request) -> web.Response:
        begun.set()
        await asyncio.sleep(0.2)
        return reply(await transact(request, slow_insert))

    app = make_app(settings, today, desks=(*office_app.DESKS, Desk("slow", routes)), city=CITY, people=PEOPLE)
    server = TestServer(app)
    async with TestClient(server) as client:
        await app[DOORS].opened
        office = Office(client, settings)
        token = await office.join()
        ticket = (await (await office.post("/sign-in", {}, token)).json())["ticket"]
        async with on_line(office, token) as bot:
            answer = asyncio.create_task(office.post("/slow", {}))
            waiting = asyncio.create_task(office.get(f"/sign-in/{ticket}", token))
            await begun.wait()
            closing = asyncio.create_task(server.close())
            while not isinstance(event := await bot.hear(), Goodbye):
                pass
            assert event == Goodbye("server.closing")
            assert (await (await waiting).json())["state"] == "pending"
            assert await (await answer).json() == "written"
            await closing


async def test_a_slow_client_gets_newer_frames_and_never_a_growing_queue(office: Office) -> None:
    async with on_line(office) as slow, on_line(office) as walker:
        await slow.until(Met)
        x, y = walker.here
        hub = kept(office.client.app, _hub())
        line = hub._walkers[min(hub._walkers)].line
        told: list[bytes] = []
        free = line.is_free
        line.full, line.is_free = True, lambda: False  # as if its socket took nothing
        line.tell_moves = lambda frame: told.append(frame[2:])
        for step in range(1, 6):
            await walker.say(Move(x, y + 0.1 * step, 0.0, "walk"))
            await asyncio.sleep(0.12)
        assert told == []
        line.is_free = free
        await asyncio.sleep(0.3)
        assert [decode(frame).people[0].y for frame in told] == [round(y + 0.5, 2)]


async def test_a_client_that_never_reads_is_cut_off_and_the_others_hear_on(office: Office) -> None:
    async with on_line(office) as slow, on_line(office) as other:
        await other.until(Crowd) if not other.people else None
        hub = kept(office.client.app, _hub())
        line = hub._walkers[min(hub._walkers)].line
        slow.socket._conn.protocol.transport.pause_reading()
        for _ in range(4000):
            line.tell_frame(framed(bytes(10_000)))
            if line.ended:
                break
        assert line.ended == "sessions.too-slow"
        await other.say(Say("괜찮아요"))
        assert (await other.until(Said)).text == "괜찮아요"


def _hub():
    from services.sessions.hub import HUB

    return HUB


def test_no_module_of_the_office_is_long() -> None:
    modules = Path(office_app.__file__).parent.rglob("*.py")
    assert {module.name: lines for module in modules if (lines := module.read_text().count("\n")) > 300} == {}
