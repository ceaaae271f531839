"""A line that is written in: where the caret is, how much fits, and how Korean letters come and go."""

from hypothesis import given
from hypothesis import strategies as st

from metaseoul.ui.field import Line
from metaseoul.ui.hangul import keys_of

printable = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x9FFF, categories=["L", "N", "P", "Zs"]), max_size=30
)
keys = st.sampled_from([*"abcKR 1ㄱㅏ", "backspace", "delete", "left", "right", "home", "end", "switch"])


def pressed(line: Line, key: str) -> None:
    match key:
        case "backspace":
            line.backspace()
        case "delete":
            line.delete()
        case "left":
            line.move(line.caret - 1)
        case "right":
            line.move(line.caret + 1)
        case "home":
            line.move(0)
        case "end":
            line.move(len(line.value))
        case "switch":
            line.switch()
        case _:
            line.key(key)


def typed(line: Line, text: str) -> Line:
    for character in text:
        line.key(character)
    return line


@given(st.lists(keys, max_size=60), st.integers(0, 12))
def test_whatever_is_pressed_the_caret_is_in_the_line_and_the_limit_is_kept(presses: list[str], limit: int) -> None:
    line = Line(limit=limit)
    for key in presses:
        pressed(line, key)
        assert 0 <= line.caret <= len(line.value)
        assert not limit or len(line.value) <= limit
        assert len(line.shown) == len(line.value) + len(line.preedit)
    shown = line.shown
    assert line.finish() == shown or limit
    assert line.preedit == ""
    assert not limit or len(line.value) <= limit


@given(printable)
def test_in_latin_what_is_typed_is_what_stands(text: str) -> None:
    assert typed(Line(), text).finish() == "".join(c for c in text if c.isprintable())


def test_korean_is_written_with_latin_keys_and_shown_while_it_grows() -> None:
    line = Line()
    line.korean = True
    shown = []
    for key in keys_of("한글"):
        line.key(key)
        shown.append(line.shown)
    assert shown == ["ㅎ", "하", "한", "한ㄱ", "한그", "한글"]
    assert line.finish() == "한글"


def test_backspace_takes_a_growing_syllable_apart_letter_by_letter_and_a_finished_one_whole() -> None:
    line = Line("값 ")
    line.korean = True
    typed(line, keys_of("닭"))
    shown = []
    for _ in range(5):
        line.backspace()
        shown.append(line.shown)
    assert shown == ["값 달", "값 다", "값 ㄷ", "값 ", "값"]
    line.backspace()
    assert line.shown == ""


def test_a_syllable_is_written_where_the_caret_is() -> None:
    line = Line("서특별시")
    line.korean = True
    line.move(1)
    typed(line, keys_of("울"))
    assert line.shown == "서울특별시"
    line.move(0)
    line.delete()
    assert line.finish() == "울특별시"


def test_switching_ends_the_syllable_and_changes_the_letters() -> None:
    line = Line()
    line.korean = True
    typed(line, "rk")
    line.switch()
    typed(line, "rk")
    line.switch()
    typed(line, "sk")
    assert line.finish() == "가rk나"


def test_a_path_is_typed_as_it_is_also_in_korean() -> None:
    line = Line()
    line.korean = True
    assert typed(line, "/tmp/a.pdf").finish() == "/tmp/a.pdf"


def test_the_screens_own_letters_write_korean_whatever_the_keyboard_is_set_to() -> None:
    line = Line()
    for letter in "ㅅㅓㅇㅜㄹ":
        line.jamo(letter)
    assert line.finish() == "서울"


def test_what_does_not_fit_is_left_out_and_nothing_else_is_lost() -> None:
    line = Line("가나다", 4)
    line.put("라마바")
    assert (line.value, line.caret) == ("가나다라", 4)
    line.put("\n\t\x00")
    assert line.value == "가나다라"


def test_a_full_line_takes_no_letter_that_would_be_lost_when_it_is_sent() -> None:
    line = Line("가나", 2)
    line.korean = True
    line.key("r")
    assert line.finish() == "가나"
