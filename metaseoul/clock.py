"""What time it is in Seoul: the one place where the client reads the clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


def now() -> datetime:
    return datetime.now(SEOUL)


def season() -> str:
    """The season in Seoul, by the months of the weather service (spring: March to May)."""
    return ("winter", "spring", "summer", "autumn")[now().month % 12 // 3]
