"""The checker: is this document genuine? Answered from the file or the QR alone, with no office and no network."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from metaseoul.clock import now as this_moment
from metaseoul.folders import trust_folder
from metaseoul.verify.command import add_arguments, run
from metaseoul.verify.verdict import Reason, Verdict, Word, because

__all__ = [
    "Reason",
    "Verdict",
    "Word",
    "add_arguments",
    "run",
    "trusted",
    "verify",
    "verify_code",
    "verify_file",
]

LARGEST = 20_000_000
"""Bytes; a sheet has about 60,000. More is not read."""


def trusted() -> tuple[bytes, ...]:
    """The PEM files of the cities that this client believes."""
    return tuple(file.read_bytes() for file in sorted(trust_folder().glob("*.pem")))


def verify(path: Path, trusted: Sequence[bytes], now: datetime) -> Verdict:
    """The verdict on a file. `trusted`: PEM certificates (and revocation lists); `now` with a time zone."""
    try:
        with path.open("rb") as stream:
            file = stream.read(LARGEST + 1)
    except (OSError, ValueError):
        return Verdict("not-a-document", (because("no-file", file=str(path)),), now)
    if not file:
        return Verdict("not-a-document", (because("empty"),), now)
    if len(file) > LARGEST:
        return Verdict("not-a-document", (because("too-large", megabytes=LARGEST // 1_000_000),), now)
    if not file.startswith(b"%PDF-"):
        return Verdict("not-a-document", (because("not-a-pdf"),), now)

    from metaseoul.verify.sheet import check_sheet
    from metaseoul.verify.trust import trust_in

    return check_sheet(file, trust_in(trusted), now)


def verify_code(text: str, trusted: Sequence[bytes], now: datetime) -> Verdict:
    """The verdict on the text of a QR code."""
    from metaseoul.verify.paper import check_code
    from metaseoul.verify.trust import trust_in

    return check_code(text, trust_in(trusted), now)


def verify_file(path: Path) -> Verdict:
    """`verify` with what this client trusts, at this moment."""
    return verify(path, trusted(), this_moment())
