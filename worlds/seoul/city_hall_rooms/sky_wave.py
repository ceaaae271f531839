"""The crest of the glass wave from within: ribs of white steel, glass that leans out and folds over into the roof."""

from worlds.shape import ESSENTIAL, Box, Group, Loft, Shape, Spot, Tube, row

PROFILE: tuple[Spot, ...] = (
    (-9.0, 0.0),
    (-9.8, 2.4),
    (-10.7, 4.8),
    (-11.3, 7.0),
    (-11.1, 8.8),
    (-9.6, 10.0),
    (-7.0, 10.6),
    (-3.4, 10.5),
    (2.0, 9.6),
    (9.0, 8.0),
)
"""One rib (y, z): foot, breast, crest, back to the north wall; after worlds/seoul/glass_hall.py."""
ROOFED = 7
"""From which point of a rib on the panels are roof, not glass."""
RIBS = 12
"""Fields between ribs from west to east."""


def wave(width: float) -> tuple[Group, ...]:
    """Ribs, purlins, braces, the roof's panels with their lights, the side walls, the rail along the foot."""
    return (
        Group("wave-steel", (0, 0, 0), (*_ribs(width), *_purlins(width), *_braces(width)), ESSENTIAL),
        Group("wave-roof", (0, 0, 0), (*_roof(width), *_sides(width)), ESSENTIAL),
        Group("wave-rail", (0, 0, 0), tuple(_rail(width)), ESSENTIAL),
    )


def _ribs(width: float) -> list[Shape]:
    step = width / RIBS
    path = tuple((0.0, y, z) for y, z in PROFILE)
    radii = tuple(0.11 if i < ROOFED else 0.16 for i in range(len(PROFILE)))
    return list(
        row(Tube("rib", (-width / 2, 0, 0), path, radii, "white", ESSENTIAL, segments=8), RIBS + 1, (step, 0, 0))
    )


def _purlins(width: float) -> list[Shape]:
    path = ((-width / 2, 0.0, 0.0), (width / 2, 0.0, 0.0))
    return [
        Tube(f"purlin-{i}", (0, y, z), path, (0.05, 0.05), "silver", ESSENTIAL, segments=6)
        for i, (y, z) in enumerate(PROFILE[: ROOFED + 1])
    ]


def _braces(width: float) -> list[Shape]:
    """Slender bars from knot to knot, one way and the other, which make triangles of the panes."""
    step = width / RIBS
    found: list[Shape] = []
    for level in range(1, ROOFED):
        (y0, z0), (y1, z1) = PROFILE[level], PROFILE[level + 1]
        for i in range(RIBS):
            x = -width / 2 + step * i
            first, second = (x, x + step) if (i + level) % 2 else (x + step, x)
            path = ((first, y0, z0), (second, y1, z1))
            found.append(Tube(f"brace-{level}-{i}", (0, 0, 0), path, (0.03, 0.03), "silver", segments=4, until=1))
    return found


def _roof(width: float) -> list[Shape]:
    """White panels between the ribs, a line of light under every second joint."""
    rows = tuple(tuple((x, y, z + 0.14) for x in (-width / 2, 0.0, width / 2)) for y, z in PROFILE[ROOFED:])
    panels = Loft("panels", (0, 0, 0), rows, "ceiling", ESSENTIAL, both=True)
    (y0, z0), (y1, z1) = PROFILE[ROOFED + 1], PROFILE[ROOFED + 2]
    step = width / RIBS
    lights = [
        Tube(
            f"light-{i}",
            (-width / 2 + step * (i + 0.5), 0, 0),
            ((0, y0 - 3.0, z0 + 0.4), (0, y0, z0 - 0.04), (0, y1 - 1.5, z1 + 0.26)),
            (0.05, 0.05, 0.05),
            "lamp",
            ESSENTIAL,
            segments=5,
            glow=1.0,
        )
        for i in range(RIBS)
    ]
    return [panels, *lights]


def _sides(width: float) -> list[Shape]:
    """The walls in the west and in the east, cut as the ribs run."""
    found: list[Shape] = []
    for name, x in (("west", -width / 2), ("east", width / 2)):
        top = tuple((x, y, z) for y, z in PROFILE[3:])
        foot = tuple((x, max(y, -9.0), 0.0) for y, _ in PROFILE[3:])
        found.append(Loft(f"side-{name}", (0, 0, 0), (foot, top), "plaster", ESSENTIAL, both=True))
        front = tuple((x, y, z) for y, z in PROFILE[:4])
        inner = tuple((x, -9.0, 0.0) for _ in front)
        found.append(Loft(f"front-{name}", (0, 0, 0), (inner, front), "plaster", ESSENTIAL, both=True))
    return found


def _rail(width: float) -> list[Shape]:
    """Along the foot of the glass: a curb with a light in it, posts of steel, a hand rail of oak."""
    posts = row(
        Box("post", (-width / 2 + 0.75, -8.62, 0.1), (0.04, 0.06, 0.95), "steel", faces="snew"), 24, (1.5, 0, 0)
    )
    return [
        Box("curb", (0, -8.85, 0), (width, 0.4, 0.14), "stone_light", ESSENTIAL, faces="snt"),
        Box("curb-light", (0, -8.63, 0.04), (width, 0.02, 0.05), "lamp", faces="n", glow=1.0),
        Box("hand-rail", (0, -8.62, 1.05), (width, 0.09, 0.06), "oak", ESSENTIAL, faces="snewtb"),
        *(Box(f"wire-{i}", (0, -8.62, 0.3 + 0.25 * i), (width, 0.012, 0.02), "steel", faces="sntb") for i in range(3)),
        *posts,
    ]
