"""After a citizen has left a kiosk, none of their words, names or numbers is on its disk or in its memory."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from metaseoul.kiosk.erase import ENVIRONMENT
from services.registry.sample import sample_people
from tests.conftest import lacking

PURPOSE = "꿻뷁은행제출칠삼구일"
"""What the citizen types: words that are nowhere else."""
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""Python keeps letters in one, two or four bytes, Panda3D in four, the wire in UTF-8."""

pytestmark = pytest.mark.window


def forms(words: str) -> list[bytes]:
    return [words.encode(encoding) for encoding in ENCODINGS]


def in_memory(process: int, needles: Iterable[bytes]) -> dict[bytes, int]:
    """How often each is found in all that a process has in memory."""
    found = dict.fromkeys(needles, 0)
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            span, rights, *_ = line.split()
            if not rights.startswith("r") or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(start)
                piece = memory.read(end - start)
            except (OSError, ValueError):
                continue
            for needle in found:
                found[needle] += piece.count(needle)
    return found


def on_disk(folder: Path, needles: Iterable[bytes]) -> list[Path]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if any(needle in file.read_bytes() for needle in needles)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is searched by /proc")
def test_nothing_of_a_citizen_is_left(own_url: str, tmp_path: Path) -> None:
    person = next(person for person in sample_people() if len(person.name) > 4)
    home = tmp_path / "kiosk"
    environment = {**os.environ, **ENVIRONMENT, "METASEOUL_HOME": str(home)}
    command = [sys.executable, "-m", "tests.metaseoul.kiosk.errand", own_url, PURPOSE.encode().hex(), person.subject]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        try:
            told = process.stdout.readline()
            if not told:
                lacking("a renderer")
            number = re.search(r"(\d{4}-){3}\d{4}", told.strip()[::-1])[0]
            words = [PURPOSE, person.name, number]
            there = in_memory(process.pid, [form for one in words for form in forms(one)])
            for one in words:
                assert sum(there[form] for form in forms(one)), f"{one} was never there: the search finds nothing"
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.stdout.readline() == "gone\n"
            assert process.stdout.readline() == "wiped\n"
            left = in_memory(process.pid, there)
            assert not {form: count for form, count in left.items() if count}
            assert not on_disk(home, there)
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.wait(60) == 0
        finally:
            process.kill()
