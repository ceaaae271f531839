"""Everyone in a zone as arrays: where they are by now, and what those who see them believe.

A row belongs to one person for as long as they are in the zone. Positions are metres, headings degrees, times seconds.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from services.sessions import judge
from services.sessions.ground import Ground
from services.sessions.nearest import Indices, Points, leaves, nearest
from worlds.sessions.moves import FAITH, GESTURES, HORIZON, RECORD, SPEED, TURN, Packed, packed
from worlds.sessions.wire import RUNNING, TICK, Move

PLACE = [("x", "f8"), ("y", "f8"), ("vx", "f8"), ("vy", "f8"), ("heading", "f8"), ("gesture", "u1"), ("at", "f8")]
PERSON = np.dtype([("number", "u2"), ("here", "?"), ("reach", "f8"), ("spent", "f8"), *PLACE])
COLUMNS = "x", "y", "vx", "vy", "heading", "gesture", "at"
X, Y, VX, VY, HEADING, GESTURE, AT = range(len(COLUMNS))
Beliefs = NDArray[np.float64]
"""What was told last of n people: (7, n), for each ring (rings, 7, n)."""

Seen = tuple[float, float, float, int, float, float]
"""x, y, heading, gesture (its place in GESTURES), vx, vy."""

SEEN = 48
"""People one sees; the nearest."""
RINGS = 24, 36, SEEN
"""The 24 nearest (so that the 16 nearest are among them between two looks round), 12 behind them, the others."""
EVERY = 1, 4, 8
"""Ticks between two looks at whether a ring must be told: the same ticks for all, so that what is told to several rings
is one frame."""
ASTRAY = 0.10, 0.20, 0.40
"""Metres by which a ring may believe wrongly."""
TURNED = 10.0, 20.0, 40.0
"""Degrees of the same."""
NOTHING = len(RINGS)
"""In place of a ring: one was never told of them, or it did not arrive."""
ROUND = 6
"""Ticks in which everyone's nearest are sought once."""
SAME = 0.5
"""Share of what a ring may be astray by which another one's belief may differ from its own and still do."""


class Crowd:
    """At most `capacity` people of one zone."""

    def __init__(self, capacity: int) -> None:
        self.people = np.zeros(capacity, PERSON)
        self.seen = np.full((capacity, SEEN), -1, np.int64)
        """Rows of those each one sees, nearest first; -1: nobody."""
        self._held = np.full((capacity, SEEN), NOTHING, np.uint8)
        """The ring as which each one was told of those: what it believes of them."""
        self.known = np.zeros((capacity, capacity), np.bool_)
        """Whose name and look each one has been told."""
        self._beliefs = np.zeros((len(RINGS), len(COLUMNS), capacity))
        self._turns: list[Indices] = []
        self._free = list(range(capacity - 1, -1, -1))
        self._ring = np.searchsorted(RINGS, np.arange(SEEN), side="right")

    def add(self, number: int, x: float, y: float, heading: float, now: float) -> int:
        """Someone stands there; their row."""
        row = self._free.pop()
        self.people[row] = (number, True, judge.AHEAD, now, x, y, 0.0, 0.0, heading, 0, now)
        self._beliefs[:, :, row] = (x, y, 0.0, 0.0, heading, 0, now)
        self.seen[row] = -1
        return row

    def forget(self, rows: Indices) -> None:
        """These are told of everyone anew."""
        self._held[rows] = NOTHING

    def remove(self, row: int) -> list[int]:
        """They are gone, out of everyone's sight too; the rows of those who knew them."""
        self.people["here"][row] = False
        self.seen[self.seen == row] = -1
        self._free.append(row)
        knew: list[int] = np.flatnonzero(self.known[:, row]).tolist()
        self.known[:, row] = self.known[row] = False
        return knew

    def stop(self, row: int, now: float) -> None:
        """They stand where they were last said to be going."""
        one = self.people[row]
        one["x"], one["y"] = self.now_at(np.array([row]), now)[0]
        one["vx"], one["vy"], one["gesture"], one["at"] = 0.0, 0.0, 0, now

    def stopped(self, rows: Indices, now: float) -> Iterator[tuple[int, Points, list[int], Points]]:
        """Those of these rows who stand: row, where (2,), the rows whom they see, and where those are (n, 2)."""
        for row in rows[(self.people["vx"][rows] == 0) & (self.people["vy"][rows] == 0)].tolist():
            seen = self.seen[row][self.seen[row] >= 0]
            yield row, self.stood([row])[0], seen.tolist(), self.now_at(seen, now)

    def stood(self, rows: list[int]) -> Points:
        """Where these last said they were (n, 2)."""
        return np.stack((self.people["x"][rows], self.people["y"][rows]), 1)

    def put(self, row: int, x: float, y: float) -> None:
        """They stand there now."""
        self.people["x"][row], self.people["y"][row] = x, y

    def on_the_way(self, rows: Indices, now: float) -> Indices:
        """Those of these rows who walk on by themselves."""
        people = self.people[rows]
        on: NDArray[np.bool_] = (people["vx"] != 0) | (people["vy"] != 0)
        return rows[on & (now - people["at"] < HORIZON + 1 / TICK)]

    def here(self) -> Indices:
        """Rows that are someone's."""
        return np.flatnonzero(self.people["here"])

    def walking(self) -> bool:
        """Someone is on the way."""
        people = self.people
        return bool((people["here"] & ((people["vx"] != 0) | (people["vy"] != 0))).any())

    def now_at(self, rows: Indices, now: float) -> NDArray[np.float64]:
        """Where they are by now (n, 2): as they said, and walked on."""
        return _walked_on(self.people[rows], now)

    def seen_as(self, rows: Indices, now: float) -> list[Seen]:
        """Each of these rows as others see them."""
        people = self.people[rows]
        at = np.round(_walked_on(people, now), 2).tolist()
        rest = (people[name].tolist() for name in ("heading", "gesture", "vx", "vy"))
        return [(x, y, *others) for (x, y), *others in zip(at, *rest, strict=True)]

    def judge(self, ground: Ground, rows: Indices, moves: list[Move], now: float) -> NDArray[np.int64]:
        """One move for each row; those that are possible are done. The faults (judge.FAULTS)."""
        people = self.people[rows]
        told = np.array([(m.x, m.y, m.vx, m.vy, m.heading) for m in moves], np.float64).reshape(-1, 5)
        start, end = np.stack((people["x"], people["y"]), 1), np.round(told[:, :2], 2)
        reach = judge.grown(people["reach"], now - people["spent"])
        faults = judge.faults(ground, start, end, told[:, 4] + told[:, 2] + told[:, 3], reach)
        good = faults == 0
        done = people[good]
        done["reach"], done["spent"] = reach[good] - np.hypot(*(end - start)[good].T), now
        done["x"], done["y"] = end[good].T
        # nobody is believed to walk on faster than they can run, however their velocity is composed
        speed = np.hypot(told[good, 2], told[good, 3])
        slower = np.minimum(1.0, RUNNING / np.maximum(speed, RUNNING))
        done["vx"], done["vy"] = told[good, 2] * slower, told[good, 3] * slower
        done["heading"], done["at"] = np.round(told[good, 4], 1) % 360.0, now
        done["gesture"] = [GESTURES.index(move.gesture) for move, ok in zip(moves, good, strict=True) if ok]
        self.people[rows[good]] = done
        return faults

    def turn(self, tick: int, now: float) -> Indices:
        """Whose nearest are sought in this tick: a part of the zone, another each tick; those who came since the round
        began are sought in the next."""
        if tick % ROUND == 0 or not self._turns:
            here = self.here()
            order = here[np.concatenate([*leaves(self.now_at(here, now)), np.zeros(0, np.int64)])]
            self._turns = np.array_split(order, ROUND)
        rows: Indices = self._turns[tick % ROUND]
        return np.asarray(rows[self.people["here"][rows]])

    def look(self, rows: Indices, now: float) -> list[tuple[int, Indices]]:
        """Seek the nearest of these rows anew; (row, rows it no longer sees) of those whose sight changed."""
        here = self.here()
        index = np.full(len(self.people), -1, np.int64)
        index[here] = np.arange(len(here))
        soon = now + ROUND / TICK / 2  # it holds until they are looked at again: as right then as now
        found = nearest(self.now_at(here, soon), index[rows], SEEN)
        new = np.where(found >= 0, here[found], -1)
        old = self.seen[rows]
        # by column: 0 not seen till now, else 1 more than what is held of them
        had = np.zeros((len(rows), len(self.people) + 1), np.uint8)
        lines = np.arange(len(rows))[:, None]
        had[lines, old] = self._held[rows] + 1
        had[:, -1] = 0
        kept = had[lines, new]
        self._held[rows] = np.where(kept, kept - 1, NOTHING)
        self.seen[rows] = new
        had[lines, new] = 0
        had[:, -1] = 0
        gone_line, gone_row = np.nonzero(had)
        lines, starts = np.unique(gone_line, return_index=True)
        return list(zip(rows[lines].tolist(), np.split(gone_row, starts[1:]), strict=False))

    def due(self, tick: int, now: float) -> tuple[Packed, NDArray[np.bool_]]:
        """What each ring believes from now on, packed (rings, capacity, 12), and who must be told so that none believes
        wrongly (rings + 1, rings, capacity): by the ring as which one was told of them, and the ring in which one sees
        them."""
        rows, capacity = self.here(), len(self.people)
        records = np.zeros((len(RINGS), capacity, RECORD), np.uint8)
        due = np.zeros((len(RINGS) + 1, len(RINGS), capacity), np.bool_)
        number, true = self.people["number"][rows], self._truth(rows, now)
        stands = (true[VX] == 0) & (true[VY] == 0)
        held = self._beliefs[:, :, rows]
        at = _walked(held, now)
        for ring in [ring for ring, every in enumerate(EVERY) if tick % every == 0]:
            belief, stood = held[ring].copy(), at[ring].copy()
            wrong = ((stood - true[:2]) ** 2).sum(0) > ASTRAY[ring] ** 2
            wrong |= belief[GESTURE] != true[GESTURE]
            wrong |= _turn(belief[HEADING], true[HEADING]) > TURNED[ring]
            wrong |= stands != ((belief[VX] == 0) & (belief[VY] == 0))
            belief[:, wrong], stood[:, wrong] = true[:, wrong], true[:2, wrong]
            self._beliefs[ring][:, rows] = belief
            records[ring, rows] = packed(
                number, stood[X], stood[Y], belief[VX], belief[VY], belief[HEADING], belief[GESTURE].astype(np.uint8)
            )
            due[NOTHING, ring] = True
            for other in range(len(RINGS)):
                due[other, ring, rows] = wrong
                if other != ring:
                    due[other, ring, rows] |= _differ(held[other], at[other], belief, stood, ring)
        return records, due

    def _truth(self, rows: Indices, now: float) -> Beliefs:
        """Where these are by now, as it can be told (7, n)."""
        people = self.people[rows]
        true = np.stack([people[name].astype(np.float64) for name in COLUMNS])
        on = np.minimum(now - people["at"], HORIZON)
        true[:2] = np.round(true[:2] + true[VX : VY + 1] * on, 2)
        true[VX : VY + 1] = np.rint(true[VX : VY + 1] * (on < HORIZON) / SPEED) * SPEED
        true[HEADING] = np.rint(true[HEADING] / TURN) * TURN
        true[AT] = now
        return true

    def told(
        self, tick: int, rows: Indices, records: Packed, due: NDArray[np.bool_]
    ) -> tuple[Indices, Packed, NDArray[np.int64]]:
        """Whom each of these rows is told of now: their rows one after another, what is told of them (m, 12), and where
        each one's end (n + 1,). Those who came in sight wait for their ring's tick too, and are told of as their ring
        believes them: so it is known what is held of them."""
        seen, held = self.seen[rows], self._held[rows]
        capacity, each = len(self.people), np.arange(len(RINGS))
        now = due.reshape(-1).take((held * np.int64(len(RINGS)) + self._ring) * capacity + seen)
        now &= seen >= 0
        mine = tick % np.array(EVERY)[self._ring] == 0
        if not mine.all():  # whose turn comes later holds nothing, if the ring as which they were told was told now
            told = due[each, each].reshape(-1).take(np.minimum(held, NOTHING - 1) * np.int64(capacity) + seen)
            held[told & ~mine] = NOTHING
        self._held[rows] = np.where(mine, self._ring, held)
        whom, ring = seen[now], np.broadcast_to(self._ring, seen.shape)[now]
        return whom, records[ring, whom], np.concatenate(([0], np.cumsum(now.sum(1))))


def _walked_on(places: NDArray[np.void], now: float, most: float = HORIZON) -> NDArray[np.float64]:
    """Where one is who walks on for so many seconds at most (n, 2)."""
    seconds = np.minimum(now - places["at"], most)
    return np.stack((places["x"] + places["vx"] * seconds, places["y"] + places["vy"] * seconds), 1)


def _walked(beliefs: Beliefs, now: float) -> NDArray[np.float64]:
    """Where they are believed to be by now (rings, 2, n)."""
    seconds = np.minimum(now - beliefs[:, AT], FAITH)
    return np.asarray(beliefs[:, :2] + beliefs[:, VX : VY + 1] * seconds[:, None])


def _turn(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Degrees between two headings."""
    return np.abs((one - other + 180) % 360 - 180)


def _differ(
    held: Beliefs, held_at: NDArray[np.float64], belief: Beliefs, at: NDArray[np.float64], ring: int
) -> NDArray[np.bool_]:
    """Of whom what is held will not do where this is what the ring believes."""
    differ = ((held_at - at) ** 2).sum(0) > (SAME * ASTRAY[ring]) ** 2
    for column in (VX, VY, GESTURE):
        differ |= held[column] != belief[column]
    differ |= _turn(held[HEADING], belief[HEADING]) > SAME * TURNED[ring]
    walks = (belief[VX] != 0) | (belief[VY] != 0)
    differ |= walks & (belief[AT] - held[AT] > EVERY[-1] / TICK)
    return np.asarray(differ)
