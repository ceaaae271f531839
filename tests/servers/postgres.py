"""A PostgreSQL cluster in a folder of its own; a database costs a copy of one that is up to date."""

import contextlib
import getpass
import os
import pwd
import subprocess
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from tests.servers import Server, free_port, program, run

USER = "metaseoul"


class Cluster(Server):
    """A PostgreSQL server; its files are in a folder of their own, which goes with it."""

    def __init__(self, command: list[str], port: int, log: Path, data: TemporaryDirectory[str], **more: object) -> None:
        super().__init__(command, port, log, **more)
        self._data = data

    def forget_its_end(self) -> None:
        """After it was killed: as after a power cut, when no process can have its number."""
        Path(self._data.name, "postmaster.pid").unlink(missing_ok=True)


def postgres(folder: Path, also: str = "") -> Cluster:
    """A new cluster, not started yet; its log is in `folder`. It refuses to run as root, so root hands it to an
    unprivileged user, who may not look into the folders of a test: pytest shuts them to all others whenever a run of it
    begins, of this checkout or another."""
    folders = sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)
    data, port = TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True), free_port()
    folder.mkdir(parents=True, exist_ok=True)
    as_user: dict[str, object] = {}
    if getpass.getuser() == "root":
        nobody = pwd.getpwnam("nobody")
        os.chown(data.name, nobody.pw_uid, nobody.pw_gid)
        as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "cwd": "/"}
    initdb = [program("initdb", *folders), "-D", data.name, "-U", USER, "--auth=trust", "--no-sync", "-E", "UTF8"]
    subprocess.run([*initdb, "--locale=C"], check=True, capture_output=True, **as_user)  # type: ignore[call-overload]
    with Path(data.name, "pg_hba.conf").open("a", encoding="ascii") as who:
        who.write("host all all 10.77.0.0/16 trust\n")  # tests/servers/network.py
    hosts = ",".join(["127.0.0.1", *([also] if also else [])])
    settings = {
        "port": port,
        "listen_addresses": hosts,
        "unix_socket_directories": "",
        "fsync": "off",
        "shared_buffers": "32MB",
        "max_connections": 200,
    }
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    command = [program("postgres", *folders), "-D", data.name, *options]
    return Cluster(command, port, folder / "postgres.log", data, **as_user)


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
