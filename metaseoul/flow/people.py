"""Those who are here: whom one does not want to hear is not heard, nor hears one."""

from typing import TYPE_CHECKING

from metaseoul.ui.views import Action

if TYPE_CHECKING:
    from metaseoul.visit import Visit


async def people(visit: "Visit") -> None:
    """Who, and then what. Raises Back, Refusal."""
    ui, texts, live = visit.ui, visit.texts, visit.live
    others = [person for number, person in live.people.items() if number != live.me]
    if not others:
        ui.say("visit.nobody")
        return
    chosen = await ui.choose("people", [Action(str(person.number), person.name) for person in others])
    name = next(person.name for person in others if str(person.number) == chosen)
    actions = (Action("block", texts("people.block")), Action("hear", texts("people.hear")))
    on = await ui.choose("people.one", actions, body=(texts("people.note"),), name=name) == "block"
    if await live.block(int(chosen), on):
        ui.say("people.blocked" if on else "people.heard", name=name)
