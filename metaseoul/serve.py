"""`metaseoul serve`: the office alone, until it is told to stop."""

from metaseoul.local import add_arguments
from metaseoul.local import serve as run

__all__ = ["add_arguments", "run"]
