"""Who sits where in a zone: one to a seat, until they walk away, leave, or are let go of."""

import math

from services.sessions.walker import Walker
from worlds.seats import ON, Seat
from worlds.sessions.wire import Move


class Seats:
    """The seats of one zone that are taken."""

    def __init__(self) -> None:
        self._taken: dict[str, Walker] = {}
        self._of: dict[Walker, tuple[str, Seat]] = {}

    def sitter(self, name: str) -> Walker | None:
        """Who has this seat."""
        return self._taken.get(name)

    def of(self, walker: Walker) -> Seat | None:
        """Where someone sits."""
        return self._of[walker][1] if walker in self._of else None

    def take(self, walker: Walker, name: str, seat: Seat) -> None:
        """They sit there from now on."""
        self.leave(walker)
        self._taken[name], self._of[walker] = walker, (name, seat)

    def leave(self, walker: Walker) -> None:
        """They sit no more."""
        name, _ = self._of.pop(walker, ("", None))
        self._taken.pop(name, None)

    def risen(self, walker: Walker, move: Move) -> Seat | None:
        """The seat that someone leaves by this move."""
        seat = self.of(walker)
        if seat is None or math.hypot(move.x - seat.x, move.y - seat.y) <= ON:
            return None
        self.leave(walker)
        return seat
