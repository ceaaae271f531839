"""Furniture for rooms: desks, counters, chairs, shelves, plants, lamps. Each stands at a point and looks to -y."""

from worlds.shape import (
    ESSENTIAL,
    ORNAMENT,
    SETTING,
    Box,
    Group,
    Lathe,
    Leaves,
    Point,
    Shape,
    Sign,
    Tree,
    Tube,
    Words,
    row,
)

BINDERS = ("cushion", "cushion_warm", "plaster", "seoul_blue", "brick", "moss")


def table(name: str, at: Point, size: Point, wood: str = "oak", turn: float = 0.0) -> Group:
    """A table on four legs."""
    width, depth, height = size
    legs = (
        Box(
            f"leg-{i}",
            (x * (width / 2 - 0.09), y * (depth / 2 - 0.09), 0),
            (0.08, 0.08, height - 0.05),
            wood,
            tone=0.9,
            shade=0.7,
        )
        for i, (x, y) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1)))
    )
    top = Box("top", (0, 0, height - 0.05), (width, depth, 0.05), wood, ESSENTIAL, faces="snewtb", bevel=0.012)
    apron = Box(
        "apron", (0, 0, height - 0.14), (width - 0.2, depth - 0.2, 0.09), wood, ORNAMENT, faces="snew", tone=0.92
    )
    return Group(name, at, (top, apron, *legs), ESSENTIAL, turn=turn)


def counter(name: str, at: Point, size: Point, wood: str = "walnut", turn: float = 0.0) -> Group:
    """A closed counter with a slatted front, a stone top, and a lower shelf for those who sit."""
    width, depth, height = size
    count = max(3, int(width / 0.16))
    slat = Box(
        "slat", (-width / 2 + 0.08, -depth / 2 - 0.015, 0.1), (0.09, 0.03, height - 0.2), "oak", ORNAMENT, faces="sewt"
    )
    parts: tuple[Shape, ...] = (
        Box("plinth", (0, 0.04, 0), (width - 0.1, depth - 0.12, 0.1), "ink", faces="snew"),
        Box("body", (0, 0, 0.1), (width, depth, height - 0.14), wood, ESSENTIAL, shade=0.75),
        *row(slat, count, ((width - 0.16) / (count - 1), 0, 0)),
        Box(
            "top",
            (0, -0.03, height - 0.04),
            (width + 0.08, depth + 0.14, 0.04),
            "stone_light",
            ESSENTIAL,
            faces="snewtb",
            bevel=0.012,
        ),
        Box(
            "glow",
            (0, -depth / 2 - 0.04, height - 0.09),
            (width - 0.1, 0.02, 0.03),
            "lamp",
            ORNAMENT,
            faces="snb",
            glow=1.0,
        ),
    )
    return Group(name, at, parts, ESSENTIAL, turn=turn)


def chair(name: str, at: Point, cloth: str = "cushion", turn: float = 0.0) -> Group:
    """A wooden chair with a cushion; one who sits looks to -y."""
    legs = (
        Box(f"leg-{i}", (x * 0.2, y * 0.2, 0), (0.045, 0.045, 0.43), "ash", shade=0.6, tone=0.9)
        for i, (x, y) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1)))
    )
    parts: tuple[Shape, ...] = (
        Box("seat", (0, 0, 0.43), (0.48, 0.48, 0.06), cloth, bevel=0.02, faces="snewtb"),
        Box("back", (0, 0.22, 0.62), (0.46, 0.04, 0.3), "ash", bevel=0.015, faces="snewtb"),
        *row(Box("post", (-0.2, 0.22, 0.43), (0.04, 0.04, 0.3), "ash", ORNAMENT, faces="snew"), 2, (0.4, 0, 0)),
        *legs,
    )
    return Group(name, at, parts, turn=turn)


def bench(name: str, at: Point, length: float = 1.8, cloth: str = "cushion", turn: float = 0.0) -> Group:
    """A waiting bench: ash frame, cushion, low back."""
    feet = Box("foot", (-length / 2 + 0.15, 0, 0), (0.06, 0.44, 0.36), "ash", tone=0.9, faces="snew", shade=0.6)
    parts: tuple[Shape, ...] = (
        Box("frame", (0, 0, 0.34), (length, 0.52, 0.05), "ash", faces="snewtb"),
        Box("cushion", (0, -0.01, 0.39), (length - 0.04, 0.5, 0.08), cloth, bevel=0.03),
        Box("back", (0, 0.24, 0.52), (length, 0.05, 0.32), "ash", bevel=0.015, faces="snewtb"),
        *row(feet, 2, (length - 0.3, 0, 0)),
    )
    return Group(name, at, parts, turn=turn)


def shelf(name: str, at: Point, width: float, height: float, wood: str = "oak", turn: float = 0.0) -> Group:
    """A shelf full of binders; its back is to +y."""
    boards = max(2, int(height / 0.42))
    step = (height - 0.1) / boards
    parts: list[Shape] = [
        Box("back", (0, 0.15, 0), (width, 0.02, height), wood, faces="s", tone=0.8),
        *row(Box("side", (-width / 2, 0, 0), (0.04, 0.34, height), wood, ESSENTIAL, faces="snewt"), 2, (width, 0, 0)),
        *row(Box("board", (0, 0, 0.06), (width, 0.32, 0.03), wood, faces="stb"), boards + 1, (0, 0, step)),
    ]
    count = int((width - 0.2) / 0.085)
    for board in range(boards):
        for i in range(count):
            number = board * count + i
            if number * 7 % 11 < 2:
                continue
            tall = step * (0.66 + 0.2 * ((number * 0.618) % 1))
            at_binder = (-width / 2 + 0.12 + 0.085 * i, -0.01, 0.09 + board * step)
            colour = BINDERS[(number // 3 + board) % len(BINDERS)]
            parts.append(Box(f"binder-{number}", at_binder, (0.072, 0.24, tall), colour, ORNAMENT, faces="swet"))
    return Group(name, at, tuple(parts), turn=turn)


def plant(name: str, at: Point, height: float = 1.6, pot: str = "plaster") -> Group:
    """A leafy plant in a round pot."""
    size = height / 1.6
    crown = (
        (0, 0, 0.95, 0.36),
        (0.2, 0.1, 0.7, 0.27),
        (-0.2, 0.06, 0.78, 0.27),
        (0.02, -0.2, 0.66, 0.26),
        (0.05, 0.05, 1.25, 0.22),
    )
    greens = ("leaf", "fern", "leaf_light", "leaf_deep", "moss")
    parts: tuple[Shape, ...] = (
        Lathe(
            "pot",
            (0, 0, 0),
            ((0.2, 0), (0.27, 0.4), (0.29, 0.42), (0.24, 0.42), (0.0, 0.38)),
            pot,
            segments=14,
            shade=0.7,
        ),
        Tube("stem", (0, 0, 0.38), ((0, 0, 0), (0.02, 0, 0.5 * size)), (0.03, 0.02), "trunk", segments=4),
        *(
            Leaves(
                f"leaves-{i}",
                (x * size, y * size, z * size - r * size * 0.5),
                (r * size, r * size, r * size * 0.9),
                greens[i],
            )
            for i, (x, y, z, r) in enumerate(crown)
        ),
    )
    return Group(name, at, parts)


def indoor_tree(name: str, at: Point, size: float = 0.5) -> Group:
    """A small tree in a wooden tub one can sit on."""
    tub = Box("tub", (0, 0, 0), (1.5, 1.5, 0.45), "oak", shade=0.7, bevel=0.03)
    soil = Box("soil", (0, 0, 0.45), (1.1, 1.1, 0.01), "soil", faces="t")
    moss = Leaves("moss", (0, 0, 0.36), (0.5, 0.5, 0.16), "moss")
    return Group(name, at, (tub, soil, moss, Tree("tree", (0, 0, 0.4), "zelkova", SETTING, size=size, variety=1)))


def pendant(name: str, at: Point, drop: float, radius: float = 0.28) -> Group:
    """A lamp that hangs `drop` metres below the point `at` on the ceiling."""
    shade = ((radius * 0.25, 0.24), (radius * 0.3, 0.26), (0.02, 0.28))
    bowl = ((radius, 0.0), (radius * 0.8, 0.14), (radius * 0.25, 0.24))
    parts: tuple[Shape, ...] = (
        Tube(
            "cord", (0, 0, -drop + 0.26), ((0, 0, 0), (0, 0, drop - 0.26)), (0.012, 0.012), "ink", ORNAMENT, segments=3
        ),
        Lathe("shade", (0, 0, -drop), (*bowl, *shade[1:]), "brass", segments=16, gloss=0.15),
        Lathe(
            "bulb",
            (0, 0, -drop - 0.05),
            ((0.0, 0.0), (radius * 0.5, 0.03), (radius * 0.9, 0.07)),
            "lamp",
            segments=14,
            glow=1.0,
        ),
    )
    return Group(name, at, parts)


def desk_lamp(name: str, at: Point, turn: float = 0.0) -> Group:
    """A small brass lamp with a bent neck."""
    neck = ((0, 0, 0.02), (0, 0, 0.3), (0, -0.08, 0.42), (0, -0.2, 0.44))
    parts: tuple[Shape, ...] = (
        Lathe("foot", (0, 0, 0), ((0.09, 0), (0.09, 0.015), (0.0, 0.03)), "brass", ORNAMENT, segments=10),
        Tube("neck", (0, 0, 0), neck, (0.012, 0.012, 0.012, 0.012), "brass", ORNAMENT, segments=5),
        Lathe("head", (0, -0.2, 0.36), ((0.1, 0.0), (0.09, 0.03), (0.03, 0.09), (0.0, 0.1)), "cushion", segments=10),
        Lathe("bulb", (0, -0.2, 0.345), ((0.0, 0.0), (0.085, 0.02)), "lamp", ORNAMENT, segments=10, glow=1.0),
    )
    return Group(name, at, parts, turn=turn)


def papers(name: str, at: Point, turn: float = 0.0) -> Group:
    """Sheets of A4 (210 x 297 mm), not quite in line, with a seal and a pen."""
    sheets = tuple(
        Box(
            f"sheet-{i}",
            (0.02 * (i % 2), 0.015 * i, 0.004 * i),
            (0.21, 0.297, 0.004),
            "paper",
            ESSENTIAL,
            turn=4.0 * (i % 3) - 3,
        )
        for i in range(4)
    )
    seal = Lathe(
        "seal",
        (0.22, 0.08, 0),
        ((0.022, 0), (0.022, 0.05), (0.014, 0.06), (0.018, 0.08), (0.0, 0.085)),
        "brick",
        ORNAMENT,
    )
    pen = Tube(
        "pen", (0.16, -0.12, 0.012), ((0, 0, 0), (0.05, 0.13, 0)), (0.006, 0.005), "seoul_blue", ORNAMENT, segments=4
    )
    return Group(name, at, (*sheets, seal, pen), ESSENTIAL, turn=turn)


def screen(name: str, at: Point, turn: float = 0.0) -> Group:
    """A screen on a foot, looking to -y."""
    parts: tuple[Shape, ...] = (
        Box("foot", (0, 0.04, 0), (0.2, 0.16, 0.015), "steel", ORNAMENT),
        Box("neck", (0, 0.06, 0), (0.04, 0.03, 0.2), "steel", ORNAMENT, faces="snew"),
        Box("frame", (0, 0.03, 0.12), (0.56, 0.03, 0.34), "ink", faces="snewtb"),
        Box("face", (0, 0.012, 0.14), (0.52, 0.004, 0.3), "screen", faces="s", gloss=0.5, glow=0.5),
    )
    return Group(name, at, parts, turn=turn)


def hanging_sign(name: str, at: Point, drop: float, words: Words, width: float = 2.4) -> tuple[Shape, ...]:
    """A blue board 0.4 m high on two cords `drop` metres long, looking to -y."""
    x, y, z = at
    cord = Tube(
        f"{name}-cord",
        (x - width * 0.4, y, z + 0.4),
        ((0, 0, 0), (0, 0, drop - 0.4)),
        (0.008, 0.008),
        "ink",
        ORNAMENT,
        segments=3,
    )
    return (Sign(name, at, (width, 0.4), words, "seoul_blue", "white"), *row(cord, 2, (width * 0.8, 0, 0)))
