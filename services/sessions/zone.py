"""Zones: live copies of a place, and who is in them. Each one hears of their nearest; standing still costs nothing."""

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from services.sessions import older
from services.sessions.copy import SPARE, Copy
from services.sessions.crowd import EVERY, ROUND, SEEN, Crowd
from services.sessions.elbow import PERSONAL, SLACK, aside
from services.sessions.ground import City, Ground
from services.sessions.judge import FAULTS
from services.sessions.line import framed, header
from services.sessions.nearest import Indices
from services.sessions.said import Minutes
from services.sessions.seats import Seats
from services.sessions.walker import Walker
from services.sessions.witness import Witness
from worlds.protocol import PROTOCOL
from worlds.sessions import wire
from worlds.sessions.moves import GESTURES, HEAD, KIND, RECORD, Packed
from worlds.sessions.wire import Left, Met, Move, Person, Refused, Told, encoder

WITHIN = 4
"""Moves of one client that a tick looks at; of more, the newest."""
STOOD = np.dtype([("visit", "i8"), ("x", "f8"), ("y", "f8"), ("heading", "f8")])
SITS = GESTURES.index("sit")
AWAKE = 2 * ROUND
"""Ticks for which a zone looks round after the last change: everyone's nearest are sought again, every ring told."""

Place = tuple[float, float, float]


class Zone(Copy):
    """One live copy of a place, owned by this node while its lease lasts."""

    def __init__(self, city: City, slug: str, name: str, capacity: int, clock: Callable[[], float]) -> None:
        super().__init__(slug, name, capacity)
        self._city = city
        self.people: dict[int, Walker] = {}
        """By row."""
        self.minutes = Minutes()
        self.witness = Witness(slug)
        self.fence = 0
        self.until = math.inf
        """When the lease ends unless it is renewed, by the system's monotonic clock."""
        self._crowd = Crowd(capacity + SPARE)
        self._clock = clock
        self._inbox: dict[int, list[Move]] = {}
        self._tick = 0
        self._awake = 0
        self._joined = False
        self.seats = Seats()
        self._older: set[int] = set()
        """Rows of those whose client is a protocol behind."""
        self.empty_since = clock()
        self.unknown = False
        """Somebody came whom the next owner would not know yet."""

    @property
    def ground(self) -> Ground:
        """The place as it is now."""
        return self._city[self.slug]

    @property
    def room(self) -> int:
        """How many more may come."""
        return self.capacity - len(self.people)

    @property
    def present(self) -> int:
        """How many are on a line."""
        return sum(walker.lost is None for walker in self.people.values())

    def enter(self, walker: Walker, x: float, y: float, heading: float, seat: str = "") -> None:
        """Someone arrives, on a seat if they are to sit, and hears who is near."""
        if seat:
            self.seats.take(walker, seat, sits := self.ground.seats()[seat])
            x, y, heading = sits.x, sits.y, sits.facing
        walker.row = self._crowd.add(walker.number, x, y, heading, self._clock())
        self._crowd.people["gesture"][walker.row] = SITS if seat else 0
        walker.zone = self
        self.people[walker.row] = walker
        self._joined = self.unknown = True
        self.greet(walker)

    def greet(self, walker: Walker) -> None:
        """Someone is on a new line: they hear who is near, as if nothing had been told before."""
        walker.gone, walker.lost = set(), None
        (self._older.add if walker.protocol < PROTOCOL else self._older.discard)(walker.row)
        self._crowd.look(np.array([walker.row]), self._clock())
        near = [int(row) for row in self._crowd.seen[walker.row] if row >= 0]
        self._crowd.known[walker.row] = False
        self._crowd.known[walker.row, [walker.row, *near]] = True
        walker.line.tell(wire.Crowd(self.persons([walker.row, *near])))
        self._crowd.forget(np.array([walker.row]))
        self._awake = AWAKE

    def hold(self, walker: Walker) -> None:
        """Someone's line is lost: they stand there until they are back, or the hub lets them go."""
        self.judge()
        walker.lost = self._clock()
        self._crowd.stop(walker.row, walker.lost)
        if self.seats.of(walker) is not None:
            self._crowd.people["gesture"][walker.row] = SITS
        self._awake = AWAKE

    def snapshot(self) -> bytes:
        """Who stands where, for the zone's next owner: rows of STOOD."""
        rows = self._crowd.here()
        kept = np.zeros(len(rows), STOOD)
        kept["visit"] = [self.people[row].session for row in rows.tolist()]
        for name in ("x", "y", "heading"):
            kept[name] = self._crowd.people[name][rows]
        for index, row in enumerate(rows.tolist()):  # nobody knows there that they sat
            if (seat := self.seats.of(self.people[row])) is not None:
                kept["x"][index], kept["y"][index] = seat.before
        return kept.tobytes()

    def leave(self, walker: Walker) -> None:
        """Someone is gone: whoever knows them is told."""
        if walker.zone is not self:
            return
        del self.people[walker.row]
        self._inbox.pop(walker.row, None)
        self.seats.leave(walker)
        self._older.discard(walker.row)
        self.empty_since = self._clock()
        self.witness.part(self.empty_since, walker)
        walker.zone, walker.was = None, self
        knowing = [self.people[row] for row in self._crowd.remove(walker.row) if row in self.people]
        for one in self.people.values():  # the row is somebody else's soon
            one.gone.discard(walker.row)
        self.tell(Left(walker.number), knowing)
        self._awake = AWAKE

    def moved(self, walker: Walker, move: Move) -> None:
        """To be judged at the next tick. Whoever rises from a seat stands before it first."""
        if (seat := self.seats.risen(walker, move)) is not None:
            self._crowd.put(walker.row, *seat.before)
        elif self.seats.of(walker) is not None:
            return
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
        """Where they last said they were; before their seat, if they sit."""
        if (seat := self.seats.of(walker)) is not None:
            return *seat.before, seat.facing
        one = self._crowd.people[walker.row]
        return float(one["x"]), float(one["y"]), float(one["heading"])

    def persons(self, rows: list[int]) -> tuple[Person, ...]:
        """As others see them."""
        seen = self._crowd.seen_as(np.array(rows, np.int64), self._clock())
        who = (self.people[row] for row in rows)
        return tuple(
            Person(one.number, one.name, x, y, heading, GESTURES[gesture], one.look, vx, vy, one.minor)
            for one, (x, y, heading, gesture, vx, vy) in zip(who, seen, strict=True)
        )

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
            stood = self._crowd.stood(rows)
            faults = self._crowd.judge(self.ground, np.array(rows), moves, self._clock())
            for index in np.flatnonzero(faults):
                walker = self.people[rows[index]]
                x, y, _ = self.stood(walker)
                walker.line.tell(Refused(FAULTS[faults[index]], {}, x, y))
                self._inbox.pop(rows[index], None)  # what it said after that began where it is not
            self._make_room(np.array(rows)[np.hypot(*(self._crowd.stood(rows) - stood).T) > SLACK])

    def _make_room(self, rows: Indices) -> None:
        """Whoever of these came too near to somebody and stopped stands aside, and is told."""
        for row, at, seen, others in self._crowd.stopped(rows, self._clock()):
            known = self.people[row].knows([self.people[one] for one in seen])
            if row not in self._inbox and (spot := aside(self.ground, at, others, known)) is not None:
                self._crowd.put(row, *spot)
                self.people[row].line.tell(Refused("sessions.personal-distance", {}, *spot))

    def watch(self) -> None:
        """Has its witness see where everybody is."""
        rows, now = self._crowd.here(), self._clock()
        self.witness.see(now, self._crowd.people["number"][rows], self._crowd.now_at(rows, now))

    def tick(self) -> None:
        """Judge, look round, tell: one frame for each who is to hear of somebody."""
        self.judge()
        self._tick += 1
        if self._crowd.walking():
            self._awake = AWAKE
        if self.witness.due(self._clock()):
            self.watch()
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
        self._send(rows, records, due)

    def _send(self, rows: Indices, records: Packed, due: NDArray[np.bool_]) -> None:
        """One frame for each of these rows; names first, so that nobody moves who is not known."""
        whom, told, ends = self._crowd.told(self._tick, rows, records, due)
        news = self._news(rows, whom, ends)
        body, marks, late = told.tobytes(), ends.tolist(), []
        tick, numbers = self._tick & 0xFFFF, self._crowd.people["number"]
        heads = [header(HEAD.size + RECORD * n) + HEAD.pack(KIND, 0, tick) for n in range(SEEN + 1)]
        hearing = np.ones(len(rows), np.bool_) if tick % EVERY[-1] == 0 or self._older else np.diff(ends) > 0
        for index, row in zip(np.flatnonzero(hearing).tolist(), rows[hearing].tolist(), strict=True):
            walker = self.people[row]
            start, end = marks[index], marks[index + 1]
            if walker.line.full and not walker.line.is_free():
                late.append(row)
                continue
            if row in self._older:
                self._send_older(walker, news.pop(row, []), whom[start:end].tolist())
                continue
            if walker.gone:
                gone = [one for one in walker.gone.difference(whom[start:end].tolist()) if self._crowd.known[row, one]]
                walker.gone.clear()
                moves = HEAD.pack(KIND, len(gone), tick) + numbers[gone].tobytes() + body[start * RECORD : end * RECORD]
                frame = framed(moves) if gone or start < end else b""
            else:
                frame = heads[end - start] + body[start * RECORD : end * RECORD] if start < end else b""
            if row in news:
                frame = self._met(row, news.pop(row)) + frame
            if frame:
                walker.line.tell_moves(frame)
        if late:  # whoever takes nothing now is told of everyone when they do
            self._crowd.forget(np.array(late))

    def _news(self, rows: Indices, whom: Indices, ends: NDArray[np.int64]) -> dict[int, list[int]]:
        """Of whom each of these rows is told who does not know them yet."""
        hearer = np.repeat(rows, np.diff(ends))
        unknown = ~self._crowd.known[hearer, whom]
        news: dict[int, list[int]] = {}
        for row, one in zip(hearer[unknown].tolist(), whom[unknown].tolist(), strict=True):
            news.setdefault(row, []).append(one)
        return news

    def _met(self, row: int, new: list[int]) -> bytes:
        """Their names and looks, framed; from now on they are known."""
        self._crowd.known[row, new] = True
        return framed(encoder.encode(Met(tuple(self.people[one].face for one in new))))

    def _send_older(self, walker: Walker, new: list[int], due: list[int]) -> None:
        """The same to a client of the protocol before: whoever walks, each tick, as nobody walks on there unheard."""
        known = self._crowd.known[walker.row]
        for row in [row for row in walker.gone if known[row]]:
            known[row] = False
            walker.line.tell(Left(self.people[row].number))
        walker.gone.clear()
        known[new] = True
        for person in self.persons(new):
            walker.line.tell_frame(framed(older.entered(person)))
        seen = self._crowd.seen[walker.row]
        moving = {*due, *self._crowd.on_the_way(seen[seen >= 0], self._clock()).tolist()}
        if moving := {row for row in moving if known[row]}:
            walker.line.tell_moves(framed(older.moved(self.persons(sorted(moving)))))
