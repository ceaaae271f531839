"""The law of the counter. Pure: what is known, and the day, are arguments."""

from datetime import date

from services.faults import Refusal
from worlds.civic.example_counter.wire import Wish

SOURCE = ""
"""Where the rules stand: statute and article, standard or paper, and the day it was read."""


def answer(wish: Wish, today: date) -> str:
    """What is answered. While there are no rules nothing is: raises example-counter.not-open."""
    raise Refusal("example-counter.not-open", 503)
