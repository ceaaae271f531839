"""Chinese by pinyin: what was spelt so far, and the words it may mean, the more common first.

Readings are pypinyin's, how common a word is, is jieba's dictionary (both MIT, the extra `[pinyin]`). Where they are
not installed there is no pinyin on the screen, and the system's own input method still writes Chinese.
"""

import unicodedata
from bisect import bisect_left
from functools import cache
from importlib.util import find_spec
from pathlib import Path

COMMON = 30
"""Least count of a word in the dictionary's texts."""
LONGEST = 4
OFFERED = 12
SEPARATORS = "' "


def available() -> bool:
    """Whether the dictionaries are installed."""
    return find_spec("pypinyin") is not None and find_spec("jieba") is not None


class Speller:
    """Letters typed so far. `offered`: the words they may begin with, likeliest first; picking one keeps the rest."""

    def __init__(self) -> None:
        self.typed = ""
        self.offered: tuple[str, ...] = ()
        self._lengths: tuple[int, ...] = ()

    def type(self, letter: str) -> None:
        self._spell(self.typed + letter.lower())

    def backspace(self) -> None:
        self._spell(self.typed[:-1])

    def pick(self, number: int) -> str:
        """The word of that number; the letters it does not account for stay. Nothing offered: the letters."""
        if not 0 <= number < len(self.offered):
            return self.as_typed()
        word, length = self.offered[number], self._lengths[number]
        self._spell(self.typed[length:])
        return word

    def as_typed(self) -> str:
        """The letters themselves."""
        letters = self.typed
        self._spell("")
        return letters

    def _spell(self, letters: str) -> None:
        self.typed = letters
        found = candidates(letters) if letters else ()
        self.offered = tuple(word for word, _ in found)
        self._lengths = tuple(length for _, length in found)


def candidates(letters: str) -> tuple[tuple[str, int], ...]:
    """Words spelt by the whole of `letters`, then words that begin so, then words spelt by a beginning of it; each
    with how many letters it takes."""
    keys, words = _dictionary()
    found: dict[str, int] = {}
    at = bisect_left(keys, letters)
    if at < len(keys) and keys[at] == letters:
        found |= dict.fromkeys(words[at], len(letters))
    longer: list[str] = []
    while at < len(keys) and keys[at].startswith(letters) and len(longer) < 400:
        if keys[at] != letters:
            longer.append(words[at][0])
        at += 1
    if len(letters) > 1:
        counts = _counts()
        longer.sort(key=lambda word: -counts[word])
        for word in longer[:3]:
            found.setdefault(word, len(letters))
    for length in range(len(letters) - 1, 0, -1):
        at = bisect_left(keys, letters[:length])
        if at < len(keys) and keys[at] == letters[:length]:
            for word in words[at]:
                found.setdefault(word, length)
        if len(found) >= OFFERED:
            break
    return tuple(found.items())[:OFFERED]


@cache
def _dictionary() -> tuple[list[str], list[tuple[str, ...]]]:
    """Spellings in order, and the words of each, the most common first."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    readings = {chr(code): told.split(",")[0] for code, told in PINYIN_DICT.items()}
    by_spelling: dict[str, list[str]] = {}
    for word in _counts():
        if word in PHRASES_DICT:
            told = [syllable[0] for syllable in PHRASES_DICT[word]]
        else:
            told = [readings.get(letter, "") for letter in word]
        if all(told):
            by_spelling.setdefault("".join(_bare(one) for one in told), []).append(word)
    order = sorted(by_spelling)
    return order, [tuple(by_spelling[key]) for key in order]


@cache
def _counts() -> dict[str, int]:
    """Words and how often they were counted, the most common first."""
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    counts = {}
    with (Path(spec.origin).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split(" ")
            if int(count) >= COMMON and len(word) <= LONGEST and "\u4e00" <= word[0] <= "\u9fff":
                counts[word] = int(count)
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


@cache
def _bare(syllable: str) -> str:
    """A syllable without its tone; ü is typed as v."""
    plain = unicodedata.normalize("NFD", syllable.replace("ü", "v").replace("ǚ", "v").replace("ǜ", "v"))
    plain = plain.replace("u\u0308", "v")
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
