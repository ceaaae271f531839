"""The guide: a first round of ninety seconds, the three principles, and an answer to "how do I ...?".

The principles are those of Seoul's code of conduct for the metaverse: respect, fairness, a link to reality.
"""

from typing import TYPE_CHECKING

from metaseoul.ui.views import Action, View

if TYPE_CHECKING:
    from metaseoul.visit import Visit

ROUND = ("need", "walk", "meet", "map", "sure", "help")
"""The lessons of the first round, fifteen seconds each."""
PRINCIPLES = ("respect", "fairness", "reality")
TOPICS = (
    "walk",
    "look",
    "sit",
    "talk",
    "korean",
    "size",
    "language",
    "document",
    "verify",
    "private",
    "hide",
    "keys",
    "screen-reader",
    "offline",
    "leave",
)
"""What one may ask how to do; each has words, and some are shown at once: see SHOWN."""
SHOWN = {
    "sit": "gesture",
    "private": "room",
    "size": "settings",
    "language": "language",
    "document": "find",
    "verify": "find",
    "leave": "leave",
}
"""What answers a topic by doing it."""


async def guide(visit: "Visit") -> None:
    """The round, the principles, or a question; until one closes it."""
    visit.ui.attend(True)
    try:
        await _heard(visit)
    finally:
        visit.ui.attend(False)


async def _heard(visit: "Visit") -> None:
    ui, texts = visit.ui, visit.texts
    names = ("round", "ask", "lead", "principles")
    match await ui.choose("guide", [Action(name, texts(f"guide.{name}")) for name in names], (texts("guide.hello"),)):
        case "round":
            await _told(visit, [f"guide.round.{lesson}" for lesson in ROUND])
        case "lead":
            await visit.do("lead")
        case "principles":
            await _told(visit, [f"guide.principles.{principle}" for principle in PRINCIPLES])
        case "ask":
            topics = [Action(f"how:{topic}", texts(f"how.{topic}")) for topic in TOPICS]
            await visit.open(await ui.choose("guide.ask", topics))


async def _told(visit: "Visit", keys: list[str]) -> None:
    """One after the other; any of them may be the last."""
    ui, texts = visit.ui, visit.texts
    for number, key in enumerate(keys, 1):
        last = number == len(keys)
        actions = (Action("next", texts("guide.done" if last else "guide.next")),)
        more = () if last else (Action("skip", texts("guide.skip")),)
        step = texts("guide.step", number=number, count=len(keys))
        hands = "touch" if visit.kiosk else ui.mode
        told = texts(f"{key}.{hands}") if texts.has(f"{key}.{hands}") else texts(f"{key}.told")
        view = View("guide.step", "panel", texts(key), (told, step), (*actions, *more), accent=True)
        if (await ui.ask(view)).action == "skip":
            return


async def how(visit: "Visit", topic: str) -> None:
    """The answer to one question; where it can be done at once, the way to it."""
    ui, texts = visit.ui, visit.texts
    hands = "touch" if visit.kiosk else ui.mode
    key = f"how.{topic}.{hands}" if texts.has(f"how.{topic}.{hands}") else f"how.{topic}.told"
    shown = SHOWN.get(topic)
    actions = [Action("show", texts("how.show"))] if shown else []
    view = View("how", "panel", texts(f"how.{topic}"), (texts(key),), (*actions, Action("done", texts("guide.done"))))
    if (await ui.ask(view)).action == "show" and shown:
        await visit.do(shown)
