"""So many from one address, in the whole city; this machine and everybody else's address are not its neighbours."""

import msgspec
import pytest

from services.accounts import desk
from services.bus import Away
from services.office import BUS, SETTINGS, kept
from tests.services.conftest import Office


@pytest.fixture
def few(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three in a minute, behind a proxy that says who asks."""
    monkeypatch.setattr(desk, "JOINS", 3)
    settings = msgspec.structs.replace(office.client.app[SETTINGS], url="https://city.example")
    monkeypatch.setitem(office.client.app._state, SETTINGS, settings)


async def joins(office: Office, address: str) -> int:
    """The status of one who comes in from there."""
    answer = await office.client.post("/sessions", data=b"{}", headers={"X-Forwarded-For": address})
    if answer.status == 429:
        fault = await answer.json()
        assert fault["fault"] == "request.too-many"
        assert 1 <= fault["values"]["seconds"] <= 60
        assert int(answer.headers["Retry-After"]) == fault["values"]["seconds"]
    return answer.status


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("address", "neighbour", "stranger"),
    [
        ("203.0.113.7", "203.0.113.7", "203.0.113.8"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"),
        ("10.0.0.1, 203.0.113.7", "203.0.113.7", "10.0.0.1"),
        ("nonsense", "other nonsense", "203.0.113.8"),
    ],
)
async def test_too_many_from_one_address_are_told_to_wait_and_nobody_else_is(
    office: Office, address: str, neighbour: str, stranger: str
) -> None:
    assert [await joins(office, address) for _ in range(3)] == [201] * 3
    assert await joins(office, address) == 429
    assert await joins(office, neighbour) == 429
    assert await joins(office, stranger) == 201


@pytest.mark.usefixtures("few")
async def test_this_machine_has_no_limit(office: Office) -> None:
    assert [await joins(office, "127.0.0.1") for _ in range(5)] == [201] * 5


@pytest.mark.usefixtures("few")
async def test_with_the_bus_away_everyone_comes_in(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*words: object) -> float:
        raise Away

    monkeypatch.setattr(kept(office.client.app, BUS), "count", away)
    assert [await joins(office, "203.0.113.7") for _ in range(5)] == [201] * 5


async def test_without_a_proxy_nobody_is_believed_who_says_where_they_ask_from(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "JOINS", 0)
    assert await joins(office, "203.0.113.7") == 201  # it is this machine that asks
