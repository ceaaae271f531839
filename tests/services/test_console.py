"""The operator's console: which places are open and how full, in four languages, and only on the machine itself."""

import pytest

from services.console.desk import Console
from services.page import LANGUAGES
from tests.services.conftest import Office
from tests.services.live import on_line


async def shown(office: Office, **headers: str) -> str:
    answer = await office.client.get("/console", headers=headers)
    assert answer.status == 200
    return await answer.text()


async def test_the_console_shows_every_open_zone_and_how_full_it_is(office: Office) -> None:
    async with on_line(office), on_line(office), on_line(office, place="hall"):
        answer = await office.client.get("/console", headers={"Accept": "application/json"})
        console = await answer.json()
        page = await shown(office)
    assert console.keys() == set(Console.__struct_fields__)
    assert [(zone["zone"], zone["people"]) for zone in console["zones"]] == [("yard-1", 2), ("hall-1", 1)]
    assert console["people"] == 3
    assert all(zone["node"] == console["node"] for zone in console["zones"])
    for word in ("yard-1", "hall-1", console["node"]):
        assert word in page


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_empty_city_says_so_in_every_language(office: Office, language: str) -> None:
    page = await shown(office, **{"Accept-Language": language})
    assert f'<html lang="{language}">' in page
    assert "<table" not in page
    assert "{" not in page.partition("</style>")[2]


async def test_the_page_looks_again_unless_it_is_to_stand_still(office: Office) -> None:
    assert "refresh" in await shown(office)
    assert "refresh" not in await (await office.client.get("/console?still")).text()


async def test_whoever_comes_through_a_proxy_finds_no_console(office: Office) -> None:
    answer = await office.client.get("/console", headers={"X-Real-IP": "203.0.113.9"})
    assert (answer.status, (await answer.json())["fault"]) == (404, "request.unknown-path")
