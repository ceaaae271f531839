"""Whatever a person reads stands in the catalogues, in every language, with the same values, and nowhere else."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from metaseoul.texts import LANGUAGES, PARTICLES, Texts, catalogue

HOUSE = Path(__file__).parent.parent
CLIENT = sorted((HOUSE / "metaseoul").rglob("*.py"))
OFFICE = sorted((HOUSE / "services").rglob("*.py"))
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
LETTERS_THEMSELVES = {
    "metaseoul/ui/hangul.py",
    "metaseoul/texts/__init__.py",
    "metaseoul/flow/find.py",
    "services/safety/letters.py",
}
"""Modules about the Korean script: tables of letters and particles, no sentences."""
TOLD_BY = {"say", "choose", "form", "line", "read", "busy", "texts"}
"""Calls whose first word is a key."""
FAULT_BY = {"Refusal", "StartFault", "fault"}


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name_of(module: Path) -> str:
    return module.relative_to(HOUSE).as_posix()


def called(node: ast.Call) -> str:
    """The last name of what is called: `self.ui.say(...)` -> say; `texts_of(...)(...)` -> texts."""
    match node.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=ast.Name("texts_of")):
            return "texts"
    return ""


def patterns(node: ast.expr) -> Iterator[str]:
    """The keys that an expression may stand for, as regular expressions."""
    match node:
        case ast.Constant(str(words)):
            yield re.escape(words)
        case ast.JoinedStr(parts):
            yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from patterns(one)
            yield from patterns(other)


def told(modules: list[Path], by: set[str]) -> Iterator[tuple[str, str]]:
    """(where, pattern) of every key that one of the calls `by` is given."""
    for module in modules:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Call) and node.args and called(node) in by:
                for pattern in patterns(node.args[0]):
                    yield f"{name_of(module)}:{node.lineno}", pattern


def values_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_text_in_every_language(language: str) -> None:
    every = set().union(*(catalogue(other) for other in LANGUAGES))
    assert not every - set(catalogue(language))
    assert not [key for key, text in catalogue(language).items() if not text.strip()]


def test_a_text_names_the_same_values_in_every_language() -> None:
    for key, korean in catalogue("ko").items():
        for language in LANGUAGES:
            assert values_of(catalogue(language)[key]) == values_of(korean), f"{key} in {language}"


def test_only_korean_has_particles_and_knows_them_all() -> None:
    for language in LANGUAGES:
        for key, text in catalogue(language).items():
            for _, _, particle, _ in Formatter().parse(text):
                told = particle in ("", ",", None) or (language == "ko" and particle in PARTICLES)
                assert told, f"{key} in {language}: {particle}"


@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_who_reads_no_korean_meets_none(language: str) -> None:
    bilingual = {"visit.language", "language", "text.no-display", "keys.hangul"}
    found = [
        key
        for key, text in catalogue(language).items()
        if HANGUL.search(text) and key not in bilingual and not key.endswith(".words")
    ]
    assert not found


def test_every_key_that_the_client_tells_has_a_text() -> None:
    known = catalogue("ko")
    keys = list(told(CLIENT, TOLD_BY))
    assert len(keys) > 60
    for where, pattern in keys:
        assert any(re.fullmatch(pattern, key) for key in known), f"{where} tells {pattern}, which has no text"


def test_every_form_has_a_word_for_sending_it() -> None:
    forms = list(told(CLIENT, {"form"}))
    assert forms
    for where, pattern in forms:
        assert f"{pattern}.submit".replace("\\", "") in catalogue("ko"), f"{where}: {pattern}.submit has no text"


def test_every_refusal_of_client_and_office_has_a_text() -> None:
    known = catalogue("ko")
    codes = [*told(CLIENT, FAULT_BY), *told(OFFICE, FAULT_BY | {"end", "Refused", "_refused"})]
    assert len(codes) > 40
    for where, pattern in codes:
        assert any(re.fullmatch(f"fault\\.{pattern}", key) for key in known), f"{where}: {pattern} has no text"


def test_every_key_that_the_client_names_anywhere_has_a_text() -> None:
    """Also those that a call hands on: a word that looks like a key of an area is one."""
    known = catalogue("ko")
    areas = {key.partition(".")[0] for key in known} - {"fault"}
    shape = re.compile(rf"({'|'.join(sorted(areas))})(\.[a-z0-9_-]+)+")
    for module in CLIENT:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value):
                if (word := node.value).endswith((".pem", ".py", ".json")):
                    continue
                assert word in known or f"fault.{word}" in known, f"{name_of(module)}:{node.lineno}: {word} has no text"


def literals(module: Path) -> Iterator[Any]:
    """The texts of a module that are no docstrings."""
    tree = tree_of(module)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node


def test_no_korean_stands_in_the_code() -> None:
    """A single letter is a symbol on a key, no word; what a scripted citizen types is said to the city, not by it."""
    for module in CLIENT:
        if name_of(module) in LETTERS_THEMSELVES or module.parent.name == "journeys":
            continue
        for node in literals(module):
            words = node.value
            assert len(words) == 1 or not HANGUL.search(words), f"{name_of(module)}:{node.lineno} says {words!r}"


def test_nothing_is_printed_that_no_translator_has_seen() -> None:
    """No sentence is given to print, tell or a stream: only texts, figures and figures' names."""
    sentence = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
    for module in CLIENT:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Call) and called(node) in {"print", "tell", "write", "_write", "working"}:
                for words in (part for argument in node.args for part in ast.walk(argument)):
                    if isinstance(words, ast.Constant) and isinstance(words.value, str):
                        assert not sentence.search(words.value), f"{name_of(module)}:{node.lineno}: {words.value!r}"


@pytest.mark.parametrize(
    ("place", "said"),
    [("서울광장", "서울광장으로 가기"), ("로비", "로비로 가기"), ("서울", "서울로 가기"), ("N", "N으로 가기")],
)
def test_a_korean_particle_fits_the_word_before_it(place: str, said: str) -> None:
    assert Texts("ko")("visit.gate", place=place) == said


def test_a_value_is_never_taken_for_a_text() -> None:
    assert "{limit}{self.x}" in Texts("ko")("find.nothing", query="{limit}{self.x}")


@pytest.mark.parametrize(
    ("language", "day", "moment", "short"),
    [
        ("ko", "2027년 2월 6일", "2027. 2. 6. 오전 9:05", "2. 6."),
        ("en", "February 6, 2027", "Feb 6, 2027 9:05 AM", "2/6"),
        ("zh", "2027年2月6日", "2027年2月6日 09:05", "2/6"),
        ("ja", "2027年2月6日", "2027/02/06 9:05", "2/6"),
    ],
)
def test_days_and_moments_are_told_as_the_language_does_it_and_in_seouls_time(
    language: str, day: str, moment: str, short: str
) -> None:
    texts, then = Texts(language), datetime(2027, 2, 6, 0, 5, tzinfo=UTC)
    assert texts("photo.day", day=then.date()) == texts("photo.day", day=day)
    assert texts("verify.as-of", moment=then) == texts("verify.as-of", moment=moment)
    assert texts.day(then.date()) == short
    assert "1,234" in texts("numbers.count", count=1234)
