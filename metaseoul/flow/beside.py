"""Sitting beside somebody (동석): a code of four figures, the same screen with figures masked, a pointing finger.

What is sent is masked before it leaves this machine, and once more by the office. Whoever sits there has no way to act.
"""

import asyncio
import contextlib
import re
from typing import TYPE_CHECKING

from metaseoul.faults import Refusal
from metaseoul.texts import Texts
from metaseoul.ui import Back, Found
from metaseoul.ui.views import Action, View
from worlds.beside import CODE, EVERY, Beside, Opened, Part, Point, Shown, Sitting, masked

if TYPE_CHECKING:
    from metaseoul.visit import Visit

LONGEST, PARTS, LINES = 400, 60, 40
"""What the wire takes of a screen."""
ENDED = "beside.ended"
POINT = "point:"


class Sharing:
    """One's own screen, shown to whoever has the code, until one ends it."""

    def __init__(self, visit: "Visit", code: str) -> None:
        self._visit, self.code = visit, code
        self.beside = Beside()
        self._task = asyncio.ensure_future(self._run())

    def end(self) -> None:
        """Nobody sits there any more."""
        self._task.cancel()

    async def _run(self) -> None:
        visit, ui, texts = self._visit, self._visit.ui, self._visit.texts
        path = f"/beside/{self.code}"
        ui.over(texts("beside.waiting", code=self.code), self.end)
        try:
            while True:
                with contextlib.suppress(Unheard):
                    self._heard(await self._told(path))
                await asyncio.sleep(EVERY)
        except Refusal:  # it has ended elsewhere, or with the visit
            pass
        finally:
            ui.over("", None)
            ui.say("beside.ended", looks=self.beside.looks)
            visit.sharing = None
            self._farewell = asyncio.ensure_future(_ended(visit, path))

    async def _told(self, path: str) -> Beside:
        """Raises Unheard while the line is down, Refusal when it has ended."""
        try:
            return await self._visit.link.put(path, seen(self._visit.ui.now_shown()), Beside)
        except Refusal as refusal:
            if refusal.code.startswith(("link.", "store.", "server.")):
                raise Unheard from refusal
            raise

    def _heard(self, beside: Beside) -> None:
        ui, texts = self._visit.ui, self._visit.texts
        before, self.beside = self.beside, beside
        if beside.name and not before.name:
            ui.sound("chime")
            ui.say("beside.came", name=beside.name)
        if beside.name and beside != before:
            ui.over(texts("beside.here", name=beside.name, looks=beside.looks), self.end)
        if beside.pointed > before.pointed:
            ui.point(beside.point)


class Unheard(Exception):
    """The line is down; it comes back."""


class _Changed(Exception):
    """They see something else now."""


async def beside(visit: "Visit") -> None:
    """Lets somebody sit beside, or sits beside somebody."""
    texts = visit.texts
    names = ("share", "join")
    about = (texts("beside.about"),)
    if await visit.ui.choose("beside", [Action(name, texts(f"beside.{name}")) for name in names], about) == "share":
        if visit.sharing is None:
            visit.sharing = Sharing(visit, (await visit.link.post("/beside", {}, Opened)).code)
        visit.ui.say("beside.open", code=visit.sharing.code)
        return
    code = (await visit.ui.line("beside.code.line")).strip()
    if not is_code(code):
        raise Refusal(ENDED)
    await sit_beside(visit, code)


def is_code(words: str) -> bool:
    """Whether it is a code of four figures: in the box for wishes it is one, too."""
    return re.fullmatch(CODE, words.strip()) is not None


async def sit_beside(visit: "Visit", code: str) -> None:
    """Sits down beside whoever has told the code, until one of the two ends it. Raises Refusal, Back, Found."""
    sitting = await visit.link.post(f"/beside/{code}/seat", {}, Sitting)
    await _sit(visit, code, sitting.name)


async def _sit(visit: "Visit", code: str, name: str) -> None:
    """Sees what they see until one of the two ends it."""
    ui, path = visit.ui, f"/beside/{code}"
    shown = await visit.link.get(path, Shown)
    watching = asyncio.ensure_future(_watch(visit, path, shown))
    try:
        while True:
            try:
                chosen = await ui.ask(_view(visit.texts, name, shown))
            except _Changed as change:
                shown = change.args[0]
                continue
            except Refusal as refusal:
                if refusal.code == ENDED:
                    ui.say("beside.over")
                    return
                raise
            await visit.link.put(f"{path}/point", Point(chosen.action.removeprefix(POINT)), type(None))
    except (Back, Found):
        await _ended(visit, path)
        raise
    finally:
        watching.cancel()


async def _watch(visit: "Visit", path: str, before: Shown) -> None:
    while True:
        await asyncio.sleep(EVERY)
        try:
            now = await visit.link.get(path, Shown)
        except Refusal as refusal:
            if refusal.code.startswith(("link.", "store.", "server.")):
                continue
            visit.ui.interrupt(refusal)
            return
        if now != before:
            before = now
            visit.ui.interrupt(_Changed(now))


def _view(texts: Texts, name: str, shown: Shown) -> View:
    heading = texts("beside.screen", name=name, heading=shown.heading) if shown.key else texts("beside.no-screen")
    actions = tuple(Action(f"{POINT}{part.name}", part.label, part.value) for part in shown.parts)
    return View("beside.screen", "panel", heading, shown.body, actions)


def seen(view: View | None) -> Shown:
    """A view as whoever sits beside gets it."""
    if view is None:
        return Shown("", "")
    entries = [Part(one.name, one.label[:LONGEST], _value(one.value, one.choices)[:LONGEST]) for one in view.fields]
    actions = [Part(one.name, one.label[:LONGEST], one.note[:LONGEST]) for one in view.actions if one.at is None]
    body = tuple(line[:LONGEST] for line in view.body[:LINES])
    return masked(Shown(view.key, view.heading[:LONGEST], body, tuple([*entries, *actions][:PARTS])))


def _value(value: str, choices: tuple[Action, ...]) -> str:
    return next((choice.label for choice in choices if choice.name == value), value)


async def _ended(visit: "Visit", path: str) -> None:
    with contextlib.suppress(Refusal):
        await visit.link.delete(path, type(None))
