"""Lines end where readers expect them to, in four scripts, and never beyond their room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.ui.lines import CLOSING, _pieces, broken


def one(letter: str) -> float:
    return 1.0


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("서울시의 민원을 보고 서울을 거니는 곳", 9, ["서울시의 민원을", "보고 서울을", "거니는 곳"]),
        ("City services of Seoul", 9, ["City", "services", "of Seoul"]),
        ("どなたとして本人確認しますか？（試験用）", 13, ["どなたとして本人確認します", "か？（試験用）"]),
        ("身份只在必要时确认一次。", 11, ["身份只在必要时确认一", "次。"]),
        ("한글과 中文을 섞어", 6, ["한글과 中", "文을 섞어"]),
        ("one\ntwo", 10, ["one", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 5, [""]),
    ],
)
def test_a_line_ends_between_words_or_letters_but_not_before_a_mark(words: str, room: float, lines: list[str]) -> None:
    assert broken(words, room, one) == lines


@given(st.text("가나 ab漢字。「」、ー(x)", max_size=60), st.integers(3, 20))
def test_nothing_is_lost_and_no_line_is_too_long(words: str, room: int) -> None:
    lines = broken(words, room, one)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(len(line) <= room for line in lines)


@given(st.text("漢字かな。、」「（）", max_size=60), st.integers(6, 20))
def test_no_line_begins_with_what_closes_unless_marks_fill_whole_lines(words: str, room: int) -> None:
    if max((len(piece) for piece in _pieces(words)), default=0) <= room:
        assert not [line for line in broken(words, room, one)[1:] if line[:1] in CLOSING]
