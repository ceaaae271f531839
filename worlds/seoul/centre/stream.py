"""Cheonggyecheon: the stream in its sunken bed from the waterfall at its head to the east, walls, paths, bridges.

Opened on 1 October 2005, 5.8 km long (general knowledge). Its line follows OpenStreetMap ((c) OpenStreetMap
contributors), simplified; widths, heights and the places of steps and bridges are estimates.
"""

import msgspec
import numpy as np

from worlds.seoul.centre.frame import Window
from worlds.seoul.centre.ground import PAVED, ribbon
from worlds.seoul.centre.streets import Points, offset, walked
from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Group,
    Lathe,
    Leaves,
    Loft,
    Point,
    Scatter,
    Shape,
    Spot,
    Stripe,
    Tree,
    Tube,
    Water,
    row,
)

Five = tuple[float, float, float, float, float]
LINE: tuple[Spot, ...] = (
    *((22, 292.4), (150, 287), (300, 275), (440, 267), (560, 237), (700, 207), (850, 189), (1000, 182)),
    (1300, 206),
)
"""From the waterfall down; metres east and north."""
WALL, PATH, BANK, EDGE = 11.0, 10.6, 7.0, 5.2
"""Metres from the middle: the walls, both edges of the paths, the water's edge."""
BED, WET, LOW = -4.9, -4.62, -4.2
"""Heights of the bed, of the water and of the paths."""
COURSES = (
    (LOW, -2.9, "stone_dark"),
    (-2.9, -1.5, "stone_base"),
    (-1.5, PAVED + 0.1, "stone"),
    (PAVED + 0.1, PAVED + 1.0, "granite"),
)
"""Foot, top and colour of the courses of the walls."""
HEAD = 22.0
"""East of here lies the stream."""
RAMP = (-6.0, 26.0)
"""The paths go down between these, metres east."""
MIDDLE = 293.0
"""Middle line at the head; metres north."""
BRIDGES = (("mojeon-bridge", 122.0), ("gwangtong-bridge", 262.0))


def _pair(window: Window, until: float, inner: float, outer: float, side: int) -> tuple[Points, Points]:
    """Two lines beside the stream, from its head to `until` metres east, the right one first (looking down it)."""
    lines = []
    for by in (inner, outer):
        line, _ = walked(offset(LINE, side * by), 12.0)
        lines.append(window.local(line[line[:, 0] <= until]))
    count = min(len(line) for line in lines)
    first, second = (line[:count] for line in lines)
    return (first, second) if side > 0 else (second, first)


def _wall(name: str, line: Points, low: float, high: float, side: int, colour: str) -> Loft:
    """An upright face along a line that is seen from the stream; `side` 1 = its left bank."""
    points = line if side > 0 else line[::-1]
    rows = tuple(tuple((float(x), float(y), z) for x, y in points) for z in (low, high))
    return Loft(name, (0, 0, 0), rows, colour, ESSENTIAL, shade=0.7)


def channel(window: Window, until: float) -> list[Shape]:
    """Walls, paths, banks and water as far as `until` metres east."""
    found: list[Shape] = []
    for side in (-1, 1):
        right, left = _pair(window, until, BANK, PATH, side)
        found.append(ribbon("path", right, left, (LOW, LOW), "paving"))
        right, left = _pair(window, until, EDGE - 0.4, BANK, side)
        heights = (BED, LOW) if side > 0 else (LOW, BED)
        found.append(ribbon("bank", right, left, heights, "stone_base"))
        line, _ = walked(offset(LINE, side * PATH), 12.0)
        local = window.local(line[line[:, 0] <= until])
        for low, high, colour in COURSES:
            found.append(_wall("wall", local, low, high, side, colour))
        line, _ = walked(offset(LINE, side * (WALL + 0.3)), 12.0)
        outer = window.local(line[line[:, 0] <= until])
        found.append(_wall("wall-back", outer, -0.2, PAVED + 1.0, -side, "stone_light"))
        right, left = (local, outer) if side > 0 else (outer, local)
        top = ribbon("coping", right[: len(left)], left[: len(right)], (PAVED + 1.0, PAVED + 1.0), "stone_light")
        found.append(Loft("coping", (0, 0, 0), top.rows, "stone_light", ESSENTIAL))
    right, left = _pair(window, until, -EDGE, EDGE, 1)
    outline = (*((float(x), float(y)) for x, y in right), *((float(x), float(y)) for x, y in left[::-1]))
    found.append(Water("stream", (0, 0, WET), outline, flow=(0.8, -0.05)))
    return found


def base(window: Window, until: float) -> list[Shape]:
    """The ground of the city on both sides of the bed, and west of its head."""
    found: list[Shape] = []
    for side in (-1, 1):
        line = offset(LINE, side * (WALL + 0.2))
        line = np.vstack([[[RAMP[0], MIDDLE + side * (WALL + 0.2)]], line[line[:, 0] <= until]])
        far = np.stack([line[:, 0], np.full(len(line), MIDDLE + side * 1500.0)], 1)
        pair = (line, far) if side > 0 else (far, line)
        right, left = (window.local(one) for one in pair)
        found.append(ribbon("base", right, left, (-0.1, -0.1), "street"))
    for x0, x1 in ((-1500.0, RAMP[0]), (until - 40.0, 1500.0)):
        low = np.array([[x0, MIDDLE - 1500], [x1, MIDDLE - 1500]])
        found.append(ribbon("base", window.local(low), window.local(low + np.array([0, 3000])), (-0.1, -0.1), "street"))
    return found


def head(window: Window) -> list[Shape]:
    """The plaza at the head: two ramps down, the waterfall in two steps between them, the model of the old stream."""
    x0, x1 = RAMP
    dx, dy = window.local(np.array([[0.0, MIDDLE]]))[0]

    def here(points: list[Spot]) -> Points:
        return np.asarray(np.array(points) + np.array([dx, dy]))

    found: list[Shape] = []
    for side in (-1, 1):
        inner, outer = side * BANK, side * PATH
        low, high = min(inner, outer), max(inner, outer)
        rows = tuple(((x0 + dx, y + dy, PAVED), (x1 + dx, y + dy, LOW)) for y in (low, high))
        found.append(Loft("ramp", (0, 0, 0), rows, "paving", ESSENTIAL, floor=True))
        for i in range(12):
            share = (i + 0.5) / 12
            z = PAVED + (LOW - PAVED) * share + 0.03
            x = x0 + (x1 - x0) * share + dx
            found.append(
                Box(
                    "tread",
                    (x, (low + high) / 2 + dy, z - 0.05),
                    (0.5, high - low, 0.05),
                    "stone_dark",
                    ORNAMENT,
                    faces="t",
                    floor=True,
                )
            )
        for y, wall in ((inner, -side), (outer, side)):
            line = here([(x0, y), (x1, y)])
            points = line if wall > 0 else line[::-1]
            foot, top = (PAVED - 0.1, LOW - 0.2), (PAVED + 0.95, PAVED + 0.95)
            ends = foot if wall > 0 else foot[::-1]
            tops = top if wall > 0 else top[::-1]
            for name, flip in (("cheek", 1), ("cheek-back", -1)):
                order = points[::flip]
                lows, highs = ends[::flip], tops[::flip]
                face = tuple(
                    tuple((float(x), float(yy), z) for (x, yy), z in zip(order, zs, strict=True))
                    for zs in (lows, highs)
                )
                found.append(Loft(name, (0, 0, 0), face, "stone", ESSENTIAL, shade=0.8))
        found.append(
            Box("seam", (x1 - 2 + dx, side * (BANK - 0.6) + dy, BED), (8, 1.4, LOW - BED), "stone_base", faces="snewt")
        )
    plaza = here([(x0, -BANK), (12, -BANK)]), here([(x0, BANK), (12, BANK)])
    found.append(ribbon("head-plaza", *plaza, (PAVED, PAVED), "paving_light"))
    found += _falls(dx, dy)
    return found


def _falls(dx: float, dy: float) -> list[Shape]:
    """Basin, first fall, ledge, second fall."""

    def fall(name: str, x: float, foot: float, top: float, wide: float) -> Group:
        strands = []
        for i in range(14):
            south, north = -wide + 2 * wide * i / 14, -wide + 2 * wide * (i + 1) / 14
            loose = 0.22 * ((i * 0.618) % 1.0)
            rows = tuple(
                ((x + bow + dx, south + dy, z), (x + bow + dx, north + dy, z))
                for bow, z in ((0.6 + loose, foot), (0.4 + loose, foot + (top - foot) * 0.6), (0.0, top))
            )
            tone = 0.86 + 0.2 * ((i * 0.382) % 1.0)
            strands.append(
                Loft(f"strand-{i}", (0, 0, 0), rows, "fall", ESSENTIAL, smooth=True, gloss=0.5, glow=0.06, tone=tone)
            )
        return Group(name, (0, 0, 0), tuple(strands), ESSENTIAL)

    y = BANK
    return [
        Box("basin", (14.5 + dx, dy, -0.6), (5, 2 * y, 0.4), "stone_dark", ESSENTIAL, faces="t"),
        Box("basin-edge", (12.1 + dx, dy, -0.5), (0.3, 2 * y, 0.95), "stone_light", ESSENTIAL, faces="snewt"),
        Water("basin-water", (14.6 + dx, dy, -0.14), ((-2.4, -y), (2.2, -y), (2.2, y), (-2.4, y)), flow=(0.6, 0.0)),
        Box("ledge", (19 + dx, dy, BED), (4.6, 2 * y, -2.5 - BED), "stone_base", ESSENTIAL, faces="snet"),
        Box("upper-wall", (15.6 + dx, dy, BED), (2.3, 2 * y, -0.3 - BED), "stone_dark", ESSENTIAL, faces="ne"),
        Water("ledge-water", (19 + dx, dy, -2.42), ((-2.3, -y), (2.3, -y), (2.3, y), (-2.3, y)), flow=(0.9, 0.0)),
        fall("fall-upper", 16.8, -2.5, -0.12, y - 1.6),
        fall("fall-lower", 21.4, WET, -2.4, y - 1.2),
    ]


def shell(at: Point) -> Group:
    """Spring (Oldenburg and van Bruggen, 2006): a shell wound of red and blue, about 20 m high and 6 m across."""
    spirals: list[Shape] = []
    turns, steps = 7, 84
    for i in range(2):
        path, radii = [], []
        for k in range(steps + 1):
            share = k / steps
            angle = 2 * np.pi * turns * share + np.pi * i
            reach = 3.0 * (1 - share) ** 0.85 + 0.1
            path.append((float(np.cos(angle) * reach), float(np.sin(angle) * reach), float(1.0 + 18.6 * share**0.9)))
            radii.append(0.62 * (1 - share) + 0.07)
        spirals.append(
            Tube(
                f"coil-{i}", (0, 0, 0), tuple(path), tuple(radii), ("shell_red", "shell_blue")[i], ESSENTIAL, segments=6
            )
        )
    cone = ((2.5, 0.9), (3.0, 2.4), (2.3, 7.0), (1.5, 12.0), (0.7, 17.0), (0.15, 20.0))
    return Group(
        "spring",
        at,
        (
            Lathe(
                "pool",
                (0, 0, 0),
                ((4.6, 0), (4.6, 0.42), (4.2, 0.42), (4.2, 0.3), (0, 0.3)),
                "granite",
                ESSENTIAL,
                segments=24,
            ),
            Lathe("core", (0, 0, 0), tuple((r * 0.9, z) for r, z in cone), "shell_pale", ESSENTIAL, segments=16),
            *spirals,
        ),
        ESSENTIAL,
    )


def bridge(window: Window, name: str, east: float) -> Group:
    """A low bridge of stone over the stream, its span drawn from wall to wall."""
    line, ways = walked(np.array(LINE, np.float64), 2.0)
    nearest = int(np.argmin(np.abs(line[:, 0] - east)))
    x, y = window.local(line[nearest : nearest + 1])[0]
    turn = float(np.degrees(np.arctan2(ways[nearest][1], ways[nearest][0])))
    arch = tuple((-4.0, PATH - 2 * PATH * i / 10, -3.4 + 2.6 * float(np.sin(np.pi * i / 10)) ** 0.7) for i in range(11))
    face = (arch, tuple((px, py, PAVED) for px, py, _ in arch))
    rail = Box("rail", (-4.1, 0, PAVED), (0.35, 2 * WALL + 1, 1.0), "stone_light", ESSENTIAL)
    return Group(
        name,
        (float(x), float(y), 0),
        (
            Box("deck", (0, 0, PAVED - 0.05), (8.2, 2 * WALL + 2, 0.06), "paving", ESSENTIAL, faces="t"),
            Loft("face-west", (0, 0, 0), face, "stone", ESSENTIAL),
            Group("face-east", (0, 0, 0), (Loft("face", (0, 0, 0), face, "stone", ESSENTIAL),), ESSENTIAL, turn=180),
            Loft(
                "vault",
                (0, 0, 0),
                (arch, tuple((-px, py, z) for px, py, z in arch)),
                "stone_dark",
                ESSENTIAL,
                smooth=True,
                both=True,
            ),
            *row(rail, 2, (8.2, 0, 0)),
        ),
        ESSENTIAL,
        turn=turn,
    )


def banks(window: Window, until: float) -> list[Shape]:
    """Reeds, stones and willows by the water, stepping stones, lamps in the walls."""
    line, ways = walked(np.array(LINE, np.float64), 2.6)
    reeds: list[Five] = []
    stones: list[Five] = []
    lights: list[Five] = []
    ivy: list[Five] = []
    willows: list[Five] = []
    for number, ((east, north), way) in enumerate(zip(line, ways, strict=True)):
        if not HEAD + 4 < east < until:
            continue
        left = np.array([-way[1], way[0]])
        for side in (-1, 1):
            share = ((number * 2 + side) * 0.6180339887) % 1.0
            x, y = window.local((np.array([east, north]) + left * side * (EDGE + 0.25 + 0.9 * share))[None])[0]
            spot = (float(x), float(y), WET + 0.1, 360 * share, 0.7 + 0.6 * share)
            (reeds if share > 0.42 else stones).append(spot)
            if share > 0.5:
                ix, iy = window.local((np.array([east, north]) + left * side * (PATH - 0.1))[None])[0]
                turn = float(np.degrees(np.arctan2(way[1], way[0])))
                ivy.append((float(ix), float(iy), -0.25 - 0.9 * share, turn, 0.7 + 0.8 * share))
            if number % 9 == 4 and side * (number % 2 * 2 - 1) > 0:
                tx, ty = window.local((np.array([east, north]) + left * side * (BANK - 0.4))[None])[0]
                willows.append((float(tx), float(ty), LOW - 0.2, 360 * share, 0.5 + 0.2 * share))
            if number % 3 == 0:
                lx, ly = window.local((np.array([east, north]) + left * side * (PATH - 0.06))[None])[0]
                lights.append((float(lx), float(ly), LOW + 0.5, float(np.degrees(np.arctan2(way[1], way[0]))), 1.0))
    reed = Leaves("reed", (0, 0, -0.1), (0.55, 0.45, 0.42), "leaf_light", SETTING, fine=0)
    stone = Lathe(
        "stone",
        (0, 0, -0.15),
        ((0.55, 0), (0.5, 0.3), (0.25, 0.42), (0, 0.45)),
        "stone_dark",
        SETTING,
        segments=6,
        squash=(1.2, 0.8),
        smooth=False,
    )
    light = Box("light", (0, 0, 0), (0.5, 0.1, 0.12), "lamp", ORNAMENT, faces="snew", glow=1.0)
    dim = msgspec.structs.replace(light, name="dim-light", glow=0.55)  # too weak to be a lamp that lights the walls
    creeper = Leaves("creeper", (0, 0, -0.4), (1.0, 0.16, 0.7), "ivy", SETTING, rough=0.34)
    blades = Lathe(
        "blades", (0, 0, 0), ((0.05, 0), (0.13, 0.6), (0.0, 1.15)), "fern", SETTING, segments=5, smooth=False
    )
    return [
        Scatter("ivy", (0, 0, 0), creeper, tuple(ivy), vary=0.12),
        Scatter(
            "blades", (0, 0, 0), blades, tuple((x + 0.6, y + 0.2, z, t, s) for x, y, z, t, s in reeds[::2]), vary=0.16
        ),
        Scatter(
            "willows", (0, 0, 0), Tree("willow", (0, 0, 0), "zelkova", SETTING, variety=1), tuple(willows), vary=0.06
        ),
        Scatter("reeds", (0, 0, 0), reed, tuple(reeds), vary=0.14),
        Scatter("stones", (0, 0, 0), stone, tuple(stones), vary=0.2),
        Scatter("lights", (0, 0, 0), light, tuple(lights[::3])),
        Scatter("dim-lights", (0, 0, 0), dim, tuple(each for i, each in enumerate(lights) if i % 3)),
        *(_stepping(window, east) for east in (58.0, 96.0, 172.0) if east < until),
    ]


def _stepping(window: Window, east: float) -> Group:
    """Stepping stones from path to path."""
    line, ways = walked(np.array(LINE, np.float64), 2.0)
    nearest = int(np.argmin(np.abs(line[:, 0] - east)))
    x, y = window.local(line[nearest : nearest + 1])[0]
    turn = float(np.degrees(np.arctan2(ways[nearest][1], ways[nearest][0])))
    count = 13
    step = 2 * (BANK + 0.3) / (count - 1)
    slab = Box(
        "slab",
        (0, -BANK - 0.3, BED),
        (1.5, step - 0.12, LOW - 0.03 - BED),
        "granite",
        ESSENTIAL,
        faces="snewt",
        floor=True,
    )
    return Group("stepping-stones", (float(x), float(y), 0), row(slab, count, (0, step, 0)), ESSENTIAL, turn=turn)


def paving(window: Window) -> list[Shape]:
    """The square before the stream, between the two bank roads, with bands of darker stone."""
    south, north = MIDDLE - 18.0, MIDDLE + 18.5
    west, east = -66.0, RAMP[0]
    low = window.local(np.array([[west, south], [east, south]]))
    found: list[Shape] = [ribbon("square", low, low + np.array([0, north - south]), (PAVED, PAVED), "paving")]
    for side in (-1, 1):
        inner, outer = side * (WALL + 0.2), side * 18.3
        first = np.array([[east, MIDDLE + inner], *([x, y + side * (WALL + 0.2)] for x, y in LINE[:5])])
        second = np.array([[east, MIDDLE + outer], *([x, y + side * 17.8] for x, y in LINE[:5])])
        pair = (first, second) if side > 0 else (second, first)
        right, left = (window.local(one) for one in pair)
        found.append(ribbon("promenade", right, left, (PAVED, PAVED), "paving"))
    x0, y0 = window.local(np.array([[west, south]]))[0]
    for i in range(1, 10):
        x = float(x0) + (east - west) * i / 10
        found.append(
            Stripe(
                "band",
                (0, 0, PAVED + 0.015),
                ((x, float(y0)), (x, float(y0) + north - south)),
                0.5,
                "paving_dark",
                ORNAMENT,
            )
        )
    return found
