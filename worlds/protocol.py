"""What is said over the wire, by whom and when: the protocol number, the greeting, the codec, the refusal.

HTTP carries JSON, the live line (WebSocket) carries MessagePack, both of the same msgspec values.
docs/wire.md tells it to a stranger; `tests/test_docs.py` holds the two together.
"""

import msgspec

PROTOCOL = 2
"""Raised when a message changes so that an older side would misread it."""
OLDEST = 1
"""The oldest that an office still serves: a client may be one behind."""

FRAME_LIMIT = 65_536
"""Longest live message in bytes, either way."""


class Fault(msgspec.Struct, frozen=True):
    """A refusal as it travels: a stable code, and what the text in the citizen's language needs."""

    fault: str
    values: dict[str, str | int] = {}


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """First word of a client on the live line: who it is and which city it has in its hands."""

    protocol: int
    token: str
    place: str
    digest: str
    zone: str = ""
    """The copy of the place that one was in when the line was lost, or where a friend is; empty: any."""
    heard: int = -1
    """The newest line of chat that one heard in that zone, 0 if none; -1: one was not there."""


class Welcome(msgspec.Struct, frozen=True, tag="welcome"):
    """The office's answer: your number in this zone, and the tick rate in hertz."""

    me: int
    place: str
    zone: str
    tick: int
    resumed: bool = False
    """One never left: the same place to stand, and every line that was missed follows."""
    line: int = 0
    """The newest line of chat in the zone: what was said before is not for whoever comes now."""
    done: int = 0
    """`seq` of the last line of this visit that was told: those after it may be said again."""


class Goodbye(msgspec.Struct, frozen=True, tag="goodbye"):
    """The last word, from either side: a fault code that says why, or "left" when nothing is wrong."""

    reason: str
    values: dict[str, str | int] = {}
