"""Reports are taken on the live line, by the node that saw what they are about; what follows is told there, too."""

import contextlib
import time
from collections import OrderedDict
from datetime import datetime

from aiohttp import web

from services.bus import Away, Bus
from services.faults import Refusal
from services.office import BUS, CALENDAR, STORE, Visitor, kept
from services.safety import ladder, review, store
from services.safety.evidence import Seal, packed
from services.safety.review import Case, Measure
from services.safety.store import MACHINE, Whom
from services.sessions.hub import HUB, Hub
from services.sessions.walker import Walker
from services.store import Store
from worlds.safety import Standing
from worlds.sessions.wire import Closed, Followed, Report, Reported

SAFETY: web.AppKey["Safety"] = web.AppKey("safety", object)  # type: ignore[arg-type]
CHANGED = "safety"
"""Topic of the bus: what moderators see has changed."""
MOST, SECONDS = 5, 600.0
"""So many reports of one visit in so many seconds."""
REMEMBERED = 20_000
"""Visits whose masked lines are kept in mind."""


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

    async def on_arrival(self, visitor: Visitor) -> tuple[float, Standing]:
        """Somebody comes in: for how many seconds they may not talk, and what they have not been told yet. With no
        records within reach, nothing is held against anybody. Raises safety.shut-out."""
        now = self._now()
        try:
            limits, news = await self._store.look_up(store.on_arrival, whom(visitor), now)
        except Refusal:
            return 0.0, Standing((), ())
        if limits.enter is not None:
            raise Refusal("safety.shut-out", 403)
        return (limits.talk - now).total_seconds() if limits.talk else 0.0, news

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


def whom(visitor: Visitor) -> Whom:
    """Who somebody is to the moderators."""
    return Whom(visitor.session, visitor.identity.citizen if visitor.identity else "")
