"""The vertical garden of the lobby: drifts of ferns, ivy and moss in waves across the wall, and a few flowers."""

from math import sin

from worlds.shape import ESSENTIAL, SETTING, Box, Group, Leaves, Scatter

GREENS = ("ivy", "fern", "leaf_deep", "moss", "leaf_light", "flower_white")
GOLDEN = 0.6180339887498949
PLASTIC = 0.7548776662466927
"""Second of the two even sequences: the inverse of the plastic number."""
Tuft = tuple[float, float, float, float, float]


def green_wall(width: float, foot: float, height: float, north: float, gap: float) -> Group:
    """A garden on a north wall: `width` across from `foot` up, and down to the floor in the middle, `gap` wide.

    Fine tufts at level 0, a quarter as many and twice as large beyond.
    """
    back = (
        Box("back", (0, north - 0.06, foot), (width, 0.12, height - foot), "ivy", ESSENTIAL, faces="s", tone=0.8),
        Box("back-foot", (0, north - 0.06, 0), (gap, 0.12, foot), "ivy", ESSENTIAL, faces="sew", tone=0.8),
        Box("trough", (0, north - 0.7, 0), (gap, 0.9, 0.4), "granite", faces="snewt", shade=0.8),
    )
    fine = _tufts(width, foot, height, north, gap, 0.66)
    coarse = _tufts(width, foot, height, north, gap, 1.3)
    near = tuple(_scatter(green, fine[green], 0.5, since=0, until=0) for green in GREENS)
    far = tuple(_scatter(green, coarse[green], 0.95, since=1, until=2) for green in GREENS)
    return Group("green-wall", (0, 0, 0), (*back, *near, *far), ESSENTIAL)


def _scatter(green: str, spots: list[Tuft], size: float, since: int, until: int) -> Scatter:
    wide = size if green != "flower_white" else size * 0.45
    leaf = Leaves(green, (0, 0, -wide * 0.6), (wide, size * 0.62, wide * 0.82), green, rough=0.34, fine=0)
    return Scatter(f"{green}-{since}", (0, 0, 0), leaf, tuple(spots), SETTING, vary=0.14, since=since, until=until)


def _tufts(width: float, foot: float, height: float, north: float, gap: float, step: float) -> dict[str, list[Tuft]]:
    """Spots (x, y, z, turn, size) on a loose net of `step` metres, by colour."""
    spots: dict[str, list[Tuft]] = {green: [] for green in GREENS}
    across, up = int(width / step), int((height - 0.6) / step)
    for level in range(up):
        for i in range(across):
            number = level * across + i
            free, other = (number * GOLDEN) % 1.0, (number * PLASTIC) % 1.0
            x = -width / 2 + step * (i + 0.5 + 0.5 * (level % 2) + 0.5 * (free - 0.5))
            z = 0.5 + step * (level + 0.4 * (other - 0.5))
            if (z < foot + 0.45 and abs(x) > gap / 2 - 0.3) or abs(x) > width / 2 - 0.2:
                continue
            drift = sin(0.33 * x + 0.55 * z) + 0.6 * sin(0.9 * z - 0.24 * x) + 0.9 * (free - 0.5)
            green = GREENS[max(0, min(4, int((drift + 1.85) / 0.74)))] if other < 0.965 else GREENS[5]
            spots[green].append((x, north - 0.16 - 0.14 * free, z, 360 * free, 0.85 + 0.4 * other))
    return spots
