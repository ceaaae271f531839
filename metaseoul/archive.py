"""`metaseoul archive`: the whole city in one file, while its office runs. `metaseoul restore` brings it back."""

import argparse
import os
from pathlib import Path

import platformdirs

DATA = os.environ.get("METASEOUL_DATA", platformdirs.user_data_dir("metaseoul"))
"""An office's data folder that was not told otherwise, as `metaseoul serve` has it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul archive`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive to write (.tar.gz)")
    parser.add_argument("--data", type=Path, default=Path(DATA), metavar="FOLDER", help="the office's data folder")
    add_database(parser)


def add_database(parser: argparse.ArgumentParser) -> None:
    """Where the records are, if not in the data folder."""
    parser.add_argument(
        "--database",
        type=_postgresql,
        default=os.environ.get("METASEOUL_DATABASE", ""),
        metavar="URL",
        help="postgresql://USER@HOST/NAME; default: office.db in the data folder",
    )


def _postgresql(text: str) -> str:
    if text and not text.startswith("postgresql://"):
        raise argparse.ArgumentTypeError("postgresql://USER@HOST:PORT/NAME")
    return text


def run(arguments: argparse.Namespace) -> int:
    """Writes the city to the file and says what is in it."""
    from metaseoul.local import archived
    from metaseoul.texts import texts_of

    made = archived(arguments.data, arguments.file, arguments.database)
    texts = texts_of(arguments)
    print(texts("archive.done", file=str(arguments.file), count=len(made.files), made=made.made))
    return 0
