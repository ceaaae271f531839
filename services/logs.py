"""The office's log: one JSON line per event, written for the operator, with nothing in it about a person.

What may be logged is listed where it is logged: paths as patterns, codes, counts, times. Never a name, a token,
an address, a line of chat, or the message of an unexpected error (it may quote what a citizen wrote).
"""

import secrets
import sys
import traceback
from pathlib import Path
from typing import Any

import structlog


def open_log(file: Path | None) -> Any:
    """A logger of JSON lines: to `file`, or to standard error."""
    stream = sys.stderr if file is None else file.open("a", encoding="utf-8")
    return structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.BoundLogger,
    )


def record(log: Any, accident: BaseException) -> str:
    """Log an unexpected error; the number under which the operator finds it, for the citizen to quote."""
    incident = secrets.token_hex(4)
    log.error("accident", incident=incident, kind=type(accident).__name__, place=place_of(accident))
    return incident


def place_of(error: BaseException) -> list[str]:
    """Where an error came from, innermost last, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
