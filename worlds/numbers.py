"""The city in numbers: how many people are where now, and what the last days were like. Counts, never who."""

from datetime import date

import msgspec

DAYS = 7
"""So many days are told, today among them."""


class Day(msgspec.Struct, frozen=True):
    """One day in Seoul: visits that began on it, documents that were issued on it."""

    day: date
    visits: int
    documents: int


class Numbers(msgspec.Struct, frozen=True):
    """`here`: people by place, where there are any; `days`: DAYS of them, today last."""

    here: dict[str, int]
    days: tuple[Day, ...]
