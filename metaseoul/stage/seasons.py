"""What stands in a place in which season: parts of a season, trees that shed their leaves, snow, what falls."""

from collections.abc import Iterable

import msgspec

from worlds.season import SEASONS
from worlds.shape import Scatter, Shape, Tree

LEAFY, BARE = SEASONS[:3], SEASONS[3:]
EVERGREEN = ("pine", "bare")
"""Kinds of trees that look the same all the year."""
SNOW = {"winter": 1.0}
"""How white the ground and the roofs are, 0..1; no snow in any other season."""

Months = tuple[str, ...]
"""Seasons in which something stands there; empty: always."""


def stands(months: Months, season: str) -> bool:
    """Whether something is there in a season."""
    return not months or season in months


def both(outer: Months, inner: Months) -> Months | None:
    """When something stands there that is in something else; None = never."""
    if not outer or not inner:
        return outer or inner
    return tuple(season for season in outer if season in inner) or None


def through_the_year(part: Shape) -> Iterable[tuple[Shape, Months]]:
    """A part as it looks in its seasons: a tree has leaves, and in winter it has none."""
    kind = part.of if isinstance(part, Scatter) else part
    if not isinstance(kind, Tree) or kind.kind in EVERGREEN:
        yield part, part.seasons
        return
    bare = msgspec.structs.replace(kind, kind="bare")
    for look, months in ((kind, LEAFY), (bare, BARE)):
        when = both(part.seasons, months)
        if when is not None:
            yield (msgspec.structs.replace(part, of=look) if isinstance(part, Scatter) else look), when


def variant(months: Iterable[Months], season: str) -> str:
    """The name of what stands there in a season: the first season in which just the same does; "" if it always does."""
    distinct = set(months) - {()}
    here = {each for each in distinct if season in each}
    alike = [other for other in SEASONS if {each for each in distinct if other in each} == here]
    return alike[0] if len(alike) < len(SEASONS) else ""
