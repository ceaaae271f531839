"""The 문서확인번호: fifteen random digits and a check digit, printed in four groups of four.

Sixteen digits in four groups is how papers of the state carry it; which check digit they use is not published,
so ours is Damm's (H. M. Damm, 2004): it notices every single wrong digit and every swap of two neighbours.
"""

GROUP = 4
RANDOM_DIGITS = 15

_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def number_of(value: int) -> str:
    """The number whose fifteen digits are `value` (0 <= value < 10**15), grouped, with its check digit."""
    if not 0 <= value < 10**RANDOM_DIGITS:
        raise ValueError(f"not fifteen digits: {value}")
    digits = f"{value:0{RANDOM_DIGITS}}"
    return _grouped(digits + _walk(digits))


def value_of(number: str) -> int:
    """The fifteen digits of a number that `is_number`, without its check digit."""
    return int(number.replace("-", "")[:RANDOM_DIGITS])


def is_number(text: str) -> bool:
    """Whether this is a 문서확인번호 as printed: four groups, and the check digit holds."""
    digits = text.replace("-", "")
    right = len(digits) == RANDOM_DIGITS + 1 and digits.isascii() and digits.isdigit()
    return right and text == _grouped(digits) and _walk(digits) == "0"


def _grouped(digits: str) -> str:
    return "-".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def _walk(digits: str) -> str:
    state = "0"
    for digit in digits:
        state = _DAMM[int(state)][int(digit)]
    return state
