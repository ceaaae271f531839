"""How statues are cast: turned bodies, limbs and balls of bronze, a little lit at night."""

from math import cos, pi, sin

from worlds.shape import ESSENTIAL, Lathe, Point, Spot, Tube

BRONZE, GOLD = "statue_bronze", "statue_gold"


def turned(name: str, profile: tuple[Spot, ...], metal: str, at: Point = (0, 0, 0), squash: Spot = (1, 1)) -> Lathe:
    """A body turned about its upright axis."""
    return Lathe(name, at, profile, metal, ESSENTIAL, segments=16, squash=squash, gloss=0.3, glow=0.14)


def limb(name: str, path: tuple[Point, ...], radii: tuple[float, ...], metal: str) -> Tube:
    """An arm, a leg, a blade: a rod of changing thickness."""
    return Tube(name, (0, 0, 0), path, radii, metal, ESSENTIAL, segments=10, gloss=0.3, glow=0.14)


def ball(name: str, at: Point, radius: float, metal: str, squash: Spot = (1, 1)) -> Lathe:
    """A ball: heads, hands, shoulders."""
    profile = tuple((radius * sin(pi * i / 8), -radius * cos(pi * i / 8)) for i in range(9))
    return turned(name, profile, metal, at, squash)
