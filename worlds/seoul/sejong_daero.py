"""Sejong-daero between Seoul Plaza and Gwanghwamun Square: the broad street that joins them, walked on its pavements.

Its pavements were widened and its lanes lessened in 2021 (general knowledge).
"""

from worlds import far
from worlds.entry import Entry
from worlds.seoul.centre import around, in_place
from worlds.seoul.centre.edges import ORIGINS, TITLES, gates_of
from worlds.seoul.glass_hall import glass_hall
from worlds.seoul.gwanghwamun_square_statues import ADMIRAL, admiral_yi
from worlds.seoul.old_hall import old_hall
from worlds.shape import Place, View

TITLE = TITLES["sejong-daero"]
TEXT = {
    "ko": "서울광장에서 광화문광장까지 이어지는 서울의 큰길입니다. 넓은 보도를 따라 청계천과 광화문으로 걸어가 보세요.",
    "en": "The great street from Seoul Plaza to Gwanghwamun Square. Broad pavements lead to the stream and the palace.",
    "zh": "从首尔广场通往光化门广场的首尔大道。沿着宽阔的人行道可走到清溪川和光化门。",
    "ja": "ソウル広場から光化門広場へ続く大通りです。広い歩道をたどって清渓川や光化門へ歩いてみましょう。",
}
ORIGIN = ORIGINS["sejong-daero"]
BOUNDS = (-42.0, -244.0, 34.0, 244.0)


def build() -> Place:
    """The street with the houses on both sides; the two city halls at its southern end."""
    return Place(
        slug="sejong-daero",
        title=TITLE,
        text=TEXT,
        bounds=BOUNDS,
        parts=(
            *around(ORIGIN, BOUNDS, 90.0, lively=0.5),
            old_hall((94, -242, 0.14)),
            glass_hall((100, -207, 0.14)),
            admiral_yi(in_place(ORIGIN, ADMIRAL)),
            far.mountains(),
        ),
        spawn=(-8, -200, 0),
        views={
            "street": View((-9.5, 92, 1.75), (4, 250, 12), 50),
            "tour": View((-9, 118, 1.75), (-7, 150, 2.6), 50),
            "north": View((-24.5, 176, 1.75), (-18, 299, 13), 44),
            "south": View((26, 40, 1.75), (40, -200, 16), 52),
        },
        gates=gates_of("sejong-daero"),
        origin=ORIGIN,
    )


ENTRY = Entry("sejong-daero", TITLE, TEXT, build, ORIGIN)
