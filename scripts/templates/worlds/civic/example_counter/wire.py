"""What is said across the desk: forms and values, and their limits as types."""

from datetime import date
from typing import Annotated

import msgspec

Note = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class Wish(msgspec.Struct, frozen=True):
    """POST /example-counter: what the citizen asks."""

    note: Note


class Answered(msgspec.Struct, frozen=True):
    """What was answered; GET /example-counter lists one's own."""

    number: int
    asked_on: date
    wish: Wish
    answer: str
