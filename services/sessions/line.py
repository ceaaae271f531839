"""One client's live line, outward: words in order and none lost, moves newest only, never a growing queue."""

import asyncio
import contextlib
import socket as sockets
import time

from aiohttp import WSCloseCode, web

from worlds.protocol import Goodbye
from worlds.sessions.wire import Told, encoder

WAITING = 256 * 1024
"""Bytes of words that may wait for a slow client; more, and it is dropped."""
PATIENCE = 20.0
"""Seconds without a byte taken; longer, and it is dropped."""
KERNEL = 64 * 1024
"""Bytes the system keeps for it: what lies there is old when it is read at last."""
TOGETHER = 64
"""Words that leave in one piece at most."""
PARTING = 3.0
"""Seconds a goodbye may take to leave."""


def framed(payload: bytes) -> bytes:
    """A binary WebSocket frame as a server sends it (RFC 6455, 5.2): whole, unmasked."""
    return header(len(payload)) + payload


def header(size: int) -> bytes:
    """What such a frame of so many bytes begins with."""
    if size < 126:
        return bytes((0x82, size))
    return b"\x82\x7e" + size.to_bytes(2, "big") if size < 65536 else b"\x82\x7f" + size.to_bytes(8, "big")


class Line:
    """Writing to one client. Frames are made here and go straight to the transport: nothing waits for the client."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        self._socket, self._transport = socket, transport
        self._words: list[bytes] = []
        self._loop = asyncio.get_running_loop()
        self._stuck: float | None = None
        self.ended = ""
        self.full = False
        """Something was waiting when the last word was told."""
        if transport is not None and (plain := transport.get_extra_info("socket")) is not None:
            with contextlib.suppress(OSError):
                plain.setsockopt(sockets.SOL_SOCKET, sockets.SO_SNDBUF, KERNEL)

    def tell(self, event: Told) -> None:
        """One word."""
        self.tell_frame(framed(encoder.encode(event)))

    def tell_frame(self, frame: bytes) -> None:
        """One word, already framed: the same bytes go to everyone who hears it. Words of one moment leave together."""
        if self.ended or self._transport is None or self._transport.is_closing():
            return
        if not self._words:
            self._loop.call_soon(self._flush)
        self._words.append(frame)
        if len(self._words) >= TOGETHER:
            self._flush()

    def tell_moves(self, frame: bytes) -> None:
        """Moves, framed, after the words of this moment; only to a line that is free."""
        if not self.ended and self._transport is not None and not self._transport.is_closing():
            self._words.append(frame)
            self._flush()

    def _flush(self) -> None:
        if self._transport is None or not self._words:
            return
        self._transport.write(self._words[0] if len(self._words) == 1 else b"".join(self._words))
        self._words.clear()
        waiting = self._transport.get_write_buffer_size()
        self.full = waiting > 0
        if waiting > WAITING:
            self._give_up()

    def is_free(self) -> bool:
        """All that was told has left: to be asked of a line that was `full`. Whoever is not free misses this tick, and
        is told the newest later."""
        if self._transport is None or self._transport.is_closing():
            return False
        if not self._transport.get_write_buffer_size():
            self._stuck, self.full = None, False
            return True
        self._stuck = self._stuck or time.monotonic()
        if time.monotonic() - self._stuck > PATIENCE:
            self._give_up()
        return False

    async def end(self, reason: str, **values: str | int) -> None:
        """Say goodbye, let it leave, close."""
        if self.ended:
            return
        self.tell(Goodbye(reason, values))
        self._flush()
        self.ended = self.ended or reason
        # aiohttp (3.14.5) sets its next ping anew when the client answers the close, and keeps the whole line till then
        self._socket._heartbeat = None
        with contextlib.suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(PARTING):
                await self._socket.close(code=WSCloseCode.OK)

    def _give_up(self) -> None:
        self.ended = self.ended or "sessions.too-slow"
        # It does not read, so no goodbye would arrive: the line is cut, and the client will greet anew.
        if self._transport is not None:
            self._transport.abort()
