"""What the audit of the libraries says: a hole is named, and what could not be looked up is no good news."""

import runpy
from pathlib import Path

import pytest

judged = runpy.run_path(str(Path(__file__).resolve().parent.parent / "scripts" / "audit"), run_name="audit")["judged"]
FINE = {"name": "fine", "version": "1", "vulns": []}
HOLE = {"name": "holey", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
UNSEEN = {"name": "unseen", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("found", "code", "words"),
    [
        ([FINE], 0, "1 libraries looked up, 0 holes known, 0 not looked up"),
        ([FINE, HOLE], 1, "holey 2: PYSEC-1, mended in 2.1"),
        ([FINE, UNSEEN], 3, "not looked up: unseen"),
        ([HOLE, UNSEEN], 1, "not looked up: unseen"),
        ([], 3, "0 libraries looked up"),
    ],
)
def test_a_hole_is_named_and_silence_is_not_taken_for_health(
    found: list, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged(found) == code
    assert words in capsys.readouterr().out
