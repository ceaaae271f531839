"""What hurts is masked however it is disguised; what only sounds as if is left alone."""

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.safety.filter import MASK, found, masked
from services.safety.letters import letters

LINES = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))
PRECISION, RECALL = 0.97, 0.95


@pytest.mark.parametrize("lines", [LINES, LINES["later"]], ids=["first", "later"])
def test_of_all_that_is_masked_nearly_all_hurts_and_of_all_that_hurts_nearly_all_is_masked(
    lines: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.process_time()
    masked_rightly = [line for line in lines["hurtful"] if found(line)]
    masked_wrongly = [line for line in lines["harmless"] if found(line)]
    each = (time.process_time() - began) / (len(lines["hurtful"]) + len(lines["harmless"]))
    recall = len(masked_rightly) / len(lines["hurtful"])
    precision = len(masked_rightly) / (len(masked_rightly) + len(masked_wrongly))
    with capsys.disabled():
        count = f"{len(lines['hurtful'])} that hurt, {len(lines['harmless'])} that do not"
        print(f"\nfilter: {count}: precision {precision:.3f}, recall {recall:.3f}, {each * 1e6:.0f} us a line")
    assert recall >= RECALL
    assert precision >= PRECISION, masked_wrongly


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("야 씨발 뭐야", "야 ＊＊ 뭐야"),
        ("ㅆ ㅣ ㅂ ㅏ ㄹ!", "＊ ＊ ＊ ＊ ＊!"),
        ("이 개.새.끼가", "이 ＊＊＊＊＊가"),
        ("f*u*c*k off", "＊＊＊＊＊＊＊ off"),
        ("시발점에서 시발", "시발점에서 ＊＊"),
        ("", ""),
    ],
)
def test_only_the_word_is_masked_and_its_place_is_kept(line: str, shown: str) -> None:
    assert masked(line) == shown


@given(st.text(max_size=200))
def test_any_line_keeps_its_length_and_all_that_was_not_found(line: str) -> None:
    shown = masked(line)
    assert len(shown) == len(line)
    assert all(new in (old, MASK) for old, new in zip(line, shown, strict=True))
    hits = found(line)
    assert all(0 <= hit.start < hit.end <= len(line) for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))


@given(st.text(alphabet="시발씨ㅅㅂㅣㅏㄹ1l ./이다점", max_size=40))
def test_what_is_masked_once_has_nothing_left_to_mask(line: str) -> None:
    once = masked(line)
    assert masked(once) == once


@pytest.mark.parametrize(
    "form", ["씨발", "ㅆㅣㅂㅏㄹ", "\u110a\u1175\u1107\u1161\u11af", "씨ㅂㅏㄹ", "씨이발", "씨·발", "씨\u200b발"]
)
def test_a_word_is_the_same_whole_taken_apart_and_in_every_encoding(form: str) -> None:
    assert "".join(letter.sign for letter in letters(form)) == "ㅆㅣㅂㅏㄹ"
