"""A Redis that keeps nothing on disk."""

import socket
from pathlib import Path

from tests.servers import Server, free_port, program


def redis(folder: Path, also: str = "") -> Server:
    """Not started yet; its address is redis://127.0.0.1:PORT. `also`: an address of a network of the test's own."""
    port = free_port()
    hosts = ["127.0.0.1", *([also] if also else [])]
    where = ["--port", str(port), "--bind", *hosts, "--protected-mode", "no", "--dir", str(folder)]
    command = [program("redis-server"), *where, "--save", "", "--appendonly", "no"]
    return Server(command, port, folder / f"redis-{port}.log")


def url(server: Server) -> str:
    return f"redis://127.0.0.1:{server.port}"


def empty(server: Server) -> None:
    """It forgets everything."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as line:
        line.sendall(b"FLUSHALL\r\n")
        assert line.recv(16).startswith(b"+OK")
