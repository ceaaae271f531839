"""The stops along the relief's southern walk: one for each place that is reached from here, and the way back."""

from worlds.seoul.park_kit import bus_stop
from worlds.seoul.relief.rim import HIGH, OUTER
from worlds.shape import ESSENTIAL, Gate, Group, Spot, Words

Stop = tuple[float, Spot, float, Words]
STOPS: dict[str, Stop] = {
    # east on the walk; where one arrives there, and heading; what the board says
    "n-seoul-tower": (
        -18.0,
        (0.0, -44.0),
        0.0,
        {"ko": "N서울타워", "en": "N Seoul Tower", "zh": "N首尔塔", "ja": "Nソウルタワー"},
    ),
    "lotte-world-tower": (
        18.0,
        (40.0, -79.0),
        0.0,
        {"ko": "롯데월드타워", "en": "Lotte World Tower", "zh": "乐天世界塔", "ja": "ロッテワールドタワー"},
    ),
    "ddp": (
        -54.0,
        (-104.0, -60.0),
        -60.0,
        {"ko": "동대문디자인플라자", "en": "DDP", "zh": "东大门设计广场", "ja": "東大門デザインプラザ"},
    ),
    "hangang": (
        -90.0,
        (30.0, -62.0),
        0.0,
        {"ko": "여의도한강공원", "en": "Yeouido Hangang Park", "zh": "汝矣岛汉江公园", "ja": "汝矣島漢江公園"},
    ),
    "seoul-forest": (
        54.0,
        (0.0, -92.0),
        0.0,
        {"ko": "서울숲", "en": "Seoul Forest", "zh": "首尔林", "ja": "ソウルの森"},
    ),
}
Y = -OUTER[1] + 2.6


def arrival(slug: str) -> Spot:
    """Where on the walk one arrives who comes from a place."""
    return (STOPS[slug][0], Y + 3.4)


def gates() -> tuple[Gate, ...]:
    """A gate to each place."""
    return tuple(
        Gate(slug, (x, Y, HIGH), 3.4, slug, spot, heading, words) for slug, (x, spot, heading, words) in STOPS.items()
    )


def shelters() -> Group:
    """The shelters at the gates; one enters from the north."""
    made = tuple(
        bus_stop(f"stop-{slug}", (x, Y - 1.0, HIGH), turn=180, words=words) for slug, (x, _, _, words) in STOPS.items()
    )
    return Group("stops", (0, 0, 0), made, ESSENTIAL)
