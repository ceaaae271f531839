"""The deck of Seoul Sky: floor, panes, the lifts' core, and what one finds there. All sizes are estimates."""

from math import cos, degrees, pi, sin

from worlds.furniture import bench, plant
from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Loft, Ring, Scatter, Shape, Sign, Tube

INNER, OUTER, CORE, HIGH = 16.0, 21.4, 7.0, 5.6
"""Radius to which the stone floor reaches all round, and to the panes; half the core's width; height; metres."""
GLASS = (pi * 1.38, pi * 1.62)
"""The sector of the outer ring that is floored with glass."""
WINDOWS = {
    # degrees counter-clockwise from the east: what one sees there
    135: {"ko": "남산 · 북한산", "en": "Namsan, Bukhansan", "zh": "南山·北汉山", "ja": "南山・北漢山"},
    60: {"ko": "아차산 · 한강", "en": "Achasan, the Han", "zh": "峨嵯山·汉江", "ja": "峨嵯山・漢江"},
    180: {"ko": "강남 · 여의도", "en": "Gangnam, Yeouido", "zh": "江南·汝矣岛", "ja": "江南・汝矣島"},
    235: {"ko": "대모산 · 관악산", "en": "Daemosan, Gwanaksan", "zh": "大母山·冠岳山", "ja": "大母山・冠岳山"},
    315: {"ko": "남한산성", "en": "Namhansanseong", "zh": "南汉山城", "ja": "南漢山城"},
}


def _band(name: str, start: float, end: float, seen: bool) -> Loft:
    """A piece of the outer ring's floor. One of glass is known to the walk map (level 1) and drawn by nobody."""
    count = max(2, round((end - start) / 0.09))
    angles = [end - (end - start) * i / count for i in range(count + 1)]
    rows = tuple(tuple((r * cos(a), r * sin(a), 0.0) for a in angles) for r in (INNER, OUTER))
    levels = (0, 2) if seen else (1, 1)
    return Loft(name, (0, 0, 0), rows, "stone_floor", ESSENTIAL, floor=True, since=levels[0], until=levels[1])


def _shell() -> Group:
    floor = (
        Ring("floor", (0, 0, 0), (0, 0), (INNER, INNER), "stone_floor", ESSENTIAL, segments=72, floor=True),
        Ring("inlay", (0, 0, 0.01), (12.6, 12.6), (13.0, 13.0), "brass", ORNAMENT, segments=72),
        _band("floor-round", GLASS[1], GLASS[0] + 2 * pi, True),
        _band("floor-glass", GLASS[0], GLASS[1], False),
    )
    angles = [2 * pi * i / 48 for i in range(49)]
    ceiling = tuple(tuple((r * cos(a), r * sin(a), HIGH) for a in angles) for r in (CORE, 12.5))
    rim = ((OUTER + 0.6, 0.28), (OUTER + 0.15, 0.28), (OUTER + 0.15, -0.05))
    rail = ((OUTER - 0.05, 1.14), (OUTER - 0.05, 1.06))
    light = ((14.2, HIGH - 0.02), (14.0, HIGH - 0.1), (13.6, HIGH - 0.1), (13.4, HIGH - 0.02))
    return Group(
        "shell",
        (0, 0, 0),
        (
            *floor,
            Loft("ceiling", (0, 0, 0), ceiling, "ceiling", ESSENTIAL, shade=0.9),
            Lathe("rim", (0, 0, 0), rim, "steel", ESSENTIAL, segments=72),
            Lathe("rail", (0, 0, 0), rail, "brass", ESSENTIAL, segments=72),
            Lathe("light", (0, 0, 0), light, "lamp", SETTING, segments=48, glow=0.9),
            Lathe("skirt", (0, 0, -1.4), ((OUTER + 0.9, 0), (OUTER + 0.9, 1.4)), "steel", ESSENTIAL, segments=48),
        ),
        ESSENTIAL,
    )


def _panes() -> Group:
    """Mullions, a transom, and the lattice of the crown before the panes."""
    mullions = tuple(
        ((OUTER + 0.4) * cos(a), (OUTER + 0.4) * sin(a), 0.0, degrees(a), 1.0)
        for a in (2 * pi * i / 40 for i in range(40))
    )
    found: list[Shape] = [
        Scatter(
            "mullions",
            (0, 0, 0),
            Box("mullion", (0, 0, 0), (0.26, 0.07, HIGH), "white", ESSENTIAL, faces="snew"),
            mullions,
            ESSENTIAL,
        )
    ]
    for i in range(10):
        for side in (-1, 1):
            a = 2 * pi * i / 10
            path = tuple(
                ((OUTER + 1.1) * cos(a + side * 0.2 * k), (OUTER + 1.1) * sin(a + side * 0.2 * k), -1.5 + 2.7 * k)
                for k in range(4)
            )
            found.append(Tube(f"lattice-{i}-{side}", (0, 0, 0), path, (0.16,) * 4, "white", ESSENTIAL, segments=5))
    for i in range(18):
        a = GLASS[0] + (GLASS[1] - GLASS[0]) * i / 17
        path = ((INNER * cos(a), INNER * sin(a), -0.05), (OUTER * cos(a), OUTER * sin(a), -0.05))
        found.append(Tube(f"glass-bar-{i}", (0, 0, 0), path, (0.035, 0.035), "steel", ESSENTIAL, segments=3))
    for k in range(4):
        r = INNER + (OUTER - INNER) * (k + 0.02) / 3
        path = tuple(
            (r * cos(a), r * sin(a), -0.05) for a in (GLASS[0] + (GLASS[1] - GLASS[0]) * i / 12 for i in range(13))
        )
        found.append(
            Tube(
                f"glass-arc-{k}", (0, 0, 0), path, (0.045,) * 13, "brass" if k == 0 else "steel", ESSENTIAL, segments=3
            )
        )
    for i in range(40):
        a = 2 * pi * i / 40
        path = ((12.4 * cos(a), 12.4 * sin(a), HIGH + 0.1), ((OUTER + 0.4) * cos(a), (OUTER + 0.4) * sin(a), HIGH))
        found.append(Tube(f"beam-{i}", (0, 0, 0), path, (0.1, 0.1), "white", ESSENTIAL, segments=4))
    edge = ((OUTER + 0.5, 0.3), (OUTER + 0.3, 0.3), (OUTER + 0.3, 0), (OUTER + 0.5, 0), (OUTER + 0.5, 0.3))
    found.append(Lathe("edge", (0, 0, HIGH), edge, "white", ESSENTIAL, segments=60))
    return Group("panes", (0, 0, 0), tuple(found), ESSENTIAL)


def _core() -> Group:
    """The lifts, with doors on the south side, and a long bar on the north side."""
    title = {"ko": "118층 서울스카이", "en": "118F Seoul Sky", "zh": "118层 首尔天空", "ja": "118階 ソウルスカイ"}
    parts: list[Shape] = [
        Box("core", (0, 0, 0), (2 * CORE, 2 * CORE, HIGH), "walnut", ESSENTIAL, faces="snew"),
        Box("plinth", (0, 0, 0), (2 * CORE + 0.1, 2 * CORE + 0.1, 0.16), "ink", SETTING, faces="snewt"),
        Sign("board", (0, -CORE - 0.06, 3.6), (5.6, 0.8), title, "ink", "brass"),
        Box("bar", (0, CORE + 2.2, 0), (8, 0.8, 1.05), "oak", ESSENTIAL, bevel=0.03),
        Box("bar-top", (0, CORE + 2.2, 1.05), (8.4, 1.0, 0.06), "stone_light", SETTING),
        Box("shelf", (0, CORE + 0.16, 0.9), (8, 0.3, 2.2), "oak", SETTING, glow=0.25),
    ]
    for i, x in enumerate((-4.2, 0.0, 4.2)):
        parts.append(Box(f"frame-{i}", (x, -CORE - 0.03, 0), (2.5, 0.06, 2.9), "brass", SETTING, faces="sewt"))
        for side in (-1, 1):
            door = Box(f"door-{i}-{side}", (x + side * 0.54, -CORE - 0.07, 0.04), (1.06, 0.05, 2.6), "steel", SETTING)
            parts.append(door)
    for side in (-1, 1):
        screen = Box(f"screen-{side}", (side * (CORE + 0.05), 0, 1.2), (0.06, 7.0, 2.8), "screen", SETTING, glow=0.5)
        parts.append(screen)
    return Group("core", (0, 0, 0), tuple(parts), ESSENTIAL)


def _things() -> Group:
    """Benches and plants inside, telescopes and boards at the panes."""
    found: list[Shape] = []
    for i, (angle, words) in enumerate(WINDOWS.items()):
        a = angle * pi / 180
        x, y = (OUTER - 0.5) * cos(a), (OUTER - 0.5) * sin(a)
        found.append(Sign(f"window-{i}", (x, y, 0.5), (2.4, 0.34), words, "ink", "white", turn=angle - 90 + 180 - 180))
        b = a + 0.16
        x, y = (OUTER - 0.9) * cos(b), (OUTER - 0.9) * sin(b)
        found.append(
            Lathe(f"foot-{i}", (x, y, 0), ((0.24, 0), (0.1, 0.15), (0.07, 1.2)), "steel", SETTING, segments=10)
        )
        tube = Box(
            f"telescope-{i}",
            (x, y, 1.2),
            (0.62, 0.26, 0.24),
            "brass",
            SETTING,
            faces="snewtb",
            turn=degrees(b),
            bevel=0.06,
        )
        found.append(tube)
    for i in range(8):
        a = pi / 8 + i * pi / 4
        x, y = 11.4 * cos(a), 11.4 * sin(a)
        found.append(bench(f"bench-{i}", (x, y, 0), 2.2, ("cushion", "cushion_warm")[i % 2], turn=degrees(a) + 90))
    for i in range(4):
        a = i * pi / 2 + pi / 4
        found.append(plant(f"plant-{i}", (9.4 * cos(a), 9.4 * sin(a), 0), 1.8))
    return Group("things", (0, 0, 0), tuple(found), SETTING)


def room() -> tuple[Group, ...]:
    """The deck, whole."""
    return (_shell(), _panes(), _core(), _things())
