"""The text twin: every view is whole, in the language spoken now; identity is asked once, when it must be."""

import pytest

from metaseoul.texts import LANGUAGES, OWN_NAMES, Texts
from metaseoul.ui.views import View
from tests.metaseoul.visitors import Visitor, until, visiting
from worlds.plan import places
from worlds.shape import Place


def block(visitor: Visitor) -> list[str]:
    """The lines of the view that was written out last, what was told after it left out."""
    lines = visitor.heard.rpartition("\n== ")[2].splitlines()
    return [line for line in lines if not line.startswith("* ")]


def is_whole(visitor: Visitor, view: View) -> None:
    """Heading, text, every action and entry under its number from 1 on, and the way back as 0."""
    lines = block(visitor)
    assert lines[0] == f"{view.heading} =="
    for line in view.body:
        assert all(part in lines for part in line.splitlines())
    numbered = [line for line in lines if line.partition(" ")[0].isdecimal() and line not in view.body]
    labels = [action.label for action in view.actions] + [field.label for field in view.fields]
    assert len(numbered) >= len(labels) + view.back
    tail = numbered[-len(labels) - view.back :]
    for number, (line, label) in enumerate(zip(tail, labels, strict=False), 1):
        assert line.startswith(f"{number} {label}")
    if view.back:
        assert tail[-1] == f"0 {visitor.texts('ui.back')}"


async def test_every_view_on_the_way_to_a_document_is_whole(url: str) -> None:
    async with visiting(url) as visitor:
        is_whole(visitor, await visitor.sees("place"))
        visitor.types("zzzz")
        is_whole(visitor, await visitor.sees("find"))
        visitor.types("등본")
        is_whole(visitor, await visitor.sees("documents.issue"))
        visitor.types("1")
        is_whole(visitor, await visitor.sees("sign-in.sample"))
        visitor.types("1")
        is_whole(visitor, await visitor.sees("documents.desk"))
        assert "주 민 등 록 표" in visitor.heard or "등본" in visitor.heard
        visitor.types("1")
        is_whole(visitor, await visitor.sees("documents.where"))


@pytest.mark.parametrize("place", places(), ids=lambda place: place.slug)
async def test_every_place_is_told_whole(url: str, place: Place) -> None:
    async with visiting(url) as visitor:
        await visitor.picks("map", of="place")
        is_whole(visitor, await visitor.sees("map"))
        visitor.types("0")
        is_whole(visitor, await visitor.goes_to(place.slug))


async def test_a_number_that_nothing_has_is_said_and_the_view_stays(url: str) -> None:
    async with visiting(url) as visitor:
        for line in ("99", "0", "", "   ", "042", "٣"):
            visitor.types(line)
        assert [told for told in visitor.ui.told if "번은 없습니다" in told] == [
            visitor.texts("text.no-such-number", number=number) for number in (99, 0, 42)
        ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_language_is_one_choice_away_and_changes_everything(url: str, language: str) -> None:
    async with visiting(url, "ja" if language == "ko" else "ko") as visitor:
        await visitor.picks("language", of="place")
        view = await visitor.sees("language")
        assert [action.label for action in view.actions] == list(OWN_NAMES.values())
        await visitor.picks(language, of="language")
        await until(lambda: visitor.texts.language == language and visitor.ui.view, language)
        view = await visitor.sees("place")
        texts = Texts(language)
        assert view.heading == texts.of(visitor.visit.place.title)
        assert view.actions[-1].label == texts("visit.leave")
        visitor.types(texts("documents.issue"))
        view = await visitor.sees("documents.issue")
        keys = ("documents.issue", "documents.issue.submit")
        both = [" · ".join(dict.fromkeys((texts(key), Texts("ko")(key)))) for key in keys]  # at a counter both are seen
        assert [view.heading, view.actions[0].label] == both
        is_whole(visitor, view)


async def test_identity_is_asked_when_a_document_is_issued_and_only_once(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.sees("documents.issue")
        assert visitor.visit.session.role == "guest"
        await visitor.picks("submit", of="documents.issue")
        view = await visitor.sees("sign-in.sample")
        await visitor.picks(view.actions[0].name, of="sign-in.sample")
        await visitor.sees("documents.desk")
        assert (visitor.visit.session.role, visitor.visit.session.name) == ("citizen", view.actions[0].label)
        await visitor.picks("done", of="documents.desk")

        await visitor.sees("place")
        visitor.types("등본")
        await visitor.picks("submit", of="documents.issue")
        await visitor.sees("documents.desk")
        assert visitor.heard.count(visitor.texts("sign-in.sample")) == 1


async def test_who_does_not_want_to_say_who_they_are_loses_nothing(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.picks("submit", of="documents.issue")
        await visitor.sees("sign-in.sample")
        visitor.types("0")
        await visitor.sees("place")
        assert visitor.visit.session.role == "guest"


async def test_a_folder_that_cannot_be_written_is_said_and_the_sheet_stays_on_the_desk(url: str, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.picks("submit", of="documents.issue")
        await visitor.sees("sign-in.sample")
        visitor.types("1")
        for wrong in (str(tmp_path / "file" / "kept"), "\0", "~nobody-of-that-name/a\0b"):
            await visitor.picks("save", of="documents.desk")
            await visitor.sees("documents.where")
            visitor.types(wrong)
            await until(lambda: visitor.ui.told and "저장하지 못했습니다" in visitor.ui.told[-1], "the reason")
            visitor.ui.told.clear()
            await visitor.sees("documents.desk")
        await visitor.picks("save", of="documents.desk")
        await visitor.sees("documents.where")
        visitor.types("0")  # a second thought: the sheet is still there
        await visitor.picks("save", of="documents.desk")
        await visitor.sees("documents.where")
        visitor.types(str(tmp_path / "kept"))
        await visitor.hears_text("documents.saved")
        [sheet] = (tmp_path / "kept").iterdir()
        assert sheet.read_bytes().startswith(b"%PDF-")


async def test_the_second_sheet_is_kept_where_the_first_was(url: str, tmp_path) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.picks("submit", of="documents.issue")
        await visitor.sees("sign-in.sample")
        visitor.types("1")
        await visitor.picks("save", of="documents.desk")
        await visitor.sees("documents.where")
        visitor.types(str(tmp_path / "kept"))
        await visitor.hears_text("documents.saved")
        await visitor.picks("done", of="documents.desk")
        await visitor.picks("find", of="place")
        await visitor.picks("documents.again", of="find")
        await visitor.picks("save", of="documents.desk")
        await until(lambda: len(list((tmp_path / "kept").glob("*.pdf"))) == 2, "a second sheet")
        assert visitor.heard.count(visitor.texts("documents.where")) == 1


async def test_what_is_offered_can_be_called_by_its_own_words(url: str) -> None:
    async with visiting(url, "en") as visitor:
        visitor.types("register copy")
        await visitor.sees("documents.issue")
        visitor.types("issue it")
        await visitor.sees("sign-in.sample")
        visitor.types("0")
        await visitor.sees("place")
        visitor.types("Settings")
        await visitor.sees("settings")
