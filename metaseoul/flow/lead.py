"""Led there: the guide goes before one, from place to place. In words the way is told, and one is there."""

import asyncio
from typing import TYPE_CHECKING

from metaseoul.flow.find import Goal, goals, parts_of
from metaseoul.ui.views import Action
from worlds import plan, ways

if TYPE_CHECKING:
    from metaseoul.visit import Visit


async def lead(visit: "Visit") -> None:
    """Where to, and off; once more: the guide stays behind. Raises Back."""
    ui, texts = visit.ui, visit.texts
    if visit.led.goal is not None:
        visit.led.no_more()
        ui.say("lead.over")
        return
    known = tuple(goal for goal in goals(texts) if goal.place)
    actions = [Action(goal.name, goal.title) for goal in known]
    chosen = await ui.choose("lead", actions, body=(texts("lead.note"),), parts=parts_of((), known))
    goal = next(goal for goal in known if goal.name == chosen)
    here = visit.place.slug
    gates = await asyncio.to_thread(ways.gates, here, plan.entry(goal.place).slug)
    if ui.mode == "text" or visit.place.flown or (not gates and plan.entry(goal.place).slug != here):
        called = [texts.of(plan.entry(slug).title) for slug in (here, *(gate.to for gate in gates))]
        ui.say("lead.way", way=" → ".join(called))
        await visit.take_to(goal)
        return
    ui.say("lead.off", where=goal.title)
    await visit.led.to(goal)


class Led:
    """Where the guide leads, from place to place, until one is there or goes elsewhere at once."""

    def __init__(self, visit: "Visit") -> None:
        self._visit = visit
        self.goal: Goal | None = None

    async def to(self, goal: Goal) -> None:
        """Sets off."""
        self.goal = goal
        await self.on()

    async def on(self) -> None:
        """The next part of the way: to the gate that leads on, or to the goal itself."""
        if self.goal is None:
            return
        place, goal = self._visit.place, plan.entry(self.goal.place).slug
        if goal == place.slug:
            anchor = next((one for one in place.anchors if one.opens == self.goal.opens), None)
            self._visit.ui.lead(anchor.before if anchor is not None else place.spawn[:2])
            return
        gates = await asyncio.to_thread(ways.gates, place.slug, goal)
        if gates:
            self._visit.ui.lead(gates[0].at[:2])
        else:
            self.no_more()

    def arrived(self) -> None:
        """One has come to the end of this part: before a gate it is the gate that leads on."""
        goal, visit = self.goal, self._visit
        if goal is not None and plan.entry(goal.place).slug == visit.place.slug:
            self.goal = None
            visit.ui.say("lead.here", what=goal.title)

    def no_more(self) -> None:
        """The guide stays behind."""
        self.goal = None
        self._visit.ui.lead(None)
