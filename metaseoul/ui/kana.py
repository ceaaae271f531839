"""Kana by the fifty sounds: one column a consonant, one row a vowel; marks and small letters by varying the last."""

import unicodedata

HIRAGANA = (
    "あかさたなはまやらわ",
    "いきしちにひみゆりを",
    "うくすつぬふむよるん",
    "えけせてねへめーれ、",
    "おこそとのほも・ろ。",
)
KATAKANA = tuple("".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in row) for row in HIRAGANA)
"""Both blocks of Unicode have the same order, 0x60 apart."""
VOICED, HALF_VOICED = "\u3099", "\u309a"
SMALL = dict(zip("あいうえおつやゆよわアイウエオツヤユヨワ", "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ", strict=True))
LARGE = {small: large for large, small in SMALL.items()}


def varied(letter: str) -> str:
    """The next of a letter's variants, round and round: は ば ぱ, つ っ づ, か が; a letter without any stays."""
    decomposed = unicodedata.normalize("NFD", LARGE.get(letter, letter))
    plain, mark = decomposed[:1], decomposed[1:]
    ring = [plain]
    if plain in SMALL:
        ring.append(SMALL[plain])
    ring += [one for sign in (VOICED, HALF_VOICED) if len(one := unicodedata.normalize("NFC", plain + sign)) == 1]
    now = letter if letter in ring else unicodedata.normalize("NFC", plain + mark)
    return ring[(ring.index(now) + 1) % len(ring)] if now in ring else letter
