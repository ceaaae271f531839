"""Stone terraces (woldae, gidan) with their stairs and rails: what a hall stands on."""

from collections.abc import Mapping
from math import ceil

from worlds.seoul.hanok.stone import blocks
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Point, Scatter, Shape, Spot

RISE = 0.19
"""Highest step of a stair; a walker takes 0.25 m."""
TREAD = 0.34
RAIL_STEP = 2.1


def stairs(name: str, at: Point, width: float, height: float, turn: float = 0.0, cheeks: bool = True) -> Group:
    """A stair that climbs north from `at`, its lowest edge, before it is turned; stone cheeks beside it."""
    count = max(1, ceil(height / RISE))
    deep = count * TREAD
    parts: list[Shape] = [
        Box(
            f"step-{i}",
            (0, TREAD * i + (deep - TREAD * i) / 2, 0),
            (width, deep - TREAD * i, height * (i + 1) / count),
            "stone_light",
            ESSENTIAL,
            faces="st",
            tone=0.97 + 0.05 * (i % 2),
            floor=True,
        )
        for i in range(count)
    ]
    if cheeks:
        for hand in (-1, 1):
            x = hand * (width / 2 + 0.2)
            parts.append(
                Box(f"cheek-{hand}", (x, deep * 0.62, 0), (0.4, deep * 0.76, height * 0.7), "granite", shade=0.85)
            )
            parts.append(Box(f"cheek-low-{hand}", (x, deep * 0.25, 0), (0.38, deep * 0.5, height * 0.42), "granite"))
    return Group(name, at, tuple(parts), ESSENTIAL, turn=turn)


def run(height: float) -> float:
    """How far a stair of a height reaches out, metres."""
    return max(1, ceil(height / RISE)) * TREAD


def platform(name: str, at: Point, size: Point, colour: str = "granite", stones: bool = True) -> list[Shape]:
    """A terrace of a size on the ground, faced with long stones under a cornice."""
    x, y, z = at
    wide, deep, high = size
    parts: list[Shape] = [
        Box(
            f"{name}-body", (x, y, z - 0.3), (wide, deep, high + 0.3 - 0.16), colour, ESSENTIAL, shade=0.82, floor=True
        ),
        Box(
            f"{name}-cornice",
            (x, y, z + high - 0.16),
            (wide + 0.24, deep + 0.24, 0.16),
            "stone_light",
            ESSENTIAL,
            "snewtb",
            floor=True,
        ),
    ]
    if stones:
        for side, length, away, turn in (
            ("s", wide, deep, 0.0),
            ("n", wide, deep, 180.0),
            ("e", deep, wide, 90.0),
            ("w", deep, wide, 270.0),
        ):
            face = blocks("stones", length, 0.0, high - 0.2, -away / 2, colour, min(0.55, high - 0.25), 1.6, vary=0.08)
            parts.append(Group(f"{name}-stones-{side}", (x, y, z), (face,), SETTING, turn=turn))
    return parts


def rails(
    name: str, at: Point, size: Spot, gaps: Mapping[str, tuple[float, ...]], gap: float = 4.0, sides: str = "snew"
) -> list[Shape]:
    """Stone rails round a terrace's edge: posts with buds, a round bar on lotus blocks. `gaps`: by side, the middles of
    the stairs that they leave open."""
    wide, deep = size[0] - 0.5, size[1] - 0.5
    posts: list[tuple[float, float, float, float, float]] = []
    bars: list[Shape] = []
    for side, length, away in (("s", wide, deep), ("n", wide, deep), ("e", deep, wide), ("w", deep, wide)):
        if side not in sides:
            continue
        ends = [-length / 2]
        for middle in sorted(gaps.get(side, ())):
            ends += [middle - gap / 2 - 0.2, middle + gap / 2 + 0.2]
        ends.append(length / 2)
        for i in range(0, len(ends), 2):
            start, end = ends[i], ends[i + 1]
            if end - start < 0.6:
                continue
            count = max(1, round((end - start) / RAIL_STEP))
            for k in range(count + 1):
                along = start + (end - start) * k / count
                posts.append(_on(side, along, away))
            centre = _on(side, (start + end) / 2, away)
            long = end - start
            bar = (long, 0.2, 0.2) if side in "sn" else (0.2, long, 0.2)
            kerb = (long, 0.26, 0.14) if side in "sn" else (0.26, long, 0.14)
            bars.append(
                Box(
                    f"{name}-bar-{side}-{i}",
                    (centre[0], centre[1], 0.62),
                    bar,
                    "stone_light",
                    SETTING,
                    "snewtb",
                    bevel=0.06,
                )
            )
            bars.append(Box(f"{name}-kerb-{side}-{i}", (centre[0], centre[1], 0), kerb, "granite", ORNAMENT))
    post = Lathe(
        "post",
        (0, 0, 0),
        ((0.15, 0), (0.15, 0.86), (0.09, 0.9), (0.15, 1.0), (0.1, 1.14), (0.0, 1.18)),
        "stone_light",
        segments=6,
    )
    return [Group(f"{name}-rails", at, (Scatter("posts", (0, 0, 0), post, tuple(posts)), *bars), SETTING)]


def _on(side: str, along: float, away: float) -> tuple[float, float, float, float, float]:
    x, y = {"s": (along, -away / 2), "n": (along, away / 2), "e": (away / 2, along), "w": (-away / 2, along)}[side]
    return (x, y, 0.0, 0.0, 1.0)
