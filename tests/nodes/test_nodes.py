"""A node dies, is upgraded, is cut off; Redis forgets: the city goes on, and nothing that was acknowledged is lost."""

import asyncio
import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from metaseoul.faults import Refusal
from metaseoul.link import Link
from tests.nodes.city import Citizen, City, citizens, until, walk
from tests.servers import postgres as postgres_servers
from tests.servers import wait
from tests.servers.network import Apart
from worlds.accounts import Session

BACK = 5.0
"""Seconds in which a zone and its people are back."""
GONE = 30.0
"""Seconds without records."""
WRITING = 5.0
"""Seconds that a write waits for them."""


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
            seconds = await until(lambda: owner(city) != leaving)  # noqa: B023
            print(f"node stopped: its zone is on another after {seconds:.2f} s, nobody was told that a line was lost")
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
        began = time.monotonic()
        assert await during
        print(f"Redis restarted, empty: a line of chat said meanwhile is told {time.monotonic() - began:.2f} s after")
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
        await asyncio.sleep(0.5)  # who came is noted for the next owner
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
                seconds = await until(lambda: all(one.here for one in people))
                print(f"node paused, another has its zone: {seconds:.2f} s after it goes on its people are there")
                await said
                await everyone_hears([*people, third], "after")
                line = "to a node that stands still"
                assert all(one.heard.count(line) <= 1 for one in [*people, third])
        finally:
            process.send_signal(signal.SIGCONT)


async def test_with_postgresql_gone_for_half_a_minute_people_walk_and_talk_and_it_is_back_by_itself(city: City) -> None:
    async with citizens(city.url, 3) as people:
        before = await people[0].link.get("/sessions/me", Session)
        await asyncio.to_thread(city.postgres.kill)
        gone, said = time.monotonic(), list[str]()
        writes = asyncio.create_task(refused_writes(people[2].link, gone + GONE))
        while time.monotonic() - gone < GONE:
            said.append(f"{time.monotonic() - gone:.0f} s without records")
            await everyone_hears(people, said[-1])
            await walk(people[len(said) % 3], 0.5 if len(said) % 2 else -0.5)
            assert await people[1].link.get("/services", object)
            assert (await people[1].link.get("/presence", dict[str, int]))["documents"] == 3
            await asyncio.sleep(1.2)  # nobody may speak faster
        refused = await writes
        assert told_once(people, said)
        assert [one.lost for one in people] == [0] * 3
        city.postgres.forget_its_end()
        await asyncio.to_thread(city.postgres.start)
        await asyncio.to_thread(wait, lambda: postgres_servers.is_open(city.postgres))
        began = time.monotonic()
        async with citizens(city.url, 1):
            print(
                f"PostgreSQL back after {began - gone:.0f} s: {len(said)} lines were told, {refused} writes refused; "
                f"somebody new came in {time.monotonic() - began:.2f} s after"
            )
        assert await people[0].link.get("/sessions/me", Session) == before


async def test_a_postgresql_that_hangs_is_as_good_as_away(city: City) -> None:
    async with citizens(city.url, 1) as [one]:
        stopped = await asyncio.to_thread(city.postgres.pause)
        try:
            began = time.monotonic()
            assert await says_that_it_cannot_write(one.link)
            print(f"PostgreSQL hangs: a write was told so after {time.monotonic() - began:.1f} s")
        finally:
            city.postgres.go_on(stopped)
        async with citizens(city.url, 1):
            pass
    assert "Traceback" not in city.log("a") + city.log("b")


async def refused_writes(link: Link, until: float) -> int:
    """How many were told that they cannot be."""
    refused = 0
    while time.monotonic() < until:
        refused += await says_that_it_cannot_write(link)
    return refused


async def says_that_it_cannot_write(link: Link) -> bool:
    """A write is neither done nor left hanging."""
    with pytest.raises(Refusal, match=r"store\.away"):
        await asyncio.wait_for(link.post("/sessions", {"name": "nobody"}, Session), 4 * WRITING)
    return True


async def test_a_node_that_is_cut_off_lets_go_of_its_zones_before_another_has_them(tmp_path: Path) -> None:
    apart = Apart()
    city = City(tmp_path / "city", apart)
    try:
        await asyncio.to_thread(city.open)
        async with citizens(f"http://{apart.inside}:{city.nodes['a'].port}", 2) as inside:
            await everyone_hears(inside, "before")
            assert owner(city) == "a"
            await asyncio.sleep(1.0)
            await asyncio.to_thread(apart.cut)
            began = time.monotonic()
            async with citizens(city.url, 1, zone="documents-1") as [outside]:
                assert owner(city) == "b"
                print(f"node cut off: its zone is on another, with people, after {time.monotonic() - began:.2f} s")
                await until(lambda: "zone lost" in city.log("a"))
                assert moment(city, "a", "zone lost") < moment(city, "b", "zone opened")
                await asyncio.to_thread(apart.mend)
                for one in inside:  # they come by the front now
                    one.link.url = city.url
                await until(lambda: all(one.here and one.arrivals > 1 for one in inside))
                await everyone_hears([outside, *inside], "after")
                assert all(one.heard == ["before", "after"] for one in inside)
    finally:
        city.close()
        apart.close()


def moment(city: City, node: str, event: str) -> str:
    """When a node said something first."""
    lines = (json.loads(line) for line in city.log(node).splitlines())
    return str(next(line["timestamp"] for line in lines if line["event"] == event))


async def test_a_sign_in_is_finished_wherever_its_steps_arrive(city: City) -> None:
    async with aiohttp.ClientSession(city.url) as http:
        for _ in range(4):
            async with http.post("/sessions", json={}) as answer:
                bearer = {"Authorization": f"Bearer {(await answer.json())['token']}"}
            async with http.post("/sign-in", json={}, headers=bearer) as answer:
                begun = await answer.json()
            asked = URL(begun["url"])
            async with http.get(f"/{asked.parts[1]}/people") as answer:
                subject = (await answer.json())[0]["subject"]
            async with http.post(asked.with_query(None), data={**asked.query, "subject": subject}) as page:
                assert page.status == 200
            async with http.get(f"/sign-in/{begun['ticket']}", headers=bearer) as answer:
                assert (await answer.json())["state"] == "done"
