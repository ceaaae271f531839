"""Every service says when it is open and why to come here for it."""

from datetime import date, datetime

import pytest

from services.catalogue import CATALOGUE
from services.clock import SEOUL
from services.hours import is_open, is_working_day
from tests.services.conftest import Office

OFFICE_HOURS = "weekdays 09:00-18:00"


async def test_the_catalogue_is_there_for_everyone(office: Office) -> None:
    listed = await (await office.get("/services")).json()
    assert [service["slug"] for service in listed] == [entry.slug for entry in CATALOGUE]
    assert all(service["open_now"] for service in listed if service["hours"] == "always")


def test_every_service_has_an_advantage_and_a_title_in_every_language() -> None:
    for entry in CATALOGUE:
        for texts in (entry.title, entry.advantage):
            assert set(texts) == {"ko", "en", "zh", "ja"}
            assert all(text.strip() for text in texts.values())
        is_open(entry.hours, datetime(2026, 11, 23, tzinfo=SEOUL))


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-11-23T08:59:59", False),
        ("2026-11-23T09:00:00", True),
        ("2026-11-23T17:59:59", True),
        ("2026-11-23T18:00:00", False),
        ("2026-11-22T12:00:00", False),  # a Sunday
        ("2026-12-25T12:00:00", False),
    ],
)
def test_office_hours_begin_and_end_on_the_second(moment: str, open_: bool) -> None:
    assert is_open(OFFICE_HOURS, datetime.fromisoformat(moment).replace(tzinfo=SEOUL)) is open_


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2025-05-01", True),
        ("2026-05-01", False),  # Labour Day: a public holiday from 2026
        ("2025-07-17", True),
        ("2026-07-17", False),  # Constitution Day: again from 2026
        ("2026-08-17", False),  # for Liberation Day on a Saturday
        ("2026-08-18", True),
        ("2027-02-09", False),  # for Seollal on a Sunday
        ("2026-06-08", True),  # Memorial Day on a Saturday has no substitute
    ],
)
def test_holidays_are_those_of_the_law_of_2026(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


def test_an_announced_holiday_wins_over_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    announced = {date(2026, 11, 24): True, date(2026, 12, 25): False}
    assert not is_working_day(date(2026, 11, 24), announced)
    assert is_working_day(date(2026, 12, 25), announced)


def test_hours_that_mean_nothing_are_an_error() -> None:
    with pytest.raises(ValueError, match="hours: sometimes"):
        is_open("sometimes", datetime(2026, 11, 23, tzinfo=SEOUL))
