"""Trees of palace grounds and old lanes: scattered evenly by the golden ratio, kept clear of what is built."""

from collections.abc import Iterable

from worlds.shape import SETTING, Group, Leaves, Scatter, Spot, Tree

GOLDEN, SILVER = 0.6180339887498949, 0.7548776662466927
Box2 = tuple[float, float, float, float]
Kind = tuple[str, int]
PINES: tuple[Kind, ...] = (("pine", 0), ("pine", 1))
MIXED: tuple[Kind, ...] = (
    ("zelkova", 0),
    ("pine", 0),
    ("zelkova", 2),
    ("maple", 0),
    ("zelkova", 1),
    ("pine", 1),
    ("cherry", 0),
)
STREET: tuple[Kind, ...] = (("ginkgo", 0), ("zelkova", 0), ("ginkgo", 0), ("zelkova", 1))


def strewn(area: Box2, count: int, clear: Iterable[Box2] = (), salt: int = 0) -> tuple[Spot, ...]:
    """Spots in a rectangle that keep out of the rectangles that are to stay clear."""
    x0, y0, x1, y1 = area
    kept, out = [], tuple(clear)
    for i in range(1, count + 1):
        x = x0 + (x1 - x0) * (((i + 17 * salt) * GOLDEN) % 1.0)
        y = y0 + (y1 - y0) * (((i + 29 * salt) * SILVER) % 1.0)
        if not any(a < x < c and b < y < d for a, b, c, d in out):
            kept.append((x, y))
    return tuple(kept)


def rowed(start: Spot, end: Spot, count: int) -> tuple[Spot, ...]:
    """Spots along a line, both ends included."""
    last = max(count - 1, 1)
    return tuple(
        (start[0] + (end[0] - start[0]) * i / last, start[1] + (end[1] - start[1]) * i / last) for i in range(count)
    )


def grove(name: str, spots: tuple[Spot, ...], kinds: tuple[Kind, ...], size: float = 1.0, z: float = 0.0) -> Group:
    """One cluster of trees: their kinds by turns, sizes a little apart."""
    parts = []
    for kind, variety in sorted(set(kinds)):
        own = tuple(
            (x, y, z, (i * 137.508) % 360, size * (0.86 + 0.3 * ((i * GOLDEN) % 1.0)))
            for i, (x, y) in enumerate(spots)
            if kinds[i % len(kinds)] == (kind, variety)
        )
        if own:
            tree = Tree(kind, (0, 0, 0), kind, SETTING, variety=variety)
            parts.append(Scatter(f"{kind}-{variety}", (0, 0, 0), tree, own, vary=0.08))
    return Group(name, (0, 0, 0), tuple(parts), SETTING)


def forest(name: str, spots: tuple[Spot, ...], size: float = 4.6, z: float = -0.5) -> Group:
    """A wood seen from afar: a cushion for each crown, dark and light by turns."""
    parts = []
    for i, colour in enumerate(("leaf_deep", "pine", "leaf")):
        crown = Leaves(colour, (0, 0, 0), (size, size, size * 0.8), colour, SETTING, fine=0)
        own = tuple((x, y, z, (k * 137.508) % 360, 0.75 + 0.5 * ((k * GOLDEN) % 1.0)) for k, (x, y) in enumerate(spots))
        parts.append(Scatter(colour, (0, 0, 0), crown, own[i::3], vary=0.1))
    return Group(name, (0, 0, 0), tuple(parts), SETTING)
