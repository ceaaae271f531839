"""Admiral Yi Sun-sin (1968) on Gwanghwamun Square: the figure, its base, turtle ships and drums.

Bronze 6.5 m on a stone base of 10.5 m, facing south (general knowledge); the pose likewise, no model was used.
He looks to -y. The king's figures stand here too, so that both keep to one axis.
"""

from math import cos, pi, sin

from worlds.seoul.bronze import BRONZE, ball, limb, turned
from worlds.seoul.hanok.floodlights import floodlights
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Lathe, Loft, Point, Shape, Sign, Tube, row

Parts = list[Shape]
ADMIRAL: Point = (-111.0, 499.0, 0.16)
KING: Point = (-111.0, 677.0, 0.16)
"""Metres east and north in the city, and above the place's ground; both 14 m west of the true spots."""
YI = {"ko": "충무공 이순신 장군상", "en": "Admiral Yi Sun-sin", "zh": "忠武公李舜臣将军像", "ja": "忠武公李舜臣将軍像"}


def _admiral() -> Parts:
    """Armour with shoulder guards and a flared coat of plates, a spiked helmet, the long sword in the right hand."""
    plates = tuple(
        turned(
            f"plates-{i}",
            ((1.2 - 0.085 * i, 0.78 + 0.52 * i), (1.08 - 0.085 * i, 1.26 + 0.52 * i)),
            BRONZE,
            squash=(1.04, 0.84),
        )
        for i in range(5)
    )
    cape = tuple(
        tuple(
            (1.0 * x * (1 + 0.35 * k), 0.62 + 0.3 * k - 0.28 * abs(x), 5.0 - 4.1 * k)
            for x in (1.0, 0.5, 0.0, -0.5, -1.0)
        )
        for k in (1.0, 0.66, 0.33, 0.0)
    )
    guard = tuple(
        (0.72 * sin(a) * w, 0.72 * cos(a) * w, z) for w, z in ((1.0, 5.15),) for a in (1.9, 1.0, 0.0, -1.0, -1.9)
    )
    guard_top = tuple((0.56 * sin(a), 0.56 * cos(a), 5.78) for a in (1.9, 1.0, 0.0, -1.0, -1.9))
    return [
        *(limb(f"leg-{s}", ((s * 0.5, -0.1, 0.1), (s * 0.46, 0.02, 1.8)), (0.36, 0.46), BRONZE) for s in (-1, 1)),
        *(
            Box(
                f"boot-{s}",
                (s * 0.54, -0.38, 0),
                (0.6, 1.15, 0.42),
                BRONZE,
                ESSENTIAL,
                bevel=0.12,
                gloss=0.3,
                glow=0.16,
            )
            for s in (-1, 1)
        ),
        turned("coat", ((1.12, 0.9), (0.98, 1.9), (0.84, 2.9), (0.78, 3.6)), BRONZE, squash=(1.04, 0.84)),
        *plates,
        turned("belt", ((0.86, 3.42), (0.9, 3.56), (0.86, 3.72)), BRONZE, squash=(1.06, 0.84)),
        ball("buckle", (0, -0.74, 3.56), 0.2, BRONZE),
        turned(
            "chest",
            ((0.8, 3.6), (0.94, 4.2), (1.04, 4.75), (0.8, 5.1), (0.34, 5.3), (0.3, 5.45)),
            BRONZE,
            squash=(1.1, 0.74),
        ),
        *(ball(f"shoulder-{s}", (s * 1.08, 0.0, 4.8), 0.52, BRONZE, (1.0, 0.9)) for s in (-1, 1)),
        *(
            turned(
                f"shoulder-plate-{s}",
                ((0.66, -0.62), (0.58, -0.1), (0.3, 0.34)),
                BRONZE,
                (s * 1.14, 0, 4.78),
                (0.9, 0.86),
            )
            for s in (-1, 1)
        ),
        limb("right-arm", ((-1.14, 0, 4.7), (-1.42, -0.1, 3.9), (-1.32, -0.62, 3.35)), (0.36, 0.31, 0.22), BRONZE),
        ball("right-hand", (-1.32, -0.72, 3.3), 0.25, BRONZE),
        limb("left-arm", ((1.14, 0, 4.7), (1.62, 0.12, 4.0), (1.12, -0.42, 3.52)), (0.36, 0.31, 0.22), BRONZE),
        ball("left-hand", (1.05, -0.5, 3.5), 0.26, BRONZE),
        limb("sword", ((-1.42, -0.86, 0.25), (-1.4, -0.84, 1.4), (-1.33, -0.78, 3.1)), (0.07, 0.12, 0.12), BRONZE),
        limb("hilt", ((-1.32, -0.76, 3.4), (-1.28, -0.73, 4.3)), (0.085, 0.1), BRONZE),
        Lathe(
            "sword-guard",
            (-1.33, -0.77, 3.56),
            ((0.0, 0), (0.26, 0.02), (0.26, 0.08), (0.0, 0.1)),
            BRONZE,
            ESSENTIAL,
            segments=10,
        ),
        ball("head", (0, -0.06, 5.66), 0.42, BRONZE, (0.92, 1.0)),
        Lathe(
            "beard",
            (0, -0.34, 4.98),
            ((0.02, 0), (0.16, 0.26), (0.24, 0.5), (0.1, 0.62)),
            BRONZE,
            ESSENTIAL,
            segments=8,
            gloss=0.3,
            glow=0.16,
        ),
        turned(
            "helmet",
            ((0.64, 5.74), (0.56, 5.82), (0.52, 6.05), (0.34, 6.34), (0.12, 6.48), (0.05, 6.8), (0.0, 7.05)),
            BRONZE,
        ),
        ball("plume", (0, 0, 6.86), 0.17, BRONZE),
        Loft("neck-guard", (0, 0, 0), (guard, guard_top), BRONZE, ESSENTIAL, smooth=True, both=True, gloss=0.3),
        Loft("cape", (0, 0, 0), cape, BRONZE, ESSENTIAL, smooth=True, both=True, gloss=0.25),
    ]


def _turtle_ship() -> Group:
    """A turtle ship 3 m long in bronze on a low block: hull, spiked shell, dragon's head, oars; it sails to -y."""
    ribs = (-1.5, -1.0, -0.3, 0.5, 1.2, 1.6)
    wide = (0.2, 0.62, 0.78, 0.78, 0.62, 0.4)
    hull = tuple(
        tuple((s * w * f, y, z) for s, f, z in ((1, 1.0, 0.62), (1, 0.7, 0.1), (-1, 0.7, 0.1), (-1, 1.0, 0.62)))
        for y, w in zip(ribs, wide, strict=True)
    )
    shell = tuple(
        tuple((w * cos(pi * k / 6) * 1.02, y, 0.62 + 0.62 * w * sin(pi * k / 6) / 0.7) for k in range(7))
        for y, w in zip(ribs, wide, strict=True)
    )
    spikes = tuple(
        Lathe(
            f"spike-{i}",
            (0.3 * (i % 3 - 1), -0.8 + 0.4 * (i // 3), 1.12),
            ((0.04, 0), (0.0, 0.22)),
            BRONZE,
            ORNAMENT,
            segments=5,
            until=0,
        )
        for i in range(15)
    )
    oar = Tube(
        "oar", (0.7, -0.8, 0.42), ((0, 0, 0), (0.7, 0.12, -0.3)), (0.03, 0.04), BRONZE, ORNAMENT, segments=4, until=1
    )
    return Group(
        "turtle-ship",
        (0, 0, 0),
        (
            Box("block", (0, 0, 0), (2.2, 3.8, 1.1), "granite", ESSENTIAL, shade=0.75, bevel=0.08),
            Group(
                "ship",
                (0, 0, 1.1),
                (
                    Loft("hull", (0, 0, 0), hull, BRONZE, ESSENTIAL, both=True, gloss=0.3),
                    Loft("shell", (0, 0, 0), shell, BRONZE, ESSENTIAL, smooth=True, both=True, gloss=0.35),
                    Tube(
                        "neck",
                        (0, -1.4, 0.5),
                        ((0, 0.2, 0), (0, -0.25, 0.32), (0, -0.55, 0.42)),
                        (0.2, 0.16, 0.2),
                        BRONZE,
                        segments=7,
                    ),
                    *spikes,
                    *row(oar, 5, (0, 0.42, 0)),
                    Group("oars-west", (0, 0.1, 0), row(oar, 5, (0, 0.42, 0)), turn=180),
                ),
                ESSENTIAL,
            ),
        ),
        ESSENTIAL,
    )


def admiral_yi(at: Point) -> Group:
    """The whole monument: three broad steps, the tapering base with its name, drums and ships, the figure."""
    base: tuple[tuple[float, float], ...] = (
        (2.5, 1.5),
        (2.45, 3.0),
        (2.2, 3.1),
        (1.95, 9.3),
        (2.3, 9.5),
        (2.3, 10.1),
        (1.7, 10.5),
    )
    rows = tuple(
        tuple((x * w, y * w * 0.92, z) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))) for w, z in base
    )
    drum = Lathe(
        "drum",
        (0, 0, 0),
        ((0.5, 0), (0.62, 0.35), (0.62, 0.6), (0.5, 0.95), (0.0, 0.95)),
        BRONZE,
        segments=14,
        gloss=0.3,
        glow=0.16,
    )
    return Group(
        "admiral-yi",
        at,
        (
            floodlights("floodlights", (0, 0, 1.2), (5.0, 4.6)),
            *(
                Box(
                    f"step-{i}",
                    (0, 0, 0),
                    (16 - 3.2 * i, 16 - 3.2 * i, 0.4 * (i + 1)),
                    "granite",
                    ESSENTIAL,
                    shade=0.85,
                )
                for i in range(3)
            ),
            Box("foot", (0, 0, 1.2), (5.8, 5.4, 0.4), "stone_light", ESSENTIAL),
            Loft("base", (0, 0, 0), rows, "stone_light", ESSENTIAL, shade=0.85),
            Box("top", (0, 0, 10.2), (3.4, 3.1, 0.3), "stone_light", ESSENTIAL, faces="t"),
            Box("relief", (0, -2.36, 1.7), (3.2, 0.2, 1.2), BRONZE, ORNAMENT, faces="sewt", gloss=0.3),
            Sign("name", (0, -2.08, 6.2), (2.7, 0.62), YI, BRONZE, "brass"),
            Group("figure", (0, 0, 10.5), tuple(_admiral()), ESSENTIAL),
            *(Group(f"ship-{s}", (s * 5.2, -6.0, 0.8), (_turtle_ship(),), ESSENTIAL) for s in (-1, 1)),
            *(Group(f"drum-{s}", (s * 2.6, -4.6, 1.2), (drum,)) for s in (-1, 1)),
        ),
        ESSENTIAL,
    )
