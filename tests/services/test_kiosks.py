"""A kiosk's name is its own; whoever waits there is seen on the console, and told when somebody comes."""

import json
from datetime import time

import pytest
from cryptography import x509
from jwt import PyJWS

from tests.services.conftest import HandSet, Office

KEY, OTHER = "k" * 32, "x" * 32
STANDING = {"key": KEY, "state": "resting", "language": "ko", "sessions": 0}


async def stand(office: Office, name: str = "hall-1", **changed: object):
    return await office.client.put(f"/kiosks/{name}", json=STANDING | changed)


async def kiosks(office: Office) -> list[dict]:
    return await (await office.client.get("/console/kiosks")).json()


async def test_a_kiosk_that_is_heard_is_on_the_console(office: Office) -> None:
    assert (await stand(office, state="in-use", sessions=7)).status == 200
    [kiosk] = await kiosks(office)
    assert (kiosk["name"], kiosk["state"], kiosk["sessions"], kiosk["silent"]) == ("hall-1", "in-use", 7, False)


async def test_a_name_belongs_to_whoever_came_with_it_first(office: Office) -> None:
    await stand(office)
    refused = await stand(office, key=OTHER, state="in-use")
    assert (refused.status, (await refused.json())["fault"]) == (403, "kiosks.other-key")
    assert (await kiosks(office))[0]["state"] == "resting"


async def test_a_call_is_seen_until_somebody_says_that_they_come_and_then_the_kiosk_knows(office: Office) -> None:
    await stand(office, "hall-2", key=OTHER)
    await stand(office)
    called = await office.client.post("/kiosks/hall-1/call", json={"key": KEY})
    assert called.status == 202
    listed = await kiosks(office)
    assert [kiosk["name"] for kiosk in listed] == ["hall-1", "hall-2"]
    assert listed[0]["called"] is not None
    assert (await office.client.post("/console/kiosks/hall-1/coming", json={})).status == 204
    assert (await kiosks(office))[0]["called"] is None
    assert [(await (await stand(office)).json())["coming"] for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("name", "key", "status", "fault"),
    [
        ("nobody", KEY, 404, "kiosks.unknown"),
        ("hall-1", OTHER, 403, "kiosks.other-key"),
        ("Hall%201", KEY, 400, "kiosks.name"),
        ("hall-1", "short", 400, "request.malformed"),
    ],
)
async def test_nobody_calls_for_a_kiosk_that_is_not_theirs(
    office: Office, name: str, key: str, status: int, fault: str
) -> None:
    await stand(office)
    refused = await office.client.post(f"/kiosks/{name}/call", json={"key": key})
    assert (refused.status, (await refused.json())["fault"]) == (status, fault)
    assert (await kiosks(office))[0]["called"] is None


async def test_a_kiosk_that_is_not_heard_for_a_minute_is_called_silent(office: Office, today: HandSet) -> None:
    await stand(office)
    today.hour = time(10, 1, 0)
    assert not (await kiosks(office))[0]["silent"]
    today.hour = time(10, 1, 1)
    assert (await kiosks(office))[0]["silent"]


@pytest.mark.parametrize("language", ["ko", "en", "zh", "ja"])
async def test_the_console_page_shows_where_somebody_waits(office: Office, language: str) -> None:
    await stand(office)
    await office.client.post("/kiosks/hall-1/call", json={"key": KEY})
    page = await (await office.client.get("/console", headers={"Accept-Language": language})).text()
    assert "hall-1" in page
    assert "2026-11-23T01:00:00+00:00" in page
    assert "{" not in page.partition("</style>")[2]


ORDERS = {"patience": 2.0, "low_reach": True, "message": "오늘은 두 시에 닫습니다", "closed": False}


async def test_orders_reach_the_kiosk_signed_by_the_city_and_numbered(office: Office) -> None:
    await stand(office)
    assert (await (await stand(office)).json())["orders"] == ""
    city = x509.load_pem_x509_certificates((await (await office.get("/documents/key")).text()).encode())[0]
    for number in (1, 2):
        given = await office.client.put("/console/kiosks/hall-1/orders", json=ORDERS)
        assert given.status == 204
        signed = (await (await stand(office)).json())["orders"]
        told = json.loads(PyJWS().decode(signed, city.public_key(), algorithms=["ES256"]))
        assert told == {"kiosk": "hall-1", "number": number, "orders": ORDERS}


@pytest.mark.parametrize("wrong", [{"patience": 0.5}, {"patience": 11}, {"message": "x" * 201}, {"closed": "yes"}])
async def test_orders_that_make_no_sense_are_refused(office: Office, wrong: dict) -> None:
    await stand(office)
    refused = await office.client.put("/console/kiosks/hall-1/orders", json=ORDERS | wrong)
    assert (refused.status, (await refused.json())["fault"]) == (400, "request.malformed")
    assert (await (await stand(office)).json())["orders"] == ""
