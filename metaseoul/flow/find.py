"""The "what do you need?" box: everyday words, misspelt words or initial consonants, to anything in the city."""

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from math import log

import hgtk
import msgspec

from metaseoul.flow.elsewhere import ERRANDS
from metaseoul.flow.guide import TOPICS
from metaseoul.texts import LANGUAGES, Texts, catalogue
from worlds import plan
from worlds.civic import ROOMS

CLOSE = 0.72
"""Least likeness of a misspelt word, as difflib's ratio."""
SHARE = 0.1
"""What having all of a wish's words in common adds to a likeness."""
FIRST_HAND = 0.03
"""What is done at a counter stands before what is only told."""
SOME = 0.2
"""Least share of a wish that a goal must have in common with it."""
MOST = 6
"""Goals that are offered at most."""


class Goal(msgspec.Struct, frozen=True):
    """Something a citizen can be taken to: a place, what an anchor of it opens, or what can be done anywhere."""

    name: str
    """"<place>", "<place>.<what it opens>" or ".<what is done anywhere>"."""
    title: str
    words: tuple[str, ...]
    """All it is called, in every language."""

    @property
    def place(self) -> str:
        return self.name.partition(".")[0]

    @property
    def opens(self) -> str:
        return self.name.partition(".")[2]


ANYWHERE = (
    "gesture",
    "people",
    "numbers",
    "room",
    "tour",
    "photo",
    "reading",
    "avatar",
    "guide",
    "lead",
    "beside",
    "my-data",
    "safety",
    "settings",
    "easy",
)
"""What belongs to no place."""


def goals(texts: Texts) -> tuple[Goal, ...]:
    """Services first, in the order of ROOMS, then places, then what belongs to no place."""
    services = [
        Goal(f"{room.slug}.{anchor.opens}", texts(f"{room.slug}.{anchor.opens}"), _words(f"{room.slug}.{anchor.opens}"))
        for room in ROOMS
        for anchor in room.anchors
    ]
    places = [
        Goal(place.slug, texts.of(place.title), (*place.title.values(), *_words(f"place.{place.slug}")))
        for place in plan.ENTRIES
    ]
    flows = [Goal(f".{name}", texts(f"visit.{name}"), _words(f"visit.{name}")) for name in ANYWHERE]
    asked = [Goal(f".how:{topic}", texts(f"how.{topic}"), _words(f"how.{topic}")) for topic in TOPICS]
    away = [Goal(f".elsewhere:{one}", texts(f"elsewhere.{one}"), _words(f"elsewhere.{one}")) for one in ERRANDS]
    return (*services, *places, *flows, *asked, *away)


def matches(query: str, among: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals that `query` may mean, the likeliest first. A service stands for the room it is in; no words at all
    mean everything that can be done, without the answers to questions."""
    if not query.strip():
        return tuple(goal for goal in among if ":" not in goal.name)
    wish = _plain(query)
    if not wish:
        return ()
    index = _index(tuple(among))
    named = [max(_likeness(wish, word) for word in words) for words in index.words]
    if called := tuple(goal for one, goal in zip(named, among, strict=True) if one == 1.0):
        return called
    shares = index.shares(wish)
    if max(named, default=0.0) >= CLOSE:
        scored = [one + SHARE * share for one, share in zip(named, shares, strict=True)]
        least = max(scored) - SHARE
    else:  # nothing of it is called so: what has most in common with the words of one goal rather than of all others
        scored, least = shares, max(SOME, 0.8 * max(shares, default=0.0))
    likely = [(score + FIRST_HAND * bool(_served(goal)), goal) for score, goal in zip(scored, among, strict=True)]
    likely = sorted((pair for pair in likely if pair[0] >= least), key=lambda pair: -pair[0])
    served = {goal.place for _, goal in likely if _served(goal)}
    return tuple(goal for _, goal in likely if goal.opens or goal.place not in served)[:MOST]


def parts_of(recent: Sequence[str], among: Sequence[Goal]) -> dict[str, tuple[str, ...]]:
    """Names of all goals by the tab in which one looks for them: what one used lately, services, places, the rest."""
    found: dict[str, list[str]] = {"recent": list(recent), "services": [], "places": [], "doing": []}
    for goal in among:
        if goal.name not in recent:
            asked, colon, _ = goal.opens.partition(":")
            kind = asked if colon else "services" if _served(goal) else "places" if goal.place else "doing"
            found.setdefault(kind, []).append(goal.name)
    return {kind: tuple(names) for kind, names in found.items() if names}


def is_sure(query: str, goal: Goal) -> bool:
    """Whether the goal is really called so, or nearly so: one may be taken there without being asked."""
    wish = _plain(query)
    return max(_likeness(wish, _plain(word)) for word in goal.words) >= CLOSE


class _Index:
    """What all goals are called, plain, and which parts of words tell them apart (inverse document frequency)."""

    def __init__(self, among: tuple[Goal, ...]) -> None:
        self.words = [tuple(_plain(word) for word in goal.words) for goal in among]
        self._parts = [frozenset(part for word in words for part in _parts_of(word)) for words in self.words]
        counts = Counter(part for parts in self._parts for part in parts)
        self._weights = {part: log(1 + len(among) / count) for part, count in counts.items()}
        self._unknown = 0.4 * log(1 + len(among))

    def shares(self, wish: str) -> list[float]:
        """0..1 for each goal: how much of what the wish says, weighed by how telling it is, is in its words."""
        said = set(_parts_of(wish))
        whole = sum(self._weights.get(part, self._unknown) for part in said) or 1.0
        return [sum(self._weights[part] for part in said & parts) / whole for parts in self._parts]


@cache
def _index(among: tuple[Goal, ...]) -> _Index:
    return _Index(among)


def _served(goal: Goal) -> bool:
    return bool(goal.place and goal.opens)


def initials(word: str) -> str:
    """The initial consonants: 등본 -> ㄷㅂ."""
    return "".join(hgtk.letter.decompose(letter)[0] if hgtk.checker.is_hangul(letter) else letter for letter in word)


def _words(key: str) -> tuple[str, ...]:
    found = [catalogue(language).get(part, "") for language in LANGUAGES for part in (key, f"{key}.words")]
    return tuple(word for line in found for word in line.split(",") if word.strip())


def _plain(text: str) -> str:
    """Small letters and figures; between Latin words one space, elsewhere none."""
    letters = unicodedata.normalize("NFC", text)
    letters = "".join(c if "ㄱ" <= c <= "ㅎ" else unicodedata.normalize("NFKC", c) for c in letters).casefold()
    words = "".join(" " if unicodedata.category(c)[0] in "PSZ" else c for c in letters).split()
    return (" " if letters.isascii() else "").join(words)


def _parts_of(plain: str) -> Iterator[str]:
    """What words are compared by: whole Latin words and threes of their letters, each Chinese character, and twos."""
    if plain.isascii():
        for word in plain.split():
            yield f" {word} "
            yield from (f" {word} "[at : at + 4] for at in range(len(word) - 1))
        return
    yield from (letter for letter in plain if "\u4e00" <= letter <= "\u9fff")
    yield from (plain[at : at + 2] for at in range(len(plain) - 1))


def _likeness(wish: str, word: str) -> float:
    if wish == word:
        return 1.0
    latin = wish.isascii() and word.isascii()
    if (f" {word} " in f" {wish} ") if latin else (word in wish and len(word) > 1):
        return 0.9 + 0.05 * len(word) / len(wish)
    if len(wish) > 1 and ((f" {wish} " in f" {word} ") if latin else wish in word):
        return 0.9 + 0.05 * len(wish) / len(word)
    if all("ㄱ" <= letter <= "ㅎ" for letter in wish):
        return 0.95 if wish == initials(word) else 0.9 if len(wish) > 1 and wish in initials(word) else 0.0
    return difflib.SequenceMatcher(None, _letters(wish), _letters(word)).ratio()


def _letters(text: str) -> str:
    """Syllables taken apart, so that one wrong vowel is one wrong letter."""
    return unicodedata.normalize("NFD", text)
