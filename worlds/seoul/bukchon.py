"""Bukchon Hanok Village: a lane between tiled roofs that climbs to the north, with Namsan at its lower end.

Hundreds of hanok between the palaces (tafisacongress2017), most of the 1930s; main lane (Bukchon-ro 11-gil) 3-4 m wide,
some 200 m long, slope 8-10 %, granite paving with a gutter in the middle; visits from 10 to 17 h, people live here
(general knowledge). The houses follow a generator of our own and stand for no particular home.
"""

from math import sin

from worlds.entry import Entry
from worlds.seoul.hanok import horizon
from worlds.seoul.hanok.garden import MIXED, PINES, forest, grove, strewn
from worlds.seoul.hanok.house import house, villa
from worlds.shape import ESSENTIAL, SETTING, Box, Gate, Group, Lathe, Loft, Place, Point, Ring, Shape, Sign, View

ORIGIN: Point = (494.6, 1831.3, 66.0)
SOUTH, NORTH = -90.0, 92.0
HALF = 1.95
"""Half the width of the lane."""
SLANT = 0.12
"""How far the lane leans west for each metre north."""
TITLE = {"ko": "북촌한옥마을", "en": "Bukchon Hanok Village", "zh": "北村韩屋村", "ja": "北村韓屋村"}
TEXT = {
    "ko": "경복궁과 창덕궁 사이 언덕에 기와지붕이 이어지는 주택가입니다. 지금도 사람들이 살고 있으니 "
    "조용히 골목을 걸으며 처마 너머로 보이는 남산을 찾아보세요.",
    "en": "A hillside neighbourhood of tiled roofs between two palaces. People still live here, "
    "so walk the lanes quietly and look for Namsan beyond the eaves.",
    "zh": "位于景福宫与昌德宫之间的山坡上，瓦屋顶层层相连。这里至今仍有居民生活，请轻声漫步小巷，"
    "在屋檐之间寻找远处的南山。",
    "ja": "二つの王宮の間の丘に瓦屋根が連なる住宅街です。今も人々が暮らしているので静かに路地を歩き、"
    "軒の向こうに見える南山を探してみてください。",
}
PALACE = {"ko": "경복궁", "en": "Gyeongbokgung Palace", "zh": "景福宫", "ja": "景福宮"}
HUSH = {"ko": "조용히 해 주세요", "en": "Please be quiet", "zh": "请保持安静", "ja": "お静かに"}


def height(y: float) -> float:
    """Metres that the lane lies above its lower end: 9 % on average, steeper in its middle."""
    share = min(max((y - SOUTH) / (NORTH - SOUTH), 0.0), 1.0)
    return 16.0 * (0.6 * share + 0.4 * (3 * share**2 - 2 * share**3))


def middle(y: float) -> float:
    """Where the lane's middle line lies: it bends a little, and its lower end points to Namsan's tower."""
    return 1.6 * sin((y + 20) / 46.0) - SLANT * y


def _ribbon(name: str, west: float, east: float, up: float, colour: str, floor: bool, step: float = 4.0) -> Loft:
    """A strip along the lane between two distances from its middle line."""
    count = round((NORTH + 6 - SOUTH + 6) / step)
    rows = []
    for i in range(count + 1):
        y = SOUTH - 6 + (NORTH - SOUTH + 12) * i / count
        x, z = middle(y), height(y) + up
        rows.append(((x + west, y, z), (x + east, y, z)))
    return Loft(name, (0, 0, 0), tuple(rows), colour, ESSENTIAL, floor=floor)


def lane() -> Group:
    """The lane with its gutter and kerbs, on a slope; the hill on both sides below the houses."""
    hill = []
    for i in range(24):
        y = -150 + 300.0 * i / 23
        z = height(y) - 0.7
        hill.append(
            tuple(
                (x, y, z + 0.03 * max(0.0, abs(x) - 30) * (1 if x < 0 else -0.2))
                for x in (-150.0, -70.0, -24.0, 0.0, 24.0, 70.0, 150.0)
            )
        )
    parts: list[Shape] = [
        _ribbon("lane", -HALF - 0.5, HALF + 0.5, 0.0, "paving", True),
        _ribbon("gutter", -0.22, 0.22, 0.025, "paving_dark", False),
        _ribbon("kerb-west", -HALF, -HALF + 0.24, 0.03, "granite", False),
        _ribbon("kerb-east", HALF - 0.24, HALF, 0.03, "granite", False),
        Loft("hill", (0, 0, 0), tuple(hill), "soil_pale", SETTING),
        Ring("city", (0, 0, -3.0), (0, 0), (3400, 3400), "street", bands=4),
    ]
    square = Box(
        "square", (middle(SOUTH) - 2, SOUTH - 9, -0.5), (26, 16, 0.49), "paving", ESSENTIAL, "snewt", floor=True
    )
    top = height(NORTH)
    terrace = Box(
        "terrace", (middle(NORTH), NORTH + 10, top - 1.0), (18, 12, 1.0), "paving", ESSENTIAL, "snewt", floor=True
    )
    return Group("lane", (0, 0, 0), (*parts, square, terrace), ESSENTIAL)


def houses() -> tuple[Group, ...]:
    """Both sides of the lane, and roofs upon roofs behind them."""
    near: list[Group] = []
    behind: list[Group] = []
    plans = ("digeut", "giyeok", "mieum")
    number = 0
    for side in (-1, 1):
        y = SOUTH + 1.0
        while y < NORTH - 4:
            number += 1
            wide = 10.0 + (number * 0.6180339887498949 % 1.0) * 3.4
            deep = 12.0 + (number * 0.7548776662466927 % 1.0) * 3.0
            mid = y + wide / 2
            x = middle(mid) + side * (HALF + 0.25 + 0.2 * (number % 2))
            z = height(mid) + 0.12
            # a house's face looks south before it is turned: to look east it turns by 90
            turn = (90.0 if side < 0 else 270.0) + 6.8
            if number % 9 == 4 and mid < 20:
                near.append(villa(f"villa-{number}", (x, mid, z), turn, number))
            else:
                drop = 0.6 + abs(height(y + wide) - height(y))
                near.append(
                    house(f"house-{number}", (x, mid, z), (wide - 0.5, deep), plans[number % 3], turn, number, drop)
                )
            for line in range(1, 4):
                far_x = x + side * (deep + 2.5 + 15.5 * (line - 1) + 1.0)
                lift = 0.5 * line if side < 0 else -0.35 * line
                back = (number + line) % 3
                spot = (far_x, mid + 2.0 * ((number + line) % 2), z + lift)
                behind.append(
                    house(
                        f"back-{number}-{line}", spot, (wide - 0.5, 13.0), plans[back], turn, number + line, 2.2, True
                    )
                )
            y += wide + 0.15
    groups: list[Group] = []
    for part in range(6):
        name, low, high = str(part + 1), SOUTH + 31.0 * part, SOUTH + 31.0 * (part + 1)
        own = tuple(one for one in near if low <= one.at[1] < high)
        groups.append(Group(f"houses-{name}", (0, 0, 0), own, ESSENTIAL))
    for name, west in (("west", True), ("east", False)):
        for line_name, low, high in (("south", -200.0, 0.0), ("north", 0.0, 200.0)):
            own = tuple(one for one in behind if (one.at[0] < 0) == west and low <= one.at[1] < high)
            groups.append(Group(f"roofs-{name}-{line_name}", (0, 0, 0), own, SETTING))
    return tuple(groups)


def things() -> Group:
    """Lamps, pots, jars, signs: what stands along a lane where people live."""
    parts: list[Shape] = []
    for i in range(9):
        y = SOUTH + 8 + 20.5 * i
        side = 1 if i % 2 else -1
        x, z = middle(y) + side * (HALF - 0.18), height(y)
        lamp: tuple[Shape, ...] = (
            Lathe("pole", (0, 0, 0), ((0.06, 0), (0.045, 3.1)), "ink", segments=6),
            Box("light", (-side * 0.2, 0, 2.8), (0.3, 0.3, 0.4), "lamp", glow=1.0),
            Box("hood", (-side * 0.2, 0, 3.2), (0.42, 0.42, 0.08), "ink"),
        )
        parts.append(Group(f"lamp-{i}", (x, y, z), lamp, SETTING))
        px = middle(y + 6) - side * (HALF - 0.2)
        pot: tuple[Shape, ...] = (
            Lathe("jar", (0, 0, 0), ((0.16, 0), (0.27, 0.25), (0.24, 0.5), (0.18, 0.55)), "walnut", segments=9),
            Lathe("green", (0, 0, 0.5), ((0.1, 0), (0.3, 0.2), (0.16, 0.5), (0, 0.62)), "pine", segments=7),
        )
        parts.append(Group(f"pot-{i}", (px, y + 6, height(y + 6)), pot, SETTING))
    y = SOUTH + 3
    parts.append(Sign("hush", (middle(y) + HALF - 0.1, y, height(y) + 1.3), (0.9, 0.5), HUSH, "seoul_blue", "white"))
    return Group("things", (0, 0, 0), tuple(parts), SETTING)


def around() -> tuple[Group, ...]:
    """The hill behind, towers in the valley, Namsan with its tower to the south."""
    valley = tuple((-260.0 + 52 * i, -330.0 - 66 * k - 20 * (i % 2)) for i in range(11) for k in range(4))
    spans = (
        (-100.0, 70.0, 380.0, 2600.0, "mountain_near"),
        (-40.0, 50.0, 3200.0, 7600.0, "mountain_far"),
    )
    return (
        grove("trees-west", strewn((-70, -80, -24, 90), 20, (), 3), MIXED, 0.8, 3.0),
        grove("trees-east", strewn((24, -80, 70, 90), 20, (), 5), MIXED, 0.8, 5.0),
        grove("trees-top", ((-12, 106), (-5, 111), (8, 110), (14, 104), (20, 112)), PINES, 1.0, height(NORTH)),
        forest("hill-wood", strewn((-200, 122, 200, 330), 160, (), 7), 5.5, 12.0),
        horizon.towers("valley", valley, 14, 52, -22.0, 4),
        horizon.mountains(ORIGIN, spans),
        horizon.namsan(ORIGIN, 0.3),
    )


def build() -> Place:
    """The lane, put together."""
    top = height(NORTH)
    return Place(
        slug="bukchon",
        title=TITLE,
        text=TEXT,
        bounds=(-22.0, SOUTH - 16, 24.0, NORTH + 16),
        parts=(lane(), *houses(), things(), *around()),
        spawn=(middle(40.0), 40.0, 180),
        gates=(Gate("gyeongbokgung", (0, SOUTH - 10, 0.0), 4.0, "gyeongbokgung", (122, 19.5), 90.0, PALACE),),
        views={
            "lane": View((middle(52), 52, height(52) + 1.75), (middle(-30), -30, height(-30) + 5.6), 50),
            "climb": View((middle(-84), -86, height(-86) + 1.7), (middle(-40), -30, height(-40) + 2.6), 56),
            "roofs": View((-16, 84, top + 9.5), (2, -60, height(-40) + 9.5), 40),
            "gate": View((middle(8) + 1.3, 8, height(8) + 1.6), (middle(20) - 2.4, 20, height(20) + 1.9), 60),
        },
        origin=ORIGIN,
    )


ENTRY = Entry("bukchon", TITLE, TEXT, build, ORIGIN)
