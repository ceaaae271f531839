"""A screen reader finds every control of the window by role and name, and presses it (AT-SPI, a real registry)."""

import asyncio
import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import lacking, need, x_server
from tests.metaseoul.test_window import READY, window
from tests.servers.desktop import session

SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's own: AT-SPI's binding is a package of the system."""
READER = """
import json, sys, gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
Atspi.init()
press = sys.argv[1]
def walk(node):
    yield node
    for number in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(number))
desktop = Atspi.get_desktop(0)
found = []
for number in range(desktop.get_child_count()):
    for node in walk(desktop.get_child_at_index(number)):
        found.append([node.get_role_name(), node.get_name()])
        if press and node.get_name() == press:
            node.get_action_iface().do_action(0)
print(json.dumps(found))
"""

pytestmark = pytest.mark.display


def has_reader() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def switch_on(environment: dict[str, str]) -> None:
    """Tells the session that somebody uses a screen reader."""
    asked = [
        need("gdbus"), "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
        "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>",
    ]  # fmt: skip
    subprocess.run(asked, env=environment, check=True, capture_output=True)


async def heard(environment: dict[str, str], press: str = "") -> list[tuple[str, str]]:
    """Role and name of all that a screen reader finds; presses what is called `press`."""
    command = [SYSTEM_PYTHON, "-c", READER, press]
    reader = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    told, _ = await reader.communicate()
    return [(role, name) for role, name in json.loads(told or b"[]")]


async def finds(environment: dict[str, str], what: tuple[str, str]) -> list[tuple[str, str]]:
    end = asyncio.get_running_loop().time() + READY
    while what not in (found := await heard(environment)):
        assert asyncio.get_running_loop().time() < end, f"{what} is not among {found}"
        await asyncio.sleep(0.3)
    return found


async def test_a_screen_reader_finds_and_presses_what_is_shown(own_url: str, tmp_path: Path) -> None:
    if not has_reader():
        lacking("python3-gi and gir1.2-atspi-2.0")
    with x_server("-noreset") as display, session(tmp_path, display) as environment:
        switch_on(environment)
        with window(own_url, display, tmp_path / "home", environment):
            found = await finds(environment, ("push button", "쉬운 화면"))
            assert ("frame", "메타버스 서울") in found
            assert ("entry", "무엇이 필요하세요?") in found
            await heard(environment, press="길잡이")
            found = await finds(environment, ("dialog", "길잡이"))
            assert ("push button", "뒤로") in found
