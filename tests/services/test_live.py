"""Two on the live line see each other walk and hear each other talk; nobody's bad frame harms another."""

import asyncio

import msgspec

from services.sessions import greeting as greeting_rules
from services.sessions.chat import LINES
from tests.services.conftest import CITY, Office
from tests.services.live import greeting, on_line
from worlds.protocol import PROTOCOL, Goodbye, Hello, Welcome
from worlds.sessions.wire import CHAT_LIMIT, Crowd, Done, Go, Left, Met, Move, Moved, Refused, Said, Say, in_sight


async def test_two_see_each_other_come_walk_and_go(office: Office) -> None:
    async with on_line(office, name="가람") as first:
        async with on_line(office, name="나루") as second:
            met = await first.until(Met)
            assert [face.name for face in met.people] == ["나루"]
            assert second.me not in in_sight(first.people)
            await first.until(Moved)
            assert second.me in in_sight(first.people)
            assert {person.name for person in second.people.values()} == {"가람", "나루"}
            x, y = second.here
            await second.say(Move(x + 0.4, y, 90.0, "walk"))
            await first.until(Moved)
            seen = first.people[second.me]
            assert (seen.x, seen.y, seen.heading, seen.gesture) == (round(x + 0.4, 2), y, 90.0, "walk")
        assert (await first.until(Left)).number == second.me
        assert set(first.people) == {first.me}


async def test_what_is_said_is_heard_by_those_who_stand_near(office: Office) -> None:
    async with on_line(office, name="가람") as first, on_line(office) as second:
        await first.say(Say("안녕하세요"))
        assert (await second.until(Said)) == Said(first.me, "가람", "안녕하세요", "near", 1)
        assert (await first.until(Said)).number == first.me


async def test_what_is_said_is_not_heard_in_another_place(office: Office) -> None:
    async with on_line(office) as first, on_line(office, place="hall") as second:
        await first.say(Say("여기"))
        await first.until(Said)
        await second.say(Say("저기"))
        assert (await second.until(Said)).text == "저기"


async def test_several_moves_in_one_tick_are_one_frame(office: Office) -> None:
    async with on_line(office) as first, on_line(office) as second:
        await first.until(Met)
        x, y = second.here
        for step in range(1, 5):
            await second.say(Move(x + 0.1 * step, y, 0.0))
        frames = [await first.until(Moved)]
        while first.people[second.me].x != round(x + 0.4, 2):
            frames.append(await first.until(Moved))
        assert len(frames) <= 2


async def test_nobody_runs_faster_than_a_runner(office: Office) -> None:
    async with on_line(office) as bot:
        x, y = bot.here
        await bot.say(Move(x, y + 20.0, 0.0, "run"))
        refused = await bot.until(Refused)
        assert (refused.fault, refused.x, refused.y) == ("sessions.out-of-reach", x, y)


async def test_nobody_walks_through_a_wall(office: Office) -> None:
    async with on_line(office) as bot:
        x, y = bot.here
        for _ in range(60):
            x += 0.4
            await bot.say(Move(x, y, 0.0, "run"))
            await asyncio.sleep(0.09)
            if x > 11:
                break
        assert (await bot.until(Refused)).fault == "sessions.wall"


async def test_a_door_leads_to_where_it_says_and_the_map_to_the_entrance(office: Office) -> None:
    async with on_line(office) as bot:
        x, y = bot.here
        await bot.say(Move(x, y + 4.0, 0.0, "run"))
        await bot.say(Go("hall", CITY["hall"].digest))
        welcome = await bot.until(Welcome)
        await bot.until(Crowd)
        assert (welcome.place, bot.here) == ("hall", (3.0, 3.0))
        await bot.say(Go("yard", CITY["yard"].digest))
        await bot.until(Crowd)
        assert bot.here == (0.0, 0.0)


async def test_who_goes_to_another_place_has_left_this_one(office: Office) -> None:
    async with on_line(office) as first, on_line(office) as second:
        await first.until(Met)
        await second.say(Go("hall", CITY["hall"].digest))
        assert (await first.until(Left)).number == second.me


async def test_who_comes_back_stands_where_they_stood(office: Office) -> None:
    token = await office.join()
    async with on_line(office, token) as bot:
        x, y = bot.here
        await bot.say(Move(x + 2.0, y, 45.0))
    async with on_line(office, token) as bot:
        assert bot.here == (round(x + 2.0, 2), y)


async def test_a_visit_is_in_the_city_once(office: Office) -> None:
    token = await office.join()
    async with on_line(office, token) as first, on_line(office, token) as second:
        assert (await _goodbye(first)).reason == "sessions.elsewhere"
        assert len(second.people) == 1


async def test_presence_counts_and_names_nobody(office: Office) -> None:
    async with on_line(office, name="가람"):
        assert await (await office.get("/presence")).json() == {"yard": 1, "hall": 0}


async def test_another_protocol_number_is_told_both_numbers(office: Office) -> None:
    strange = {"type": "hello", "protocol": PROTOCOL + 1, "something": "else"}
    async with greeting(office, strange) as bot:
        assert await bot.hear() == Goodbye("protocol.other-version", {"ours": PROTOCOL, "theirs": PROTOCOL + 1})
        assert await bot.is_shut()


async def test_another_city_is_refused_at_the_door(office: Office) -> None:
    async with greeting(office, Hello(PROTOCOL, await office.join(), "yard", "other")) as bot:
        assert await bot.hear() == Goodbye("sessions.other-city", {"place": "yard"})


async def test_an_unknown_place_is_refused_at_the_door_and_on_the_way(office: Office) -> None:
    async with greeting(office, Hello(PROTOCOL, await office.join(), "atlantis", "")) as bot:
        assert (await bot.hear()).reason == "sessions.unknown-place"
    async with on_line(office) as bot:
        await bot.say(Go("atlantis", ""))
        assert (await bot.until(Refused)).fault == "sessions.unknown-place"


async def test_a_wrong_token_is_refused_at_the_door(office: Office) -> None:
    async with greeting(office, Hello(PROTOCOL, "wrong", "yard", "yard-digest")) as bot:
        assert await bot.hear() == Goodbye("accounts.unknown-session")


async def test_whoever_says_nothing_or_nonsense_first_is_shown_out(office: Office, monkeypatch) -> None:
    monkeypatch.setattr(greeting_rules, "IN_TIME", 0.1)
    async with greeting(office, b"\xc1garbage") as bot:
        assert await bot.hear() == Goodbye("sessions.no-hello")
    async with office.client.ws_connect("/live") as socket:
        message = await asyncio.wait_for(socket.receive(), 5)
        assert msgspec.msgpack.decode(message.data, type=Goodbye) == Goodbye("sessions.no-hello")


async def test_a_megabyte_of_chat_is_refused_and_the_line_stays(office: Office) -> None:
    async with on_line(office) as bot:
        await bot.say({"type": "say", "text": "가" * 350_000})
        assert (await bot.until(Refused)).fault == "request.too-large"
        await bot.say(Say("가" * CHAT_LIMIT))
        assert len((await bot.until(Said)).text) == CHAT_LIMIT


async def test_a_line_one_character_too_long_is_refused_with_the_limit(office: Office) -> None:
    async with on_line(office) as bot:
        await bot.say({"type": "say", "text": "가" * (CHAT_LIMIT + 1)})
        assert await bot.until(Refused) == Refused("sessions.line-too-long", {"limit": CHAT_LIMIT})


async def test_talking_too_fast_is_refused_and_says_when_again(office: Office) -> None:
    async with on_line(office) as bot:
        for number in range(LINES + 1):
            await bot.say(Say(f"{number}"))
        refused = await bot.until(Refused)
        assert refused.fault == "sessions.too-fast"
        assert 1 <= refused.values["seconds"] <= 11


async def test_a_word_that_hurts_is_masked_before_anybody_hears_it_and_its_speaker_is_told(office: Office) -> None:
    async with on_line(office) as other, on_line(office) as bot:
        await bot.say(Say("아 ㅅ ㅂ 늦었네", seq=1))
        assert (await other.until(Said)).text == "아 ＊ ＊ 늦었네"
        refused = await bot.until(Refused)
        assert (refused.fault, refused.seq) == ("safety.masked", 0)
        assert (await bot.until(Done)).seq == 1


async def test_a_name_that_hurts_is_refused_and_a_name_that_only_sounds_so_is_not(office: Office) -> None:
    async with office.client.post("/sessions", json={"name": "개 새 끼"}) as answer:
        assert answer.status == 400
        assert (await answer.json())["fault"] == "safety.name"
    assert await office.join(name="시발점")


async def test_an_empty_line_is_refused(office: Office) -> None:
    async with on_line(office) as bot:
        await bot.say({"type": "say", "text": ""})
        assert (await bot.until(Refused)).fault == "sessions.empty-line"
        await bot.say(Say(" \u202e\n"))
        assert (await bot.until(Refused)).fault == "sessions.empty-line"


async def test_invalid_utf8_a_text_frame_and_garbage_harm_nobody(office: Office) -> None:
    async with on_line(office) as bad, on_line(office) as good:
        say = msgspec.msgpack.encode({"type": "say", "text": "AAAA"}).replace(b"AAAA", b"\xff\xfe\x80A")
        await bad.socket.send_bytes(say)
        assert (await bad.until(Refused)).fault == "request.malformed"
        await bad.socket.send_str("hello")
        assert (await bad.until(Refused)).fault == "sessions.not-binary"
        for frame in (b"", b"\xc1", b"\x93\x01", bytes(range(256)), msgspec.msgpack.encode({"type": "fly"})):
            await bad.socket.send_bytes(frame)
            assert (await bad.until(Refused)).fault == "request.malformed"
        await bad.say({"type": "move", "x": float("nan"), "y": 0.0, "heading": 0.0})
        await bad.until(Refused)
        await good.say(Say("괜찮아요"))
        assert (await bad.until(Said)).text == "괜찮아요"


async def test_whoever_sends_only_nonsense_is_shown_out(office: Office) -> None:
    async with on_line(office) as bot:
        for _ in range(20):
            await bot.socket.send_bytes(b"\xc1")
        assert (await _goodbye(bot)).reason == "sessions.nonsense"
        assert await bot.is_shut()


async def _goodbye(bot) -> Goodbye:
    while not isinstance(event := await bot.hear(), Goodbye):
        pass
    return event
