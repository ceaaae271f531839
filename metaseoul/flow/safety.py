"""Kept safe: what I reported and what came of it; what followed for me, that I have read it, or that it was wrong."""

from datetime import datetime
from typing import TYPE_CHECKING

from metaseoul.faults import Refusal
from metaseoul.flow.people import people
from metaseoul.texts import Texts
from metaseoul.ui.views import Action
from worlds.safety import APPEAL_LIMIT, Appealed, Filed, Sanction, Standing

if TYPE_CHECKING:
    from metaseoul.visit import Visit


async def safety(visit: "Visit") -> None:
    """Shows it, and what can be done, until one goes back. Raises Back, Refusal."""
    ui, texts = visit.ui, visit.texts
    while True:
        standing = await visit.link.get("/safety", Standing)
        lines = [_filed(texts, one) for one in standing.reports]
        for one in standing.sanctions:
            lines += _followed(texts, one)
        actions = [Action("person", texts("safety.person"))]
        for one in standing.sanctions:
            step = texts(f"safety.step.{one.step}")
            if not one.seen:
                actions.append(Action(f"seen:{one.number}", texts("safety.read", step=step)))
            if not one.appeal and one.state in ("holds", "proposed"):
                actions.append(Action(f"appeal:{one.number}", texts("safety.appeal", step=step, by=one.appeal_by)))
        kind, _, number = (await ui.choose("safety", actions, body=lines or (texts("safety.none"),))).partition(":")
        match kind:
            case "person":
                await people(visit)
                return
            case "seen":
                await visit.link.post(f"/safety/sanctions/{number}/seen", {}, type(None))
            case "appeal":
                await _appeal(visit, number)


async def _appeal(visit: "Visit", number: str) -> None:
    words = (await visit.ui.line("safety.appeal.line")).strip()
    if len(words) > APPEAL_LIMIT:
        raise Refusal("sessions.line-too-long", limit=APPEAL_LIMIT)
    if words:
        await visit.link.post(f"/safety/sanctions/{number}/appeal", Appealed(words), type(None))
        visit.ui.say("safety.appeal.sent")


def told(texts: Texts, one: Sanction) -> str:
    """What followed for me, in one sentence."""
    step = texts(f"safety.step.{one.step}")
    if one.state == "lifted":
        return texts("safety.told.lifted", step=step)
    return texts("safety.told", step=step, until=_until(texts, one))


def _filed(texts: Texts, one: Filed) -> str:
    category, outcome = texts(f"safety.category.{one.category}"), texts(f"safety.outcome.{one.outcome}")
    return texts("safety.filed", receipt=one.receipt, category=category, when=_when(one.at), outcome=outcome)


def _followed(texts: Texts, one: Sanction) -> list[str]:
    step, category = texts(f"safety.step.{one.step}"), texts(f"safety.category.{one.category}")
    state = texts(f"safety.state.{one.state}")
    line = texts(
        "safety.followed", step=step, category=category, when=_when(one.since), until=_until(texts, one), state=state
    )
    more = [texts("safety.automatic")] if one.automatic else []
    return [line, *more, texts(f"safety.appeal.{one.appeal}")] if one.appeal else [line, *more]


def _until(texts: Texts, one: Sanction) -> str:
    return texts("safety.until", when=_when(one.until)) if one.until else ""


def _when(at: str) -> datetime:
    return datetime.fromisoformat(at)
