"""The nearest are the nearest by a plain look; a ring never believes further astray than it may."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from services.sessions.crowd import ASTRAY, EVERY, SEEN, Crowd
from services.sessions.ground import Ground
from services.sessions.nearest import nearest
from worlds.sessions.moves import FAITH, RECORD
from worlds.sessions.wire import RUNNING, Move

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


def test_no_ring_believes_anybody_further_astray_than_it_may() -> None:
    chance, crowd, now = np.random.default_rng(2026), Crowd(50), 100.0
    rows = np.array([crowd.add(number, *chance.uniform(-20, 20, 2), 0.0, now) for number in range(1, 51)])
    believed = np.zeros((3, 50, 4))
    believed[:, :, :2] = crowd.now_at(np.arange(50), now)
    told = np.full((3, 50), now)
    for tick in range(1, 200):
        now += 0.1
        turning = rows[chance.random(50) < 0.1]
        at = crowd.now_at(turning, now)
        moves = [Move(x, y, 0.0, "walk", *chance.uniform(-1.6, 1.6, 2)) for x, y in at]
        assert not crowd.judge(FIELD, turning, moves, now).any()
        records, due = crowd.due(tick, now)
        truth = crowd.now_at(np.arange(50), now)
        for ring in range(3):
            whom = np.flatnonzero(due[ring])
            bytes_ = records[whom]
            wide = np.zeros((len(whom), 2, 4), np.uint8)
            wide[:, 0, 1:], wide[:, 1, 1:] = bytes_[:, 2:5], bytes_[:, 5:8]
            believed[ring, whom, :2] = (wide.reshape(len(whom), 8).view("<i4") >> 8) / 100
            believed[ring, whom, 2:] = bytes_[:, 8:10].view(np.int8) / 30
            told[ring, whom] = now
            seconds = np.minimum(now - told[ring], FAITH)[:, None]
            astray = np.hypot(*(believed[ring, :, :2] + believed[ring, :, 2:] * seconds - truth).T)
            # between two looks one can come as far as two can part
            assert astray.max() <= ASTRAY[ring] + (EVERY[ring] - 1) * 0.1 * 2 * RUNNING + 0.02


def test_whoever_stands_still_is_told_to_nobody() -> None:
    crowd = Crowd(SEEN + 2)
    rows = np.array([crowd.add(number, number * 1.2, 0.0, 0.0, 0.0) for number in range(1, SEEN + 2)])
    crowd.look(rows, 0.0)
    for tick in range(9):
        _, due = crowd.due(tick, tick / 10)
        crowd.told(rows, due)
    records, due = crowd.due(9, 0.9)
    assert not due.any()
    assert len(crowd.told(rows, due)[0]) == 0
    assert records.shape[1] == RECORD


def test_a_velocity_that_nobody_runs_is_believed_as_a_runners() -> None:
    crowd = Crowd(2)
    row = crowd.add(1, 0.0, 0.0, 0.0, 0.0)
    crowd.judge(FIELD, np.array([row]), [Move(0.0, 0.0, 0.0, "run", RUNNING, RUNNING)], 0.1)
    assert np.hypot(crowd.people["vx"][row], crowd.people["vy"][row]) <= RUNNING + 1e-9
