"""The trees of the plaza: zelkovas along the streets, red pines before the old hall, ginkgos, a few cherries.

Kinds that are common in Seoul's streets by general knowledge; no count of trees was consulted, and no tree stands for
a real one. Their places follow rows with small even offsets, never chance.
"""

from dataclasses import dataclass
from math import pi, sin

from worlds.seoul.plaza_ground import PAVED
from worlds.shape import SETTING, Group, Scatter, Shape, Tree

GOLDEN = 0.6180339887498949


@dataclass(frozen=True)
class Planted:
    """One tree: where, which kind and variety, how large."""

    x: float
    y: float
    kind: str
    variety: int
    size: float


def _offset(number: int, salt: int) -> float:
    """-1..1, different for each tree, the same everywhere."""
    return ((number * GOLDEN + salt * 0.37) % 1.0) * 2 - 1


def _planted(number: int, x: float, y: float, kinds: tuple[tuple[str, int], ...], size: float, loose: float) -> Planted:
    kind, variety = kinds[number * 7 % len(kinds)]
    return Planted(
        x + loose * _offset(number, 1),
        y + loose * _offset(number, 2),
        kind,
        variety,
        size * (1 + 0.12 * _offset(number, 3)),
    )


LINING = (("zelkova", 0), ("zelkova", 1), ("zelkova", 2))
GARDEN = (("zelkova", 0), ("pine", 0), ("zelkova", 2), ("pine", 1), ("cherry", 0), ("zelkova", 1), ("maple", 0))


def _lining() -> tuple[Planted, ...]:
    """West and east of the field, double towards the corners."""
    found = []
    for side in (-1, 1):
        for i in range(9):
            y = -40 + 9.8 * i
            found.append(_planted(i + 10 * (side + 1), side * 60.8, y, LINING, 1.0, 0.6))
            if abs(y) > 22 and i % 2 == 0:
                kinds = (("cherry", 0),) if i in (0, 8) else LINING
                found.append(_planted(i + 40, side * 54.4, y + (4.6 if y < 0 else -4.6), kinds, 0.82, 0.5))
    found += [_planted(i, -52 + 10.4 * i, -48.6, LINING, 0.92, 0.5) for i in range(11) if abs(i - 5) > 1]
    return tuple(found)


def _before_the_hall() -> tuple[Planted, ...]:
    """Red pines before the facade, leafy trees at both ends."""
    pines = tuple(
        _planted(i, side * x, 57.0, (("pine", 0), ("pine", 1)), 0.84, 0.7)
        for side in (-1, 1)
        for i, x in enumerate((16.5, 23.0, 30.0, 36.5, 43.0))
    )
    ends = tuple(
        _planted(
            i + 3, side * (53 + 5 * (i % 2)), 60 + 7.5 * i, (("zelkova", 0), ("cherry", 0), ("zelkova", 2)), 1.05, 0.8
        )
        for side in (-1, 1)
        for i in range(4)
    )
    return pines + ends


def _palace() -> tuple[Planted, ...]:
    """The palace grounds, on a loose net, leaving room for the halls."""
    halls = ((-196, 22, 22), (-150, 40, 15), (-150, -8, 14), (-186, 64, 17))
    found = []
    for i in range(110):
        x, y = -118 - 105 * ((i * GOLDEN) % 1.0), -62 + 1.5 * i
        if all(abs(x - hx) > reach or abs(y - hy) > reach * 0.8 for hx, hy, reach in halls):
            found.append(_planted(i, x, y, GARDEN, 1.1 + 0.15 * sin(i * pi / 7), 2.0))
    return tuple(found)


def quarters() -> dict[str, tuple[Planted, ...]]:
    """The trees of the plaza itself, quarter by quarter of the compass."""
    every = (*_lining(), *_before_the_hall())
    return {
        f"{'south' if south else 'north'}-{'west' if west else 'east'}": tuple(
            tree for tree in every if (tree.x < 0) == west and (tree.y < 0) == south
        )
        for south in (True, False)
        for west in (True, False)
    }


def scatters(trees: tuple[Planted, ...], z: float = PAVED) -> tuple[Shape, ...]:
    """A scatter for each kind and variety."""
    return tuple(
        Scatter(
            f"{kind}-{variety}",
            (0, 0, 0),
            Tree(kind, (0, 0, 0), kind, SETTING, variety=variety),
            tuple(
                (tree.x, tree.y, z, (i * 137.508) % 360, tree.size)
                for i, tree in enumerate(t for t in trees if (t.kind, t.variety) == (kind, variety))
            ),
            vary=0.07,
        )
        for kind, variety in sorted({(tree.kind, tree.variety) for tree in trees})
    )


def palace_grove() -> Group:
    """The trees behind the palace wall."""
    return Group("trees-palace", (0, 0, 0), scatters(_palace()), SETTING)
