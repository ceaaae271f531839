"""What a line says, whatever it is disguised as: letters without blanks, signs, look-alikes and repeats between them.

Korean is read by its letters (jamo), so that a word is the same whole, taken apart, spaced out or drawn out. Each
letter knows where in the line it came from.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

import hgtk

ALIKE = {"l": "ㅣ", "i": "ㅣ", "1": "ㅣ", "|": "ㅣ", "!": "ㅣ", "丨": "ㅣ", "人": "ㅅ", "口": "ㅁ", "卜": "ㅏ"}
"""What stands for a Korean letter beside one."""
LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
"""What stands for a Latin letter among some."""
OTHER_SCRIPTS = str.maketrans("аеорсухіѕкмтнвɑεοκνρτυսօ", "aeopcyxiskmthbaeoknptuuo")
"""Cyrillic, Greek and Armenian letters by the Latin ones that they look like (from the Unicode confusables)."""


class Letter(NamedTuple):
    """One letter. `at`: the character of the line it is of; whether it begins and ends it; the number of its word."""

    sign: str
    at: int
    first: bool
    last: bool
    word: int


def letters(line: str, alike: bool = True) -> list[Letter]:
    """The letters of a line, in order; everything else only parts words. `alike`: what looks like a Korean letter
    beside one is read as it, not passed over."""
    plain = [unicodedata.normalize("NFKC", character).casefold() for character in line]
    found: list[Letter] = []
    word = 0
    for at, character in enumerate(plain):
        if character.isspace():
            word += 1
            continue
        signs = _signs(character, [plain[i] for i in (at - 1, at + 1) if 0 <= i < len(plain)], alike)
        for number, sign in enumerate(signs):
            found.append(Letter(sign, at, number == 0, number == len(signs) - 1, word))
    return _without_repeats(found)


@cache
def spelt(word: str) -> str:
    """The letters of a word of the list."""
    return "".join(letter.sign for letter in letters(word))


def _signs(character: str, beside: list[str], alike: bool) -> str:
    """The letters of one character among its neighbours; none for a sign."""
    if hgtk.checker.is_hangul(character):
        return "".join(map(_apart, "".join(hgtk.letter.decompose(character))))
    if "HANGUL" in unicodedata.name(character[:1] or " ", ""):
        return "".join(map(_apart, character))
    if character in ALIKE and any("HANGUL" in unicodedata.name(one[:1] or " ", "") for one in beside):
        return ALIKE[character] if alike else ""
    if character in LEET and any("a" <= one[:1] <= "z" for one in beside):
        return LEET[character]
    bare = unicodedata.normalize("NFKD", character.translate(OTHER_SCRIPTS))
    return "".join(sign for sign in bare if sign.isalnum())


@cache
def _apart(letter: str) -> str:
    """One Korean letter, however it is encoded; two that stand below a syllable as one are two."""
    name = unicodedata.name(letter, "")
    for kind in ("CHOSEONG", "JUNGSEONG", "JONGSEONG"):
        name = name.replace(kind, "LETTER")
    try:
        alone = unicodedata.lookup(name)
        parts = [unicodedata.lookup(f"HANGUL LETTER {part}") for part in name.removeprefix("HANGUL LETTER ").split("-")]
    except KeyError:
        return ""  # a filler, or a letter that nobody writes since the 15th century
    return "".join(parts) if len(parts) > 1 else alone


def _without_repeats(found: list[Letter]) -> list[Letter]:
    """What is drawn out is short: letters alone that repeat, and a vowel that further syllables carry on."""
    kept: list[Letter] = []
    for letter in found:
        alone = letter.first and letter.last
        if alone and kept and kept[-1].sign == letter.sign and kept[-1].last:
            continue
        if (
            len(kept) > 1
            and (kept[-1].sign, kept[-1].at) == ("ㅇ", letter.at)
            and kept[-2].sign == letter.sign
            and kept[-2].last
        ):
            kept.pop()
            continue
        kept.append(letter)
    return kept
