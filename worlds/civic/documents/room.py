"""The document office: ask for a document at the desk, have one checked at the counter by the window."""

from worlds.furniture import (
    bench,
    chair,
    counter,
    desk_lamp,
    hanging_sign,
    papers,
    pendant,
    plant,
    screen,
    shelf,
    table,
)
from worlds.shape import ESSENTIAL, ORNAMENT, Anchor, Box, Disc, Door, Lathe, Ring, Room, View, row

DESK = {"ko": "증명서 발급", "en": "Certificates", "zh": "证明开具", "ja": "証明書の発行"}
CHECKER = {"ko": "진본 확인", "en": "Document check", "zh": "文件核验", "ja": "真偽の確認"}

ROOM = Room(
    slug="documents",
    title={"ko": "증명서 창구", "en": "Document office", "zh": "证明文件窗口", "ja": "証明書窓口"},
    text={
        "ko": "증명서를 책상 위에서 바로 받고, 옆 창구에서 진본인지 확인할 수 있습니다.",
        "en": "Receive a certificate right on the desk, and have any certificate checked at the next counter.",
        "zh": "可当场在桌上领取证明文件，并在旁边的窗口核验真伪。",
        "ja": "証明書をその場の机で受け取り、隣の窓口で本物かどうか確かめられます。",
    },
    door=Door("city-hall", floor=1, bay=3),
    size=(14.0, 10.0, 3.8),
    parts=(
        # the desk where a document is handed over
        Ring("rug", (-3.2, 1.0, 0.01), (0, 0), (2.6, 1.9), "carpet", ORNAMENT, powers=(2, 2.6), segments=48),
        Ring(
            "rug-edge",
            (-3.2, 1.0, 0.008),
            (2.6, 1.9),
            (2.75, 2.05),
            "cushion_warm",
            ORNAMENT,
            powers=(2.6, 2.6),
            segments=48,
        ),
        table("desk", (-3.2, 1.2, 0), (2.8, 1.0, 0.76)),
        papers("papers", (-3.3, 1.1, 0.76), turn=-4),
        papers("papers-waiting", (-2.4, 1.3, 0.76), turn=12),
        desk_lamp("desk-lamp", (-4.3, 1.45, 0.76), turn=40),
        screen("desk-screen", (-3.9, 1.35, 0.76), turn=158),
        chair("officer-chair", (-3.2, 2.15, 0), "seoul_blue"),
        *row(chair("visitor-chair", (-3.9, 0.2, 0), "cushion_warm", turn=180), 2, (1.4, 0, 0)),
        *hanging_sign("desk-sign", (-3.2, 2.4, 2.75), 1.05, DESK),
        # the counter where a document is checked
        counter("checker", (3.6, 2.0, 0), (3.4, 0.8, 1.05)),
        screen("checker-screen", (4.6, 2.1, 1.05), turn=-14),
        papers("checked", (3.3, 1.85, 1.05), turn=6),
        desk_lamp("checker-lamp", (2.6, 2.15, 1.05), turn=-30),
        Lathe(
            "glass",
            (3.62, 1.8, 1.06),
            ((0.075, 0), (0.09, 0.0), (0.09, 0.018), (0.075, 0.018)),
            "brass",
            ORNAMENT,
            segments=16,
        ),
        chair("checker-chair", (3.6, 3.0, 0), "seoul_blue"),
        *hanging_sign("checker-sign", (3.6, 2.9, 2.75), 1.05, CHECKER),
        # waiting
        *row(bench("bench", (-5.6, -2.0, 0), 1.9, "cushion", turn=180), 2, (2.3, 0, 0)),
        *row(bench("bench-east", (3.4, -2.0, 0), 1.9, "cushion_warm", turn=180), 2, (2.3, 0, 0)),
        table("low-table", (-4.4, -3.2, 0), (1.4, 0.6, 0.42), "ash"),
        papers("leaflets", (-4.5, -3.2, 0.42), turn=20),
        # along the walls
        shelf("shelf-west", (-6.8, 2.6, 0), 3.2, 2.3, turn=90),
        shelf("shelf-north-west", (-5.9, 4.7, 0), 1.9, 0.85),
        shelf("shelf-north-east", (5.9, 4.7, 0), 1.9, 0.85),
        *row(
            Box("wainscot-west", (-6.98, -4.5, 0), (0.04, 0.94, 1.05), "oak", ORNAMENT, faces="snewt"), 6, (0, 1.0, 0)
        ),
        *row(
            Box("wainscot-east", (6.98, -4.5, 0), (0.04, 0.94, 1.05), "oak", ORNAMENT, faces="snewt"), 10, (0, 1.0, 0)
        ),
        Box("notice-board", (6.96, -1.6, 1.3), (0.04, 2.4, 1.3), "moss", faces="snewtb", tone=0.9),
        *row(Box("notice", (6.93, -2.5, 1.65), (0.02, 0.3, 0.42), "paper", ORNAMENT, faces="wtsn"), 4, (0, 0.56, 0)),
        Disc("clock", (0.1, 4.9, 2.95), 0.34, "white", glow=0.2),
        Disc("clock-rim", (0.1, 4.91, 2.95), 0.38, "walnut", ORNAMENT),
        Box("clock-hand", (0.1, 4.89, 2.95), (0.02, 0.005, 0.26), "ink", ORNAMENT, faces="s"),
        Box("clock-hand-hour", (0.17, 4.89, 2.94), (0.16, 0.005, 0.025), "ink", ORNAMENT, faces="s"),
        plant("plant-door", (-1.9, -4.4, 0), 1.8),
        plant("plant-door-east", (1.9, -4.4, 0), 1.7, "brick"),
        plant("plant-window", (0.4, 4.4, 0), 1.5, "cushion"),
        plant("plant-corner", (6.4, -4.4, 0), 2.0),
        *row(pendant("pendant-desk", (-4.2, 1.1, 3.8), 1.5), 2, (2.0, 0, 0)),
        *row(pendant("pendant-checker", (2.8, 1.8, 3.8), 1.35), 2, (1.6, 0, 0)),
        *row(pendant("pendant-bench", (-4.4, -2.2, 3.8), 1.2, 0.34), 2, (8.9, 0, 0)),
        *row(Box("beam", (-5.25, 0, 3.62), (0.16, 10.0, 0.18), "oak", ESSENTIAL, faces="ewb"), 4, (3.5, 0, 0)),
    ),
    anchors=(
        Anchor("desk", (-3.2, 1.2, 0.76), opens="issue", reach=2.2, title=DESK),
        Anchor("checker", (3.6, 2.0, 1.05), opens="check", reach=2.0, title=CHECKER),
    ),
    views={
        "desk": View((-0.6, -1.4, 1.6), (-3.6, 2.0, 0.95), 52),
        "checker": View((1.2, -0.8, 1.6), (4.2, 2.6, 1.2), 52),
    },
)
