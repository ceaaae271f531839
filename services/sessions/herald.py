"""Words of the office to people in the city, on whatever node they are: to everyone, or to one."""

import time
from collections.abc import Callable

import msgspec

from services.bus import Bus
from services.sessions.line import Line, framed
from services.sessions.walker import Walker
from worlds.protocol import PROTOCOL
from worlds.sessions.wire import Notice, Told, encoder

NOTICE = "notice"
"""Topic of the bus: a word of the operator to all."""
TO_ONE = "to-one"
"""Topic of the bus: a word to somebody."""


class ToOne(msgspec.Struct, frozen=True, array_like=True):
    """A word to a person, or a visit (`Whom.subject`), and what they may no longer do."""

    subject: str
    word: bytes
    silent: float = 0.0
    """Seconds for which they may not talk."""
    out: bool = False
    """They are among others no longer."""


class Herald:
    """`part` ends a line with a reason."""

    def __init__(self, bus: Bus, walkers: dict[int, Walker], part: Callable[[Line, str], None]) -> None:
        self._bus, self._walkers, self._part = bus, walkers, part
        bus.hear(NOTICE, self._noticed)
        bus.hear(TO_ONE, self._told)

    async def notice(self, text: str) -> None:
        """To everyone, on every node. Raises Away."""
        await self._bus.publish(NOTICE, text.encode())

    async def tell(self, subject: str, word: Told, silent: float | None = None, out: bool = False) -> None:
        """To one. `silent`: from now on they may talk again in so many seconds; None: as before. Raises Away."""
        message = ToOne(subject, encoder.encode(word), -1.0 if silent is None else silent, out)
        await self._bus.publish(TO_ONE, msgspec.msgpack.encode(message))

    def _noticed(self, message: bytes) -> None:
        """To everyone here who has such words in their protocol."""
        frame = framed(encoder.encode(Notice(message.decode())))
        for walker in self._walkers.values():
            if walker.protocol == PROTOCOL:
                walker.line.tell_frame(frame)

    def _told(self, message: bytes) -> None:
        to = msgspec.msgpack.decode(message, type=ToOne)
        for walker in [one for one in self._walkers.values() if to.subject in one.whom.subjects]:
            if to.silent >= 0:
                walker.silent_until = time.monotonic() + to.silent
            if walker.protocol == PROTOCOL:
                walker.line.tell_frame(framed(to.word))
            if to.out:
                self._part(walker.line, "safety.shut-out")
