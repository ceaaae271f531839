"""`metaseoul text` as a process: lines in, lines out, and nothing that is typed can break it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from metaseoul.visit import EVERYWHERE
from tests.conftest import need
from worlds.plan import place

PATIENCE = 120


def twin(lines: bytes, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "metaseoul", "text", *words],
        input=lines,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, **environment},
    )


def quiet(told: subprocess.CompletedProcess[bytes]) -> str:
    """What was written, once it is sure that the visit ended well."""
    assert (told.returncode, told.stderr.decode()) == (0, "")
    return told.stdout.decode()


def test_a_request_by_pipe_becomes_a_sheet_that_poppler_calls_valid(tmp_path: Path) -> None:
    pdfsig = need("pdfsig")
    lines = f"등본\n1\n1\n1\n{tmp_path / 'kept'}\n2\n8\n"
    told = quiet(twin(lines.encode()))
    assert told.count("누구로 본인확인을 할까요?") == 1
    [sheet] = (tmp_path / "kept").glob("*.pdf")
    assert str(sheet) in told
    report = subprocess.run([pdfsig, str(sheet)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid." in report
    assert "Total document signed" in report
    genuine = subprocess.run(
        [sys.executable, "-m", "metaseoul", "verify", str(sheet)], capture_output=True, text=True, check=False
    )
    assert (genuine.returncode, genuine.stdout.splitlines()[0]) == (0, "진짜 문서입니다.")


@pytest.mark.parametrize("lines", [b"", b"\n\n\n", b"99\n", b"\xff\xfe\x80\n", b"\x00\n", b"9" * 6000 + b"\n"])
def test_the_end_of_the_pipe_ends_the_visit_whatever_came_before(lines: bytes, url: str) -> None:
    assert "서울광장" in quiet(twin(lines, "--server", url))


def test_words_that_nobody_understands_are_answered_and_the_visit_goes_on(url: str) -> None:
    nonsense = b"\xff\xfe\x80\n" + b"99\n" + "가".encode() * 400_000 + b"\n" + b"9" * 6000 + b"\n"
    told = quiet(twin(nonsense + "지도\n0\n".encode(), "--server", url))
    assert "99번은 없습니다" in told
    assert told.count("너무 긴 글입니다") == 2
    assert told.count("맞는 것을 찾지 못했습니다") == 1  # bytes that are no letters
    assert "어디로 갈까요?" in told  # the name of what is offered, written out, does it


def test_two_thousand_wishes_in_a_row_are_answered_one_by_one(url: str) -> None:
    told = quiet(twin(b"zzzz\n" * 2000, "--server", url))
    assert told.count('"zzzz"') == 2000


def test_a_reader_who_goes_away_ends_nothing_with_a_traceback(url: str) -> None:
    command = [sys.executable, "-m", "metaseoul", "text", "--server", url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        process.stdout.close()
        process.stdin.write(b"1\n1\n1\n")
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE) == 0


def test_a_machine_that_writes_only_ascii_hears_question_marks_not_a_traceback(url: str) -> None:
    assert "??" in quiet(twin(b"", "--server", url, PYTHONIOENCODING="ascii"))


STANDING = len(place("plaza").gates) + len(place("plaza").anchors)
ELSEWHERE = [name for name in EVERYWHERE if name not in {anchor.opens for anchor in place("plaza").anchors}]
LANGUAGE, LEAVE = (STANDING + ELSEWHERE.index(name) + 1 for name in ("language", "leave"))
"""Numbers of these actions in the plaza."""


def test_leaving_ends_the_visit(url: str) -> None:
    told = quiet(twin(f"{LEAVE}\n1\n1\n".encode(), "--server", url))
    assert told.count("==") == 2


def test_the_language_that_was_chosen_is_spoken_at_the_next_visit(url: str) -> None:
    quiet(twin(f"{LANGUAGE}\n2\n".encode(), "--server", url))
    assert "Seoul Plaza" in quiet(twin(b"", "--server", url, METASEOUL_LANGUAGE=""))
