"""Cheonggyecheon where it begins: the square with the shell, the waterfall, and the paths down by the water.

Restored and opened on 1 October 2005; the stream comes out of the ground here, below Sejong-daero (general knowledge).
"""

from worlds import far
from worlds.entry import Entry
from worlds.seoul.centre import around
from worlds.seoul.centre.edges import ORIGINS, TITLES, gates_of
from worlds.shape import Place, View

TITLE = TITLES["cheonggyecheon"]
TEXT = {
    "ko": "2005년 도로를 걷어 내고 되살린 물길의 시작점입니다. 계단을 내려가 징검다리와 물가 길을 걸어 보세요.",
    "en": "Here begins the stream that came back in 2005 when a road was taken away. Walk down to the stepping stones.",
    "zh": "2005年拆除道路后恢复的溪流由此开始。走下台阶，踏着石墩沿水边漫步。",
    "ja": "2005年に道路を取り除いてよみがえった川の始まりです。階段を下りて飛び石と水辺の道を歩いてみましょう。",
}
ORIGIN = ORIGINS["cheonggyecheon"]
BOUNDS = (-96.0, -84.0, 82.0, 104.0)


def build() -> Place:
    """The head of the stream, and Jong-ro to the north."""
    return Place(
        slug="cheonggyecheon",
        title=TITLE,
        text=TEXT,
        bounds=BOUNDS,
        parts=(*around(ORIGIN, BOUNDS, 110.0, bare=((-92, -62, 100, -32),)), far.mountains()),
        spawn=(-74, -46, 270),
        views={
            "stream": View((0, -47.2, 3.2), (60, -51, -4), 55),
            "water": View((20, -55.5, -2.3), (-22, -46.2, 0.6), 60),
            "spring": View((-86, -53, 1.75), (-44, -45.5, 9.5), 52),
            "stones": View((52, -57, -2.4), (66, -50, -4.2), 60),
            "aerial": View((-92, -66, 26), (10, -48, -2), 52),
        },
        gates=gates_of("cheonggyecheon"),
        origin=ORIGIN,
    )


ENTRY = Entry("cheonggyecheon", TITLE, TEXT, build, ORIGIN)
