"""The office's records in a file: SQLite, one writer.

All writing goes through one thread with its own connection, so two citizens never wait for a lock in turn and a
transaction is never half seen. Transactions that wait together are committed together (one fsync), each in a
savepoint of its own, and nobody is answered before the commit is on disk. Reading happens beside it (WAL).
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlmodel import Session

from services.faults import Refusal
from services.migrations.apply import NewerDatabase, apply_all
from services.unopened import StartFault

Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")

NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY)
"""What SQLite says when nothing more can be written (https://sqlite.org/rescode.html)."""
READERS = 4
TOGETHER = 64
"""Most transactions that share one commit: bounds how long the first of them waits."""


class Sqlite:
    """An open database file. Functions given to it are plain ones: fn(session, *arguments) -> answer, no row inside."""

    def __init__(self, url: str) -> None:
        """Open, check and bring up to date. Blocks; raises StartFault."""
        self._engine = _engine(url)
        try:
            _check(self._engine, url)
            with self._engine.connect().execution_options(writing=True) as connection:
                apply_all(connection)
        except NewerDatabase:
            self._engine.dispose()
            raise StartFault("store.newer", path=_path(url)) from None
        except DatabaseError as broken:
            self._engine.dispose()
            code = "store.no-room" if _has_no_room(broken) else "store.damaged"
            raise StartFault(code, path=_path(url)) from None
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="writer", daemon=True)
        self._writer.start()

    async def transact(
        self, fn: Callable[Concatenate[Session, Arguments], Answer], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """Run `fn` in the one writer's transaction; it is committed before this returns, or nothing has changed."""
        job = _Job(lambda session: fn(session, *args, **named))
        self._jobs.put(job)
        # Shielded: a citizen who hangs up does not undo what is already under way.
        answer: Answer = await asyncio.shield(asyncio.wrap_future(job.done))
        return answer

    async def look_up(
        self, fn: Callable[Concatenate[Session, Arguments], Answer], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """Run `fn` on what is committed. What it writes is thrown away."""

        def read() -> Answer:
            with Session(self._engine) as session:
                return fn(session, *args, **named)

        return await asyncio.get_running_loop().run_in_executor(self._readers, read)

    async def close(self) -> None:
        """Finish every transaction that was handed in, then shut the database."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._jobs.put(None)
        self._writer.join()
        self._readers.shutdown()
        self._engine.dispose()

    def _write(self) -> None:
        with self._engine.connect().execution_options(writing=True) as connection:
            open_ = True
            while open_:
                jobs, open_ = self._waiting()
                if jobs:
                    _commit_together(connection, jobs)

    def _waiting(self) -> "tuple[list[_Job], bool]":
        """Wait for the first job, take what else waits already; False when the store is to close."""
        jobs: list[_Job] = []
        job = self._jobs.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == TOGETHER or self._jobs.empty():
                return jobs, True
            job = self._jobs.get()
        return jobs, False


class _Job:
    """One transaction that waits for the writer."""

    def __init__(self, run: Callable[[Session], Any]) -> None:
        self.run = run
        self.done: Future[Any] = Future()


def _commit_together(connection: Connection, jobs: list[_Job]) -> None:
    answers: list[tuple[_Job, Any, BaseException | None]] = []
    try:
        with connection.begin():
            answers.extend((job, *_in_savepoint(connection, job)) for job in jobs)
    except Exception as broken:  # the commit itself failed (disk full): nothing of this batch happened
        for job in jobs:
            job.done.set_exception(_told(broken))
        return
    for job, answer, error in answers:
        if error is None:
            job.done.set_result(answer)
        else:
            job.done.set_exception(_told(error))


def _told(error: BaseException) -> BaseException:
    """What the caller hears: where there is no room to write, a refusal; anything else as it is."""
    if not _has_no_room(error):
        return error
    refusal = Refusal("store.full", 507)
    refusal.__cause__ = error
    return refusal


def _has_no_room(error: BaseException) -> bool:
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = cause.sqlite_errorcode if isinstance(cause, sqlite3.Error) and hasattr(cause, "sqlite_errorcode") else 0
    return code & 0xFF in NO_ROOM


def _in_savepoint(connection: Connection, job: _Job) -> tuple[Any, BaseException | None]:
    with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
        try:
            answer = job.run(session)
            session.commit()
        except Exception as error:
            try:
                session.rollback()
            except DBAPIError:  # SQLite took back the whole transaction by itself (disk full): so does the batch
                raise error from None
            return None, error
        return answer, None


def _engine(url: str) -> Engine:
    # hide_parameters: an error of the database must not carry a citizen's data into a log.
    engine = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: sqlite3 would leave schema changes outside it
        cursor = connection.cursor()
        # each connection has a cache of its own: the system's serves them all
        for pragma in (
            "journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=FULL", "cache_size=-256"
        ):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock at once; a later upgrade from reading could fail with "busy".
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _check(engine: Engine, url: str) -> None:
    with engine.connect() as connection:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if verdict != "ok":
        raise StartFault("store.damaged", path=_path(url))


def _path(url: str) -> str:
    return str(Path(url.removeprefix("sqlite:///")))
