"""What stands on the summit: the eight-sided pavilion, the five beacons, fences of love locks, the cable car.

Palgakjeong, beacons (Mokmyeoksan Bongsudae), locks and cable car: general knowledge; all sizes are estimates.
"""

from math import atan2, cos, degrees, pi, sin

from worlds.seoul.n_seoul_tower.grounds import TOP, height
from worlds.seoul.park_kit import benches, circle, even, lamps
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Point, Roof, Scatter, Shape, Sign, Tube

LOCKS = ("flower_rose", "flower_gold", "bus_blue", "palace_red", "flower_lilac", "copper", "white", "maple")
PAVILION: Point = (-8.0, 41.0, 0.0)


def pavilion() -> Group:
    """Palgakjeong: eight red posts under an eight-sided roof, on three steps."""
    steps = tuple(
        Lathe(
            f"step-{i}",
            (0, 0, 0),
            ((r, 0), (r, 0.2 * (i + 1)), (0.0, 0.2 * (i + 1))),
            "granite",
            ESSENTIAL,
            segments=8,
            smooth=False,
            floor=True,
            shade=0.85,
        )
        for i, r in enumerate((8.6, 8.0, 7.4))
    )
    posts = tuple(
        Lathe(f"post-{i}", (x, y, 0.6), ((0.32, 0), (0.27, 4.4)), "palace_red", ESSENTIAL, segments=8)
        for i, (x, y) in enumerate(circle(8, 5.6, start=pi / 8))
    )
    beams = tuple(
        Box(
            f"beam-{i}",
            (5.2 * cos(i * pi / 4), 5.2 * sin(i * pi / 4), 4.3),
            (4.4, 0.4, 0.55),
            colour,
            ESSENTIAL,
            faces="snewtb",
            turn=90 + 45 * i,
        )
        for i in range(8)
        for colour in ("palace_green",)
    )
    bands = tuple(
        Box(
            f"band-{i}",
            (5.25 * cos(i * pi / 4), 5.25 * sin(i * pi / 4), 4.85),
            (4.5, 0.7, 0.35),
            "palace_blue",
            ORNAMENT,
            faces="snewtb",
            turn=90 + 45 * i,
        )
        for i in range(8)
    )
    rails = tuple(
        Box(
            f"rail-{i}",
            (5.2 * cos(i * pi / 4), 5.2 * sin(i * pi / 4), 0.95),
            (3.9, 0.12, 0.3),
            "palace_red",
            SETTING,
            turn=90 + 45 * i,
        )
        for i in range(8)
        if i not in (2, 6)
    )
    roof = Roof("roof", (0, 0, 5.2), (11.4, 11.4), 5.0, "tile", overhang=2.1, lift=0.8, kind="moim", sides=8)
    return Group("palgakjeong", PAVILION, (*steps, *posts, *beams, *bands, *rails, roof), ESSENTIAL)


def beacons() -> Group:
    """Five chimneys of stone on one base; as many smoke as the danger is great."""
    stack = ((1.9, 0.0), (1.75, 1.2), (1.35, 2.6), (0.95, 3.5), (0.7, 3.7), (0.45, 3.7), (0.4, 3.2))
    parts: list[Shape] = [
        Box("base", (0, 0, 0), (8.0, 44, 1.2), "stone_dark", ESSENTIAL, shade=0.75, bevel=0.1),
        Box("cap", (0, 0, 1.2), (8.4, 44.4, 0.16), "granite", ESSENTIAL),
    ]
    for i in range(5):
        at = (0.0, -17.6 + 8.8 * i, 1.36)
        parts.append(Lathe(f"beacon-{i}", at, stack, "stone", ESSENTIAL, segments=12, tone=0.95 + 0.03 * (i % 3)))
        parts.append(Box(f"mouth-{i}", (1.72, at[1], 1.5), (0.3, 0.7, 0.9), "ink", ORNAMENT, faces="e"))
    return Group("beacons", (-46.0, -2.0, 0.0), tuple(parts), ESSENTIAL, turn=0)


def _panel() -> Group:
    """Two metres of fence, hung with locks on both sides."""
    locks = tuple(
        Box(
            f"lock-{i}",
            (
                -0.9 + 0.14 * (i % 14) + 0.06 * even(i, 2),
                (-1) ** i * 0.06,
                0.2 + 0.2 * (i // 14) + 0.12 * even(i * 3, 5),
            ),
            (0.12, 0.07, 0.13),
            LOCKS[(i * 5 + i // 14) % len(LOCKS)],
            ORNAMENT,
            faces="sn",
            until=0,
        )
        for i in range(70)
        if even(i, 1) < 0.62
    )
    far = tuple(
        Box(
            f"far-{i}",
            (-0.75 + 0.5 * i, 0, 0.25 + 0.22 * (i % 2)),
            (0.46, 0.14, 0.6),
            LOCKS[i * 2],
            SETTING,
            faces="snt",
            since=1,
        )
        for i in range(4)
    )
    return Group(
        "panel",
        (0, 0, 0),
        (
            Box("rail", (0, 0, 1.2), (2.0, 0.07, 0.06), "steel", SETTING, faces="snewtb"),
            *(
                Box(f"bar-{i}", (0, 0, 0.2 + 0.25 * i), (2.0, 0.03, 0.03), "steel", SETTING, faces="snt")
                for i in range(4)
            ),
            Box("post", (-1, 0, 0), (0.08, 0.08, 1.26), "steel", SETTING, faces="snew"),
            *locks,
            *far,
        ),
        SETTING,
    )


def locks() -> tuple[Group, ...]:
    """The fences along the north and the south-east edge, and trees of locks."""
    found: list[tuple[float, float, float, float, float]] = []
    count = 150
    for i in range(count):
        angle = 2 * pi * i / count
        x, y = (TOP[0] - 1.2) * cos(angle), (TOP[1] - 1.2) * sin(angle)
        if abs(x) < 13 and y < 0:
            continue
        turn = degrees(atan2((TOP[1] - 1) * cos(angle), -(TOP[0] - 1) * sin(angle)))
        found.append((x, y, 0.0, turn, 1.23))
    fences = Scatter("fence", (0, 0, 0), _panel(), tuple(found), SETTING)
    trees: list[Shape] = []
    for n in range(5):
        x, y = 14 + 6.0 * n, 47.5 - 2.6 * n
        trees.append(
            Lathe(
                f"cone-{n}",
                (x, y, 0),
                ((1.0, 0), (1.15, 0.6), (0.6, 2.2), (0.0, 3.3)),
                "leaf_deep",
                SETTING,
                segments=10,
            )
        )
        for i in range(46):
            up = 0.25 + 2.6 * (i / 46)
            radius, angle = 1.18 - 0.33 * max(up - 0.5, 0), i * 2.399963
            at = (x + radius * cos(angle), y + radius * sin(angle), up)
            trees.append(Box(f"bit-{n}-{i}", at, (0.2, 0.2, 0.2), LOCKS[(i + n) % 8], ORNAMENT, turn=degrees(angle)))
    return (Group("locks", (0, 0, 0), (fences, *trees), SETTING),)


def cable_car() -> Group:
    """The upper station, and a cabin on its way down."""
    end: Point = (-190.0, 165.0, height(-190, 165) + 14)
    start: Point = (-48.0, 44.0, 9.0)
    parts: list[Shape] = [
        Box("station", (-44, 40, 0), (15, 10, 5.2), "tower_cream", ESSENTIAL, turn=-42, shade=0.8),
        Box("glass", (-44, 40, 5.2), (13, 8, 2.6), "glass", ESSENTIAL, turn=-42, gloss=0.8, glow=0.3),
        Box("roof", (-44, 40, 7.8), (16, 11, 0.5), "car_red", ESSENTIAL, faces="snewtb", turn=-42),
    ]
    for i, shift in enumerate((-1.6, 1.6)):
        path: tuple[Point, ...] = tuple(
            (
                start[0] + (end[0] - start[0]) * t + shift,
                start[1] + (end[1] - start[1]) * t + shift,
                start[2] + (end[2] - start[2]) * t - 9 * 4 * t * (1 - t),
            )
            for t in (0, 0.2, 0.4, 0.6, 0.8, 1)
        )
        parts.append(Tube(f"cable-{i}", (0, 0, 0), path, (0.06,) * 6, "metal", ESSENTIAL, segments=3))
        x, y, z = path[1 + i]
        parts += [
            Box(
                f"cabin-{i}",
                (x, y, z - 4.2),
                (3.4, 5.0, 2.6),
                ("car_red", "bus_blue")[i],
                ESSENTIAL,
                faces="snewtb",
                turn=48,
                bevel=0.4,
            ),
            Box(
                f"window-{i}",
                (x, y, z - 3.1),
                (3.5, 5.1, 1.0),
                "window",
                ESSENTIAL,
                faces="snew",
                turn=48,
                gloss=0.9,
                glow=0.4,
            ),
            Box(f"arm-{i}", (x, y, z - 1.6), (0.2, 0.2, 1.6), "metal", SETTING, faces="snew"),
        ]
    words = {"ko": "남산 케이블카", "en": "Namsan Cable Car", "zh": "南山缆车", "ja": "南山ケーブルカー"}
    parts.append(Sign("sign", (-40.4, 35.9, 3.6), (6.4, 0.9), words, "white", "seoul_blue", turn=-42))
    return Group("cable-car", (0, 0, 0), tuple(parts), ESSENTIAL)


def furniture() -> Group:
    """Lamps and benches round the plaza."""
    posts = tuple((x, y, 0.0) for x, y in circle(14, 50, 0.88, 0.22) if not (abs(x) < 10 and y < 0))
    seats = tuple((1.0 * x, y, 0.0, degrees(atan2(y, x)) + 90) for x, y in circle(16, 33, 1.0, 0.1) if y < 24)
    return Group("furniture", (0, 0, 0), (lamps(posts), benches(seats)), SETTING)
