"""What is higher than its panel is moved, by wheel, finger and keys; a list of ten thousand draws what is in sight."""

from collections.abc import Iterator
from typing import Any

import pytest

from metaseoul.comfort import Comfort
from metaseoul.texts import Texts
from metaseoul.ui.views import Action, Field, View

SIZE = (1280, 720)


@pytest.fixture
def ui(base: Any) -> Iterator[Any]:
    from metaseoul.ui.window import WindowUi

    made = WindowUi(Texts("ko"), base)
    yield made
    made.hide()
    base.ignoreAll()
    made.root.remove_node()


def long_list(count: int) -> View:
    return View("list", "panel", "목록", (), tuple(Action(f"row-{n}", f"{n}번째 줄", "비고") for n in range(count)))


def test_ten_thousand_rows_draw_what_is_in_sight(ui: Any) -> None:
    ui.show(long_list(10_000))
    drawn = {len(ui.panel.scroll.controls)}
    for _ in range(300):
        ui.scroll(997)
        drawn.add(len(ui.panel.scroll.controls))
    assert max(drawn) < 20
    ui.reveal("row-9999")
    assert ui.panel.scroll.controls[-1].name == "row-9999"
    assert not ui.panel.scroll.move(10)


def test_tab_walks_through_all_rows_and_round_again(ui: Any) -> None:
    ui.show(long_list(40))
    seen = []
    for _ in range(41):
        ui.base.messenger.send("tab")
        seen.append(ui.focused.name)
    assert seen == [*(f"row-{n}" for n in range(40)), "back"]
    ui.base.messenger.send("shift-tab")
    assert ui.focused.name == "row-39"


def test_what_was_written_and_chosen_stays_when_the_letters_grow(ui: Any) -> None:
    fields = tuple(Field(f"f{n}", f"칸 {n}", "", limit=60) for n in range(12))
    view = View("form", "form", "양식", (), (Action("submit", "보내기"),), fields)
    ui.show(view)
    ui.reveal("f3")
    ui.focus_on(next(control for control in ui.controls if control.name == "f3"))
    ui.korean = True
    ui.type("dkssud")
    ui.adopt(Comfort(text="200", theme="dark"))
    assert ui.focused.name == "f3"
    assert ui.panel.written()["f3"] == "안녕"
    assert ui.frame.factor == 2.0


def test_the_submit_of_a_long_form_is_always_in_sight(ui: Any) -> None:
    fields = tuple(Field(f"f{n}", f"칸 {n}", "", limit=60) for n in range(30))
    ui.show(View("form", "form", "양식", (), (Action("submit", "보내기"),), fields))
    names = [control.name for control in ui.controls]
    assert "submit" in names
    ui.scroll(10_000)
    assert "f29" in [control.name for control in ui.controls]
    assert "submit" in [control.name for control in ui.controls]
