"""The nearest are the nearest by a plain look; a ring never believes further astray than it may."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from services.sessions.crowd import ASTRAY, EVERY, RINGS, SAME, SEEN, Crowd
from services.sessions.ground import Ground
from services.sessions.nearest import nearest
from worlds.sessions.moves import FAITH, RECORD, Packed
from worlds.sessions.wire import RUNNING, Move

SETTLED = 10
"""Ticks after which everyone was looked at and told of."""
FIELD = Ground("field", "", (0.0, 0.0, 0.0), lambda x, y: abs(x) < 100 and abs(y) < 100)


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(1, 60), st.integers(0, 2**32 - 1), st.booleans())
def test_the_nearest_are_those_that_a_plain_look_finds(count: int, most: int, seed: int, packed: bool) -> None:
    chance = np.random.default_rng(seed)
    points = chance.normal(0, 10, (count, 2))
    if packed:
        points = np.round(points)  # many at one spot: ties
    asking = np.flatnonzero(chance.random(count) < 0.7)
    found = nearest(points, asking, most)
    assert found.shape == (len(asking), most)
    for who, near in zip(asking, found, strict=True):
        away = np.hypot(*(points - points[who]).T)
        away[who] = np.inf
        some = near[near >= 0]
        assert len(set(some)) == len(some) == min(most, count - 1)
        assert who not in some
        np.testing.assert_allclose(away[some], np.sort(away)[: len(some)])


def test_nobody_believes_anybody_in_sight_further_astray_than_their_ring_may() -> None:
    chance, crowd, now, count = np.random.default_rng(2026), Crowd(120), 100.0, 120
    rows = np.array([crowd.add(number, *chance.uniform(-8, 8, 2), 0.0, now) for number in range(1, count + 1)])
    everyone = np.arange(count)
    believed = np.full((count, count, 4), np.nan)
    told = np.zeros((count, count))
    ring = np.searchsorted(RINGS, np.arange(SEEN), side="right")
    frames = 0
    for tick in range(1, 240):
        now += 0.1
        turning = rows[chance.random(count) < 0.05]
        at = crowd.now_at(turning, now)
        # walks, stands, turns hardly, and none leaves the square
        speed = chance.uniform(-1.6, 1.6, (len(turning), 2)) * (chance.random((len(turning), 1)) < 0.7)
        speed = np.where(np.abs(at) > 8, -np.sign(at) * np.abs(speed), speed)
        moves = [Move(x, y, 0.0, "walk", *v) for (x, y), v in zip(at, speed, strict=True)]
        assert not crowd.judge(FIELD, turning, moves, now).any()
        for row, gone in crowd.look(crowd.turn(tick, now), now):
            believed[row, gone] = np.nan
        records, due = crowd.due(tick, now)
        whom, records, ends = crowd.told(tick, rows, records, due)
        frames += len(whom)
        for row, start, end in zip(rows, ends, ends[1:], strict=False):
            of = whom[start:end]
            believed[row, of], told[row, of] = _read(records[start:end]), now
        truth = crowd.now_at(everyone, now)
        seconds = np.minimum(now - told, FAITH)[:, :, None]
        astray = np.hypot(*np.moveaxis(believed[:, :, :2] + believed[:, :, 2:] * seconds - truth, 2, 0))
        seen = crowd.seen[rows]
        of_seen = np.where(seen < 0, np.nan, astray[rows[:, None], seen])
        for number, (every, most) in enumerate(zip(EVERY, ASTRAY, strict=True)):
            if tick % every == 0 and tick > SETTLED:
                worst = np.max(of_seen[:, ring == number])
                assert worst <= most * (1 + 2 * SAME) + 0.02  # held from one ring to the next, and to the next
    assert frames < 240 * count * SEEN / 4


def _read(records: Packed) -> NDArray[np.float64]:
    """x, y, vx, vy (n, 4) of packed people."""
    wide = np.zeros((len(records), 2, 4), np.uint8)
    wide[:, 0, 1:], wide[:, 1, 1:] = records[:, 2:5], records[:, 5:8]
    at = (wide.reshape(len(records), 8).view("<i4") >> 8) / 100
    return np.concatenate((at, records[:, 8:10].view(np.int8) / 30), axis=1)


def test_whoever_stands_still_is_told_to_nobody() -> None:
    crowd = Crowd(SEEN + 2)
    rows = np.array([crowd.add(number, number * 1.2, 0.0, 0.0, 0.0) for number in range(1, SEEN + 2)])
    crowd.look(rows, 0.0)
    for tick in range(9):
        crowd.told(tick, rows, *crowd.due(tick, tick / 10))
    records, due = crowd.due(12, 1.2)
    assert not due[range(len(RINGS)), range(len(RINGS))].any()
    assert len(crowd.told(12, rows, records, due)[0]) == 0
    assert records.shape[2] == RECORD


def test_whoever_comes_in_sight_is_told_of_once_in_the_tick_of_their_place() -> None:
    crowd = Crowd(SEEN + 2)
    rows = np.array([crowd.add(number, number * 1.2, 0.0, 0.0, 0.0) for number in range(1, SEEN + 2)])
    crowd.look(rows, 0.0)
    told: dict[int, list[int]] = {}
    for tick in range(1, 9):
        whom, *_ = crowd.told(tick, rows[:1], *crowd.due(tick, tick / 10))
        told |= {row: [*told.get(row, []), tick] for row in whom.tolist()}
    first = [1, *EVERY[1:]]
    assert told == {int(row): [first[np.searchsorted(RINGS, place, "right")]] for place, row in enumerate(rows[1:])}


def test_a_velocity_that_nobody_runs_is_believed_as_a_runners() -> None:
    crowd = Crowd(2)
    row = crowd.add(1, 0.0, 0.0, 0.0, 0.0)
    crowd.judge(FIELD, np.array([row]), [Move(0.0, 0.0, 0.0, "run", RUNNING, RUNNING)], 0.1)
    assert np.hypot(crowd.people["vx"][row], crowd.people["vy"][row]) <= RUNNING + 1e-9
