"""Hangul by the two-set keyboard (두벌식, KS X 5002): keys in, syllables out, one letter at a time taken back.

Syllables are composed by the Unicode formula (Unicode Standard, section 3.12).
"""

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
FIRST = 0xAC00

KEYS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
SHIFTED = dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))
DOUBLE_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
DOUBLE_FINALS = {
    "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ",
    "ㄴㅎ": "ㄶ",
    "ㄹㄱ": "ㄺ",
    "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ",
    "ㅂㅅ": "ㅄ",
}
APART = {whole: parts for parts, whole in (DOUBLE_VOWELS | DOUBLE_FINALS).items()}


def letter_of(key: str) -> str | None:
    """The letter on a key of the Latin layout, or None for a key without one."""
    return SHIFTED.get(key) or KEYS.get(key.lower())


class Composer:
    """The syllable in the making. `feed` returns what is finished; `preedit` is what may still change."""

    def __init__(self) -> None:
        self._initial = self._vowel = self._final = ""

    @property
    def preedit(self) -> str:
        if self._initial and self._vowel:
            lead, middle = INITIALS.index(self._initial), VOWELS.index(self._vowel)
            return chr(FIRST + (lead * 21 + middle) * 28 + FINALS.index(self._final or " "))
        return self._initial or self._vowel

    def flush(self) -> str:
        """The syllable as it stands, finished."""
        finished = self.preedit
        self._initial = self._vowel = self._final = ""
        return finished

    def feed(self, letter: str) -> str:
        """One letter of the keyboard, or any other character; returns what it finished."""
        if letter in VOWELS:
            return self._take_vowel(letter)
        if letter in INITIALS:
            return self._take_consonant(letter)
        return self.flush() + letter

    def backspace(self) -> bool:
        """Takes one letter back; False when no syllable is in the making."""
        if self._final:
            self._final = APART.get(self._final, "  ")[0].strip()
        elif self._vowel:
            self._vowel = APART.get(self._vowel, "  ")[0].strip()
        elif self._initial:
            self._initial = ""
        else:
            return False
        return True

    def _take_vowel(self, vowel: str) -> str:
        if self._final:  # the final consonant, or its second half, begins the next syllable
            parts = APART.get(self._final, " " + self._final)
            self._final, goes = parts[0].strip(), parts[1]
            finished = self.flush()
            self._initial, self._vowel = goes, vowel
            return finished
        if self._vowel and self._vowel + vowel in DOUBLE_VOWELS:
            self._vowel = DOUBLE_VOWELS[self._vowel + vowel]
            return ""
        finished = self.flush() if self._vowel else ""
        self._vowel = vowel
        return finished

    def _take_consonant(self, consonant: str) -> str:
        if self._initial and self._vowel:
            if not self._final and consonant in FINALS:
                self._final = consonant
                return ""
            if self._final + consonant in DOUBLE_FINALS:
                self._final = DOUBLE_FINALS[self._final + consonant]
                return ""
        elif not self._initial and not self._vowel:
            self._initial = consonant
            return ""
        finished = self.flush()
        self._initial = consonant
        return finished


def keys_of(text: str) -> str:
    """The keys one presses to write `text`: what a test, or a scripted journey, types."""
    keys = {letter: key for key, letter in (KEYS | SHIFTED).items()}
    pressed = []
    for character in text:
        code = ord(character) - FIRST
        if not 0 <= code < 11172:
            pressed.append(character)
            continue
        letters = INITIALS[code // 588] + VOWELS[code % 588 // 28] + FINALS[code % 28].strip()
        pressed.extend(keys[part] for letter in letters for part in APART.get(letter, letter))
    return "".join(pressed)
