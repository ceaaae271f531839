"""Gestures: what one does is seen by the others, and ends by itself or by walking."""

import pytest

from metaseoul.controls.walker import Walker
from metaseoul.flow import gesture
from tests.metaseoul.visitors import until, visiting
from worlds.plan import place
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


async def test_words_for_a_gesture_lead_to_it(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("손 흔들기")
        await visitor.sees("gesture")
