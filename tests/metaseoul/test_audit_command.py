"""`metaseoul audit` says whether the log of looks is whole, and names the row that is not."""

import asyncio
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from metaseoul.__main__ import main
from services import audit
from services.accounts.store import CitizenRow
from services.store import open_store


def noted(session: Session) -> None:
    session.add(CitizenRow(id="가", since=date(2026, 11, 27)))
    session.flush()
    for number in range(5):
        entry = audit.Entry("가", datetime(2026, 11, 27, tzinfo=UTC), "office", "register.read", about=str(number))
        audit.note(session, entry)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    async def fill() -> None:
        store = await open_store(f"sqlite:///{tmp_path / 'office.db'}")
        await store.transact(noted)
        await store.close()

    asyncio.run(fill())
    return tmp_path


def past_the_trigger(data: Path, order: str) -> None:
    with sqlite3.connect(data / "office.db") as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute(order)
    file.close()


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["audit", "--language", "en", *words])
    return code, capsys.readouterr().out


def test_a_whole_log_is_said_to_be_whole(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = told(capsys, "--data", str(data))
    assert (code, words.startswith("5 rows checked")) == (0, True)


def test_a_changed_row_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    past_the_trigger(data, "UPDATE audit SET who = 'self' WHERE number = 3")
    code, words = told(capsys, "--data", str(data))
    assert (code, "Row 3" in words) == (1, True)


def test_rows_that_were_cut_off_are_missed_by_whoever_kept_the_digest(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = told(capsys, "--data", str(data))[1].split()[-1]
    assert told(capsys, "--data", str(data), "--kept", kept)[0] == 0
    past_the_trigger(data, "DELETE FROM audit WHERE number = 5")
    assert told(capsys, "--data", str(data))[0] == 0
    code, words = told(capsys, "--data", str(data), "--kept", kept)
    assert (code, "cut off" in words) == (1, True)


def test_a_folder_without_a_city_and_a_file_that_is_no_database_are_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--language", "en", "--data", str(tmp_path)]) == 1
    assert "There are no records" in capsys.readouterr().err
    (tmp_path / "office.db").write_bytes(b"not a database at all, but long enough to look like one" * 100)
    assert main(["audit", "--language", "en", "--data", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "damaged" in told
    assert "Traceback" not in told
