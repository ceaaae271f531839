"""The board of figures in the mayor's office, 4 x 1.8 m: fires, traffic, air. Samples, no figures of any day."""

from math import sin

from worlds.shape import ESSENTIAL, ORNAMENT, Box, Disc, Shape, Sign, Words

WIDE, HIGH = 4.0, 1.8
HEADING = {
    "ko": "서울 상황판 · 예시 수치",
    "en": "Seoul today · sample figures",
    "zh": "首尔状况 · 示例数据",
    "ja": "ソウルの状況・見本の数値",
}
FIELDS: tuple[tuple[Words, str, str], ...] = (
    ({"ko": "화재 · 구조 3", "en": "Fire, rescue 3", "zh": "消防救援 3", "ja": "火災・救助 3"}, "taxi", "bars"),
    (
        {"ko": "교통 27 km/h", "en": "Traffic 27 km/h", "zh": "交通 27 km/h", "ja": "交通 27 km/h"},
        "signal_green",
        "line",
    ),
    ({"ko": "공기 좋음 18", "en": "Air good 18", "zh": "空气优 18", "ja": "大気 良好 18"}, "tint_sky", "rings"),
)
"""Heading of each field, its colour, and how its figures are drawn."""


def dashboard() -> tuple[Shape, ...]:
    """Frame, dark face and three fields; it looks to -y, zero in the middle of its lower edge on the wall."""
    parts: list[Shape] = [
        Box("frame", (0, -0.05, 0), (WIDE + 0.1, 0.1, HIGH + 0.1), "ink", ESSENTIAL, faces="snewtb"),
        Box("face", (0, -0.104, 0.05), (WIDE, 0.008, HIGH), "screen", ESSENTIAL, faces="s", glow=0.2, gloss=0.3),
        Sign("heading", (0, -0.07, 1.56), (3.7, 0.26), HEADING, "media_wall", "white"),
    ]
    for number, (words, tint, kind) in enumerate(FIELDS):
        x = -1.3 + 1.3 * number
        parts += [
            Box(
                f"field-{number}",
                (x, -0.112, 0.13),
                (1.2, 0.006, 1.36),
                "media_wall",
                ESSENTIAL,
                faces="s",
                glow=0.2,
                tone=0.8,
            ),
            Sign(f"words-{number}", (x, -0.075, 1.2), (1.16, 0.24), words, "media_wall", "lamp"),
            *_drawn(kind, x, tint),
        ]
    return tuple(parts)


def _drawn(kind: str, x: float, tint: str) -> tuple[Shape, ...]:
    """The picture of one field."""
    if kind == "bars":
        return tuple(
            Box(
                f"bar-{i}",
                (x - 0.48 + 0.12 * i, -0.118, 0.22),
                (0.08, 0.006, 0.2 + 0.56 * (i * 0.618 % 1)),
                tint,
                ORNAMENT,
                faces="s",
                glow=0.2,
            )
            for i in range(9)
        )
    if kind == "line":
        return tuple(
            Box(
                f"dot-{i}",
                (x - 0.5 + 0.05 * i, -0.118, 0.5 + 0.22 * sin(0.55 * i) + 0.01 * i),
                (0.055, 0.006, 0.05),
                tint,
                ORNAMENT,
                faces="s",
                glow=0.2,
            )
            for i in range(21)
        )
    return tuple(
        Disc(
            f"ring-{i}", (x, -0.118 - 0.004 * i, 0.64), radius, tint if i % 2 == 0 else "media_wall", ORNAMENT, glow=0.2
        )
        for i, radius in enumerate((0.42, 0.35, 0.28, 0.21, 0.14))
    )
