"""Rooms: only whoever knows the code comes in, nobody outside hears it, and no more come than it seats."""

import pytest

from services.office import kept
from services.sessions.hub import HUB
from tests.services.conftest import CITY, Office
from tests.services.live import Bot, on_line
from worlds.protocol import Welcome
from worlds.sessions import rooms, wire
from worlds.sessions.wire import Go, Left, Refused, Said, Say

TWO, MANY = "dk7q2m9xa", "ck7q2m9xa"
ROOM, CONFERENCE = rooms.room("hall", TWO), rooms.room("hall", MANY)


async def into(bot: Bot, zone: str, place: str = "hall") -> Welcome:
    """On the line they have."""
    await bot.say(Go(place, CITY[place].digest, "", zone))
    welcome = await bot.until(Welcome)
    await bot.until(wire.Crowd)
    return welcome


async def test_two_who_know_the_code_meet_and_a_third_stays_outside(office: Office) -> None:
    async with (
        on_line(office, place="hall", zone=ROOM) as garam,
        on_line(office, place="hall") as naru,
        on_line(office, place="hall") as third,
    ):
        assert (garam.zone, naru.zone, third.zone) == (ROOM, "hall-1", "hall-1")
        assert (await into(naru, ROOM)).zone == ROOM
        await third.until(Left)
        await third.say(Go("hall", CITY["hall"].digest, "", ROOM))
        assert await third.until(Refused) == Refused("sessions.room-full", {"seats": 2})
        await garam.say(Say("우리끼리", scope="room"))
        await third.say(Say("들리나요", scope="room"))
        assert (await naru.until(Said)).text == "우리끼리"
        assert (await third.until(Said)).text == "들리나요"
        await naru.say(Say("네"))
        assert (await garam.until(Said)).text == "우리끼리"
        assert (await garam.until(Said)).text == "네"


async def test_whoever_names_no_room_is_brought_into_none_however_full_it_is(office: Office) -> None:
    async with (
        on_line(office, place="hall", zone=CONFERENCE),
        on_line(office, place="hall", zone=CONFERENCE),
        on_line(office, place="hall") as alone,
    ):
        assert alone.zone == "hall-1"
        assert len(alone.people) == 1


async def test_whoever_finds_a_conference_full_hears_it_from_the_gallery(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(rooms.SEATS, "c", 2)
    async with (
        on_line(office, place="hall", zone=CONFERENCE) as speaker,
        on_line(office, place="hall", zone=CONFERENCE) as second,
        on_line(office, place="hall", zone=CONFERENCE) as late,
        on_line(office, place="hall") as outside,
    ):
        assert (speaker.zone, second.zone, late.zone) == (CONFERENCE, CONFERENCE, f"{CONFERENCE}.2")
        await outside.say(Say("밖에서", scope="room"))
        await speaker.say(Say("시작합니다", scope="room"))
        said = await late.until(Said)
        assert (said.text, said.number) == ("시작합니다", 0)
        await late.say(Say("질문이 있습니다", scope="room"))
        assert [(await second.until(Said)).text for _ in range(2)] == ["시작합니다", "질문이 있습니다"]
        assert (await outside.until(Said)).text == "밖에서"


async def test_a_room_that_was_left_is_gone_and_its_code_opens_it_anew(office: Office) -> None:
    async with on_line(office, place="hall", zone=ROOM) as bot:
        assert (await into(bot, "")).zone == "hall-1"
        assert (await into(bot, ROOM)).zone == ROOM
        assert len(bot.people) == 1


async def test_an_operator_sees_that_there_is_a_room_and_not_its_code(office: Office) -> None:
    async with on_line(office, place="hall", zone=ROOM):
        answer = await office.client.get("/console", headers={"Accept": "application/json"})
        told = await answer.text()
        assert "hall-d*" in told
        assert TWO not in told
        assert kept(office.client.app, HUB).zones.named(ROOM) is not None
