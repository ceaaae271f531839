"""A room to oneself, by the text twin: opened, told of by its code, entered, full, left."""

import re

from tests.metaseoul.visitors import Visitor, until, visiting
from worlds.sessions import rooms


async def opens(visitor: Visitor, kind: str) -> str:
    """A room where they are; its code, as it was told."""
    await visitor.picks("room", of="place")
    await visitor.picks(kind, of="room")
    told = await visitor.hears_text("room.open")
    found = re.search(r"[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}", told)
    assert found is not None
    code = rooms.code_of(found[0])
    await until(lambda: visitor.visit.live.zone == rooms.room("plaza", code or ""), "the room")
    await visitor.is_here()
    return found[0]


async def goes_in(visitor: Visitor, code: str) -> None:
    await visitor.picks("room", of="place")
    await visitor.picks("code", of="room")
    await visitor.sees("room.code.line")
    visitor.types(code)


async def test_two_meet_in_a_room_by_its_code_and_talk_there(own_url: str) -> None:
    async with visiting(own_url) as garam, visiting(own_url) as naru, visiting(own_url) as third:
        for one in (garam, naru, third):
            await one.is_here()
        code = await opens(garam, "two")
        await goes_in(naru, code.lower())
        await until(lambda: len(garam.visit.live.people) == 2, "the other in the room")
        await until(lambda: len(third.visit.live.people) == 1, "an empty plaza")
        assert any(code in line for line in naru.visit.here().body)

        await goes_in(third, code)
        await third.hears_text("fault.sessions.room-full")
        await until(lambda: third.visit.live.zone == "plaza-1", "the plaza again")
        await third.is_here()

        await naru.picks("say", of="place")
        await naru.sees("visit.say.line")
        naru.types("여기는 조용하네요")
        await garam.hears(": 여기는 조용하네요")

        await naru.picks("room", of="place")
        await naru.hears_text("room.here")
        await naru.picks("leave", of="room")
        await until(lambda: len(third.visit.live.people) == 2, "both in the plaza")
        assert "여기는 조용하네요" not in third.heard


async def test_what_is_no_code_is_said_to_be_none_and_one_stays_where_one_is(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.is_here()
        was = visitor.visit.live.zone
        await goes_in(visitor, "등본 주세요")
        await visitor.hears_text("fault.room.no-code")
        assert visitor.visit.live.zone == was
        assert visitor.visit.live.me in visitor.visit.live.people


async def test_with_no_office_there_is_no_room_to_open() -> None:
    async with visiting("http://127.0.0.1:9") as visitor:
        await visitor.picks("room", of="place")
        await visitor.hears_text("fault.link.unreachable")
