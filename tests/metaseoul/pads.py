"""A hand with a gamepad before a window, for tests."""

import asyncio
from types import SimpleNamespace
from typing import Any

from panda3d.core import InputDevice

from metaseoul.controls.inputs import Inputs
from metaseoul.texts import Texts
from metaseoul.ui.views import Action, Answer, View
from metaseoul.ui.window import WindowUi

CHOICE = View("choice", "panel", "무엇을?", (), tuple(Action(f"a{i}", f"{i}번") for i in range(4)))


class Pad:
    """A pad whose buttons a test holds down."""

    device_class = InputDevice.DeviceClass.gamepad

    def __init__(self) -> None:
        self.held: set[str] = set()

    def find_button(self, name: str) -> Any:
        return SimpleNamespace(pressed=name in self.held)

    def find_axis(self, _axis: object) -> Any:
        return SimpleNamespace(value=0.0)


class Hand:
    """Presses one button after the other, as a thumb does."""

    def __init__(self, base: Any) -> None:
        self.ui, self.pad = WindowUi(Texts("ko"), base), Pad()
        self.inputs = Inputs(base, lambda x, y: None, self.ui.use)
        base.messenger.send("connect-device", [self.pad])

    def press(self, *names: str) -> None:
        for name in names:
            self.pad.held = {name}
            self.inputs.read(0.016)
            self.inputs.read(0.016)  # held down over two frames is pressed once
            self.pad.held = set()
            self.inputs.read(0.016)

    async def asked(self, view: View) -> "asyncio.Task[Answer]":
        asking = asyncio.ensure_future(self.ui.ask(view))
        await asyncio.sleep(0)
        return asking

    def close(self) -> None:
        self.ui.hide()
        self.ui.base.ignoreAll()
        self.ui.root.remove_node()
