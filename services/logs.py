"""The office's log: one JSON line per event, written for the operator, with nothing in it about a person.

What may be logged is listed where it is logged: paths as patterns, codes, counts, times. Never a name, a token,
an address, a line of chat, or the message of an unexpected error (it may quote what a citizen wrote).
"""

import contextlib
import logging
import secrets
import sys
import traceback
from pathlib import Path
from typing import Any, TextIO

import structlog


def open_log(file: Path | None) -> Any:
    """A logger of JSON lines: to `file`, or to standard error."""
    stream = _Careful(sys.stderr if file is None else file.open("a", encoding="utf-8"))
    return structlog.wrap_logger(
        structlog.PrintLogger(stream),  # type: ignore[arg-type]
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.BoundLogger,
    )


class _Careful:
    """A stream that is never in the way: a line that cannot be written (disk full, pipe closed) is left out."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


class Server(logging.Handler):
    """What the HTTP server itself complains of (a client that hung up in mid-greeting): one line, never a traceback."""

    def __init__(self, log: Any) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        kind, error, _ = record.exc_info or (None, None, None)
        self._log.warning("server", kind=kind.__name__ if kind else record.levelname, place=place_of(error))

    def logger(self) -> logging.Logger:
        """A logger that leads here and nowhere else."""
        logger = logging.Logger("office.server")
        logger.addHandler(self)
        return logger


def record(log: Any, accident: BaseException) -> str:
    """Log an unexpected error; the number under which the operator finds it, for the citizen to quote."""
    incident = secrets.token_hex(4)
    log.error("accident", incident=incident, kind=type(accident).__name__, place=place_of(accident))
    return incident


def place_of(error: BaseException | None) -> list[str]:
    """Where an error came from, innermost last, without its message."""
    if error is None:
        return []
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
