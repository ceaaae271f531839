"""What a scripted journey is: who walks it, its budgets, and what it may touch."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from metaseoul.journeys.driver import Driver
from metaseoul.visit import Visit

if TYPE_CHECKING:
    from metaseoul.kiosk.app import Kiosk


class City(NamedTuple):
    """What a journey may touch besides the screen: the visit, a folder for what is saved, the office's switch."""

    visit: Visit
    folder: Path
    close_office: Callable[[], None]
    companion: Callable[[], AbstractAsyncContextManager[Driver]]
    """Somebody else, elsewhere in the same city, in words."""
    kiosk: "Kiosk | None" = None
    """The machine, where it is everyone's."""


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
    modes: tuple[str, ...] = ("text", "window", "kiosk")
