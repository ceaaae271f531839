"""Gestures: what one does is seen by the others, and ends by itself or by walking."""

from math import hypot

import pytest

from metaseoul.controls.walker import Walker
from metaseoul.flow import gesture
from tests.metaseoul.visitors import until, visiting
from worlds.plan import place
from worlds.seats import seats_of
from worlds.walk import walk_map

FRAME = 0.05


@pytest.fixture
def walker() -> Walker:
    where = place("plaza")
    return Walker(walk_map(where), where.spawn[:2], where.spawn[2])


def shown(walker: Walker, seconds: float, direction: float | None = None) -> str:
    for _ in range(round(seconds / FRAME)):
        walker.update(FRAME, direction, run=False)
    return walker.gesture


def test_a_gesture_lasts_for_its_time_and_then_one_stands(walker: Walker) -> None:
    walker.act("wave", 2.0)
    assert shown(walker, 1.8) == "wave"
    assert shown(walker, 0.4) == "idle"


def test_who_sits_stays_seated_until_they_walk(walker: Walker) -> None:
    walker.act("sit", None)
    assert shown(walker, 60.0) == "sit"
    assert shown(walker, FRAME, direction=0.0) == "walk"
    assert shown(walker, 1.0) == "idle"


async def test_the_others_see_it_also_of_who_has_no_picture(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(gesture.LASTS, "wave", 1.0)
    async with visiting(url) as garam, visiting(url) as naru:
        await garam.is_here()
        await naru.is_here()
        me = garam.visit.live.me
        await until(lambda: me in naru.visit.live.people, "the other")
        await garam.picks("gesture", of="place")
        await garam.picks("wave", of="gesture")
        await garam.hears(garam.texts("gesture.wave"))
        await until(lambda: naru.visit.live.people[me].gesture == "wave", "a wave")
        await until(lambda: naru.visit.live.people[me].gesture == "idle", "its end")


def test_who_sits_on_a_seat_rises_before_it(walker: Walker) -> None:
    seat = seats_of(place("plaza"))["seat-0"]
    walker.sit(seat)
    assert shown(walker, 5.0) == "sit"
    assert (walker.x, walker.y) == (seat.x, seat.y)
    walker.update(FRAME, seat.facing, run=False)
    assert hypot(walker.x - seat.before[0], walker.y - seat.before[1]) < 0.2
    walker.sit(seat)
    assert walker.go_to(place("plaza").spawn[:2])
    assert (walker.x, walker.y) == seat.before


async def test_in_words_one_sits_on_the_nearest_free_seat_and_stands_up(own_url: str) -> None:
    async with visiting(own_url) as garam, visiting(own_url) as naru:
        await garam.is_here()
        await naru.is_here()
        for one in (garam, naru):
            await one.picks("gesture", of="place")
            await one.picks("sit", of="gesture")
            await one.hears_text("gesture.seated")
            await until(lambda one=one: one.visit.seat, "a seat")
            await until(lambda: any(other.gesture == "sit" for other in naru.visit.live.people.values()), "who sits")
        seats = [one.visit.seat for one in (garam, naru)]
        assert seats[0] != seats[1]
        assert all(seat in seats_of(place("plaza")).values() for seat in seats)

        await garam.picks("gesture", of="place")
        await garam.picks("stand", of="gesture")
        await garam.hears_text("gesture.risen")
        assert garam.visit.seat is None
        await naru.picks("gesture", of="place")
        assert (await naru.sees("gesture")).actions[0].name == "stand"


async def test_words_for_a_gesture_lead_to_it(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("손 흔들기")
        await visitor.sees("gesture")
