"""The office's clock: Seoul time. A calendar is any function that tells the moment, so a test can set it by hand."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

SEOUL = timezone(timedelta(hours=9), "KST")
"""Korea keeps UTC+9 all year (no summer time since 1988), so no table of zones is needed."""

Calendar = Callable[[], datetime]


def real() -> datetime:
    """This moment, in Seoul."""
    return datetime.now(SEOUL)
