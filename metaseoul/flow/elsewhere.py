"""Errands that this city has no counter for yet: it says so, and where they are done today.

Telephone 120, Seoul's Dasan call centre, answers all days, 24 hours (the city's metaverse report, 2024); 119 is for
fire, rescue and ambulances. Once a counter opens here, its words leave this list.
"""

from typing import TYPE_CHECKING

from metaseoul.ui.views import Action, View

if TYPE_CHECKING:
    from metaseoul.visit import Visit

ERRANDS = ("moving", "tax", "counsel", "booking", "complaint", "proposal", "business", "youth", "emergency")
EMERGENCY = "119"
TELEPHONE = "120"


async def elsewhere(visit: "Visit", errand: str) -> None:
    """Says that it cannot be done here, and where it can."""
    texts = visit.texts
    body = (texts("elsewhere.told"), texts("elsewhere.at", number=EMERGENCY if errand == "emergency" else TELEPHONE))
    done = (Action("done", texts("guide.done")),)
    await visit.ui.ask(View("elsewhere", "panel", texts(f"elsewhere.{errand}"), body, done))
