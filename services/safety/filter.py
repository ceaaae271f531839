"""Words that hurt are masked before anybody hears them; what was meant is judged by people, never here."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from services.safety.letters import ALIKE, Letter, letters, spelt

Kind = Literal["insult", "threat", "sexual"]
MASK = "＊"


class Found(NamedTuple):
    """A word of the list in a line: from character `start` up to `end`."""

    start: int
    end: int
    kind: Kind


class _Lists(NamedTuple):
    """The lists as patterns over letters. A group's name says the kind."""

    anywhere: re.Pattern[str]
    whole: re.Pattern[str]
    endings: re.Pattern[str]
    allowed: re.Pattern[str]


def found(line: str) -> list[Found]:
    """The words of the list in a line, from left to right; they do not overlap."""
    hits = _hits(letters(line))
    if not ALIKE.keys().isdisjoint(line):
        hits += _hits(letters(line, alike=False))
    return _apart(sorted(hits))


def _hits(signs: list[Letter]) -> list[Found]:
    text = "".join(letter.sign for letter in signs)
    lists = _lists()
    spared = [match.span() for match in lists.allowed.finditer(text) if _begins_word(signs, match.start())]
    hits: list[Found] = []
    for pattern in (lists.anywhere, lists.whole):
        for start, end, kind in _all(pattern, text):
            if any(a <= start and end <= b for a, b in spared) or not _is_read_so(signs, start, end):
                continue
            if pattern is lists.whole and not (_begins_word(signs, start) and _only_endings(signs, end)):
                continue
            hits.append(Found(signs[start].at, signs[end - 1].at + 1, kind))
    return hits


def masked(line: str) -> str:
    """The line with a sign for every character of a word of the list; blanks stay. Also of a word that is one only now
    that another within it is masked."""
    while hits := found(line):
        shown = list(line)
        for hit in hits:
            shown[hit.start : hit.end] = [letter if letter.isspace() else MASK for letter in line[hit.start : hit.end]]
        line = "".join(shown)
    return line


def _all(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, Kind]]:
    """Every place where the pattern fits, also inside of another that was no hit."""
    hits, at = [], 0
    while (match := pattern.search(text, at)) is not None:
        hits.append((match.start(), match.end(), match.lastgroup or "insult"))
        at = match.start() + 1
    return hits  # type: ignore[return-value]


def _is_read_so(signs: list[Letter], start: int, end: int) -> bool:
    """Whether a reader would read it there: whole characters, and over a blank only words that are nothing else."""
    if not signs[start].first or not signs[end - 1].last:
        return False
    if signs[start].word == signs[end - 1].word:
        return True
    return _begins_word(signs, start) and _only_endings(signs, end)


def _begins_word(signs: list[Letter], start: int) -> bool:
    return start == 0 or signs[start - 1].word != signs[start].word


def _only_endings(signs: list[Letter], end: int) -> bool:
    """What is left of the word are endings, or nothing."""
    word = signs[end - 1].word
    rest = "".join(letter.sign for letter in signs[end:] if letter.word == word)
    return _lists().endings.fullmatch(rest) is not None


def _apart(hits: list[Found]) -> list[Found]:
    """The longest of those that overlap."""
    kept: list[Found] = []
    for hit in hits:
        if kept and hit.start < kept[-1].end:
            if hit.end > kept[-1].end:
                kept[-1] = kept[-1]._replace(end=hit.end)
            continue
        kept.append(hit)
    return kept


@cache
def _lists() -> _Lists:
    told = tomllib.loads(files("services.safety").joinpath("words.toml").read_text("utf-8"))
    allowed = told["allowed"]
    young = allowed["young"]
    spared = [*allowed["words"], *(f"{animal}{young}" for animal in allowed["animals"])]
    spared += [f"{young}{animal}" for animal in allowed["animals"]]
    endings = "|".join(sorted(map(spelt, told["endings"]["words"]), key=len, reverse=True))
    return _Lists(_kinds(told["anywhere"]), _kinds(told["whole"]), re.compile(f"(?:{endings})*"), _any(spared))


def _kinds(table: dict[str, list[str]]) -> re.Pattern[str]:
    """One group for each kind, the longest words first."""
    groups = []
    for kind, words in table.items():
        spellings = sorted({spelt(word) for word in words}, key=len, reverse=True)
        groups.append(f"(?P<{kind}>{'|'.join(map(re.escape, spellings))})")
    return re.compile("|".join(groups))


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted({re.escape(spelt(word)) for word in words}, key=len, reverse=True)))
