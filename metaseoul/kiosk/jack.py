"""Whether headphones are plugged in: what is spoken then reaches one person alone (KS X 9211).

Linux tells it as a switch of an input device (SW_HEADPHONE_INSERT, linux/input-event-codes.h), which the kiosk's user
may read as one of the group `input`.
"""

import array
import sys
from contextlib import suppress
from pathlib import Path

HEADPHONES = 0x02
"""The switch's number."""
SWITCHES = 8
"""Bytes that hold all switches there are."""
DEVICES = Path("/dev/input")
CAPABLE = Path("/sys/class/input")


class Jack:
    """The machine's sockets for headphones, looked for once."""

    def __init__(self, devices: Path = DEVICES, capable: Path = CAPABLE) -> None:
        self._sockets = [
            devices / known.name
            for known in sorted(capable.glob("event*"))
            if _has(known / "device" / "capabilities" / "sw")
        ]

    @property
    def is_there(self) -> bool:
        """Whether the machine can tell at all."""
        return bool(self._sockets)

    def plugged(self) -> bool:
        """Whether something is in one of them now."""
        return any(inserted(state) for socket in self._sockets if (state := _switches(socket)) is not None)


def inserted(state: bytes) -> bool:
    """Whether the bits of all switches say so."""
    return bool(int.from_bytes(state, sys.byteorder) >> HEADPHONES & 1)


def _has(capabilities: Path) -> bool:
    """Whether a device has such a switch: the kernel tells words in hexadecimal, the highest first."""
    with suppress(OSError, ValueError, IndexError):
        return bool(int(capabilities.read_text().split()[-1], 16) >> HEADPHONES & 1)
    return False


def _switches(device: Path) -> bytes | None:
    """The state of all switches of a device (EVIOCGSW, linux/input.h); None when it cannot be asked."""
    if sys.platform != "linux":
        return None
    import fcntl

    state = array.array("B", bytes(SWITCHES))
    ask = 2 << 30 | SWITCHES << 16 | ord("E") << 8 | 0x1B
    with suppress(OSError), device.open("rb", 0) as asked:
        fcntl.ioctl(asked, ask, state)
        return state.tobytes()
    return None
