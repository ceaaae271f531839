"""Every fault code of the office has a text in every language and a line in the documents."""

import re
from pathlib import Path
from string import Formatter

import pytest

import services
from metaseoul.texts import LANGUAGES, catalogue
from services.unopened import _WORDS

HOUSE = Path(services.__file__).parent
OWN = ("server", "request", "accounts", "sessions", "protocol", "store", "data", "safety")
CODE = re.compile(rf'"((?:{"|".join(OWN)})\.[a-z]+(?:-[a-z]+)*)"')


def codes() -> set[str]:
    """Every code that stands in the office's modules, and the two that doors.py makes of a state."""
    modules = [path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py")]
    return {code for text in modules for code in CODE.findall(text)} | {"server.starting", "server.closing"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_a_text_with_the_same_values(language: str) -> None:
    texts, korean = catalogue(language), catalogue("ko")
    for code in codes():
        assert texts.get(f"fault.{code}"), code
        assert _values(texts[f"fault.{code}"]) == _values(korean[f"fault.{code}"]), code


def test_every_fault_is_told_to_a_stranger() -> None:
    told = (HOUSE.parent / "docs" / "wire.md").read_text(encoding="utf-8")
    assert {code for code in codes() if f"`{code}`" not in told} == set()


def test_the_office_alone_and_the_client_say_the_same_when_it_cannot_open() -> None:
    for code, words in _WORDS.items():
        if code.partition(".")[0] not in OWN:
            continue  # its desk keeps its text
        assert words == tuple(catalogue(language)[f"fault.{code}"] for language in ("ko", "en"))


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
