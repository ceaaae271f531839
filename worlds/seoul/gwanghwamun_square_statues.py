"""The two statues of Gwanghwamun Square: Admiral Yi Sun-sin (1968) and King Sejong (2009), with what stands by them.

Yi: bronze 6.5 m on a stone base of 10.5 m, facing south, with turtle ships; Sejong: 6.2 m of golden bronze on a base of
4.2 m (general knowledge). Before the king stand the celestial globe, the sundial and the rain gauge of his reign.
Poses by general knowledge; no model was used. Both look to -y.
"""

from math import cos, pi, sin

from worlds.shape import ESSENTIAL, ORNAMENT, Box, Disc, Group, Lathe, Leaves, Loft, Point, Shape, Sign, Spot, Tube, row

Parts = list[Shape]
ADMIRAL: Point = (-111.0, 499.0, 0.16)
KING: Point = (-111.0, 677.0, 0.16)
"""Metres east and north in the city, and above the place's ground; both 14 m west of the true spots."""
BRONZE, GOLD = "statue_bronze", "statue_gold"
YI = {"ko": "충무공 이순신 장군상", "en": "Admiral Yi Sun-sin", "zh": "忠武公李舜臣将军像", "ja": "忠武公李舜臣将軍像"}
SEJONG = {"ko": "세종대왕", "en": "King Sejong the Great", "zh": "世宗大王", "ja": "世宗大王"}


def _turned(name: str, profile: tuple[Spot, ...], metal: str, at: Point = (0, 0, 0), squash: Spot = (1, 1)) -> Lathe:
    return Lathe(name, at, profile, metal, ESSENTIAL, segments=16, squash=squash, gloss=0.3, glow=0.05)


def _limb(name: str, path: tuple[Point, ...], radii: tuple[float, ...], metal: str) -> Tube:
    return Tube(name, (0, 0, 0), path, radii, metal, ESSENTIAL, segments=10, gloss=0.3, glow=0.05)


def _ball(name: str, at: Point, radius: float, metal: str, squash: Spot = (1, 1)) -> Lathe:
    profile = tuple((radius * sin(pi * i / 8), -radius * cos(pi * i / 8)) for i in range(9))
    return _turned(name, profile, metal, at, squash)


def _admiral() -> Parts:
    """Armour with shoulder guards and a flared coat of plates, a spiked helmet, the long sword in the right hand."""
    plates = tuple(
        _turned(
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
        *(_limb(f"leg-{s}", ((s * 0.5, -0.1, 0.1), (s * 0.46, 0.02, 1.8)), (0.36, 0.46), BRONZE) for s in (-1, 1)),
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
        _turned("coat", ((1.12, 0.9), (0.98, 1.9), (0.84, 2.9), (0.78, 3.6)), BRONZE, squash=(1.04, 0.84)),
        *plates,
        _turned("belt", ((0.86, 3.42), (0.9, 3.56), (0.86, 3.72)), BRONZE, squash=(1.06, 0.84)),
        _ball("buckle", (0, -0.74, 3.56), 0.2, BRONZE),
        _turned(
            "chest",
            ((0.8, 3.6), (0.94, 4.2), (1.04, 4.75), (0.8, 5.1), (0.34, 5.3), (0.3, 5.45)),
            BRONZE,
            squash=(1.1, 0.74),
        ),
        *(_ball(f"shoulder-{s}", (s * 1.08, 0.0, 4.8), 0.52, BRONZE, (1.0, 0.9)) for s in (-1, 1)),
        *(
            _turned(
                f"shoulder-plate-{s}",
                ((0.66, -0.62), (0.58, -0.1), (0.3, 0.34)),
                BRONZE,
                (s * 1.14, 0, 4.78),
                (0.9, 0.86),
            )
            for s in (-1, 1)
        ),
        _limb("right-arm", ((-1.14, 0, 4.7), (-1.42, -0.1, 3.9), (-1.32, -0.62, 3.35)), (0.36, 0.31, 0.22), BRONZE),
        _ball("right-hand", (-1.32, -0.72, 3.3), 0.25, BRONZE),
        _limb("left-arm", ((1.14, 0, 4.7), (1.62, 0.12, 4.0), (1.12, -0.42, 3.52)), (0.36, 0.31, 0.22), BRONZE),
        _ball("left-hand", (1.05, -0.5, 3.5), 0.26, BRONZE),
        _limb("sword", ((-1.42, -0.86, 0.25), (-1.4, -0.84, 1.4), (-1.33, -0.78, 3.1)), (0.07, 0.12, 0.12), BRONZE),
        _limb("hilt", ((-1.32, -0.76, 3.4), (-1.28, -0.73, 4.3)), (0.085, 0.1), BRONZE),
        Lathe(
            "sword-guard",
            (-1.33, -0.77, 3.56),
            ((0.0, 0), (0.26, 0.02), (0.26, 0.08), (0.0, 0.1)),
            BRONZE,
            ESSENTIAL,
            segments=10,
        ),
        _ball("head", (0, -0.06, 5.66), 0.42, BRONZE, (0.92, 1.0)),
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
        _turned(
            "helmet",
            ((0.64, 5.74), (0.56, 5.82), (0.52, 6.05), (0.34, 6.34), (0.12, 6.48), (0.05, 6.8), (0.0, 7.05)),
            BRONZE,
        ),
        _ball("plume", (0, 0, 6.86), 0.17, BRONZE),
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


def _king() -> Parts:
    """Seated in a wide robe, the winged cap on his head, a book in the left hand, the right arm held out."""
    wing = tuple(
        Leaves(f"wing-{s}", (s * 0.3, 0.46, 5.55), (0.19, 0.07, 0.42), GOLD, ESSENTIAL, rough=0.0, fine=1, turn=-s * 12)
        for s in (-1, 1)
    )
    lap = tuple(
        tuple((x, y, z) for x in (-1.5, -0.75, 0.0, 0.75, 1.5))
        for y, z in ((-1.95, 0.05), (-1.98, 1.2), (-1.85, 2.1), (-1.4, 2.36), (-0.4, 2.3))
    )
    return [
        Box("seat", (0, 0.5, 0), (4.0, 2.6, 1.7), GOLD, ESSENTIAL, bevel=0.1, gloss=0.3, shade=0.8),
        Box("back", (0, 1.6, 0), (3.5, 0.4, 4.3), GOLD, ESSENTIAL, bevel=0.1, gloss=0.3),
        Lathe(
            "back-top",
            (0, 1.6, 4.1),
            ((1.75, 0), (1.5, 0.45), (0.6, 0.62), (0.0, 1.0)),
            GOLD,
            ESSENTIAL,
            segments=14,
            squash=(1, 0.12),
            gloss=0.3,
            glow=0.16,
        ),
        *(
            Box(
                f"arm-rest-{s}",
                (s * 1.85, 0.3, 1.7),
                (0.36, 2.2, 0.9),
                GOLD,
                ESSENTIAL,
                bevel=0.08,
                gloss=0.3,
                glow=0.16,
            )
            for s in (-1, 1)
        ),
        _turned("skirt", ((1.95, 0.0), (1.85, 0.8), (1.7, 1.7), (1.3, 2.3)), GOLD, (0, -0.35, 0), (1.0, 0.9)),
        *(
            _limb(
                f"thigh-{s}",
                ((s * 0.62, 0.2, 2.0), (s * 0.82, -1.25, 2.0), (s * 0.86, -1.6, 1.7)),
                (0.66, 0.64, 0.5),
                GOLD,
            )
            for s in (-1, 1)
        ),
        *(_limb(f"shin-{s}", ((s * 0.86, -1.5, 1.9), (s * 0.84, -1.62, 0.2)), (0.58, 0.52), GOLD) for s in (-1, 1)),
        Loft("lap", (0, 0, 0), lap, GOLD, ESSENTIAL, smooth=True, gloss=0.3, both=True),
        *(
            Box(f"shoe-{s}", (s * 0.72, -2.1, 0), (0.62, 0.9, 0.34), GOLD, ESSENTIAL, bevel=0.1, gloss=0.3)
            for s in (-1, 1)
        ),
        _turned(
            "chest",
            ((1.15, 1.9), (1.18, 2.7), (1.26, 3.5), (1.08, 4.05), (0.5, 4.35), (0.4, 4.5)),
            GOLD,
            squash=(1.1, 0.8),
        ),
        _turned("belt", ((1.22, 2.62), (1.3, 2.74), (1.22, 2.86)), GOLD, (0, -0.08, 0), (1.12, 0.9)),
        Disc("dragon", (0, -1.0, 3.4), 0.46, "brass", ORNAMENT, segments=14, gloss=0.4),
        _limb("left-arm", ((1.2, 0, 3.85), (1.62, -0.35, 2.9), (0.95, -1.35, 2.75)), (0.52, 0.6, 0.46), GOLD),
        _ball("left-hand", (0.8, -1.55, 2.78), 0.26, GOLD),
        Box("book-a", (0.62, -1.78, 2.82), (0.55, 0.8, 0.1), GOLD, ESSENTIAL, turn=14, gloss=0.3),
        Box("book-b", (1.16, -1.68, 2.86), (0.55, 0.8, 0.1), GOLD, ESSENTIAL, turn=14, gloss=0.3),
        _limb("right-arm", ((-1.2, 0, 3.85), (-1.72, -0.7, 3.3), (-1.5, -1.75, 3.72)), (0.52, 0.56, 0.34), GOLD),
        _limb("right-sleeve", ((-1.62, -0.6, 3.2), (-1.6, -1.3, 2.9)), (0.5, 0.3), GOLD),
        _ball("right-hand", (-1.46, -1.98, 3.82), 0.25, GOLD, (0.8, 1.3)),
        _ball("head", (0, -0.1, 4.98), 0.6, GOLD, (0.92, 1.0)),
        Lathe(
            "beard",
            (0, -0.52, 4.12),
            ((0.03, 0), (0.2, 0.3), (0.3, 0.62), (0.12, 0.8)),
            GOLD,
            ESSENTIAL,
            segments=8,
            gloss=0.3,
            glow=0.16,
        ),
        *(_ball(f"ear-{s}", (s * 0.55, -0.05, 4.98), 0.14, GOLD, (0.6, 1)) for s in (-1, 1)),
        _turned("cap", ((0.63, 5.1), (0.66, 5.36), (0.58, 5.56), (0.2, 5.66), (0, 5.66)), GOLD),
        _turned("cap-back", ((0.5, 5.3), (0.48, 5.9), (0.34, 6.12), (0, 6.2)), GOLD, (0, 0.2, 0), (1.0, 0.7)),
        *wing,
    ]


def _circle(name: str, radius: float, tilt: float, turn: float, colour: str) -> Tube:
    path = tuple(
        (
            radius * cos(2 * pi * i / 20),
            radius * sin(2 * pi * i / 20) * cos(tilt),
            radius * sin(2 * pi * i / 20) * sin(tilt),
        )
        for i in range(21)
    )
    return Tube(name, (0, 0, 1.9), path, (0.05,) * 21, colour, segments=4, turn=turn, gloss=0.4)


def instruments(at: Point) -> Group:
    """The celestial globe, the hemispherical sundial and the rain gauge, each on its stone."""
    bowl: tuple[Spot, ...] = ((0.2, 0), (0.62, 0.2), (0.8, 0.6), (0.74, 0.62), (0.5, 0.28), (0, 0.2))
    return Group(
        "instruments",
        at,
        (
            *(
                Box(f"stone-{x}", (x, 0, 0), (2.0, 2.0, 0.7), "granite", shade=0.75, bevel=0.06)
                for x in (-7.0, 0.0, 7.0)
            ),
            Group(
                "globe",
                (0, 0, 0.7),
                (
                    Lathe(
                        "stand",
                        (0, 0, 0),
                        ((0.7, 0), (0.6, 0.1), (0.12, 0.25), (0.1, 0.9)),
                        GOLD,
                        segments=10,
                        gloss=0.4,
                    ),
                    *(
                        _circle(f"ring-{i}", 0.95 - 0.05 * i, tilt, turn, GOLD)
                        for i, (tilt, turn) in enumerate(((0.1, 0), (pi / 2, 0), (pi / 2, 90), (0.7, 30)))
                    ),
                    Leaves("sphere", (0, 0, 1.55), (0.36, 0.36, 0.36), GOLD, rough=0.0, fine=1),
                ),
            ),
            Lathe("sundial", (-7, 0, 0.7), bowl, GOLD, segments=16, gloss=0.4),
            Lathe(
                "rain-gauge",
                (7, 0, 0.7),
                ((0.26, 0), (0.26, 0.9), (0.3, 0.92), (0.22, 0.92), (0.2, 0.3)),
                GOLD,
                segments=12,
                gloss=0.4,
            ),
        ),
    )


def king_sejong(at: Point) -> Group:
    """The whole monument: the instruments before it, the plinth with its name, six columns behind, the king."""
    column = Lathe(
        "column",
        (-15, 9.5, 0),
        ((0.62, 0), (0.62, 0.5), (0.5, 0.7), (0.5, 4.0), (0.62, 4.2), (0.62, 4.6), (0, 4.7)),
        "stone_light",
        ESSENTIAL,
        segments=10,
    )
    return Group(
        "king-sejong",
        at,
        (
            Box("terrace", (0, 0, 0), (15, 13, 0.35), "granite", ESSENTIAL, shade=0.85),
            Box("plinth", (0, 0, 0.35), (9.6, 8.6, 0.65), "stone_light", ESSENTIAL),
            Box("base", (0, 0, 1.0), (7.4, 6.6, 2.8), "stone", ESSENTIAL, bevel=0.06),
            Box("cornice", (0, 0, 3.8), (7.9, 7.1, 0.4), "stone_light", ESSENTIAL, faces="snewtb"),
            Sign("name", (0, -3.32, 1.75), (3.6, 1.05), SEJONG, "stone", "statue_gold"),
            *(
                Group(
                    f"relief-{turn}",
                    (0, 0, 0),
                    (
                        Box(
                            "relief",
                            (0, -3.7, 1.5),
                            (4.4, 0.16, 1.8),
                            BRONZE,
                            ORNAMENT,
                            faces="sewt",
                            gloss=0.3,
                            glow=0.16,
                        ),
                    ),
                    turn=turn,
                )
                for turn in (90, 270)
            ),
            Group("figure", (0, 0.3, 4.2), tuple(_king()), ESSENTIAL),
            *row(column, 6, (6, 0, 0)),
            instruments((0, -14, 0)),
        ),
        ESSENTIAL,
    )
