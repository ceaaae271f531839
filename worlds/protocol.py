"""What is said over the wire, by whom and when: the protocol number, the greeting, the codec, the refusal.

HTTP carries JSON, the live line (WebSocket) carries MessagePack, both of the same msgspec values.
docs/wire.md tells it to a stranger; `tests/test_docs.py` holds the two together.
"""

import msgspec

PROTOCOL = 2
"""Raised when a message changes so that an older side would misread it."""

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


class Welcome(msgspec.Struct, frozen=True, tag="welcome"):
    """The office's answer: your number in this zone, and the tick rate in hertz."""

    me: int
    place: str
    zone: str
    tick: int


class Goodbye(msgspec.Struct, frozen=True, tag="goodbye"):
    """The last word, from either side: a fault code that says why, or "left" when nothing is wrong."""

    reason: str
    values: dict[str, str | int] = {}
