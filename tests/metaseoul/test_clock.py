"""The season is Seoul's own."""

from datetime import datetime

import pytest

from metaseoul import clock


@pytest.mark.parametrize(
    ("month", "season"),
    [(2, "winter"), (3, "spring"), (5, "spring"), (6, "summer"), (9, "autumn"), (11, "autumn"), (12, "winter")],
)
def test_the_months_have_the_seasons_of_the_weather_service(
    month: int, season: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, month, 1, tzinfo=clock.SEOUL))
    assert clock.season() == season
