"""An office as a process of its own: one node of a city."""

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.servers import Server, free_port


def office(
    folder: Path, node: str, database: str, bus: str, url: str, host: str = "127.0.0.1", within: Sequence[str] = ()
) -> Server:
    """Not started yet. `url`: of them all. `within`: the command that runs it, in a network of its own for instance."""
    port = free_port()
    command = [
        *within, sys.executable, "-m", "services", "--data", str(folder / "data"), "--database", database,
        "--bus", bus, "--url", url, "--node", node, "--host", host, "--port", str(port),
        "--log", str(folder / f"{node}.jsonl"),
    ]  # fmt: skip
    return Server(command, port, folder / f"{node}.out", host)
