"""Rounding: a value of the city holds whole millimetres, whoever wrote it and on whatever machine."""

import re
from functools import cache
from typing import Any

import msgspec


def millimetres(value: float) -> float:
    """A number rounded to 0.001; never minus zero, so that equal values have equal bytes."""
    return round(float(value), 3) + 0.0


def rounded(value: Any) -> Any:
    """`value` with every number in it rounded; words and truths stay as they are."""
    kind = type(value)
    if kind is float or kind is int:
        return round(float(value), 3) + 0.0
    if kind is tuple:
        return tuple([rounded(item) for item in value])
    if isinstance(value, bool | str) or not isinstance(value, int | float):
        return value
    return millimetres(value)


class Rounded(msgspec.Struct, frozen=True):
    """A frozen value whose numbers are whole millimetres (or thousandths of a degree)."""

    def __post_init__(self) -> None:
        for name in _measured(type(self)):
            value = getattr(self, name)
            kept = rounded(value)
            if kept is not value:
                msgspec.structs.force_setattr(self, name, kept)


NOT_MEASURED = re.compile(r"\b(int|bool|str|Detail|Words|dict)\b")


@cache
def _measured(kind: type) -> tuple[str, ...]:
    """The fields that may hold measures: all but counts, words and choices."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        for name, hint in getattr(base, "__annotations__", {}).items():
            found[name] = hint.__name__ if isinstance(hint, type) else str(hint)
    return tuple(name for name in kind.__struct_fields__ if not NOT_MEASURED.search(found[name]))  # type: ignore[attr-defined]
