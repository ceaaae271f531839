"""Where a line of text ends: between words; in Chinese and Japanese between letters, but never before a mark that
closes or after one that opens (JIS X 4051; Unicode Standard Annex 14 in small). Korean is broken between words (its own
rule also allows syllables; whole words are read more easily). A word longer than its line is broken anywhere.
"""

from collections.abc import Callable, Iterator

CLOSING = frozenset(
    "、。，．・·：；？！,.:;?!)]}」』）】〉》〕”’…ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％°"
)
OPENING = frozenset("([{「『（【〈《〔“‘")
Advance = Callable[[str], float]
"""How far a letter moves the pen."""


def broken(words: str, room: float, advance: Advance) -> list[str]:
    """The lines of `words`, each no wider than `room` unless one letter is."""
    return [line for paragraph in words.split("\n") for line in _paragraph(paragraph, room, advance)]


def _paragraph(words: str, room: float, advance: Advance) -> Iterator[str]:
    line, width = "", 0.0
    for piece in _pieces(words):
        wide = sum(map(advance, piece.rstrip(" ")))
        if line and width + wide > room:
            yield line.rstrip(" ")
            line, width = "", 0.0
        while wide > room and len(piece) > 1:
            fits = _fitting(piece, room, advance)
            yield piece[:fits]
            piece = piece[fits:]
            wide = sum(map(advance, piece.rstrip(" ")))
        line += piece
        width += sum(map(advance, piece))
    yield line.rstrip(" ")


def _pieces(words: str) -> Iterator[str]:
    """What is never broken: a word with the spaces after it, or a Chinese letter with the marks that belong to it."""
    start = 0
    for at in range(1, len(words)):
        if _may_break(words[at - 1], words[at]):
            yield words[start:at]
            start = at
    if start < len(words):
        yield words[start:]


def _may_break(before: str, after: str) -> bool:
    # not cached: on a machine that is everyone's, pairs of letters that somebody wrote would stay
    if after == " " or after in CLOSING or before in OPENING:
        return False
    if _is_letter_by_letter(before):
        return after.isascii() or _is_letter_by_letter(after)
    return before == " " or (before.isascii() and _is_letter_by_letter(after))


def _is_letter_by_letter(letter: str) -> bool:
    """Chinese characters, kana, and the wide marks between them."""
    return "\u3000" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uff60"


def _fitting(piece: str, room: float, advance: Advance) -> int:
    """How many letters of a piece fit, one at least."""
    width = 0.0
    for number, letter in enumerate(piece):
        width += advance(letter)
        if width > room:
            return max(1, number)
    return len(piece)
