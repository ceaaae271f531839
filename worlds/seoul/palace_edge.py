"""The west edge of the plaza: Daehanmun, the gate of Deoksugung, its stone wall, and halls among trees behind it.

Daehanmun: 3 x 2 bays (12 x 7 m), hip roof, eaves 5.5 m, ridge 10.5 m; terrace 41 x 14 m in front, recreated August
2023 (sedaily). Junghwajeon: 5 x 4 bays about 22 x 16 m, eaves 8 m, ridge 15.5 m on a terrace of two levels; rebuilt
1906 (bek.me). Stone wall 2.5-3 m. All sizes are estimates; Junghwajeon stands nearer than its true 150 m from the wall.
"""

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Loft, Point, Roof, Shape, Sign, row

GATE: Point = (-113.0, -72.0, 0.14)
"""Daehanmun, in the plaza's frame."""
WALL_X = -110.0
BOARD = {"ko": "大漢門", "en": "大漢門", "zh": "大漢門", "ja": "大漢門"}
"""What the board over the gate says, in the characters that are painted on it."""


def gate() -> Group:
    """Daehanmun on its terrace; built looking south, turned to look east."""
    posts = [(x, y) for y in (-3.2, 0.0, 3.2) for x in (-5.6, -2.0, 2.0, 5.6)]
    parts: list[Shape] = [
        Box("terrace", (0, -5.0, -0.02), (30, 10, 0.3), "granite", ESSENTIAL, shade=0.85, floor=True),
        Box("terrace-edge", (0, -5.0, -0.02), (30.6, 10.6, 0.15), "stone_light", floor=True, shade=0.85),
        Box("base", (0, 0.2, 0), (14, 9, 0.55), "stone_light", ESSENTIAL, shade=0.8, floor=True),
        *(
            Lathe(f"post-{i}", (x, y, 0.55), ((0.34, 0), (0.3, 4.5)), "palace_red", ESSENTIAL, segments=8, shade=0.8)
            for i, (x, y) in enumerate(posts)
        ),
        *(
            Box(f"leaf-{i}", (x, 0.0, 0.55), (3.2, 0.2, 3.6), "palace_red", tone=0.85, faces="snewt")
            for i, x in enumerate((-3.8, 3.8))
        ),
        Box("transom", (0, 0, 4.15), (11.2, 0.24, 0.9), "palace_green", faces="snb", shade=0.7),
        Box("beam", (0, 0, 4.9), (12.2, 7.4, 0.8), "palace_green", ESSENTIAL, faces="snewb", shade=0.6),
        *_brackets(12.2, 7.4, 5.1),
        Roof("roof", (0, 0, 5.95), (12.0, 7.0), 4.3, "tile", overhang=2.3, lift=0.95),
        Sign("board", (0, -4.32, 4.85), (2.2, 0.8), BOARD, "ink", "palace_red"),
    ]
    return Group("daehanmun", GATE, tuple(parts), ESSENTIAL, turn=90)


def _brackets(long: float, deep: float, z: float) -> list[Shape]:
    """The painted bracket sets under the eaves, red, cream and blue in turn."""
    count = int(long / 0.62)
    found: list[Shape] = []
    for i in range(count + 1):
        x = -long / 2 + i * long / count
        colour = ("palace_red", "plaster", "palace_blue")[i % 3]
        found.append(
            Box(f"bracket-{i}", (x, 0, z), (0.24, deep + 0.9, 0.55), colour, ORNAMENT, faces="snewb", shade=0.65)
        )
    return found


def wall(name: str, south: float, north: float) -> Group:
    """A stretch of the palace wall: rough stone below, dressed stone above, a tiled cap."""
    count = max(1, round((north - south) / 8))
    step = (north - south) / count
    cap = (((0.85, -step / 2, 0.0), (0.85, step / 2, 0.0)), ((0.0, -step / 2, 0.62), (0.0, step / 2, 0.62)))
    back = (((-0.85, step / 2, 0.0), (-0.85, -step / 2, 0.0)), ((0.0, step / 2, 0.62), (0.0, -step / 2, 0.62)))
    pieces = (
        Box("stone", (0, 0, 0), (0.8, step, 1.2), "stone_dark", ESSENTIAL, faces="snew", shade=0.75),
        Box("dressed", (0, 0, 1.2), (0.72, step, 1.8), "palace_wall", ESSENTIAL, faces="snew"),
        Loft("cap", (0, 0, 2.95), cap, "tile", ESSENTIAL),
        Loft("cap-back", (0, 0, 2.95), back, "tile", ESSENTIAL),
        Box("ridge", (0, 0, 3.5), (0.26, step, 0.26), "tile_light", ORNAMENT, faces="ewt"),
    )
    piece = Group("piece", (0, step / 2, 0), pieces, ESSENTIAL)
    return Group(name, (WALL_X, south, 0), row(piece, count, (0, step, 0)), ESSENTIAL)


def hall(name: str, at: Point, size: tuple[float, float], eaves: float, rise: float, turn: float = 0.0) -> Group:
    """A palace hall on two granite terraces: posts, lattice walls, brackets, a great roof."""
    width, depth = size
    parts: list[Shape] = [
        Box("terrace", (0, 0, 0), (width + 9, depth + 8, 0.8), "granite", shade=0.8),
        Box("terrace-upper", (0, 0, 0.8), (width + 5, depth + 4, 0.8), "granite", shade=0.85),
        Box(
            "lattice",
            (0, 0, 1.6),
            (width - 0.6, depth - 0.6, eaves - 2.2),
            "palace_green",
            tone=0.9,
            faces="snew",
            shade=0.7,
        ),
        Box("beam", (0, 0, eaves - 0.9), (width + 0.4, depth + 0.4, 0.9), "palace_green", faces="snewb", shade=0.6),
        *_brackets(width + 0.4, depth + 0.4, eaves - 0.7),
        Roof("roof", (0, 0, eaves + 0.1), (width, depth), rise, "tile", overhang=2.8, lift=1.2),
    ]
    bays = max(3, round(width / 4))
    for side in (-1, 1):
        for i in range(bays + 1):
            at_post = (-width / 2 + i * width / bays, side * depth / 2, 1.6)
            parts.append(Lathe(f"post-{side}-{i}", at_post, ((0.32, 0), (0.3, eaves - 2.4)), "palace_red", segments=6))
    return Group(name, at, tuple(parts), SETTING, turn=turn)


def clusters() -> tuple[Group, ...]:
    """Gate, two stretches of wall, and the halls."""
    halls = (
        hall("junghwajeon", (-196, 22, 0), (22, 16), 8.0, 7.4),
        hall("hamnyeongjeon", (-150, 40, 0), (18, 10), 5.6, 4.8, turn=90),
        hall("deokhongjeon", (-150, -8, 0), (14, 9), 5.0, 4.2),
        hall("seogeodang", (-186, 64, 0), (20, 9), 7.6, 4.4),
    )
    ground = (
        Box("yard", (-172, 0, -0.1), (122, 208, 0.12), "palace_ground", ESSENTIAL, faces="t", floor=True),
        Box("grove", (-170, 84, -0.08), (110, 34, 0.14), "grass", faces="t", floor=True),
        Box("grove-south", (-160, -58, -0.08), (70, 50, 0.14), "grass", faces="t", floor=True),
    )
    return (
        Group("palace-ground", (0, 0, 0), ground, SETTING),
        gate(),
        wall("wall-north", -63.5, 104.0),
        wall("wall-south", -104.0, -80.5),
        Group("palace-halls", (0, 0, 0), halls, SETTING),
    )
