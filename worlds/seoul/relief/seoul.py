"""Seoul from above: the whole city as a relief one flies over, 1:100, with the Han, its bridges and its mountains.

The model's frame: zero in its middle, x east, y north; `scaled` of worlds/seoul/relief/scale.py maps the city on it.
"""

from functools import cache

from worlds.entry import Entry
from worlds.seoul.relief import blocks, bridges, gates, landmarks, plates, rim, terrain, wall
from worlds.seoul.relief.scale import MIDDLE
from worlds.shape import ESSENTIAL, Group, Place, Point, View

SLUG = "seoul"
TITLE = {"ko": "서울 전도", "en": "Seoul from above", "zh": "首尔全景", "ja": "ソウル全図"}
TEXT = {
    "ko": "산이 두르고 한강이 가로지르는 서울의 100분의 1 모형입니다. 자치구 스물다섯과 다리 스물여덟이 있습니다.",
    "en": "Seoul at one hundredth of its size, ringed by mountains and crossed by the Han: 25 districts, 28 bridges.",
    "zh": "群山环绕、汉江横贯的首尔，缩为百分之一：二十五个区与二十八座大桥尽在脚下。",
    "ja": "山に囲まれ漢江が横切るソウルを百分の一にしました。二十五の区と二十八の橋が足元に広がります。",
}
PIN = 2.2
"""Height of a pin over its miniature; metres of the model."""
ORIGIN = (MIDDLE[0], MIDDLE[1], 0.0)


@cache
def pins() -> dict[str, Point]:
    """For each place of the city, the top of its pin on the relief."""
    return {slug: (x, y, z + PIN) for slug, (x, y, z) in landmarks.spots().items()}


def _together(name: str, *groups: Group) -> Group:
    """Groups as one cluster: a view of the whole city shall cost few draw calls."""
    return Group(name, (0, 0, 0), groups, ESSENTIAL)


def build() -> Place:
    """The place, put together."""
    return Place(
        slug=SLUG,
        title=TITLE,
        text=TEXT,
        bounds=(-rim.OUTER[0], -rim.OUTER[1], rim.OUTER[0], rim.OUTER[1]),
        parts=(
            _together("ground", rim.basin(), plates.beyond(), plates.districts(), plates.waters(), plates.borders()),
            terrain.mountains(),
            blocks.city(),
            _together(
                "things", landmarks.landmarks(), wall.city_wall(), bridges.bridges(), plates.names(), blocks.parks()
            ),
            rim.rail(),
            gates.shelters(),
            rim.grove(),
        ),
        spawn=(0, -rim.OUTER[1] + 5, 0),
        gates=gates.gates(),
        views={
            "whole": View((-70, -112, 52), (4, 6, 0), 46),
            "centre": View((-22, -42, 24), (6, 14, 2), 45),
            "yeouido": View((-84, -77, 36), (-38, -42, 0), 40),
            "namsan": View((22, -46, 13), (8, -4, 5), 48),
            "jamsil": View((84, -84, 22), (110, -50, 4), 48),
            "north": View((0, 30, 34), (6, 110, 8), 50),
        },
        flown=True,
        origin=ORIGIN,
    )


def __getattr__(name: str) -> dict[str, Point]:
    """`SPOTS` is `pins()`, worked out when first asked for: a module costs nothing to import."""
    if name == "SPOTS":
        return pins()
    raise AttributeError(name)


ENTRY = Entry(SLUG, TITLE, TEXT, build, ORIGIN)
