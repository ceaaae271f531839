"""What was said in a zone a moment ago: whoever was away for a moment hears what they would have heard."""

from collections import deque
from collections.abc import Callable, Iterable

import msgspec

from services.bus import LINES
from services.sessions.chat import EARSHOT
from worlds.sessions.wire import Said, Scope


class Spoken(msgspec.Struct, frozen=True, array_like=True):
    """One line, as it is kept for as long as the zone is open and two minutes after: never on disk."""

    number: int
    name: str
    text: str
    scope: Scope
    x: float
    y: float
    """Where the speaker stood, metres."""
    visit: int = 0
    """Who said it; 0: somebody in another copy of the place."""
    to: int = 0
    """Whose visit a direct line is for."""
    seq: int = 0


_encoder, _decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Spoken)


def encode(spoken: Spoken) -> bytes:
    return _encoder.encode(spoken)


class Minutes:
    """The lines of one zone by their number, the newest LINES."""

    def __init__(self, lines: Iterable[tuple[int, bytes]] = ()) -> None:
        self._lines: deque[tuple[int, bytes]] = deque(lines, maxlen=LINES)

    def add(self, line: int, spoken: bytes) -> None:
        self._lines.append((line, spoken))

    @property
    def all(self) -> list[tuple[int, bytes]]:
        """Number and line, oldest first."""
        return list(self._lines)

    @property
    def newest(self) -> int:
        return self._lines[-1][0] if self._lines else 0

    def done(self) -> dict[int, int]:
        """Of each visit that spoke here, the `seq` of its last line."""
        spoken = (_decoder.decode(line) for _, line in self._lines)
        return {one.visit: one.seq for one in spoken if one.visit and one.seq}

    def missed(self, heard: int, visit: int, x: float, y: float, hears: Callable[[int, int], bool]) -> list[Said]:
        """Those after `heard` that a visit, standing at (x, y), would have heard. `hears`: whether one visit hears
        another at all."""
        late = ((line, _decoder.decode(spoken)) for line, spoken in self._lines if line > heard)
        return [
            said(line, spoken) for line, spoken in late if _concerns(spoken, visit, x, y) and hears(visit, spoken.visit)
        ]


def said(line: int, spoken: Spoken) -> Said:
    """A line as it is told."""
    return Said(spoken.number, spoken.name, spoken.text, spoken.scope, line)


def _concerns(spoken: Spoken, visit: int, x: float, y: float) -> bool:
    if visit == spoken.visit or spoken.scope == "room":
        return True
    if spoken.scope == "direct":
        return visit == spoken.to
    return (spoken.x - x) ** 2 + (spoken.y - y) ** 2 <= EARSHOT**2
