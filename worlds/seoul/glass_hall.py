"""The new City Hall of 2012 (architect iArc, Yoo Kerl): a wave of glass that breaks over the old hall.

About 108 x 52 m and 60 m high, thirteen storeys; stands about 10 m behind the old hall; the overhang grows from
4 m in the east to 10 m and more in the west, as the eaves of a Korean house do (archdaily 2013; sizes estimated).
The group's zero lies in the middle of its foot line; it looks south.
"""

from math import cos, exp, pi, sin

from worlds.shape import ESSENTIAL, Curtain, Group, Loft, Point

HALF = 55.0
RIBS = 10
PROFILE = (
    (0.0, 0.0, 0.0),
    (-0.06, 0.0, 0.2),
    (-0.22, 0.0, 0.4),
    (-0.48, 0.0, 0.6),
    (-0.8, 0.0, 0.79),
    (-1.0, 0.2, 0.95),
    (-0.8, 2.0, 1.0),
    (-0.1, 12.0, 0.985),
    (0.0, 36.0, 0.76),
)
"""One rib: share of the overhang (south negative), metres north, share of the height."""


def glass_hall(at: Point) -> Group:
    """The whole wave: glass front and roof, plain glass ends and back."""
    ribs = tuple(_rib(i / RIBS) for i in range(RIBS + 1))
    west, east = ribs[0], ribs[-1]
    back = tuple(rib[-1] for rib in ribs)
    ground = tuple((x, y, 0.0) for x, y, _ in back)
    return Group(
        "glass-hall",
        at,
        (
            Curtain("wave", (0, 0, 0), ribs, (56, 40), "glass", ESSENTIAL, roof_from=0.635),
            Loft("end-west", (0, 0, 0), (west, _behind(west)), "glass", ESSENTIAL, gloss=0.8, glow=0.25),
            Loft("end-east", (0, 0, 0), (_behind(east), east), "glass", ESSENTIAL, gloss=0.8, glow=0.25),
            Loft("back", (0, 0, 0), (ground[::-1], back[::-1]), "glass", ESSENTIAL, gloss=0.6, glow=0.2),
        ),
        ESSENTIAL,
    )


def _rib(u: float) -> tuple[Point, ...]:
    """One rib from foot to back edge, `u` = 0 in the west, 1 in the east."""
    x = -HALF + 2 * HALF * u
    foot = 11 * (2 * u - 1) ** 2 - 3 * sin(2 * pi * u)
    height = 50 + 9.5 * cos(pi * (u - 0.28) * 1.25) + 2.4 * sin(5 * u)
    overhang = 5 + 12 * exp(-(((u - 0.3) / 0.34) ** 2))
    return tuple((x, foot + share * overhang + north, height * high) for share, north, high in PROFILE)


def _behind(rib: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same heights at the back edge."""
    return tuple((x, rib[-1][1], z) for x, _, z in rib)
