"""When a service is open: always, or on working days, by Seoul time and Korea's holidays.

관공서의 공휴일에 관한 규정 (as of 2026-04-30) with 공휴일에 관한 법률 (2026-02-10): Labour Day and Constitution Day
are public holidays from 2026. `announced` wins over the library: a temporary holiday (임시공휴일) that was announced
after its release (True), and what is no holiday after all (False).
"""

import re
from collections.abc import Container, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from types import MappingProxyType

ALWAYS = "always"

_WEEKDAYS = re.compile(r"weekdays ([0-2]\d:[0-5]\d)-([0-2]\d:[0-5]\d)")


def is_open(hours: str, moment: datetime, announced: Mapping[date, bool] = MappingProxyType({})) -> bool:
    """Whether a service with these hours ("always", "weekdays 09:00-18:00") is open at a moment in Seoul."""
    if hours == ALWAYS:
        return True
    stated = _WEEKDAYS.fullmatch(hours)
    if stated is None:
        raise ValueError(f"hours: {hours}")
    opens, closes = (time.fromisoformat(text) for text in stated.groups())
    return is_working_day(moment.date(), announced) and opens <= moment.time() < closes


def is_readable(hours: str) -> bool:
    """Whether hours can be understood, and end after they begin."""
    stated = _WEEKDAYS.fullmatch(hours)
    return hours == ALWAYS or (stated is not None and "00:00" <= stated[1] < stated[2] < "24:00")


def is_working_day(day: date, announced: Mapping[date, bool] = MappingProxyType({})) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < 5 and not announced.get(day, day in _public_holidays())


@lru_cache(maxsize=1)
def _public_holidays() -> Container[date]:
    import holidays  # knows every country: loaded when the first office hours are asked for

    return holidays.country_holidays("KR")
