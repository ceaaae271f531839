"""A citizen of the text twin, driven by a test: what they type, what they see, what they hear."""

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

from metaseoul.link import Link
from metaseoul.texts import Texts
from metaseoul.ui.text import TextUi
from metaseoul.ui.views import View
from metaseoul.visit import Visit

T = TypeVar("T")
PATIENCE = 30.0


async def until(found: Callable[[], T | None], what: object, patience: float = PATIENCE) -> T:
    """Waits for what comes by itself; fails with a sentence when it does not."""
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while not (thing := found()):
        assert loop.time() < end, f"waited in vain for {what}"
        await asyncio.sleep(0.005)
    return thing


class Visitor:
    """One visit over the text twin, in this process."""

    def __init__(self, url: str, language: str = "ko") -> None:
        self.texts, self.out = Texts(language), io.StringIO()
        self.ui, self.link = TextUi(self.texts, self.out), Link(url)
        self.visit = Visit(self.ui, self.link, self.texts)

    @property
    def heard(self) -> str:
        """All that was written out so far."""
        return self.out.getvalue()

    async def sees(self, key: str) -> View:
        def shown() -> View | None:
            return self.ui.view if self.ui.view and self.ui.view.key == key else None

        try:
            return await until(shown, f"the view {key!r}")
        except AssertionError as waited:
            raise AssertionError(f"{waited}, after {self.heard[-600:]!r}") from None

    async def hears(self, words: str) -> None:
        await until(lambda: words in self.heard, f"{words!r} in {self.heard[-300:]!r}")

    async def hears_text(self, key: str) -> str:
        """Waits until something that begins like the text of `key` was told in passing."""
        start = self.texts(key).partition("{")[0]
        return await until(lambda: next((told for told in self.ui.told if told.startswith(start)), None), key)

    async def is_here(self) -> None:
        """Waits for the hub's welcome, and to hear who is near."""
        live = self.visit.live
        await until(lambda: live.me in live.people, "the hub's welcome")

    async def goes_to(self, slug: str) -> View:
        """By the map."""
        await self.picks("map", of="place")
        await self.picks(slug, of="map")
        await until(lambda: self.visit.place.slug == slug, slug)
        return await self.sees("place")

    def types(self, line: str) -> None:
        self.ui.heard(line)

    async def picks(self, name: str, of: str) -> None:
        """Types the number of an action of the view `of`."""
        view = await self.sees(of)
        self.types(str([action.name for action in view.actions].index(name) + 1))


@asynccontextmanager
async def visiting(url: str, language: str = "ko") -> AsyncIterator[Visitor]:
    """A visitor who has come in; gone when the block ends."""
    visitor = Visitor(url, language)
    running = asyncio.ensure_future(visitor.visit.run())
    try:
        await visitor.sees("place")
        yield visitor
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await visitor.visit.live.close()
        visitor.link.close()
