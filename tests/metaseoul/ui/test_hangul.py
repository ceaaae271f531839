"""Korean is written letter by letter, as on every keyboard in the country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.ui.hangul import FIRST, Composer, keys_of, letter_of


def typed(keys: str) -> str:
    composer = Composer()
    return "".join(composer.feed(letter_of(key) or key) for key in keys) + composer.flush()


def test_every_one_of_the_11172_syllables_can_be_typed() -> None:
    syllables = [chr(FIRST + code) for code in range(11172)]
    assert [typed(keys_of(syllable)) for syllable in syllables] == syllables


@given(st.text(alphabet=st.characters(min_codepoint=FIRST, max_codepoint=FIRST + 11171), max_size=12))
def test_syllables_in_a_row_do_not_disturb_each_other(text: str) -> None:
    assert typed(keys_of(text)) == text


@pytest.mark.parametrize(
    "text", ["값없이 닭을 읽다", "뷁 꿹 의원 왜곡", "앉아 있는 흙과 삶", "서울특별시 중구 세종대로 110"]
)
def test_sentences_come_out_as_meant(text: str) -> None:
    assert typed(keys_of(text)) == text


def test_backspace_takes_one_letter_at_a_time() -> None:
    composer = Composer()
    for key in "ekfr":
        composer.feed(letter_of(key) or key)
    seen = [composer.preedit]
    while composer.backspace():
        seen.append(composer.preedit)
    assert seen == ["닭", "달", "다", "ㄷ", ""]


def test_a_vowel_takes_the_final_consonant_along() -> None:
    assert typed("dkswk") == "안자"
    assert typed("dkwsk") == "앚나"


def test_letters_without_a_syllable_stay_letters() -> None:
    assert typed("ㅋㅋ") == "ㅋㅋ"
    assert typed("kk") == "ㅏㅏ"
