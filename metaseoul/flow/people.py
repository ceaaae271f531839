"""Those who are here: whom one does not want to hear is not heard, nor hears one; who broke a rule is reported."""

from typing import TYPE_CHECKING

from metaseoul.ui.views import Action
from worlds.safety import CATEGORIES, Category

if TYPE_CHECKING:
    from metaseoul.visit import Visit


TIES = {"asked": ("unfriend",), "friends": ("unfriend",), "over": ("friend",)}
"""What can be wished of somebody by what one knows of them; who was a friend before this visit is not known here."""


async def people(visit: "Visit") -> None:
    """Who, and then what. Raises Back, Refusal."""
    ui, texts, live = visit.ui, visit.texts, visit.live
    here = {
        number: texts("people.minor", name=person.name) if person.minor else person.name
        for number, person in live.people.items()
        if number != live.me
    }
    left = {number: texts("people.left", name=person.name) for number, person in live.lately.items()}
    known = here | left
    if not known:
        ui.say("visit.nobody")
        return
    number = int(await ui.choose("people", [Action(str(one), name) for one, name in known.items()]))
    mute = "unmute" if number in live.muted else "mute"
    block = "hear" if number in live.blocked else "block"
    tie = TIES.get(live.ties.get(number, ""), ("friend", "unfriend"))
    wishes = (*tie, mute, block, "report") if number in here else ("report",)
    actions = [Action(wish, texts(f"people.{wish}")) for wish in wishes]
    wish = await ui.choose("people.one", actions, body=(texts("people.note"),), name=known[number])
    if wish == "report":
        await _report(visit, number)
    elif wish in ("mute", "unmute"):
        live.muted ^= {number}
        ui.say(f"people.{wish}d", name=known[number])
    elif wish in ("friend", "unfriend"):
        await live.befriend(number, wish == "friend")  # what comes of it is told when the hub says so
    elif await live.block(number, wish == "block"):
        ui.say("people.blocked" if wish == "block" else "people.heard", name=known[number])


async def _report(visit: "Visit", number: int) -> None:
    """About what; then it is sent."""
    ui, texts = visit.ui, visit.texts
    categories = [Action(one, texts(f"safety.category.{one}")) for one in CATEGORIES]
    chosen = await ui.choose("report", categories, body=(texts("report.note"),))
    category: Category = next(one for one in CATEGORIES if one == chosen)
    if receipt := await visit.live.report(number, category):
        ui.say("report.kept", receipt=receipt)
