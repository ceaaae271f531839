"""With a gamepad alone one goes through whatever is shown, chooses, goes back, and writes by the keys on the screen."""

import pytest
from panda3d.core import GamepadButton

from metaseoul.controls.inputs import BUTTONS, USE
from metaseoul.ui import Back
from metaseoul.ui.views import Action, View
from tests.metaseoul.pads import CHOICE, Hand


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
