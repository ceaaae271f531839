"""The ground of Seoul Plaza: the lawn, its stone ring, the paved field, the courts.

Lawn 6,449 m2 (the figure the city gives; Wikipedia has 1,904 pyeong = 6,294 m2), so half axes 50 x 41.06 m.
Whole plaza 13,207 m2 = 3,995 pyeong (Wikipedia): a rounded rectangle of half axes 66.3 x 51.3 m.
The axes are estimated from these areas. The streets round it belong to the centre (worlds/seoul/centre).
"""

from math import cos, pi, sin

from worlds.shape import ESSENTIAL, ORNAMENT, Box, Detail, Group, Point, Ring, Shape, Spot, Stripe

LAWN: Spot = (50.0, 41.06)
FIELD: Spot = (66.3, 51.3)
PAVED = 0.14
"""Height of paving above the road."""
MOWN = 6
"""Rings in which the lawn is mown."""


def oval(scale: float, degrees: float) -> Spot:
    """A point on the lawn's outline, made `scale` times as large."""
    return (LAWN[0] * scale * cos(degrees * pi / 180), LAWN[1] * scale * sin(degrees * pi / 180))


def _times(scale: float) -> Spot:
    return (LAWN[0] * scale, LAWN[1] * scale)


def _mown(number: int) -> Ring:
    """One ring of the lawn, cut this way or that; the ground rises 6 cm to the middle."""
    inner, outer = number / MOWN, (number + 1) / MOWN
    tone = 1.03 if number % 2 else 0.97
    at = (0, 0, 0.24 + 0.06 * (1 - outer))
    return Ring(
        f"grass-{number}", at, _times(inner), _times(outer), "grass", ESSENTIAL, rise=0.06 / MOWN, tone=tone, floor=True
    )


def lawn() -> Group:
    """Grass, a granite edge and the ring of light stone."""
    return Group(
        "lawn",
        (0, 0, 0),
        (
            *(_mown(i) for i in range(MOWN)),
            Ring("edge", (0, 0, 0.24), LAWN, _times(1.02), "curb", floor=True),
            Ring("edge-side", (0, 0, PAVED), _times(1.02), _times(1.022), "curb", rise=0.1, floor=True),
            Ring("promenade", (0, 0, PAVED), _times(1.022), _times(1.12), "paving_light", ESSENTIAL, floor=True),
        ),
        ESSENTIAL,
    )


def field() -> Group:
    """The paved field round the lawn, with dark bands: two rings and spokes."""
    return Group(
        "field",
        (0, 0, 0),
        (
            Ring("paving", (0, 0, PAVED), _times(1.12), FIELD, "paving", ESSENTIAL, powers=(2, 7), bands=3, floor=True),
            Ring("curb", (0, 0, 0), FIELD, (FIELD[0] * 1.005, FIELD[1] * 1.005), "curb", powers=(7, 7), rise=PAVED),
        ),
        ESSENTIAL,
    )


def bands() -> Group:
    """Darker stones laid into the field."""
    spokes: list[Shape] = []
    for i in range(48):
        angle = 7.5 * i
        start, end = oval(1.155, angle), _edge(angle)
        if (end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2 > 4:
            spokes.append(Stripe(f"spoke-{i}", (0, 0, 0), (start, end), 0.32, "paving_dark", ORNAMENT))
    rings = (
        Ring("ring-inner", (0, 0, 0), _times(1.14), _times(1.155), "paving_dark", ORNAMENT),
        Ring("ring-outer", (0, 0, 0), _times(1.2), _times(1.209), "paving_dark", ORNAMENT),
    )
    return Group("bands", (0, 0, PAVED + 0.02), (*rings, *spokes), ORNAMENT)


def _edge(degrees: float) -> Spot:
    """Where a ray from the lawn's middle leaves the field, a little inside its curb."""
    c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
    near, far = 0.0, 120.0
    for _ in range(40):
        reach = (near + far) / 2
        x, y = reach * c / FIELD[0], reach * s / FIELD[1]
        near, far = (reach, far) if abs(x) ** 7 + abs(y) ** 7 < 0.9 else (near, reach)
    return (near * c, near * s)


def _slab(name: str, low: Spot, high: Spot, height: float, colour: str = "paving", detail: Detail = ESSENTIAL) -> Box:
    """Raised paving between two corners."""
    at: Point = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, 0)
    size: Point = (high[0] - low[0], high[1] - low[1], height)
    return Box(name, at, size, colour, detail, faces="t", floor=True)


def courts() -> Group:
    """The forecourt of the old hall and the ground between the halls."""
    return Group(
        "courts",
        (0, 0, 0),
        (
            _slab("forecourt", (-66, 46.5), (66, 62), PAVED + 0.01),
            _slab("behind", (-66, 62), (66, 152), PAVED + 0.005),
            _slab("west-corner", (-67.4, -52), (-60, 46.5), PAVED - 0.01),
            _slab("east-corner", (58, -62), (67, 46.5), PAVED - 0.01),
            _slab("south-corner", (-67.4, -58), (67, -46), PAVED - 0.01),
        ),
        ESSENTIAL,
    )
