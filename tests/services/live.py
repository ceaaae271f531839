"""A client of the live line, as small as a stranger's bot."""

import asyncio
from contextlib import asynccontextmanager
from typing import TypeVar

import msgspec
from aiohttp import ClientWebSocketResponse, WSMsgType

from tests.services.conftest import CITY, Office
from worlds.protocol import PROTOCOL, Goodbye, Hello, Welcome
from worlds.sessions.wire import Heard, People, after, heard

Event = TypeVar("Event")


class Bot:
    """One citizen on a line; `people` is the crowd by the one reducer."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket, self.people, self.me, self.zone = socket, {}, 0, ""
        self.people: People
        self.welcome: Welcome | None = None

    async def say(self, word: object) -> None:
        await self.socket.send_bytes(msgspec.msgpack.encode(word))

    async def hear(self) -> Heard:
        message = await asyncio.wait_for(self.socket.receive(), 5)
        assert message.type is WSMsgType.BINARY, message
        event = heard(message.data)
        if isinstance(event, Welcome):
            self.me, self.zone, self.welcome = event.me, event.zone, event
        self.people = after(self.people, event)
        return event

    async def until(self, kind: type[Event]) -> Event:
        """The next event of this kind; the others are taken in on the way."""
        while not isinstance(event := await self.hear(), kind):
            assert not isinstance(event, Goodbye), event
        return event

    async def is_shut(self) -> bool:
        message = await asyncio.wait_for(self.socket.receive(), 5)
        return message.type in (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING)

    @property
    def here(self) -> tuple[float, float]:
        return self.people[self.me].x, self.people[self.me].y


@asynccontextmanager
async def on_line(office: Office, token: str | None = None, place: str = "yard", zone: str = "", **wish: object):
    """A bot that has said hello and heard who is there."""
    token = token or await office.join(**wish)
    async with office.client.ws_connect("/live") as socket:
        bot = Bot(socket)
        await bot.say(Hello(PROTOCOL, office.fresh(token), place, CITY[place].digest if place in CITY else "", zone))
        await bot.until(Welcome)
        await bot.hear()
        yield bot


@asynccontextmanager
async def greeting(office: Office, word: object):
    """A bot whose first word is this one, whatever it is."""
    async with office.client.ws_connect("/live") as socket:
        bot = Bot(socket)
        await (socket.send_bytes(word) if isinstance(word, bytes) else bot.say(word))
        yield bot
