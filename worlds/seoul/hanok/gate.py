"""Gates: city gates whose pavilions stand on stone bases with round arches, and timber gates on the ground."""

from math import cos, pi, sin, tan

from worlds.seoul.hanok.frame import around, crown, lines, posts
from worlds.seoul.hanok.stone import blocks
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Loft, Point, Roof, RoofKind, Shape, Spot

LEAN = tan(6 * pi / 180)
"""Stone bases lean back by about six degrees (general knowledge)."""
Arch = tuple[float, float, float]
"""Middle, width and height of an arch."""


def _curve(arch: Arch, steps: int = 9) -> list[Spot]:
    """(x, z) of an arch from its west foot over the top to its east foot."""
    middle, width, height = arch
    radius = width / 2
    spring = height - radius
    round_ = [(middle - radius * cos(pi * i / steps), spring + radius * sin(pi * i / steps)) for i in range(steps + 1)]
    return [(middle - radius, 0.0), *round_, (middle + radius, 0.0)]


def _front(size: Point, arches: tuple[Arch, ...], colour: str) -> list[Shape]:
    """The south face with its arches open: whole panels between them, spandrels over them."""
    length, depth, height = size

    def on(x: float, z: float) -> Point:
        return (x, -depth / 2 + z * LEAN, z)

    edges = [-length / 2, *(e for a in arches for e in (a[0] - a[1] / 2, a[0] + a[1] / 2)), length / 2]
    parts: list[Shape] = []
    for i in range(0, len(edges), 2):
        west, east = edges[i], edges[i + 1]
        top_west = west + (LEAN * height if i == 0 else 0)
        top_east = east - (LEAN * height if i == len(edges) - 2 else 0)
        rows = ((on(west, 0), on(east, 0)), (on(top_west, height), on(top_east, height)))
        parts.append(Loft(f"panel-{i}", (0, 0, 0), rows, colour, ESSENTIAL, shade=0.82))
    for i, arch in enumerate(arches):
        curve = _curve(arch)[1:-1]
        under, over = tuple(on(x, z) for x, z in curve), tuple(on(x, height) for x, _ in curve)
        parts.append(Loft(f"spandrel-{i}", (0, 0, 0), (under, over), colour, ESSENTIAL))
        ring = _curve((arch[0], arch[1] + 0.9, arch[2] + 0.45))[1:-1]
        inner = tuple((x, on(x, z)[1] - 0.06, z) for x, z in curve)
        outer = tuple((x, on(x, z)[1] - 0.06, z) for x, z in ring)
        parts.append(Loft(f"voussoirs-{i}", (0, 0, 0), (inner, outer), "stone_light", ORNAMENT))
    parts.append(
        blocks("stones", length - 2 * LEAN * height - 0.4, 0.0, height, -depth / 2, colour, 0.72, 1.5, LEAN, arches)
    )
    return parts


def stone_base(size: Point, arches: tuple[Arch, ...], colour: str = "granite") -> list[Shape]:
    """A base of granite (length, depth, height) with arches from south to north, and its parapet of bricks."""
    length, depth, height = size
    inset = LEAN * height
    parts: list[Shape] = []
    for side, turn in (("south", 0.0), ("north", 180.0)):
        faces = _front(size, arches if turn == 0 else tuple((-x, w, h) for x, w, h in reversed(arches)), colour)
        parts.append(Group(f"face-{side}", (0, 0, 0), tuple(faces), ESSENTIAL, turn=turn))
    for side, turn in (("east", 90.0), ("west", 270.0)):
        rows = (
            ((-depth / 2, -length / 2, 0), (depth / 2, -length / 2, 0)),
            ((-depth / 2 + inset, -length / 2 + inset, height), (depth / 2 - inset, -length / 2 + inset, height)),
        )
        stones = blocks("stones", depth - 2 * inset - 0.4, 0.0, height, -length / 2, colour, 0.72, 1.5, LEAN)
        end = (Loft("end", (0, 0, 0), rows, colour, ESSENTIAL, shade=0.82), stones)
        parts.append(Group(f"end-{side}", (0, 0, 0), end, ESSENTIAL, turn=turn))
    for i, arch in enumerate(arches):
        curve = _curve(arch)
        back = tuple((x, depth / 2 - z * LEAN, z) for x, z in curve)
        front = tuple((x, -depth / 2 + z * LEAN, z) for x, z in curve)
        parts.append(Loft(f"vault-{i}", (0, 0, 0), (back, front), colour, ESSENTIAL, tone=0.85, shade=0.6))
        for hand in (-1, 1):
            at = (arch[0] + hand * (arch[1] / 2 - 0.12), 1.2, 0.06)
            parts.append(
                Box(
                    f"door-{i}-{hand}", at, (0.14, arch[1] * 0.48, arch[2] * 0.78), "post_red", faces="snewt", shade=0.7
                )
            )
    top = (length - 2 * inset, depth - 2 * inset)
    parts.append(Box("deck", (0, 0, height - 0.1), (top[0], top[1], 0.1), "paving", ESSENTIAL, faces="t", tone=0.9))
    return parts + parapet(top, height)


def parapet(size: Spot, foot: float, height: float = 1.1) -> list[Shape]:
    """A wall of grey brick round the deck (yeojang), with loopholes and a cap."""
    wide, deep = size
    parts: list[Shape] = []
    for name, x, y, long, turn in (
        ("south", 0.0, -deep / 2 + 0.25, wide, 0.0),
        ("north", 0.0, deep / 2 - 0.25, wide, 180.0),
        ("east", wide / 2 - 0.25, 0.0, deep, 90.0),
        ("west", -wide / 2 + 0.25, 0.0, deep, 270.0),
    ):
        count = max(2, round(long / 2.4))
        holes: tuple[Shape, ...] = (
            Box("wall", (0, 0, 0), (long, 0.5, height), "brick_grey", ESSENTIAL, faces="snew"),
            Box("cap", (0, 0, height), (long + 0.1, 0.72, 0.16), "tile", ESSENTIAL, faces="snewtb"),
            *(
                Box(
                    f"hole-{i}",
                    (-long / 2 + long * (i + 0.5) / count, -0.24, 0.42),
                    (0.3, 0.06, 0.4),
                    "ink",
                    ORNAMENT,
                    faces="s",
                )
                for i in range(count)
            ),
        )
        parts.append(Group(f"parapet-{name}", (x, y, foot), holes, ESSENTIAL, turn=turn))
    return parts


def timber_gate(
    name: str,
    at: Point,
    size: Spot,
    bays: int,
    eaves: float,
    rise: float,
    turn: float = 0.0,
    kind: RoofKind = "ujingak",
    overhang: float = 2.0,
    closed: tuple[int, ...] = (),
    base: float = 0.35,
) -> Group:
    """A gate of one storey on the ground; looks south. Doors stand in the middle row; `closed`: bays without a way."""
    width, depth = size
    x = lines(width, bays)
    spots = (*around(size, (bays, 2)), *((a, 0.0) for a in x[1:-1]))
    head = eaves - 0.26 * eaves
    parts: list[Shape] = [
        Box(
            "base",
            (0, 0, -0.3),
            (width + 1.8, depth + 1.8, 0.3 + base - 0.17),
            "granite",
            ESSENTIAL,
            shade=0.85,
            floor=True,
        ),
        Box(
            "base-top",
            (0, 0, -0.3),
            (width + 1.2, depth + 1.2, 0.3 + base),
            "stone_light",
            ESSENTIAL,
            shade=0.9,
            floor=True,
        ),
        *posts("posts", spots, base, head - base + 0.1, 0.3, "post_red"),
        *crown(size, (bays, 2), head, eaves),
        Box(
            "ceiling",
            (0, 0, head + 0.05),
            (width - 0.2, depth - 0.2, 0.1),
            "dancheong_green",
            ESSENTIAL,
            faces="b",
            shade=0.6,
        ),
        Box("transom", (0, 0, head - 0.75), (width - 0.2, 0.14, 0.85), "post_red", faces="snb", shade=0.8),
        Roof("roof", (0, 0, eaves), size, rise, "tile", overhang=overhang, lift=0.06 * width, kind=kind),
    ]
    for i in range(bays):
        wide = x[i + 1] - x[i] - 0.5
        middle = (x[i] + x[i + 1]) / 2
        if i in closed:
            parts.append(
                Box(f"leaf-{i}", (middle, 0, base), (wide, 0.14, head - 0.8 - base), "dancheong_red", faces="snew")
            )
            continue
        for hand in (-1, 1):
            place = (middle + hand * (wide / 2 + 0.05), wide * 0.24, base)
            parts.append(
                Box(f"leaf-{i}-{hand}", place, (0.12, wide * 0.46, head - 0.8 - base), "dancheong_red", faces="snewt")
            )
    return Group(name, at, tuple(parts), ESSENTIAL, turn=turn)
