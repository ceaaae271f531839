"""A node dies, is upgraded, is cut off; Redis forgets: the city goes on, and nothing that was acknowledged is lost."""

import asyncio
import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from metaseoul.link import Link
from tests.nodes.city import Citizen, City, citizens, until, walk
from tests.servers import postgres as postgres_servers
from tests.servers import wait

BACK = 5.0
"""Seconds in which a zone and its people are back."""


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    here = City(tmp_path / "city")
    try:
        here.open()
        yield here
    finally:
        here.close()


def owner(city: City) -> str:
    """The node that opened a zone last, of those that run."""
    opened: list[tuple[str, str]] = []
    for name in city.nodes:
        lines = [json.loads(line) for line in city.log(name).splitlines()]
        opened += [(line["timestamp"], name) for line in lines if line["event"] == "zone opened"]
    return max(opened)[1]


async def everyone_hears(people: list[Citizen], text: str) -> None:
    """The first says it, and it is told to all, once."""
    assert await people[0].live.say(text)
    await until(lambda: all(text in one.heard for one in people))


def told_once(people: list[Citizen], texts: list[str]) -> bool:
    return all([text for text in one.heard if text in texts] == texts for one in people)


async def test_people_of_one_place_meet_on_one_node_wherever_they_came_in(city: City) -> None:
    async with citizens(city.url, 6) as people:
        await until(lambda: all(len(one.live.people) == 6 for one in people))
        await everyone_hears(people, "all here")
        for node in city.nodes.values():  # either of them counts all
            link = Link(f"http://127.0.0.1:{node.port}")
            await asyncio.sleep(1.2)
            assert (await link.get("/presence", dict[str, int]))["documents"] == 6
            await asyncio.to_thread(link.close)


async def test_a_node_that_dies_loses_nobody_and_nothing_that_was_acknowledged(city: City) -> None:
    async with citizens(city.url, 6) as people:
        await everyone_hears(people, "before")
        await walk(people[1], 0.8)
        await asyncio.sleep(1.2)  # a snapshot a second
        stood = people[1].at
        dead = owner(city)
        await asyncio.to_thread(city.nodes[dead].kill)
        during = asyncio.create_task(people[0].live.say("during"))
        seconds = await until(lambda: all(one.arrivals == 2 and one.here for one in people))
        print(f"node killed: all back after {seconds:.2f} s")
        assert seconds < BACK
        assert owner(city) != dead
        await during
        await everyone_hears(people, "after")
        assert told_once(people, [text for text in ("before", "during", "after") if text in people[0].heard])
        assert abs(people[1].at[0] - stood[0]) < 0.1
        await asyncio.to_thread(city.nodes[dead].start)
        await asyncio.to_thread(wait, city.is_ready)


async def test_a_rolling_upgrade_is_noticed_by_nobody(city: City) -> None:
    async with citizens(city.url, 6) as people:
        said = []
        for _ in range(2):
            said.append(f"line {len(said)}")
            await everyone_hears(people, said[-1])
            leaving = owner(city)
            await asyncio.to_thread(city.nodes[leaving].stop)
            await until(lambda: owner(city) != leaving)  # noqa: B023
            said.append(f"line {len(said)}")
            await everyone_hears(people, said[-1])
            await asyncio.to_thread(city.nodes[leaving].start)
            await asyncio.to_thread(wait, city.is_ready)
        assert [one.lost for one in people] == [0] * 6
        assert told_once(people, said)


async def test_a_redis_that_is_restarted_and_forgot_everything_is_noticed_by_nobody(city: City) -> None:
    async with citizens(city.url, 4) as people:
        await everyone_hears(people, "before")
        home = owner(city)
        await asyncio.to_thread(city.redis.kill)
        during = asyncio.create_task(people[1].live.say("during"))
        await walk(people[2], 0.6)
        await asyncio.to_thread(city.redis.start)
        assert await during
        await everyone_hears(people, "after")
        assert told_once(people, ["before", "during", "after"])
        assert [one.lost for one in people] == [0] * 4
        # what was said before it forgot is there for the next owner too
        await asyncio.sleep(1.5)
        late = Citizen(people[3].link)
        await people[3].live.close()
        await asyncio.to_thread(city.nodes[home].kill)
        await until(lambda: all(one.here and owner(city) != home for one in people[:3]))
        late.was_in("documents", "documents-1")
        late.live.enter("documents")
        await until(lambda: late.here)
        await until(lambda: late.heard[:3] == ["before", "during", "after"])
        await late.live.close()


async def test_a_node_that_was_paused_cannot_speak_in_the_name_of_a_zone_that_another_has(city: City) -> None:
    async with citizens(city.url, 3) as people:
        await everyone_hears(people, "before")
        paused = owner(city)
        process = city.nodes[paused].process
        assert process is not None
        process.send_signal(signal.SIGSTOP)
        said = asyncio.create_task(people[0].live.say("to a node that stands still"))
        try:
            other = next(name for name in city.nodes if name != paused)
            async with citizens(f"http://127.0.0.1:{city.nodes[other].port}", 1, zone="documents-1") as [third]:
                await until(lambda: "zone opened" in city.log(other))
                process.send_signal(signal.SIGCONT)
                await until(lambda: "zone lost" in city.log(paused))
                await until(lambda: all(one.here for one in people))
                await said
                await everyone_hears([*people, third], "after")
                line = "to a node that stands still"
                assert all(one.heard.count(line) <= 1 for one in [*people, third])
        finally:
            process.send_signal(signal.SIGCONT)


async def test_with_postgresql_gone_people_walk_and_talk_and_it_is_back_by_itself(city: City) -> None:
    async with citizens(city.url, 3) as people:
        await asyncio.to_thread(city.postgres.kill)
        await everyone_hears(people, "without records")
        await walk(people[0], 0.5)
        assert [one.lost for one in people] == [0] * 3
        (city.folder / "postgres" / "cluster" / "postmaster.pid").unlink(missing_ok=True)
        await asyncio.to_thread(city.postgres.start)
        await asyncio.to_thread(wait, lambda: postgres_servers.is_open(city.postgres))
        async with citizens(city.url, 1):
            pass
