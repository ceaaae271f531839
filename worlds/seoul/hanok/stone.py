"""Dressed stone: faces of granite blocks whose courses show, and walls under their tiled caps."""

from math import atan2, cos, degrees, hypot, radians, sin

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Loft, Point, Scatter, Shape, Spot

GOLDEN = 0.6180339887498949
CAP = 0.85
"""Half the width of a wall's tiled cap, metres."""


def blocks(
    name: str,
    length: float,
    foot: float,
    top: float,
    y: float,
    colour: str,
    course: float = 0.6,
    long: float = 1.1,
    lean: float = 0.0,
    holes: tuple[tuple[float, float, float], ...] = (),
    vary: float = 0.07,
    until: int = 1,
) -> Scatter:
    """Courses of stones on a wall that looks south at `y`, leaning back by `lean` metres for each metre of height.

    `holes`: arches as (middle, width, height) that stay open.
    """
    rows = max(1, round((top - foot) / course))
    high = (top - foot) / rows
    count = max(1, round(length / long))
    wide = length / count
    spots = []
    for row in range(rows):
        z = foot + row * high
        for i in range(count + row % 2):
            x = -length / 2 + wide * (i + 0.5 - 0.5 * (row % 2))
            x = min(max(x, -length / 2 + wide / 2), length / 2 - wide / 2)
            if any(abs(x - at) < w / 2 + wide / 2 and z < h + 0.25 for at, w, h in holes):
                continue
            spots.append((x, y + lean * z - 0.035, z + 0.02, 0.0, 1.0))
    stone = Box(name, (0, 0, 0), (wide - 0.05, 0.05, high - 0.045), colour, faces="s")
    return Scatter(name, (0, 0, 0), stone, tuple(spots), ORNAMENT, vary=vary, until=until)


def cap(length: float, z: float, half: float = CAP, rise: float = 0.55, colour: str = "tile") -> list[Shape]:
    """A little gabled roof of tiles along a wall that runs east."""
    a, b = -length / 2, length / 2
    parts: list[Shape] = []
    for side, (p, q) in enumerate(((a, b), (b, a))):
        s = -1 if side == 0 else 1
        rows = (
            ((p, s * half, -0.14), (q, s * half, -0.14)),
            ((p, s * half, 0.0), (q, s * half, 0.0)),
            ((p, s * half * 0.5, rise * 0.42), (q, s * half * 0.5, rise * 0.42)),
            ((p, 0.0, rise), (q, 0.0, rise)),
        )
        parts.append(Loft(f"cap-{side}", (0, 0, z), rows, colour, ESSENTIAL, shade=0.9))
        count = max(2, round(length / 0.42))
        run = ((-0.07, s * half, 0.0), (0.07, s * half, 0.0)), ((-0.07, 0.0, rise), (0.07, 0.0, rise))
        rib = run if side == 0 else tuple((row[1], row[0]) for row in run)
        spots = tuple((a + length * (i + 0.5) / count, 0, z + 0.05, 0, 1) for i in range(count))
        parts.append(
            Scatter(f"ribs-{side}", (0, 0, 0), Loft("rib", (0, 0, 0), rib, colour, tone=1.22), spots, ORNAMENT, until=0)
        )
    parts.append(Box("ridge", (0, 0, z + rise - 0.08), (length, 0.3, 0.26), "tile_light", faces="snewt"))
    parts.append(Box("soffit", (0, 0, z - 0.14), (length, half * 2, 0.05), "stone_dark", faces="b", shade=0.5))
    return parts


def piece(
    length: float, height: float, thick: float, rough: float, colours: tuple[str, str], until: int, seen: str
) -> list[Shape]:
    """A stretch of wall running east: rough stones below, dressed ones above, the cap on top. `rough`: its height;
    `seen`: the sides (s, n) whose single stones show."""
    below, above = colours
    parts: list[Shape] = [
        Box("rough", (0, 0, -0.3), (length, thick + 0.1, rough + 0.3), below, ESSENTIAL, faces="snew", shade=0.8),
        Box("dressed", (0, 0, rough), (length, thick, height - rough), above, ESSENTIAL, faces="snew", tone=0.94),
    ]
    for side, turn in (("s", 0.0), ("n", 180.0)):
        if side not in seen:
            continue
        faces: tuple[Shape, ...] = (
            blocks("big", length, 0.0, rough, -thick / 2 - 0.05, below, 0.5, 0.95, vary=0.16, until=until),
            blocks("small", length, rough, height - 0.15, -thick / 2, above, 0.4, 0.75, vary=0.12, until=until),
        )
        parts.append(Group(f"face-{side}", (0, 0, 0), faces, ESSENTIAL, turn=turn))
    return parts + cap(length, height, half=thick / 2 + 0.45)


def wall(
    name: str,
    start: Spot,
    end: Spot,
    height: float = 3.0,
    thick: float = 0.8,
    foot: float = 0.0,
    rough: float = 1.0,
    colours: tuple[str, str] = ("stone_dark", "palace_wall"),
    stretch: float = 18.0,
    rise: float = 0.0,
    until: int = 0,
    seen: str = "sn",
) -> Group:
    """A wall from one spot to another in stretches of about 18 m; `rise`: how much higher its end lies; `seen`: which
    of its right (s) and left (n) sides as one walks along it anybody comes near."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    count = max(1, round(length / stretch))
    each = length / count
    made = tuple(
        Group(
            f"stretch-{i}",
            (each * (i + 0.5), 0, rise * (i + 0.5) / count),
            tuple(piece(each, height, thick, rough, colours, until, seen)),
            ESSENTIAL,
        )
        for i in range(count)
    )
    return Group(name, (start[0], start[1], foot), made, SETTING, turn=degrees(atan2(dy, dx)))


def turned(spot: Spot, turn: float, at: Point) -> Point:
    """Where a spot of a group lies that stands at a point, turned."""
    c, s = cos(radians(turn)), sin(radians(turn))
    return (at[0] + spot[0] * c - spot[1] * s, at[1] + spot[0] * s + spot[1] * c, at[2])
