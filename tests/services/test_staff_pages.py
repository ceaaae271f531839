"""The staff's pages in a real browser, with its own authenticator: a report from its arrival to its outcome."""

import re
from pathlib import Path

import pytest

from services.app import make_app
from services.doors import DOORS
from services.office import STORE, kept
from services.safety import review
from services.settings import Settings
from tests.browser import Browser, browser
from tests.services.conftest import CITY, PEOPLE, Office
from tests.services.live import on_line
from tests.services.safety.test_reports import reports
from tests.services.staff import invited, origin
from worlds.sessions.wire import Closed, Done, Followed, Move, Say


async def comes_in(led: Browser, office: Office, name: str, role: str = "moderator") -> None:
    """Invited, with a passkey of the browser's own, signed in by it."""
    await led.do("open", url=f"{origin(office)}/staff/invitations/{await invited(office, name, role)}")
    await led.do("click", selector="#register")
    await led.do("click", selector="#sign-in")


@pytest.fixture
async def office(alone: Settings):
    """By name and on a fixed calendar, as a browser sees it."""
    from aiohttp.test_utils import TestClient, TestServer

    app = make_app(alone, city=CITY, people=PEOPLE)
    async with TestClient(TestServer(app, host="localhost")) as client:
        await app[DOORS].opened
        yield Office(client, alone)


async def test_a_report_comes_is_opened_and_decided_in_three_clicks_and_its_reporter_hears_of_it(
    office: Office, tmp_path: Path
) -> None:
    async with browser() as led, on_line(office, name="가람") as one, on_line(office, name="나루") as other:
        await comes_in(led, office, "김담당")
        assert "기다리는 신고가 없습니다" in await led.do("text", selector="main")
        await other.say(Say("씨발 저리 가", seq=1))
        await other.until(Done)
        receipt = await reports(one, other.me, "harassment")
        await led.do("waits", selector="main", text=receipt)  # by itself: nobody looked again
        assert "씨발" not in await led.do("text", selector="main")
        await led.do("open", url=f"{origin(office)}/staff/reports/{receipt}")
        assert "나루" not in await led.do("text", selector="main")

        await led.do("click", selector='form[action$="/evidence"] button')
        page = await led.do("text", selector="main")
        assert "씨발 저리 가" in page
        assert "나루" in page
        await led.do("click", selector='input[value="action"]', leads=False)
        await led.do("click", selector='form[action$="/decision"] button')

        assert (await one.until(Closed)).outcome == "action"
        assert (await other.until(Followed)).sanction.step == "action"
        assert "기다리는 신고가 없습니다" in await led.do("text", selector="main")


async def test_all_of_it_goes_by_keyboard_and_every_control_has_a_name(office: Office) -> None:
    async with browser() as led, on_line(office) as one, on_line(office) as other:
        await comes_in(led, office, "김담당")
        receipt = await reports(one, other.me)
        await led.do("open", url=f"{origin(office)}/staff/reports/{receipt}")
        assert 'class="skip"' in await led.do("keys", keys=["Tab"])
        focused = ""
        for _ in range(20):
            focused = await led.do("keys", keys=["Tab"])
            if "primary" in focused:
                break
        assert "증거 열기" in focused
        await led.do("keys", keys=["Enter"])
        await led.do("waits", selector="main", text="들린 말")
        for path in ("reports", f"reports/{receipt}", "decisions", "measures", "health"):
            await led.do("open", url=f"{origin(office)}/staff/{path}")
            names = await led.do("names")
            assert [one for one in names if not one[1].strip()] == [], path
            assert any(role == "heading" for role, _ in names)


async def test_an_exclusion_needs_another_person_at_another_browser(office: Office) -> None:
    async with browser() as led, on_line(office) as one, on_line(office) as other:
        await comes_in(led, office, "김담당")
        receipt = await reports(one, other.me, "threat")
        await led.do("open", url=f"{origin(office)}/staff/reports/{receipt}")
        assert "112" in await led.do("text", selector="main")
        await led.do("click", selector='input[value="participation"]', leads=False)
        await led.do("click", selector='form[action$="/decision"] button')
        await led.do("open", url=f"{origin(office)}/staff/decisions")
        assert "다른 담당자가 봅니다" in await led.do("text", selector="main")
        await led.do("browser")
        await comes_in(led, office, "이담당")
        await led.do("open", url=f"{origin(office)}/staff/decisions")
        await led.do("click", selector='button[value="yes"]')
        assert "기다리는 것이 없습니다" in await led.do("text", selector="main")
        assert (await one.until(Closed)).outcome == "participation"


async def test_words_of_people_are_words_and_never_markup(office: Office) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    async with browser() as led, on_line(office, name=nasty[:24]) as one, on_line(office, name="<b>나루</b>") as other:
        await comes_in(led, office, "김담당")
        await other.say(Say(nasty, seq=1))
        await other.until(Done)
        await other.say(Move(*other.here, 0.0))
        receipt = await reports(one, other.me)
        await led.do("open", url=f"{origin(office)}/staff/reports/{receipt}")
        await led.do("click", selector='form[action$="/evidence"] button')
        page = await led.do("text", selector="main")
        assert nasty in page
        assert "<b>나루</b>" in page


async def test_who_is_not_signed_in_sees_a_way_in_and_nothing_else(office: Office) -> None:
    async with browser() as led:
        await led.do("open", url=f"{origin(office)}/staff/reports")
        assert "로그인이 필요합니다" in await led.do("text", selector="main")
        numbers = origin(office).replace("localhost", "127.0.0.1")
        await led.do("open", url=f"{numbers}/staff")
        assert f"{origin(office)}/staff" in await led.do("text", selector="main")
        assert await kept(office.client.app, STORE).look_up(review.queue) == ()
        assert re.search(r"\S", await led.do("text", selector="h1"))
