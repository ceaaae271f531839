"""A WebSocket client as thin as it can be (RFC 6455), so that one core carries a thousand bots: whole frames, binary,
no compression. What people use is aiohttp's (metaseoul/live.py)."""

import asyncio
import base64
import os
import struct
from collections.abc import Callable
from urllib.parse import urlsplit

BINARY, CLOSE, PING, PONG = 0x82, 0x88, 0x89, 0x8A
MASKED = 0x80
PLAIN = bytes(4)
LEAVING = (1000).to_bytes(2, "big")
"""Why a line is closed: all is done (RFC 6455, 7.4.1)."""
"""The mask of whoever has nothing to hide: the payload is what it was."""


class Thin(asyncio.Protocol):
    """One line. `heard` is called with each frame and None at the end, `say` sends one."""

    def __init__(self, path: str, host: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode()
        self._request = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        ).encode()
        self.early: list[bytes | None] = []
        self.heard: Callable[[bytes | None], None] = self.early.append
        self.open = asyncio.get_running_loop().create_future()
        self._left = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        if self._left:
            data = self._left + data
        at = 0
        if not self.open.done():
            end = data.find(b"\r\n\r\n")
            if end < 0:
                self._left = data
                return
            if not data.startswith(b"HTTP/1.1 101"):
                self._fail(ConnectionError(data[:40].decode("latin-1")))
                return
            self.open.set_result(None)
            at = end + 4
        self._left = data[self._frames(data, at) :]

    def _frames(self, data: bytes, at: int) -> int:
        """Takes whole frames; where the first that is not whole begins."""
        end = len(data)
        while end - at >= 2:
            size, start = data[at + 1] & 0x7F, at + 2
            if size == 126:
                if end - at < 4:
                    break
                size, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                if end - at < 10:
                    break
                size, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if end < start + size:
                break
            kind, payload = data[at], data[start : start + size]
            at = start + size
            if kind == BINARY:
                self.heard(payload)
            elif kind == PING:
                self._write(PONG, payload)
            elif kind == CLOSE:
                self.close()
        return at

    def connection_lost(self, error: Exception | None) -> None:
        self._transport = None
        self._fail(error or ConnectionError("closed"))
        self.heard(None)

    def say(self, payload: bytes) -> None:
        """One binary frame. Raises ConnectionError."""
        self._write(BINARY, payload)

    def leave(self) -> None:
        """Says that one goes, and hangs up."""
        if self._transport is not None:
            self._write(CLOSE, LEAVING)
        self.close()

    def close(self) -> None:
        """Hangs up."""
        if self._transport is not None:
            self._transport.close()

    def _write(self, kind: int, payload: bytes) -> None:
        if self._transport is None:
            raise ConnectionError("closed")
        size = len(payload)
        head = bytes((kind, MASKED | size)) if size < 126 else struct.pack(">BBH", kind, MASKED | 126, size)
        self._transport.write(head + PLAIN + payload)

    def _fail(self, error: Exception) -> None:
        if not self.open.done():
            self.open.set_exception(error)


async def connect(url: str) -> Thin:
    """A line to http://HOST:PORT/PATH, opened. Raises OSError."""
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(lambda: Thin(path, parts.netloc), parts.hostname or "", parts.port or 80)
    await line.open
    return line
