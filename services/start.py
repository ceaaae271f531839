"""Opening an office: on a thread of this process (`start`), or as a process of its own (`run`)."""

import asyncio
import contextlib
import errno
import signal
import socket
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module

import msgspec
from aiohttp import web

from services.app import make_app
from services.doors import DOORS
from services.logs import Server
from services.office import LOG
from services.settings import Settings
from services.unopened import StartFault

PATIENCE = 30.0
"""Seconds that requests in flight are given to finish when the office closes."""


class Running:
    """An office on a thread. `url` is where it listens; `close()` waits until everything is written."""

    def __init__(self, url: str, stop: Callable[[], None], thread: threading.Thread) -> None:
        self.url = url
        self._stop, self._thread = stop, thread

    def close(self) -> None:
        """Close it; nothing acknowledged is lost. A second call does nothing."""
        with contextlib.suppress(RuntimeError):  # its loop is closed: it is shut already
            self._stop()
        self._thread.join()


def start(settings: Settings) -> Running:
    """Open an office on a thread and wait until it serves. Logs to a file in its data folder. Raises StartFault."""
    opened: Future[tuple[str, Callable[[], None]]] = Future()
    quiet = settings if settings.log else _logged_in_folder(settings)

    async def life() -> None:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        await serve(quiet, lambda url: opened.set_result((url, lambda: _call(loop, stop))), stop)

    def thread() -> None:
        try:
            asyncio.run(life())
        except BaseException as fault:
            if opened.done():
                raise
            opened.set_exception(fault)

    worker = threading.Thread(target=thread, name="office", daemon=True)
    worker.start()
    url, stop = opened.result()
    return Running(url, stop, worker)


def run(settings: Settings) -> int:
    """The office as this whole process, until it is asked to stop (SIGTERM, Ctrl-C). Returns the exit code."""

    async def life() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C arrives as KeyboardInterrupt
                loop.add_signal_handler(name, stop.set)
        await serve(settings, lambda url: print(url, flush=True), stop)

    try:
        with asyncio.Runner(loop_factory=_loop()) as runner:
            runner.run(life())
    except StartFault as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


async def serve(settings: Settings, opened: Callable[[str], None], stop: asyncio.Event) -> None:
    """Listen, open, say where, and close when asked. Raises StartFault."""
    listening = _listen(settings.host, settings.port)
    app = make_app(settings)
    quiet = Server(app[LOG]).logger()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE, logger=quiet)
    try:
        await runner.setup()
        await web.SockSite(runner, listening, backlog=1024).start()
        await app[DOORS].opened
        opened(_url(listening))
        await stop.wait()
    finally:
        await runner.cleanup()
        listening.close()


def _listen(host: str, port: int) -> socket.socket:
    """Take the port first: a second office on it must not touch the first one's records."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=1024)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise StartFault("server.port-in-use", port=port) from None
        raise StartFault("server.no-address", host=host) from None


def _url(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _logged_in_folder(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, log=settings.data / "office.log")


def _call(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    loop.call_soon_threadsafe(stop.set)


def _loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where it is installed (extra `fast`)."""
    with contextlib.suppress(ImportError):
        factory: Callable[[], asyncio.AbstractEventLoop] = import_module("uvloop").new_event_loop
        return factory
    return None
