"""Horses of bronze at the entrance, where a race course was, and the sika deer of the meadow. Shapes: our own."""

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Point, Shape, Tube

Leg = tuple[float, float, float, float]
"""x and y of the hip, how far the knee and the hoof reach forward."""


def _creature(colour: str, legs: tuple[Leg, ...], head: tuple[Point, ...], tail: tuple[Point, ...]) -> list[Shape]:
    """A slender four-legged body about 1 m high at the back, looking to +x."""
    body: tuple[Point, ...] = ((-0.62, 0, 0.92), (-0.45, 0, 0.98), (0.0, 0, 0.93), (0.38, 0, 0.98), (0.58, 0, 1.06))
    found: list[Shape] = [
        Tube("body", (0, 0, 0), body, (0.1, 0.25, 0.24, 0.27, 0.14), colour, ESSENTIAL, segments=8),
        Tube("neck", (0, 0, 0), head[:3], (0.2, 0.13, 0.11), colour, ESSENTIAL, segments=7),
        Tube("head", (0, 0, 0), head[2:], (0.12, 0.1, 0.055), colour, ESSENTIAL, segments=7),
        Tube("tail", (0, 0, 0), tail, (0.06, 0.05, 0.02), colour, SETTING, segments=4),
    ]
    for i, (x, y, knee, hoof) in enumerate(legs):
        path = ((x, y, 0.9), (x + knee, y, 0.48), (x + hoof, y, 0.0 if abs(hoof) < 0.3 else 0.22))
        found.append(Tube(f"leg-{i}", (0, 0, 0), path, (0.12, 0.06, 0.045), colour, ESSENTIAL, segments=5))
    (hx, _, hz), _, _ = head[2:]
    for side in (-1, 1):
        ear: tuple[Point, ...] = ((hx, side * 0.07, hz + 0.08), (hx - 0.04, side * 0.14, hz + 0.24))
        found.append(Tube(f"ear-{side}", (0, 0, 0), ear, (0.05, 0.015), colour, SETTING, segments=4))
    return found


STANDING: tuple[Leg, ...] = (
    (-0.45, -0.13, -0.04, 0.0),
    (-0.45, 0.13, 0.02, -0.06),
    (0.42, -0.13, 0.02, 0.0),
    (0.42, 0.13, 0.06, 0.1),
)
RUNNING: tuple[Leg, ...] = (
    (-0.45, -0.13, -0.3, -0.62),
    (-0.42, 0.13, -0.2, -0.36),
    (0.45, -0.13, 0.34, 0.36),
    (0.48, 0.13, 0.4, 0.66),
)
UP: tuple[Point, ...] = ((0.5, 0, 1.05), (0.72, 0, 1.34), (0.8, 0, 1.55), (0.92, 0, 1.56), (1.1, 0, 1.46))
GRAZING: tuple[Point, ...] = ((0.5, 0, 1.02), (0.84, 0, 0.78), (1.0, 0, 0.44), (1.06, 0, 0.34), (1.1, 0, 0.16))
SHORT_TAIL: tuple[Point, ...] = ((-0.64, 0, 0.98), (-0.74, 0, 0.94), (-0.78, 0, 0.84))


def deer(name: str, grazing: bool, stag: bool) -> Group:
    """A deer with white spots; stags have antlers."""
    parts = _creature("deer", STANDING, GRAZING if grazing else UP, SHORT_TAIL)
    for i in range(16):
        x, side = -0.5 + 0.066 * i, (-1) ** i
        at = (x, side * (0.2 + 0.02 * (i % 3)), 1.0 + 0.05 * (i % 3))
        parts.append(Box(f"spot-{i}", at, (0.05, 0.04, 0.05), "white", ORNAMENT))
    if stag and not grazing:
        for side in (-1, 1):
            beam: tuple[Point, ...] = ((0.82, side * 0.05, 1.6), (0.76, side * 0.22, 1.86), (0.88, side * 0.3, 2.14))
            tine: tuple[Point, ...] = ((0.77, side * 0.2, 1.82), (0.98, side * 0.24, 1.94))
            parts.append(Tube(f"beam-{side}", (0, 0, 0), beam, (0.03, 0.025, 0.012), "wood", SETTING, segments=4))
            parts.append(Tube(f"tine-{side}", (0, 0, 0), tine, (0.022, 0.01), "wood", SETTING, segments=4))
    return Group(name, (0, 0, 0), tuple(parts), SETTING)


def horse(name: str) -> Group:
    """A race horse of bronze at full stretch, with its rider."""
    long_tail: tuple[Point, ...] = ((-0.64, 0, 1.04), (-0.95, 0, 1.12), (-1.25, 0, 0.95))
    ahead: tuple[Point, ...] = ((0.5, 0, 1.08), (0.82, 0, 1.3), (1.05, 0, 1.42), (1.18, 0, 1.38), (1.42, 0, 1.22))
    rider: tuple[Shape, ...] = (
        Tube(
            "back",
            (0, 0, 0),
            ((-0.12, 0, 1.3), (0.1, 0, 1.52), (0.3, 0, 1.6)),
            (0.13, 0.15, 0.1),
            "bronze",
            ESSENTIAL,
            segments=6,
        ),
        Tube(
            "skull",
            (0, 0, 0),
            ((0.34, 0, 1.6), (0.42, 0, 1.7), (0.48, 0, 1.74)),
            (0.07, 0.11, 0.06),
            "bronze",
            ESSENTIAL,
            segments=6,
        ),
        *(
            Tube(
                f"knee-{s}",
                (0, 0, 0),
                ((-0.1, s * 0.16, 1.3), (0.2, s * 0.28, 1.16), (0.0, s * 0.28, 0.9)),
                (0.1, 0.08, 0.05),
                "bronze",
                ESSENTIAL,
                segments=5,
            )
            for s in (-1, 1)
        ),
        *(
            Tube(
                f"arm-{s}",
                (0, 0, 0),
                ((0.28, s * 0.12, 1.56), (0.5, s * 0.16, 1.36), (0.72, s * 0.06, 1.36)),
                (0.06, 0.05, 0.04),
                "bronze",
                SETTING,
                segments=5,
            )
            for s in (-1, 1)
        ),
    )
    return Group(name, (0, 0, 0), (*_creature("bronze", RUNNING, ahead, long_tail), *rider), ESSENTIAL)
