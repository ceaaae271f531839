"""The digest of a place: the same in every process, another when anything changes."""

import os
import subprocess
import sys

import msgspec
import pytest

from worlds.digest import digest
from worlds.plan import place, places
from worlds.shape import Place

TELL = "from worlds.plan import places; from worlds.digest import digest; print([digest(p) for p in places()])"


def digests_of_another_process(seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-c", TELL], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_two_processes_with_other_hash_seeds_hold_the_same_city() -> None:
    here = str([digest(p) for p in places()]) + "\n"
    assert digests_of_another_process("1") == digests_of_another_process("4242") == here


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_a_place_survives_the_wire_unchanged(where: Place) -> None:
    back = msgspec.msgpack.decode(msgspec.msgpack.encode(where), type=Place)
    assert back == where
    assert digest(back) == digest(where)


def test_moving_one_bench_by_a_millimetre_changes_the_digest() -> None:
    hall = place("city-hall")
    first = hall.parts[0]
    shifted = msgspec.structs.replace(first, at=(0.001, 0.0, 0.0))
    assert digest(msgspec.structs.replace(hall, parts=(shifted, *hall.parts[1:]))) != digest(hall)


def test_a_digest_is_sixteen_hexadecimal_characters() -> None:
    assert all(len(digest(p)) == 16 and int(digest(p), 16) >= 0 for p in places())
