"""Nobody walks through what stands in the way; a click is walked to; the others walk smoothly; the eye stays inside."""

from collections import deque
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from metaseoul.controls.sight import Sight
from metaseoul.controls.walker import Walker
from metaseoul.crowd import BEHIND, Others, Word, between
from worlds.civic.documents.room import ROOM
from worlds.plan import place
from worlds.sessions.wire import RUNNING, TICK, WALKING, Look, People, Person
from worlds.shape import Spot
from worlds.walk import WalkMap, walk_map

FRAME = 1 / 60
GROUNDS = {slug: walk_map(place(slug)) for slug in ("plaza", "city-hall", "documents")}
steps = st.lists(st.tuples(st.floats(-360, 360), st.booleans(), st.floats(0.001, 0.1)), min_size=1, max_size=120)


def spots(ground: WalkMap, count: int, seed: int = 2026) -> list[tuple[float, float]]:
    """The middles of free cells, the same at every run."""
    rows, columns = np.nonzero(~ground.blocked)
    chosen = np.random.default_rng(seed).choice(len(rows), min(count, len(rows)), replace=False)
    return [ground.middle(int(rows[i]), int(columns[i])) for i in chosen]


def walker_in(slug: str, spot: tuple[float, float] | None = None) -> Walker:
    where = place(slug)
    return Walker(GROUNDS[slug], spot or where.spawn[:2], where.spawn[2])


def walk_all(walker: Walker, seconds: float) -> None:
    """Frame by frame until it has arrived."""
    for _ in range(int(seconds / FRAME)):
        if not walker.on_the_way:
            return
        before = walker.x, walker.y
        walker.update(FRAME, None, False)
        assert walker.ground.free(walker.x, walker.y), f"stands in a wall at {walker.x:.2f}, {walker.y:.2f}"
        assert hypot(walker.x - before[0], walker.y - before[1]) <= RUNNING * FRAME + 1e-6


@pytest.mark.parametrize("slug", GROUNDS)
@settings(max_examples=60, deadline=None)
@given(ways=steps, seed=st.integers(0, 1000))
@example(ways=[(0.0, True, 0.1)] * 120, seed=0)
def test_no_direction_at_any_pace_leads_into_a_wall(
    slug: str, ways: list[tuple[float, bool, float]], seed: int
) -> None:
    walker = walker_in(slug, spots(GROUNDS[slug], 1, seed)[0])
    for direction, run, seconds in ways:
        before = walker.x, walker.y
        walker.update(seconds, direction, run)
        assert walker.ground.free(walker.x, walker.y)
        assert hypot(walker.x - before[0], walker.y - before[1]) <= RUNNING * seconds + 1e-9
        assert -180 <= walker.heading <= 180


@pytest.mark.parametrize("slug", GROUNDS)
def test_a_click_is_walked_to_by_a_way_that_leads_round_what_stands_between(slug: str) -> None:
    walker = walker_in(slug)
    for goal in spots(walker.ground, 12):
        assert walker.go_to(goal), f"no way to {goal}"
        walk_all(walker, 90)
        assert hypot(goal[0] - walker.x, goal[1] - walker.y) < 0.05
        walker.update(FRAME, None, False)
        assert walker.gesture == "idle"


def test_a_click_on_what_cannot_be_reached_leaves_one_standing() -> None:
    walker = walker_in("documents")
    assert not walker.go_to((900.0, 900.0))
    walker.update(FRAME, None, False)
    assert ((walker.x, walker.y), walker.gesture) == (place("documents").spawn[:2], "idle")


def test_a_key_ends_a_walk_that_a_click_began() -> None:
    walker = walker_in("plaza")
    assert walker.go_to((walker.x + 5, walker.y))
    walker.update(FRAME, 0.0, False)
    assert not walker.on_the_way


def test_a_way_that_is_found_after_another_wish_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    walker = walker_in("plaza")
    goal = (walker.x + 5, walker.y)

    def slow(*asked: Any) -> list[Spot]:
        walker.update(FRAME, 0.0, False)  # a key, while the way is looked for
        return [goal]

    monkeypatch.setattr("metaseoul.controls.walker.path", slow)
    assert not walker.go_to(goal)
    assert not walker.on_the_way


@pytest.mark.parametrize("slug", GROUNDS)
def test_who_walks_aslant_at_a_wall_slides_along_it(slug: str) -> None:
    """At every wall that runs east to west: half a metre on, none of it into the wall."""
    ground = GROUNDS[slug]
    rows, columns = np.nonzero(~ground.blocked[:-1] & ground.blocked[1:])
    slid = 0
    for row, column in list(zip(rows, columns, strict=True))[:: max(1, len(rows) // 40)]:
        stretch = slice(int(column), int(column) + 6)
        if not (ground.blocked[row + 1, stretch].all() and not ground.blocked[row, stretch].any()):
            continue
        walker = walker_in(slug, ground.middle(int(row), int(column)))
        start = walker.x
        for _ in range(40):
            walker.update(FRAME, -45.0, False)
        assert walker.x - start >= WALKING * 40 * FRAME * sin(radians(45)) - 1e-6
        slid += 1
    assert slid > 3


def test_the_hub_has_the_last_word_on_where_one_stands() -> None:
    walker = walker_in("plaza")
    walker.go_to((walker.x + 5, walker.y))
    walker.stand(1.0, -20.0)
    assert ((walker.x, walker.y), walker.on_the_way) == ((1.0, -20.0), False)


def test_a_body_turns_the_short_way() -> None:
    walker = walker_in("plaza")
    walker.heading = 170.0
    walker.update(FRAME, -170.0, False)
    assert walker.heading > 170.0


# --- the others


@given(
    ways=st.lists(st.tuples(st.floats(-180, 180), st.floats(0, RUNNING / TICK)), min_size=2, max_size=6),
    shares=st.lists(st.floats(0, 1), min_size=2, max_size=40),
)
def test_between_two_words_one_walks_on_without_a_jump(ways: list[tuple[float, float]], shares: list[float]) -> None:
    words, x, y = deque[Word](), 0.0, 0.0
    for index, (direction, length) in enumerate(ways):
        x, y = x - sin(radians(direction)) * length, y + cos(radians(direction)) * length
        words.append(Word(index / TICK, x, y, direction, "run"))
    moments = sorted(share * (len(ways) + 1) / TICK for share in shares)
    for (then, (x0, y0, *_)), (now, (x1, y1, *_)) in pairwise((moment, between(words, moment)) for moment in moments):
        assert hypot(x1 - x0, y1 - y0) <= RUNNING * (now - then) + 1e-6


@given(turns=st.tuples(st.floats(-180, 180), st.floats(-180, 180)), share=st.floats(0, 1))
def test_between_two_words_a_body_turns_the_short_way(turns: tuple[float, float], share: float) -> None:
    words = deque([Word(0.0, 0, 0, turns[0], "idle"), Word(1.0, 0, 0, turns[1], "idle")])
    heading = between(words, share)[2]
    around = abs((turns[1] - turns[0] + 180) % 360 - 180)
    assert abs((heading - turns[0] + 180) % 360 - 180) <= around + 1e-6


def test_along_a_straight_way_nobody_steps_back() -> None:
    words = deque(Word(index / TICK, index * 0.16, 0.0, 90.0, "walk") for index in range(6))
    seen = [between(words, moment / 300)[0] for moment in range(180)]
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, words[-1].x)


class Drawn:
    """Keeps what was drawn last, as the stage's crowd would."""

    def __init__(self) -> None:
        self.spots: dict[int, tuple[float, float, str]] = {}

    def put(
        self, number: int, look: Look, x: float, y: float, z: float, heading: float, gesture: str, t: float
    ) -> None:
        self.spots[number] = (x, y, gesture)

    def remove(self, number: int) -> None:
        del self.spots[number]


def crowd_of(*people: tuple[int, float, float, str]) -> People:
    return {number: Person(number, f"{number}", x, y, 0.0, gesture) for number, x, y, gesture in people}


def test_who_stood_for_a_minute_begins_to_walk_without_a_jump() -> None:
    drawn = Drawn()
    others = Others(drawn)
    others.meet(crowd_of((2, 0.0, -34.0, "idle")), 1, 0.0)
    others.update(GROUNDS["plaza"], 60.0)
    was, now = drawn.spots[2], 60.0
    for step in range(1, 60):
        if step % 6 == 1:
            others.meet(crowd_of((2, 0.42 * (step // 6 + 1), -34.0, "run")), 1, now)
        now += FRAME
        others.update(GROUNDS["plaza"], now)
        here = drawn.spots[2]
        assert 0 <= here[0] - was[0] <= RUNNING * FRAME * 1.25
        was = here
    assert was[0] > 3.0


@pytest.mark.parametrize(
    ("x", "y", "seen"),
    [(0.0, -37.0, False), (0.3, -39.5, False), (0.8, -37.0, True), (0.0, -33.0, True), (0.0, -41.0, True)],
)
def test_who_stands_between_the_eye_and_oneself_is_not_shown_till_they_are_out_of_the_way(
    x: float, y: float, seen: bool
) -> None:
    drawn, view = Drawn(), ((0.0, -40.0), (0.0, -34.0))
    others = Others(drawn)
    others.meet(crowd_of((2, x, y, "idle")), 1, 0.0)
    for _ in range(2):
        others.update(GROUNDS["plaza"], 1.0, view)
        assert (2 in drawn.spots, 2 in others.shown) == (seen, seen)
    others.update(GROUNDS["plaza"], 1.1, ((30.0, -40.0), (30.0, -34.0)))
    assert 2 in drawn.spots


def test_one_is_not_among_the_others_and_who_leaves_is_gone() -> None:
    drawn = Drawn()
    others = Others(drawn)
    others.meet(crowd_of((1, 0.0, -34.0, "idle"), (2, 1.0, -34.0, "idle")), 1, 0.0)
    others.update(GROUNDS["plaza"], 1.0)
    assert set(drawn.spots) == set(others.shown) == {2}
    others.meet(crowd_of((1, 0.0, -34.0, "idle")), 1, 1.0)
    assert (drawn.spots, others.shown) == ({}, {})
    others.update(GROUNDS["plaza"], 1.1)
    others.clear()


def test_whoever_had_the_number_that_is_mine_now_is_gone() -> None:
    drawn = Drawn()
    others = Others(drawn)
    others.meet(crowd_of((1, 0.0, -34.0, "walk"), (7, 1.0, -34.0, "idle")), 7, 0.0)
    others.update(GROUNDS["plaza"], 1.0)
    assert set(drawn.spots) == {1}
    others.meet(crowd_of((1, 1.0, -34.0, "idle")), 1, 2.0)  # the office opened anew and counts from one
    others.update(GROUNDS["plaza"], 2.1)
    assert (drawn.spots, others.shown) == ({}, {})


def test_the_others_are_shown_a_moment_late_and_then_where_they_are() -> None:
    drawn = Drawn()
    others = Others(drawn)
    others.meet(crowd_of((2, 0.0, -34.0, "idle")), 1, 10.0)
    others.meet(crowd_of((2, 0.4, -34.0, "walk")), 1, 10.1)
    others.update(GROUNDS["plaza"], 10.1)
    assert drawn.spots[2][0] == 0.0
    others.update(GROUNDS["plaza"], 10.1 + BEHIND)
    assert drawn.spots[2] == (0.4, -34.0, "walk")


# --- the eye


@pytest.mark.parametrize(("slug", "ceiling"), [("city-hall", 18.0), ("documents", ROOM.size[2])])
def test_the_eye_never_leaves_the_room(slug: str, ceiling: float) -> None:
    from panda3d.core import NodePath

    from metaseoul.controls.eye import Eye

    where, sight = place(slug), Sight(place(slug))
    x0, y0, x1, y1 = where.bounds
    eye = Eye(NodePath("eye"))
    eye.sight = sight
    outside = []
    for x, y in spots(GROUNDS[slug], 60):
        for turn in range(-180, 180, 30):
            for tilt in (-12.0, 4.0, 30.0, 62.0):
                eye.turn, eye.tilt, eye.distance, eye._near = float(turn), tilt, 9.0, 9.0
                eye.update(0.1, x, y, GROUNDS[slug].height_at(x, y))
                at = eye.camera.get_pos()
                if not (x0 < at.x < x1 and y0 < at.y < y1 and 0.3 < at.z < ceiling):
                    outside.append((x, y, turn, tilt, tuple(at)))
    assert not outside, f"{len(outside)} eyes look in from outside, such as {outside[:3]}"


def test_an_eye_with_nothing_in_its_way_is_as_far_as_it_wishes() -> None:
    sight = Sight(place("plaza"))
    x, y, _ = place("plaza").spawn
    assert sight.clear((x, y, 1.75), (x, y - 3.0, 2.5)) == 1.0
