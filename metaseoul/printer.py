"""Paper: a sheet goes to the system's printer through a pipe, so that no file of it is ever written by this program.

`lp` of CUPS on Linux and macOS (RFC 8011's friend on every desktop); what the print system spools is its own: a kiosk
sets `PreserveJobFiles No` (docs/kiosk.md).
"""

import asyncio
import shutil
from asyncio.subprocess import DEVNULL, PIPE

from metaseoul.faults import Refusal

PATIENCE = 30.0


def is_there() -> bool:
    """Whether this machine can print at all."""
    return shutil.which("lp") is not None


async def printed(sheet: bytes, title: str) -> None:
    """Hands a PDF to the printer. Raises Refusal("printer.none") or ("printer.refused")."""
    command = shutil.which("lp")
    if command is None:
        raise Refusal("printer.none")
    job = await asyncio.create_subprocess_exec(command, "-t", title, "-", stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL)
    try:
        await asyncio.wait_for(job.communicate(sheet), PATIENCE)
    except TimeoutError:
        job.kill()
        raise Refusal("printer.refused") from None
    if job.returncode:
        raise Refusal("printer.refused")
