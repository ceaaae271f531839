"""Chinese by pinyin: what was spelt so far, and the words it may mean, the more common first."""

from bisect import bisect_left

from metaseoul.ui.spellings import Spelling, spellings

OFFERED = 12
BEGUN = 400
"""Spellings looked at among those that only begin as it was spelt."""
COMPLETED = 3
"""Words offered of those."""


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
    lines = spellings()
    found: dict[str, int] = {}

    def spelt(part: str) -> int:
        """Takes the words spelt by a part of the letters; where such spellings begin."""
        at = bisect_left(lines, f"{part}\t")
        if at < len(lines) and (one := Spelling.read(lines[at])).letters == part:
            found.update({word: len(part) for word in one.words if word not in found})
        return at

    at = spelt(letters)
    if len(letters) > 1:
        begun = [Spelling.read(line) for line in lines[at : at + BEGUN] if line.startswith(letters)]
        begun = sorted((one for one in begun if one.letters != letters), key=lambda one: -one.seen)
        found.update({one.words[0]: len(letters) for one in begun[:COMPLETED] if one.words[0] not in found})
    for length in range(len(letters) - 1, 0, -1):
        spelt(letters[:length])
        if len(found) >= OFFERED:
            break
    return tuple(found.items())[:OFFERED]
