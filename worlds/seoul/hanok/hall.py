"""Halls and galleries: a body of posts and lattice under one roof or two, and the corridors that close a court."""

from worlds.seoul.hanok.frame import lines, posts, storey
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Detail, Group, Point, Roof, RoofKind, Scatter, Shape, Spot


def hall(
    name: str,
    at: Point,
    size: Spot,
    bays: tuple[int, int],
    eaves: float,
    rise: float,
    turn: float = 0.0,
    kind: RoofKind = "paljak",
    overhang: float = 2.4,
    base: float = 0.8,
    rich: bool = True,
    tile: str = "tile",
    detail: Detail = SETTING,
) -> Group:
    """A hall of one storey on its stone base; looks south. `eaves`, metres above the ground; `rise`, eaves to ridge."""
    wide, deep = size
    parts: list[Shape] = [
        Box("base", (0, 0, -0.3), (wide + 3.2, deep + 3.2, base + 0.3), "granite", ESSENTIAL, shade=0.8),
        Box("base-edge", (0, 0, base - 0.14), (wide + 3.4, deep + 3.4, 0.15), "stone_light", ESSENTIAL, "snewtb"),
        Box("step", (0, -deep / 2 - 2.0, 0), (3.6, 0.8, base * 0.6), "stone_light", shade=0.9),
        *storey(size, bays, base, eaves, rich=rich),
        Roof(
            "roof",
            (0, 0, eaves),
            size,
            rise,
            tile,
            overhang=overhang,
            lift=0.035 * wide + 0.15,
            kind=kind,
            ridge="ridge_plaster" if rich else "ridge_grey",
            rafters="dancheong_green" if rich else "wood",
            boards="dancheong_red" if rich else "walnut",
        ),
    ]
    return Group(name, at, tuple(parts), detail, turn=turn)


def two_roofs(
    lower: Spot,
    upper: Spot,
    bays: tuple[tuple[int, int], tuple[int, int]],
    foot: float,
    eaves: tuple[float, float],
    ridge: float,
    overhang: float,
    kind: RoofKind = "ujingak",
    lift: float = 0.9,
    walls: bool = False,
    post: float = 0.3,
    tile: str = "tile",
) -> list[Shape]:
    """A body of two storeys (jungcheung): the lower roof leans as a skirt against the upper body."""
    step = max((lower[0] - upper[0]) / 2, (lower[1] - upper[1]) / 2)
    skirt = overhang + step
    rise = 0.56 * skirt
    body = tuple(storey(lower, bays[0], foot, eaves[0], walls=walls, post=post))
    head = tuple(storey(upper, bays[1], eaves[0] + rise - 0.15, eaves[1], post=0.24))
    inner = (upper[0] + 2 * step, upper[1] + 2 * step)
    under, over = (0, 0, eaves[0]), (0, 0, eaves[1])
    return [
        Group("lower", (0, 0, 0), body, ESSENTIAL),
        Roof("lower-roof", under, inner, rise, tile, overhang=overhang, lift=lift, kind="skirt", inset=skirt),
        Group("upper", (0, 0, 0), head, ESSENTIAL),
        Roof("upper-roof", over, upper, ridge - eaves[1], tile, overhang=overhang, lift=lift, kind=kind),
    ]


def gallery(name: str, at: Point, length: float, turn: float = 0.0, depth: float = 6.0, eaves: float = 3.9) -> Group:
    """A corridor (haenggak) running east, open to the south between its posts, in stretches of about 24 m."""
    count = max(1, round(length / 24))
    each = length / count
    bays = max(2, round(each / 3.6))
    x = lines(each, bays if bays % 2 == 0 else bays + 1)
    spots = tuple((a, y) for y in (-depth / 2, 0.0) for a in x[:-1])
    parts: tuple[Shape, ...] = (
        Box("base", (0, 0, -0.3), (each, depth + 1.6, 0.3 + 0.42), "granite", ESSENTIAL, "sn", shade=0.8),
        Box("floor", (0, 0, 0.3), (each, depth + 1.6, 0.12), "stone_light", ESSENTIAL, "sn" + "t"),
        *posts("posts", spots, 0.42, eaves - 0.8, 0.2, "post_red"),
        Box("wall", (0, depth / 2 - 0.1, 0.42), (each, 0.3, eaves), "palace_wall", ESSENTIAL, "sn", shade=0.8),
        Box("wall-rail", (0, depth / 2 - 0.28, 1.3), (each, 0.1, 0.2), "post_red", ORNAMENT, "s"),
        Box("beam", (0, -depth / 2, eaves - 0.6), (each, 0.34, 0.5), "dancheong_green", ESSENTIAL, "snb"),
        Box("plate", (0, -depth / 2, eaves - 0.12), (each, 0.4, 0.3), "post_red", ESSENTIAL, "snb"),
        Scatter(
            "heads",
            (0, -depth / 2, eaves - 0.56),
            Box("head", (0, 0, 0), (0.9, 0.4, 0.42), "dancheong_blue", faces="s"),
            tuple((a, 0, 0, 0, 1) for a in x[:-1]),
            ORNAMENT,
        ),
        Box("ceiling", (0, 0, eaves + 0.15), (each, depth, 0.1), "dancheong_green", ESSENTIAL, "b", shade=0.7),
        Roof(
            "roof",
            (0, 0, eaves),
            (each - 0.9, depth),
            0.36 * depth + 0.4,
            "tile",
            overhang=0.9,
            lift=0.0,
            kind="matbae",
            gable="",
        ),
    )
    made = tuple(Group(f"stretch-{i}", (-length / 2 + each * (i + 0.5), 0, 0), parts, SETTING) for i in range(count))
    return Group(name, at, made, SETTING, turn=turn)
