"""Figures side by side: long or high as they are much, and every one of them also written."""

import io
from typing import Any

import pytest
from panda3d.core import NodePath

from metaseoul.texts import Texts
from metaseoul.ui.chart import Paper, chart_row
from metaseoul.ui.draw import Layer
from metaseoul.ui.text import TextUi
from metaseoul.ui.theme import LIGHT
from metaseoul.ui.views import Bar, Chart, View

BARS = (Bar("시민청", 40, "40명"), Bar("광장", 10, "10명"), Bar("집", 0, "0명"))


class Boxes(Layer):
    """Remembers its cards."""

    def __init__(self) -> None:
        super().__init__(NodePath("layer"))
        self.boxes: list[tuple[float, float, float, float]] = []

    def card(self, box: tuple[float, float, float, float], *args: Any, **named: Any) -> None:
        self.boxes.append(box)
        super().card(box, *args, **named)


def drawn(kind: Any, bars: tuple[Bar, ...], width: float = 400) -> tuple[float, Boxes]:
    row, layer = chart_row(Chart(kind, "지금 있는 사람", bars), Paper(LIGHT, width, round)), Boxes()
    row.build(layer, 0)
    return row.height, layer


@pytest.mark.parametrize(("kind", "side"), [("bars", 2), ("columns", 3)])
def test_a_bar_is_as_long_as_it_is_much_and_nought_is_seen_as_a_line(kind: Any, side: int) -> None:
    _, layer = drawn(kind, BARS)
    most, quarter, nought = (box[side] for box in layer.boxes)
    assert quarter == pytest.approx(most / 4)
    assert 0 < nought <= 2


@pytest.mark.parametrize("kind", ["bars", "columns"])
@pytest.mark.parametrize("width", [120, 400, 900])
def test_nothing_stands_beyond_its_row(kind: Any, width: float) -> None:
    height, layer = drawn(kind, BARS, width)
    low, high = layer.words.get_tight_bounds()
    assert low.x >= -1
    assert high.x <= width + 3  # a letter's picture has an edge
    assert low.z >= -height
    for x, y, wide, high in layer.boxes:
        assert min(x, y) >= 0
        assert x + wide <= width
        assert y + high <= height


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_a_chart_of_nothing_or_of_noughts_is_drawn_all_the_same(kind: Any) -> None:
    assert drawn(kind, ())[1].boxes == []
    assert len(drawn(kind, (Bar("집", 0, "0명"),))[1].boxes) == 1


def test_words_say_the_same() -> None:
    out = io.StringIO()
    TextUi(Texts("ko"), out).show(View("numbers", "panel", "현황", (), charts=(Chart("bars", "지금", BARS),)))
    assert out.getvalue().splitlines()[2:6] == ["지금", "시민청: 40명", "광장: 10명", "집: 0명"]
