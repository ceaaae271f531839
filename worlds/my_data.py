"""My data: who looked at what the city keeps of a citizen, all of it to take away, and its end."""

from typing import Annotated, Literal

import msgspec

Who = Literal["self", "office", "beside", "staff"]
"""The citizen; a desk of the city, on their errand; somebody who sat beside them; one of the staff, whose name is kept
with the office."""
Act = Literal[
    "identity.confirmed",
    "register.read",
    "document.issued",
    "documents.listed",
    "document.fetched",
    "screen.seen",
    "evidence.opened",
    "child.consented",
    "file.taken",
    "file.erased",
]


class Look(msgspec.Struct, frozen=True):
    """One look at a citizen's file, or one thing done with it."""

    at: str
    """ISO 8601, in Seoul."""
    who: Who
    act: Act
    name: str = ""
    """Who it was, where it was neither the citizen nor a desk."""
    about: str = ""
    """Which document, which screen."""


class Remains(msgspec.Struct, frozen=True):
    """What is kept after all is erased, and why."""

    what: Literal["issued", "looks", "measures"]
    count: Annotated[int, msgspec.Meta(ge=0)]


class Erased(msgspec.Struct, frozen=True):
    """The answer to DELETE /my-data."""

    remains: tuple[Remains, ...]
