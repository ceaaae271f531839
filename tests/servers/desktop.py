"""A desktop session of a test's own: a message bus, and what lives on it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import need

OTHERS = ("DBUS", "IBUS", "GTK", "XDG_SESSION")


@contextmanager
def session(folder: Path, display: str) -> Iterator[dict[str, str]]:
    """The environment of a program in that session."""
    daemon = need("dbus-daemon")
    (folder / "run").mkdir(mode=0o700)
    environment = {
        **{name: said for name, said in os.environ.items() if not name.startswith(OTHERS)},
        "DISPLAY": display,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "LC_ALL": "C.UTF-8",
        "XMODIFIERS": "",
    }
    command = [daemon, "--session", "--nofork", "--print-address=1"]
    heard = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, env=environment, **heard) as bus:
        try:
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            yield environment
        finally:
            bus.terminate()
