"""A kiosk heeds the orders of a city it trusts, for itself, once; and no others."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from jwt import PyJWS

from metaseoul.folders import trust_folder
from metaseoul.kiosk.post import badge, believed
from services.civic.documents.keys import Keys, open_keys
from worlds.kiosks import Orders, Signed


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return open_keys(tmp_path / "city", datetime.now(UTC))


def signed(keys: Keys, kiosk: str = "hall-1", number: int = 1) -> str:
    payload = msgspec.json.encode(Signed(kiosk, number, Orders(message="hello")))
    return PyJWS().encode(payload, keys.signing, "ES256")


def trust(keys: Keys) -> None:
    (trust_folder() / "city.pem").write_text(keys.public_pem)


def test_orders_of_a_trusted_city_are_heeded(keys: Keys) -> None:
    trust(keys)
    assert believed(signed(keys), "hall-1", 0).orders == Orders(message="hello")


def test_those_of_a_stranger_of_another_kiosk_or_of_before_are_not(keys: Keys, tmp_path: Path) -> None:
    assert believed(signed(keys), "hall-1", 0) is None
    trust(keys)
    stranger = open_keys(tmp_path / "stranger", datetime.now(UTC))
    assert believed(signed(stranger), "hall-1", 0) is None
    assert believed(signed(keys), "hall-2", 0) is None
    assert believed(signed(keys, number=3), "hall-1", 3) is None


@pytest.mark.parametrize("broken", ["", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])
def test_what_is_no_signature_is_not_heeded(keys: Keys, broken: str) -> None:
    trust(keys)
    assert believed(broken, "hall-1", 0) is None
    assert believed(signed(keys)[:-4] + "AAAA", "hall-1", 0) is None


def test_a_kiosk_keeps_its_name_and_its_secret(own_folders: Path) -> None:
    first = badge("hall-1")
    assert badge() == first
    assert len(first.key) >= 24
    assert badge("hall-2").key != first.key
