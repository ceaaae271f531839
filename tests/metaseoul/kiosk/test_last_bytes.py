"""What is freed is overwritten to its last byte: the C library alone leaves the last eight of each piece."""

import os
import subprocess
import sys

import pytest

from metaseoul.kiosk.erase import ENVIRONMENT
from tests.metaseoul.kiosk.test_trace import forms, in_memory

SECRET = "꿻뷁"
CHILD = """
import gc, random, sys
from metaseoul.kiosk.erase import scrub
chance, kept = random.Random(1), []
secret = bytes.fromhex(sys.stdin.readline()).decode()
for number in range(20_000):
    words = "abcd"[: chance.randint(0, 4)] + secret + "x" * chance.randint(0, 6)
    kept.append(words.encode() if number % 3 else words)
    kept.append("y" * chance.randint(1, 200))
    if number % 7 == 0:
        kept.pop(chance.randrange(len(kept)))
kept = [one for one in kept if isinstance(one, str) and one.startswith("y")]
del secret, words
gc.collect()
scrub()
print("ready", flush=True)
sys.stdin.readline()
"""


def left(environment: dict[str, str]) -> int:
    """How often the secret is still in the memory of a program that let go of all of it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", CHILD]
    with subprocess.Popen(command, env={**os.environ, **environment}, text=True, **pipes) as child:
        try:
            child.stdin.write(SECRET.encode().hex() + "\n")
            child.stdin.flush()
            assert child.stdout.readline() == "ready\n"
            return sum(in_memory(child.pid, forms(SECRET)).values())
        finally:
            child.kill()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is searched by /proc, and glibc overwrites")
def test_nothing_is_left_of_words_in_pieces_that_were_used_again() -> None:
    assert left(ENVIRONMENT) == 0
    without_a_guard = ENVIRONMENT | {"PYTHONMALLOC": "malloc"}
    assert left(without_a_guard) > 0, "the search finds nothing, so it shows nothing"
