"""Where people stood in the last minute, as lines of an SVG (Scalable Vector Graphics 2): metres, north up."""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from services.safety.evidence import Evidence, Stood

MARGIN = 2.0
LEAST = 12.0
"""Metres that are shown at least, so that a step is not a journey."""


class Track(NamedTuple):
    """One person's way: `points` for a polyline, `last` where they were at the report."""

    role: str
    points: str
    last: tuple[float, float]


class Tracks(NamedTuple):
    """A plan of it all."""

    box: str
    grid: tuple[tuple[float, float], ...]
    """A point at every second metre."""
    tracks: tuple[Track, ...]
    nearest: float | None
    """Metres between the two when they were nearest; None: they were never seen together."""


def tracks(evidence: Evidence) -> Tracks | None:
    """None: nobody was seen."""
    stood = sorted(evidence.stood, key=lambda one: -one.ago)
    if not stood:
        return None
    east, south = [one.x for one in stood], [-one.y for one in stood]
    left, wide = _span(east)
    top, high = _span(south)
    roles = {evidence.reporter: "reporter", evidence.target: "target"}
    numbers = sorted({one.number for one in stood}, key=lambda number: number in roles)
    ways = [(roles.get(number, "other"), [one for one in stood if one.number == number]) for number in numbers]
    lines = tuple(
        Track(role, " ".join(f"{one.x:g},{-one.y:g}" for one in way), (way[-1].x, -way[-1].y)) for role, way in ways
    )
    grid = tuple(
        (float(x), float(y))
        for x in range(int(left), int(left + wide) + 1, 2)
        for y in range(int(top), int(top + high) + 1, 2)
    )
    nearest = _nearest(stood, evidence.reporter, evidence.target)
    return Tracks(f"{left:g} {top:g} {wide:g} {high:g}", grid, lines, nearest)


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Where to begin, and how far."""
    low, high = min(values) - MARGIN, max(values) + MARGIN
    more = max(0.0, LEAST - (high - low)) / 2
    return round(low - more, 1), round(high - low + 2 * more, 1)


def _nearest(stood: Sequence[Stood], one: int, other: int) -> float | None:
    spots = {(spot.ago, spot.number): spot for spot in stood}
    both = [(spots[ago, one], spots[ago, other]) for ago, number in spots if number == one and (ago, other) in spots]
    return round(min(hypot(a.x - b.x, a.y - b.y) for a, b in both), 1) if both else None
