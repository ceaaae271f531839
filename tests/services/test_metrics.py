"""What an operator watches: counts, never who, and only from the machine itself."""

from prometheus_client.parser import text_string_to_metric_families

from tests.services.conftest import Office
from tests.services.live import on_line
from worlds.sessions.wire import Said, Say


async def scraped(office: Office) -> dict[tuple[str, ...], float]:
    """Every sample by its name and labels' values."""
    answer = await office.get("/metrics")
    assert answer.status == 200
    text = await answer.text()
    assert "가람" not in text
    families = text_string_to_metric_families(text)
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


async def test_what_happens_in_the_city_is_counted(office: Office) -> None:
    async with on_line(office, name="가람") as bot:
        await bot.say(Say("안녕하세요"))
        await bot.until(Said)
        told = await scraped(office)
    assert told["metaseoul_people", "yard"] == 1
    assert told["metaseoul_zones",] == 1
    assert told["metaseoul_lines_of_chat_total",] == 1
    assert told["metaseoul_ticks_total",] >= 0
    assert told["metaseoul_requests_total", "POST", "/sessions", "201"] == 1
    assert told["process_open_fds",] > 0


async def test_a_request_is_counted_by_its_pattern_and_not_by_what_somebody_wrote(office: Office) -> None:
    await office.get("/no/such/desk/secret")
    await office.get("/sign-in/secret-ticket")
    told = await scraped(office)
    assert not any("secret" in str(key) for key in told)
    assert told["metaseoul_requests_total", "GET", "/sign-in/{ticket}", "404"] == 1


async def test_whoever_comes_through_a_proxy_finds_no_counts(office: Office) -> None:
    answer = await office.client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
    assert (answer.status, (await answer.json())["fault"]) == (404, "request.unknown-path")
