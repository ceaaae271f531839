"""What nobody foresaw: written down for a developer, told to the citizen in words, never shown as a traceback."""

import sys
import traceback

from metaseoul.folders import data_folder


def noted(words: bool = True) -> str:
    """Writes down the exception being handled, where the citizen's data is kept; the file's path. Without `words`: only
    what kind it is and where it came from, since what it says may be what somebody wrote."""
    file = data_folder() / "accident.log"
    kind, _, trace = sys.exc_info()
    told = traceback.format_exc() if words else "".join([*traceback.format_tb(trace), kind.__name__ if kind else ""])
    file.write_text(told, encoding="utf-8")
    return str(file)
