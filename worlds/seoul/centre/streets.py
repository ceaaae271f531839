"""The streets of the centre: where they run, how wide they are, and the ground that is made of them.

Lines are metres east and north of 37.5665 N 126.9780 E. Sejong-daero and Jong-ro follow the track of metro line 1
(+-10 m), the others general knowledge (+-20 to 40 m). Lanes are general knowledge; a lane is 3.2 m (estimate).
Sejong-daero south of the crossing has eight lanes since its pavements were widened in 2021 (general knowledge).
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from worlds.shape import Spot

Points = NDArray[np.float64]
LANE = 3.2
"""Metres."""


@dataclass(frozen=True)
class Street:
    """One street: its middle line, lanes both ways, and the width of its pavements."""

    name: str
    title: str
    line: tuple[Spot, ...]
    lanes: int
    pavement: float = 6.0
    one_way: bool = False

    @property
    def half(self) -> float:
        """From the middle to the kerb."""
        return self.lanes * LANE / 2


STREETS: tuple[Street, ...] = (
    Street("sejong-daero-north", "세종대로 북쪽", ((-66, 963), (-64, 850), (-63, 600), (-63, 450), (-72, 411)), 8, 6.0),
    Street(
        "sejong-daero-south",
        "세종대로 남쪽",
        (
            *((-72, 411), (-84, 380), (-86, 325), (-81, 120), (-78.5, 0), (-78.5, -190), (-93, -271)),
            *((-194, -609), (-222, -660), (-296, -712), (-352, -842), (-455, -1000), (-500, -1080), (-523, -1190)),
        ),
        8,
        10.0,
    ),
    Street(
        "jong-ro",
        "종로",
        ((-72, 411), (74, 411), (437, 406), (601, 403), (793, 408), (1041, 424), (1237, 436)),
        8,
        7.0,
    ),
    Street(
        "saemunan-ro",
        "새문안로",
        (
            *((-72, 411), (-250, 400), (-400, 392), (-550, 345), (-680, 262), (-785, 190), (-900, 60)),
            (-1010, -75),
        ),
        8,
        7.0,
    ),
    Street(
        "sajik-ro",
        "사직로",
        (
            *((-1105, 790), (-1000, 890), (-900, 948), (-800, 985), (-650, 1015), (-520, 1027), (-398, 1024)),
            *((-300, 1006), (-215, 982), (-150, 965), (-66, 963)),
        ),
        8,
        7.0,
    ),
    Street(
        "yulgok-ro",
        "율곡로",
        (
            *((-66, 963), (20, 974), (150, 990), (330, 1003), (450, 1003), (545, 1035), (645, 1088), (735, 1128)),
            *((900, 1165), (1080, 1195), (1250, 1260)),
        ),
        6,
        7.0,
    ),
    Street(
        "eulji-ro",
        "을지로",
        ((77.5, -60), (200, -55), (371, -48), (560, -35), (830, -20), (1149, -20)),
        6,
        6.0,
    ),
    Street(
        "namdaemun-ro",
        "남대문로",
        (
            *((437, 406), (423, 270), (422, 100), (422, -40), (415, -150), (390, -280), (345, -390), (295, -480)),
            *((245, -540), (110, -610), (10, -645), (-100, -690), (-205, -640)),
        ),
        6,
        6.0,
    ),
    Street("sogong-ro", "소공로", ((52, -170), (78, -225), (120, -310), (185, -430), (245, -540)), 5, 4.5),
    Street("mugyo-ro", "무교로", ((77.5, -20), (80, 80), (80, 180), (72, 255)), 4, 4.0),
    Street("plaza-east", "서울광장 동쪽 길", ((77.5, -20), (77.5, -170)), 5, 6.0),
    Street("plaza-south", "서울광장 남쪽 길", ((-78.5, -170), (77.5, -170)), 5, 6.0),
    Street(
        "deoksugung-gil",
        "덕수궁길",
        ((-78.5, -200), (-180, -213), (-260, -235), (-330, -215), (-385, -165), (-440, -110)),
        2,
        3.0,
    ),
    Street("jeongdong-gil", "정동길", ((-440, -110), (-520, -40), (-600, 40), (-690, 120), (-785, 190)), 2, 3.0),
    Street(
        "seosomun-ro",
        "서소문로",
        ((-112, -335), (-220, -365), (-340, -400), (-480, -440), (-640, -490), (-760, -530)),
        6,
        5.0,
    ),
    Street(
        "cheonggyecheon-ro-north",
        "청계천로 북쪽",
        (
            *((-70, 318), (-20, 318), (150, 312), (300, 300), (440, 292), (560, 262), (700, 232), (850, 214)),
            *((1000, 207), (1300, 231)),
        ),
        2,
        3.0,
        one_way=True,
    ),
    Street(
        "cheonggyecheon-ro-south",
        "청계천로 남쪽",
        (
            *((-70, 268), (-20, 268), (150, 262), (300, 250), (440, 242), (560, 212), (700, 182), (850, 164)),
            *((1000, 157), (1300, 181)),
        ),
        2,
        3.0,
        one_way=True,
    ),
    Street(
        "samil-daero",
        "삼일대로",
        (
            *((735, 1128), (770, 960), (830, 800), (872, 670), (895, 500), (900, 430), (885, 190), (865, -20)),
            *((855, -230), (870, -470), (905, -650)),
        ),
        8,
        6.0,
    ),
    Street("ujeongguk-ro", "우정국로", ((437, 406), (445, 560), (452, 720), (470, 880), (545, 1035)), 6, 5.0),
    Street(
        "toegye-ro",
        "퇴계로",
        (
            *((-455, -1000), (-300, -955), (-150, -930), (62, -877), (230, -790), (365, -705), (480, -662)),
            *((734, -622), (905, -650), (1150, -690)),
        ),
        7,
        5.0,
    ),
    Street("jong-ro-1-gil", "종로1길", ((36, 411), (38, 640), (40, 985)), 2, 3.0),
    Street("hoehyeon", "한국은행 앞에서 회현", ((245, -540), (320, -610), (365, -705)), 6, 5.0),
    Street("myeongdong-gil", "명동길", ((406, -215), (520, -230), (660, -265), (772, -304)), 2, 2.0, True),
    Street("cathedral-lane", "세종대로21길", ((-81, 122), (-190, 112), (-260, 60)), 1, 2.0, True),
)
CROSSINGS: tuple[tuple[str, Spot], ...] = (
    ("sejong-daero-north", (-63, 462)),
    ("sejong-daero-north", (-63, 575)),
    ("sejong-daero-north", (-64, 690)),
    ("sejong-daero-north", (-64, 800)),
    ("sejong-daero-north", (-65.6, 938)),
    ("sejong-daero-south", (-86, 368)),
    ("sejong-daero-south", (-84.5, 245)),
    ("sejong-daero-south", (-80, 60)),
    ("sejong-daero-south", (-78.5, -63)),
    ("sejong-daero-south", (-78.5, -150)),
    ("sejong-daero-south", (-79, -222)),
    ("sejong-daero-south", (-200, -620)),
    ("jong-ro", (-22, 411)),
    ("jong-ro", (395, 407)),
    ("saemunan-ro", (-128, 407.5)),
    ("sajik-ro", (-106, 964)),
    ("yulgok-ro", (-30, 967.6)),
    ("eulji-ro", (105, -58.5)),
    ("mugyo-ro", (79.6, 60)),
    ("plaza-east", (77.5, -112)),
    ("plaza-south", (0, -170)),
    ("cheonggyecheon-ro-north", (20, 316.6)),
    ("cheonggyecheon-ro-south", (20, 266.6)),
)
"""Zebra crossings: which street, and a spot on its middle line (estimates)."""


def away(points: Points, line: tuple[Spot, ...]) -> NDArray[np.float64]:
    """Distance of points (n, 2) from a line; (n,)."""
    ends = np.array(line, np.float64)
    start, leg = ends[:-1], np.diff(ends, axis=0)
    gap = points[:, None] - start[None]
    share = np.clip((gap * leg).sum(2) / (leg * leg).sum(1), 0.0, 1.0)
    rest = gap - share[..., None] * leg
    return np.asarray(np.sqrt((rest * rest).sum(2)).min(1))


@cache
def _legs() -> tuple[Points, Points, NDArray[np.float64], tuple[str, ...]]:
    """Every straight piece of every street: its start, its way, half its width, its street."""
    starts, ways, halves, names = [], [], [], []
    for road in STREETS:
        ends = np.array(road.line, np.float64)
        starts.append(ends[:-1])
        ways.append(np.diff(ends, axis=0))
        halves.append(np.full(len(ends) - 1, road.half))
        names += [road.name] * (len(ends) - 1)
    return np.concatenate(starts), np.concatenate(ways), np.concatenate(halves), tuple(names)


FAR_OFF = 60.0
"""Metres: clearer than this of every carriageway is clear enough."""


def clearance(points: Points, margin: float = 0.0, skip: str = "") -> NDArray[np.float64]:
    """How far points (n, 2) lie outside every carriageway (negative: inside one), at most FAR_OFF; (n,)."""
    if not len(points):
        return np.zeros(0)
    start, way, half, names = _legs()
    low, high = points.min(0) - FAR_OFF, points.max(0) + FAR_OFF
    near = (np.minimum(start, start + way) < high).all(1) & (np.maximum(start, start + way) > low).all(1)
    near &= np.array([name != skip for name in names])
    start, way, half = start[near], way[near], half[near]
    if not len(start):
        return np.full(len(points), FAR_OFF)
    x, y = points[:, :1] - start[:, 0], points[:, 1:] - start[:, 1]
    share = np.clip((x * way[:, 0] + y * way[:, 1]) / (way * way).sum(1), 0.0, 1.0)
    gap = np.hypot(x - share * way[:, 0], y - share * way[:, 1]) - half - margin
    return np.asarray(np.minimum(gap.min(1), FAR_OFF))


def offset(line: tuple[Spot, ...], by: float) -> Points:
    """The line moved `by` metres to its left, mitred at its bends; (n, 2)."""
    points = np.array(line, np.float64)
    ahead = np.diff(points, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], 1)
    before, after = np.vstack([left[:1], left]), np.vstack([left, left[-1:]])
    mitre = (before + after) / (1.0 + (before * after).sum(1, keepdims=True))
    return np.asarray(points + mitre * by)


def walked(line: Points, step: float) -> tuple[Points, Points]:
    """Points every `step` metres of a line, its bends among them, and the direction ahead at each; (n, 2), (n, 2)."""
    spots, ways = [], []
    for start, end in pairwise(line):
        leg = end - start
        length = float(np.linalg.norm(leg))
        count = max(1, round(length / step))
        share = np.arange(count)[:, None] / count
        spots.append(start + share * leg)
        ways.append(np.repeat(leg[None] / length, count, 0))
    spots.append(line[-1:])
    ways.append(ways[-1][-1:])
    return np.concatenate(spots), np.concatenate(ways)


@cache
def street(name: str) -> Street:
    """The street of a name."""
    return next(known for known in STREETS if known.name == name)
