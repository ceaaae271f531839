"""Rows of reports and of what followed; who is meant stands there as the city's own pseudonym, or a visit's number.

What people are told of them; what moderators decide is in review.py.
"""

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple, cast

from sqlmodel import Field, Session, SQLModel, col, func, or_, select

from services.clock import SEOUL
from services.faults import Refusal
from services.office import Visitor
from services.safety import ladder
from services.store import SECONDS
from worlds.safety import Appeal, Category, Filed, Outcome, Sanction, Standing, State, Step

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of a receipt: none that is taken for another when read aloud or written down."""
EVIDENCE = timedelta(days=90)
"""After a report is closed, and its appeal over, what was sealed is deleted."""
MACHINE = "machine"


class ReportRow(SQLModel, table=True):
    __tablename__ = "safety_report"
    receipt: str = Field(primary_key=True)
    at: int = Field(sa_type=SECONDS)
    category: str
    place: str
    reporter: str = Field(index=True)
    target: str
    outcome: str = Field(default="open", index=True)
    closed: int | None = Field(default=None, sa_type=SECONDS)
    by: str = ""
    """Which moderator decided."""
    told: bool = False
    """The reporter has heard the outcome."""
    evidence: bytes | None = None


class SanctionRow(SQLModel, table=True):
    __tablename__ = "safety_sanction"
    number: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    step: str
    category: str
    since: int = Field(sa_type=SECONDS)
    until: int | None = Field(default=None, sa_type=SECONDS)
    report: str | None = None
    by: str
    second: str = ""
    """Who agreed, where a second person must."""
    state: str = "holds"
    """proposed, holds or lifted; that its time is over, is seen from `until`."""
    seen: bool = False
    appeal: str = ""
    appealed: bytes | None = None
    """Their words, sealed for the moderators."""
    judge: str = ""
    """Who decided the appeal."""


class Whom(NamedTuple):
    """Somebody in a visit: by their pseudonym once they are known, and by the visit always."""

    visit: int
    began: int = 0
    citizen: str = ""

    @staticmethod
    def of(visitor: Visitor) -> "Whom":
        return Whom(visitor.session, visitor.began, visitor.identity.citizen if visitor.identity else "")

    @property
    def subject(self) -> str:
        return f"c:{self.citizen}" if self.citizen else self._unknown

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self._unknown, f"c:{self.citizen}") if self.citizen else (self._unknown,)

    @property
    def _unknown(self) -> str:
        return f"v:{self.visit}-{self.began}"


class Limits(NamedTuple):
    """What somebody may not do now, and until when; None: they may. An end in year 9999: until a person decides."""

    talk: datetime | None = None
    enter: datetime | None = None


OPEN_END = datetime(9999, 1, 1, tzinfo=SEOUL)
OPEN_SECONDS = int(OPEN_END.timestamp())


class Report(NamedTuple):
    """One that was just made. `sealed`: what the server saw."""

    receipt: str
    by: Whom
    of: Whom
    category: Category
    place: str
    sealed: bytes


def add_report(session: Session, new: Report, now: datetime) -> None:
    """A report that nobody has looked at yet. Evidence that is too old goes on the way."""
    forget_evidence(session, now)
    row = ReportRow(
        receipt=new.receipt,
        at=seconds_of(now),
        category=new.category,
        place=new.place,
        reporter=new.by.subject,
        target=new.of.subject,
        evidence=new.sealed,
    )
    session.add(row)
    session.flush()


def new_receipt() -> str:
    """By chance: from one nobody guesses another."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(2))


def standing(session: Session, me: Whom, now: datetime) -> Standing:
    """My reports, and what followed for me; the newest first."""
    reports = session.exec(
        select(ReportRow).where(col(ReportRow.reporter).in_(me.subjects)).order_by(col(ReportRow.at).desc())
    ).all()
    followed = session.exec(
        select(SanctionRow).where(col(SanctionRow.subject).in_(me.subjects)).order_by(col(SanctionRow.number).desc())
    ).all()
    filed = tuple(
        Filed(row.receipt, cast(Category, row.category), _shown(row.at), cast(Outcome, row.outcome)) for row in reports
    )
    return Standing(filed, tuple(told(row, now) for row in followed))


def on_arrival(session: Session, me: Whom, now: datetime) -> tuple[Limits, Standing]:
    """What holds for somebody who comes in, and what they have not been told yet."""
    untold = session.exec(
        select(ReportRow.receipt).where(
            col(ReportRow.reporter).in_(me.subjects), ReportRow.outcome != "open", col(ReportRow.told).is_(False)
        )
    ).all()
    whole = standing(session, me, now)
    new = tuple(one for one in whole.reports if one.receipt in untold)
    return limits(session, me.subjects, now), Standing(new, tuple(one for one in whole.sanctions if not one.seen))


def mark_told(session: Session, receipts: tuple[str, ...]) -> None:
    """Who made these reports has heard what came of them."""
    for row in session.exec(select(ReportRow).where(col(ReportRow.receipt).in_(receipts))).all():
        row.told = True
    session.flush()


def limits(session: Session, subjects: tuple[str, ...], now: datetime) -> Limits:
    """What holds for somebody at this moment."""
    rows = session.exec(
        select(SanctionRow).where(
            col(SanctionRow.subject).in_(subjects),
            SanctionRow.state != "lifted",
            SanctionRow.step != "warning",
            or_(col(SanctionRow.until).is_(None), col(SanctionRow.until) > seconds_of(now)),
        )
    ).all()
    talk = [_end(row) for row in rows]
    enter = [_end(row) for row in rows if row.step in ("participation", "account") and row.state == "holds"]
    return Limits(max(talk, default=None), max(enter, default=None))


def forget(session: Session, citizen: str, now: datetime) -> int:
    """Nothing of a citizen is kept but what holds against them at this moment: how much that is. Their reports stay
    without who made them, those about them without whom they are about unless nobody has decided yet."""
    me = f"c:{citizen}"
    for row in session.exec(select(ReportRow).where(ReportRow.reporter == me)).all():
        row.reporter = ""
    for row in session.exec(select(ReportRow).where(ReportRow.target == me, ReportRow.outcome != "open")).all():
        row.target = ""
    holding = 0
    for followed in session.exec(select(SanctionRow).where(SanctionRow.subject == me)).all():
        ends = OPEN_SECONDS if followed.until is None else followed.until
        over = followed.step == "warning" or followed.state == "lifted" or ends <= seconds_of(now)
        if over:
            session.delete(followed)
        holding += not over
    session.flush()
    return holding


def sanction_of(session: Session, number: int, now: datetime) -> Sanction:
    """One, as the person is told. Raises safety.unknown."""
    row = session.get(SanctionRow, number)
    if row is None:
        raise Refusal("safety.unknown", 404)
    return told(row, now)


def mine(session: Session, number: int, me: Whom) -> SanctionRow:
    """One of my own. Raises safety.unknown."""
    row = session.get(SanctionRow, number)
    if row is None or row.subject not in me.subjects:
        raise Refusal("safety.unknown", 404)
    return row


def mark_seen(session: Session, number: int, me: Whom) -> None:
    """I have read it. Raises safety.unknown."""
    mine(session, number, me).seen = True
    session.flush()


def appeal(session: Session, number: int, me: Whom, sealed: bytes, now: datetime) -> None:
    """I say that it was wrong: once, in time. Raises safety.unknown, safety.appealed, safety.too-late."""
    row = mine(session, number, me)
    if row.appeal:
        raise Refusal("safety.appealed")
    if seconds_of(now) > row.since + int(ladder.APPEAL.total_seconds()):
        raise Refusal("safety.too-late", days=ladder.APPEAL.days)
    row.appeal, row.appealed, row.seen = "open", sealed, True
    session.flush()


def last_steps(session: Session, me: Whom) -> tuple[datetime | None, datetime | None]:
    """When somebody was last warned, and last limited."""
    rows = session.exec(
        select(SanctionRow.step, func.max(SanctionRow.since))
        .where(col(SanctionRow.subject).in_(me.subjects), SanctionRow.state != "lifted")
        .group_by(SanctionRow.step)
    ).all()
    last = {step: moment_of(at) for step, at in rows}
    return last.get("warning"), last.get("action")


def forget_evidence(session: Session, now: datetime) -> int:
    """Deletes what was sealed for reports that were closed long ago; how many. What an open appeal is about stays."""
    old = seconds_of(now - EVIDENCE)
    waiting = select(SanctionRow.report).where(SanctionRow.appeal == "open")
    rows = session.exec(
        select(ReportRow).where(
            col(ReportRow.closed) < old,
            col(ReportRow.evidence).is_not(None),
            col(ReportRow.receipt).not_in([one for one in session.exec(waiting).all() if one]),
        )
    ).all()
    for row in rows:
        row.evidence = None
    session.flush()
    return len(rows)


def told(row: SanctionRow, now: datetime) -> Sanction:
    """As the person is told."""
    over = row.state == "holds" and row.until is not None and row.until <= seconds_of(now)
    state: State = "over" if over else cast(State, row.state)
    by = moment_of(row.since) + ladder.APPEAL
    return Sanction(
        row.number or 0, cast(Step, row.step), cast(Category, row.category), _shown(row.since),
        _shown(row.until) if row.until is not None else "", state, row.by == MACHINE, row.seen,
        cast(Appeal, row.appeal), by.date().isoformat(),
    )  # fmt: skip


def _end(row: SanctionRow) -> datetime:
    return OPEN_END if row.until is None else moment_of(row.until)


def moment_of(seconds: int) -> datetime:
    """In Seoul."""
    return datetime.fromtimestamp(seconds, SEOUL)


def seconds_of(moment: datetime) -> int:
    """Since 1970, as a row keeps it."""
    return int(moment.timestamp())


def _shown(seconds: int) -> str:
    return moment_of(seconds).isoformat(timespec="seconds")
