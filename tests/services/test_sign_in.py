"""Identity at the moment it is needed: by the sample provider, by a real one, and not by a liar."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import aiohttp
import msgspec
import pytest
from aiohttp.test_utils import TestClient, TestServer

from services.accounts import sign_in as desk
from services.accounts import store
from services.app import make_app
from services.doors import DOORS
from services.office import STORE, kept
from services.settings import Settings
from tests.services.conftest import CITY, PEOPLE, HandSet, Office
from tests.services.provider import OTHER, Elsewhere

# --- the sample provider


async def test_a_guest_becomes_a_citizen_by_choosing_a_sample_person(office: Office) -> None:
    token = await office.join()
    begun = await _begin(office, token)
    assert begun["provider"]["sample"] is True
    assert await _choose(office, begun["url"], "sample-1") == 200
    signed = await _signed(office, begun, token)
    assert (signed["state"], signed["session"]["name"], signed["session"]["role"]) == ("done", "박서연", "citizen")
    me = await (await office.get("/sessions/me", signed["session"]["token"])).json()
    assert (me["role"], me["name"]) == ("citizen", "박서연")


async def test_the_token_of_the_guest_is_worth_nothing_after_signing_in(office: Office) -> None:
    token = await office.join()
    begun = await _begin(office, token)
    await _choose(office, begun["url"], "sample-1")
    first = await _signed(office, begun, token)
    assert (await office.get("/sessions/me", token)).status == 401
    assert await _signed(office, begun, token) == first  # its answer lost on the way, a client may ask again


async def test_one_waits_for_who_is_still_choosing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    token = await office.join()
    begun = await _begin(office, token)
    monkeypatch.setattr(desk, "WAIT", 0.05)
    assert await _signed(office, begun, token) == {"state": "pending", "session": None, "fault": None}
    monkeypatch.setattr(desk, "WAIT", 5.0)
    waiting = asyncio.create_task(_signed(office, begun, token))
    await asyncio.sleep(0.05)
    await _choose(office, begun["url"], "sample-2")
    assert (await waiting)["session"]["name"] == "이도윤"


async def test_whoever_says_no_stays_a_guest(office: Office) -> None:
    token = await office.join()
    begun = await _begin(office, token)
    await _choose(office, begun["url"], "")
    assert (await _signed(office, begun, token))["fault"] == "accounts.sign-in-declined"
    assert (await (await office.get("/sessions/me", token)).json())["role"] == "guest"


@pytest.mark.parametrize(("language", "words"), [("ko", "시험용"), ("en", "invented"), ("zh", "虚构"), ("ja", "架空")])
async def test_the_page_says_in_every_language_that_its_people_are_invented(
    office: Office, language: str, words: str
) -> None:
    begun = await _begin(office, await office.join(language=language))
    page = await (await office.client.get(_path(begun["url"]))).text()
    assert words in page
    assert all(someone.name in page for someone in PEOPLE)
    assert "<script" not in page


async def test_the_sample_provider_sends_nobody_elsewhere(office: Office) -> None:
    begun = await _begin(office, await office.join())
    fields = _fields(begun["url"]) | {"redirect_uri": "https://thief.example/", "subject": "sample-1"}
    answer = await office.client.post("/sample-id/authorize", data=fields, allow_redirects=False)
    assert (answer.status, "Location" in answer.headers) == (400, False)


async def test_the_sample_provider_gives_nothing_twice_and_nothing_without_the_verifier(office: Office) -> None:
    begun = await _begin(office, await office.join())
    fields = _fields(begun["url"]) | {"subject": "sample-1"}
    answer = await office.client.post("/sample-id/authorize", data=fields, allow_redirects=False)
    code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
    form = {"grant_type": "authorization_code", "code": code, "client_id": "metaseoul", "code_verifier": "guess"}
    for _ in range(2):
        refused = await office.client.post("/sample-id/token", data=form | {"redirect_uri": fields["redirect_uri"]})
        assert (refused.status, await refused.json()) == (400, {"error": "invalid_grant"})


async def test_keys_are_for_their_owner_only(office: Office) -> None:
    keys = office.settings.data / "keys"
    for name in ("pseudonyms.key", "sample-provider.pem"):
        assert (keys / name).stat().st_mode & 0o077 == 0


# --- whose sign-in it is


async def test_the_ticket_of_another_is_not_yours(office: Office) -> None:
    begun = await _begin(office, await office.join())
    answer = await office.get(f"/sign-in/{begun['ticket']}", await office.join())
    assert (answer.status, (await answer.json())["fault"]) == (403, "accounts.not-yours")


async def test_an_unknown_ticket_and_an_unknown_state_are_refused_and_change_nothing(office: Office) -> None:
    token = await office.join()
    begun = await _begin(office, token)
    assert (await office.get("/sign-in/guessed", token)).status == 404
    assert (await office.get("/sign-in/callback?state=guessed&code=x")).status == 400
    await _choose(office, begun["url"], "sample-1")
    assert (await _signed(office, begun, token))["state"] == "done"


async def test_an_answer_is_taken_once(office: Office) -> None:
    begun = await _begin(office, await office.join())
    fields = _fields(begun["url"]) | {"subject": "sample-1"}
    answer = await office.client.post("/sample-id/authorize", data=fields, allow_redirects=False)
    back = _path(answer.headers["Location"])
    assert [(await office.client.get(back)).status for _ in range(2)] == [200, 400]


async def test_a_sign_in_is_over_after_ten_minutes(office: Office, today: HandSet) -> None:
    token = await office.join()
    begun = await _begin(office, token)
    today.hour = today.hour.replace(minute=11)
    assert (await office.get(f"/sign-in/{begun['ticket']}", token)).status == 404


async def test_a_sign_in_needs_a_visit(office: Office) -> None:
    assert (await office.post("/sign-in", {})).status == 401


async def test_identity_is_forgotten_with_the_visit_and_the_pseudonym_stays(office: Office) -> None:
    ids = []
    for _ in range(2):
        token = await office.join()
        begun = await _begin(office, token)
        await _choose(office, begun["url"], "sample-1")
        session = (await _signed(office, begun, token))["session"]
        office_store = kept(office.client.app, STORE)
        ids.append(await office_store.look_up(lambda found: [row.citizen for row in found.exec(_identities()).all()]))
        await office.delete("/sessions/me", session["token"])
        assert await office_store.look_up(lambda found: list(found.exec(_identities()).all())) == []
    assert ids[0] == ids[1]
    assert "sample-1" not in ids[0][0]


# --- a provider elsewhere: only settings


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    provider = Elsewhere()
    server = await provider.serve()
    yield provider
    await server.close()


@pytest.fixture
async def abroad(settings: Settings, today: HandSet, elsewhere: Elsewhere) -> AsyncIterator[Office]:
    """An office whose settings name the provider elsewhere."""
    elsewhere.now = today().timestamp()
    named = msgspec.structs.replace(
        settings, issuer=elsewhere.url, client="city", secret=elsewhere.secret, provider="간편인증"
    )
    app = make_app(named, today, city=CITY)
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        yield Office(client, named)


async def test_a_real_provider_is_only_settings(abroad: Office, elsewhere: Elsewhere) -> None:
    signed = await _through(abroad, elsewhere)
    assert (signed["state"], signed["session"]["name"]) == ("done", "Kim")
    assert (await abroad.client.get("/sample-id/people")).status == 404


async def test_claims_may_come_from_the_userinfo_endpoint(abroad: Office, elsewhere: Elsewhere) -> None:
    elsewhere.claims_in_token = False
    assert (await _through(abroad, elsewhere))["state"] == "done"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("user@例え.jp", "user@例え.jp"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("محمد@مثال.إختبار", "محمد@مثال.إختبار"),
        ("उपयोगकर्ता@उदाहरण.कॉम", "उपयोगकर्ता@उदाहरण.कॉम"),
        ("\u1112\u1161\u11ab가람", "한가람"),
        ("Zoe\u0301 O'Neill <zoe@example.com>", "Zoé O'Neill <zoe@example.com>"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("홍\n길\x00동", "홍 길 동"),
        ("가" * 300, "가" * 100),
    ],
)
async def test_a_name_of_any_script_is_told_as_it_is_and_nothing_invisible_with_it(
    abroad: Office, elsewhere: Elsewhere, name: str, told: str
) -> None:
    elsewhere.lies = {"name": name}
    assert (await _through(abroad, elsewhere))["session"]["name"] == told


@pytest.mark.parametrize(
    ("lies", "reason"),
    [
        ({"nonce": "of another visit"}, "nonce"),
        ({"aud": "another office"}, "InvalidAudienceError"),
        ({"iss": "https://another.example"}, "InvalidIssuerError"),
        ({"azp": "another office", "aud": ["city", "another office"]}, "authorized party"),
        ({"name": ""}, "no name"),
        ({"name": "\u200b\u202e \n"}, "no name"),
        ({"sub": ""}, "no name"),
        ({"exp": "soon"}, "times"),
    ],
)
async def test_a_token_that_does_not_fit_is_refused(
    abroad: Office, elsewhere: Elsewhere, lies: dict[str, Any], reason: str
) -> None:
    elsewhere.lies = lies
    await _refused(abroad, elsewhere, reason)


@pytest.mark.parametrize(
    ("lies", "reason"),
    [
        ({"algorithm": "HS256", "key": "k" * 32}, "algorithm"),
        ({"algorithm": "none", "key": None}, "algorithm"),
        ({"algorithm": "ES256", "key": OTHER}, "key"),
        ({"algorithm": "ES256", "key": OTHER, "kid": "three"}, "key"),
    ],
)
async def test_a_signature_of_the_wrong_kind_or_key_is_refused(
    abroad: Office, elsewhere: Elsewhere, lies: dict[str, Any], reason: str
) -> None:
    for name, value in lies.items():
        setattr(elsewhere, name, value)
    await _refused(abroad, elsewhere, reason)


@pytest.mark.parametrize(("seconds", "state"), [(-359, "done"), (-361, "refused"), (59, "done"), (61, "refused")])
async def test_clocks_may_differ_by_a_minute_and_no_more(
    abroad: Office, elsewhere: Elsewhere, seconds: int, state: str
) -> None:
    elsewhere.now += seconds  # its tokens live five minutes
    assert (await _through(abroad, elsewhere))["state"] == state


async def test_an_answer_that_names_another_issuer_is_refused(abroad: Office, elsewhere: Elsewhere) -> None:
    await _refused(abroad, elsewhere, "answer of another issuer", iss="https://another.example")


async def test_a_code_the_provider_does_not_know_is_refused(abroad: Office, elsewhere: Elsewhere) -> None:
    await _refused(abroad, elsewhere, "code", code="guessed")


async def test_userinfo_of_another_person_is_refused(abroad: Office, elsewhere: Elsewhere) -> None:
    elsewhere.claims_in_token, elsewhere.person = False, "sub-78"
    await _refused(abroad, elsewhere, "userinfo of another person")


async def test_a_provider_that_is_away_is_said(settings: Settings, today: HandSet) -> None:
    app = make_app(msgspec.structs.replace(settings, issuer="http://127.0.0.1:9"), today, city=CITY)
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        away = Office(client, settings)
        answer = await away.post("/sign-in", {}, await away.join())
        assert (answer.status, (await answer.json())["fault"]) == (503, "accounts.provider-away")


async def test_a_provider_that_takes_the_call_and_says_nothing_is_said_and_the_office_answers_others(
    settings: Settings, today: HandSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.accounts.provider.TIMEOUT", aiohttp.ClientTimeout(total=0.5))
    slow = await asyncio.start_server(lambda reader, writer: asyncio.sleep(30), "127.0.0.1", 0)
    host, port = slow.sockets[0].getsockname()
    app = make_app(msgspec.structs.replace(settings, issuer=f"http://{host}:{port}"), today, city=CITY)
    async with TestClient(TestServer(app)) as client:
        await app[DOORS].opened
        away = Office(client, settings)
        token = await away.join()
        begun = asyncio.ensure_future(away.post("/sign-in", {}, token))
        assert (await away.get("/sessions/me", token)).status == 200
        assert not begun.done()
        answer = await begun
        assert (answer.status, (await answer.json())["fault"]) == (503, "accounts.provider-away")
    slow.close()


# --- steps


async def _begin(office: Office, token: str) -> dict[str, Any]:
    answer = await office.post("/sign-in", {}, token)
    assert answer.status == 201
    return await answer.json()


async def _choose(office: Office, url: str, subject: str) -> int:
    """As a browser would: the form is sent, and the redirect followed."""
    answer = await office.client.post("/sample-id/authorize", data=_fields(url) | {"subject": subject})
    return answer.status


async def _signed(office: Office, begun: dict[str, Any], token: str) -> dict[str, Any]:
    return await (await office.get(f"/sign-in/{begun['ticket']}", token)).json()


async def _through(office: Office, elsewhere: Elsewhere, **answer: str) -> dict[str, Any]:
    token = await office.join()
    begun = await _begin(office, token)
    await office.client.get(f"/sign-in/callback?{elsewhere.sent_back(begun['url'], **answer)}")
    return await _signed(office, begun, token)


async def _refused(office: Office, elsewhere: Elsewhere, reason: str, **answer: str) -> None:
    signed = await _through(office, elsewhere, **answer)
    assert (signed["state"], signed["fault"]) == ("refused", "accounts.sign-in-failed")
    log = [json.loads(line) for line in office.settings.log.read_text().splitlines()]
    assert [line["reason"] for line in log if line["event"] == "identity refused"] == [reason]


def _identities() -> Any:
    return store.select(store.IdentityRow)


def _fields(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query))


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"
