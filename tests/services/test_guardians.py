"""Who is under fourteen is known here only when an adult, known here, answers for them; and no longer than they do."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from aiohttp.test_utils import TestClient, TestServer

from services.app import make_app
from services.doors import DOORS
from services.settings import Settings
from tests.services.conftest import CITY, HandSet, Office
from worlds.accounts import Someone

CHILD = Someone("child", "한아이", "2014-05-01", "종로구")


@pytest.fixture
async def office(settings: Settings, today: HandSet):
    app = make_app(settings, today, city=CITY, people=(CHILD,))
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        yield Office(client, settings)


async def begins(office: Office, token: str) -> str:
    """A child's sign-in, as far as it goes without a guardian: its ticket."""
    begun = await (await office.post("/sign-in", {}, token)).json()
    form = dict(parse_qsl(urlsplit(begun["url"]).query)) | {"subject": "child"}
    async with office.client.post(urlsplit(begun["url"]).path, data=form) as answer:
        assert answer.status == 200
    return begun["ticket"]


async def comes(office: Office, ticket: str, token: str) -> dict:
    return await (await office.get(f"/sign-in/{ticket}", token)).json()


async def code_of(office: Office, adult: str) -> str:
    answer = await office.post("/guardians/codes", {}, adult)
    assert answer.status == 201
    return (await answer.json())["code"]


async def told(office: Office, ticket: str, token: str, code: str) -> str:
    """What comes of a code: "" when it counts."""
    answer = await office.post(f"/sign-in/{ticket}/guardian", {"code": code}, token)
    return "" if answer.status == 204 else (await answer.json())["fault"]


async def test_a_child_is_known_once_an_adult_answers_and_at_later_visits_too(office: Office) -> None:
    adult, token = await office.join_as("adult", born=date(1985, 1, 1)), await office.join()
    ticket = await begins(office, token)
    refused = await comes(office, ticket, token)
    assert (refused["state"], refused["fault"]) == ("refused", "accounts.guardian-needed")
    assert (await office.get("/documents", token)).status == 401
    assert await told(office, ticket, token, await code_of(office, adult)) == ""
    assert (await comes(office, ticket, token))["state"] == "done"
    assert await (await office.get("/guardians", adult)).json() == {"children": 1}
    looks = await (await office.get("/my-data/looks", adult)).json()
    assert "child.consented" in [look["act"] for look in looks]
    again = await office.join()
    assert (await comes(office, await begins(office, again), again))["state"] == "done"


async def test_a_code_counts_once_for_ten_minutes_and_only_at_ones_own_sign_in(office: Office) -> None:
    adult, token, other = await office.join_as("adult", born=date(1985, 1, 1)), await office.join(), await office.join()
    ticket = await begins(office, token)
    code = await code_of(office, adult)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert await told(office, ticket, token, wrong) == "guardians.unknown-code"
    assert await told(office, ticket, other, code) == "accounts.not-yours"
    assert await told(office, "nothing", token, code) == "accounts.unknown-ticket"
    assert await told(office, ticket, token, "12345") == "request.malformed"
    assert await told(office, ticket, token, code) == ""
    assert await told(office, ticket, token, code) == "guardians.unknown-code"


async def test_codes_cannot_be_tried_out(office: Office) -> None:
    token = await office.join()
    ticket = await begins(office, token)
    faults = [await told(office, ticket, token, f"{number:06}") for number in range(11)]
    assert faults == ["guardians.unknown-code"] * 10 + ["request.too-many"]


@pytest.mark.parametrize(("born", "status"), [(date(2007, 11, 24), 403), (date(2007, 11, 23), 201)])
async def test_only_who_is_nineteen_answers_for_another(office: Office, born: date, status: int) -> None:
    adult = await office.join_as("young", born=born)
    assert (await office.post("/guardians/codes", {}, adult)).status == status


async def test_a_guest_answers_for_nobody(office: Office) -> None:
    answer = await office.post("/guardians/codes", {}, await office.join())
    assert (await answer.json())["fault"] == "accounts.identity-needed"


async def test_consent_that_is_withdrawn_or_erased_lets_the_child_in_no_more(office: Office) -> None:
    for way in ("/guardians", "/my-data"):
        adult, token = await office.join_as("adult", born=date(1985, 1, 1)), await office.join()
        ticket = await begins(office, token)
        assert (await comes(office, ticket, token))["fault"] == "accounts.guardian-needed"
        assert await told(office, ticket, token, await code_of(office, adult)) == ""
        assert (await comes(office, ticket, token))["state"] == "done"
        assert (await office.delete(way, adult)).status == 200
        later = await office.join()
        assert (await comes(office, await begins(office, later), later))["state"] == "refused"


async def test_at_fourteen_nobody_is_asked_any_more(office: Office, today: HandSet) -> None:
    today.day = date(2028, 4, 30)
    token = await office.join()
    assert (await comes(office, await begins(office, token), token))["state"] == "refused"
    today.day = date(2028, 5, 1)
    token = await office.join()
    assert (await comes(office, await begins(office, token), token))["state"] == "done"
