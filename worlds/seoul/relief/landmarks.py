"""The landmarks of the relief in miniature, larger than their scale, and the spot over each place of the city.

Where they stand and how high they are: the modules of the places themselves; those without a place of their own:
general knowledge (+-60 m). Heights are true to the scale of the mountains, widths three to four times too large.
"""

from functools import cache
from math import cos, pi, sin

from worlds.seoul.relief.scale import WATER, scaled
from worlds.seoul.relief.terrain import grounds
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Disc, Group, Lathe, Loft, Point, Ring, Shape, Spot

PLACES: dict[str, tuple[int, int, float]] = {
    # slug: true metres east and north, height of the miniature
    "plaza": (5, -104, 0.6),
    "city-hall": (36, 60, 1.5),
    "deoksugung": (-258, -70, 1.2),
    "gwanghwamun-square": (-94, 655, 0.9),
    "gyeongbokgung": (-91, 1345, 1.9),
    "cheongwadae": (-283, 2231, 1.4),
    "bukchon": (620, 1850, 0.8),
    "jongmyo": (1422, 921, 0.9),
    "sungnyemun": (-239, -724, 1.4),
    "heunginjimun": (2792, 511, 1.3),
    "cheonggyecheon": (420, 290, 0.4),
    "myeongdong": (822, -355, 1.5),
    "seoul-station": (-636, -1321, 1.1),
    "ddp": (2774, 34, 0.9),
    "n-seoul-tower": (908, -1696, 6.2),
    "lotte-world-tower": (11007, -5986, 13.9),
    "hangang": (-3900, -4250, 0.4),
    "seoul-forest": (5465, -2426, 0.8),
    "national-assembly": (-5657, -3838, 1.6),
    "63-building": (-3342, -5182, 6.2),
    "sebitseom": (1485, -6000, 0.9),
    "botanic-park": (-12695, 287, 0.8),
    "world-cup-stadium": (-7138, 203, 1.1),
    "olympic-stadium": (8390, -5623, 1.0),
    "coex": (7500, -6120, 5.7),
    "gimpo-airport": (-16550, -1050, 0.3),
}
RESERVED: tuple[tuple[int, int, int], ...] = (
    *((east, north, 190) for east, north, _ in PLACES.values()),
    (2774, 34, 260),
    (11007, -5986, 330),
    (-7138, 203, 320),
    (8390, -5623, 330),
    (-4290, -4900, 220),
)
"""Where no block may stand: east, north, reach; true metres."""


@cache
def feet() -> dict[str, Point]:
    """Where each miniature stands on the model."""
    heights = grounds([row[:2] for row in PLACES.values()])
    return {slug: (*scaled(*PLACES[slug][:2]), z) for slug, z in zip(PLACES, heights, strict=True)}


def spots() -> dict[str, Point]:
    """For each place of the city, the spot of the model right over its miniature: the top of its pin."""
    return {slug: (x, y, z + PLACES[slug][2]) for slug, (x, y, z) in feet().items()}


def _roof(at: Point, size: Spot, rise: float, colour: str) -> Loft:
    """A curved roof of few triangles: eaves with lifted corners, a hollow slope, a short ridge."""
    x, y = size[0] / 2, size[1] / 2
    rows = []
    for grow, up, lift in ((0.26 * size[1], 0.0, 0.07), (0.02 * size[1], 0.3 * rise, 0.02), (-0.98 * y, rise, 0.0)):
        a, b = x + grow, max(y + grow, 0.01)
        ring = ((-a, -b, up + lift), (0, -b, up), (a, -b, up + lift), (a, b, up + lift), (0, b, up), (-a, b, up + lift))
        rows.append((*ring, ring[0]))
    return Loft("roof", at, tuple(rows), colour, ESSENTIAL)


def _hall(name: str, at: Point, size: Spot, high: float, rise: float, turn: float = 0, roof: str = "tile") -> Group:
    """A hall or gate pavilion: a body under a curved roof."""
    x, y = size
    parts = (
        Box("body", (0, 0, 0), (x, y, high), "palace_red", ESSENTIAL, faces="snew", shade=0.7),
        Box("beam", (0, 0, high * 0.75), (x * 1.05, y * 1.08, high * 0.3), "palace_green", ORNAMENT, faces="snewb"),
        _roof((0, 0, high), size, rise, roof),
    )
    return Group(name, at, parts, ESSENTIAL, turn=turn)


def _gate(name: str, size: Spot = (1.7, 0.8)) -> Group:
    """A city gate: a stone base with a pavilion of two roofs."""
    parts = (
        Box("base", (0, 0, 0), (size[0], size[1], 0.5), "granite", ESSENTIAL, shade=0.8),
        Box("arch", (0, -size[1] / 2 - 0.005, 0), (0.35, 0.02, 0.36), "ink", ORNAMENT, faces="s"),
        _hall("lower", (0, 0, 0.5), (size[0] * 0.8, size[1] * 0.7), 0.25, 0.22),
        _hall("upper", (0, 0, 0.85), (size[0] * 0.62, size[1] * 0.5), 0.16, 0.3),
    )
    return Group(name, (0, 0, 0), parts, ESSENTIAL)


def _city_hall() -> Group:
    crest = [(-0.25, 0.0), (-0.3, 0.5), (-0.05, 1.0), (0.25, 1.35), (0.5, 1.45), (0.75, 1.3), (0.8, 0.0)]
    rows = tuple(tuple((x * 0.8, y + 0.1 * x, z * (1 - 0.16 * x)) for x in (-1.0, -0.3, 0.4, 1.0)) for y, z in crest)
    parts = (
        Loft("wave", (0, 0.1, 0), rows, "glass", ESSENTIAL, smooth=True, gloss=0.7),
        Box("west", (-0.79, 0.35, 0), (0.04, 0.9, 1.2), "glass_light", ESSENTIAL),
        Box("east", (0.79, 0.35, 0), (0.04, 0.9, 0.95), "glass_light", ESSENTIAL),
        Box("old", (-0.3, -0.55, 0), (1.5, 0.36, 0.45), "stone", ESSENTIAL),
        Box("tower", (-0.3, -0.55, 0.45), (0.24, 0.24, 0.25), "stone", ESSENTIAL),
        Lathe("dome", (-0.3, -0.55, 0.7), ((0.12, 0), (0.09, 0.1), (0, 0.16)), "copper", ESSENTIAL, segments=8),
    )
    return Group("city-hall", (0, 0, 0), parts, ESSENTIAL)


def _palace(name: str) -> Group:
    """Gyeongbokgung: gate, throne hall on its terrace, halls behind, the wall round all."""
    x, y = 1.9, 3.3
    wall = [
        Box("wall-s", (0, -y + 0.6, 0), (2 * x, 0.1, 0.3), "palace_wall", ESSENTIAL),
        Box("wall-n", (0, y + 1.6, 0), (2 * x, 0.1, 0.3), "palace_wall", ESSENTIAL),
        Box("wall-w", (-x, 1.1, 0), (0.1, 2 * y + 1, 0.3), "palace_wall", ESSENTIAL),
        Box("wall-e", (x, 1.1, 0), (0.1, 2 * y + 1, 0.3), "palace_wall", ESSENTIAL),
    ]
    gate = Group("gate", (0, -y + 0.6, 0), _gate("gwanghwamun", (1.5, 0.6)).parts, ESSENTIAL)
    halls = (
        Box("terrace", (0, 0, 0), (2.0, 1.7, 0.25), "granite", ESSENTIAL),
        _hall("lower", (0, 0, 0.25), (1.5, 1.1), 0.45, 0.35),
        _hall("upper", (0, 0, 0.85), (1.05, 0.7), 0.3, 0.55),
        _hall("inner-gate", (0, -1.5, 0), (0.9, 0.4), 0.3, 0.3),
        _hall("gyeonghoeru", (-1.1, 1.5, 0), (0.8, 0.6), 0.4, 0.4),
        _hall("north-1", (0, 1.7, 0), (0.9, 0.5), 0.3, 0.35),
        _hall("north-2", (0.2, 2.7, 0), (0.8, 0.5), 0.3, 0.3),
        _hall("east-1", (1.1, 1.4, 0), (0.7, 0.4), 0.25, 0.3, turn=90),
        _hall("north-3", (-0.6, 3.6, 0), (0.6, 0.4), 0.3, 0.3),
    )
    return Group(name, (0, 0, 0), (*wall, gate, *halls), ESSENTIAL)


def _n_tower() -> Group:
    shaft = ((0.5, 0), (0.5, 0.25), (0.2, 0.3), (0.17, 2.7), (0.42, 2.9), (0.46, 3.1), (0.46, 3.25), (0.36, 3.45))
    mast = ((0.08, 3.5), (0.08, 4.3), (0.05, 4.4), (0.05, 5.2), (0.02, 6.1))
    parts = (
        Lathe("shaft", (0, 0, 0), (*shaft, (0.1, 3.5)), "white", ESSENTIAL, segments=12, glow=0.12),
        Lathe("pod", (0, 0, 2.98), ((0.47, 0), (0.48, 0.1), (0.47, 0.2)), "window", ESSENTIAL, segments=12, glow=0.5),
        Lathe("mast", (0, 0, 0), mast, "palace_red", ESSENTIAL, segments=6),
    )
    return Group("n-seoul-tower", (0, 0, 0), parts, ESSENTIAL)


def _lotte() -> Group:
    body = ((1.15, 0), (1.14, 1.5), (1.08, 3.8), (0.98, 6.2), (0.84, 8.7), (0.7, 10.7), (0.56, 12.0), (0.42, 13.0))
    tip = ((0.42, 13.0), (0.26, 13.9), (0.2, 13.6), (0.0, 13.2))
    seam = Box("seam", (0, 0, 0), (0.12, 2.0, 11.0), "window", ORNAMENT, faces="snew", turn=45, glow=0.3)
    parts = (
        Lathe("body", (0, 0, 0), body, "glass_light", ESSENTIAL, segments=20, gloss=0.6, glow=0.08),
        Lathe("crown", (0, 0, 0), tip, "white", ESSENTIAL, segments=20, glow=0.4),
        seam,
        Box("mall", (-1.6, 1.1, 0), (3.0, 1.3, 0.7), "tower_cream", ESSENTIAL, turn=15),
        Ring("lake", (-0.6, -2.3, 0.06), (0, 0), (2.0, 0.8), "water", ESSENTIAL, segments=24),
        Ring("isle", (-1.4, -2.3, 0.1), (0, 0), (0.5, 0.35), "grass", segments=12),
        Lathe("castle", (-1.4, -2.3, 0.1), ((0.2, 0), (0.2, 0.4), (0.3, 0.45), (0, 1.0)), "white", segments=6),
    )
    return Group("lotte-world-tower", (0, 0, 0), parts, ESSENTIAL)


def _stadium(name: str, radius: float, high: float, colour: str) -> Group:
    bowl = ((radius * 0.92, 0), (radius, high * 0.8), (radius * 0.96, high), (radius * 0.66, high * 0.92))
    parts = (
        Lathe("bowl", (0, 0, 0), bowl, colour, ESSENTIAL, segments=20, squash=(1.0, 0.85)),
        Lathe(
            "stand",
            (0, 0, 0),
            ((radius * 0.7, high * 0.8), (radius * 0.5, 0.1)),
            "seoul_blue",
            segments=20,
            squash=(1, 0.85),
        ),
        Ring("pitch", (0, 0, 0.1), (0, 0), (radius * 0.52, radius * 0.44), "grass", segments=20),
    )
    return Group(name, (0, 0, 0), parts, ESSENTIAL)


def _bukchon() -> Group:
    roofs = tuple(
        _hall(f"house-{i}", (0.62 * (i % 4) - 0.9, 0.5 * (i // 4) - 0.6, 0), (0.46, 0.3), 0.16, 0.2, turn=90 * (i % 2))
        for i in range(12)
    )
    return Group("bukchon", (0, 0, 0), roofs, ESSENTIAL)


def _small(name: str) -> tuple[Shape, ...]:
    """The landmarks that are a handful of simple bodies."""
    square = {"segments": 4, "smooth": False}
    if name == "plaza":
        return (Ring("lawn", (0, 0, 0.06), (0, 0), (0.75, 0.6), "grass", ESSENTIAL, segments=24),)
    if name == "deoksugung":
        return (
            _hall("junghwajeon", (-0.2, 0, 0), (0.9, 0.6), 0.4, 0.5),
            _hall("gate", (1.1, -0.5, 0), (0.6, 0.3), 0.3, 0.3, turn=90),
        )
    if name == "gwanghwamun-square":
        walk = Box("walk", (0, 0, 0), (0.6, 4.4, 0.06), "paving_light", ESSENTIAL)
        king = Lathe("king", (0, 0.2, 0), ((0.2, 0), (0.15, 0.25), (0.1, 0.5), (0, 0.62)), "brass", segments=6)
        return (walk, king, Box("admiral", (0, -1.5, 0), (0.14, 0.14, 0.8), "bronze"))
    if name == "cheongwadae":
        halls = [
            _hall(f"hall-{i}", (x, y, 0), s, 0.4, 0.45, roof="seoul_blue")
            for i, (x, y, s) in enumerate(((0, 0, (1.5, 0.7)), (-1.25, -0.25, (0.6, 0.5)), (1.25, -0.25, (0.6, 0.5))))
        ]
        return (*halls, Ring("lawn", (0, -1.4, 0.06), (0, 0), (0.9, 0.7), "grass", segments=16))
    if name == "jongmyo":
        return (
            Box("court", (0, -0.4, 0), (2.4, 1.2, 0.08), "granite"),
            _hall("long-hall", (0, 0, 0.08), (2.3, 0.4), 0.3, 0.4),
        )
    if name == "myeongdong":
        spire = Lathe("spire", (0, -0.35, 0.6), ((0.16, 0), (0.13, 0.35), (0, 0.9)), "copper", ESSENTIAL, **square)  # type: ignore[arg-type]
        return (
            Box("nave", (0, 0.1, 0), (0.5, 1.1, 0.6), "brick", ESSENTIAL),
            Box("tower", (0, -0.35, 0), (0.26, 0.26, 0.7), "brick", ESSENTIAL),
            spire,
        )
    if name == "seoul-station":
        dome = Lathe("dome", (0.4, 0, 0.5), ((0.3, 0), (0.25, 0.2), (0, 0.35)), "copper", ESSENTIAL, segments=10)
        return (
            Box("old", (0.4, 0, 0), (0.5, 1.0, 0.5), "brick", ESSENTIAL),
            dome,
            Box("new", (-0.4, -0.6, 0), (0.8, 2.0, 0.6), "glass_light", ESSENTIAL),
        )
    if name == "ddp":
        hull = ((1.15, 0.05), (1.5, 0.3), (1.42, 0.6), (0.9, 0.82), (0.0, 0.88))
        shell = Lathe(
            "shell", (0, 0, 0), hull, "steel", ESSENTIAL, segments=20, squash=(1.25, 0.62), gloss=0.4, turn=55
        )
        return (
            shell,
            Lathe(
                "art-hall",
                (0.9, -1.2, 0),
                ((0.5, 0), (0.65, 0.25), (0.4, 0.5), (0, 0.55)),
                "steel",
                ESSENTIAL,
                segments=12,
                gloss=0.4,
            ),
        )
    if name == "national-assembly":
        columns = [
            Box(f"column-{i}", (-0.84 + 0.24 * i, -0.62, 0.1), (0.06, 0.06, 0.75), "white", ORNAMENT) for i in range(8)
        ]
        dome = Lathe(
            "dome",
            (0, 0, 0.95),
            ((0.55, 0), (0.58, 0.12), (0.42, 0.4), (0.2, 0.53), (0, 0.57)),
            "copper",
            ESSENTIAL,
            segments=16,
        )
        return (
            Box("hall", (0, 0, 0), (1.7, 1.1, 0.85), "tower_sand", ESSENTIAL),
            Box("eaves", (0, 0, 0.85), (2.0, 1.4, 0.1), "white", ESSENTIAL, faces="snewtb"),
            dome,
            *columns,
        )
    if name == "63-building":
        body = ((0.78, 0), (0.6, 1.2), (0.52, 3.0), (0.5, 6.2), (0.0, 6.2))
        return (Lathe("body", (0, 0, 0), body, "brass", ESSENTIAL, gloss=0.8, squash=(1.1, 0.7), **square),)  # type: ignore[arg-type]
    if name == "sebitseom":
        return tuple(
            Lathe(
                f"isle-{i}",
                (0.9 * i - 0.9, 0.3 * (i % 2), WATER),
                ((0.5, 0), (0.55, 0.2), (0.45, 0.6), (0, 0.8 - 0.1 * i)),
                "glass_light",
                ESSENTIAL,
                segments=10,
                gloss=0.6,
                glow=0.35,
            )
            for i in range(3)
        )
    if name == "botanic-park":
        return (
            Lathe(
                "dish",
                (0, 0, 0),
                ((0.7, 0), (0.9, 0.7), (0.5, 0.45), (0, 0.3)),
                "glass_light",
                ESSENTIAL,
                segments=16,
                gloss=0.6,
            ),
        )
    if name == "coex":
        return (
            Box("trade-tower", (0, 0, 0), (0.8, 0.6, 5.6), "glass", ESSENTIAL, gloss=0.6),
            Box("coex-hall", (0.4, 1.2, 0), (2.0, 1.2, 0.6), "tower_mist", ESSENTIAL),
        )
    if name == "gimpo-airport":
        runs = [
            Box(f"runway-{i}", (2.5 * i - 1.2, 0, 0.04), (0.6, 24, 0.05), "asphalt", ESSENTIAL, turn=38)
            for i in range(2)
        ]
        return (*runs, Box("terminal", (5.5, 1, 0), (3.4, 1.2, 0.5), "glass_light", ESSENTIAL, turn=38))
    return ()


def _moon_of_trees() -> tuple[Shape, ...]:
    """A ring of small trees: Seoul Forest."""
    crown = ((0.0, 0.05), (0.3, 0.3), (0.22, 0.6), (0.0, 0.75))
    spots_ = [
        (1.5 * cos(i * pi / 7) * (1 + 0.3 * (i % 3)), 0.9 * sin(i * pi / 7) * (1 + 0.3 * (i % 3))) for i in range(14)
    ]
    trees = (
        Lathe(f"tree-{i}", (x, y, 0), crown, ("leaf", "ginkgo")[i % 2], ESSENTIAL, segments=6)
        for i, (x, y) in enumerate(spots_)
    )
    return (*trees, Ring("pond", (0, 0, 0.07), (0, 0), (0.8, 0.3), "water", segments=16))


def landmarks() -> Group:
    """Every miniature where it stands."""
    made = {
        "city-hall": _city_hall().parts,
        "gyeongbokgung": _palace("gyeongbokgung").parts,
        "bukchon": _bukchon().parts,
        "sungnyemun": _gate("sungnyemun").parts,
        "heunginjimun": _gate("heunginjimun").parts,
        "n-seoul-tower": _n_tower().parts,
        "lotte-world-tower": _lotte().parts,
        "world-cup-stadium": _stadium("world-cup-stadium", 1.7, 0.9, "white").parts,
        "olympic-stadium": _stadium("olympic-stadium", 1.5, 0.8, "concrete").parts,
        "seoul-forest": _moon_of_trees(),
    }
    found: list[Shape] = []
    for slug, foot in feet().items():
        parts = made.get(slug) or _small(slug)
        if parts:
            found.append(Group(slug, foot, parts, ESSENTIAL))
    disc = Disc("clock", (-0.3, -0.69, 0.58), 0.07, "white", ORNAMENT, segments=10)
    x, y = scaled(36, 60)
    ifc = [
        Box(
            f"ifc-{i}",
            (*scaled(-4290 + 90 * (i % 2), -4900 + 90 * (i // 2)), 0),
            (0.75, 0.75, 4.2 + 1.1 * i),
            "glass",
            ESSENTIAL,
            gloss=0.6,
        )
        for i in range(3)
    ]
    return Group("landmarks", (0, 0, 0), (*found, Group("clock", (x, y, 0), (disc,), ORNAMENT), *ifc), ESSENTIAL)
