"""Open pavilions: posts, a floor, a rail and a roof gathered to a point or hipped; some stand in water."""

from math import cos, pi, sin

from worlds.seoul.hanok.frame import around, crown, posts
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Lathe, Point, Roof, Scatter, Shape, Spot


def hexagon(name: str, at: Point, radius: float, storeys: int = 1, sides: int = 6) -> Group:
    """A pavilion of six (or eight) sides; `radius` to its posts."""
    parts: list[Shape] = [
        Lathe(
            "base", (0, 0, -0.2), ((radius + 1.2, 0), (radius + 1.1, 0.9), (0, 0.9)), "granite", ESSENTIAL, sides, False
        )
    ]
    foot = 0.7
    for level in range(storeys):
        reach = radius * (1.0 if level == 0 else 0.82)
        ring = tuple(
            (reach * cos(2 * pi * (i + 0.5) / sides), reach * sin(2 * pi * (i + 0.5) / sides)) for i in range(sides)
        )
        tall = 3.1 if level == 0 else 2.6
        rim = (((reach - 0.05), 0), (reach + 0.12, 0), (reach + 0.12, 0.45), (reach + 0.45, 0.8), (0, 0.8))
        body: list[Shape] = [
            *posts("posts", ring, foot, tall, 0.16, "post_red"),
            Lathe("beam", (0, 0, foot + tall - 0.2), rim, "dancheong_green", ESSENTIAL, sides, False),
            Lathe(
                "rail",
                (0, 0, foot),
                ((reach - 0.1, 0), (reach - 0.1, 0.55), (reach - 0.25, 0.55)),
                "dancheong_red",
                SETTING,
                sides,
                False,
            ),
            Lathe(
                "screen",
                (0, 0, foot),
                ((reach * 0.8, 0), (reach * 0.8, tall)),
                "lattice",
                SETTING,
                sides,
                False,
                glow=0.4,
            ),
        ]
        parts.append(Group(f"storey-{level}", (0, 0, 0), tuple(body), ESSENTIAL))
        eaves = foot + tall + 0.35
        last = level == storeys - 1
        size = (2 * reach * cos(pi / sides),) * 2
        rise = 0.62 * reach + 0.6 if last else 1.3
        # gathered roofs look south with a side; the posts stand at their corners
        parts.append(
            Roof(
                f"roof-{level}",
                (0, 0, eaves),
                size,
                rise,
                "tile",
                overhang=1.3,
                lift=0.55,
                kind="moim",
                sides=sides,
                turn=0.0,
            )
        )
        foot = eaves + rise - 0.3
    return Group(name, at, tuple(parts), SETTING)


def on_stone_posts(
    name: str, at: Point, size: Spot, bays: tuple[int, int], stilts: float, storey: float, rise: float
) -> Group:
    """A banquet pavilion (ru) on stone posts, open all round: square ones outside, round ones inside."""
    wide, deep = size
    step_x, step_y = wide / bays[0], deep / bays[1]
    outer = around(size, bays)
    inner = tuple(
        (-wide / 2 + step_x * i, -deep / 2 + step_y * k) for i in range(1, bays[0]) for k in range(1, bays[1])
    )
    edge = Box("stone-post", (0, 0, 0), (0.82, 0.82, stilts), "stone_light", ESSENTIAL, "snew", shade=0.75)
    round_ = Lathe("round-post", (0, 0, 0), ((0.4, 0), (0.34, stilts)), "stone_light", ESSENTIAL, 8, shade=0.6)
    floor = stilts + 0.5
    head = floor + storey * 0.66
    eaves = floor + storey
    parts: list[Shape] = [
        Scatter("stone-posts", (0, 0, 0), edge, tuple((x, y, 0, 0, 1) for x, y in outer), ESSENTIAL),
        Scatter("round-posts", (0, 0, 0), round_, tuple((x, y, 0, 0, 1) for x, y in inner), ESSENTIAL),
        Box("floor", (0, 0, stilts), (wide + 1.6, deep + 1.6, 0.5), "post_red", ESSENTIAL, "snewtb", shade=0.7),
        Box("rail", (0, 0, floor + 0.62), (wide + 1.4, deep + 1.4, 0.14), "dancheong_red", SETTING, "snewtb"),
        *posts("posts", outer, floor, head - floor + 0.1, 0.27, "post_red"),
        *posts("posts-inner", inner, floor, head - floor + 0.1, 0.27, "post_red"),
        Box("blind", (0, 0, head - 1.0), (wide - 0.4, deep - 0.4, 1.0), "lattice", SETTING, "snew", glow=0.5),
        *crown(size, bays, head, eaves),
        Box("ceiling", (0, 0, head - 0.04), (wide - 0.3, deep - 0.3, 0.1), "panel_ochre", ESSENTIAL, "b", glow=0.25),
        Roof("roof", (0, 0, eaves), size, rise, "tile", overhang=3.2, lift=1.35, kind="paljak"),
    ]
    pickets = []
    for length, away, turn in ((wide + 1.4, deep + 1.4, 0.0), (deep + 1.4, wide + 1.4, 90.0)):
        count = round(length / 1.4)
        for i in range(count + 1):
            along = -length / 2 + length * i / count
            for side in (-1, 1):
                x, y = (along, side * away / 2) if not turn else (side * away / 2, along)
                pickets.append((x, y, floor, turn, 1.0))
    picket = Box("picket", (0, 0, 0), (0.14, 0.14, 0.7), "dancheong_red", faces="snew")
    parts.append(Scatter("pickets", (0, 0, 0), picket, tuple(pickets), until=1))
    return Group(name, at, tuple(parts), ESSENTIAL)
