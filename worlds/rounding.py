"""Rounding: a value of the city holds whole millimetres, whoever wrote it and on whatever machine."""

import re
from typing import Any

import msgspec


def millimetres(value: float) -> float:
    """A number rounded to 0.001; never minus zero, so that equal values have equal bytes."""
    return round(float(value), 3) + 0.0


def rounded(value: Any, hint: str) -> Any:
    """`value` with every number in it rounded; counts (hinted int) stay whole."""
    if isinstance(value, bool | str) or re.search(r"\bint\b", hint):
        return value
    if isinstance(value, int | float):
        return millimetres(value)
    if isinstance(value, tuple):
        return tuple(rounded(item, "") for item in value)
    return value


class Rounded(msgspec.Struct, frozen=True):
    """A frozen value whose numbers are whole millimetres (or thousandths of a degree)."""

    def __post_init__(self) -> None:
        hints = _hints(type(self))
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if not isinstance(value, str | bool):
                msgspec.structs.force_setattr(self, name, rounded(value, hints[name]))


_KNOWN: dict[type, dict[str, str]] = {}


def _hints(kind: type) -> dict[str, str]:
    """Field name -> its type in words, inherited fields too."""
    if kind not in _KNOWN:
        found: dict[str, str] = {}
        for base in reversed(kind.__mro__):
            for name, hint in getattr(base, "__annotations__", {}).items():
                found[name] = hint.__name__ if isinstance(hint, type) else str(hint)
        _KNOWN[kind] = found
    return _KNOWN[kind]
