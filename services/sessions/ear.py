"""What comes in on a live line: a move that arrives whole is done there and then; all else goes aiohttp's way.

Nine frames of ten are moves, and each would wake a task only to be put into a list. An ear stands before aiohttp's own
reader: it takes a lone, whole, short, masked binary frame (RFC 6455, 5.2) and offers it to the hub at once, unless
something said before it is still to be done. What it does not take it hands on, byte for byte, and only counts.
"""

from collections.abc import Callable
from typing import Protocol

from aiohttp import web

WHOLE_BINARY = 0x82
MASKED = 0x80
HEAD = 6
"""Bytes before the payload of a short frame: two, and the mask."""
SHORT = 125
"""Bytes of payload whose length stands in the second byte."""
LONGER = {126: 2, 127: 8}
"""Further bytes of length, by what stands there instead."""
DATA = (0, 1, 2)
"""Opcodes that the listener hears of: the rest is between the two ends of the line."""


class Reader(Protocol):
    """What a connection feeds: aiohttp's frame reader, or an ear before it."""

    def feed_data(self, data: bytes) -> tuple[bool, bytes]:
        """Bytes as they come; (the connection is to end, what was not for it)."""

    def feed_eof(self) -> None:
        """No more will come."""


class Ear:
    """Before a line's reader. `takes(payload)` does what a frame says, and tells whether it did."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.takes: Callable[[bytes], bool] | None = None
        self._begun = b""
        """The first bytes of a frame whose head is not whole yet."""
        self._owed = 0
        """Bytes of payload still to come in the frame that has begun."""
        self._pieces = False
        """A message has begun that comes in several frames."""
        self._handed = self._heard = 0

    def feed_data(self, data: bytes) -> tuple[bool, bytes]:
        """Bytes as they come from the connection."""
        size = len(data) - HEAD
        if (
            self.takes is not None
            and 0 < size <= SHORT
            and data[0] == WHOLE_BINARY
            and data[1] == MASKED | size
            and self._handed == self._heard
            and not (self._owed or self._begun or self._pieces)
            and self.takes(unmasked(data[2:HEAD], data[HEAD:]))
        ):
            return False, b""
        self._follow(data)
        return self._reader.feed_data(data)

    def feed_eof(self) -> None:
        """The connection has ended."""
        self._reader.feed_eof()

    def heard(self) -> None:
        """The listener has done one message that was handed on."""
        self._heard += 1

    def _follow(self, data: bytes) -> None:
        """Where the frames of what is handed on end, and how many messages that makes."""
        data, self._begun = self._begun + data, b""
        at = min(self._owed, len(data))
        self._owed -= at
        while at < len(data):
            further = LONGER.get(data[at + 1] & 0x7F, 0) if at + 1 < len(data) else 0
            head = 2 + further
            if at + head > len(data):
                self._begun = data[at:]
                return
            size = int.from_bytes(data[at + 2 : at + head], "big") if further else data[at + 1] & 0x7F
            size += 4 if data[at + 1] & MASKED else 0
            if data[at] & 0x0F in DATA:
                self._pieces = not data[at] & 0x80
                self._handed += not self._pieces
            self._owed = max(0, at + head + size - len(data))
            at = min(at + head + size, len(data))


def ear_of(request: web.Request) -> Ear:
    """An ear before the reader of a live line that is taken up, before its first word."""
    protocol = request.protocol
    protocol._payload_parser = ear = Ear(protocol._payload_parser)
    return ear


def unmasked(mask: bytes, payload: bytes) -> bytes:
    """A payload as it was before it was masked (RFC 6455, 5.3)."""
    size = len(payload)
    stream = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(stream, "little")).to_bytes(size, "little")
