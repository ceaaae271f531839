"""The lift of City Hall: a front of brushed steel in a frame of stone, the floor it goes to above the doors."""

from worlds.shape import ESSENTIAL, ORNAMENT, Box, Group, Point, Shape, Sign, Words

WIDE, HIGH = 1.5, 2.3
"""Metres of the opening."""
FRAME = 2.5
"""Width of the frame, metres."""


def lift(name: str, at: Point, to: Words, turn: float = 0.0) -> Group:
    """One lift: `at` is the middle of its front on the wall, which it looks out of to -y before it is turned."""
    parts: list[Shape] = [
        Box("frame", (0, -0.06, 0), (FRAME, 0.12, 3.05), "stone", ESSENTIAL, faces="snewt", bevel=0.02),
        Box("portal", (0, -0.13, 0), (WIDE + 0.24, 0.06, HIGH + 0.12), "metal", ESSENTIAL, faces="sewt"),
        *(
            Box(
                f"leaf-{side}",
                (side * (WIDE / 4 + 0.005), -0.165, 0.02),
                (WIDE / 2 - 0.02, 0.02, HIGH),
                "silver",
                ESSENTIAL,
                faces="sewt",
                gloss=0.45,
                tone=1.0 + 0.03 * side,
            )
            for side in (-1, 1)
        ),
        Box("sill", (0, -0.3, 0.0), (WIDE + 0.24, 0.36, 0.012), "steel", ORNAMENT, faces="st"),
        Box("light", (0, -0.15, HIGH + 0.14), (WIDE, 0.06, 0.035), "lamp", ESSENTIAL, faces="sb", glow=1.0),
        Box("panel", (WIDE / 2 + 0.27, -0.135, 0.95), (0.12, 0.03, 0.36), "ink", faces="sewt"),
        *(
            Box(
                f"button-{i}",
                (WIDE / 2 + 0.27, -0.155, 1.03 + 0.13 * i),
                (0.05, 0.02, 0.05),
                "lamp",
                faces="s",
                glow=1.0,
            )
            for i in range(2)
        ),
        Sign("to", (0, -0.12, 2.56), (2.3, 0.36), to, "ink", "lamp", ESSENTIAL),
    ]
    return Group(name, at, tuple(parts), ESSENTIAL, turn=turn)
