"""Example counter, as the citizen meets it."""

from metaseoul.screens import Screen
from worlds.civic.example_counter.room import ROOM
from worlds.civic.example_counter.wire import Answered, Wish


class ExampleCounterScreen(Screen):
    """One thing is done here: `ask` at the desk."""

    room = ROOM

    async def ask(self) -> None:
        """One wish, one answer; identity when it is needed."""
        about = self.ui.texts("example-counter.ask.about").split("\n")
        wish = await self.ui.form("example-counter.ask", Wish(""), body=about)
        with self.ui.busy("example-counter.working"):
            answered = await self.identified(lambda: self.link.post("/example-counter", wish, Answered))
        self.ui.say("example-counter.answered", number=answered.number, answer=answered.answer)
