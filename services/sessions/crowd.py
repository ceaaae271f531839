"""Everyone in a zone as arrays: where they are by now, and what those who see them believe.

A row belongs to one person for as long as they are in the zone. Positions are metres, headings degrees, times seconds.
"""

import numpy as np
from numpy.typing import NDArray

from services.sessions import judge
from services.sessions.ground import Ground
from services.sessions.nearest import Indices, leaves, nearest
from worlds.sessions.moves import AWAY, FAITH, GESTURES, HORIZON, SPEED, TURN, Packed, packed
from worlds.sessions.wire import RUNNING, TICK, Move

PLACE = [("x", "f8"), ("y", "f8"), ("vx", "f8"), ("vy", "f8"), ("heading", "f8"), ("gesture", "u1"), ("at", "f8")]
PERSON = np.dtype([("number", "u2"), ("here", "?"), ("reach", "f8"), ("spent", "f8"), *PLACE])
BELIEF = np.dtype(PLACE)
"""What was told last."""

Seen = tuple[float, float, float, int, float, float]
"""x, y, heading, gesture (its place in GESTURES), vx, vy."""

SEEN = 48
"""People one sees; the nearest."""
RINGS = 20, 34, SEEN
"""The 20 nearest (so that the 16 nearest are among them between two looks round), 14 behind them, the others."""
EVERY = 1, 2, 4
"""Ticks between two looks at whether a ring must be told: the same ticks for all, so that what is told to several rings
is one frame."""
ASTRAY = 0.10, 0.20, 0.40
"""Metres by which a ring may believe wrongly."""
TURNED = 10.0, 20.0, 40.0
"""Degrees of the same."""
ROUND = 5
"""Ticks in which everyone's nearest are sought once."""


class Crowd:
    """At most `capacity` people of one zone."""

    def __init__(self, capacity: int) -> None:
        self.people = np.zeros(capacity, PERSON)
        self.seen = np.full((capacity, SEEN), -1, np.int64)
        """Rows of those each one sees, nearest first; -1: nobody."""
        self.fresh = np.zeros((capacity, SEEN), np.bool_)
        """They are to be told whatever was believed."""
        self._beliefs = np.zeros((len(RINGS), capacity), BELIEF)
        self._turns: list[Indices] = []
        self._free = list(range(capacity - 1, -1, -1))
        self._ring = np.searchsorted(RINGS, np.arange(SEEN), side="right")

    def add(self, number: int, x: float, y: float, heading: float, now: float) -> int:
        """Someone stands there; their row."""
        row = self._free.pop()
        self.people[row] = (number, True, judge.AHEAD, now, x, y, 0.0, 0.0, heading, 0, now)
        self._beliefs[:, row] = (x, y, 0.0, 0.0, heading, 0, now)
        self.seen[row], self.fresh[row] = -1, False
        return row

    def remove(self, row: int) -> None:
        """They are gone, out of everyone's sight too."""
        self.people["here"][row] = False
        self.seen[self.seen == row] = -1
        self._free.append(row)

    def stop(self, row: int, now: float) -> None:
        """They stand where they were last said to be going."""
        one = self.people[row]
        one["x"], one["y"] = self.now_at(np.array([row]), now)[0]
        one["vx"], one["vy"], one["gesture"], one["at"] = 0.0, 0.0, 0, now

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
        found = nearest(self.now_at(here, now), index[rows], SEEN)
        new = np.where(found >= 0, here[found], -1)
        old, untold = self.seen[rows], self.fresh[rows]
        # by column: 0 not seen till now, else the ring they were seen in, from 1
        had = np.zeros((len(rows), len(self.people) + 1), np.uint8)
        lines = np.arange(len(rows))[:, None]
        had[lines, old] = np.where(untold, len(RINGS) + 1, self._ring + 1)
        had[:, -1] = 1
        self.fresh[rows] = (had[lines, new] == 0) | (had[lines, new] > self._ring + 1)
        self.seen[rows] = new
        had[lines, new] = 0
        had[:, -1] = 0
        gone_line, gone_row = np.nonzero(had)
        return [(int(rows[line]), gone_row[gone_line == line]) for line in np.unique(gone_line)]

    def due(self, tick: int, now: float) -> tuple[Packed, NDArray[np.bool_]]:
        """Everyone packed (capacity, 12), and who must be told to which ring (rings, capacity) so that none believes
        wrongly; from now on the rings believe it."""
        rows = self.here()
        people = self.people[rows]
        at = _walked_on(people, now)
        on = now - people["at"] < HORIZON
        vx, vy = (np.rint(people[name] * on / SPEED) * SPEED for name in ("vx", "vy"))
        records = np.zeros((len(self.people), 12), np.uint8)
        records[rows] = packed(people["number"], at[:, 0], at[:, 1], vx, vy, people["heading"], people["gesture"])
        due = np.zeros((len(RINGS), len(self.people)), np.bool_)
        for ring, (every, astray, turned) in enumerate(zip(EVERY, ASTRAY, TURNED, strict=True)):
            believed = self._beliefs[ring, rows]
            if tick % every:
                continue
            wrong = ((_walked_on(believed, now, FAITH) - at) ** 2).sum(1) > astray**2
            wrong |= believed["gesture"] != people["gesture"]
            wrong |= np.abs((believed["heading"] - people["heading"] + 180) % 360 - 180) > turned
            wrong |= ((vx == 0) & (vy == 0)) != ((believed["vx"] == 0) & (believed["vy"] == 0))
            told = rows[wrong]
            due[ring, told] = True
            belief = people[wrong]
            self._beliefs[ring, told] = np.rec.fromarrays(
                [np.round(at[wrong, 0], 2), np.round(at[wrong, 1], 2), vx[wrong], vy[wrong],
                 np.rint(belief["heading"] / TURN) * TURN, belief["gesture"], np.full(len(told), now)], dtype=BELIEF
            )  # fmt: skip
        return records, due

    def told(self, rows: Indices, due: NDArray[np.bool_]) -> tuple[Indices, NDArray[np.int64]]:
        """Whom each of these rows is told of now: their rows one after another, and where each one's end (n + 1,)."""
        seen = self.seen[rows]
        now = self.fresh[rows]
        for ring in range(len(RINGS)):
            columns = self._ring == ring
            now[:, columns] |= due[ring][seen[:, columns]]
        now &= seen >= 0
        self.fresh[rows] = False
        return seen[now], np.concatenate(([0], np.cumsum(now.sum(1))))

    def away(self, records: Packed) -> Packed:
        """The same people as out of sight (capacity, 12)."""
        gone = records.copy()
        gone[:, 8:10], gone[:, 11] = 0, AWAY
        return gone


def _walked_on(places: NDArray[np.void], now: float, most: float = HORIZON) -> NDArray[np.float64]:
    """Where one is who walks on for so many seconds at most (n, 2)."""
    seconds = np.minimum(now - places["at"], most)
    return np.stack((places["x"] + places["vx"] * seconds, places["y"] + places["vy"] * seconds), 1)
