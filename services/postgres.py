"""The office's records on a PostgreSQL that the offices of one city share.

Transactions are SERIALIZABLE: each is as if it were alone, as the functions of the desks expect, and is run again when
it was not (https://www.postgresql.org/docs/current/transaction-iso.html). A server that is away is waited for; whether
a commit that was cut off took place is not known, so it is never told as done, and never run again.
"""

import asyncio
import random
import time
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession

from services.faults import Refusal
from services.migrations.apply import NewerDatabase, apply_all
from services.unopened import StartFault

Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")

WAITING, READING = 5.0, 1.0
"""Seconds that a transaction, and a look, wait for a server that is away."""
STATEMENT = 5.0
"""Seconds that one statement may take: a server that hangs is as good as away. The tables' steps take their time."""
TRIES = 12
"""Times that a transaction is run which others got in the way of."""
CONNECTIONS = 10
STEPS = 0x5E0017
"""Key of the lock under which one office at a time brings the tables up to date."""
AGAIN = frozenset({"40001", "40P01", "23505"})
"""SQLSTATEs of a transaction that others got in the way of; of a key taken twice, the second run reads the first."""
CROWDED = AGAIN - {"23505"}
"""Those of them that say nothing but that others were quicker each time."""
AWAY = ("08", "57P")
"""SQLSTATE classes of a connection that broke, and of a server that starts or stops."""
ACCESS = ("28", "3D", "42501")
NO_ROOM = ("53100", "54")


class Postgres:
    """An open database on a server."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._away_since: float | None = None
        self._writing = asyncio.Lock()
        """One transaction of this office after the other: none gets in the way of its own."""
        self._under_way: set[asyncio.Task[Any]] = set()

    async def transact(
        self, fn: Callable[Concatenate[Session, Arguments], Answer], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """See services.store.Store."""
        work = asyncio.create_task(
            self._in_turn(lambda session: fn(session, *args, **named), time.monotonic() + WAITING)
        )
        self._under_way.add(work)
        work.add_done_callback(self._under_way.discard)
        return await asyncio.shield(work)  # a citizen who hangs up does not undo what is already under way

    async def look_up(
        self, fn: Callable[Concatenate[Session, Arguments], Answer], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """See services.store.Store."""
        # nobody queues behind a server that is known to be away
        until = time.monotonic() + (READING if self._away_since is None else 0.0)
        while True:
            try:
                async with AsyncSession(self._reading) as session:
                    answer = await session.run_sync(lambda plain: fn(cast(Session, plain), *args, **named))
            except Exception as error:
                if not _is_away(error):
                    raise
                self._away_since = self._away_since or time.monotonic()
                if time.monotonic() >= until:
                    raise Refusal("store.away", 503) from error
                await asyncio.sleep(0.1)
            else:
                self._away_since = None
                return answer

    async def close(self) -> None:
        """Finish every transaction that was handed in, then let go of the server."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._engine.dispose()

    async def _in_turn(self, fn: Callable[[Session], Answer], until: float) -> Answer:
        async with self._writing:
            if self._away_since and time.monotonic() > until:  # it waited its time in the queue
                raise Refusal("store.away", 503)
            return await self._transact(fn, until)

    async def _transact(self, fn: Callable[[Session], Answer], until: float) -> Answer:
        tries = 0
        while True:
            committing = False
            try:
                async with AsyncSession(self._engine, expire_on_commit=False) as session:
                    answer = await session.run_sync(lambda plain: fn(cast(Session, plain)))
                    committing = True
                    await session.commit()
            except Refusal:
                raise
            except Exception as error:
                tries += 1
                if _state(error) in AGAIN and tries < TRIES:
                    await asyncio.sleep(random.uniform(0, 0.002 * 2 ** min(tries, 6)))
                    continue
                if _is_away(error):
                    self._away_since = self._away_since or time.monotonic()
                    if committing or time.monotonic() > until:
                        raise Refusal("store.away", 503) from error
                    await asyncio.sleep(0.2)
                    continue
                if _state(error) in CROWDED:
                    raise Refusal("store.away", 503) from error
                if _state(error).startswith(NO_ROOM):
                    raise Refusal("store.full", 507) from error
                raise
            else:
                self._away_since = None
                return answer


async def open_postgres(url: str) -> Postgres:
    """The records at postgresql://USER:PASSWORD@HOST:PORT/NAME, brought up to date. Raises StartFault."""
    address = make_url(url).set(drivername="postgresql+asyncpg")
    if "sslmode" in address.query:  # as PostgreSQL's own programs call it
        mode = address.query["sslmode"]
        address = address.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    shown = address.render_as_string(hide_password=True).replace("+asyncpg", "")
    steps = _engine(address, None)
    try:
        async with steps.connect() as connection:
            await connection.run_sync(_bring_up_to_date)
    except NewerDatabase:
        raise StartFault("store.newer", path=shown) from None
    except Exception as error:
        if _state(error).startswith(ACCESS):
            raise StartFault("store.refused", url=shown) from None
        if _is_away(error):
            raise StartFault("store.unreachable", url=shown) from None
        raise
    finally:
        await steps.dispose()
    return Postgres(_engine(address, STATEMENT))


def _engine(address: URL, statement: float | None) -> AsyncEngine:
    """Connections to a server; `statement`: seconds that one of theirs may take, None: as long as it needs."""
    return create_async_engine(
        address,
        hide_parameters=True,  # an error of the database must not carry a citizen's data into a log
        isolation_level="SERIALIZABLE",
        pool_size=CONNECTIONS,
        pool_pre_ping=True,
        connect_args={"timeout": 3.0, "command_timeout": statement},
    )


def _bring_up_to_date(connection: Connection) -> None:
    """All steps, by one office after the other: the lock is held by the connection, not by a transaction of it."""
    connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": STEPS})
    connection.commit()
    try:
        apply_all(connection)
    finally:
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": STEPS})
        connection.commit()


def _state(error: BaseException) -> str:
    """The SQLSTATE of an error of the database, else nothing."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(cause, "sqlstate", None) or "")


def _is_away(error: BaseException) -> bool:
    """The server did not answer, or stopped in the middle."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OSError | TimeoutError | ConnectionError) or _state(error).startswith(AWAY)
