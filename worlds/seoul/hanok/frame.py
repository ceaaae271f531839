"""The timber frame of a hall: red posts on stone feet, painted beams, bracket sets, lattice doors between posts.

Painted woodwork (dancheong): green ground, red posts and boards, bands of blue, ochre and white. Proportions follow
the shared recipe of Korean roofs (general knowledge): bays of 2.4-6 m, brackets about an eighth of the height.
"""

from worlds.shape import ESSENTIAL, ORNAMENT, SETTING, Box, Group, Lathe, Scatter, Shape, Spot

Spots = tuple[tuple[float, float, float, float, float], ...]
BRACKET_STEP = 0.95
"""Metres between bracket sets (dapo: also between posts)."""
TALL, DOORS = 3.4, 0.72
"""Metres from which a wall of lattice has a transom (gyochang) over its doors, and how much of it the doors take."""


def lines(length: float, bays: int) -> tuple[float, ...]:
    """Where the posts of a front stand: the middle bay is a fifth wider than the others."""
    if bays < 3 or bays % 2 == 0:
        return tuple(-length / 2 + length * i / bays for i in range(bays + 1))
    plain = length / (bays + 0.2)
    found, x = [], -length / 2
    for i in range(bays + 1):
        found.append(x)
        x += plain * (1.2 if i == bays // 2 else 1.0)
    return tuple(found)


def around(size: Spot, bays: tuple[int, int]) -> tuple[Spot, ...]:
    """The spots of all outer posts of a body."""
    x, y = lines(size[0], bays[0]), lines(size[1], bays[1])
    fronts = [(a, side * size[1] / 2) for side in (-1, 1) for a in x]
    return tuple(fronts + [(side * size[0] / 2, b) for side in (-1, 1) for b in y[1:-1]])


def posts(name: str, spots: tuple[Spot, ...], foot: float, height: float, radius: float, colour: str) -> list[Shape]:
    """Round posts that taper a little, on feet of granite."""
    post = Lathe(name, (0, 0, 0), ((radius, 0), (radius * 0.88, height)), colour, ESSENTIAL, segments=10, shade=0.82)
    stone = Lathe("foot", (0, 0, -0.02), ((radius * 1.6, 0), (radius * 1.45, 0.16), (0, 0.16)), "granite", segments=8)
    where: Spots = tuple((x, y, foot, 0, 1) for x, y in spots)
    return [
        Scatter(name, (0, 0, 0), post, where, ESSENTIAL),
        Scatter(f"{name}-feet", (0, 0, 0), stone, where, ORNAMENT),
    ]


def rim(name: str, size: Spot, foot: float, height: float, out: float, colour: str, shade: float = 0.75) -> Box:
    """A beam or band round a body, standing out by some metres."""
    box = (size[0] + 2 * out, size[1] + 2 * out, height)
    return Box(name, (0, 0, foot), box, colour, ESSENTIAL, faces="snewb", shade=shade)


def _brackets(size: Spot, foot: float, height: float) -> list[Shape]:
    """Bracket sets all round, in two colours by turns: three arms that step outward and up."""
    found: list[Shape] = []
    reach = 0.62 * height + 0.18
    for number, (lower, upper) in enumerate((("dancheong_green", "post_red"), ("dancheong_blue", "dancheong_green"))):
        arms: tuple[Shape, ...] = (
            Box("arm-1", (0, -reach * 0.2, 0), (0.3, reach * 0.4, height * 0.36), lower, faces="sewb", until=0),
            Box(
                "arm-2",
                (0, -reach * 0.35, height * 0.36),
                (0.44, reach * 0.7, height * 0.3),
                "panel_ochre",
                faces="sewb",
                until=0,
            ),
            Box("arm-3", (0, -reach * 0.5, height * 0.66), (0.56, reach, height * 0.34), upper, faces="sewb", until=0),
            Box("tip", (0, -reach * 0.62, height * 0.74), (0.16, reach * 0.8, 0.14), "hanji", faces="sewb", until=0),
            Box("block-low", (0, -reach * 0.3, 0), (0.36, reach * 0.6, height * 0.5), lower, faces="sewb", since=1),
            Box(
                "block-high", (0, -reach * 0.5, height * 0.5), (0.56, reach, height * 0.5), upper, faces="sewb", since=1
            ),
        )
        spots = []
        for side, (length, away) in enumerate(((size[0], size[1]), (size[1], size[0])) * 2):
            count = max(2, round(length / BRACKET_STEP))
            for i in range(count + 1):
                if (i + side) % 2 != number:
                    continue
                along = -length / 2 + length * i / count
                x, y = ((along, -away / 2), (away / 2, along), (-along, away / 2), (-away / 2, -along))[side]
                spots.append((x, y, foot, (0, 90, 180, 270)[side], 1.0))
        found.append(Scatter(f"brackets-{number}", (0, 0, 0), Group("set", (0, 0, 0), arms), tuple(spots), ORNAMENT))
    return found


def crown(size: Spot, bays: tuple[int, int], foot: float, eaves: float, rich: bool = True) -> list[Shape]:
    """What lies on the posts up to the eaves: a painted beam with its headbands, a red plate, the brackets."""
    height = eaves - foot
    beam, plate = 0.34 * height, 0.1 * height
    parts: list[Shape] = [
        rim("beam", size, foot, beam, 0.12, "dancheong_green", 0.8),
        rim("plate", size, foot + beam, plate, 0.24, "post_red", 0.85),
        rim("frieze", size, foot + beam + plate, height - beam - plate + 0.4, 0.02, "dancheong_green", 0.5),
    ]
    if not rich:
        return parts
    heads = []
    for x, y in around(size, bays):
        on_front = abs(abs(y) - size[1] / 2) < 1e-6
        heads.append((x, y, foot + 0.06, 0.0 if on_front else 90.0, 1.0))
    band: tuple[Shape, ...] = (
        Box("red", (0, 0, 0), (1.5, 0.3, beam - 0.12), "dancheong_red", faces="snb"),
        Box("ochre", (0, 0, 0), (1.0, 0.34, beam - 0.12), "panel_ochre", faces="snb"),
        Box("blue", (0, 0, 0), (0.62, 0.38, beam - 0.12), "dancheong_blue", faces="snb", until=0),
    )
    parts.append(Scatter("headbands", (0, 0, 0), Group("headband", (0, 0, 0), band), tuple(heads), ORNAMENT))
    return parts + _brackets(size, foot + beam + plate, height - beam - plate)


def lattice(size: Spot, foot: float, top: float, bare: tuple[str, ...] = ()) -> list[Shape]:
    """Walls of lattice doors set in a little: red panels below, paper behind green bars above. `bare`: sides left out
    (s n e w)."""
    wide, deep = size
    height = top - foot
    low = min(0.9, height * 0.3)
    faces = "".join(side for side in "snew" if side not in bare)
    doors = height - low if height < TALL else (height - low) * DOORS
    inner = (wide - 0.3, deep - 0.3)
    parts: list[Shape] = [
        Box("sill", (0, 0, foot), (wide - 0.2, deep - 0.2, low), "post_red", ESSENTIAL, faces=faces, shade=0.75),
        Box("paper", (0, 0, foot + low), (*inner, doors), "lattice", ESSENTIAL, faces=faces, glow=0.35),
    ]
    if height >= TALL:
        above = foot + low + doors
        parts += [
            Box("transom", (0, 0, above), (*inner, top - above), "lattice", ESSENTIAL, faces=faces, glow=0.22),
            Box("rail", (0, 0, above), (wide - 0.22, deep - 0.22, 0.16), "dancheong_green", ESSENTIAL, faces + "b"),
        ]
    bar = Box("bar", (0, 0, 0), (0.11, 0.08, height - low), "dancheong_green", faces="s", tone=0.92)
    leaf = Box("leaf", (0, 0, 0), (0.18, 0.12, height), "post_red", faces="s", tone=0.9)
    for piece, step, z, since in ((bar, 0.3, foot + low, 0), (leaf, 1.2, foot, 2 if height >= TALL else 1)):
        spots = []
        for side in faces:
            length, away = (wide, deep) if side in "sn" else (deep, wide)
            count = max(2, round(length / step))
            for i in range(1, count):
                along, out = -length / 2 + length * i / count, away / 2 - 0.13
                x, y = {"s": (along, -out), "n": (-along, out), "e": (out, along), "w": (-out, -along)}[side]
                spots.append((x, y, z, {"s": 0.0, "e": 90.0, "n": 180.0, "w": 270.0}[side], 1.0))
        detail = SETTING if since == 2 else ORNAMENT
        shown = Scatter(f"{piece.name}s", (0, 0, 0), piece, tuple(spots), detail, until=since)
        parts.append(shown)
    return parts


def storey(
    size: Spot,
    bays: tuple[int, int],
    foot: float,
    eaves: float,
    walls: bool = True,
    rich: bool = True,
    post: float = 0.3,
) -> list[Shape]:
    """One storey from its floor to its eaves: posts, walls of lattice, the painted crown."""
    head = eaves - max(0.24 * (eaves - foot), 1.0 if rich else 0.5)
    parts = posts("posts", around(size, bays), foot, head - foot + 0.1, post, "post_red")
    if walls:
        parts += lattice(size, foot, head)
    return parts + crown(size, bays, head, eaves, rich)
