"""The four seasons: what stands in a place in each of them."""

from collections.abc import Iterator

import msgspec

from worlds.shape import Group, Place, Shape

SEASONS = ("spring", "summer", "autumn", "winter")


def stands(part: Shape, season: str) -> bool:
    """Whether a part is there in a season."""
    return not part.seasons or season in part.seasons


def in_season(where: Place, season: str) -> Place:
    """The place with what stands there in a season; the very same value where nothing comes and goes."""
    parts = tuple(_kept(where.parts, season))
    if all(one is other for one, other in zip(parts, where.parts, strict=False)) and len(parts) == len(where.parts):
        return where
    return msgspec.structs.replace(where, parts=parts)


def _kept(parts: tuple[Shape, ...], season: str) -> Iterator[Shape]:
    """What stands in a season, groups with what stands in them; untouched groups are the very same values."""
    for part in parts:
        if not stands(part, season):
            continue
        if isinstance(part, Group):
            inside = tuple(_kept(part.parts, season))
            if len(inside) != len(part.parts) or any(a is not b for a, b in zip(inside, part.parts, strict=True)):
                yield msgspec.structs.replace(part, parts=inside)
                continue
        yield part
