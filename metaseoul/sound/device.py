"""Is there anything to hear with? Asked before the audio library is, which complains aloud where there is nothing."""

import os
import sys
from pathlib import Path

CARDS = Path("/proc/asound/cards")


def has_loudspeaker() -> bool:
    """On Linux a sound card of ALSA, or a sound server of this user; elsewhere there always is something."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    servers = [Path(runtime, name) for name in ("pulse/native", "pipewire-0")] if runtime else []
    if os.environ.get("PULSE_SERVER") or any(server.exists() for server in servers):
        return True
    try:
        return "[" in CARDS.read_text()
    except OSError:
        return False
