"""Friends are who both said so; they may stand closer. Who is known to be young gets no private word from strangers."""

from datetime import date

import pytest

from services.office import Identity
from tests.services.conftest import HandSet, Office
from tests.services.live import Bot, on_line
from tests.services.safety.test_reports import decided, reports, standing
from worlds.protocol import Goodbye
from worlds.sessions.wire import Befriend, Done, Friend, Refused, Say


async def befriend(one: Bot, other: Bot) -> None:
    await one.say(Befriend(other.me))
    assert await one.until(Friend) == Friend(other.me, "asked", mine=True)
    assert await other.until(Friend) == Friend(one.me, "asked")
    await other.say(Befriend(one.me))
    assert await other.until(Friend) == Friend(one.me, "friends", mine=True)
    assert await one.until(Friend) == Friend(other.me, "friends")


async def private(one: Bot, other: Bot, seq: int) -> str:
    """What comes of a private line: "" when it is told."""
    await one.say(Say("둘이서", scope="direct", number=other.me, seq=seq))
    while not isinstance(event := await one.hear(), Done | Refused):
        pass
    return event.fault if isinstance(event, Refused) else ""


async def test_both_must_say_so_and_either_may_end_it(office: Office) -> None:
    async with on_line(office) as one, on_line(office) as other:
        await befriend(one, other)
        await one.say(Befriend(other.me, on=False))
        assert await one.until(Friend) == Friend(other.me, "over", mine=True)
        await one.say(Befriend(other.me))
        assert (await one.until(Friend)).state == "friends"  # the other one never took it back


async def test_nobody_befriends_oneself_or_nobody(office: Office) -> None:
    async with on_line(office) as one:
        for number in (one.me, 60_000):
            await one.say(Befriend(number))
            assert (await one.until(Refused)).fault == "sessions.unknown-person"


@pytest.mark.parametrize(
    ("born", "day", "minor"),
    [
        (date(2007, 11, 24), date(2026, 11, 23), True),
        (date(2007, 11, 23), date(2026, 11, 23), False),
        (date(2008, 2, 29), date(2027, 2, 28), True),
        (date(2008, 2, 29), date(2027, 3, 1), False),
        (None, date(2026, 11, 23), False),
    ],
)
def test_one_is_young_until_the_nineteenth_birthday(born: date | None, day: date, minor: bool) -> None:
    assert Identity("c", "n", born, "i", "s").is_minor(day) is minor


async def test_a_young_person_is_spoken_to_in_private_by_friends_and_young_people_only(office: Office) -> None:
    young, adult = await office.join_as("a", born=date(2010, 5, 1)), await office.join_as("b", born=date(1980, 5, 1))
    other = await office.join_as("c", born=date(2011, 5, 1))
    async with on_line(office, young) as one:
        for token, fault in ((adult, "safety.minor"), (await office.join(), "safety.minor"), (other, "")):
            async with on_line(office, token) as bot:
                assert await private(bot, one, 1) == fault
                assert await private(one, bot, {adult: 1, other: 3}.get(token, 2)) == ""  # they may begin themselves
                assert bot.people[one.me].minor
                await bot.say(Goodbye("left"))
        async with on_line(office, adult) as bot:
            await befriend(one, bot)
            assert await private(bot, one, 2) == ""


async def test_friends_are_friends_at_the_next_visit_too_and_forgotten_with_ones_data(
    office: Office, today: HandSet
) -> None:
    for visit in range(2):
        mine, theirs = (
            await office.join_as("a", born=date(1980, 1, 1)),
            await office.join_as("b", born=date(2010, 1, 1)),
        )
        async with on_line(office, mine) as one, on_line(office, theirs) as other:
            if visit == 0:
                await befriend(one, other)
            assert await private(one, other, 1) == ""
    assert (await office.delete("/my-data", theirs)).status == 200
    theirs = await office.join_as("b", born=date(2010, 1, 1))
    async with on_line(office, mine) as one, on_line(office, theirs) as other:
        assert await private(one, other, 2) == "safety.minor"


async def test_a_guest_who_has_the_number_of_one_who_left_is_somebody_else(office: Office, today: HandSet) -> None:
    theirs = await office.join()
    async with on_line(office) as one, on_line(office, theirs) as other:
        await decided(office, await reports(one, other.me), "action")
    await office.delete("/sessions/me", theirs)
    today.hour = today.hour.replace(second=1)
    assert (await standing(office, await office.join())).sanctions == ()
