"""What stands in parts: the window shows one at a time and loses nothing of the others, words tell all of them."""

import io
from collections.abc import Iterator
from typing import Any

import pytest

from metaseoul.comfort import Comfort
from metaseoul.texts import Texts
from metaseoul.ui.text import TextUi
from metaseoul.ui.views import Action, Field, Tab, View, in_language

TABS = (Tab("one", "첫째", ("a", "b")), Tab("two", "둘째", ("c",)))
FIELDS = tuple(Field(name, f"칸 {name}", "", limit=20) for name in "abcd")
FORM = View("form", "form", "양식", (), (Action("submit", "보내기"),), FIELDS, tabs=TABS)


@pytest.fixture
def ui(base: Any) -> Iterator[Any]:
    from metaseoul.ui.window import WindowUi

    made = WindowUi(Texts("ko"), base)
    made.show(FORM)
    yield made
    made.hide()
    base.ignoreAll()
    made.root.remove_node()


def names(ui: Any) -> list[str]:
    return [control.name for control in ui.controls if control.name in {*"abcd", "submit"}]


def tab(ui: Any, name: str) -> Any:
    return next(control for control in ui.controls if control.name == f"tab:{name}")


def test_one_part_is_shown_and_what_is_in_none_is_always_shown(ui: Any) -> None:
    assert names(ui) == ["a", "b", "d", "submit"]
    tab(ui, "two").press()
    assert names(ui) == ["c", "d", "submit"]
    assert [control.chosen for control in ui.controls if control.role == "tab"] == [False, True]


def test_arrows_turn_to_the_next_part_and_round(ui: Any) -> None:
    turned = []
    for key in ("arrow_right", "arrow_right", "arrow_left"):
        ui.base.messenger.send(key)
        turned.append(ui.panel.tab)
    assert turned == ["two", "one", "two"]


def test_the_keyboard_stays_where_it_was_when_a_part_is_turned_to(ui: Any) -> None:
    ui.focus_on(tab(ui, "two"))
    ui.enter_line()
    assert (ui.focused.name, ui.panel.tab) == ("tab:two", "two")


def test_what_was_written_in_a_part_is_there_when_one_comes_back_and_is_sent_from_any(ui: Any) -> None:
    ui.focus_on(next(control for control in ui.controls if control.name == "b"))
    ui.type("2026")
    tab(ui, "two").press()
    sent: list[dict[str, str]] = []
    ui.answer = lambda name, text="", values=None: sent.append(values or {})
    ui.panel.act("submit")
    assert sent == [{"a": "", "b": "2026", "c": "", "d": ""}]
    tab(ui, "one").press()
    assert ui.panel.written()["b"] == "2026"


def test_whatever_is_pointed_at_is_brought_into_sight_with_its_part(ui: Any) -> None:
    ui.point("c")
    assert (ui.panel.tab, ui.focused.name) == ("two", "c")


def test_a_part_stays_open_when_the_letters_grow_and_in_another_language(ui: Any) -> None:
    tab(ui, "two").press()
    ui.rebuild_panel(in_language(FORM, "en"))
    assert ui.panel.tab == "two"


def test_where_there_is_no_room_for_all_of_them_one_button_turns_to_the_next(ui: Any) -> None:
    ui.adopt(Comfort(text="200"))
    tabs = tuple(Tab(f"t{n}", f"이름이 아주 긴 {n}번째 부분", (f"r{n}",)) for n in range(7))
    ui.show(View("list", "panel", "목록", (), tuple(Action(f"r{n}", f"{n}") for n in range(7)), tabs=tabs))
    (turning,) = [control for control in ui.controls if control.role == "tab"]
    assert turning.value == "1 / 7 ›"
    turning.press()
    assert [control.name for control in ui.controls if control.name.startswith("r")] == ["r1"]


def test_words_tell_all_parts_each_under_its_name() -> None:
    out = io.StringIO()
    TextUi(Texts("ko"), out).show(FORM)
    told = [line.strip() for line in out.getvalue().splitlines()]
    assert told[2:] == [
        "1 보내기",
        "-- 첫째 --",
        "2 칸 a:",
        "3 칸 b:",
        "-- 둘째 --",
        "4 칸 c:",
        "--",
        "5 칸 d:",
        "0 뒤로",
    ]
