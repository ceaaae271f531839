"""What moderators decide: reports; exclusions, with a second person; appeals, by one who decided nothing of it."""

from datetime import datetime
from typing import cast

import msgspec
from sqlmodel import Session, col, func, or_, select

from services.faults import Refusal
from services.safety import ladder
from services.safety.store import ReportRow, SanctionRow, moment_of, seconds_of
from worlds.safety import Category, Outcome, Step


class Case(msgspec.Struct, frozen=True):
    """A report, as moderators see it before they open what was sealed: no name, no word."""

    receipt: str
    at: datetime
    category: Category
    place: str
    reporter: str
    target: str
    outcome: Outcome
    by: str
    sealed: bytes | None
    waiting: bool = False
    """An exclusion is proposed."""


class Measure(msgspec.Struct, frozen=True):
    """What followed for somebody, as moderators see it."""

    number: int
    subject: str
    step: Step
    category: Category
    since: datetime
    until: datetime | None
    report: str | None
    by: str
    second: str
    state: str
    appeal: str
    words: bytes | None
    """Of the appeal, sealed."""


def queue(session: Session) -> tuple[Case, ...]:
    """What nobody has decided yet: the severe first, then the oldest."""
    rows = session.exec(select(ReportRow).where(ReportRow.outcome == "open").order_by(col(ReportRow.at))).all()
    waiting = set(session.exec(select(SanctionRow.report).where(SanctionRow.state == "proposed")).all())
    cases = [_case(row, row.receipt in waiting) for row in rows]
    return tuple(sorted(cases, key=lambda case: (case.waiting, case.category not in ladder.SEVERE)))


def case(session: Session, receipt: str) -> Case:
    """Raises safety.unknown."""
    row = _report(session, receipt)
    return _case(row, _proposed_for(session, receipt) is not None)


def before(session: Session, subject: str) -> tuple[Measure, ...]:
    """What followed for somebody so far, the newest first."""
    rows = session.exec(
        select(SanctionRow).where(SanctionRow.subject == subject).order_by(col(SanctionRow.number).desc())
    ).all()
    return tuple(_measure(row) for row in rows)


def decide(session: Session, receipt: str, step: Step | None, by: str, now: datetime) -> tuple[Case, Measure | None]:
    """A moderator decides; None: no rule was broken. A step that shuts out is only proposed, until a second person
    agrees. Raises safety.unknown, safety.decided."""
    row = _report(session, receipt)
    if row.outcome != "open" or _proposed_for(session, receipt) is not None:
        raise Refusal("safety.decided")
    row.by = by
    followed = take_step(session, row.target, step, cast(Category, row.category), by, now, receipt) if step else None
    if followed is None or followed.state == "holds":
        row.outcome, row.closed = step or "nothing", seconds_of(now)
    session.flush()
    return _case(row, followed is not None and followed.state == "proposed"), followed


def take_step(
    session: Session, subject: str, step: Step, category: Category, by: str, now: datetime, receipt: str | None = None
) -> Measure:
    """One step against somebody."""
    shuts_out = step in ladder.NEEDS_SECOND
    end = None if shuts_out else ladder.until(step, _past(session, subject, step), now)
    row = SanctionRow(
        subject=subject,
        step=step,
        category=category,
        since=seconds_of(now),
        until=seconds_of(end) if end else None,
        report=receipt,
        by=by,
        state="proposed" if shuts_out else "holds",
    )
    session.add(row)
    session.flush()
    return _measure(row)


def proposed(session: Session) -> tuple[Measure, ...]:
    """What waits for a second person, the oldest first."""
    rows = session.exec(select(SanctionRow).where(SanctionRow.state == "proposed").order_by(col(SanctionRow.number)))
    return tuple(_measure(row) for row in rows.all())


def appeals(session: Session) -> tuple[Measure, ...]:
    """What waits for somebody who did not decide it, the oldest first."""
    rows = session.exec(select(SanctionRow).where(SanctionRow.appeal == "open").order_by(col(SanctionRow.number)))
    return tuple(_measure(row) for row in rows.all())


def holding(session: Session, now: datetime) -> tuple[Measure, ...]:
    """What holds at this moment, the newest first."""
    rows = session.exec(
        select(SanctionRow)
        .where(
            SanctionRow.state == "holds",
            SanctionRow.step != "warning",
            or_(col(SanctionRow.until).is_(None), col(SanctionRow.until) > seconds_of(now)),
        )
        .order_by(col(SanctionRow.number).desc())
    ).all()
    return tuple(_measure(row) for row in rows)


def measure(session: Session, number: int) -> Measure:
    """Raises safety.unknown."""
    return _measure(_sanction(session, number))


def agree(session: Session, number: int, agrees: bool, by: str, now: datetime) -> Measure:
    """A second person agrees, and its time begins; or does not, and the report waits for a decision again. Raises
    safety.unknown, safety.decided, safety.same-person."""
    row = _sanction(session, number)
    if row.state != "proposed":
        raise Refusal("safety.decided")
    if row.by == by:
        raise Refusal("safety.same-person", 403)
    row.second = by
    if agrees:
        end = ladder.until(cast(Step, row.step), _past(session, row.subject, cast(Step, row.step)), now)
        row.state, row.since, row.until = "holds", seconds_of(now), seconds_of(end) if end else None
        about = session.get(ReportRow, row.report) if row.report else None
        if about is not None:
            about.outcome, about.closed = row.step, seconds_of(now)
    else:
        row.state, row.seen = "lifted", False
    session.flush()
    return _measure(row)


def judge(session: Session, number: int, granted: bool, by: str) -> Measure:
    """Somebody who decided nothing of it decides the appeal. Raises safety.unknown, safety.decided,
    safety.same-person."""
    row = _sanction(session, number)
    if row.appeal != "open":
        raise Refusal("safety.decided")
    if by in (row.by, row.second):
        raise Refusal("safety.same-person", 403)
    row.appeal, row.judge, row.seen = "granted" if granted else "upheld", by, False
    if granted:
        row.state = "lifted"
    session.flush()
    return _measure(row)


def lift(session: Session, number: int, by: str) -> Measure:
    """It holds no longer. Raises safety.unknown, safety.decided."""
    row = _sanction(session, number)
    if row.state != "holds":
        raise Refusal("safety.decided")
    row.state, row.seen, row.judge = "lifted", False, by
    if row.appeal == "open":
        row.appeal = "granted"
    session.flush()
    return _measure(row)


def _report(session: Session, receipt: str) -> ReportRow:
    row = session.get(ReportRow, receipt)
    if row is None:
        raise Refusal("safety.unknown", 404)
    return row


def _sanction(session: Session, number: int) -> SanctionRow:
    row = session.get(SanctionRow, number)
    if row is None:
        raise Refusal("safety.unknown", 404)
    return row


def _proposed_for(session: Session, receipt: str) -> SanctionRow | None:
    return session.exec(
        select(SanctionRow).where(SanctionRow.report == receipt, SanctionRow.state == "proposed")
    ).first()


def _past(session: Session, subject: str, step: Step) -> int:
    """How often somebody had this step before."""
    return session.exec(
        select(func.count())
        .select_from(SanctionRow)
        .where(SanctionRow.subject == subject, SanctionRow.step == step, SanctionRow.state == "holds")
    ).one()


def _case(row: ReportRow, waiting: bool) -> Case:
    return Case(
        row.receipt,
        moment_of(row.at),
        cast(Category, row.category),
        row.place,
        row.reporter,
        row.target,
        cast(Outcome, row.outcome),
        row.by,
        row.evidence,
        waiting,
    )


def _measure(row: SanctionRow) -> Measure:
    return Measure(
        row.number or 0,
        row.subject,
        cast(Step, row.step),
        cast(Category, row.category),
        moment_of(row.since),
        moment_of(row.until) if row.until is not None else None,
        row.report,
        row.by,
        row.second,
        row.state,
        row.appeal,
        row.appealed,
    )
