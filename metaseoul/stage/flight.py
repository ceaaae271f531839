"""The fixed flight of a camera through the views of a place."""

from itertools import pairwise

from worlds.shape import Place, Point, View


def flight(place: Place, count: int) -> list[tuple[str, View]]:
    """`count` positions from view to view and back to the first, slow at each: names of the views they leave."""
    names = list(place.views)
    legs = list(pairwise([*names, names[0]])) if len(names) > 1 else [(names[0], names[0])]
    found = []
    for number in range(count):
        along = number / count * len(legs)
        start, end = legs[int(along)]
        share = along - int(along)
        share = share * share * (3 - 2 * share)
        found.append((start, _between(place.views[start], place.views[end], share)))
    return found


def _between(one: View, other: View, share: float) -> View:
    def mixed(a: Point, b: Point) -> Point:
        x, y, z = (p + (q - p) * share for p, q in zip(a, b, strict=True))
        return (x, y, z)

    return View(mixed(one.eye, other.eye), mixed(one.target, other.target), one.fov + (other.fov - one.fov) * share)
