"""A city of several nodes behind nginx, and citizens in it with the client's own live line."""

import asyncio
import contextlib
import time
import urllib.request
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from metaseoul.link import Link
from metaseoul.live import Live, State
from tests.servers import Server, free_port, wait
from tests.servers import postgres as postgres_servers
from tests.servers import redis as redis_servers
from tests.servers.network import Apart
from tests.servers.nginx import nginx
from tests.servers.office import office
from tests.servers.postgres import postgres
from tests.servers.redis import redis
from worlds.accounts import Session
from worlds.sessions.wire import Crowd, Heard, Move, Said

PLACE = "documents"


class City:
    """Servers by name: "redis", "postgres", "nginx" and the nodes "a", "b"."""

    def __init__(self, folder: Path, apart: Apart | None = None) -> None:
        """`apart`: the network of node "a", where it is to have one of its own."""
        self.folder, self.apart = folder, apart
        (folder / "postgres").mkdir(parents=True)
        (folder / "nginx").mkdir()
        also = apart.outside if apart else ""
        self.redis, self.postgres = redis(folder, also), postgres(folder / "postgres", also)
        self.port = free_port()
        self.nodes: dict[str, Server] = {}
        self.nginx: Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def open(self, names: str = "ab") -> None:
        """All of it, and returns when citizens can come."""
        self.redis.start()
        self.postgres.start()
        wait(lambda: postgres_servers.is_open(self.postgres))
        if self.apart is not None:
            apart = self.apart
            wait(lambda: apart.reaches(self.postgres.port) and apart.reaches(self.redis.port))
        for name in names:
            self.nodes[name] = self._node(name)
            self.nodes[name].start()
        addresses = {name: f"{node.host}:{node.port}" for name, node in self.nodes.items()}
        self.nginx = nginx(self.folder / "nginx", self.port, addresses)
        self.nginx.start()
        wait(self.is_ready)

    def _node(self, name: str) -> Server:
        records, bus = postgres_servers.url(self.postgres), redis_servers.url(self.redis)
        if self.apart is None or name != "a":
            return office(self.folder, name, records, bus, self.url)
        records, bus = (address.replace("127.0.0.1", self.apart.outside) for address in (records, bus))
        return office(self.folder, name, records, bus, self.url, self.apart.inside, self.apart.within)

    def is_ready(self) -> bool:
        """Every node that runs serves."""
        return all(_answers(node) for node in self.nodes.values() if node.process is not None)

    def close(self) -> None:
        for server in (self.nginx, *self.nodes.values(), self.postgres, self.redis):
            if server is not None:
                server.kill()

    def log(self, node: str) -> str:
        return (self.folder / f"{node}.jsonl").read_text(encoding="utf-8")


def _answers(node: Server) -> bool:
    ready = f"http://{node.host}:{node.port}/ready"
    with contextlib.suppress(OSError), urllib.request.urlopen(ready, timeout=2) as answer:
        return bool(answer.status == 200)
    return False


class Citizen:
    """Somebody in the city. What they heard, where they are and how their line was."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.heard: list[str] = []
        self.states: list[tuple[float, State]] = []
        self.arrivals = 0
        self.live = Live(link, self._take, self._changed)

    def _take(self, event: Heard) -> None:
        if isinstance(event, Said):
            self.heard.append(event.text)
        self.arrivals += isinstance(event, Crowd)

    def _changed(self, state: State) -> None:
        self.states.append((time.monotonic(), state))

    def was_in(self, place: str, zone: str, heard: int = 0) -> None:
        """A citizen who was in this copy a moment ago, and heard so much of what was said."""
        if zone:
            self.live._welcomed, self.live._zone, self.live._heard = place, zone, heard

    @property
    def here(self) -> bool:
        return self.live.state == "here" and self.live.me in self.live.people

    @property
    def at(self) -> tuple[float, float]:
        me = self.live.people[self.live.me or 0]
        return me.x, me.y

    @property
    def lost(self) -> int:
        """How often the line was lost so that it was noticed."""
        return sum(state == "lost" for _, state in self.states)


@contextlib.asynccontextmanager
async def citizens(url: str, count: int, place: str = PLACE, zone: str = "") -> AsyncIterator[list[Citizen]]:
    """So many, each in a place and on a line; in a certain copy of it, if they were there before."""
    here = [Citizen(Link(url)) for _ in range(count)]
    try:
        for index, one in enumerate(here):
            session = await one.link.post("/sessions", {"name": f"citizen {index}"}, Session)
            one.link.token = session.token
            one.was_in(place, zone)
            one.live.enter(place)
            await until(lambda one=one: one.here)  # type: ignore[misc]
        yield here
    finally:
        for one in here:
            await one.live.close()
            await asyncio.to_thread(one.link.close)


async def until(so: Callable[[], bool], seconds: float = 20.0) -> float:
    """Waits until something is so; the seconds it took."""
    began = time.monotonic()
    while not so():
        assert time.monotonic() - began < seconds, "not in time"
        await asyncio.sleep(0.02)
    return time.monotonic() - began


async def walk(one: Citizen, metres: float) -> None:
    """A few steps east, as the window would tell them."""
    x, y = one.at
    for step in range(1, 6):
        one.live.move(Move(round(x + metres * step / 5, 2), y, 270.0, "walk"))
        await asyncio.sleep(0.12)
    one.live.move(Move(round(x + metres, 2), y, 270.0))
    await asyncio.sleep(0.3)
