"""The city in numbers: real counts of Seoul's days, and nobody's name."""

import asyncio
from datetime import date, time, timedelta

import msgspec

from tests.services.civic.test_documents import ALONE, issued
from tests.services.conftest import HandSet, Office
from tests.services.live import on_line
from worlds.numbers import DAYS, Numbers


async def numbers(office: Office) -> Numbers:
    answer = await office.get("/numbers")
    assert answer.status == 200
    return msgspec.json.decode(await answer.read(), type=Numbers)


async def test_a_city_that_nobody_came_to_says_nought_for_each_of_its_days(office: Office, today: HandSet) -> None:
    told = await numbers(office)
    assert [day.day for day in told.days] == [today.day - timedelta(days=ago) for ago in reversed(range(DAYS))]
    assert {(day.visits, day.documents) for day in told.days} == {(0, 0)}


async def test_every_visit_is_counted_on_the_day_it_began_in_seoul(office: Office, today: HandSet) -> None:
    await office.join()
    today.day, today.hour = today.day + timedelta(days=1), time(0, 0, 1)
    await asyncio.gather(*(office.join() for _ in range(20)))
    before, last = (await numbers(office)).days[-2:]
    assert (before.visits, last.visits) == (1, 20)


async def test_a_visit_that_is_over_was_one_all_the_same(office: Office) -> None:
    await office.delete("/sessions/me", await office.join())
    assert (await numbers(office)).days[-1].visits == 1


async def test_documents_are_counted_once_on_the_day_they_were_issued(office: Office, today: HandSet) -> None:
    today.hour = time(23, 59, 59)
    token = await office.join_as(ALONE)
    await issued(office, token)
    await issued(office, token)  # the same wish once more is the same document
    today.day, today.hour = today.day + timedelta(days=1), time(0, 0)
    await issued(office, token, key="desk-0002")
    before, last = (await numbers(office)).days[-2:]
    assert (before.documents, last.documents) == (1, 1)


async def test_after_a_week_a_day_is_told_no_longer_and_its_rows_are_gone(office: Office, today: HandSet) -> None:
    await office.join()
    today.day += timedelta(days=DAYS)
    await office.join()
    assert sum(day.visits for day in (await numbers(office)).days) == 1
    today.day = date(2026, 11, 23)
    assert (await numbers(office)).days[-1].visits == 0


async def test_who_is_here_now_is_counted_and_not_named(office: Office) -> None:
    async with on_line(office, name="가람"):
        assert (await numbers(office)).here == {"yard": 1, "hall": 0}
        assert "가람" not in await (await office.get("/numbers")).text()
