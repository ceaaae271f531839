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


def run(arguments: argparse.Namespace) -> int:
    """Writes the city to the file and says what is in it."""
    from metaseoul.local import archived
    from metaseoul.texts import texts_of

    made = archived(arguments.data, arguments.file)
    texts = texts_of(arguments)
    print(texts("archive.done", file=str(arguments.file), count=len(made.files), made=made.made))
    return 0
