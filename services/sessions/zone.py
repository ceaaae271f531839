"""Zones: live copies of a place, and who is in them. Each one hears of their nearest; standing still costs nothing."""

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from services.sessions import older
from services.sessions.crowd import ROUND, Crowd, Seen
from services.sessions.ground import City, Ground
from services.sessions.judge import FAULTS
from services.sessions.line import framed
from services.sessions.nearest import Indices
from services.sessions.said import Minutes
from services.sessions.walker import Walker
from worlds.protocol import PROTOCOL
from worlds.sessions import wire
from worlds.sessions.moves import GESTURES, HEAD, KIND, RECORD, Packed
from worlds.sessions.wire import Entered, Left, Move, Person, Refused, Told, encoder

PERSONAL = 1.2
"""Metres strangers keep (E. T. Hall, The Hidden Dimension, 1966): so far from anybody one arrives, where there is room.
Nobody is held back on the way: a crowd or a doorway would hold them for ever."""
WITHIN = 4
"""Moves of one client that a tick looks at; of more, the newest."""
SPARE = 10
"""Places beyond a copy's capacity, for those who come to a friend or come back."""
STOOD = np.dtype([("visit", "i8"), ("x", "f8"), ("y", "f8"), ("heading", "f8")])
AWAKE = 2 * ROUND
"""Ticks for which a zone looks round after the last change: everyone's nearest are sought again, every ring told."""

Place = tuple[float, float, float]


class Zone:
    """One live copy of a place, owned by this node while its lease lasts."""

    def __init__(self, city: City, slug: str, name: str, capacity: int, clock: Callable[[], float]) -> None:
        self._city, self._slug, self.name, self.capacity = city, slug, name, capacity
        self.people: dict[int, Walker] = {}
        """By row."""
        self.minutes = Minutes()
        self.fence = 0
        self.until = math.inf
        """When the lease ends unless it is renewed, by the system's monotonic clock."""
        self._crowd = Crowd(capacity + SPARE)
        self._clock = clock
        self._inbox: dict[int, list[Move]] = {}
        self._tick = 0
        self._awake = 0
        self._joined = False
        self._faces: dict[int, bytes] = {}
        """By row, of this tick: who they are and where, as it is told to whoever sees them for the first time."""
        self._whereabouts: dict[int, Seen] = {}
        self._older: set[int] = set()
        """Rows of those whose client is a protocol behind."""
        self.empty_since = clock()
        self.unknown = False
        """Somebody came whom the next owner would not know yet."""

    @property
    def ground(self) -> Ground:
        """The place as it is now."""
        return self._city[self._slug]

    @property
    def slug(self) -> str:
        """The place it is a copy of."""
        return self._slug

    @property
    def room(self) -> int:
        """How many more may come; SPARE more, if it is a friend they come to."""
        return self.capacity - len(self.people)

    @property
    def present(self) -> int:
        """How many are on a line."""
        return sum(walker.lost is None for walker in self.people.values())

    def enter(self, walker: Walker, x: float, y: float, heading: float) -> None:
        """Someone arrives, and hears who is near."""
        walker.row = self._crowd.add(walker.number, x, y, heading, self._clock())
        walker.zone = self
        self.people[walker.row] = walker
        self._joined = self.unknown = True
        self.greet(walker)

    def greet(self, walker: Walker) -> None:
        """Someone is on a new line: they hear who is near, as if nothing had been told before."""
        walker.known, walker.gone, walker.lost = {walker.row}, set(), None
        (self._older.add if walker.protocol < PROTOCOL else self._older.discard)(walker.row)
        self._crowd.look(np.array([walker.row]), self._clock())
        near = [int(row) for row in self._crowd.seen[walker.row] if row >= 0]
        walker.known |= set(near)
        walker.line.tell(wire.Crowd(tuple(self.person(self.people[row]) for row in (walker.row, *near))))
        self._crowd.fresh[walker.row] = False
        self._awake = AWAKE

    def hold(self, walker: Walker) -> None:
        """Someone's line is lost: they stand there until they are back, or the hub lets them go."""
        self.judge()
        walker.lost = self._clock()
        self._crowd.stop(walker.row, walker.lost)
        self._awake = AWAKE

    def snapshot(self) -> bytes:
        """Who stands where, for the zone's next owner: rows of STOOD."""
        rows = self._crowd.here()
        kept = np.zeros(len(rows), STOOD)
        kept["visit"] = [self.people[row].session for row in rows.tolist()]
        for name in ("x", "y", "heading"):
            kept[name] = self._crowd.people[name][rows]
        return kept.tobytes()

    def leave(self, walker: Walker) -> None:
        """Someone is gone: whoever knows them is told."""
        if walker.zone is not self:
            return
        del self.people[walker.row]
        self._inbox.pop(walker.row, None)
        self._crowd.remove(walker.row)
        self._older.discard(walker.row)
        self.empty_since = self._clock()
        walker.zone = None
        knowing = [one for one in self.people.values() if walker.row in one.known]
        for one in knowing:
            one.known.discard(walker.row)
            one.gone.discard(walker.row)
        self.tell(Left(walker.number), knowing)
        self._awake = AWAKE

    def moved(self, walker: Walker, move: Move) -> None:
        """To be judged at the next tick."""
        moves = self._inbox.setdefault(walker.row, [])
        if len(moves) >= WITHIN:
            moves.pop()
        moves.append(move)

    def tell(self, event: Told, among: Iterable[Walker]) -> None:
        """One word to some, encoded once."""
        frame = framed(encoder.encode(event))
        for walker in among:
            walker.line.tell_frame(frame)

    def near(self, x: float, y: float, metres: float) -> list[Walker]:
        """Who stands so near a point."""
        rows = self._crowd.here()
        away = ((self._crowd.now_at(rows, self._clock()) - (x, y)) ** 2).sum(1)
        return [self.people[row] for row in rows[away <= metres**2].tolist()]

    def numbered(self, number: int) -> Walker | None:
        """Who has this number, if they are here."""
        return next((walker for walker in self.people.values() if walker.number == number), None)

    def at(self, walker: Walker) -> Place:
        """Where they are by now."""
        x, y = self._crowd.now_at(np.array([walker.row]), self._clock())[0]
        return float(x), float(y), float(self._crowd.people["heading"][walker.row])

    def stood(self, walker: Walker) -> Place:
        """Where they last said they were."""
        one = self._crowd.people[walker.row]
        return float(one["x"]), float(one["y"]), float(one["heading"])

    def person(self, walker: Walker) -> Person:
        """As others see them."""
        [seen] = self._crowd.seen_as(np.array([walker.row]), self._clock())
        return Person(walker.number, walker.name, *seen[:3], GESTURES[seen[3]], walker.look, *seen[4:])

    def taken(self, x: float, y: float) -> bool:
        """Someone stands within personal distance."""
        people = self._crowd.people
        return bool((people["here"] & ((people["x"] - x) ** 2 + (people["y"] - y) ** 2 < PERSONAL**2)).any())

    def judge(self) -> None:
        """Do the moves that came, in the order of each one's; whoever asked for the impossible is told to stand."""
        while self._inbox:
            self._awake = AWAKE
            rows, moves = list(self._inbox), [waiting.pop(0) for waiting in self._inbox.values()]
            self._inbox = {row: waiting for row, waiting in self._inbox.items() if waiting}
            faults = self._crowd.judge(self.ground, np.array(rows), moves, self._clock())
            for index in np.flatnonzero(faults):
                walker = self.people[rows[index]]
                x, y, _ = self.stood(walker)
                walker.line.tell(Refused(FAULTS[faults[index]], {}, x, y))
                self._inbox.pop(rows[index], None)  # what it said after that began where it is not

    def tick(self) -> None:
        """Judge, look round, tell: one frame for each who is to hear of somebody."""
        self.judge()
        self._tick += 1
        if self._crowd.walking():
            self._awake = AWAKE
        if not self._awake:
            return
        self._awake -= 1
        now, rows = self._clock(), self._crowd.here()
        turn = self._crowd.turn(self._tick, now)
        if self._joined:  # who has eyes left for somebody sees a newcomer at once
            turn = np.union1d(turn, rows[self._crowd.seen[rows, -1] < 0])
            self._joined = False
        for row, gone in self._crowd.look(turn, now):
            self.people[row].gone.update(gone.tolist())
        records, due = self._crowd.due(self._tick, now)
        free = np.fromiter((self.people[row].line.is_free() for row in rows.tolist()), np.bool_, len(rows))
        self._crowd.fresh[rows[~free]] = True  # whoever takes nothing now is told of everyone when they do
        self._send(rows[free], records, due)

    def _send(self, rows: Indices, records: Packed, due: NDArray[np.bool_]) -> None:
        """One frame for each of these rows; names first, so that nobody moves who is not known."""
        whom, ends = self._crowd.told(rows, due)
        body, cuts, names = records[whom].tobytes(), (ends * RECORD).tolist(), whom.tolist()
        head = HEAD.pack(KIND, 0, self._tick & 0xFFFF)
        away = self._crowd.away(records)
        self._faces.clear()
        self._whereabouts.clear()
        marks = ends.tolist()
        for index, row in enumerate(rows.tolist()):
            walker = self.people[row]
            moves = body[cuts[index] : cuts[index + 1]]
            if row in self._older:
                self._send_older(walker, names[marks[index] : marks[index + 1]])
                continue
            if moves:
                seen = names[marks[index] : marks[index + 1]]
                if not walker.known.issuperset(seen):
                    moves = records[[row for row in seen if row in walker.known]].tobytes()
                    self._introduce(walker, seen)
                if walker.gone:
                    walker.gone.difference_update(seen)
            if walker.gone:
                moves += away[sorted(walker.gone & walker.known)].tobytes()
                walker.gone.clear()
            if moves:
                walker.line.tell_moves(head + moves)

    def _send_older(self, walker: Walker, due: list[int]) -> None:
        """The same to a client of the protocol before: whoever walks, each tick, as nobody walks on there unheard."""
        for row in walker.gone & walker.known:
            walker.line.tell(Left(self.people[row].number))
        walker.known -= walker.gone
        walker.gone.clear()
        self._introduce(walker, due)
        seen = self._crowd.seen[walker.row]
        moving = {*due, *self._crowd.on_the_way(seen[seen >= 0], self._clock()).tolist()} & walker.known
        if moving:
            walker.line.tell_moves(older.moved([self.person(self.people[row]) for row in sorted(moving)]))

    def _introduce(self, walker: Walker, rows: Iterable[int]) -> None:
        """Names and looks of those among them who are not known yet, and where they are."""
        for row in rows:
            if row not in walker.known:
                walker.known.add(row)
                walker.line.tell_frame(self._faces.get(row) or self._face(row))

    def _face(self, row: int) -> bytes:
        """Who somebody is and where, as it is told in this tick to all who see them for the first time."""
        if not self._whereabouts:
            rows = self._crowd.here()
            seen = self._crowd.seen_as(rows, self._clock())
            self._whereabouts = dict(zip(rows.tolist(), seen, strict=True))
        x, y, heading, gesture, vx, vy = self._whereabouts[row]
        walker = self.people[row]
        person = Person(walker.number, walker.name, x, y, heading, GESTURES[gesture], walker.look, vx, vy)
        self._faces[row] = frame = framed(encoder.encode(Entered(person)))
        return frame
