"""A token counts ten minutes and for the grant it names; the word for the next one counts once, or ends the visit."""

import base64
import json
from datetime import datetime, timedelta
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from services.accounts.tokens import TOKENS, Expired, Tokens
from services.clock import SEOUL
from services.office import CALENDAR, kept
from tests.services.conftest import HandSet, Office
from tests.services.live import Bot
from worlds.protocol import PROTOCOL, Goodbye, Hello

NOON = datetime(2026, 11, 27, 12, tzinfo=SEOUL)


async def comes_in(office: Office) -> dict:
    answer = await office.post("/sessions", {})
    assert answer.status == 201
    return await answer.json()


async def me(office: Office, token: str) -> tuple[int, str]:
    """Asked as it stands: nothing renews it on the way."""
    answer = await office.client.get("/sessions/me", headers={"Authorization": f"Bearer {token}"})
    told = await answer.json()
    return answer.status, told.get("fault", told.get("role"))


async def renewed(office: Office, word: str) -> tuple[int, dict]:
    answer = await office.post("/sessions/refresh", {"refresh": word})
    return answer.status, await answer.json()


def later(today: HandSet, **by: int) -> None:
    moment = datetime.combine(today.day, today.hour, SEOUL) + timedelta(**by)
    today.day, today.hour = moment.date(), moment.time()


async def test_a_token_counts_ten_minutes_and_is_renewed_by_its_word(office: Office, today: HandSet) -> None:
    session = await comes_in(office)
    assert session["lasts"] == 600
    later(today, seconds=599)
    assert await me(office, session["token"]) == (200, "guest")
    later(today, seconds=1)
    assert await me(office, session["token"]) == (401, "accounts.token-expired")
    status, next_one = await renewed(office, session["refresh"])
    assert status == 200
    assert await me(office, next_one["token"]) == (200, "guest")
    async with office.client.ws_connect("/live") as socket:
        bot = Bot(socket)
        await bot.say(Hello(PROTOCOL, session["token"], "yard", "yard-digest"))
        assert await bot.hear() == Goodbye("accounts.token-expired")


async def test_a_word_that_was_used_before_ends_the_visit_for_both_hands(office: Office, today: HandSet) -> None:
    session = await comes_in(office)
    _, owner = await renewed(office, session["refresh"])
    later(today, seconds=31)
    assert (await renewed(office, session["refresh"]))[1]["fault"] == "accounts.refresh-reused"
    assert await me(office, owner["token"]) == (401, "accounts.unknown-session")  # at once, though it is not over
    assert (await renewed(office, owner["refresh"]))[1]["fault"] == "accounts.unknown-session"


async def test_an_answer_that_was_lost_is_asked_for_once_more_within_half_a_minute(
    office: Office, today: HandSet
) -> None:
    session = await comes_in(office)
    await renewed(office, session["refresh"])  # its answer never came
    later(today, seconds=29)
    status, second = await renewed(office, session["refresh"])
    assert status == 200
    assert (await renewed(office, second["refresh"]))[0] == 200


async def test_leaving_ends_token_and_word_at_once(office: Office) -> None:
    session = await comes_in(office)
    assert (await office.delete("/sessions/me", session["token"])).status == 204
    assert await me(office, session["token"]) == (401, "accounts.unknown-session")
    assert (await renewed(office, session["refresh"]))[0] == 401


@pytest.mark.parametrize("word", ["", "x" * 101, 7])
async def test_a_word_that_can_be_none_is_malformed(office: Office, word: object) -> None:
    assert (await office.post("/sessions/refresh", {"refresh": word})).status == 400


async def test_a_token_that_was_tampered_with_is_nobodys(office: Office) -> None:
    token = (await comes_in(office))["token"]
    head, body, seal = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    longer = base64.urlsafe_b64encode(json.dumps(claims | {"exp": 2**40}).encode()).rstrip(b"=").decode()
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"at+jwt"}').rstrip(b"=").decode()
    other = seal[:9] + ("A" if seal[9] != "A" else "B") + seal[10:]  # the last letters hold bits that say nothing
    for forged in (
        f"{head}.{longer}.{seal}",
        f"{none}.{body}.",
        f"{head}.{body}.{other}",
        f"{head}.{body}",
        "",
        "..",
    ):
        assert await me(office, forged) == (401, "accounts.unknown-session"), forged


def test_a_token_of_another_kind_key_or_office_is_not_taken(tmp_path: Path) -> None:
    ours = Tokens(tmp_path)
    key = Ed25519PrivateKey.from_private_bytes((tmp_path / "tokens.key").read_bytes())
    right = {"iss": "metaseoul", "aud": "metaseoul", "jti": "g", "iat": 0, "exp": 2**40}

    def made(headers: dict | None = None, signed: object = key, algorithm: str = "EdDSA", **claims: object) -> str:
        return jwt.encode(right | claims, signed, algorithm, headers or {"typ": "at+jwt"})  # type: ignore[arg-type]

    assert ours.grant(made(), NOON) == "g"
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    wrong = [
        made(headers={"typ": "JWT"}),
        made(signed=Ed25519PrivateKey.generate()),
        made(signed=public, algorithm="HS256"),
        made(iss="elsewhere"),
        made(aud="elsewhere"),
        made(jti=7),
        made(exp="soon"),
        Tokens(tmp_path / "other").access("g", NOON),
    ]
    assert [ours.grant(token, NOON) for token in wrong] == [None] * len(wrong)
    with pytest.raises(Expired):
        ours.grant(made(exp=int(NOON.timestamp())), NOON)


async def test_a_grant_that_nobody_has_is_nobodys_however_well_it_is_signed(office: Office) -> None:
    now = office.client.app[CALENDAR]()
    assert await me(office, kept(office.client.app, TOKENS).access("a-guest-of-old", now)) == (
        401,
        "accounts.unknown-session",
    )
