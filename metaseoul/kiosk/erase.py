"""What a visit leaves in memory: nothing. Freed memory is overwritten as it is freed, and what is unused is given back.

glibc does the overwriting when a process begins with MALLOC_PERTURB_ (mallopt(3), M_PERTURB), in one arena, without
its caches, which keep freed pieces as they are. It leaves the last eight bytes of a piece (free_perturb in
malloc/malloc.c): four letters of Hangul, which the next owner of the piece may never write over. So Python takes its
objects from it with a guard behind each (PYTHONMALLOC=malloc_debug), and at rest every free piece is taken once more,
whole, and let go.
"""

import ctypes
import functools
import gc
import sys
from collections.abc import Iterator
from typing import Any

from metaseoul.stage.memory import give_back

ENVIRONMENT = {
    "MALLOC_PERTURB_": "165",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0:glibc.malloc.arena_max=1",
    "PYTHONMALLOC": "malloc_debug",
}
"""With which a kiosk's program begins."""
REMEMBERING = ("yarl", "aiohttp", "multidict", "urllib")
"""Libraries that keep what they took apart."""
_CACHED = type(functools.lru_cache(int))
_HEADER, _STEP = 8, 16
"""Bytes of a piece that are glibc's, and by how many its sizes differ, on a machine of 64 bits."""
_LARGEST = 1 << 16
"""Bytes of the pieces that are asked for first; a larger one is taken in parts."""


class Eraser:
    """Made once, before anybody is there: what there is then is everyone's, and need not be looked through again."""

    def __init__(self) -> None:
        self._caches: list[Any] = [
            thing
            for thing in gc.get_objects()
            if isinstance(thing, _CACHED) and (thing.__module__ or "").partition(".")[0] in REMEMBERING
        ]
        gc.collect()
        gc.freeze()

    def erase(self) -> None:
        """Frees what nobody holds any more, and what libraries hold on to for speed: addresses that were asked for."""
        for cache in self._caches:
            cache.cache_clear()
        for _ in range(2):  # what a finaliser let go is collected in the next round
            gc.collect()
        scrub()
        give_back()


def scrub() -> int:
    """Takes every free piece of the heap once, so that all of it is overwritten; how many there were. Does nothing
    where the C library is not glibc on a machine of 64 bits."""
    libc = ctypes.CDLL(None)
    if sys.platform != "linux" or sys.maxsize < 2**62 or not hasattr(libc, "mallinfo2"):
        return 0
    libc.malloc.restype = libc.sbrk.restype = ctypes.c_void_p
    libc.malloc.argtypes, libc.sbrk.argtypes, libc.free.argtypes = (
        [ctypes.c_size_t],
        [ctypes.c_ssize_t],
        [ctypes.c_void_p],
    )
    libc.mallinfo2.restype = _Mallinfo
    end = (libc.sbrk(0) or 0) - libc.mallinfo2().keepcost
    taken: list[int] = []
    beyond: list[int] = []
    for size in _sizes():
        while piece := libc.malloc(size):
            if piece >= end - size:  # none of this size is free below the end of what is used
                beyond.append(piece)
                break
            taken.append(piece)
    for piece in (*beyond, *taken):
        libc.free(piece)
    return len(taken)


def _sizes() -> Iterator[int]:
    """From the largest: a large piece is not cut up for small ones."""
    size = _LARGEST
    while size > 1024:
        yield size - _HEADER
        size //= 2
    yield from range(1024 - _HEADER, _STEP, -_STEP)


class _Mallinfo(ctypes.Structure):
    """mallinfo(3)."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
        )
    ]  # fmt: skip
