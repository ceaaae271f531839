"""Where name tags stand so that none covers another: at the head, or a little above, or not at all."""

from collections.abc import Iterable

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; pixels, downward."""
GAP = 2.0
"""Pixels between two tags."""
RISE = 2.2
"""Heights of itself that a tag may be lifted over others before it is left out."""


def placed(wished: Iterable[tuple[int, Box]]) -> dict[int, Box]:
    """Boxes by number, the first wished first: each where it was wished or straight above; who finds no room is left
    out. No two boxes overlap."""
    taken: list[Box] = []
    found: dict[int, Box] = {}
    for number, (left, top, right, bottom) in wished:
        height, lift = bottom - top, 0.0
        while True:
            box = (left, top - lift, right, bottom - lift)
            under = [other for other in taken if overlap(box, other)]
            if not under:
                taken.append(box)
                found[number] = box
                break
            lift = bottom - min(other[1] for other in under) + GAP
            if lift > RISE * height:
                break
    return found


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
