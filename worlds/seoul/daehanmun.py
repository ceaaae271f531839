"""Daehanmun, the main gate of Deoksugung, on its terrace before Seoul Plaza.

3 x 2 bays (12 x 7 m), hip roof, eaves 5.5 m, ridge 10.5 m: estimates; terrace 41 x 14 m of August 2023 (sedaily).
"""

from worlds.seoul.hanok.gate import timber_gate
from worlds.shape import ESSENTIAL, Box, Group, Point, Sign

BOARD = {"ko": "大漢門", "en": "大漢門", "zh": "大漢門", "ja": "大漢門"}
"""What the board over the gate says, in the characters that are painted on it."""
SIZE = (12.0, 7.0)


def daehanmun(at: Point, turn: float = 90.0, terrace: float = 30.0) -> Group:
    """The gate; built looking south, turned to look east. `terrace`: how wide the terrace before it is drawn."""
    gate = timber_gate("gate", (0, 0, 0), SIZE, 3, 5.6, 4.6, overhang=2.3)
    parts = (
        Box("terrace", (0, -9.6, -0.02), (terrace, 10, 0.22), "granite", ESSENTIAL, shade=0.85, floor=True),
        Box("terrace-edge", (0, -9.6, -0.02), (terrace + 0.6, 10.6, 0.12), "stone_light", floor=True, shade=0.85),
        gate,
        Sign("board", (0, -4.15, 4.55), (2.3, 0.9), BOARD, "ink", "white"),
    )
    return Group("daehanmun", at, parts, ESSENTIAL, turn=turn)
