"""Memory that nobody uses any more, given back to the system."""

import ctypes
import sys


def give_back() -> None:
    """Where the C library is glibc it keeps what was freed until it is told: some tens of megabytes after a place."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
