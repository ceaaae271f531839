"""One writer: committed before it is acknowledged, all or nothing, and brought up to date in numbered steps."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel

import services.app  # every desk's tables are known to SQLModel once the office is put together
from services.faults import Refusal
from services.migrations import apply
from services.sqlite import Sqlite
from services.store import Store
from tests.services.records import insert, names

assert services.app.DESKS


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Sqlite]:
    opened = Sqlite(f"sqlite:///{tmp_path / 'office.db'}")
    yield opened
    await opened.close()


async def test_what_was_acknowledged_is_read_by_everyone(store: Store) -> None:
    assert await store.transact(insert, "a") == "a"
    assert await store.look_up(names) == ["a"]


async def test_a_transaction_that_fails_leaves_nothing_and_harms_no_other(store: Store) -> None:
    def half(session: Session) -> None:
        insert(session, "half")
        raise LookupError("no")

    async def one(number: int) -> object:
        return await store.transact(*((half,) if number % 3 == 0 else (insert, f"{number:03}")))

    answers = await asyncio.gather(*(one(number) for number in range(90)), return_exceptions=True)
    assert sum(isinstance(answer, LookupError) for answer in answers) == 30
    assert len(await store.look_up(names)) == 60


async def test_a_key_taken_twice_is_written_once(store: Store) -> None:
    answers = await asyncio.gather(*(store.transact(insert, "one") for _ in range(8)), return_exceptions=True)
    assert [answer for answer in answers if answer == "one"] == ["one"]
    assert await store.look_up(names) == ["one"]


async def test_reading_cannot_write(store: Store) -> None:
    with contextlib.suppress(DBAPIError):  # one throws it away, the other refuses
        await store.look_up(insert, "never")
    assert await store.look_up(names) == []


async def test_foreign_keys_are_kept_and_writes_reach_the_disk(sqlite: Sqlite) -> None:
    def pragmas(session: Session) -> list[object]:
        return [
            session.execute(text(f"PRAGMA {name}")).scalar() for name in ("foreign_keys", "journal_mode", "synchronous")
        ]

    assert await sqlite.look_up(pragmas) == [1, "wal", 2]
    assert await sqlite.transact(pragmas) == [1, "wal", 2]


async def test_closing_finishes_what_was_handed_in(tmp_path: Path) -> None:
    store = Sqlite(f"sqlite:///{tmp_path / 'office.db'}")
    waiting = [asyncio.ensure_future(store.transact(insert, f"{number}")) for number in range(200)]
    await asyncio.sleep(0)
    await store.close()
    assert len(await asyncio.gather(*waiting)) == 200
    again = Sqlite(f"sqlite:///{tmp_path / 'office.db'}")
    assert len(await again.look_up(names)) == 200
    await again.close()


def test_the_steps_build_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'office.db'}")
    with engine.connect() as connection:
        apply.apply_all(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_every_step_can_be_the_last_one_applied_before(tmp_path: Path) -> None:
    steps = list(ScriptDirectory(str(Path(apply.__file__).parent)).walk_revisions())
    for step in steps:
        engine = create_engine(f"sqlite:///{tmp_path / step.revision}.db")
        for until in (step.revision, "head"):
            with engine.connect() as connection:
                apply.apply_all(connection, until)
        assert set(SQLModel.metadata.tables) < set(inspect(engine).get_table_names())
        engine.dispose()


def test_the_steps_are_one_numbered_row() -> None:
    directory = ScriptDirectory(str(Path(apply.__file__).parent))
    numbers = [step.revision for step in directory.walk_revisions()][::-1]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert numbers[-1] == apply.NEWEST


def in_pages(session: Session, pages: int = 0) -> int:
    """How many pages the database has; given a number, it may never have more."""
    statement = f"PRAGMA max_page_count={pages}" if pages else "PRAGMA page_count"
    return int(session.connection().exec_driver_sql(statement).scalar_one())


def fill(session: Session) -> None:
    for number in range(4000):
        insert(session, f"{number:064}")


async def test_no_room_to_write_is_said_and_nothing_of_it_is_kept(sqlite: Sqlite) -> None:
    await sqlite.transact(in_pages, await sqlite.transact(in_pages) + 4)
    with pytest.raises(Refusal) as told:
        await sqlite.transact(fill)
    assert (told.value.code, told.value.status) == ("store.full", 507)
    assert await sqlite.look_up(names) == []
    assert await sqlite.transact(insert, "room for one") == "room for one"
