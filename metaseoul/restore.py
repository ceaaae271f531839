"""`metaseoul restore`: a city that was archived, brought back into an empty data folder."""

import argparse
from pathlib import Path

from metaseoul.archive import DATA, add_database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul restore`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive")
    parser.add_argument("--data", type=Path, default=Path(DATA), metavar="FOLDER", help="a data folder without a city")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Brings the city back and says from when it is."""
    from metaseoul.local import restored
    from metaseoul.texts import texts_of

    made = restored(arguments.file, arguments.data, arguments.database)
    texts = texts_of(arguments)
    print(texts("archive.back", data=str(arguments.data), count=len(made.files), made=made.made))
    return 0
