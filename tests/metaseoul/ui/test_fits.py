"""No text is cut off, nothing lies beyond the edge: every screen, four languages, every size of window and letters."""

from collections.abc import Iterator
from typing import Any

import pytest

from metaseoul.comfort import Comfort
from metaseoul.flow.avatar import PARTS, figure_of
from metaseoul.flow.find import goals, parts_of
from metaseoul.flow.guide import PRINCIPLES, ROUND, TOPICS
from metaseoul.texts import LANGUAGES, Texts
from metaseoul.ui.placing import overlap
from metaseoul.ui.views import Action, Bar, Chart, Tab, View, fields_of
from worlds.sessions.wire import Look

SIZES = {
    "window": ((1280, 720), Comfort(), False),
    "200 percent": ((1280, 720), Comfort(text="200"), False),
    "1080p": ((1920, 1080), Comfort(), False),
    "2160p, 150 percent": ((3840, 2160), Comfort(text="150"), False),
    "small": ((640, 480), Comfort(), False),
    "kiosk": ((1080, 1920), Comfort(), True),
    "kiosk, 200 percent": ((1080, 1920), Comfort(text="200"), True),
    "kiosk, low": ((1080, 1920), Comfort(low_reach=True), True),
}
LONG = "Alexandria Wilhelmina van der Bergen-Namgung 알렉산드리아 빌헬미나"


def views(texts: Texts) -> Iterator[View]:
    """One of each kind, with the longest words there are."""
    buttons = ("find", "say", "map")
    place = tuple(Action(name, texts(f"visit.{name}")) for name in buttons)
    yield View("place", "place", texts("visit.find"), (), place, back=False)
    yield View("settings", "form", texts("settings"), (), (Action("submit", texts("settings.submit")),), fields(texts))
    yield View("list", "panel", LONG, (LONG,) * 3, tuple(Action(str(n), LONG, LONG) for n in range(30)))
    yield View("how", "panel", texts("guide.ask"), (), tuple(Action(t, texts(f"how.{t}")) for t in TOPICS))
    for key in (*(f"guide.round.{one}" for one in ROUND), *(f"guide.principles.{one}" for one in PRINCIPLES)):
        yield View("guide", "panel", texts(key), (texts(f"{key}.told"),), (Action("next", texts("guide.next")),))
    yield View("line", "line", texts("documents.check.line"))
    tabs = tuple(Tab(name, texts(f"avatar.tab.{name}"), parts) for name, parts in PARTS.items())
    figure = fields_of(figure_of(Look()), "avatar", texts)
    yield View("avatar", "form", texts("avatar"), (), (Action("submit", texts("avatar.submit")),), figure, tabs=tabs)
    known = goals(texts)
    found = tuple(Action(goal.name, goal.title) for goal in known)
    kinds = tuple(Tab(name, texts(f"find.tab.{name}"), parts) for name, parts in parts_of([".room"], known).items())
    yield View("find", "panel", texts("find"), (), found, wish=True, tabs=kinds)
    bars = tuple(Bar(word, 10.0**at, f"{10**at:,}") for at, word in enumerate((LONG, *(f"11. {n}." for n in range(6)))))
    charts = (Chart("bars", LONG, bars), Chart("columns", LONG, bars), Chart("bars", texts("numbers.here"), ()))
    yield View("numbers", "panel", texts("visit.numbers"), (LONG,), (Action("done", LONG),), charts=charts)


def fields(texts: Texts) -> tuple[Any, ...]:
    return fields_of(Comfort(), "settings", texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SIZES)
def test_everything_is_wholly_in_the_window_and_nothing_over_another(base: Any, name: str, language: str) -> None:
    from metaseoul.ui.frame import Screen
    from metaseoul.ui.strip import Strip
    from metaseoul.ui.window import WindowUi

    size, comfort, kiosk = SIZES[name]
    base.win.set_size(*size)
    texts = Texts(language)
    ui = WindowUi(texts, base, comfort, Screen(708.0) if kiosk else None, touch=kiosk)
    if kiosk:
        keys = ("kiosk.call", "kiosk.larger", "visit.language", "kiosk.end")
        ui.strip = Strip(ui, tuple((key, key, lambda: None) for key in keys))
    try:
        for view in views(texts):
            ui.show(view)
            boxes = []
            for control in ui.controls:
                x, y, width, height = control.box
                place = control.node.get_pos(ui.root)
                boxes.append((place.x, -place.z, place.x + width, -place.z + height))
                rows = ui.panel.scroll if ui.panel is not None else None
                if rows is not None and control in rows.controls:
                    continue  # what is moved is cut by its frame
                assert place.x >= -1, (view.key, control.name)
                assert -place.z >= -1, (view.key, control.name)
                assert place.x + width <= size[0] + 1, (view.key, control.name)
                assert -place.z + height <= size[1] + 1, (view.key, control.name)
            if view.kind == "place":
                pairs = [(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :]]
                assert not [pair for pair in pairs if overlap(*pair)]
            if ui.panel is not None:
                x, y, width, height = ui.panel.box
                assert min(x, y) >= -1
                assert x + width <= size[0] + 1
                assert y + height <= ui.frame.bottom + 1, view.key
                assert ui.panel.scroll.height >= 38, f"{view.key}: no row of it can be seen"
            ui.hide()
    finally:
        base.ignore_all()
        ui.root.remove_node()
