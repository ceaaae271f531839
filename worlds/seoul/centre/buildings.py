"""The named buildings of the centre as shapes: towers with windows, and what makes a dozen of them known at a glance.

Shapes by general knowledge; no plan or model of any building was used.
"""

from collections.abc import Callable
from dataclasses import replace
from math import cos, pi, sin

from worlds.seoul.centre.figures import FIGURES, Figure
from worlds.seoul.centre.monuments import cathedral, council, domes, gothic, pavilion, sejong_center
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Lathe, Loft, Shape, Sign, Tower, Tube, row

Parts = tuple[Shape, ...]
POEM = {
    "ko": "천천히 걸어도 봄은 온다",
    "en": "Walk slowly: spring will come",
    "zh": "慢慢走，春天也会来",
    "ja": "ゆっくり歩いても春は来る",
}
"""The board on the Kyobo building carries a new line each season; this one is our own."""


def _tower(one: Figure, name: str = "body", **other: object) -> Tower:
    """A block of the building's own size and colour, unless said otherwise."""
    given: dict[str, object] = {"size": (one.width, one.depth, one.height), "at": (0, 0, 0), "colour": one.colour}
    return Tower(name, detail=ESSENTIAL, **(given | other))  # type: ignore[arg-type]


SHOP_COLOURS = ("seoul_blue", "tour_red", "bus_green", "mark_yellow", "white", "media_wall", "taxi")


def _foot(one: Figure, colour: str = "window", height: float = 4.6) -> Parts:
    """Shop windows at street level with piers between them and boards above, and the ledge over them."""
    wide, deep = one.width, one.depth
    sides = ((wide, deep, 0.0), (deep, wide, 90.0), (wide, deep, 180.0), (deep, wide, 270.0))
    return (
        Box(
            "shops",
            (0, 0, 0),
            (wide + 0.24, deep + 0.24, height),
            colour,
            faces="snew",
            gloss=0.6,
            glow=0.55,
            shade=0.8,
        ),
        Box("ledge", (0, 0, height), (wide + 1.6, deep + 1.6, 0.5), "stone_light", faces="snewtb"),
        *(
            Group(f"shop-front-{turn:.0f}", (0, 0, 0), _front(long, away, height), ORNAMENT, turn=turn)
            for long, away, turn in sides
        ),
    )


def _front(long: float, away: float, height: float) -> Parts:
    """Piers, a sill and boards along one side, which looks to -y."""
    count = max(2, round(long / 5.2))
    step = long / count
    y = -away / 2 - 0.18
    pier = Box("pier", (-long / 2, y, 0), (0.55, 0.36, height), "stone_light", ORNAMENT, faces="sew", shade=0.8)
    bars = Box(
        "bar", (-long / 2 + step / 2, y + 0.04, 0), (0.12, 0.12, height - 0.9), "metal", ORNAMENT, faces="sew", until=0
    )
    boards = tuple(
        Box(
            f"board-{i}",
            (-long / 2 + step * (i + 0.5), y, height - 0.95),
            (step - 0.9, 0.3, 0.72),
            SHOP_COLOURS[(i * 3 + round(long)) % len(SHOP_COLOURS)],
            ORNAMENT,
            faces="sewb",
            glow=0.5,
        )
        for i in range(count)
        if (i * 5 + round(away)) % 4
    )
    sill = Box("sill", (0, y + 0.06, 0), (long, 0.2, 0.5), "stone_base", ORNAMENT, faces="st", shade=0.8)
    return (sill, *row(pier, count + 1, (step, 0, 0)), *row(bars, count, (step, 0, 0)), *boards)


def _crown(one: Figure, inset: float = 3.0, height: float = 5.0) -> Parts:
    """The machine floor, set back behind a rail of fins."""
    size = (one.width - 2 * inset, one.depth - 2 * inset, height)
    return (Box("crown", (0, 0, one.height), size, one.colour, ESSENTIAL, tone=0.82),)


def _plain(one: Figure) -> Parts:
    return (_tower(one, setback=(0.86, 3.0) if one.height > 50 else (1.0, 0.0)), *_foot(one))


def _crowned(one: Figure) -> Parts:
    return (_tower(one, gloss=0.5), *_foot(one), *_crown(one))


def _hotel(one: Figure) -> Parts:
    """A slab with narrow rooms, a broad foot and a dark top floor."""
    wing = (one.width * 0.5, one.depth + 6, 14)
    return (
        _tower(one, bay=2.4, storey=3.4),
        _tower(one, "foot", at=(one.width * 0.2, 0, 0), size=wing, parapet=False),
        Box("top", (0, 0, one.height), (one.width - 1.2, one.depth - 1.2, 4.2), "tower_slate", ESSENTIAL, gloss=0.4),
        *_foot(one),
    )


def _store(one: Figure) -> Parts:
    """Few windows, a wide foot of glass, a bright line round the top."""
    band = Box("band", (0, 0, one.height - 3), (one.width + 0.5, one.depth + 0.5, 1.2), "lamp", glow=0.9, faces="snew")
    return (_tower(one, bay=6.4, storey=5.6), *_foot(one, height=6.0), band)


def _slab(one: Figure) -> Parts:
    """A long slab between two blind ends of stone, with deep white floors."""
    ends = Box("end", (-one.width / 2, 0, 0), (3.2, one.depth + 1.2, one.height + 3), "stone_light", ESSENTIAL)
    fins = Box("fin", (-one.width / 2 + 6, -one.depth / 2 - 0.3, 5), (0.7, 0.6, one.height - 5), "white", faces="sew")
    count = int((one.width - 12) / 6.4)
    back = Group("back", (0, 0, 0), row(fins, count + 1, (6.4, 0, 0)), turn=180)
    return (
        _tower(one, bay=3.2, gloss=0.4),
        *row(ends, 2, (one.width, 0, 0)),
        Group("front", (0, 0, 0), row(fins, count + 1, (6.4, 0, 0)), ORNAMENT),
        back,
        *_foot(one),
    )


def _twin(one: Figure) -> Parts:
    """The two eight-storey blocks of 1961 that stand side by side: a grid of pale frames under a flat lid."""
    lid = Box(
        "lid", (0, 0, one.height), (one.width + 2.4, one.depth + 2.4, 1.0), "stone_light", ESSENTIAL, faces="snewtb"
    )
    return (_tower(one, bay=4.0, storey=4.0, parapet=False), lid, *_foot(one, height=4.0))


def _kyobo(one: Figure) -> Parts:
    """Brick-coloured slab in two halves with a glass seam, and the poem board towards the street."""
    half = (one.width / 2 - 4, one.depth, one.height)
    board = Sign("poem", (0, -one.depth / 2 - 0.4, 12), (20, 8), POEM, "signboard", "seoul_blue", ESSENTIAL)
    return (
        _tower(one, "west", at=(-one.width / 4 - 2, 0, 0), size=half, bay=4.0, storey=3.9),
        _tower(one, "east", at=(one.width / 4 + 2, 0, 0), size=half, bay=4.0, storey=3.9),
        Box(
            "seam",
            (0, 0, 0),
            (8.2, one.depth - 6, one.height - 3),
            "glass",
            ESSENTIAL,
            faces="snt",
            gloss=0.8,
            glow=0.3,
        ),
        *(
            Box(f"corner-{x}", (x * (one.width / 2 - 2), 0, 0), (4.4, one.depth + 1.4, one.height + 2.4), one.colour)
            for x in (-1, 1)
        ),
        Group(
            "board",
            (0, 0, 0),
            (Box("frame", (0, -one.depth / 2 - 0.2, 11.4), (21, 0.5, 9.2), "white"), board),
            ESSENTIAL,
        ),
        *_foot(one),
    )


def _finance(one: Figure) -> Parts:
    """Rose granite with cut corners, a glass middle and an arched crown."""
    arch = tuple((9.0 * cos(pi * i / 8), 8.0 * sin(pi * i / 8)) for i in range(9))
    low = tuple((x, -one.depth / 2 - 0.6, one.height - 16 + z) for x, z in arch)
    deep = tuple((x, one.depth / 2 + 0.6, z) for x, _, z in low)
    return (
        _tower(one, size=(one.width, one.depth - 12, one.height)),
        _tower(one, "cross", size=(one.width - 12, one.depth, one.height - 6)),
        Box(
            "glass",
            (0, 0, 0),
            (18, one.depth + 0.8, one.height - 16),
            "glass",
            ESSENTIAL,
            faces="sn",
            gloss=0.85,
            glow=0.3,
        ),
        Loft("vault", (0, 0, 0), (deep, low), "glass", ESSENTIAL, both=True, gloss=0.6),
        Box("crown", (0, 0, one.height), (one.width - 16, one.depth - 18, 7), one.colour, ESSENTIAL, tone=0.9),
        *_foot(one, height=6.0),
    )


def _press(one: Figure) -> Parts:
    """A tower of dark glass between pale piers; the club on the twentieth floor juts out."""
    piers = Box("pier", (-one.width / 2, 0, 0), (2.6, one.depth + 1.6, one.height - 8), "stone_light", ESSENTIAL)
    club = Box(
        "club", (0, 0, one.height - 8), (one.width + 3.4, one.depth + 3.4, 5), "stone_light", ESSENTIAL, faces="snewtb"
    )
    return (_tower(one, gloss=0.8), *row(piers, 5, (one.width / 4, 0, 0)), club, *_foot(one), *_crown(one, 8))


def _dongwha(one: Figure) -> Parts:
    """Pale stone tower on a shopping foot, with the sign of the duty free shop."""
    words = {"ko": "면세점", "en": "Duty Free", "zh": "免税店", "ja": "免税店"}
    sign = Sign("sign", (8, -one.depth / 2 - 4.4, 14), (22, 3.2), words, "seoul_blue", "white", glow=0.6)
    return (
        _tower(one, at=(0, 4, 0), size=(one.width - 8, one.depth - 8, one.height)),
        _tower(one, "foot", size=(one.width, one.depth + 8, 19), bay=6.4, parapet=False),
        *_foot(replace(one, depth=one.depth + 8)),
        Group("sign-east", (0, 0, 0), (sign,), turn=90),
    )


def _media(one: Figure) -> Parts:
    """A slim glass tower, and before it the old press house of 1926 in brown tile (now an art museum)."""
    return (
        _tower(one, at=(4, 2, 0), size=(one.width - 8, one.depth - 4, one.height), gloss=0.9, bay=2.4),
        _tower(
            one, "old-house", at=(-4, -1, 0), size=(one.width - 8, one.depth - 2, 21), colour="tower_rust", storey=4.2
        ),
        Lathe(
            "corner",
            (-one.width / 2, -one.depth / 2 + 1, 0),
            ((3.2, 0), (3.2, 22), (3.6, 22.4), (0, 24)),
            "tower_rust",
            ESSENTIAL,
        ),
        Box(
            "screen",
            (4, -one.depth / 2 + 3.9, 30),
            (16, 0.5, 24),
            "screen",
            ESSENTIAL,
            faces="sewt",
            glow=0.9,
            gloss=0.4,
        ),
        *_crown(one, 9),
    )


def _dark(one: Figure) -> Parts:
    """A plain dark prism of steel and glass that stands on open legs."""
    mullion = Box(
        "mullion", (-one.width / 2, -one.depth / 2 - 0.15, 8), (0.5, 0.4, one.height - 8), "metal", faces="sew"
    )
    front = row(mullion, 9, (one.width / 8, 0, 0))
    return (
        _tower(one, gloss=0.9, bay=3.0),
        Group("front", (0, 0, 0), front, ORNAMENT),
        Group("back", (0, 0, 0), front, ORNAMENT, turn=180),
        *_foot(one, height=7.0),
    )


def _jongno(one: Figure) -> Parts:
    """Three round cores carry a ring of glass over an open gap; the body below has a curved front."""
    cores = ((-22, 14), (22, 14), (0, -18))
    ring = ((23, 0), (27, 1.2), (28, 6), (26, 10.5), (12, 12.5), (0, 13))
    arc = tuple((33 * sin(pi * (i / 8 - 0.5)), -26 * cos(pi * (i / 8 - 0.5)) + 2, 0.0) for i in range(9))
    top = tuple((x, y, 88.0) for x, y, _ in arc)
    return (
        _tower(one, size=(one.width - 4, 28, 86), at=(0, 12, 0), gloss=0.8),
        Loft("front", (0, 0, 0), (arc, top), "glass", ESSENTIAL, smooth=True, gloss=0.85, glow=0.35),
        Loft("lid", (0, 0, 0), (top, tuple((x, 2.0, 88.0) for x, _, _ in arc)), "roof", ESSENTIAL),
        *(
            Lathe(f"core-{i}", (x, y, 0), ((5.2, 0), (5.2, 120)), "steel", ESSENTIAL, segments=16)
            for i, (x, y) in enumerate(cores)
        ),
        Lathe(
            "ring-under",
            (0, 2, 112),
            ((0.0, 1.5), (23.0, 0.0)),
            "steel",
            ESSENTIAL,
            segments=32,
            squash=(1.25, 1.0),
            smooth=False,
        ),
        Lathe("ring", (0, 2, 112), ring, "glass", ESSENTIAL, segments=32, squash=(1.25, 1.0), gloss=0.8, glow=0.5),
        *(
            Tube(f"mast-{i}", (x, y, 120), ((0, 0, 0), (0, 0, 14)), (0.5, 0.2), "steel")
            for i, (x, y) in enumerate(cores)
        ),
        *_foot(replace(one, depth=30.0)),
    )


def _pair(one: Figure) -> Parts:
    """Two slabs on one foot."""
    size = (one.width * 0.42, one.depth * 0.8, one.height)
    return (
        _tower(one, "west", at=(-one.width * 0.27, one.depth * 0.08, 0), size=size, gloss=0.85),
        _tower(one, "east", at=(one.width * 0.27, -one.depth * 0.08, 0), size=size, gloss=0.85),
        _tower(one, "foot", size=(one.width, one.depth, 16), parapet=False),
        *_foot(one),
    )


def _leaning(one: Figure) -> Parts:
    """A tower whose upper front bows towards the street, as over a folding telephone."""
    x, y, z = one.width / 2 - 1, -one.depth / 2, one.height
    rows = tuple(
        ((-x, y - bow, h), (x, y - bow, h)) for bow, h in ((0, z * 0.45), (0.6, z * 0.6), (3.0, z * 0.8), (6, z))
    )
    lid = (((-x, y - 6, z), (x, y - 6, z)), ((-x, y, z), (x, y, z)))
    return (
        _tower(one, gloss=0.85),
        Loft("bow", (0, 0, 0), rows, "glass", ESSENTIAL, smooth=True, gloss=0.85, glow=0.3),
        Loft("lid", (0, 0, 0), lid, "roof", ESSENTIAL),
        *_foot(one),
    )


STYLES: dict[str, Callable[[Figure], Parts]] = {
    "plain": _plain,
    "crowned": _crowned,
    "hotel": _hotel,
    "store": _store,
    "slab": _slab,
    "twin": _twin,
    "kyobo": _kyobo,
    "finance": _finance,
    "press": _press,
    "dongwha": _dongwha,
    "media": _media,
    "dark": _dark,
    "jongno": _jongno,
    "pair": _pair,
    "leaning": _leaning,
    "pavilion": pavilion,
    "cathedral": cathedral,
    "council": council,
    "sejong": sejong_center,
    "domes": domes,
    "gothic": gothic,
}


def building(one: Figure, fine: bool = True) -> Group:
    """A building where it stands in the city; from afar only its towers are kept."""
    parts = STYLES[one.style](one)
    if not fine:
        towers = tuple(part for part in parts if isinstance(part, Tower))
        parts = towers if towers and one.style != "jongno" else (_tower(one, parapet=False),)
    return Group(one.slug, (one.east, one.north, 0), parts, ESSENTIAL, turn=one.turn)


def figure(slug: str) -> Figure:
    """The figures of one building."""
    return next(one for one in FIGURES if one.slug == slug)
