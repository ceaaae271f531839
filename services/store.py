"""The office's records: what every desk may ask of them, whatever keeps them.

`sqlite:///FILE` is a file beside the office (services/sqlite.py), `postgresql://...` a server that the offices of one
city share (services/postgres.py). The functions given to a store are the same plain ones.
"""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import BigInteger, Integer
from sqlmodel import Session

Answer = TypeVar("Answer")
Arguments = ParamSpec("Arguments")

SECONDS = BigInteger().with_variant(Integer(), "sqlite")
"""A column of seconds since 1970: 32 bits end in 2038, and SQLite's integers have 64."""


class Store(Protocol):
    """Open records. Functions given to it are plain ones: fn(session, *arguments) -> answer, no row inside. They may be
    run again, so they do nothing but read and write."""

    async def transact(
        self, fn: Callable[Concatenate[Session, Arguments], Answer], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """Run `fn` as if nobody else wrote; it is committed before this returns, or nothing has changed. Raises
        store.full, store.away."""

    async def look_up(
        self, fn: Callable[Concatenate[Session, Arguments], Answer], *args: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """Run `fn` on what is committed. What it writes is thrown away, or refused. Raises store.away."""

    async def close(self) -> None:
        """Finish every transaction that was handed in, then let go of the records."""


async def open_store(url: str) -> Store:
    """The records at an SQLAlchemy URL, brought up to date. Raises StartFault."""
    if url.startswith("sqlite:"):
        from services.sqlite import Sqlite

        return await asyncio.to_thread(Sqlite, url)
    from services.postgres import open_postgres

    return await open_postgres(url)
