"""Stone blocks between two corners and two heights: what the old hall is built of."""

from worlds.shape import SETTING, Box, Detail, Spot


def slab(
    name: str,
    low: Spot,
    high: Spot,
    foot: float,
    top: float,
    colour: str,
    detail: Detail = SETTING,
    faces: str = "snewt",
    shade: float = 1.0,
    floor: bool = False,
) -> Box:
    """A box between two corners and two heights."""
    at = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, foot)
    size = (high[0] - low[0], high[1] - low[1], top - foot)
    return Box(name, at, size, colour, detail, faces, shade=shade, floor=floor)


def grown(low: Spot, high: Spot, by: float) -> tuple[Spot, Spot]:
    """Both corners moved outward by some metres."""
    return (low[0] - by, low[1] - by), (high[0] + by, high[1] + by)
