"""A PostgreSQL cluster in a folder of its own; a database costs a copy of one that is up to date."""

import contextlib
import getpass
import os
import pwd
import subprocess
from glob import glob
from pathlib import Path

import asyncpg

from tests.servers import Server, free_port, program, run

USER = "metaseoul"


def postgres(folder: Path, also: str = "") -> Server:
    """A new cluster, not started yet. It refuses to run as root, so root hands it to an unprivileged user."""
    folders = sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)
    data, port = folder / "cluster", free_port()
    data.mkdir(mode=0o700, parents=True)
    as_user: dict[str, object] = {}
    if getpass.getuser() == "root":
        nobody = pwd.getpwnam("nobody")
        for path in (data, folder):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        for above in folder.parents:
            if above.stat().st_uid == 0 and above != Path("/") and above.stat().st_mode & 0o001 == 0:
                above.chmod(above.stat().st_mode | 0o011)
        as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "cwd": "/"}
    initdb = [program("initdb", *folders), "-D", str(data), "-U", USER, "--auth=trust", "--no-sync", "-E", "UTF8"]
    subprocess.run([*initdb, "--locale=C"], check=True, capture_output=True, **as_user)  # type: ignore[call-overload]
    with (data / "pg_hba.conf").open("a", encoding="ascii") as who:
        who.write("host all all 10.77.0.0/16 trust\n")  # tests/servers/network.py
    hosts = ",".join(["127.0.0.1", *([also] if also else [])])
    options = ["-c", f"port={port}", "-c", f"listen_addresses={hosts}", "-c", "unix_socket_directories="]
    speed = [
        "-c",
        "fsync=off",
        "-c",
        "shared_buffers=32MB",
        "-c",
        "max_connections=200",
    ]
    command = [program("postgres", *folders), "-D", str(data), *options, *speed, "-c", "max_connections=200"]
    return Server(command, port, folder / "postgres.log", **as_user)


def url(server: Server, database: str = "postgres") -> str:
    return f"postgresql://{USER}@127.0.0.1:{server.port}/{database}"


def execute(server: Server, statement: str) -> None:
    """One statement on the server's own database, outside a transaction."""

    async def done() -> None:
        connection = await asyncpg.connect(url(server))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    run(done())


def is_open(server: Server) -> bool:
    """It listens before it lets anybody in."""
    with contextlib.suppress(OSError, asyncpg.PostgresError):
        execute(server, "SELECT 1")
        return True
    return False
