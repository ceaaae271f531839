"""Whatever the window, the size of letters and the reach: panels stay inside it, and everything can be pressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.ui.frame import REFLOW, TARGET, Screen, framed
from metaseoul.ui.theme import ROW, SMALL

sizes = st.tuples(st.integers(640, 3840), st.integers(480, 3840))


@given(sizes, st.sampled_from([1.0, 1.25, 1.5, 2.0]), st.booleans(), st.booleans(), st.booleans())
def test_panel_and_desk_lie_inside_the_window_and_beside_each_other(size, text, low, strip, beside) -> None:
    frame = framed(*size, text, low=low, strip=strip)
    x, y, width, height = frame.panel(beside)
    assert x >= 0
    assert x + width <= frame.width
    assert y >= frame.top - 1
    assert y + height <= frame.bottom
    if beside and not low:
        left, top, wide, high = frame.desk()
        assert left + wide <= x or top + high <= y
        assert min(wide, high) > 0


@given(sizes, st.sampled_from([1.0, 1.5, 2.0]))
def test_so_much_of_the_design_always_fits(size, text) -> None:
    frame = framed(*size, text)
    assert frame.width / frame.factor >= REFLOW[0]
    assert frame.height / frame.factor >= REFLOW[1]


def test_letters_grow_to_two_hundred_percent_with_all_that_is_pressed() -> None:
    usual, large = framed(1920, 1080), framed(1920, 1080, 2.0)
    assert large.pixels(SMALL) == 2 * usual.pixels(SMALL)
    assert large.pixels(ROW) == 2 * usual.pixels(ROW)


@pytest.mark.parametrize(
    ("size", "screen", "least"),
    [((1080, 1920), Screen(708.0), 12.0), ((1080, 1920), Screen(240.0), 7.25), ((2160, 3840), Screen(950.0), 12.0)],
    ids=["32 inches", "small", "43 inches"],
)
def test_on_a_kiosk_letters_and_targets_have_their_millimetres(size, screen: Screen, least: float) -> None:
    frame = framed(*size, screen=screen)
    millimetre = size[1] / screen.height
    assert frame.pixels(SMALL) / millimetre >= least - 0.25
    assert frame.pixels(ROW) / millimetre >= TARGET - 0.25


def test_within_low_reach_nothing_is_pressed_over_one_metre_twenty() -> None:
    screen = Screen(708.0, foot=900.0)
    frame = framed(1080, 1920, screen=screen, low=True)
    highest = screen.foot + (frame.height - frame.panel()[1]) / frame.height * screen.height
    assert highest <= 1200


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (1080, 1920)])
def test_what_a_panel_leaves_free_has_its_middle_outside_of_the_panel(size: tuple[int, int], text: float) -> None:
    frame = framed(*size, text)
    across, down = frame.beside()
    assert 0 < across <= 0.5
    assert 0 < down <= 0.5
    assert frame.tall or across * frame.width < frame.panel()[0]
