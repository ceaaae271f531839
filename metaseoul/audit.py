"""`metaseoul audit`: is the log of who looked at citizens' files whole? Names the first row that is not."""

import argparse
import json
from pathlib import Path

from metaseoul.archive import DATA, add_database

DIGEST = 64
"""Hexadecimal digits of a SHA-256."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul audit`."""
    parser.add_argument("--data", type=Path, default=Path(DATA), metavar="FOLDER", help="the office's data folder")
    add_database(parser)
    parser.add_argument("--kept", type=_digest, metavar="DIGEST", help="the digest that an earlier check ended with")
    parser.add_argument("--json", action="store_true")


def _digest(text: str) -> str:
    if len(text) != DIGEST or set(text.lower()) - set("0123456789abcdef"):
        raise argparse.ArgumentTypeError(f"{DIGEST} x 0-9a-f")
    return text.lower()


def run(arguments: argparse.Namespace) -> int:
    """Checks every row; 1 when one was changed, left out or cut off."""
    from metaseoul.local import audited
    from metaseoul.texts import texts_of

    chain = audited(arguments.data, arguments.database, arguments.kept or "")
    if arguments.json:
        print(json.dumps(chain._asdict()))
    else:
        texts = texts_of(arguments)
        if chain.broken is not None:
            print(texts("audit.broken", row=chain.broken, rows=chain.rows))
        elif chain.cut:
            print(texts("audit.cut"))
        print(texts("audit.rows", rows=chain.rows, last=chain.last))
    return int(chain.broken is not None or chain.cut)
