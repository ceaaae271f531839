"""When nobody is there any more: a word at 45 seconds, and at 60 all of the visit is gone; more time for the asking."""

from typing import Literal

State = Literal["used", "warned", "gone"]
WARNED, GONE = 45.0, 60.0
"""Seconds without a touch (the mission's journey 11)."""
MORE = 120.0
"""Seconds that whoever asks for more time gets on top, each time."""


class Idle:
    """Told when it is touched, asked what that means. Times are seconds of any clock that only goes forward."""

    def __init__(self, now: float, patience: float = 1.0) -> None:
        """`patience`: how many times as long as usual is waited, for who needs longer."""
        self._touched, self._more, self._patience = now, 0.0, patience

    def touch(self, now: float) -> None:
        self._touched, self._more = now, 0.0

    def more(self, now: float) -> None:
        """The citizen is there, and needs time."""
        self._touched, self._more = now, MORE

    def left(self, now: float) -> float:
        """Seconds until the visit is gone."""
        return max(0.0, self._touched + self._more + GONE * self._patience - now)

    def state(self, now: float) -> State:
        left = self.left(now)
        if left <= 0:
            return "gone"
        return "warned" if left <= GONE - WARNED else "used"
