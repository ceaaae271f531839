"""Two citizens meet over a real office; the office goes and comes back; nobody is left without a word."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jwt
import msgspec
import pytest
from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

from metaseoul import live as live_line
from metaseoul.link import Link
from metaseoul.live import PASSING, Live, State
from services.accounts.tokens import Tokens
from services.settings import Settings
from services.start import Running, start
from tests.metaseoul.visitors import until, visiting
from worlds.accounts import Join, Session
from worlds.plan import place
from worlds.protocol import Goodbye, Welcome
from worlds.sessions.wire import Crowd, Face, Heard, Met, Move, Person, Said


def port_of(running: Running) -> int:
    return int(running.url.rpartition(":")[2])


async def test_two_citizens_see_each_other_walk_and_hear_each_other_talk(own_url: str) -> None:
    async with visiting(own_url) as garam, visiting(own_url) as naru:
        await garam.is_here()
        await naru.is_here()
        me, other = garam.visit.live.me, naru.visit.live.me
        await until(lambda: me in naru.visit.live.people and other in garam.visit.live.people, "each other")
        assert me is not None
        assert other is not None
        name = naru.visit.live.people[me].name
        await naru.picks("map", of="place")
        await naru.sees("map")
        naru.types("0")
        await until(lambda: name in naru.heard.partition("함께 있는 사람: ")[2].partition("\n")[0], "who is here")

        was, beside = (garam.visit.live.people[one] for one in (me, other))
        away = round(was.x + (0.3 if was.x > beside.x else -0.3), 2)  # who steps towards another is put aside
        garam.visit.live.move(Move(away, was.y, 90.0, "walk"))
        await until(lambda: naru.visit.live.people[me].x != was.x, "a step")
        seen = naru.visit.live.people[me]
        assert (seen.x, seen.heading, seen.gesture) == (away, 90.0, "walk")

        await garam.picks("say", of="place")
        await garam.sees("visit.say.line")
        garam.types("안녕하세요")
        await naru.hears(f"{name}: 안녕하세요")
        await garam.hears(f"{name}: 안녕하세요")


async def test_who_speaks_before_the_hub_has_said_welcome_is_heard_all_the_same(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.picks("say", of="place")
        await visitor.sees("visit.say.line")
        visitor.types("저 왔어요")
        await visitor.hears(": 저 왔어요")
        assert visitor.ui.told == []


async def test_who_goes_to_another_place_is_seen_and_heard_there_only(url: str) -> None:
    async with visiting(url) as garam, visiting(url) as naru:
        await naru.is_here()
        garam.types("증명서 창구")
        await until(lambda: garam.visit.live.place == "documents" and garam.visit.live.me, "the office's hall")
        await until(lambda: garam.visit.live.me not in naru.visit.live.people, "an empty plaza")
        assert len(garam.visit.live.people) == 1


async def test_a_line_too_long_is_refused_before_it_is_sent_and_the_place_is_shown_again(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.is_here()
        await visitor.picks("say", of="place")
        await visitor.sees("visit.say.line")
        visitor.types("가" * 301)
        await visitor.hears_text("fault.sessions.line-too-long")
        await visitor.sees("place")


async def test_an_office_that_goes_and_comes_back_finds_everyone_where_they_were(tmp_path: Path) -> None:
    running = start(Settings(data=tmp_path / "office"))
    async with visiting(running.url) as visitor:
        await visitor.is_here()
        name = visitor.visit.session.name
        await asyncio.to_thread(running.close)
        await visitor.hears_text("visit.line-lost")
        assert visitor.ui.view.key == "place"

        visitor.visit.live.people = {}
        await visitor.picks("say", of="place")
        await visitor.sees("visit.say.line")
        visitor.types("거기 누구 없어요?")
        await visitor.hears_text("visit.not-heard")
        await visitor.picks("map", of="place")
        await visitor.picks("city-hall", of="map")
        await until(lambda: visitor.ui.view and visitor.ui.view.heading == "서울시청 로비", "the lobby, office or not")

        again = await asyncio.to_thread(start, Settings(data=tmp_path / "office", port=port_of(running)))
        try:
            await visitor.hears_text("visit.line-back")
            await visitor.is_here()
            assert visitor.visit.live.place == "city-hall"
            assert (await visitor.link.get("/sessions/me", Session)).name == name
            told = [visitor.texts("visit.line-lost"), visitor.texts("visit.line-back")]
            assert [word for word in visitor.ui.told if word in told] == told
        finally:
            await asyncio.to_thread(again.close)


@asynccontextmanager
async def living(link: Link) -> AsyncIterator[tuple[Live, list[Heard], list[State]]]:
    events: list[Heard] = []
    states: list[State] = []
    live = Live(link, events.append, states.append)
    try:
        yield live, events, states
    finally:
        await live.close()
        link.close()


async def test_those_of_the_place_one_has_left_are_not_met_in_the_next(url: str) -> None:
    async with living(Link(url)) as (live, events, _):
        live.place, live._task = "plaza", asyncio.ensure_future(asyncio.sleep(60))
        live._take(Welcome(1, "plaza", "plaza/1", 10))
        live._take(Crowd((Person(1, "나", 0.0, 0.0, 0.0), Person(2, "광장의 너", 1.0, 0.0, 0.0))))
        assert list(live.people) == [1, 2]
        live.enter("mayor-office")
        live._take(Met((Face(3, "광장에 막 온 이"),)))
        live._take(Crowd((Person(4, "광장의 또 하나", 0.0, 0.0, 0.0),)))
        assert not live.people
        assert len(events) == 2
        live._take(Welcome(5, "mayor-office", "mayor-office/1", 10))
        live._take(Crowd((Person(5, "나", 0.0, 0.0, 0.0),)))
        assert list(live.people) == [5]


async def test_two_windows_of_one_visit_do_not_push_each_other_out_for_ever(url: str) -> None:
    link = Link(url)
    async with visiting(url) as visitor, living(link) as (second, events, states):
        await visitor.is_here()
        link.token = visitor.link.token
        second.enter("plaza")
        await until(lambda: second.me, "the second window")
        await visitor.hears_text("fault.sessions.elsewhere")
        await until(lambda: visitor.visit.live.state == "refused", "the first window's end")
        assert await second.say("나는 여기 있다")
        await until(lambda: any(isinstance(event, Said) for event in events), "my own words")
        assert states == ["here"]
        assert visitor.ui.told == [visitor.texts("fault.sessions.elsewhere")]
        await visitor.sees("place")


@asynccontextmanager
async def hub(*frames: bytes | str) -> AsyncIterator[tuple[str, Callable[[], int]]]:
    """A hub that says the same frames to each who comes and closes; how often one came."""
    came = 0

    async def live(request: web.Request) -> web.WebSocketResponse:
        nonlocal came
        came += 1
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        assert (await socket.receive()).type is WSMsgType.BINARY
        for frame in frames:
            await (socket.send_bytes(frame) if isinstance(frame, bytes) else socket.send_str(frame))
        await socket.close()
        return socket

    app = web.Application()
    app.router.add_get("/live", live)
    async with TestServer(app) as server:
        yield str(server.make_url("/")), lambda: came


WELCOME = msgspec.msgpack.encode(Welcome(1, "plaza", "plaza/1", 10))
CROWD = msgspec.msgpack.encode(Crowd(()))


@pytest.mark.parametrize(
    "reason", ["protocol.other-version", "sessions.other-city", "sessions.elsewhere", "of-the-future"]
)
async def test_a_goodbye_that_no_second_try_can_mend_is_the_last(reason: str) -> None:
    async with (
        hub(msgspec.msgpack.encode(Goodbye(reason))) as (address, came),
        living(Link(address)) as (live, _, states),
    ):
        live.enter("plaza")
        await until(lambda: states, "the hub's no")
        await until(lambda: live._task is not None and live._task.done(), "the end of all tries")
        assert (states, came()) == (["refused"], 1)


@pytest.mark.parametrize("reason", sorted(PASSING))
async def test_a_goodbye_in_passing_is_followed_by_another_try(reason: str) -> None:
    frames = (WELCOME, CROWD, msgspec.msgpack.encode(Goodbye(reason)))
    async with hub(*frames) as (address, came), living(Link(address)) as (live, _, states):
        live.enter("plaza")
        await until(lambda: len(states) > 2, "another try")
        assert states[:3] == ["here", "lost", "here"]
        # once one goes on at once, and nobody notices; again and again, it is a lost line
        assert came() >= 3


@pytest.mark.parametrize("frame", [b"", b"\xc1", b"\xff" * 1000, msgspec.msgpack.encode({"type": "feast"}), "text"])
async def test_a_hub_that_talks_nonsense_is_a_lost_line_and_is_tried_again(frame: bytes | str) -> None:
    async with hub(frame) as (address, came), living(Link(address)) as (live, events, states):
        live.enter("plaza")
        await until(lambda: bool(states), "that it is noticed")
        assert (states, events, came() > 1) == (["lost"], [], True)


async def test_a_token_that_the_office_does_not_know_is_said_once(url: str) -> None:
    link = Link(url)
    link.token = "nobody"
    async with living(link) as (live, events, states):
        live.enter("plaza")
        await until(lambda: states, "the hub's no")
        assert events == [Goodbye("accounts.unknown-session")]
        assert states == ["refused"]


async def test_with_no_office_the_city_is_open_and_a_document_can_be_checked(tmp_path: Path) -> None:
    paper = tmp_path / "종이.pdf"
    paper.write_bytes(b"this is no PDF")
    async with visiting("http://127.0.0.1:1") as visitor:
        assert visitor.ui.told == [
            visitor.texts.fault("link.unreachable", url="http://127.0.0.1:1"),
            visitor.texts("visit.alone"),
        ]
        visitor.types(str(paper))
        view = await visitor.sees("verify.not-a-document")
        assert visitor.texts("verify.not-a-pdf") in view.body
        visitor.types("0")
        await visitor.sees("place")
        assert visitor.visit.place is place("documents")


async def test_an_office_that_opens_after_the_visit_began_serves_all_the_same(tmp_path: Path) -> None:
    running = start(Settings(data=tmp_path / "office"))
    await asyncio.to_thread(running.close)
    async with visiting(running.url) as visitor:
        again = await asyncio.to_thread(start, Settings(data=tmp_path / "office", port=port_of(running)))
        try:
            visitor.types("등본")
            await visitor.picks("submit", of="documents.issue")
            await visitor.sees("sign-in.sample")
            visitor.types("1")
            await visitor.sees("documents.desk")
            await visitor.is_here()
        finally:
            await asyncio.to_thread(again.close)


async def test_who_came_before_the_office_opened_meets_the_others_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("metaseoul.visit.PATIENCE", 0.2)
    running = start(Settings(data=tmp_path / "office"))
    await asyncio.to_thread(running.close)
    async with visiting(running.url) as visitor:
        assert visitor.visit.session is None
        again = await asyncio.to_thread(start, Settings(data=tmp_path / "office", port=port_of(running)))
        try:
            await visitor.is_here()
            await visitor.hears_text("visit.line-back")
        finally:
            await asyncio.to_thread(again.close)


async def test_a_visit_that_the_office_has_forgotten_begins_anew_when_identity_is_asked(tmp_path: Path) -> None:
    running = start(Settings(data=tmp_path / "office"))
    try:
        async with visiting(running.url) as visitor:
            visitor.link.token = "forgotten"
            visitor.types("등본")
            await visitor.picks("submit", of="documents.issue")
            await visitor.sees("sign-in.sample")
            visitor.types("1")
            await visitor.sees("documents.desk")
    finally:
        await asyncio.to_thread(running.close)


async def test_an_office_that_stands_still_is_a_lost_line_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_line, "HEARTBEAT", 0.4)
    monkeypatch.setattr(live_line, "CALM", 0.3)
    still = await asyncio.start_server(lambda reader, writer: asyncio.sleep(60), "127.0.0.1", 0)
    async with hub(WELCOME, CROWD) as (address, came), living(Link(address)) as (live, _, states):
        live.enter("plaza")
        await until(lambda: states == ["here"], "the first welcome")
        # whoever asks again finds a machine that takes the call and says nothing
        live._link.url = "http://{}:{}".format(*still.sockets[0].getsockname())
        await until(lambda: states == ["here", "lost"], "that it is noticed")
        assert came() == 1
    still.close()


async def test_a_line_whose_token_is_over_is_taken_up_again_with_another(tmp_path: Path) -> None:
    running = await asyncio.to_thread(start, Settings(data=tmp_path, port=0))
    link = Link(running.url)
    try:
        session = await link.post("/sessions", Join(), Session)
        grant = jwt.decode(session.token, options={"verify_signature": False})["jti"]
        over = Tokens(tmp_path / "keys").access(grant, datetime.now(UTC) - timedelta(hours=1))
        link.take(msgspec.structs.replace(session, token=over))
        async with living(link) as (live, _, states):
            live.enter("plaza")
            await until(lambda: live.me in live.people, "the hub's welcome")
            assert link.token not in (over, None)
            assert "refused" not in states
    finally:
        await asyncio.to_thread(running.close)
