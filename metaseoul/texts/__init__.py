"""Every string a person reads, in four languages: gettext catalogues whose msgid is a key.

A file per area (`texts/ko/documents.po`), merged into one catalogue per language. Values stand in braces;
a Korean particle after a value chooses itself: "{document:을} 발급했습니다". Days and moments (in Seoul) are told as
the language does it (CLDR), and numbers where it says "{count:,}".
"""

import argparse
import contextlib
import locale
import os
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import hgtk
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from metaseoul.clock import SEOUL

LANGUAGES = ("ko", "en", "zh", "ja")
OWN_NAMES = {"ko": "한국어", "en": "English", "zh": "中文", "ja": "日本語"}
TIMES = {"ko": "aaaa h:mm"}
"""How a time of day is told where it is not as CLDR has it: its short one says AM in Korean, too."""
PARTICLES = {
    "이": hgtk.josa.I_GA,
    "가": hgtk.josa.I_GA,
    "을": hgtk.josa.EUL_REUL,
    "를": hgtk.josa.EUL_REUL,
    "은": hgtk.josa.EUN_NEUN,
    "는": hgtk.josa.EUN_NEUN,
    "로": hgtk.josa.EURO_RO,
    "와": hgtk.josa.GWA_WA,
    "과": hgtk.josa.GWA_WA,
}


class Word(str):
    """A value that takes the Korean particle named in its format: `{name:을}`; or is told as a number, which the four
    languages do alike: `{count:,}`."""

    __slots__ = ()

    def __format__(self, particle: str) -> str:
        if particle == ",":
            return str(format_decimal(int(self), locale=LANGUAGES[0]))
        if particle not in PARTICLES:
            return str(self)
        try:
            return str(hgtk.josa.attach(str(self), PARTICLES[particle]))
        except (hgtk.exception.NotHangulException, IndexError):
            return f"{self}{particle}"


@cache
def catalogue(language: str) -> dict[str, str]:
    """All texts of one language by key."""
    texts: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / language).glob("*.po")):
        with file.open("rb") as stream:
            for message in read_po(stream, locale=language):
                if message.id and message.string:
                    texts[str(message.id)] = str(message.string)
    return texts


class Told(str):
    """Words that know how they are told in the other languages: what is shown changes its language where it stands."""

    _tell: Callable[[str], str]

    def __new__(cls, tell: Callable[[str], str], language: str) -> "Told":
        told = super().__new__(cls, tell(language))
        told._tell = tell
        return told

    def again(self, language: str) -> "Told":
        """The same in another language."""
        return Told(self._tell, language)


def retold(words: str, language: str) -> str:
    """Words in another language, if they know how; else as they are."""
    return words.again(language) if isinstance(words, Told) else words


class Texts:
    """The texts of the language now chosen; `language` may be set at any time."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, /, **values: object) -> Told:
        """The text of `key`; a key without a text stands for itself, which a test forbids."""

        def tell(language: str) -> str:
            text = catalogue(language).get(key)
            if text is None or not values:
                return text or key
            return _filled(text, {name: _retold_value(value, language) for name, value in values.items()}, language)

        return Told(tell, self.language)

    def lines(self, key: str) -> tuple[Told, ...]:
        """The lines of a text, each by itself."""
        count = self(key).count("\n") + 1
        return tuple(
            Told(lambda language, at=at: catalogue(language)[key].split("\n")[at], self.language)  # type: ignore[misc]
            for at in range(count)
        )

    def has(self, key: str) -> bool:
        """Whether there is a text of that key."""
        return key in catalogue(self.language)

    def fault(self, code: str, /, **values: object) -> str:
        """The text of a fault code; an unknown one, or one of a release with other values, is told with its code."""
        text = catalogue(self.language).get(f"fault.{code}")
        if text is not None:
            with contextlib.suppress(KeyError):
                return _filled(text, values, self.language)
        return self("fault.unknown", code=code)

    def day(self, day: date) -> Told:
        """A day as short as can be, without its year."""
        return Told(lambda language: format_skeleton("Md", day, locale=language), self.language)

    def of(self, titles: dict[str, str]) -> Told:
        """A world value's own text in this language; Korean where it has none."""
        return Told(lambda language: titles.get(language) or titles["ko"], self.language)


def _retold_value(value: object, language: str) -> object:
    """A value of a text, which may be words itself."""
    return retold(value, language) if isinstance(value, str) else value


def _filled(text: str, values: dict[str, object], language: str) -> str:
    """Raises KeyError when a value is missing."""
    return text.format(**{name: Word(_as_told(value, language)) for name, value in values.items()})


def _as_told(value: object, language: str) -> object:
    if isinstance(value, datetime):
        there = value.astimezone(SEOUL)
        time = format_time(there, TIMES.get(language, "short"), locale=language)
        told = f"{format_date(there, 'medium', locale=language)} {time}"
        return told.replace("\u202f", " ")  # CLDR's narrow space before AM: fonts lack it
    return format_date(value, "long", locale=language) if isinstance(value, date) else value


def language_called(name: str) -> str | None:
    """The language that calls itself so."""
    wish = name.strip().casefold()
    return next((language for language, own in OWN_NAMES.items() if own.casefold() == wish), None)


def system_language() -> str:
    """METASEOUL_LANGUAGE, else the system's language when it is one of ours, else Korean."""
    wish = os.environ.get("METASEOUL_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    wish = wish or (locale.getlocale()[0] or "")
    return wish[:2] if wish[:2] in LANGUAGES else "ko"


def texts_of(arguments: argparse.Namespace) -> Texts:
    """The texts a command speaks in: --language, else what the citizen chose before, else the system's."""
    from metaseoul.preferences import chosen_language

    chosen = chosen_language()
    return Texts(arguments.language or (chosen if chosen in LANGUAGES else system_language()))
