"""One citizen, as the hub holds them."""

import asyncio
import math
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from services.faults import Refusal
from services.office import Visitor
from services.safety.store import Whom
from services.sessions.line import Line
from worlds.protocol import PROTOCOL
from worlds.sessions.wire import Face

if TYPE_CHECKING:
    from services.sessions.zone import Zone

LONGEST = 24 * 60
"""Minutes that are told at most: of what has no end yet nobody is told when it ends."""


class Walker:
    """One citizen in a zone, as the hub holds it: also while the line is lost, for a moment."""

    def __init__(self, number: int, visitor: Visitor, line: Line, protocol: int = PROTOCOL) -> None:
        self.number, self.session, self.name, self.look = number, visitor.session, visitor.name, visitor.look
        self.recognise(visitor)
        self.friends: frozenset[str] = frozenset()
        """Subjects of those who said that they know them, as they did."""
        self.silent_until = 0.0
        """They may not talk nor gesture until then, by the system's monotonic clock."""
        self.spoke: tuple[float, ...] = ()
        self.speaking = asyncio.Lock()
        """Held while a line of theirs is on its way: they are kept and told in order."""
        self.done = 0
        """`seq` of the last line of theirs that was told."""
        self.accepted = 0
        """`seq` of the last that is told or on its way."""
        self.zone: Zone | None = None
        self.row = -1
        self.line, self.protocol = line, protocol
        self.was: Zone | None = None
        """Where they were before."""
        self.since = 0
        """The zone's newest line when they came: what was said before is not for them."""
        self.lost: float | None = None
        """When the line was lost; None: they are on it."""
        self.gone: set[int] = set()
        """Rows they are still to hear are out of sight."""

    def recognise(self, visitor: Visitor) -> None:
        """The same visit, perhaps known by now."""
        self.whom = Whom.of(visitor)
        self.minor = visitor.minor

    @property
    def face(self) -> Face:
        """Who they are to others, apart from where."""
        return Face.of(self.number, self.name, self.look, self.minor)

    def knows(self, others: Sequence["Walker"]) -> NDArray[np.bool_]:
        """Which of these are friends."""
        return np.array([one.whom.subject in self.friends for one in others], np.bool_)

    def require_free(self) -> None:
        """They may talk and gesture. Raises safety.silent."""
        if (left := self.silent_until - time.monotonic()) > 0:
            raise Refusal("safety.silent", 403, minutes=min(math.ceil(left / 60), LONGEST))
