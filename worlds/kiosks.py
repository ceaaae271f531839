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


class Call(msgspec.Struct, frozen=True):
    """POST /kiosks/{name}/call: somebody there asks for a person."""

    key: Key


class Heard(msgspec.Struct, frozen=True):
    """The city's answer to both."""

    called: bool
    """A call is open: nobody has said yet that they come."""
    coming: bool = False
    """Somebody has said so since the last sign of life."""


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
