"""A line that is lost is taken up again: one stands where one stood, and nothing is said twice or lost."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import pairwise

import msgspec
import pytest
from aiohttp import WSMsgType
from aiohttp.test_utils import TestClient, TestServer

from services.app import make_app
from services.doors import DOORS
from services.sessions import hub as hubs
from services.sessions.older import Moved as OlderMoved
from tests.services.conftest import CITY, Office
from tests.services.live import Bot, on_line
from worlds.protocol import OLDEST, PROTOCOL, Goodbye, Hello, Welcome
from worlds.sessions.wire import Crowd, Done, Go, Left, Met, Move, Moved, Refused, Said, Say


@asynccontextmanager
async def back(office: Office, token: str, heard: int, zone: str = "yard-1", place: str = "yard"):
    """A bot on a new line of a visit whose line was lost; its welcome is `bot.welcome`."""
    async with office.client.ws_connect("/live") as socket:
        bot = Bot(socket)
        await bot.say(Hello(PROTOCOL, token, place, CITY[place].digest, zone, heard))
        await bot.until(Welcome)
        await bot.hear()
        yield bot


async def cut(bot: Bot) -> None:
    """The network is gone: no close, no goodbye."""
    bot.socket._response.connection.transport.abort()
    await asyncio.sleep(0.05)


async def lines(bot: Bot, until: str) -> list[str]:
    """What is heard up to a line."""
    heard = []
    while not heard or heard[-1] != until:
        heard.append((await bot.until(Said)).text)
    return heard


@pytest.fixture
async def small(settings, today):
    """An office whose copies hold one person each."""
    app = make_app(msgspec.structs.replace(settings, capacity=1), today, city=CITY)
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        yield Office(client, settings)


async def test_whoever_is_back_in_time_never_left_for_the_others(office: Office) -> None:
    token = await office.join(name="가람")
    async with on_line(office, name="나루") as other:
        async with on_line(office, token) as bot:
            number = bot.me
            x, y = bot.here
            await other.until(Met)
            await bot.say(Move(x + 1.0, y, 90.0))
            await other.until(Moved)
            await cut(bot)
        async with back(office, token, 0) as bot:
            assert bot.welcome.resumed
            assert (bot.me, bot.here) == (number, (round(x + 1.0, 2), y))
            await bot.say(Say("돌아왔어요"))
            while not isinstance(event := await other.hear(), Said):
                assert not isinstance(event, Left | Met)


async def test_what_was_said_meanwhile_is_heard_once_and_in_order(office: Office) -> None:
    token = await office.join()
    async with on_line(office) as other:
        async with on_line(office, token) as bot:
            await other.say(Say("하나"))
            first = await bot.until(Said)
            await cut(bot)
        for text in ("둘", "셋"):
            await other.say(Say(text))
            await other.until(Said)
        async with back(office, token, first.line) as bot:
            await other.say(Say("넷"))
            assert await lines(bot, "넷") == ["둘", "셋", "넷"]


async def test_what_was_said_before_one_came_is_not_told_later(office: Office) -> None:
    token = await office.join()
    async with on_line(office) as other:
        await other.say(Say("before"))
        await other.until(Said)
        async with on_line(office, token) as bot:
            assert bot.welcome.line == 1
            await cut(bot)
        async with back(office, token, 0) as bot:
            await other.say(Say("after"))
            assert await lines(bot, "after") == ["after"]


async def test_a_line_said_again_after_a_loss_is_told_once(office: Office) -> None:
    token = await office.join()
    async with on_line(office) as other:
        async with on_line(office, token) as bot:
            await bot.say(Say("한 번만", seq=7))
            assert await bot.until(Done) == Done(7)
            await cut(bot)
        async with back(office, token, 0) as bot:
            assert bot.welcome.done == 7
            await bot.say(Say("한 번만", seq=7))
            assert await bot.until(Done) == Done(7)
            await bot.say(Say("다음", seq=8))
            assert await lines(other, "다음") == ["한 번만", "다음"]


async def test_a_line_said_twice_at_once_is_told_once_and_counted_once(office: Office) -> None:
    async with on_line(office) as other, on_line(office) as bot:
        for seq in (1, 2, 3):
            for _ in range(4):
                await bot.say(Say(f"line {seq}", seq=seq))
        assert await lines(other, "line 3") == ["line 1", "line 2", "line 3"]
        while await bot.until(Done) != Done(3):
            pass


async def test_a_crowd_that_comes_at_once_fills_no_copy_beyond_its_room(small: Office) -> None:
    tokens = [await small.join() for _ in range(14)]
    async with AsyncExitStack() as stack:
        bots = await asyncio.gather(*(stack.enter_async_context(on_line(small, token)) for token in tokens))
        assert sorted(bot.zone for bot in bots) == sorted(f"yard-{number}" for number in range(1, 15))


async def test_a_far_line_and_another_ones_direct_line_are_not_told_later_either(office: Office) -> None:
    token = await office.join()
    async with on_line(office) as other, on_line(office) as third:
        async with on_line(office, token) as bot:
            await cut(bot)
        await other.say(Say("비밀", scope="direct", number=third.me))
        assert (await third.until(Said)).scope == "direct"
        async with back(office, token, 0) as bot:
            await other.say(Say("모두에게"))
            assert await lines(bot, "모두에게") == ["모두에게"]


async def test_whoever_does_not_come_back_is_gone_after_a_while(office: Office, monkeypatch) -> None:
    monkeypatch.setattr(hubs, "HELD", 0.3)
    async with on_line(office) as other:
        async with on_line(office) as bot:
            await cut(bot)
        assert (await other.until(Left)).number == bot.me
        assert await (await office.get("/presence")).json() == {"yard": 1, "hall": 0}


async def test_whoever_hangs_up_while_the_other_nodes_are_told_of_them_is_gone_too(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "HELD", 0.3)
    told, publish = asyncio.Event(), hubs.Hub._publish

    async def slow(hub: hubs.Hub, topic: str, message: bytes) -> None:
        await told.wait()
        await publish(hub, topic, message)

    async with on_line(office) as other:
        monkeypatch.setattr(hubs.Hub, "_publish", slow)
        async with on_line(office) as bot:
            assert (await other.until(Met)).people[0].number == bot.me
            await cut(bot)
        told.set()
        assert (await other.until(Left)).number == bot.me


async def test_whoever_says_goodbye_is_gone_at_once(office: Office) -> None:
    async with on_line(office) as other, on_line(office) as bot:
        await other.until(Met)
        await bot.say(Goodbye("left"))
        assert (await other.until(Left)).number == bot.me


async def test_whoever_hangs_up_right_after_the_goodbye_is_gone_at_once_however_late_it_is_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_line(office) as watcher, on_line(office) as other:
        read = asyncio.Event()

        async def busy(hub: hubs.Hub, place: str) -> None:
            await read.wait()

        monkeypatch.setattr(hubs.Hub, "opened", busy)
        await other.say(Go("yard", CITY["yard"].digest))
        connection = other.socket._response.connection.transport
        await other.socket._writer.close()
        connection.close()
        await asyncio.sleep(0.1)
        read.set()
        while (await watcher.until(Left)).number != other.me or other.me in watcher.people:
            pass


async def test_a_lost_line_is_not_counted_as_somebody_who_is_here(office: Office) -> None:
    async with on_line(office):
        async with on_line(office) as bot:
            await cut(bot)
        assert (await (await office.get("/presence")).json())["yard"] == 1


async def test_a_second_device_goes_on_where_the_first_was_and_the_first_is_told(office: Office) -> None:
    token = await office.join()
    async with on_line(office, token) as first:
        x, y = first.here
        await first.say(Move(x + 1.0, y, 0.0))
        await asyncio.sleep(0.15)
        async with back(office, token, -1, zone="") as second:
            assert second.me == first.me
            assert second.here == (round(x + 1.0, 2), y)
            while not isinstance(event := await first.hear(), Goodbye):
                pass
            assert event == Goodbye("sessions.elsewhere")
            assert await first.is_shut()
            await second.say(Say("여기 있어요"))
            assert (await second.until(Said)).text == "여기 있어요"


async def test_a_direct_line_is_for_one_and_to_nobody_it_is_refused(office: Office) -> None:
    async with on_line(office) as one, on_line(office) as two, on_line(office) as three:
        await one.say(Say("너에게", scope="direct", number=two.me))
        assert (await two.until(Said)).text == "너에게"
        await one.say(Say("누구?", seq=3, scope="direct", number=60_000))
        assert await one.until(Refused) == Refused("sessions.unknown-person", seq=3)
        await one.say(Say("모두"))
        assert await lines(three, "모두") == ["모두"]


async def test_a_line_to_the_room_is_heard_by_every_copy_of_the_place(small: Office) -> None:
    async with on_line(small) as one, on_line(small) as two:
        assert {one.zone, two.zone} == {"yard-1", "yard-2"}
        await one.say(Say("가까이"))
        await one.say(Say("모두", scope="room"))
        assert await lines(two, "모두") == ["모두"]
        assert await lines(one, "모두") == ["가까이", "모두"]


async def test_a_friend_finds_a_place_in_a_full_copy(small: Office) -> None:
    async with on_line(small), on_line(small) as friend, on_line(small, zone="yard-1") as guest:
        assert (friend.zone, guest.zone) == ("yard-2", "yard-1")
        await friend.say(Go("hall", CITY["hall"].digest))
        await friend.until(Crowd)
        await guest.say(Go("hall", CITY["hall"].digest, zone="hall-1"))
        assert (await guest.until(Welcome)).zone == "hall-1"


async def test_a_client_of_the_protocol_before_sees_everyone_walk(office: Office) -> None:
    async with on_line(office) as walker, office.client.ws_connect("/live") as socket:
        hello = {"type": "hello", "protocol": OLDEST, "token": await office.join(), "place": "yard"}
        await socket.send_bytes(msgspec.msgpack.encode(hello | {"digest": CITY["yard"].digest}))
        x, y = walker.here
        await walker.say(Move(x, y, 90.0, "walk", 1.5, 0.0))
        seen: list[float] = []
        while len(seen) < 5:
            message = await asyncio.wait_for(socket.receive(), 5)
            assert message.type is WSMsgType.BINARY
            assert message.data[0] != 0x01  # never a frame of moves, which it could not read
            if msgspec.msgpack.decode(message.data)["type"] == "moved":
                moved = msgspec.msgpack.decode(message.data, type=OlderMoved)
                [(number, at, *_)] = moved.people
                assert number == walker.me
                seen.append(at)
        steps = [after - before for before, after in pairwise(seen)]
        assert all(0.05 < step < 0.4 for step in steps), steps


@pytest.mark.parametrize("text", ["", "가" * 301])
async def test_a_refused_line_says_which_it_was(office: Office, text: str) -> None:
    async with on_line(office) as bot:
        await bot.say(Say(" ", seq=5))
        assert await bot.until(Refused) == Refused("sessions.empty-line", seq=5)
        await bot.say({"type": "say", "text": text, "seq": 6})
        await bot.until(Refused)
