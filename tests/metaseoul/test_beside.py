"""A child afar sits beside an elder: sees the form as it is filled in, points, and leaves with one key."""

from metaseoul.flow.beside import seen
from metaseoul.ui.views import Action, Field, View
from tests.metaseoul.visitors import Visitor, until, visiting


async def together(elder: Visitor, child: Visitor) -> str:
    await elder.picks("beside", of="place")
    await elder.picks("share", of="beside")
    code = (await elder.hears_text("beside.open"))[4:8]
    await child.picks("beside", of="place")
    await child.picks("join", of="beside")
    await child.sees("beside.code.line")
    child.types(code)
    await child.sees("beside.screen")
    await elder.hears_text("beside.came")
    return code


async def test_they_see_the_form_and_what_stands_in_it_without_its_figures(url: str) -> None:
    async with visiting(url) as elder, visiting(url) as child:
        await together(elder, child)
        elder.types("등본")
        await elder.sees("documents.issue")
        view = await until(lambda: (v := child.ui.view) and "등본" in v.heading and v, "the form, beside")
        assert not any(letter.isdigit() for line in view.body for letter in line)
        assert "point:purpose" in [action.name for action in view.actions]


async def test_pointing_is_told_and_pressing_is_not_possible(url: str) -> None:
    async with visiting(url) as elder, visiting(url) as child:
        await together(elder, child)
        elder.types("등본")
        await elder.sees("documents.issue")
        await until(
            lambda: (v := child.ui.view) and "point:submit" in [a.name for a in v.actions], "the button, beside"
        )
        await child.picks("point:submit", of="beside.screen")
        await elder.hears("여기를 가리킵니다: 1 발급하기")
        assert elder.ui.view.key == "documents.issue"


async def test_it_ends_with_one_key_and_says_how_often_was_looked(url: str) -> None:
    async with visiting(url) as elder, visiting(url) as child:
        await together(elder, child)
        elder.types("#")
        await elder.hears_text("beside.ended")
        await child.hears_text("beside.over")
        await child.sees("place")
        assert elder.visit.sharing is None


async def test_when_the_child_leaves_the_elder_goes_on(url: str) -> None:
    async with visiting(url) as elder, visiting(url) as child:
        await together(elder, child)
        child.types("0")
        await elder.hears_text("beside.ended")
        assert elder.ui.view.key == "place"


async def test_a_wrong_code_is_refused_in_words(url: str) -> None:
    async with visiting(url) as visitor:
        for wrong in ("12", "가나다라"):
            await visitor.picks("beside", of="place")
            await visitor.picks("join", of="beside")
            await visitor.sees("beside.code.line")
            visitor.types(wrong)
            await visitor.sees("place")
        assert visitor.heard.count("그 코드로 함께 볼 화면이 없습니다") == 2


def test_what_leaves_this_machine_is_masked_already() -> None:
    fields = (Field("rrn", "주민번호 13자리", "900101-1234567"), Field("how", "방법", "a", (Action("a", "1번"),)))
    view = View("k", "form", "2통", ("3일",), (Action("submit", "보내기 4", "5"),), fields)
    assert not any(letter.isdigit() for letter in str(seen(view)).replace("Shown", ""))
