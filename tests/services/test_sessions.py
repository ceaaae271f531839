"""Coming in, being known by a token, leaving."""

from datetime import UTC, datetime, timedelta

import pytest

from services.accounts.sessions import Known
from services.office import Visitor
from tests.services.conftest import HandSet, Office
from worlds.sessions.wire import Look


async def test_anyone_comes_in_without_being_asked_who_they_are(office: Office) -> None:
    answer = await office.post("/sessions", {})
    session = await answer.json()
    assert (answer.status, session["role"]) == (201, "guest")
    assert session["name"].startswith("손님 ")


@pytest.mark.parametrize(("language", "word"), [("en", "Guest"), ("zh", "访客"), ("ja", "ゲスト")])
async def test_a_guest_is_named_in_the_language_they_came_with(office: Office, language: str, word: str) -> None:
    session = await (await office.post("/sessions", {"language": language})).json()
    assert session["name"].startswith(f"{word} ")


async def test_a_guest_may_choose_a_name(office: Office) -> None:
    token = await office.join(name="한강")
    assert (await (await office.get("/sessions/me", token)).json())["name"] == "한강"


async def test_a_wrong_token_is_nobody(office: Office) -> None:
    answer = await office.get("/sessions/me", "not-a-token")
    assert (answer.status, (await answer.json())["fault"]) == (401, "accounts.unknown-session")


async def test_a_visit_ends_after_twelve_hours(office: Office, today: HandSet) -> None:
    token = await office.join()
    today.day += timedelta(days=1)
    assert (await office.get("/sessions/me", token)).status == 401


async def test_who_leaves_is_forgotten(office: Office) -> None:
    token = await office.join()
    assert (await office.delete("/sessions/me", token)).status == 204
    assert (await office.get("/sessions/me", token)).status == 401


async def test_a_token_is_kept_only_as_its_hash(office: Office) -> None:
    token = await office.join()
    files = [path.read_bytes() for path in office.settings.data.rglob("*") if path.is_file()]
    assert not any(token.encode() in content for content in files)


async def test_a_malformed_request_is_told_the_field(office: Office) -> None:
    answer = await office.post("/sessions", {"look": {"hair": "long"}})
    fault = await answer.json()
    assert (answer.status, fault["fault"], fault["values"]["field"]) == (400, "request.malformed", "$.look.hair")


async def test_a_citizen_is_called_by_their_name(office: Office) -> None:
    token = await office.join_as("sample-1", "박서연")
    session = await (await office.get("/sessions/me", token)).json()
    assert (session["role"], session["name"]) == ("citizen", "박서연")


def test_who_was_known_long_ago_is_not_kept_in_memory() -> None:
    known, now = Known(), datetime(2026, 11, 27, 9, tzinfo=UTC)
    for number in range(100):
        known.note(f"{number}", Visitor(number, "", "ko", Look()), now + timedelta(minutes=number))
    later = now + timedelta(minutes=99)
    assert [number for number in range(100) if known.recall(f"{number}", later)] == list(range(90, 100))
    assert len(known) == 10
