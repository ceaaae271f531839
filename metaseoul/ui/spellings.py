"""The spellings of Chinese words: readings are pypinyin's, how common a word is, is jieba's dictionary (both MIT, the
extra `[pinyin]`).

The two take a second and ninety megabytes to read, so a process of its own does it once on a machine, and keeps what is
needed as lines in the cache folder. Where they are not installed there is no pinyin on the screen, and the system's own
input method still writes Chinese.
"""

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from metaseoul.folders import cache_folder, kept

COMMON = 30
"""Least count of a word in the dictionary's texts."""
LONGEST = 4


class Spelling(NamedTuple):
    """Letters, how often the most common word spelt so was counted, and all of them, the more common first."""

    letters: str
    seen: int
    words: tuple[str, ...]

    @classmethod
    def read(cls, line: str) -> "Spelling":
        """From a line of the file."""
        letters, seen, words = line.split("\t")
        return cls(letters, int(seen), tuple(words.split(" ")))

    def line(self) -> str:
        """For the file: the tab, which comes before all letters, keeps lines in the order of their letters."""
        return f"{self.letters}\t{self.seen}\t{' '.join(self.words)}"


def available() -> bool:
    """Whether the dictionaries are installed."""
    return find_spec("pypinyin") is not None and find_spec("jieba") is not None


def prepare() -> None:
    """Begins to make the file where it is not there; nobody waits for it before it is needed."""
    file = _file()
    if not file.is_file():
        _making(file)


@cache
def spellings() -> list[str]:
    """All of them as lines, in order."""
    file = _file()
    if not file.is_file():
        _making(file).wait()
    with suppress(OSError):
        return file.read_text(encoding="utf-8").split("\n")
    return [one.line() for one in _made()]  # nothing can be kept on this machine


def keep() -> None:
    """Makes the file."""
    file = _file()
    kept(file.parent, file.name, "\n".join(one.line() for one in _made()).encode())


def _file() -> Path:
    return cache_folder() / f"pinyin-{version('pypinyin')}-{version('jieba')}.txt"


@cache
def _making(_: Path) -> "subprocess.Popen[bytes]":
    none = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-m", __name__], stdin=none, stdout=none, stderr=none)


def _made() -> Iterator[Spelling]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    readings = {chr(code): told.split(",")[0] for code, told in PINYIN_DICT.items()}
    by_letters: dict[str, list[str]] = {}
    counts = _counts()
    for word in counts:
        if word in PHRASES_DICT:
            told = [syllable[0] for syllable in PHRASES_DICT[word]]
        else:
            told = [readings.get(letter, "") for letter in word]
        if all(told):
            by_letters.setdefault("".join(_bare(one) for one in told), []).append(word)
    for letters in sorted(by_letters):
        words = by_letters[letters]
        yield Spelling(letters, counts[words[0]], tuple(words))


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


if __name__ == "__main__":
    keep()
