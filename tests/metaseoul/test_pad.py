"""With a gamepad alone one goes through whatever is shown, chooses, goes back, and writes by the keys on the screen."""

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from panda3d.core import GamepadButton, InputDevice

from metaseoul.controls.inputs import BUTTONS, USE, Inputs
from metaseoul.stage.renderer import NoRenderer, offscreen
from metaseoul.texts import Texts
from metaseoul.ui import Back
from metaseoul.ui.views import Action, Answer, View
from metaseoul.ui.window import WindowUi
from tests.conftest import lacking


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


@pytest.fixture
def hand() -> Iterator[Hand]:
    try:
        base = offscreen((1280, 720))
    except NoRenderer:
        lacking("a renderer")
    found = Hand(base)
    yield found
    found.ui.hide()
    base.ignoreAll()
    found.ui.root.remove_node()


CHOICE = View("choice", "panel", "무엇을?", (), tuple(Action(f"a{i}", f"{i}번") for i in range(4)))


async def test_the_cross_goes_from_choice_to_choice_and_a_takes_one(hand: Hand) -> None:
    asking = await hand.asked(CHOICE)
    hand.press("dpad_down", "dpad_down", "dpad_down", "dpad_up")
    assert hand.ui.focused is not None
    named = hand.ui.focused.name
    hand.press(USE)
    assert (await asking).action == named
    assert named in {action.name for action in CHOICE.actions}


async def test_every_choice_of_a_long_list_is_reached_by_the_cross(hand: Hand) -> None:
    asking = await hand.asked(View("choice", "panel", "?", (), tuple(Action(f"a{i}", f"{i}번") for i in range(60))))
    reached = set()
    for _ in range(70):
        hand.press("dpad_down")
        assert hand.ui.focused is not None
        reached.add(hand.ui.focused.name)
    assert {f"a{i}" for i in range(60)} <= reached
    asking.cancel()


async def test_b_goes_back(hand: Hand) -> None:
    asking = await hand.asked(CHOICE)
    hand.press("face_b")
    with pytest.raises(Back):
        await asking


async def test_what_a_button_does_is_what_a_key_does(hand: Hand) -> None:
    heard = []
    for key in set(BUTTONS.values()):
        hand.ui.base.accept(f"{key}", lambda key=key: heard.append(key))
    hand.press(*BUTTONS)
    assert heard == list(BUTTONS.values())


def test_every_button_that_is_listened_to_is_one_that_pads_have() -> None:
    for name in (USE, *BUTTONS):
        assert str(getattr(GamepadButton, name)()) == name
