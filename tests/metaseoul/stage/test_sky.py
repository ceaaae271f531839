"""Sun, air and seasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.stage.shaders import CROWD_CORNERS, for_embedded
from metaseoul.stage.sky import BANDS, SEASONS, air, band, sun_direction


def test_the_sun_stands_in_the_south_at_noon_in_the_east_before_and_in_the_west_after() -> None:
    east, _, _ = sun_direction(9.0)
    noon, north, up = sun_direction(12 + 32 / 60)
    west, _, _ = sun_direction(16.0)
    assert east > 0.5
    assert west < -0.5
    assert abs(noon) < 0.01
    assert north < 0
    assert up == pytest.approx(0.7926, abs=0.002)  # cos 37.57 degrees, at an equinox


@given(st.floats(0, 24))
def test_the_light_of_every_hour_is_known_and_changes_gently(hour: float) -> None:
    now, soon = air(hour), air(hour + 0.02)
    assert 0 <= now.night <= 1
    assert all(abs(a - b) < 0.08 for a, b in zip(now.sun, soon.sun, strict=True))
    assert 0 <= band(hour) < len(BANDS)


def test_spring_is_the_colour_that_places_were_painted_in() -> None:
    assert SEASONS["spring"][3] == 0.0


def test_programs_are_turned_into_embedded_ones_by_their_first_line_alone() -> None:
    embedded = for_embedded(CROWD_CORNERS)
    assert embedded.startswith("#version 100\n")
    assert "gl_ModelView" not in embedded
    assert "layout" not in embedded
