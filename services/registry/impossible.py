"""Numbers that look like a 주민등록번호 and can be nobody's.

Three marks, each enough alone (the seventh digit, the order and the check digit: docs/data-sources.md):
- seventh digit 9 or 0: born in the 1800s. No such person lives, while every sample person is born after 1920;
- twelfth digit 0: the order of that day's registrations began with 1;
- the check digit is wrong, both as a citizen's (11) and as a foreigner's (13). It was right on every number given
  before 2020-10-05 (주민등록법 시행규칙 제2조), and nobody born in the 1800s was given one after that day.
"""

from datetime import date
from typing import Literal

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
CITIZEN, FOREIGNER = 11, 13


def check_digit(twelve: str, kind: int = CITIZEN) -> int:
    """The thirteenth digit that the rule of before 2020-10-05 gives; `kind` is CITIZEN or FOREIGNER."""
    total = sum(int(digit) * weight for digit, weight in zip(twelve, _WEIGHTS, strict=True))
    return (kind - total % 11) % 10


def impossible_number(born: date, sex: Literal["M", "F"], serial: int) -> str:
    """`YYMMDD-NNNNNNN` for the sample person with this running number (1 to 9999)."""
    twelve = f"{born:%y%m%d}{'9' if sex == 'M' else '0'}{serial:04}0"
    right = {check_digit(twelve, CITIZEN), check_digit(twelve, FOREIGNER)}
    wrong = min(set(range(10)) - right)
    return f"{twelve[:6]}-{twelve[6:]}{wrong}"


def is_impossible(number: str) -> bool:
    """Whether a number bears all three marks."""
    digits = number.replace("-", "")
    last = int(digits[12])
    wrong = last not in {check_digit(digits[:12], CITIZEN), check_digit(digits[:12], FOREIGNER)}
    return digits[6] in "90" and digits[11] == "0" and wrong
