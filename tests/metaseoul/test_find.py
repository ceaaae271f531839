"""Everyday words, misspelt words, initial consonants and four languages lead to what one needs, with no walking."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metaseoul.flow.find import goals, initials, matches
from metaseoul.texts import LANGUAGES, Texts
from tests.metaseoul.visitors import until, visiting
from worlds.civic import ROOMS
from worlds.plan import ENTRIES

KNOWN = goals(Texts("ko"))
ISSUE, CHECK = "documents.issue", "documents.check"


def meant(query: str) -> list[str]:
    return [goal.name for goal in matches(query, KNOWN)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("등본", ISSUE),
        (" 등 본 ", ISSUE),
        ("주민등록등본", ISSUE),
        ("등본 떼러 왔어요", ISSUE),
        ("가족 증명", ISSUE),
        ("resident register", ISSUE),
        ("住民票", ISSUE),
        ("문서 확인", CHECK),
        ("위조", CHECK),
        ("진위 확인", CHECK),
        ("서울광장", "plaza"),
        ("seoul plaza", "plaza"),
        ("로비", "city-hall"),
    ],
)
def test_everyday_words_lead_to_one_thing(words: str, name: str) -> None:
    assert meant(words) == [name]


@pytest.mark.parametrize(
    ("typo", "name"), [("듬본", ISSUE), ("주민등록듬본", ISSUE), ("서울광잔", "plaza"), ("seoul plasa", "plaza")]
)
def test_a_slip_of_the_finger_is_forgiven(typo: str, name: str) -> None:
    assert meant(typo) == [name]


@pytest.mark.parametrize(("letters", "name"), [("ㄷㅂ", ISSUE), ("ㅈㅁㄷㄹㄷㅂ", ISSUE), ("ㅅㅇㄱㅈ", "plaza")])
def test_initial_consonants_are_enough(letters: str, name: str) -> None:
    assert name in meant(letters)
    assert meant(letters)[0] == name


PHRASINGS: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "phrasings.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_say_leads_first_to_what_they_mean(language: str) -> None:
    """Two hundred everyday phrasings, written down before anything was measured: 19 of 20 and more."""
    known, phrasings = goals(Texts(language)), PHRASINGS[language]
    assert len(phrasings) == 50
    wrong = [words for words, name in phrasings.items() if [goal.name for goal in matches(words, known)][:1] != [name]]
    assert len(wrong) <= len(phrasings) // 20, wrong


def test_every_phrasing_names_a_goal_there_is() -> None:
    names = {goal.name for goal in KNOWN}
    assert not {name for phrasings in PHRASINGS.values() for name in phrasings.values()} - names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_leads_to_its_own_place_in_every_language(language: str) -> None:
    for goal in goals(Texts(language)):
        assert goal.name in meant(goal.title), f"{goal.title} does not lead to {goal.name}"


@pytest.mark.parametrize("words", ["zzzz", "ㅋㅋㅋ", "0101-1234-5678-9012", "🎈"])
def test_words_for_nothing_lead_to_nothing(words: str) -> None:
    assert meant(words) == []


def test_no_words_lead_to_everything() -> None:
    flows = (
        ".gesture",
        ".people",
        ".numbers",
        ".room",
        ".tour",
        ".photo",
        ".reading",
        ".avatar",
        ".guide",
        ".lead",
        ".beside",
        ".my-data",
        ".safety",
        ".settings",
        ".easy",
    )
    everything = [f"{room.slug}.{anchor.opens}" for room in ROOMS for anchor in room.anchors]
    assert meant("  ") == [*everything, *(entry.slug for entry in ENTRIES), *flows]


@given(st.text(max_size=40))
@example("ㄱㅏ힣")
@example("ㄳ")
def test_no_text_whatever_is_too_strange_to_be_looked_for(text: str) -> None:
    initials(text)
    assert set(meant(text)) <= {goal.name for goal in KNOWN}


async def test_what_nobody_understands_is_said_and_everything_is_offered(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("zzzz")
        view = await visitor.sees("find")
        assert visitor.ui.told == ['"zzzz"에 맞는 것을 찾지 못했습니다. 지금 할 수 있는 일은 이렇습니다.']
        assert [action.name for action in view.actions] == [goal.name for goal in KNOWN]


async def test_words_that_may_mean_two_things_are_asked_about(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("서울")
        view = await visitor.sees("find")
        assert 1 < len(view.actions) < len(KNOWN)
        assert {action.name for action in view.actions} >= {"plaza", "city-hall"}


async def test_a_service_is_meant_before_the_room_it_is_in(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("증명")
        await visitor.sees("documents.issue")


async def test_a_wish_is_heard_from_wherever_one_is(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.sees("documents.issue")
        visitor.types("문서 확인")
        await visitor.sees("documents.check.line")
        visitor.types("")
        await visitor.sees("place")
        visitor.types("서울광장")
        await until(lambda: visitor.ui.view and visitor.ui.view.heading == "서울광장", "the plaza")


async def test_what_was_used_last_is_offered_first(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("문서 확인")
        await visitor.sees("documents.check.line")
        visitor.types("0")
        visitor.types("")
        await visitor.picks("find", of="place")
        view = await visitor.sees("find")
        assert view.actions[0].name == "documents.check"
