"""King Sejong (2009) on Gwanghwamun Square, with the instruments of his reign before him.

6.2 m of golden bronze on a base of 4.2 m; pose and sizes by general knowledge, no model was used. He looks to -y.
"""

from math import cos, pi, sin

from worlds.seoul.bronze import BRONZE, GOLD, ball, limb, turned
from worlds.seoul.hanok.floodlights import floodlights
from worlds.shape import ESSENTIAL, ORNAMENT, Box, Disc, Group, Lathe, Leaves, Loft, Point, Shape, Sign, Spot, Tube, row

Parts = list[Shape]
SEJONG = {"ko": "세종대왕", "en": "King Sejong the Great", "zh": "世宗大王", "ja": "世宗大王"}


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
        turned("skirt", ((1.95, 0.0), (1.85, 0.8), (1.7, 1.7), (1.3, 2.3)), GOLD, (0, -0.35, 0), (1.0, 0.9)),
        *(
            limb(
                f"thigh-{s}",
                ((s * 0.62, 0.2, 2.0), (s * 0.82, -1.25, 2.0), (s * 0.86, -1.6, 1.7)),
                (0.66, 0.64, 0.5),
                GOLD,
            )
            for s in (-1, 1)
        ),
        *(limb(f"shin-{s}", ((s * 0.86, -1.5, 1.9), (s * 0.84, -1.62, 0.2)), (0.58, 0.52), GOLD) for s in (-1, 1)),
        Loft("lap", (0, 0, 0), lap, GOLD, ESSENTIAL, smooth=True, gloss=0.3, both=True),
        *(
            Box(f"shoe-{s}", (s * 0.72, -2.1, 0), (0.62, 0.9, 0.34), GOLD, ESSENTIAL, bevel=0.1, gloss=0.3)
            for s in (-1, 1)
        ),
        turned(
            "chest",
            ((1.15, 1.9), (1.18, 2.7), (1.26, 3.5), (1.08, 4.05), (0.5, 4.35), (0.4, 4.5)),
            GOLD,
            squash=(1.1, 0.8),
        ),
        turned("belt", ((1.22, 2.62), (1.3, 2.74), (1.22, 2.86)), GOLD, (0, -0.08, 0), (1.12, 0.9)),
        Disc("dragon", (0, -1.0, 3.4), 0.46, "brass", ORNAMENT, segments=14, gloss=0.4),
        limb("left-arm", ((1.2, 0, 3.85), (1.62, -0.35, 2.9), (0.95, -1.35, 2.75)), (0.52, 0.6, 0.46), GOLD),
        ball("left-hand", (0.8, -1.55, 2.78), 0.26, GOLD),
        Box("book-a", (0.62, -1.78, 2.82), (0.55, 0.8, 0.1), GOLD, ESSENTIAL, turn=14, gloss=0.3),
        Box("book-b", (1.16, -1.68, 2.86), (0.55, 0.8, 0.1), GOLD, ESSENTIAL, turn=14, gloss=0.3),
        limb("right-arm", ((-1.2, 0, 3.85), (-1.72, -0.7, 3.3), (-1.5, -1.75, 3.72)), (0.52, 0.56, 0.34), GOLD),
        limb("right-sleeve", ((-1.62, -0.6, 3.2), (-1.6, -1.3, 2.9)), (0.5, 0.3), GOLD),
        ball("right-hand", (-1.46, -1.98, 3.82), 0.25, GOLD, (0.8, 1.3)),
        ball("head", (0, -0.1, 4.98), 0.6, GOLD, (0.92, 1.0)),
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
        *(ball(f"ear-{s}", (s * 0.55, -0.05, 4.98), 0.14, GOLD, (0.6, 1)) for s in (-1, 1)),
        turned("cap", ((0.63, 5.1), (0.66, 5.36), (0.58, 5.56), (0.2, 5.66), (0, 5.66)), GOLD),
        turned("cap-back", ((0.5, 5.3), (0.48, 5.9), (0.34, 6.12), (0, 6.2)), GOLD, (0, 0.2, 0), (1.0, 0.7)),
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
            floodlights("floodlights", (0, 0, 0.35), (9.6, 8.6)),
            Group("figure", (0, 0.3, 4.2), tuple(_king()), ESSENTIAL),
            *row(column, 6, (6, 0, 0)),
            instruments((0, -14, 0)),
        ),
        ESSENTIAL,
    )
