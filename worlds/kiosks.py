"""What a kiosk says to its city, and what it is told: that it is alive, that somebody needs a person's help."""

from typing import Annotated, Literal

import msgspec

State = Literal["resting", "in-use"]
KioskName = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")]
Key = Annotated[str, msgspec.Meta(min_length=24, max_length=64)]
"""The kiosk's own secret, made by it: whoever holds it speaks for that name."""
EVERY = 20.0
"""Seconds between two signs of life; three missed ones, and the console calls it silent."""


class Standing(msgspec.Struct, frozen=True):
    """PUT /kiosks/{name}: how it stands. Nothing about whoever uses it."""

    key: Key
    state: State
    language: Annotated[str, msgspec.Meta(pattern="^(ko|en|zh|ja)$")]
    sessions: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
    """Visits since its program began."""


class Orders(msgspec.Struct, frozen=True):
    """PUT /console/kiosks/{name}/orders: how the city wants a kiosk to be. Each kiosk gets its own signed by the city's
    key (JWS, RFC 7515, ES256) and heeds no others."""

    patience: Annotated[float, msgspec.Meta(ge=1.0, le=10.0)] = 1.0
    """How many times as long as usual it waits for whoever does nothing."""
    low_reach: bool = False
    message: Annotated[str, msgspec.Meta(max_length=200)] = ""
    """Said on its resting screen."""
    closed: bool = False
    """Out of service: it says so, and begins no visit."""


class Signed(msgspec.Struct, frozen=True):
    """What stands in the signature's payload."""

    kiosk: str
    number: int
    """Greater each time: an older one is heeded no more."""
    orders: Orders


class Call(msgspec.Struct, frozen=True):
    """POST /kiosks/{name}/call: somebody there asks for a person."""

    key: Key


class Heard(msgspec.Struct, frozen=True):
    """The city's answer to both."""

    called: bool
    """A call is open: nobody has said yet that they come."""
    coming: bool = False
    """Somebody has said so since the last sign of life."""
    orders: str = ""
    """`Signed`, as a JWS; empty: there are none."""


class Kiosk(msgspec.Struct, frozen=True):
    """One kiosk, as the console lists it."""

    name: str
    state: State
    language: str
    sessions: int
    seen: str
    """ISO 8601, when it was last heard."""
    silent: bool
    called: str | None
    """ISO 8601, since when somebody waits; None: nobody does."""
