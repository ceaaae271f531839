"""A window has the samples that its renderer draws with ease."""

import os
import subprocess
import sys

import pytest

from metaseoul.device import is_software
from tests.conftest import x_server

OPENS = """
import sys
from metaseoul.base import open_window, renderer
name = renderer()
base = open_window((64, 48), int(sys.argv[1]) if len(sys.argv) > 1 else None)
print(name, base.win.get_fb_properties().get_multisamples(), sep="|")
"""


def opened(display: str, *samples: str) -> tuple[str, int]:
    """What the renderer is called, and how many samples a pixel the window got."""
    told = subprocess.run(
        [sys.executable, "-c", OPENS, *samples],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "DISPLAY": display},
    )
    assert told.returncode == 0, told.stderr
    name, count = told.stdout.splitlines()[-1].split("|")
    return name, int(count)


@pytest.mark.display
def test_a_window_on_a_software_renderer_has_one_sample_a_pixel(display: str) -> None:
    name, samples = opened(display)
    assert name
    assert samples == (0 if is_software(name) else 4)


@pytest.mark.display
@pytest.mark.usefixtures("display")
def test_a_window_opens_on_a_display_that_has_no_other_client() -> None:
    """A kiosk's: such a server begins anew whenever its last client goes."""
    with x_server() as alone:
        assert all(opened(alone) for _ in range(4))


@pytest.mark.display
def test_who_asks_for_samples_gets_them(display: str) -> None:
    assert opened(display, "4")[1] >= 4
    assert opened(display, "0")[1] == 0
