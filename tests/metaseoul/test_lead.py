"""The guide leads there: it goes before one, waits for who stays behind, and goes with one from place to place."""

from itertools import pairwise
from math import atan2, degrees, hypot
from typing import Any

import msgspec
import pytest

from metaseoul.controls.walker import Walker
from metaseoul.leader import FAREWELL, FLIGHT, LOST, NUMBER, THERE, WAITS, Leader
from tests.metaseoul.visitors import visiting
from worlds import plan, ways
from worlds.avatar import figure_of
from worlds.avatar.dress import TRIANGLES
from worlds.avatar.wardrobe import EXTRAS, GUIDE, WINGS
from worlds.sessions.wire import Look
from worlds.walk import path, walk_map

FRAME = 1 / 30


class Figures:
    """Remembers where the guide is."""

    def __init__(self) -> None:
        self.at: dict[int, tuple[Any, ...]] = {}

    def put(self, number: int, *what: Any) -> None:
        self.at[number] = what

    def remove(self, number: int) -> None:
        del self.at[number]


@pytest.fixture
def plaza() -> Any:
    return plan.place("plaza")


def set_off(place: Any) -> tuple[Walker, Leader, Figures, tuple[float, float]]:
    """From where one comes in to the farthest gate."""
    ground, at = walk_map(place), place.spawn[:2]
    goal = max((gate.at[:2] for gate in place.gates), key=lambda gate: hypot(gate[0] - at[0], gate[1] - at[1]))
    walker, figures = Walker(ground, at, place.spawn[2]), Figures()
    leader = Leader(figures)
    leader.set_off(ground, at, path(ground, at, goal))
    assert walker.go_to(goal)
    return walker, leader, figures, goal


def test_it_is_ahead_of_who_walks_all_the_way_and_there_before_them(plaza: Any) -> None:
    walker, leader, figures, goal = set_off(plaza)
    seen: list[tuple[float, float]] = []
    for frame in range(10_000):
        walker.update(FRAME, None, False)
        if leader.update(FRAME, frame * FRAME, (walker.x, walker.y)):
            break
        x, y = figures.at[NUMBER][1:3]
        seen.append((x, y))
        assert hypot(leader.x - walker.x, leader.y - walker.y) < WAITS + 0.5
    else:
        pytest.fail("nobody arrived")
    assert hypot(walker.x - goal[0], walker.y - goal[1]) < THERE + 3.0
    assert max(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(seen)) <= FLIGHT * FRAME + 1e-6, "it leapt"


def test_it_waits_for_who_stands_still_turns_to_them_and_waves(plaza: Any) -> None:
    walker, leader, figures, _ = set_off(plaza)
    for frame in range(600):
        leader.update(FRAME, frame * FRAME, (walker.x, walker.y))
    _, x, y, _, heading, gesture, _ = figures.at[NUMBER]
    assert gesture == "wave"
    assert WAITS <= hypot(leader.x - walker.x, leader.y - walker.y) < WAITS + 0.2
    assert hypot(x - walker.x, y - walker.y) < WAITS + 0.5
    assert heading == pytest.approx(degrees(atan2(leader.x - walker.x, walker.y - leader.y)))


def test_it_knows_that_it_was_lost_by_who_went_another_way(plaza: Any) -> None:
    walker, leader, _, _ = set_off(plaza)
    x, y = walker.body[:2]
    leader.update(FRAME, 0.0, (x, y))
    assert not leader.lost
    leader.update(FRAME, FRAME, (x - LOST - 5, y))
    assert leader.lost


def test_it_stays_a_moment_with_who_has_come_and_is_gone(plaza: Any) -> None:
    walker, leader, figures, goal = set_off(plaza)
    ground = walk_map(plaza)
    leader.set_off(ground, goal, [])
    assert leader.update(FRAME, 0.0, goal)
    assert figures.at[NUMBER][5] == "point"
    for _ in range(int(FAREWELL / FRAME) + 2):
        leader.update(FRAME, 0.0, walker.body[:2])
    assert not leader.is_seen
    assert not figures.at


def test_there_is_a_way_by_gates_from_the_square_to_every_place_one_walks_to() -> None:
    for known in plan.ENTRIES:
        gates = ways.gates("plaza", known.slug)
        if gates:
            assert gates[-1].to == known.slug
            here = "plaza"
            for gate in gates:
                assert gate in plan.place(here).gates
                here = gate.to
    assert [gate.to for gate in ways.gates("plaza", "documents")] == ["city-hall", "documents"]
    assert ways.gates("plaza", "plaza") == ()


def test_nobody_but_the_guide_has_wings() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"extra": WINGS}, Look)
    for extra in range(256):
        assert figure_of(Look(extra=extra), 0) is figure_of(Look(extra=extra % len(EXTRAS)), 0)


@pytest.mark.parametrize("level", range(5))
def test_the_one_guide_is_a_fifth_heavier_than_anybody_may_be_at_most(level: int) -> None:
    assert len(figure_of(GUIDE, level).triangles) <= 1.2 * TRIANGLES[level]


async def test_in_words_the_way_is_told_and_one_is_there(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("데려다줘")
        await visitor.picks("documents.issue", of="lead")
        await visitor.sees("documents.issue")
        assert visitor.ui.told[-1] == "가는 길: 서울광장 → 서울시청 로비 → 증명서 창구"
        assert visitor.visit.led.goal is None


def test_called_it_stands_there_waves_speaks_and_stays_until_it_is_sent_away(plaza: Any) -> None:
    figures, at = Figures(), plaza.spawn[:2]
    leader = Leader(figures)
    leader.attend(walk_map(plaza), (at[0] + 2.0, at[1]))
    gestures = []
    for frame in range(int(60 / FRAME)):
        leader.update(FRAME, frame * FRAME, at)
        gestures.append(figures.at[NUMBER][5])
    assert (gestures[0], gestures[-1]) == ("wave", "idle")
    assert figures.at[NUMBER][1:3] == (at[0] + 2.0, at[1])
    leader.rest()
    assert not figures.at


async def test_the_guide_is_there_while_it_speaks(url: str) -> None:
    async with visiting(url) as visitor:
        seen: list[bool] = []
        visitor.ui.attend = seen.append  # type: ignore[method-assign]
        visitor.types("길잡이")
        await visitor.picks("principles", of="guide")
        await visitor.sees("guide.step")
        assert seen == [True]
        visitor.types("0")
        await visitor.sees("place")
        assert seen == [True, False]
