"""A screen is a room as the citizen meets it: one method per anchor, talking to `ui` and `link` only."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from worlds.shape import Room

if TYPE_CHECKING:
    from metaseoul.visit import Visit

T = TypeVar("T")


class Screen:
    """Each public method is named after what an anchor of `room` opens. Leaving it cancels what it waits for."""

    room: ClassVar[Room]

    def __init__(self, visit: "Visit") -> None:
        self.visit = visit
        self.ui = visit.ui
        self.link = visit.link

    repeatable: str = ""
    """What was done here before in this visit and can be done again, without being asked again, by `again`."""

    def takes(self, handed: str) -> str | None:
        """The anchor that takes what was typed as a thing laid on its counter: a path, a code. None: no such thing."""
        return None

    async def again(self) -> None:
        """Does once more what `repeatable` says."""

    async def identified(self, call: Callable[[], Awaitable[T]]) -> T:
        """Makes the call; where identity is needed asks for it, once, and makes the call again."""
        return await self.visit.identified(call)
