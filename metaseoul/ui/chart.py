"""Charts in a panel: lying bars for what has long names, standing columns for what follows in time.

Every figure is also written: nobody has to measure a bar, or tell a colour.
"""

from collections.abc import Callable
from typing import NamedTuple

from metaseoul.ui.draw import LINE, Layer, clipped, height_of, printed, size_of
from metaseoul.ui.scroll import Row
from metaseoul.ui.theme import BODY, SMALL, UNIT, Theme
from metaseoul.ui.views import Bar, Chart

LABEL = 0.42
"""Most of the width that the names of bars take."""
THICK, HIGH = 20, 72
"""Pixels of the design: how thick a bar is, how high the highest column."""
RADIUS = 3


class Paper(NamedTuple):
    """What a chart is drawn on: its colours, how wide it is, and how many pixels a size of the design has."""

    theme: Theme
    width: float
    scale: Callable[[float], int]


def chart_row(chart: Chart, paper: Paper) -> Row:
    """The chart as a row of a panel."""
    theme, width, scale = paper
    draw = _bars if chart.kind == "bars" else _columns
    above = scale(UNIT)
    title = above + height_of(chart.title, scale(BODY), width) + scale(UNIT)
    height = title + draw(None, chart.bars, title, paper) + above

    def build(layer: Layer, y: float) -> None:
        printed(layer.words, 0, y + above, chart.title, scale(BODY), theme.text, wrap=width)
        draw(layer, chart.bars, y + title, paper)

    return Row(height, build)


def _bars(layer: Layer | None, bars: tuple[Bar, ...], top: float, paper: Paper) -> float:
    """Draws them from `top` down, where there is a layer; their height."""
    theme, width, scale = paper
    small, gap = scale(SMALL), scale(UNIT)
    named = min(max((size_of(bar.label, small) for bar in bars), default=0.0), width * LABEL) + gap
    said = max((size_of(bar.told, small) for bar in bars), default=0.0) + gap
    most = max((bar.value for bar in bars), default=0.0) or 1.0
    y, thick = top, scale(THICK)
    for bar in bars:
        words = height_of(bar.label, small, named - gap)
        height = max(thick, words)
        if layer is not None:
            long = max(scale(2), (width - named - said) * bar.value / most)
            printed(layer.words, 0, y + (height - words) / 2, bar.label, small, theme.quiet, wrap=named - gap)
            layer.card((named, y + (height - thick) / 2, long, thick), min(RADIUS, long / 2), theme.accent)
            line = y + (height - small * LINE) / 2
            printed(layer.words, named + long + gap, line, bar.told, small, theme.text)
        y += height + scale(6)
    return y - top


def _columns(layer: Layer | None, bars: tuple[Bar, ...], top: float, paper: Paper) -> float:
    """The same, standing: what they are of under them, how much above."""
    theme, width, scale = paper
    small, high = scale(SMALL), scale(HIGH)
    line = round(small * LINE)
    most = max((bar.value for bar in bars), default=0.0) or 1.0
    room = width / max(1, len(bars))
    x = 0.0
    for bar in bars:
        if layer is not None:
            tall = max(scale(2), high * bar.value / most)
            thick, head = min(room * 0.62, scale(44)), top + line + high - tall
            layer.card((x + (room - thick) / 2, head, thick, tall), min(RADIUS, tall / 2), theme.accent)
            middle = x + room / 2
            told, label = clipped(bar.told, small, room), clipped(bar.label, small, room)
            printed(layer.words, middle, head - line, told, small, theme.text, centre=True)
            printed(layer.words, middle, top + line + high + scale(4), label, small, theme.quiet, centre=True)
        x += room
    return high + 2 * line + scale(4)
