"""The kiosk's day: the city seen, a language touched, a visit, and then as if nobody had been there."""

import asyncio
import contextlib
import time
from collections.abc import Callable

import msgspec
from direct.showbase.ShowBase import ShowBase
from panda3d.core import MouseButton

from metaseoul.app import App
from metaseoul.comfort import EASY, Comfort
from metaseoul.faults import Refusal
from metaseoul.kiosk.erase import Eraser
from metaseoul.kiosk.idle import Idle
from metaseoul.kiosk.jack import Jack
from metaseoul.kiosk.post import Post, Standing
from metaseoul.kiosk.warning import Warning
from metaseoul.kiosk.watch import Heart
from metaseoul.stage.tiers import Tier
from metaseoul.stage.workshop import Workshop
from metaseoul.texts import LANGUAGES, OWN_NAMES, Texts
from metaseoul.ui import Back, Found
from metaseoul.ui.draw import forget_letters
from metaseoul.ui.frame import Screen
from metaseoul.ui.keys import PANIC_KEY
from metaseoul.ui.strip import Strip
from metaseoul.ui.views import Action, View
from worlds.kiosks import Orders

ASKED = 10.0
"""Seconds between two looks at how many are in the city."""
TURN = 1.5
"""Degrees a second that the eye turns while nobody is there."""
RESTING = 20
"""Frames a second while nobody is there."""
LARGER = ("100", "150", "200")
"""Sizes of letters that one key goes through."""
LOOKED = 0.5
"""Seconds between two looks at whether headphones are plugged in."""
SETTLED = 0.25
"""Seconds after which also what was still on its way when a visit ended (an answer, a frame) is freed, and gone."""
MOUSE = (MouseButton.one(), MouseButton.two(), MouseButton.three())
NOBODY = Comfort(screen_keys=True)


class _Changed(Exception):
    """What the resting screen says has changed."""


class Kiosk(App):
    """One screen in a building of the city. `now`: seconds, of a clock that a journey may hurry on."""

    def __init__(
        self,
        base: ShowBase,
        texts: Texts,
        url: str,
        tier: Tier,
        workshop: Workshop | None = None,
        hold: bool = True,
        screen: Screen | None = None,
        post: Post | None = None,
        now: Callable[[], float] = time.monotonic,
        jack: Jack | None = None,
    ) -> None:
        self._jack = jack or Jack()
        self._plugged = self._jack.plugged()
        """Whether there were headphones when it was last looked."""
        self._orders = Orders()
        self._eraser = Eraser()  # before there is a visit: what it holds must be let go
        super().__init__(base, texts, url, tier, workshop, hold, screen, kiosk=True)
        self._now = now
        self.idle: Idle | None = None
        """None while nobody is there."""
        self.sessions = 0
        """Visits that began since the program did."""
        self._warning: Warning | None = None
        self._heart, self._post = Heart(), post or Post(url)
        self._post.on_orders = self._ordered
        self._post.on_coming = lambda: self.ui.say("kiosk.coming")
        self._running: asyncio.Future[None] | None = None
        self._calling: asyncio.Future[None] | None = None
        self._in_city: int | None = None
        self.ui.strip = Strip(
            self.ui,
            (
                ("kiosk:call", "kiosk.call", self.call),
                ("kiosk:larger", "kiosk.larger", self.larger),
                ("kiosk:language", "visit.language", self.language),
                ("kiosk:end", "kiosk.end", self.end),
            ),
        )
        base.accept(PANIC_KEY.lower(), self.end)  # here hiding at once is ending at once
        for thrower in base.buttonThrowers or ():
            thrower.node().set_button_down_event("any-button")
        base.accept("any-button", lambda _: self._touched())

    @property
    def is_warning(self) -> bool:
        """Whether it asks just now if anybody is there."""
        return self._warning is not None

    # --- the day

    async def run(self, first: bool = True) -> None:
        """From the program's begin until its window closes."""
        frames = asyncio.ensure_future(self.draw_frames())
        day = asyncio.ensure_future(self._day())
        reporting = asyncio.ensure_future(self._post.report(self._standing))
        listening = asyncio.ensure_future(self._listen())
        try:
            await asyncio.wait({frames, day}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (day, reporting, listening, frames):
                task.cancel()
            done = await asyncio.gather(day, frames, return_exceptions=True)
            await self.close_visit()
            self._post.close()
            self.stage.leave()
        for result in done:
            if isinstance(result, Exception):
                raise result

    async def _day(self) -> None:
        while True:
            language = await self._rest()
            await self._serve(language)
            await self._wipe()

    async def _rest(self) -> str:
        """Nobody is there: the square, slowly turning, until a language is touched."""
        place = self.visit.place
        await self.visit.enter(place, place.spawn[:2], place.spawn[2])
        if self.walker is not None:
            self.eye.update(1.0, self.walker.x, self.walker.y, self.walker.z)
        self.walker, self.rate = None, RESTING
        self.stage.crowd.clear()
        self.stage.forget_neighbours()
        self.ahead.forget()
        forget_letters()
        self.others.clear()
        counting = asyncio.ensure_future(self._count())
        asyncio.get_running_loop().call_later(SETTLED, self._eraser.erase)
        try:
            while True:
                try:
                    return (await self.ui.ask(self._resting())).action
                except (_Changed, Back, Found):
                    continue
        finally:
            counting.cancel()
            self.rate = 60

    def _resting(self) -> View:
        texts = self.ui.texts
        if self._in_city is None:
            line = texts("kiosk.offline")
        else:
            line = texts("kiosk.people", count=self._in_city) if self._in_city else texts("kiosk.open")
        said = (self._orders.message,) if self._orders.message else ()
        if self._orders.closed:
            return View("closed", "panel", texts("kiosk.closed"), said, back=False)
        choices = tuple(Action(language, OWN_NAMES[language]) for language in LANGUAGES)
        return View("attract", "panel", texts("kiosk.touch"), (*said, line), choices, back=False)

    def _ordered(self, orders: Orders) -> None:
        """The city wants it otherwise from now on; whoever is there is left in peace."""
        self._orders = orders
        if self.idle is None:
            self._make_ready()
            self.ui.interrupt(_Changed())

    def _make_ready(self) -> None:
        comfort = msgspec.structs.replace(NOBODY, low_reach=self._orders.low_reach, voice=self._plugged)
        self.visit.preferences.comfort = comfort
        self.ui.adopt(comfort)

    async def _listen(self) -> None:
        """Headphones are plugged in: all is spoken. Pulled out: nothing is, so that nobody else hears what was meant
        for one."""
        while self._jack.is_there:
            await asyncio.sleep(LOOKED)
            if (plugged := self._jack.plugged()) != self._plugged:
                self._plugged = plugged
                self._touched()
                self.visit.make_comfortable(msgspec.structs.replace(self.visit.preferences.comfort, voice=plugged))
                self.ui.say("kiosk.heard" if plugged else "kiosk.hushed")
                if self.idle is None:
                    self.ui.interrupt(_Changed())

    async def _count(self) -> None:
        while True:
            try:
                present = sum((await self.link.get("/presence", dict[str, int])).values())
            except Refusal:
                present = None
            if present != self._in_city:
                self._in_city = present
                self.ui.interrupt(_Changed())
            await asyncio.sleep(ASKED)

    async def _serve(self, language: str) -> None:
        """One visit, until its citizen ends it or is gone."""
        self.sessions += 1
        self.idle = Idle(self._now(), self._orders.patience)
        self.visit.speak(language)
        running = self._running = asyncio.ensure_future(self.visit.run(first=True))
        try:
            await asyncio.wait({running})
            if not running.cancelled() and (mishap := running.exception()) is not None:
                raise mishap  # the watchdog begins anew, and what happened is written down
        finally:
            running.cancel()
            self._running = None

    async def _wipe(self) -> None:
        """As if nobody had been there. The office forgets the visit, too, if it can be told."""
        self.idle = None
        self._warn(False)
        with contextlib.suppress(Refusal, TimeoutError):
            await asyncio.wait_for(self.visit.leave(), 1.0)
        await self.close_visit()
        self.ui.forget()
        self.ui.texts.language = LANGUAGES[0]
        self.open_visit()
        self.ui.language_changed()
        self.walker = None
        self._eraser.erase()

    def open_visit(self) -> None:
        super().open_visit()
        self._make_ready()

    # --- what is on every screen

    def call(self) -> None:
        """Somebody of the house is asked to come."""
        self._touched()
        self._calling = asyncio.ensure_future(self._call())

    async def _call(self) -> None:
        try:
            await self._post.call(self._standing())
            self.ui.say("kiosk.called")
        except Refusal:
            self.ui.say("kiosk.not-called")

    def larger(self) -> None:
        """The next size of letters."""
        self._touched()
        now = self.visit.preferences.comfort
        size = LARGER[(LARGER.index(now.text) + 1) % len(LARGER)] if now.text in LARGER else LARGER[0]
        contrast = EASY.theme if size != "100" else NOBODY.theme
        self.visit.make_comfortable(msgspec.structs.replace(now, theme=contrast, text=size))

    def language(self) -> None:
        """The next language; what was being written stays."""
        self._touched()
        self.ui.next_language()
        self.ui.say("kiosk.speaks")

    def end(self) -> None:
        """The citizen is done: at once as if nobody had been there."""
        if self._running is not None:
            self._running.cancel()

    # --- a frame's part

    def look(self, seconds: float) -> None:
        if self.idle is None and self.walker is None:
            self.base.cam.set_h(self.base.cam.get_h() + TURN * seconds)
        else:
            super().look(seconds)

    def speak(self, seconds: float) -> None:
        super().speak(seconds)
        self._heart.beat()
        watcher = self.base.mouseWatcherNode
        if watcher is not None and any(watcher.is_button_down(button) for button in MOUSE):
            self._touched()
        if self.idle is None:
            return
        now = self._now()
        state = self.idle.state(now)
        self._warn(state == "warned")
        if self._warning is not None:
            self._warning.show(self.idle.left(now))
        if state == "gone":
            self.end()

    def _touched(self) -> None:
        if self.idle is not None and self._warning is None:
            self.idle.touch(self._now())

    def _warn(self, on: bool) -> None:
        if on and self._warning is None:
            self._warning = Warning(self.ui, self._stay, self._more)
            self.ui.sound("bell")
            self.ui.speak(self.ui.texts("kiosk.there"))
        elif not on and self._warning is not None:
            self._warning.remove()
            self._warning = None

    def _stay(self) -> None:
        if self.idle is not None:
            self.idle.touch(self._now())

    def _more(self) -> None:
        if self.idle is not None:
            self.idle.more(self._now())

    def _standing(self) -> Standing:
        return Standing("in-use" if self.idle is not None else "resting", self.ui.texts.language, self.sessions)
