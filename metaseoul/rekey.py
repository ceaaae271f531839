"""`metaseoul rekey`: another key for the office, and every citizen's own key sealed by it; the office may run."""

import argparse
from pathlib import Path

from metaseoul.archive import DATA, add_database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul rekey`."""
    parser.add_argument("--data", type=Path, default=Path(DATA), metavar="FOLDER", help="the office's data folder")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Renews the keys and says how many."""
    from metaseoul.local import rekeyed
    from metaseoul.texts import texts_of

    number, count = rekeyed(arguments.data, arguments.database)
    print(texts_of(arguments)("rekey.done", number=number, count=count))
    return 0
