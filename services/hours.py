"""When a service is open: always, or on working days, by Seoul time and Korea's holidays.

관공서의 공휴일에 관한 규정 (as of 2026-04-30) with 공휴일에 관한 법률 (2026-02-10): Labour Day and Constitution Day
are public holidays from 2026. The table below wins over the library, for holidays announced after its release.
"""

import re
from collections.abc import Container
from datetime import date, datetime, time
from functools import lru_cache

ALWAYS = "always"

ANNOUNCED: dict[date, bool] = {}
"""임시공휴일: True, a holiday the library does not know of (yet); False, no holiday after all. With its source."""

_WEEKDAYS = re.compile(r"weekdays ([0-2]\d:[0-5]\d)-([0-2]\d:[0-5]\d)")


def is_open(hours: str, moment: datetime) -> bool:
    """Whether a service with these hours ("always", "weekdays 09:00-18:00") is open at a moment in Seoul."""
    if hours == ALWAYS:
        return True
    stated = _WEEKDAYS.fullmatch(hours)
    if stated is None:
        raise ValueError(f"hours: {hours}")
    opens, closes = (time.fromisoformat(text) for text in stated.groups())
    return is_working_day(moment.date()) and opens <= moment.time() < closes


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < 5 and not ANNOUNCED.get(day, day in _public_holidays())


@lru_cache(maxsize=1)
def _public_holidays() -> Container[date]:
    import holidays  # knows every country: loaded when the first office hours are asked for

    return holidays.country_holidays("KR")
