"""PostgreSQL's records in one file and back: by its own pg_dump and pg_restore, as of one moment."""

import asyncio
import os
import shutil
import subprocess
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import make_url

from services.faults import Refusal


def dump(url: str, file: Path) -> None:
    """The records at `url` as they are at one moment; others may write meanwhile.

    Raises Refusal: archive.no-tool, archive.tool-failed.
    """
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={file}")


def load(file: Path, url: str) -> None:
    """A dump into a database that holds nothing, whole or not at all.

    Raises Refusal: archive.not-empty, archive.no-tool, archive.tool-failed.
    """
    try:
        filled = asyncio.run(_holds_tables(url))
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        raise Refusal("archive.tool-failed", tool="postgresql", problem=str(error)) from error
    if filled:
        raise Refusal("archive.not-empty", path=shown(url))
    _run("pg_restore", url, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", str(file))


def shown(url: str) -> str:
    """The address without its password."""
    return make_url(url).render_as_string(hide_password=True)


async def _holds_tables(url: str) -> bool:
    connection = await asyncpg.connect(url, timeout=10)
    try:
        return bool(await connection.fetchval("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
    finally:
        await connection.close()


def _run(tool: str, url: str, *words: str) -> None:
    """The password goes by the environment: everyone on a machine can read arguments."""
    program, address = shutil.which(tool), make_url(url)
    if program is None:
        raise Refusal("archive.no-tool", tool=tool)
    secret = {"PGPASSWORD": str(address.password)} if address.password else {}
    where = f"--dbname={address.set(password=None).render_as_string()}"
    done = subprocess.run(
        [program, where, *words], env={**os.environ, **secret}, capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        problem = (done.stderr.strip().splitlines() or [str(done.returncode)])[0]
        raise Refusal("archive.tool-failed", tool=tool, problem=problem)
