"""Window and text twin offer the same: one contract, both of them, every view that was shown on real errands."""

import asyncio
import io
from collections.abc import Iterator
from typing import Any, Protocol

import pytest

from metaseoul.faults import Refusal
from metaseoul.texts import Texts
from metaseoul.ui import FIND, SUBMIT, Back, Found, Ui
from metaseoul.ui.text import TextUi
from metaseoul.ui.views import Action, Answer, View
from metaseoul.visit import AT_HAND, EVERYWHERE
from tests.metaseoul.visitors import Visitor, until, visiting

KOREAN = Texts("ko")
SIZE = (1280, 720)


async def errands(url: str) -> dict[str, View]:
    """Everything that is shown on the way to a document, to a check, over the map, to another language."""
    seen: dict[str, View] = {}
    async with visiting(url) as visitor:
        show = visitor.ui.show

        def remembered(view: View) -> None:
            seen[f"{view.key} in {visitor.visit.place.slug}" if view.kind == "place" else view.key] = view
            show(view)

        visitor.ui.show = remembered  # type: ignore[method-assign]
        await walked(visitor)
    return seen


async def walked(visitor: Visitor) -> None:
    for slug in ("city-hall", "documents", "plaza"):
        await visitor.goes_to(slug)
    for action in ("language", "say", "find"):
        await visitor.picks(action, of="place")
        await until(lambda: visitor.ui.view and visitor.ui.view.key != "place", "a panel")
        visitor.types("0")
        visitor.types("")
        await visitor.sees("place")
    visitor.types("문서 확인")
    await visitor.sees("documents.check.line")
    visitor.types("/nowhere.pdf")
    await visitor.picks("done", of="verify.not-a-document")
    await visitor.sees("place")
    visitor.types("등본")
    await visitor.picks("submit", of="documents.issue")
    await visitor.sees("sign-in.sample")
    visitor.types("1")
    await visitor.picks("save", of="documents.desk")
    await visitor.sees("documents.where")
    visitor.types("0")
    await visitor.sees("documents.desk")


@pytest.fixture(scope="module")
def shown(url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, View]:
    with pytest.MonkeyPatch.context() as setting:
        setting.setenv("METASEOUL_HOME", str(tmp_path_factory.mktemp("errands")))
        views = asyncio.run(errands(url))
    assert {view.kind for view in views.values()} == {"place", "panel", "sheet", "form", "line"}
    return views


class Hands(Protocol):
    """What a citizen can find in a view, and do."""

    ui: Ui

    def offered(self) -> list[str]:
        """The names of all actions and entries of the view now shown, whatever page they are on."""

    def use(self, name: str) -> None:
        """Does one of them."""

    def back(self) -> None: ...

    def write(self, words: str) -> None:
        """Writes the line that is asked for, or a wish."""


class TextHands:
    def __init__(self) -> None:
        self.out = io.StringIO()
        self.ui = TextUi(KOREAN, self.out)

    def offered(self) -> list[str]:
        assert self.ui.view is not None
        labels = [(action.name, action.label) for action in self.ui.view.actions]
        labels += [(field.name, field.label) for field in self.ui.view.fields]
        lines = self.out.getvalue().splitlines()
        return [
            name
            for number, (name, label) in enumerate(labels, 1)
            if any(line.startswith(f"{number} {label}") for line in lines)
        ]

    def use(self, name: str) -> None:
        self.ui.heard(str(self.offered().index(name) + 1))

    def back(self) -> None:
        self.ui.heard("0")

    def write(self, words: str) -> None:
        self.ui.heard(words)


class WindowHands:
    def __init__(self, base: Any) -> None:
        from metaseoul.ui.window import WindowUi

        self.ui = WindowUi(KOREAN, base)

    def _names(self) -> list[str]:
        """All that can be acted on, also what must be brought into sight first."""
        rows: list[str] = []
        for part in [tab.name for tab in self.ui.panel.view.tabs] or [""] if self.ui.panel else []:
            if part:
                self.ui.panel.turn_to(part)
            rows += [row.name for row in self.ui.panel.scroll.rows if row.name not in ("", *rows)]
        return [*rows, *(control.name for control in self.ui.controls if control.name not in rows)]

    def _brought(self, name: str) -> Any:
        self.ui.reveal(name)
        return next(control for control in self.ui.controls if control.name == name)

    def offered(self) -> list[str]:
        names = self._names()
        for name in names:
            control = self._brought(name)
            _, _, width, height = control.box
            place = control.node.get_pos(self.ui.root)
            assert 0 <= place.x <= self.ui.width - width, f"{name} lies outside the window"
            assert 0 <= -place.z <= self.ui.height - height, f"{name} lies outside the window"
            assert min(width, height) >= 38, f"{name} is too small for a finger"
            assert control.label, f"{name} has no name for who does not see it"
        return names

    def use(self, name: str) -> None:
        self._brought(name).press()

    def back(self) -> None:
        self.ui.base.messenger.send("escape")

    def write(self, words: str) -> None:
        for character in words:
            self.ui.base.messenger.send("keystroke", [character])
        self.ui.base.messenger.send("enter")

    def close(self) -> None:
        self.ui.hide()
        self.ui.base.ignoreAll()
        self.ui.root.remove_node()


@pytest.fixture(params=["text", pytest.param("window", marks=pytest.mark.window)])
def hands(request: pytest.FixtureRequest) -> Iterator[Hands]:
    if request.param == "text":
        yield TextHands()
        return
    window = WindowHands(request.getfixturevalue("base"))
    yield window
    window.close()


async def asked(hands: Hands, view: View) -> "asyncio.Future[Answer]":
    """The view is shown and waits, but not for ever."""
    asking = asyncio.ensure_future(asyncio.wait_for(hands.ui.ask(view), 5))
    await until(lambda: hands.ui.view, view.key)
    return asking


PANELS = (
    "find",
    "map",
    "language",
    "visit.say.line",
    "documents.check.line",
    "verify.not-a-document",
    "documents.issue",
    "sign-in.sample",
    "documents.desk",
    "documents.where",
)


@pytest.mark.parametrize("key", PANELS)
async def test_every_action_and_entry_of_a_view_is_offered_and_the_way_back(
    hands: Hands, shown: dict[str, View], key: str
) -> None:
    view = shown[key]
    asking = await asked(hands, view)
    offered = hands.offered()
    for wanted in (*view.actions, *view.fields):
        assert wanted.name in offered
    hands.back()
    with pytest.raises(Back):
        await asking


@pytest.mark.parametrize("key", PANELS)
async def test_every_action_answers_with_its_own_name_and_the_forms_values(
    hands: Hands, shown: dict[str, View], key: str
) -> None:
    view = shown[key]
    for action in (*view.actions[:3], *view.actions[-1:]):
        asking = await asked(hands, view)
        hands.use(action.name)
        answer = await asking
        assert (answer.action, answer.values) == (action.name, {field.name: field.value for field in view.fields})


async def test_an_entry_is_turned_over_by_one_press(hands: Hands, shown: dict[str, View]) -> None:
    view = shown["documents.issue"]
    asking = await asked(hands, view)
    for field in view.fields:
        if field.choices:
            hands.use(field.name)
    hands.use(SUBMIT)
    values = (await asking).values
    for field in view.fields:
        if field.choices:
            assert values[field.name] in {choice.name for choice in field.choices} - {field.value}
        else:
            assert values[field.name] == field.value


@pytest.mark.parametrize("words", ["/tmp/a b.pdf", "7"])
async def test_a_line_is_answered_with_what_was_written(hands: Hands, shown: dict[str, View], words: str) -> None:
    asking = await asked(hands, shown["documents.check.line"])
    hands.write(words)
    assert await asking == Answer(SUBMIT, words)


async def test_an_empty_line_is_an_answer_too(hands: Hands, shown: dict[str, View]) -> None:
    asking = await asked(hands, shown["documents.where"])
    hands.write("")
    assert await asking == Answer(SUBMIT, "")


async def test_a_wish_can_be_written_where_it_is_asked_for(hands: Hands, shown: dict[str, View]) -> None:
    asking = await asked(hands, shown["find"])
    hands.write("/tmp/a.pdf")
    with pytest.raises(Found) as found:
        await asking
    assert found.value.query == "/tmp/a.pdf"


@pytest.mark.parametrize("slug", ["plaza", "city-hall", "documents"])
async def test_all_that_needs_no_walking_is_offered_in_a_place(hands: Hands, shown: dict[str, View], slug: str) -> None:
    """In the window what has no button of its own is in the menu; what stands somewhere is used where it stands."""
    view = shown[f"place in {slug}"]
    rest = [name for name in EVERYWHERE if name not in AT_HAND]
    standing = {action.name.removeprefix("anchor:") for action in view.actions if action.at is not None} - {FIND}
    assert {action.name for action in view.actions if action.at is None} == set(EVERYWHERE) - standing
    for action in view.actions:
        if action.at is not None:
            continue
        if hands.ui.mode == "window" and action.name in rest:
            action = Action("menu", "")
        asking = await asked(hands, view)
        assert action.name in hands.offered()
        if action.name != "say" or hands.ui.mode == "text":
            hands.use(action.name)
            with pytest.raises(Found) if action.name == FIND else _nothing():
                assert (await asking).action == action.name
        asking.cancel()
        await asyncio.wait({asking})


async def test_the_menu_offers_what_has_no_button_of_its_own(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.sees("place")
        visitor.ui.answer("menu")  # the window's Esc; in words the place itself lists them
        view = await visitor.sees("menu")
        assert [action.name for action in view.actions] == [name for name in EVERYWHERE if name not in AT_HAND]
        await visitor.picks("settings", of="menu")
        await visitor.sees("settings")


async def test_what_stands_in_a_place_is_used_by_one_key_where_it_stands(base: Any, shown: dict[str, View]) -> None:
    hands = WindowHands(base)
    view = shown["place in documents"]
    for action in view.actions:
        if action.name.startswith("anchor:"):
            asking = await asked(hands, view)
            hands.ui.hud.within_reach(action)
            base.messenger.send("e")
            assert (await asking).action == action.name
    hands.close()


async def test_a_line_of_chat_is_opened_written_and_said(base: Any, shown: dict[str, View]) -> None:
    hands = WindowHands(base)
    asking = await asked(hands, shown["place in plaza"])
    base.messenger.send("t")
    hands.write("dkssud")
    assert await asking == Answer("say", "안녕")
    hands.close()


async def test_what_is_told_in_passing_is_kept_in_order(hands: Hands) -> None:
    hands.ui.say("visit.line-lost")
    hands.ui.refuse(Refusal("documents.not-found"))
    assert hands.ui.told == [KOREAN("visit.line-lost"), KOREAN.fault("documents.not-found")]


async def test_a_view_that_is_given_up_leaves_nothing_behind(hands: Hands, shown: dict[str, View]) -> None:
    asking = await asked(hands, shown["documents.issue"])
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert hands.ui.view is None
    hands.ui.answer(SUBMIT)
    asking = await asked(hands, View("map", "panel", "?", (), (Action("a", "가"), Action("b", "나"))))
    hands.use("b")
    assert (await asking).action == "b"
    if hands.ui.mode == "window":
        assert hands.ui.panel is None


def _nothing() -> Any:
    from contextlib import nullcontext

    return nullcontext()


async def test_a_view_that_follows_another_at_once_is_not_taken_away_with_it(
    hands: Hands, shown: dict[str, View]
) -> None:
    given_up = await asked(hands, shown["documents.issue"])
    given_up.cancel()
    asking = await asked(hands, shown["map"])
    await asyncio.wait({given_up})
    hands.use("plaza")
    assert (await asking).action == "plaza"


@pytest.mark.parametrize("key", ["map", "documents.issue", "documents.desk", "verify.not-a-document"])
async def test_what_one_needs_can_be_asked_for_while_something_else_is_open(
    hands: Hands, shown: dict[str, View], key: str
) -> None:
    asking = await asked(hands, shown[key])
    if isinstance(hands, WindowHands):
        hands.ui.base.messenger.send("f")
    else:
        hands.write("등본")
    with pytest.raises(Found):
        await asking
