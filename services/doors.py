"""The office's doors: shut while it gets ready, open, closing."""

import asyncio
from enum import Enum

from aiohttp import web

from services.faults import Refusal


class State(Enum):
    STARTING = "starting"
    OPEN = "open"
    CLOSING = "closing"


class Doors:
    """Whether citizens are served now. `opened` is done when they are, or holds why they never will be."""

    def __init__(self) -> None:
        self.state = State.STARTING
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def open(self) -> None:
        if self.state is State.STARTING:
            self.state = State.OPEN
            self.opened.set_result(None)

    def fail(self, fault: BaseException) -> None:
        self.opened.set_exception(fault)
        self.opened.exception()  # told to whoever waits; no warning when nobody does

    def close(self) -> bool:
        """Shut them; True when they were open."""
        was_open, self.state = self.state is State.OPEN, State.CLOSING
        return was_open

    def require_open(self) -> None:
        """Raises server.starting or server.closing."""
        if self.state is not State.OPEN:
            raise Refusal(f"server.{self.state.value}", 503)


DOORS = web.AppKey("doors", Doors)
