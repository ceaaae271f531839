"""The park on the bank: lawn, bicycle path, promenade, steps, tents and mats, a shop, willows. All sizes are estimates.

Everything is built along the river (x down the bank to the south-east, y to the water) and turned to its true lie.
"""

from worlds.seoul.park_kit import Planted, benches, even, grove, lamps
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Loft, Scatter, Shape, Sign, Stripe, row

TURN = -36.06
"""How the bank lies: degrees from east, after the river's outline in worlds/seoul/relief/river_figures.py."""
EDGE, SHORE = 52.0, 62.0
"""Where the promenade ends and where the water begins."""
LONG = 340.0


def along(name: str, *parts: Shape) -> Group:
    """A cluster that lies as the bank does."""
    return Group(name, (0, 0, 0), parts, ESSENTIAL, turn=TURN)


def ground() -> Group:
    """Lawn, paths, the stepped embankment, the land behind."""
    parts: list[Shape] = [
        Box("lawn", (0, 2, -1.0), (2 * LONG, 60, 1.0), "grass", ESSENTIAL, faces="t", floor=True),
        Box("lawn-back", (0, -120, -1.0), (2 * LONG, 140, 1.0), "grass", ESSENTIAL, faces="t", floor=True),
        Box("walk-back", (0, -39, -1.0), (2 * LONG, 22, 1.02), "paving", ESSENTIAL, faces="t", floor=True),
        Box("promenade", (0, 42, -1.0), (2 * LONG, 20, 1.02), "paving_light", ESSENTIAL, faces="t", floor=True),
        Stripe("cycle-path", (0, 0, 0.035), ((-LONG, 36.5), (LONG, 36.5)), 4.0, "brick", ESSENTIAL),
        Stripe("cycle-middle", (0, 0, 0.045), ((-LONG, 36.5), (LONG, 36.5)), 0.12, "mark", dash=(2.0, 2.0)),
        Stripe("cycle-edge", (0, 0, 0.045), ((-LONG, 38.4), (LONG, 38.4)), 0.1, "mark"),
        Stripe("path", (0, 0, 0.02), ((-6, -30), (-6, 33)), 5.0, "paving", ESSENTIAL),
        Box("behind", (0, -640, -1.2), (2400, 920, 1.0), "far_plain", ESSENTIAL, faces="t", floor=True),
        Box("behind-west", (-1160, -70, -1.2), (1640, 230, 1.0), "grass", ESSENTIAL, faces="t", floor=True),
    ]
    step = Box("step", (0, EDGE + 0.5, -0.42), (2 * LONG, 1.0, 0.2), "granite", ESSENTIAL, faces="nt")
    parts += row(step, 8, (0, 1.0, -0.4))
    wall = ((-LONG, SHORE, -2.6), (LONG, SHORE, -2.6)), ((-LONG, EDGE, -0.6), (LONG, EDGE, -0.6))
    slope = tuple(tuple(reversed(line)) for line in wall)
    parts.append(Loft("bank", (0, 0, 0), slope, "stone_base", ESSENTIAL))
    parts.append(Box("edge", (0, EDGE - 0.2, -0.6), (2 * LONG, 0.4, 1.0), "granite", ESSENTIAL, faces="snt", until=2))
    return along("ground", *parts)


def picnic() -> Group:
    """Tents, mats, baskets of people who sit on the lawn."""
    colours = ("flower_gold", "seoul_blue", "flower_rose", "moss", "cushion", "maple")
    found: list[Shape] = []
    for i in range(14):
        x, y = -105 + 15.5 * i + 4 * even(i), -14 + 34 * ((i * 0.7548) % 1.0)
        if abs(x + 6) < 6:
            x += 10
        turn = 360 * even(i, 2)
        if i % 3:
            mat = Box("mat", (0, 0, 0.0), (2.4, 1.8, 0.03), colours[i % 6], SETTING, faces="snewt")
            stripe = Box("stripe", (0, 0, 0.03), (2.4, 0.3, 0.005), "white", ORNAMENT, faces="t")
            basket = Box("basket", (0.8, 0.5, 0.03), (0.5, 0.35, 0.3), "wood", SETTING, bevel=0.05)
            found.append(Group(f"mat-{i}", (x, y, 0), (mat, stripe, basket), SETTING, turn=turn))
            continue
        half, deep, high = 1.3, 1.2, 1.55
        west = (((-half, deep, 0), (-half, -deep, 0)), ((0, deep, high), (0, -deep, high)))
        east = (((half, -deep, 0), (half, deep, 0)), ((0, -deep, high), (0, deep, high)))
        back = (((half, deep, 0), (-half, deep, 0)), ((0.01, deep, high), (-0.01, deep, high)))
        sides = (west, east, back)
        tent = tuple(
            Loft(f"side-{k}", (0, 0, 0), rows, colours[i % 6], SETTING, both=True) for k, rows in enumerate(sides)
        )
        mat = Box("floor", (0, -0.5, 0), (2.5, 3.2, 0.03), "flower_white", SETTING, faces="snewt")
        found.append(Group(f"tent-{i}", (x, y, 0), (*tent, mat), SETTING, turn=turn))
    return along("picnic", *found)


def shop() -> Group:
    """The shop where one cooks noodles oneself, with parasols before it, and a rack of green bicycles."""
    title = {
        "ko": "한강 편의점 · 라면",
        "en": "Hangang store, ramyeon",
        "zh": "汉江便利店·拉面",
        "ja": "漢江コンビニ・ラーメン",
    }
    bikes = {"ko": "따릉이 대여소", "en": "Ttareungyi bicycles", "zh": "叮铃铃公共自行车", "ja": "タルンイ貸出所"}
    parts: list[Shape] = [
        Box("house", (44, -40, 0), (22, 10, 4.2), "white", ESSENTIAL, shade=0.85),
        Box("front", (44, -34.9, 0.3), (20, 0.2, 3.0), "glass", ESSENTIAL, faces="n", gloss=0.7, glow=0.75),
        Box("roof", (44, -39, 4.2), (24, 14, 0.4), "seoul_blue", ESSENTIAL, faces="snewtb"),
        Sign("board", (44, -31.98, 4.18), (11, 0.9), title, "white", "seoul_blue", turn=180),
        Sign("bikes", (80, -34, 1.9), (4.6, 0.6), bikes, "bus_green", "white", turn=180),
        Box("bikes-post", (80, -34.2, 0), (0.14, 0.14, 1.9), "metal", SETTING),
    ]
    for i in range(4):
        x = 36 + 6 * i
        parts.append(
            Lathe(
                f"table-{i}",
                (x, -26.5, 0),
                ((0.3, 0), (0.06, 0.05), (0.06, 0.7), (0.7, 0.72), (0, 0.75)),
                "white",
                SETTING,
                segments=10,
            )
        )
        parts.append(
            Lathe(
                f"parasol-{i}",
                (x, -26.5, 0.7),
                ((0.03, 0), (0.03, 1.6), (1.7, 1.35), (0, 2.0)),
                ("car_red", "flower_gold")[i % 2],
                SETTING,
                segments=10,
            )
        )
    wheel = tuple(
        Box(f"wheel-{k}", (x, 0, 0.02), (0.62, 0.05, 0.62), "tyre", SETTING, faces="snewt", bevel=0.15)
        for k, x in enumerate((-0.52, 0.52))
    )
    frame = (
        Box("frame", (0, 0, 0.42), (0.9, 0.06, 0.12), "bus_green", SETTING, faces="snewtb"),
        Box("post", (0.45, 0, 0.45), (0.07, 0.06, 0.6), "white", SETTING, faces="snew"),
        Box("bar", (0.45, 0, 1.0), (0.08, 0.5, 0.05), "ink", SETTING),
        Box("basket", (0.68, 0, 0.72), (0.3, 0.34, 0.24), "bus_green", SETTING),
        Box("seat", (-0.3, 0, 0.78), (0.26, 0.16, 0.08), "ink", SETTING),
    )
    racks = tuple((70 + 1.4 * i, -30.0, 0.0, 70.0, 1.0) for i in range(14))
    parts.append(Scatter("bicycles", (0, 0, 0), Group("bicycle", (0, 0, 0), (*wheel, *frame), SETTING), racks, SETTING))
    return along("shop", *parts)


def furniture() -> Group:
    """Lamps and benches along the promenade."""
    posts = tuple((-150.0 + 25 * i, 47.5, 0.02) for i in range(13)) + tuple(
        (-140.0 + 35 * i, -29.0, 0.0) for i in range(9)
    )
    seats = tuple((-140.0 + 20 * i, 45.0, 0.02, 180.0) for i in range(15))
    return along("furniture", lamps(posts), benches(seats))


def trees() -> tuple[Group, ...]:
    """Willows and zelkovas in loose groups, a row behind the walk."""
    found: list[Planted] = []
    for i in range(30):
        x, y = -160 + 320 * ((i * 0.618034) % 1.0), -24 + 52 * ((i * 0.7548777) % 1.0)
        if abs(x + 6) > 7 and y < 28 and not (-110 < x < 110 and -12 < y < 20 and i % 3):
            found.append((x, y, 0.0, ("zelkova", "cherry", "zelkova")[i % 3], i % 3, 0.9 + 0.3 * even(i)))
    back = tuple(
        (-165 + 11.5 * i, -60.0 - 9 * (i % 3), 0.0, ("zelkova", "ginkgo", "pine")[i % 3], i % 2, 1.0 + 0.2 * even(i))
        for i in range(30)
    )
    groves = (grove("trees-lawn", tuple(found)), grove("trees-back", back))
    return tuple(along(group.name, *group.parts) for group in groves)
