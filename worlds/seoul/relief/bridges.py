"""The 28 bridges of the Han on the relief, each of its kind: girders, arches, trusses, cables, two decks.

Where they stand: (c) OpenStreetMap contributors (ODbL 1.0), by way of github.com/taekie/seoul-3d; both ends are drawn
out to firm land. Kinds and colours: general knowledge. Decks are three times as wide and high as true, so that the eye
finds them; spans are true to nothing but the look.
"""

from math import atan2, cos, degrees, hypot, pi

from worlds.seoul.relief.scale import PLATE, WATER, scaled
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Loft, Point, Shape, Spot, Tube

Bridge = tuple[str, str, Spot, Spot]
BRIDGES: tuple[Bridge, ...] = (
    # name, kind, south end, north end (true metres)
    ("Haengju Bridge", "girder", (-15090, 3259), (-14485, 3931)),
    ("Banghwa Bridge", "arch-truss", (-13640, 1918), (-13128, 2981)),
    ("Magok Railway Bridge (AREX)", "rail-truss", (-12461, 1221), (-11831, 2161)),
    ("Gayang Bridge", "girder", (-10603, -65), (-10011, 783)),
    ("World Cup Bridge", "cable", (-8504, -1658), (-7920, -702)),
    ("Seongsan Bridge", "half-moon", (-8040, -1996), (-7358, -1206)),
    ("Yanghwa Bridge", "girder", (-6826, -2961), (-6207, -2220)),
    ("Dangsan Railway Bridge", "rail-truss", (-6479, -3249), (-5930, -2431)),
    ("Seogang Bridge", "arch", (-4813, -3726), (-4359, -2516)),
    ("Mapo Bridge", "girder", (-4109, -4114), (-3223, -3164)),
    ("Wonhyo Bridge", "v-pier", (-3301, -4896), (-2424, -3887)),
    ("Hangang Railway Bridge", "rail-truss", (-2564, -5566), (-2020, -4834)),
    ("Hangang Bridge", "tied-arch", (-1922, -5861), (-1513, -5036)),
    ("Dongjak Bridge", "langer", (270, -6740), (419, -5675)),
    ("Banpo Bridge", "double", (1380, -6421), (1751, -5037)),
    ("Hannam Bridge", "girder", (3290, -4658), (2865, -4027)),
    ("Dongho Bridge", "truss", (4096, -3764), (3504, -2979)),
    ("Seongsu Bridge", "truss", (4900, -3645), (5158, -2912)),
    ("Yeongdong Bridge", "girder", (6779, -4416), (7187, -3710)),
    ("Cheongdam Bridge", "double", (7406, -4891), (7853, -4079)),
    ("Jamsil Bridge", "girder", (10342, -5083), (9734, -4261)),
    ("Jamsil Railway Bridge", "rail", (10962, -4674), (10353, -3619)),
    ("Olympic Bridge", "four-legs", (11537, -3928), (10714, -3237)),
    ("Cheonho Bridge", "girder", (12174, -2756), (11475, -2408)),
    ("Gwangjin Bridge", "girder", (12307, -2537), (11588, -2201)),
    ("Guri-Amsa Bridge", "arch", (13814, -103), (13420, 631)),
    ("Godeok-Topyeong Bridge", "cable", (15094, 142), (14806, 1040)),
    ("Gangdong Bridge", "girder", (16473, 739), (16038, 1652)),
)
DECK, THICK, RAMP, SPAN = 0.75, 0.14, 4.0, 2.4
"""Height of a deck over the plates, its thickness, length of its ramps, distance of its piers; metres of the model."""
WIDE = {"rail": 0.55, "rail-truss": 0.7, "double": 1.15}
PAINT = {
    "arch": "palace_red",
    "arch-truss": "maple",
    "half-moon": "palace_red",
    "truss": "maple",
    "rail-truss": "steel",
    "tied-arch": "copper",
    "langer": "bus_blue",
    "cable": "white",
    "four-legs": "white",
}


def _deck(half: float, wide: float, high: float, name: str = "deck") -> Loft:
    """A slab that climbs from the land at both ends."""
    along = ((-half, 0.02), (-half + RAMP, high), (half - RAMP, high), (half, 0.02))
    y = wide / 2
    sides = ((-y, -THICK), (-y, 0.0), (y, 0.0), (y, -THICK), (-y, -THICK))
    rows = tuple(tuple((x, across, z + up) for x, z in along) for across, up in sides)
    return Loft(name, (0, 0, PLATE), rows, "stone_light", ESSENTIAL, glow=0.22)


def _piers(half: float, wide: float, high: float) -> list[Shape]:
    inner = half - RAMP * 0.7
    count = max(2, round(2 * inner / SPAN))
    size = (0.22, wide * 0.8, PLATE + high - THICK - WATER + 0.3)
    return [
        Box(f"pier-{i}", (-inner + 2 * inner * i / count, 0, WATER - 0.3), size, "stone_base", faces="snew", until=1)
        for i in range(count + 1)
    ]


def _arch(
    name: str, middle: float, span: float, rise: float, y: float, high: float, colour: str, foot: float = 0
) -> list[Shape]:
    """One arch rib with its hangers, over the deck at the side y."""
    steps = 10
    path = [
        (middle - span / 2 + span * i / steps, y, high + foot + (rise - foot) * (1 - (2 * i / steps - 1) ** 2))
        for i in range(steps + 1)
    ]
    found: list[Shape] = [Tube(name, (0, 0, PLATE), tuple(path), (0.11,) * len(path), colour, ESSENTIAL, segments=4)]
    for i, (x, _, z) in enumerate(path[1:-1]):
        if z - high > 0.25:
            size = (0.05, 0.05, z - high)
            found.append(Box(f"{name}-hanger-{i}", (x, y, PLATE + high), size, colour, ORNAMENT, faces="snew"))
    return found


def _truss(name: str, half: float, rise: float, y: float, high: float, colour: str, humps: int = 0) -> list[Shape]:
    """A zigzag with its top chord over the deck at the side y; `humps`: the chord swings like so many half moons."""
    count = max(6, round(2 * half / 1.1) // 2 * 2)
    xs = [-half + 2 * half * i / count for i in range(count + 1)]

    def top(x: float) -> float:
        wave = abs(cos((x / half) * humps * pi / 2)) if humps else 1.0
        return high + rise * (0.45 + 0.55 * wave)

    chord = [(x, y, top(x)) for x in xs]
    zigzag = [(x, y, high if i % 2 else top(x)) for i, x in enumerate(xs)]
    return [
        Tube(f"{name}-chord", (0, 0, PLATE), tuple(chord), (0.08,) * len(chord), colour, ESSENTIAL, segments=4),
        Tube(f"{name}-zigzag", (0, 0, PLATE), tuple(zigzag), (0.05,) * len(zigzag), colour, SETTING, segments=3),
    ]


def _cables(name: str, x: float, top: float, reach: float, y: float, high: float, count: int) -> list[Shape]:
    """Stays from a pylon's top down to the deck on both sides."""
    found: list[Shape] = []
    for i in range(1, count + 1):
        for side in (-1, 1):
            path = ((x, y * 0.3, top * (1 - 0.04 * (count - i)) + high), (x + side * reach * i / count, y, high))
            at = (0, 0, PLATE)
            found.append(Tube(f"{name}-{side}-{i}", at, path, (0.035, 0.035), "white", ESSENTIAL, segments=3))
    return found


def _pylon(name: str, x: float, top: float, lean: float, y: float, high: float) -> Tube:
    path = ((x - lean * 0.25, y, WATER - PLATE), (x - lean * 0.1, y, high), (x + lean, 0, top + high))
    return Tube(name, (0, 0, PLATE), path, (0.26, 0.22, 0.12), "white", ESSENTIAL, segments=5)


def _dressed(kind: str, half: float, wide: float, high: float) -> list[Shape]:
    """What stands on a deck of a kind."""
    colour, span = PAINT.get(kind, "steel"), half - RAMP
    found: list[Shape] = []
    for y in (-wide / 2, wide / 2):
        side = "south" if y < 0 else "north"
        if kind == "arch":
            found += _arch(f"arch-{side}", 0, 4.2, 1.7, y, high, colour)
        elif kind == "arch-truss":
            found += _truss(f"truss-{side}", span * 0.75, 1.2, y, high, colour, humps=3)
        elif kind == "half-moon":
            found += _truss(f"moon-{side}", span, 0.75, y, high, colour, humps=6)
        elif kind in ("truss", "rail-truss"):
            found += _truss(f"truss-{side}", span, 0.55 if kind == "truss" else 0.7, y, high, colour)
        elif kind == "tied-arch":
            for i in range(4):
                found += _arch(f"arch-{side}-{i}", span * (i - 1.5) / 2, span / 2.1, 1.0, y, high, colour)
        elif kind == "langer":
            found += _arch(f"arch-{side}", 0, 5.0, 1.3, y * 0.4, high, colour)
        elif kind == "cable":
            found.append(_pylon(f"pylon-{side}", 0, 3.6, 1.0, y, high))
            found += _cables(f"stay-{side}", 1.0, 3.5, span * 0.6, y, high, 6)
        elif kind == "four-legs":
            found += [_pylon(f"leg-{side}-{i}", -lean, 3.3, lean, y, high) for i, lean in enumerate((-0.5, 0.5))]
            found += _cables(f"stay-{side}", 0, 3.2, span * 0.5, y, high, 6)
    if kind == "four-legs":
        found.append(Box("torch", (0, 0, PLATE + high + 3.3), (0.3, 0.3, 0.5), "brass", ESSENTIAL, glow=0.6))
    if kind == "double":
        found.append(_deck(half, wide * 0.7, high * 0.35, "lower-deck"))
    if kind == "v-pier":
        for i in range(-3, 4):
            x, foot, y = i * span / 3.6, WATER - PLATE, wide * 0.3
            path = ((x - 1.1, 0, high - THICK), (x, 0, foot), (x + 1.1, 0, high - THICK))
            found.append(Tube(f"v-{i}", (0, 0, PLATE), path, (0.12, y * 0.6, 0.12), "stone_light", segments=4))
    return found


def bridge(row: Bridge) -> Group:
    """One bridge, from bank to bank."""
    name, kind, south, north = row
    (ax, ay), (bx, by) = scaled(*south), scaled(*north)
    half, wide = hypot(bx - ax, by - ay) / 2 + 0.6, WIDE.get(kind, 1.0)
    at: Point = ((ax + bx) / 2, (ay + by) / 2, 0)
    piers = [] if kind == "v-pier" else _piers(half, wide, DECK)
    parts = (_deck(half, wide, DECK), *piers, *_dressed(kind, half, wide, DECK))
    return Group(name.lower().replace(" ", "-"), at, parts, ESSENTIAL, turn=degrees(atan2(by - ay, bx - ax)))


def bridges() -> Group:
    """All of them."""
    return Group("bridges", (0, 0, 0), tuple(bridge(row) for row in BRIDGES), ESSENTIAL)
