"""The moderators' pages: reports, exclusions that wait for a second person, appeals, and what holds."""

from datetime import datetime
from typing import Literal

import msgspec
from aiohttp import web
from sqlmodel import Session

from services import audit
from services.console.forms import form, staff_of
from services.console.tracks import tracks
from services.console.view import show
from services.office import Desk, kept, look_up, now, number_in, transact
from services.openapi import wire
from services.safety import ladder, review
from services.safety.evidence import Evidence, unpacked
from services.safety.reports import SAFETY
from services.safety.review import Case, Measure
from worlds.safety import STEPS, Step

routes = web.RouteTableDef()


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a moderator chose."""

    step: Literal["nothing", "warning", "action", "participation", "account"]


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a second person, or of whoever judges an appeal."""

    answer: Literal["yes", "no"]


@routes.get("/staff/reports")
@wire(gives="text/html")
async def reports(request: web.Request) -> web.Response:
    """What nobody has decided yet."""
    return show(request, "reports", cases=await look_up(request, review.queue), severe=ladder.SEVERE)


@routes.get("/staff/reports/{receipt}")
@wire(gives="text/html")
async def report(request: web.Request) -> web.Response:
    """One, before its evidence is opened. Raises safety.unknown."""
    case, before = await look_up(request, _case, request.match_info["receipt"])
    return _report(request, case, before, None)


@routes.post("/staff/reports/{receipt}/evidence")
@wire(gives="text/html")
async def evidence(request: web.Request) -> web.Response:
    """What was sealed is opened, and that it was is noted: at the report, and in the files of both. Raises
    safety.unknown, safety.unreadable."""
    receipt, moment = request.match_info["receipt"], now(request)
    case, before = await look_up(request, _case, receipt)
    opened = None
    if case.sealed is not None:
        opened = unpacked(kept(request.app, SAFETY).seal.open(case.sealed, receipt))
        await transact(request, _noted, case, staff_of(request).name, moment)
    return _report(request, case, before, opened)


@routes.post("/staff/reports/{receipt}/decision")
@wire(takes=Decision, form=True, status=303)
async def decide(request: web.Request) -> web.Response:
    """What follows. Raises safety.unknown, safety.decided."""
    step = (await form(request, Decision)).step
    wish: Step | None = next((one for one in STEPS if one == step), None)
    receipt, by, safety = request.match_info["receipt"], staff_of(request).name, kept(request.app, SAFETY)
    case, measure = await transact(request, review.decide, receipt, wish, by, now(request))
    if measure is not None:
        await safety.follow(measure)
    if case.outcome != "open":
        await safety.close(case)
    raise web.HTTPSeeOther(f"/staff/reports?done={receipt}")


@routes.get("/staff/decisions")
@wire(gives="text/html")
async def decisions(request: web.Request) -> web.Response:
    """What waits for somebody else than who began it."""
    proposed = await look_up(request, review.proposed)
    appeals = await look_up(request, review.appeals)
    return show(request, "decisions", proposed=proposed, appeals=appeals)


@routes.post("/staff/decisions/{sanction}")
@wire(takes=Answer, form=True, status=303)
async def agree(request: web.Request) -> web.Response:
    """A second person agrees, or not. Raises safety.unknown, safety.decided, safety.same-person."""
    agrees, safety = (await form(request, Answer)).answer == "yes", kept(request.app, SAFETY)
    measure = await transact(
        request, review.agree, number_in(request, "sanction"), agrees, staff_of(request).name, now(request)
    )
    await safety.follow(measure)
    if agrees and measure.report:
        await safety.close(await look_up(request, review.case, measure.report))
    raise web.HTTPSeeOther("/staff/decisions")


@routes.get("/staff/appeals/{sanction}")
@wire(gives="text/html")
async def appeal(request: web.Request) -> web.Response:
    """One, with their words: that they were opened is noted. Raises safety.unknown, safety.unreadable."""
    measure = await look_up(request, review.measure, number_in(request, "sanction"))
    words = ""
    if measure.words is not None:
        words = kept(request.app, SAFETY).seal.open(measure.words, f"appeal {measure.number}").decode()
        entry = audit.Entry(measure.subject, now(request), "staff", "evidence.opened", staff_of(request).name)
        await transact(request, audit.note_apart, f"appeal {measure.number}", entry)
    return show(request, "appeal", measure=measure, words=words)


@routes.post("/staff/appeals/{sanction}")
@wire(takes=Answer, form=True, status=303)
async def judge(request: web.Request) -> web.Response:
    """Granted, or not. Raises safety.unknown, safety.decided, safety.same-person."""
    granted = (await form(request, Answer)).answer == "yes"
    measure = await transact(request, review.judge, number_in(request, "sanction"), granted, staff_of(request).name)
    await kept(request.app, SAFETY).follow(measure)
    raise web.HTTPSeeOther("/staff/decisions")


@routes.get("/staff/measures")
@wire(gives="text/html")
async def measures(request: web.Request) -> web.Response:
    """What holds now."""
    return show(request, "measures", measures=await look_up(request, review.holding, now(request)))


@routes.post("/staff/measures/{sanction}/lift")
@wire(status=303)
async def lift(request: web.Request) -> web.Response:
    """It holds no longer. Raises safety.unknown, safety.decided."""
    measure = await transact(request, review.lift, number_in(request, "sanction"), staff_of(request).name)
    await kept(request.app, SAFETY).follow(measure)
    raise web.HTTPSeeOther("/staff/measures")


def _case(session: Session, receipt: str) -> tuple[Case, tuple[Measure, ...]]:
    case = review.case(session, receipt)
    return case, review.before(session, case.target)


def _noted(session: Session, case: Case, by: str, moment: datetime) -> None:
    entry = audit.Entry("", moment, "staff", "evidence.opened", by, case.receipt)
    audit.note_apart(session, f"report {case.receipt}", entry)
    for subject in (case.target, case.reporter):
        if subject.startswith("c:"):  # in their own file, without who it was: the staff is protected, too
            audit.note(session, audit.Entry(subject[2:], moment, "staff", "evidence.opened"))


def _report(request: web.Request, case: Case, before: tuple[Measure, ...], opened: Evidence | None) -> web.Response:
    steps = [(step, ladder.until(step, sum(one.step == step for one in before), now(request))) for step in STEPS]
    return show(
        request,
        "report",
        case=case,
        before=before,
        evidence=opened,
        tracks=tracks(opened) if opened is not None else None,
        steps=steps,
        second=ladder.NEEDS_SECOND,
        severe=case.category in ladder.SEVERE,
        contacts=ladder.CONTACTS.get(case.category, ""),
    )


DESK = Desk("board", routes)
