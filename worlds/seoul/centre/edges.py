"""Where places of the centre meet edge to edge: one spot of the city, a gate on either side, the same heading."""

from math import cos, radians, sin

from worlds.shape import Gate, Point, Spot, Words

HERE, BACK = (0.5, 1.5), (-1.0, -2.0)
"""Metres past the edge, along the way, of a gate and of where one arrives: going on, and coming back."""


def edge(
    to: str, title: Words, at: Spot, heading: float, origins: tuple[Point, Point], width: float, back: bool = False
) -> Gate:
    """The gate of the first of two places to the second, who meet at `at` (city's frame) on a way with `heading`.

    `origins` are of the place that the gate stands in and of the one it leads to; `back`: the way is walked backwards.
    """
    gate, arrival = BACK if back else HERE
    east, north = -sin(radians(heading)), cos(radians(heading))
    here, there = origins
    return Gate(
        to,
        (at[0] + gate * east - here[0], at[1] + gate * north - here[1], 0.14),
        width,
        to,
        (at[0] + arrival * east - there[0], at[1] + arrival * north - there[1]),
        (heading + (180.0 if back else 0.0)) % 360.0,
        title,
    )


PLAZA_NORTH: Spot = (-97.0, -40.0)
SQUARE_SOUTH: Spot = (-104.0, 440.0)
SQUARE_EAST: Spot = (-46.6, 440.0)
STREAM_WEST: Spot = (-62.0, 296.0)
ORIGINS: dict[str, Point] = {
    "plaza": (2.0, -104.0, 28.5),
    "sejong-daero": (-92.0, 200.0, 29.0),
    "gwanghwamun-square": (-111.0, 700.0, 30.0),
    "cheonggyecheon": (30.0, 340.0, 29.0),
}
"""Zero of each place of the centre, in the city's frame."""
TITLES: dict[str, Words] = {
    "plaza": {"ko": "서울광장", "en": "Seoul Plaza", "zh": "首尔广场", "ja": "ソウル広場"},
    "sejong-daero": {"ko": "세종대로", "en": "Sejong-daero", "zh": "世宗大路", "ja": "世宗大路"},
    "gwanghwamun-square": {"ko": "광화문광장", "en": "Gwanghwamun Square", "zh": "光化门广场", "ja": "光化門広場"},
    "cheonggyecheon": {"ko": "청계천", "en": "Cheonggyecheon Stream", "zh": "清溪川", "ja": "清渓川"},
}
MEETINGS: tuple[tuple[str, str, Spot, float, float], ...] = (
    # from, to, where in the city, heading of the way, width
    ("plaza", "sejong-daero", PLAZA_NORTH, 0.0, 9.0),
    ("sejong-daero", "gwanghwamun-square", SQUARE_SOUTH, 0.0, 12.0),
    ("sejong-daero", "cheonggyecheon", STREAM_WEST, 270.0, 10.0),
    ("gwanghwamun-square", "cheonggyecheon", SQUARE_EAST, 180.0, 6.0),
)


def gates_of(slug: str) -> tuple[Gate, ...]:
    """The gates of a place to those that it meets."""
    found = []
    for first, second, at, heading, width in MEETINGS:
        if slug == first:
            found.append(edge(second, TITLES[second], at, heading, (ORIGINS[first], ORIGINS[second]), width))
        elif slug == second:
            found.append(edge(first, TITLES[first], at, heading, (ORIGINS[second], ORIGINS[first]), width, back=True))
    return tuple(found)
