"""Who is blocked is not heard and does not hear, wherever the two meet in that visit, and is not told so."""

from services.sessions import hub as hubs
from tests.services.conftest import CITY, Office
from tests.services.live import Bot, on_line
from tests.services.test_resume import back, cut
from worlds.sessions.wire import Block, Blocked, Done, Go, Refused, Said, Say


async def blocks(one: Bot, number: int, on: bool = True) -> None:
    """Returns when the hub says that it holds."""
    await one.say(Block(number, on))
    assert await one.until(Blocked) == Blocked(number, on)


async def hears(speaker: Bot, listener: Bot, text: str, seq: int, **more: object) -> bool:
    """Whether what one says reaches the other before something that everybody hears."""
    await speaker.say(Say(text, seq=seq, **more))
    assert (await speaker.until(Done)).seq == seq
    await listener.say(Say(f"after {text}"))
    while (said := await listener.until(Said)).text != f"after {text}":
        if said.text == text:
            return True
    return False


async def test_neither_hears_the_other_until_the_block_is_taken_back(office: Office) -> None:
    async with on_line(office, name="가람") as one, on_line(office, name="나루") as other:
        assert await hears(other, one, "처음", 1)
        await blocks(one, other.me)
        assert not await hears(other, one, "막힌 뒤", 2)
        assert not await hears(one, other, "거꾸로도", 1)
        assert not await hears(other, one, "모두에게", 3, scope="room")
        await blocks(one, other.me, on=False)
        assert await hears(other, one, "다시", 4)


async def test_a_line_to_whoever_blocked_one_is_refused_as_if_they_were_not_there(office: Office) -> None:
    async with on_line(office) as one, on_line(office) as other:
        await blocks(one, other.me)
        await other.say(Say("혼잣말", scope="direct", number=one.me, seq=1))
        assert (await other.until(Refused)).fault == "sessions.unknown-person"


async def test_a_third_person_hears_both(office: Office) -> None:
    async with on_line(office) as one, on_line(office) as other, on_line(office) as third:
        await blocks(one, other.me)
        assert await hears(one, third, "하나", 1)
        assert await hears(other, third, "둘", 1)


async def test_one_cannot_block_oneself_or_nobody(office: Office) -> None:
    async with on_line(office) as one:
        for number in (one.me, 60_000):
            await one.say(Block(number))
            assert (await one.until(Refused)).fault == "sessions.unknown-person"


async def test_what_a_blocked_person_said_meanwhile_is_not_told_later(office: Office) -> None:
    token = await office.join(name="가람")
    async with on_line(office) as other, on_line(office) as third:
        async with on_line(office, token) as one:
            await blocks(one, other.me)
            await one.say(Say("여기까지", seq=1))
            heard = (await third.until(Said)).line
            await one.until(Done)
            await cut(one)
        await other.say(Say("못 들을 말"))
        await third.say(Say("들을 말"))
        while (await third.until(Said)).text != "들을 말":
            pass
        async with back(office, token, heard) as again:
            assert (await again.until(Said)).text == "들을 말"


async def test_a_block_holds_after_leaving_and_in_another_place(office: Office, monkeypatch) -> None:
    monkeypatch.setattr(hubs, "HELD", 0.0)
    token = await office.join(name="가람")
    async with on_line(office) as other:
        async with on_line(office, token) as one:
            await blocks(one, other.me)
            assert not await hears(other, one, "여기", 1)
        await other.say(Go("hall", CITY["hall"].digest))
        async with on_line(office, token, place="hall") as one:
            assert not await hears(other, one, "저기", 2)
