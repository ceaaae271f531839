"""Personal distance: who stops too near to somebody stands aside where there is room; who passes is not held."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from services.sessions.elbow import CROWDED, FRIENDS, PERSONAL, SLACK, aside
from services.sessions.ground import Ground
from tests.services.conftest import Office
from tests.services.live import Bot, on_line
from worlds.sessions.wire import Met, Move, Moved, Refused

FIELD = Ground("field", "", (0.0, 0.0, 0.0), lambda x, y: abs(x) < 50 and abs(y) < 50)
LANE = Ground("lane", "", (0.0, 0.0, 0.0), lambda x, y: abs(x) < 0.4)
points = st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), max_size=40)


@settings(deadline=None)
@given(points, st.sampled_from([FIELD, LANE]))
def test_whoever_is_put_aside_stands_free_and_farther_from_everybody(others: list[tuple[float, float]], ground) -> None:
    at, them = np.zeros(2), np.array(others).reshape(-1, 2)
    spot = aside(ground, at, them)
    here = min((float(np.hypot(*one)) for one in them), default=np.inf)
    if spot is None:
        return
    there = float(np.hypot(*(them - spot).T).min())
    assert here < PERSONAL
    assert ground.free(*spot)
    assert any(there >= least > here for least in CROWDED)
    assert np.hypot(*spot) <= 2.5


@given(st.floats(PERSONAL, 3), st.floats(0, 6.28))
def test_whoever_keeps_their_distance_is_left_alone(metres: float, angle: float) -> None:
    assert aside(FIELD, np.zeros(2), np.array([[metres * np.cos(angle), metres * np.sin(angle)]])) is None


def test_one_stranger_is_given_the_whole_distance() -> None:
    spot = aside(FIELD, np.zeros(2), np.array([[0.2, 0.0]]))
    assert spot is not None
    assert np.hypot(spot[0] - 0.2, spot[1]) >= PERSONAL - SLACK


async def settled(bot: Bot) -> tuple[float, float]:
    refused = await bot.until(Refused)
    assert refused.fault == "sessions.personal-distance"
    assert refused.x is not None
    assert refused.y is not None
    return refused.x, refused.y


async def test_who_stops_in_front_of_somebody_stands_aside_and_everyone_sees_them_there(office: Office) -> None:
    async with on_line(office) as standing, on_line(office) as coming:
        await standing.until(Met)
        x, y = standing.here
        start = coming.here
        await coming.say(Move(round((start[0] + x) / 2, 2), round((start[1] + y) / 2, 2), 0.0, "walk", 0.1, 0.0))
        await coming.say(Move(x, round(y + 0.3, 2), 0.0))
        spot = await settled(coming)
        assert np.hypot(spot[0] - x, spot[1] - y) >= PERSONAL - SLACK
        while np.hypot(standing.people[coming.me].x - spot[0], standing.people[coming.me].y - spot[1]) > 0.02:
            await standing.until(Moved)


async def test_who_walks_past_is_not_held(office: Office) -> None:
    async with on_line(office) as standing, on_line(office) as passing:
        await standing.until(Met)
        x, y = standing.here
        await passing.say(Move(x, y, 0.0, "walk", 0.0, 1.6))
        await passing.say(Move(x, round(y + 1.5, 2), 0.0))
        while passing.me not in standing.people or abs(standing.people[passing.me].y - y - 1.5) > 0.02:
            event = await standing.hear()
            assert not isinstance(event, Refused)


async def test_who_waves_where_they_stand_is_left_there(office: Office) -> None:
    async with on_line(office) as passing, on_line(office) as waving:
        await passing.until(Met)
        here = waving.here
        await passing.say(Move(round(here[0] + 0.3, 2), here[1], 0.0, "walk", 0.1, 0.0))
        await waving.say(Move(*here, 0.0, "wave"))
        while passing.me not in waving.people or waving.people[passing.me].gesture != "walk":
            assert not isinstance(await waving.hear(), Refused)
        while passing.people[waving.me].gesture != "wave":
            await passing.hear()
        assert np.allclose((passing.people[waving.me].x, passing.people[waving.me].y), here, atol=0.01)


def test_friends_stand_half_as_far_apart_and_never_in_each_other() -> None:
    others, both = np.array([[0.8, 0.0]]), np.array([True])
    assert aside(FIELD, np.zeros(2), others) is not None
    assert aside(FIELD, np.zeros(2), others, both) is None
    spot = aside(FIELD, np.zeros(2), np.array([[0.3, 0.0]]), both)
    assert spot is not None
    assert np.hypot(*(np.array(spot) - (0.3, 0.0))) >= FRIENDS - SLACK
    mixed = aside(FIELD, np.zeros(2), np.array([[0.8, 0.0], [-0.8, 0.0]]), np.array([True, False]))
    assert mixed is not None
    assert np.hypot(*(np.array(mixed) - (-0.8, 0.0))) >= PERSONAL - SLACK
