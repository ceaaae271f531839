"""J24: somebody is reported; a moderator opens what was sealed and decides; who reported hears what came of it."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from metaseoul.journeys.driver import Driver, Stuck
from metaseoul.journeys.journey import City, Walked
from metaseoul.local import moderator_signed_in

WORDS = "따라갈 거야"
_WORD = re.compile(r'name="csrf" value="([^"]+)"')


class Pages:
    """The staff's pages as a browser without scripts has them: links and forms."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http, self._url = http, url
        self.steps = 0
        self.text = ""

    async def open(self, path: str) -> None:
        """Follows a link."""
        async with self._http.get(self._url + path) as answer:
            self.text = await answer.text()

    def mark(self, name: str, value: str) -> dict[str, str]:
        """Marks a choice of the form that is shown."""
        if f'name="{name}" value="{value}"' not in self.text:
            raise Stuck(f"there is no {value} to choose")
        self.steps += 1
        return {name: value}

    async def press(self, path: str, chosen: dict[str, str] | None = None) -> None:
        """Presses the button of a form that is shown."""
        word = _WORD.search(self.text)
        if f'action="{path}"' not in self.text or word is None:
            raise Stuck(f"there is no form for {path}")
        self.steps += 1
        async with self._http.post(self._url + path, data={**(chosen or {}), "csrf": word[1]}) as answer:
            self.text = await answer.text()


@asynccontextmanager
async def _pages(url: str) -> AsyncIterator[Pages]:
    name, token = await asyncio.to_thread(moderator_signed_in)
    headers = {"Accept": "text/html", "Accept-Language": "ko", "Cookie": f"{name}={token}"}
    async with aiohttp.ClientSession(headers=headers) as http:
        yield Pages(http, url)


async def moderate(driver: Driver, city: City, started: float) -> Walked:
    """Steps and seconds of the moderator: opening; then choosing and deciding, until the reporter was told."""
    await driver.go_in()
    async with city.companion() as other, _pages(city.visit.link.url) as pages:
        await other.shown("place")
        live = city.visit.live
        number = await driver.until(lambda: next((n for n in live.people if n != live.me), None), "the other")
        other.open("say")
        await other.shown("visit.say.line")
        other.write(WORDS)
        await other.until(lambda: (other.ui.view and other.ui.view.key == "place") or None, "the line told")
        driver.open("people")
        await driver.shown("people")
        driver.pick(str(number))
        await driver.shown("people.one")
        driver.pick("report")
        await driver.shown("report")
        driver.pick("harassment")
        told = await driver.told("report.kept")
        receipt = next(word for word in re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", told))

        await pages.open("/staff/reports")
        if receipt not in pages.text:
            raise Stuck("the report is not in the queue")
        await pages.open(f"/staff/reports/{receipt}")
        if WORDS in pages.text:
            raise Stuck("the words are seen before they are opened")
        begun = time.time()
        await pages.press(f"/staff/reports/{receipt}/evidence")
        if WORDS not in pages.text:
            raise Stuck("the evidence has not what was said")
        opened, steps = time.time() - begun, pages.steps
        begun = time.time()
        await pages.press(f"/staff/reports/{receipt}/decision", pages.mark("step", "warning"))
        await driver.told("report.closed")
        return Walked((steps, pages.steps - steps), (opened, time.time() - begun))
