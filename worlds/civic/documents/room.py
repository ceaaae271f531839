"""The document office: ask for a document at the desk, have one checked at the counter by the window."""

from worlds.shape import ESSENTIAL, Anchor, Box, Door, Room

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
        Box("desk", (-2.6, 1.4, 0.0), (2.6, 0.9, 0.76), "oak", ESSENTIAL),
        Box("checker", (3.4, 2.2, 0.0), (3.0, 0.8, 1.05), "walnut", ESSENTIAL),
    ),
    anchors=(
        Anchor("desk", (-2.6, 0.5, 0.0), opens="issue"),
        Anchor("checker", (3.4, 1.3, 0.0), opens="check"),
    ),
)
