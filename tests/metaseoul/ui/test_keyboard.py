"""Letters on the screen write whatever a citizen may need: Hangul, Latin, signs, kana, Chinese by pinyin."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from metaseoul.comfort import Comfort
from metaseoul.texts import LANGUAGES, Texts
from metaseoul.ui import spellings
from metaseoul.ui.hangul import keys_of, letter_of
from metaseoul.ui.kana import HIRAGANA, KATAKANA, varied
from metaseoul.ui.pinyin import Speller, candidates
from metaseoul.ui.views import View

LINE = View("line", "line", "적으세요")


@pytest.fixture
def write(base: Any) -> Iterator[Any]:
    """Opens a line in a language, presses keys of the screen, gives back what is written."""
    from metaseoul.ui.window import WindowUi

    made = []

    def write(language: str, *keys: str) -> str:
        ui = WindowUi(Texts(language), base, Comfort(screen_keys=True))
        made.append(ui)
        ui.show(LINE)
        for key in keys:
            ui.keyboard.press(key)
        return ui.focused.line.shown

    yield write
    for ui in made:
        ui.hide()
        ui.root.remove_node()
    base.ignoreAll()


def pressed(text: str) -> list[str]:
    """The keys of the two-set layout as the screen has them: a capital is shift and the key."""
    keys: list[str] = []
    for key in keys_of(text):
        letter = letter_of(key) or key
        keys += ["shift", letter] if key.isupper() else [letter]
    return keys


def test_the_screen_writes_any_syllable(write: Any) -> None:
    assert write("ko", *pressed("꿻뷁 안녕하세요")) == "꿻뷁 안녕하세요"


def test_taking_back_goes_letter_by_letter(write: Any) -> None:
    assert write("ko", *pressed("값"), "backspace") == "갑"


def test_latin_capitals_figures_and_signs(write: Any) -> None:
    keys = ("shift", "S", "e", "o", "u", "l", "2", "0", "plane", "!", "@")
    assert write("en", *keys) == "Seoul20!@"


def test_kana_with_its_marks_and_katakana(write: Any) -> None:
    keys = ("か", "shift", "つ", "shift", "こ", "shift", "は", "shift", "shift", "katakana", "ソ", "ウ", "ル")
    assert write("ja", *keys) == "がっごぱソウル"


@pytest.mark.parametrize(
    ("letter", "ring"), [("は", "はばぱは"), ("つ", "つっづつ"), ("か", "かがか"), ("ヤ", "ヤャヤ"), ("ん", "んん")]
)
def test_a_letter_goes_round_its_variants(letter: str, ring: str) -> None:
    for following in ring[1:]:
        assert varied(letter) == following
        letter = following


def test_both_kana_have_the_same_places() -> None:
    assert [len(row) for row in HIRAGANA] == [len(row) for row in KATAKANA] == [10] * 5


@pytest.mark.parametrize(
    ("letters", "word"),
    [("nihao", "你好"), ("beijing", "北京"), ("wenjian", "文件"), ("juminzheng", "居民"), ("xiexie", "谢谢")],
)
def test_pinyin_offers_the_common_word_first(letters: str, word: str) -> None:
    assert candidates(letters)[0][0] == word


def test_the_dictionaries_are_read_once_on_a_machine_by_a_process_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METASEOUL_HOME", str(tmp_path))
    spellings.spellings.cache_clear()
    spellings.prepare()
    assert candidates("nihao")[0][0] == "你好"
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text("nihao\t7\t再见")
    spellings.spellings.cache_clear()
    assert candidates("nihao")[0][0] == "再见", "it was made again"
    spellings.spellings.cache_clear()
    assert "pypinyin" not in sys.modules


def test_what_a_word_does_not_account_for_is_spelt_on() -> None:
    speller = Speller()
    for letter in "wenjianma":
        speller.type(letter)
    assert speller.pick(speller.offered.index("文件")) == "文件"
    assert speller.typed == "ma"
    assert "吗" in speller.offered


def test_chinese_is_written_by_spelling_and_picking(write: Any) -> None:
    assert write("zh", *"nihao", " ", *"beijing", " ") == "你好北京"
    assert write("zh", *"abc", "backspace", "backspace", "backspace") == ""
    assert write("zh", *"ok", "enter") == "ok"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plane_is_reached_from_every_language(write: Any, language: str) -> None:
    write(language)
    from metaseoul.ui.keyboard import FIRST

    assert sorted(FIRST[language]) == sorted(FIRST["ko"])
