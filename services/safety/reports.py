"""Reports are taken on the live line, by the node that saw what they are about; what follows is told there, too."""

import contextlib
import time
from collections import OrderedDict
from datetime import datetime
from typing import NamedTuple

from aiohttp import web

from services.bus import Away, Bus
from services.faults import Refusal
from services.office import BUS, CALENDAR, STORE, Visitor, kept
from services.safety import friends, ladder, review, store
from services.safety.evidence import Seal, packed
from services.safety.review import Case, Measure
from services.safety.store import MACHINE, Whom
from services.sessions.hub import HUB, Hub
from services.sessions.walker import Walker
from services.store import Store
from worlds.safety import Standing
from worlds.sessions.wire import Befriend, Closed, Followed, Friend, Report, Reported

SAFETY: web.AppKey["Safety"] = web.AppKey("safety", object)  # type: ignore[arg-type]
CHANGED = "safety"
"""Topic of the bus: what moderators see has changed."""
MOST, SECONDS = 5, 600.0
"""So many reports of one visit in so many seconds."""
REMEMBERED = 20_000
"""Visits whose masked lines are kept in mind."""


class Arrival(NamedTuple):
    """What is known of somebody who comes in: for how many seconds they may not talk, what they have not been told yet,
    and who their friends are."""

    silent: float
    news: Standing
    friends: frozenset[str]


class Safety:
    """What the hub asks for, and what moderators decide, carried to whom it concerns."""

    def __init__(self, app: web.Application, seal: Seal) -> None:
        self.seal = seal
        self._app = app
        self._masked: OrderedDict[int, tuple[datetime, ...]] = OrderedDict()
        """When the lines of each visit were masked, on this node; nothing of what was in them."""

    async def take(self, walker: Walker, word: Report) -> None:
        """Keeps a report with its sealed evidence, and says so. Raises sessions.unknown-person, safety.too-many,
        store.away."""
        met = [
            (zone, zone.numbered(word.number) or zone.witness.parted(word.number))
            for zone in (walker.zone, walker.was)
            if zone is not None
        ]
        zone, target = next(((zone, one) for zone, one in met if one not in (None, walker)), (None, None))
        if zone is None or target is None:
            raise Refusal("sessions.unknown-person")
        with contextlib.suppress(Away):
            if wait := await self._bus.count(f"report:{walker.session}", MOST, SECONDS):
                raise Refusal("safety.too-many", 429, seconds=int(wait) + 1)
        zone.watch()
        receipt, evidence = store.new_receipt(), zone.witness.tells(time.monotonic(), walker, target, word.category)
        sealed = self.seal.close(packed(evidence), receipt)
        report = store.Report(receipt, walker.whom, target.whom, word.category, zone.slug, sealed)
        await self._store.transact(store.add_report, report, self._now())
        walker.line.tell(Reported(word.number, receipt))
        await self.changed()

    async def masked(self, walker: Walker) -> None:
        """A line of theirs was masked: what follows by itself, if anything does. Raises store.away."""
        late = self._late(walker.session, self._now())
        if len(late) < ladder.MASKED:
            return
        warned, limited = await self._store.look_up(store.last_steps, walker.whom)
        step = ladder.automatic(late, warned, limited, self._now())
        if step is not None:
            subject, now = walker.whom.subject, self._now()
            await self.follow(await self._store.transact(review.take_step, subject, step, "insult", MACHINE, now))

    async def on_arrival(self, visitor: Visitor) -> Arrival:
        """Somebody comes in. With no records within reach, nothing is held against anybody, and nobody is a friend.
        Raises safety.shut-out."""
        now, me = self._now(), Whom.of(visitor)
        try:
            limits, news = await self._store.look_up(store.on_arrival, me, now)
            known = await self._store.look_up(friends.of, me)
        except Refusal:
            return Arrival(0.0, Standing((), ()), frozenset())
        if limits.enter is not None:
            raise Refusal("safety.shut-out", 403)
        silent = (limits.talk - now).total_seconds() if limits.talk else 0.0
        return Arrival(silent, news, known)

    async def befriend(self, walker: Walker, wish: Befriend) -> None:
        """They know somebody here, or no longer; both are told. Raises sessions.unknown-person, store.away."""
        other = walker.zone.numbered(wish.number) if walker.zone is not None else None
        if other is None or other is walker or other.whom.subject == walker.whom.subject:
            raise Refusal("sessions.unknown-person")
        state = await self._store.transact(friends.wish, walker.whom, other.whom, wish.on)
        for one, them in ((walker, other), (other, walker)):
            known = {them.whom.subject}
            one.friends = one.friends | known if state == "friends" else one.friends - known
        walker.line.tell(Friend(other.number, state, mine=True))
        if state != "over" or wish.on:
            other.line.tell(Friend(walker.number, state))

    async def tell(self, walker: Walker, news: Standing) -> None:
        """Tells somebody who came in what they have not been told yet."""
        for filed in news.reports:
            walker.line.tell(Closed(filed.receipt, filed.outcome))
        for sanction in news.sanctions:
            walker.line.tell(Followed(sanction))
        if news.reports:
            with contextlib.suppress(Refusal):
                receipts = tuple(filed.receipt for filed in news.reports)
                await self._store.transact(store.mark_told, receipts)

    async def follow(self, measure: Measure) -> None:
        """Tells whom it concerns, if they are in the city, and holds them to it."""
        now = self._now()
        sanction = await self._store.look_up(store.sanction_of, measure.number, now)
        limits = await self._store.look_up(store.limits, (measure.subject,), now)
        silent = (limits.talk - now).total_seconds() if limits.talk else 0.0
        with contextlib.suppress(Away):
            out = limits.enter is not None
            await self._hub.herald.tell(measure.subject, Followed(sanction), silent, out)
        await self.changed()

    async def close(self, case: Case) -> None:
        """Tells who reported what came of it: at once if they are in the city, else when they come."""
        with contextlib.suppress(Away):
            await self._hub.herald.tell(case.reporter, Closed(case.receipt, case.outcome))
        await self.changed()

    async def changed(self) -> None:
        """Whoever looks at the staff's pages sees it."""
        with contextlib.suppress(Away):
            await self._bus.publish(CHANGED, b"")

    def _late(self, visit: int, moment: datetime) -> tuple[datetime, ...]:
        late = tuple(one for one in self._masked.pop(visit, ()) if moment - one <= ladder.WITHIN)
        self._masked[visit] = (*late, moment)
        while len(self._masked) > REMEMBERED:
            self._masked.popitem(last=False)
        return self._masked[visit]

    def _now(self) -> datetime:
        return self._app[CALENDAR]()

    @property
    def _store(self) -> Store:
        return kept(self._app, STORE)

    @property
    def _bus(self) -> Bus:
        return kept(self._app, BUS)

    @property
    def _hub(self) -> Hub:
        return kept(self._app, HUB)
