"""`metaseoul text`: the city in words, for a screen reader, a braille line, a pipe."""

import argparse
import asyncio
import contextlib
import io
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from metaseoul.texts import Texts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    city = parser.add_mutually_exclusive_group()
    city.add_argument("--server", metavar="URL", help="a city elsewhere; without it, one in this very program")
    city.add_argument("--reload", action="store_true", help="for builders: an edited place is told at once")


def run(arguments: argparse.Namespace) -> int:
    """One visit over standard input and output; 0 when it ended by itself."""
    from metaseoul.local import city  # the city is loaded when one enters it, not to be told how
    from metaseoul.texts import texts_of

    texts = texts_of(arguments)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a byte that is no letter ends no visit
    with city(arguments.server) as url:
        asyncio.run(visit(url, texts, arguments.reload))
    return 0


async def visit(url: str, texts: "Texts", reload: bool = False) -> None:
    """Reads lines until they end or the citizen leaves."""
    from metaseoul.link import Link
    from metaseoul.reload import reloading
    from metaseoul.ui.text import End, TextUi
    from metaseoul.visit import Visit

    ui, link = TextUi(texts), Link(url)
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    _read(lines)
    ears = asyncio.ensure_future(ui.listen(lines))
    here = Visit(ui, link, texts)
    try:
        with contextlib.suppress(End), reloading(here, reload):
            first = sys.stdin.isatty() and not here.preferences.met  # a pipe knows what it wants
            await here.run(first)
    finally:
        ears.cancel()
        await here.live.close()
        link.close()


def _read(lines: "asyncio.Queue[str | None]") -> None:
    """Standard input on a thread of its own: the only way that works on every system, pipe or keyboard."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        with contextlib.suppress(RuntimeError):
            for line in sys.stdin or ():
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, name="ears", daemon=True).start()
