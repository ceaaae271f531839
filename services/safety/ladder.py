"""The ladder of what follows when a rule was broken: how long, who must agree, what may happen without a person.

Pure. Names of the steps from the city's plan of 2022; durations are this project's proposal (docs/security.md).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from worlds.safety import Category, Step

DURATIONS: dict[Step, tuple[timedelta, ...]] = {
    "action": (timedelta(minutes=10), timedelta(hours=24)),
    "participation": (timedelta(hours=24), timedelta(days=7)),
}
"""The first time, and each time after. A warning has no end, and a stop lasts until a person has decided."""
NEEDS_SECOND: frozenset[Step] = frozenset({"participation", "account"})
"""Shut out: a second person must agree. Until then the action limit holds."""
SEVERE: frozenset[Category] = frozenset({"sexual", "child", "threat"})
"""Not for the first steps: whoever decides is told so, and whom to call."""
CONTACTS: dict[Category, str] = {"sexual": "112 · 1366", "child": "112 · 1388", "threat": "112"}
"""Police, women's emergency line, youth line."""
APPEAL = timedelta(days=14)
"""In which one may say that it was wrong."""
MASKED = 3
"""So many masked lines within WITHIN are a warning; so many more after it, an action limit. Never more by itself."""
WITHIN = timedelta(minutes=10)
FRESH = timedelta(hours=24)
"""For how long a warning counts for the machine."""


def until(step: Step, before: int, now: datetime) -> datetime | None:
    """When it ends. `before`: how often the same step was taken against the same person."""
    if step not in DURATIONS:
        return None
    lasts = DURATIONS[step]
    return now + lasts[min(before, len(lasts) - 1)]


def automatic(
    masked: Sequence[datetime], warned: datetime | None, limited: datetime | None, now: datetime
) -> Step | None:
    """What the machine does by itself once another line was masked at `now`, the last of `masked`.

    `warned`, `limited`: when this person was last warned, or limited. Nothing beyond that is ever automatic.
    """
    since = max((moment for moment in (warned, limited) if moment is not None), default=None)
    late = [moment for moment in masked if now - moment <= WITHIN and (since is None or moment > since)]
    if len(late) < MASKED:
        return None
    return "action" if warned is not None and now - warned <= FRESH else "warning"
