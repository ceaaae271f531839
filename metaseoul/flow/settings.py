"""How one likes the city shown and told: one form, and one key that makes it large, plain and spoken."""

from typing import TYPE_CHECKING

from metaseoul.comfort import EASY, Comfort

if TYPE_CHECKING:
    from metaseoul.visit import Visit


async def settings(visit: "Visit") -> None:
    """Asks for each of them; they hold at once, and in later visits."""
    visit.make_comfortable(await visit.ui.form("settings", visit.preferences.comfort))


async def easy(visit: "Visit") -> None:
    """Easy mode on, or off again."""
    was_easy = visit.preferences.comfort == EASY
    visit.make_comfortable(Comfort() if was_easy else EASY)
    visit.ui.say("easy.off" if was_easy else "easy.on")
