"""What nobody foresaw: written down for a developer, told to the citizen in words, never shown as a traceback."""

import traceback

from metaseoul.folders import data_folder


def noted() -> str:
    """Writes down the exception being handled, where the citizen's data is kept; the file's path."""
    file = data_folder() / "accident.log"
    file.write_text(traceback.format_exc(), encoding="utf-8")
    return str(file)
