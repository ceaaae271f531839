"""Whatever is written can be read: WCAG 2.2, 4.5 to 1 for text, 3 to 1 for edges and the focus ring."""

import pytest

from metaseoul.ui.theme import BODY, SMALL, THEMES, Colour, Theme, contrast, luminance

WHITE, BLACK = (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 1.0)
TEXT, EDGE = 4.5, 3.0


def over(shade: Colour, ground: Colour) -> Colour:
    """A colour as it is seen where it lets a ground through."""
    alpha = shade[3]
    red, green, blue = (shade[i] * alpha + ground[i] * (1 - alpha) for i in range(3))
    return (red, green, blue, 1.0)


every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@every_theme
@pytest.mark.parametrize("city", [WHITE, BLACK], ids=["noon", "night"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "panel"),
        ("text", "raised"),
        ("text", "chosen"),
        ("quiet", "panel"),
        ("quiet", "raised"),
        ("quiet", "chosen"),
        ("warning", "panel"),
        ("on_accent", "accent"),
        ("on_veil", "veil"),
    ],
)
def test_every_text_can_be_read_on_its_ground_over_any_city(theme: Theme, ink: str, ground: str, city: Colour) -> None:
    assert contrast(getattr(theme, ink), over(getattr(theme, ground), city)) >= TEXT


@every_theme
@pytest.mark.parametrize("ground", ["panel", "raised", "chosen"])
def test_the_focus_can_be_seen_on_everything_it_stands_on(theme: Theme, ground: str) -> None:
    assert contrast(theme.focus, over(getattr(theme, ground), BLACK)) >= EDGE


@pytest.mark.parametrize(("ink", "ground"), [("text", "panel"), ("on_accent", "accent"), ("quiet", "raised")])
def test_high_contrast_is_seven_to_one_and_more(ink: str, ground: str) -> None:
    assert contrast(getattr(THEMES["contrast"], ink), getattr(THEMES["contrast"], ground)) >= 7.0


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK)
    assert luminance(WHITE) == pytest.approx(1)


def test_no_text_is_smaller_than_fourteen_pixels() -> None:
    assert 14 <= SMALL < BODY
