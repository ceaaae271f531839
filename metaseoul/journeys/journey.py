"""What a scripted journey is: who walks it, its budgets, and what it may touch."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from metaseoul.journeys.driver import Driver
from metaseoul.visit import Visit


class City(NamedTuple):
    """What a journey may touch besides the screen: the visit, a folder for what is saved, the office's switch."""

    visit: Visit
    folder: Path
    close_office: Callable[[], None]


class Walked(NamedTuple):
    """Steps and seconds of the parts of a journey, in the order of its budget."""

    steps: tuple[int, ...]
    seconds: tuple[float, ...]


class Journey(NamedTuple):
    """Budgets from the mission: steps and seconds of each part."""

    number: int
    who: str
    does: str
    steps: tuple[int, ...]
    seconds: tuple[float, ...]
    walk: Callable[[Driver, City, float], Awaitable[Walked]]
    modes: tuple[str, ...] = ("text", "window")
