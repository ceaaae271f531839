"""The "what do you need?" box: everyday words, misspelt words or initial consonants, to anything in the city."""

import difflib
import unicodedata
from collections.abc import Sequence

import hgtk
import msgspec

from metaseoul.texts import LANGUAGES, Texts, catalogue
from worlds import plan
from worlds.civic import ROOMS

CLOSE = 0.72
"""Least likeness of a misspelt word, as difflib's ratio."""


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


FLOWS = ("gesture", "room", "tour", "photo")
"""What belongs to no place."""


def goals(texts: Texts) -> tuple[Goal, ...]:
    """Services first, in the order of ROOMS, then places, then what belongs to no place."""
    services = [
        Goal(f"{room.slug}.{anchor.opens}", texts(f"{room.slug}.{anchor.opens}"), _words(f"{room.slug}.{anchor.opens}"))
        for room in ROOMS
        for anchor in room.anchors
    ]
    places = [Goal(place.slug, texts.of(place.title), tuple(place.title.values())) for place in plan.ENTRIES]
    flows = [Goal(f".{name}", texts(f"visit.{name}"), _words(f"visit.{name}")) for name in FLOWS]
    return (*services, *places, *flows)


def matches(query: str, among: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals that `query` may mean, the likeliest first. A service stands for the room it is in."""
    wish = _plain(query)
    if not wish:
        return tuple(among)
    scored = [(max(_likeness(wish, _plain(word)) for word in goal.words), goal) for goal in among]
    best = max((score for score, _ in scored), default=0.0)
    if best < CLOSE:
        return ()
    likely = [goal for score, goal in sorted(scored, key=lambda pair: -pair[0]) if score >= best - 0.04]
    served = {goal.place for goal in likely if goal.opens}
    return tuple(goal for goal in likely if goal.opens or goal.place not in served)


def initials(word: str) -> str:
    """The initial consonants: 등본 -> ㄷㅂ."""
    return "".join(hgtk.letter.decompose(letter)[0] if hgtk.checker.is_hangul(letter) else letter for letter in word)


def _words(key: str) -> tuple[str, ...]:
    found = [catalogue(language).get(part, "") for language in LANGUAGES for part in (key, f"{key}.words")]
    return tuple(word for line in found for word in line.split(",") if word.strip())


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def _likeness(wish: str, word: str) -> float:
    if wish == word:
        return 1.0
    if word in wish:
        return 0.9 + 0.05 * len(word) / len(wish)
    if len(wish) > 1 and wish in word:
        return 0.9 + 0.05 * len(wish) / len(word)
    if all("ㄱ" <= letter <= "ㅎ" for letter in wish):
        return 0.95 if wish == initials(word) else 0.9 if len(wish) > 1 and wish in initials(word) else 0.0
    return difflib.SequenceMatcher(None, _letters(wish), _letters(word)).ratio()


def _letters(text: str) -> str:
    """Syllables taken apart, so that one wrong vowel is one wrong letter."""
    return unicodedata.normalize("NFD", text)
