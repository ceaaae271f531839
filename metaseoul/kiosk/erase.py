"""What a visit leaves in memory: nothing. Freed memory is overwritten as it is freed, and what is unused is given back.

glibc does the overwriting when a process begins with MALLOC_PERTURB_ (mallopt(3), M_PERTURB), without its per-thread
caches, which keep freed pieces as they are, and with Python's objects taken from it rather than from Python's own pools
(PYTHONMALLOC).
"""

import functools
import gc
from typing import Any

from metaseoul.stage.memory import give_back

ENVIRONMENT = {"MALLOC_PERTURB_": "165", "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", "PYTHONMALLOC": "malloc"}
"""With which a kiosk's program begins."""
REMEMBERING = ("yarl", "aiohttp", "multidict", "urllib")
"""Libraries that keep what they took apart."""
_CACHED = type(functools.lru_cache(int))


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
        give_back()
