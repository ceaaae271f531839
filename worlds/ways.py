"""Ways through the city, from place to place by their gates."""

from collections import deque

from worlds import plan
from worlds.shape import Gate


def gates(start: str, goal: str) -> tuple[Gate, ...]:
    """The gates to go through from one place to another, as few as can be; none where they are the same, or where no
    way leads there. Places on the way are put together for it: that may take a moment."""
    before: dict[str, tuple[str, Gate] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            found = []
            while (step := before[here]) is not None:
                here, gate = step
                found.append(gate)
            return tuple(found[::-1])
        for gate in plan.place(here).gates:
            if gate.to not in before:
                before[gate.to] = (here, gate)
                waiting.append(gate.to)
    return ()
