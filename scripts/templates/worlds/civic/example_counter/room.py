"""Example counter: one desk, and a bench for those who wait."""

from worlds.furniture import bench, chair, counter, desk_lamp, hanging_sign, papers, pendant, plant, screen, shelf
from worlds.shape import Anchor, Door, Room, View, row

TITLE = {"ko": "예시 창구", "en": "Example counter", "zh": "示例窗口", "ja": "見本窓口"}

ROOM = Room(
    slug="example-counter",
    title=TITLE,
    text={
        "ko": "준비 중인 창구입니다.",
        "en": "This counter is being prepared.",
        "zh": "此窗口正在准备中。",
        "ja": "準備中の窓口です。",
    },
    door=Door("city-hall", floor=1, bay=9),
    size=(11.0, 8.5, 3.8),
    parts=(
        counter("desk", (0, 1.4, 0), (3.2, 0.8, 1.05)),
        screen("desk-screen", (1.0, 1.5, 1.05), turn=-14),
        papers("papers", (-0.4, 1.25, 1.05), turn=6),
        desk_lamp("desk-lamp", (-1.2, 1.55, 1.05), turn=-30),
        chair("officer-chair", (0, 2.4, 0), "seoul_blue"),
        *hanging_sign("desk-sign", (0, 2.3, 2.75), 1.05, TITLE),
        *row(bench("bench", (-3.6, -1.6, 0), 1.9, "cushion", turn=180), 2, (7.2, 0, 0)),
        shelf("shelf-west", (-5.3, 2.0, 0), 2.8, 2.3, turn=90),
        plant("plant-door", (-1.9, -3.6, 0), 1.8),
        plant("plant-corner", (4.9, 3.6, 0), 1.6, "cushion"),
        *row(pendant("pendant", (-0.9, 1.3, 3.8), 1.35), 2, (1.8, 0, 0)),
    ),
    anchors=(Anchor("desk", (0, 1.4, 1.05), opens="ask", reach=2.0, title=TITLE),),
    views={"desk": View((-2.4, -1.6, 1.6), (0.6, 2.2, 1.1), 52)},
)
