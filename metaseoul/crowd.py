"""The others in the place: between two words of the hub they walk on smoothly, a moment behind the truth."""

from collections import deque
from math import hypot
from typing import NamedTuple, Protocol

from worlds.sessions.moves import FAITH
from worlds.sessions.wire import TICK, Look, People
from worlds.walk import WalkMap

BEHIND = 1.6 / TICK
"""Seconds that the others are shown late, so that there is always a word to walk towards."""
SHOULDERS = 0.5
"""Metres to both sides that one takes up in a picture."""
View = tuple[tuple[float, float], tuple[float, float]]
MEMORY = 6
"""Words kept for each."""


class Figures(Protocol):
    """Who draws people: the stage's crowd."""

    def put(
        self, number: int, look: Look, x: float, y: float, z: float, heading: float, gesture: str, t: float
    ) -> None: ...

    def remove(self, number: int) -> None: ...


class Word(NamedTuple):
    """Where one was, at a moment of our own clock."""

    at: float
    x: float
    y: float
    heading: float
    gesture: str
    vx: float = 0.0
    vy: float = 0.0

    def later(self, moment: float) -> "Word":
        """Walked on till then, for FAITH at most."""
        seconds = min(max(moment - self.at, 0.0), FAITH)
        return self._replace(at=moment, x=self.x + self.vx * seconds, y=self.y + self.vy * seconds)


class Others:
    """`meet` with every word of the hub, `update` every frame."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._words: dict[int, deque[Word]] = {}
        self._looks: dict[int, Look] = {}
        self.shown: dict[int, tuple[float, float, float]] = {}
        """Where each stands in this frame: x, y, z."""

    def clear(self) -> None:
        for number in list(self._words):
            self._forget(number)

    def meet(self, people: People, me: int | None, now: float) -> None:
        # one's own number may have been another's, before the office opened anew
        for number in [number for number in self._words if number == me or number not in people]:
            self._forget(number)
        for number, person in people.items():
            if number == me:
                continue
            self._looks[number] = person.look
            words = self._words.setdefault(number, deque(maxlen=MEMORY))
            word = Word(now, person.x, person.y, person.heading, person.gesture, person.vx, person.vy)
            if not words or word[1:] != words[-1][1:]:
                if words and now - words[-1].at > BEHIND:  # as it was believed till now: begin the way from there
                    words.append(words[-1].later(now - 1 / TICK))
                words.append(word)

    def update(self, ground: WalkMap, now: float, view: View | None = None) -> None:
        """One frame. `view`: from where one looks, and at whom; whoever stands in between is not shown."""
        for number, words in self._words.items():
            x, y, heading, gesture = between(words, now - BEHIND)
            if view is not None and in_the_way(x, y, view):
                if self.shown.pop(number, None) is not None:
                    self._figures.remove(number)
                continue
            z = float(ground.height_at(x, y))
            self.shown[number] = (x, y, z)
            self._figures.put(number, self._looks[number], x, y, z, heading, gesture, now)

    def _forget(self, number: int) -> None:
        del self._words[number]
        self._looks.pop(number, None)
        if self.shown.pop(number, None) is not None:
            self._figures.remove(number)


def in_the_way(x: float, y: float, view: View) -> bool:
    """Somebody there would fill the picture: between the eye and whom it looks at, or right before the eye."""
    (eye_x, eye_y), (to_x, to_y) = view
    away_x, away_y = to_x - eye_x, to_y - eye_y
    length = hypot(away_x, away_y)
    if length < SHOULDERS:
        return False
    along = ((x - eye_x) * away_x + (y - eye_y) * away_y) / length
    aside = abs((x - eye_x) * away_y - (y - eye_y) * away_x) / length
    return aside < SHOULDERS and -SHOULDERS < along < length - SHOULDERS


def between(words: "deque[Word]", moment: float) -> tuple[float, float, float, str]:
    """Where one was at a moment: on the way between the words around it; before the first, at the first."""
    after = next((index for index, word in enumerate(words) if word.at > moment), len(words))
    if after == 0:
        return words[0][1:5]
    if after == len(words):
        return words[-1].later(moment)[1:5]
    first, second = words[after - 1], words[after]
    share = (moment - first.at) / (second.at - first.at)
    turn = (second.heading - first.heading + 180) % 360 - 180
    return (
        first.x + (second.x - first.x) * share,
        first.y + (second.y - first.y) * share,
        first.heading + turn * share,
        second.gesture,
    )
