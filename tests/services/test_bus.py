"""The bus, alone and on a real Redis: one owner to a zone, nothing kept in a name that is no longer one's own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from services import bus as buses
from services import redis_bus
from services.bus import Alone, Away, Bus, Fenced, Home
from services.redis_bus import connect
from services.unopened import StartFault
from tests.servers import Server, free_port
from tests.servers.redis import redis as new_redis
from tests.servers.redis import url


@pytest.fixture(params=["alone", "redis"])
async def bus(request: pytest.FixtureRequest) -> AsyncIterator[Bus]:
    one = Alone() if request.param == "alone" else await _on(request.getfixturevalue("redis"))
    yield one
    await one.close()


async def _on(server: Server, node: str = "a") -> redis_bus.RedisBus:
    bus = await connect(url(server), node)
    if node == "a":
        await bus._redis.flushall()
    return bus


async def test_a_zone_has_one_owner_until_it_is_let_go(bus: Bus) -> None:
    claim = await bus.claim("yard-1")
    assert claim is not None
    assert await bus.claim("yard-1") is None
    assert await bus.renew("yard-1", claim.fence, b"who stands where") is False
    await bus.release("yard-1", claim.fence, b"at the end")
    after = await bus.claim("yard-1")
    assert after is not None
    assert after.fence > claim.fence
    assert after.snapshot == b"at the end"


async def test_an_owner_that_let_go_can_do_nothing_in_the_zones_name(bus: Bus) -> None:
    claim = await bus.claim("yard-1")
    await bus.release("yard-1", claim.fence, b"")
    await bus.claim("yard-1")
    for work in (
        bus.renew("yard-1", claim.fence, b""),
        bus.append("yard-1", claim.fence, 1, 1, b"late"),
        bus.release("yard-1", claim.fence, b""),
    ):
        with pytest.raises(Fenced):
            await work


async def test_lines_are_numbered_and_the_next_owner_gets_them(bus: Bus) -> None:
    claim = await bus.claim("yard-1")
    numbers = [await bus.append("yard-1", claim.fence, 1, seq, b"line %d" % seq) for seq in (1, 2, 3)]
    assert numbers == [1, 2, 3]
    await bus.release("yard-1", claim.fence, b"")
    after = await bus.claim("yard-1")
    assert after.lines == ((1, b"line 1"), (2, b"line 2"), (3, b"line 3"))


async def test_a_line_that_was_kept_is_not_kept_again_in_whatever_zone(bus: Bus) -> None:
    one, two = await bus.claim("yard-1"), await bus.claim("yard-2")
    assert await bus.append("yard-1", one.fence, 9, 5, b"once") == 1
    assert await bus.append("yard-1", one.fence, 9, 5, b"once") == 0
    assert await bus.append("yard-2", two.fence, 9, 5, b"once") == 0
    assert await bus.append("yard-2", two.fence, 8, 5, b"somebody else") == 1
    assert await bus.done(9) == 5
    assert await bus.done(7) == 0


async def test_only_the_newest_lines_are_kept(bus: Bus, monkeypatch) -> None:
    monkeypatch.setattr(buses, "LINES", 3)
    monkeypatch.setattr(redis_bus, "LINES", 3)
    claim = await bus.claim("yard-1")
    for number in range(10):
        await bus.append("yard-1", claim.fence, 1, 0, b"%d" % number)
    await bus.release("yard-1", claim.fence, b"")
    assert (await bus.claim("yard-1")).lines == ((8, b"7"), (9, b"8"), (10, b"9"))


async def test_a_count_is_over_when_its_time_is(bus: Bus) -> None:
    assert [await bus.count("join:here", 2, 0.2) for _ in range(2)] == [0.0, 0.0]
    assert 0 < await bus.count("join:here", 2, 0.2) <= 0.2
    assert await bus.count("join:there", 2, 0.2) == 0.0
    await asyncio.sleep(0.25)
    assert await bus.count("join:here", 2, 0.2) == 0.0


async def test_a_note_is_kept_for_its_time_and_no_longer(bus: Bus) -> None:
    assert await bus.put("a", b"one", 60.0)
    assert not await bus.put("a", b"two", 60.0, new=True)
    assert await bus.note("a") == b"one"
    assert await bus.put("a", b"two", 0.2)
    assert await bus.note("a") == b"two"
    await asyncio.sleep(0.3)
    assert await bus.note("a") is None
    assert await bus.put("a", b"three", 60.0, new=True)
    await bus.drop("a", "never there")
    assert await bus.note("a") is None


async def test_two_nodes_count_together(redis: Server) -> None:
    async with _two(redis) as (one, two):
        assert await one.count("join:here", 1, 60.0) == 0.0
        assert 0 < await two.count("join:here", 1, 60.0) <= 60.0


async def test_words_to_all_reach_every_hearer_of_their_topic(bus: Bus) -> None:
    heard: list[bytes] = []
    bus.hear("room", heard.append)
    bus.hear("other", lambda message: heard.append(b"wrong"))
    for _ in range(50):
        await bus.publish("room", b"to all")
        await asyncio.sleep(0.02)
        if heard:
            break
    assert set(heard) == {b"to all"}


async def test_the_zones_of_a_node_are_known_until_it_says_nothing(redis: Server, monkeypatch) -> None:
    monkeypatch.setattr(redis_bus, "ALIVE", 0.2)
    async with _two(redis) as (one, two):
        home = Home("yard-1", "yard", "a", 3, 497)
        await one.announce([home])
        assert await two.homes() == [home]
        await asyncio.sleep(0.3)
        assert await two.homes() == []


async def test_a_zone_whose_owner_says_nothing_is_another_nodes_and_the_first_is_fenced(
    redis: Server, monkeypatch
) -> None:
    monkeypatch.setattr(redis_bus, "LEASE", 0.2)
    async with _two(redis) as (one, two):
        claim = await one.claim("yard-1")
        await one.append("yard-1", claim.fence, 1, 1, b"acknowledged")
        await one.renew("yard-1", claim.fence, b"where they stood")
        assert await two.claim("yard-1") is None
        await asyncio.sleep(0.3)
        taken = await two.claim("yard-1")
        assert taken.fence > claim.fence
        assert (taken.snapshot, taken.lines) == (b"where they stood", ((1, b"acknowledged"),))
        with pytest.raises(Fenced):
            await one.append("yard-1", claim.fence, 1, 2, b"too late")
        with pytest.raises(Fenced):
            await one.renew("yard-1", claim.fence, b"too late")
        assert await two.renew("yard-1", taken.fence, b"") is False


async def test_a_redis_that_is_down_is_away_and_forgets_and_is_told_again(tmp_path: Path) -> None:
    server = new_redis(tmp_path)
    server.start()
    bus = await _on(server)
    try:
        claim = await bus.claim("yard-1")
        await bus.append("yard-1", claim.fence, 4, 2, b"kept")
        server.kill()
        with pytest.raises(Away):
            await bus.renew("yard-1", claim.fence, b"")
        with pytest.raises(Away) as away:
            await bus.renew("yard-1", claim.fence, b"")
        assert away.value.refusing
        server.start()
        with pytest.raises(Away):
            await bus.append("yard-1", claim.fence, 4, 3, b"not before it is known whose the zone is")
        assert await bus.renew("yard-1", claim.fence, b"")
        await bus.restore("yard-1", claim.fence, [(1, b"kept")], {4: 2})
        assert await bus.append("yard-1", claim.fence, 4, 2, b"kept") == 0
        assert await bus.append("yard-1", claim.fence, 4, 3, b"next") == 2
        await bus.release("yard-1", claim.fence, b"")
        after = await bus.claim("yard-1")
        assert after.lines == ((1, b"kept"), (2, b"next"))
        assert after.fence > claim.fence
    finally:
        await bus.close()
        server.kill()


async def test_a_bus_at_which_nobody_answers_is_said_when_the_office_opens() -> None:
    with pytest.raises(StartFault) as fault:
        await connect(f"redis://:secret@127.0.0.1:{free_port()}", "a")
    assert fault.value.code == "bus.away"
    assert "secret" not in str(fault.value)


@asynccontextmanager
async def _two(server: Server) -> AsyncIterator[tuple[redis_bus.RedisBus, redis_bus.RedisBus]]:
    one, two = await _on(server), await _on(server, "b")
    try:
        yield one, two
    finally:
        await one.close()
        await two.close()
