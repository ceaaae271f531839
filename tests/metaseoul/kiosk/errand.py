"""A kiosk's program with a citizen at it, run by a test as a process of its own.

Says on standard output where it is, and waits there for a line: the test looks into its memory meanwhile. What is typed
comes as hexadecimal, so that the program holds it nowhere but where a citizen's words are held.
"""

import asyncio
import sys

from metaseoul.base import open_offscreen
from metaseoul.kiosk.app import Kiosk
from metaseoul.stage.tiers import LOWEST
from metaseoul.stage.workshop import Workshop
from metaseoul.texts import Texts
from metaseoul.ui.frame import Screen
from metaseoul.ui.keys import PANIC_KEY
from tests.metaseoul.visitors import until


async def stop(where: str) -> None:
    print(where, flush=True)
    await asyncio.to_thread(sys.stdin.readline)


class Citizen:
    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk, self.ui = kiosk, kiosk.ui

    async def sees(self, key: str) -> None:
        await until(lambda: self.ui.view is not None and self.ui.view.key == key, key)

    async def taps(self, name: str, of: str) -> None:
        await self.sees(of)
        self.ui.reveal(name)
        next(control for control in self.ui.controls if control.name == name).press()


async def errand(kiosk: Kiosk, purpose: str, subject: str) -> None:
    """A document, with words of the citizen's own in it; then they walk away."""
    citizen = Citizen(kiosk)
    await citizen.taps("ko", of="attract")
    await citizen.taps("to:documents.issue", of="title")
    await citizen.sees("documents.issue")
    await citizen.taps("purpose", of="documents.issue")
    kiosk.ui.focused.line.move(0)
    for letter in bytes.fromhex(purpose).decode():
        kiosk.ui.focused.line.put(letter)
    await citizen.taps("submit", of="documents.issue")
    await citizen.taps(subject, of="sign-in.sample")
    await citizen.sees("documents.desk")
    await stop(kiosk.ui.view.body[0][::-1])
    print("gone", flush=True)
    kiosk.base.messenger.send(PANIC_KEY.lower())  # as the button at the foot does
    await citizen.sees("attract")
    await asyncio.sleep(1.5)
    await stop("wiped")
    kiosk.close()


async def main(url: str, purpose: str, subject: str) -> None:
    base = open_offscreen((720, 1280))
    kiosk = Kiosk(base, Texts("ko"), url, LOWEST, Workshop(), screen=Screen(708.0))
    walking = asyncio.ensure_future(errand(kiosk, purpose, subject))
    await kiosk.run()
    await walking


asyncio.run(main(*sys.argv[1:4]))
