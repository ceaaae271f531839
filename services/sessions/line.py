"""One client's live line, outward: words in order and none lost, moves newest only, never a growing queue."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Iterable

from aiohttp import WSCloseCode, web

from worlds.protocol import Goodbye
from worlds.sessions.wire import Heard, Moved, encoder

WORDS = 256
"""Words (who entered, what was said) that may wait for a slow client; more, and it is dropped."""
PARTING = 3.0
"""Seconds a goodbye may take to leave."""

Place = tuple[int, float, float, float, str]
Where = Callable[[Iterable[int]], tuple[Place, ...]]


class Line:
    """Writing to one client. Nothing here waits for the client but its own sender."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        self._where: Where = lambda numbers: ()
        self._words: deque[bytes] = deque()
        self._moved: set[int] = set()
        self._frame: bytes | None = None
        self._wake = asyncio.Event()
        self.ended = ""
        self._sender = asyncio.create_task(self._send())

    def tell(self, event: Heard) -> None:
        """One word."""
        self.tell_frame(encoder.encode(event))

    def tell_frame(self, frame: bytes) -> None:
        """One word, already encoded: the same bytes go to everyone who hears it."""
        if self.ended:
            return
        self._words.append(frame)
        if len(self._words) > WORDS:
            self._give_up()
        self._wake.set()

    def tell_moved(self, numbers: set[int], frame: bytes, where: Where) -> None:
        """Who moved in this tick. Missed ticks melt into one frame of `where` everyone is by then."""
        self._where = where
        self._frame = None if self._moved else frame
        self._moved |= numbers
        self._wake.set()

    def forget_moves(self) -> None:
        """The client goes to another zone: what moved in the old one is no longer its affair."""
        self._moved, self._frame = set(), None

    async def end(self, reason: str, **values: str | int) -> None:
        """Say goodbye, let it leave, close."""
        if self.ended:
            return
        self.tell(Goodbye(reason, values))
        self.ended = self.ended or reason
        with contextlib.suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(PARTING):
                await self._sender
                await self._socket.close(code=WSCloseCode.OK)

    async def closed(self) -> None:
        """The client is gone: stop sending."""
        self._sender.cancel()
        with contextlib.suppress(asyncio.CancelledError, ConnectionError):
            await self._sender

    def _give_up(self) -> None:
        self.ended = self.ended or "sessions.too-slow"
        self._words.clear()
        # It does not read, so no goodbye would arrive: the line is cut, and the client will greet anew.
        self._sender.cancel()
        if (transport := self._socket.get_extra_info("socket")) is not None:
            with contextlib.suppress(OSError):
                transport.shutdown(2)

    async def _send(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._words:
                await self._socket.send_bytes(self._words.popleft())
            if self.ended:
                return
            if self._moved:
                frame = self._frame or encoder.encode(Moved(self._where(self._moved)))
                self.forget_moves()
                await self._socket.send_bytes(frame)
