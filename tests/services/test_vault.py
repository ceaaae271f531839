"""Whoever has the records alone reads no name and no document; another key for the office is noticed by nobody."""

import asyncio
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from metaseoul.__main__ import main
from services.accounts import store as accounts
from services.accounts.sessions import new_token
from services.app import make_app
from services.civic.documents.store import ClearSheetRow, DocumentRow, seal_clear
from services.civic.documents.store import sheet as sheet_of
from services.doors import DOORS
from services.office import Identity
from services.settings import Settings
from services.store import Store, open_store
from services.unopened import StartFault
from services.vault import Unreadable, Vault, open_vault
from tests.services.conftest import CITY, PEOPLE, HandSet, Office
from worlds.sessions.wire import Look

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
WHO = Identity("가", "한가람", date(1990, 3, 12), "https://id.example", "비밀번호가 아닌 주체")


async def signed_in(store: Store, vault: Vault) -> str:
    token = new_token()
    guest = await store.transact(accounts.add, token, None, "ko", Look(), NOON)
    await store.transact(accounts.identify, guest.session, token, WHO, NOON, vault)
    return token


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    return open_vault(tmp_path_factory.mktemp("keys"))


@given(st.binary(max_size=500), st.text(max_size=20))
def test_what_is_sealed_opens_where_it_was_put_and_nowhere_else(vault: Vault, content: bytes, about: str) -> None:
    key, other = vault.new_key(), vault.new_key()
    sealed = vault.seal(key, content, about)
    assert vault.open(key, sealed, about) == content
    for wrong in ((key, sealed, about + "x"), (other, sealed, about), (key, sealed[:-1], about), (key, b"", about)):
        with pytest.raises(Unreadable):
            vault.open(*wrong)
    for at in range(0, len(sealed), 7):
        changed = sealed[:at] + bytes((sealed[at] ^ 1,)) + sealed[at + 1 :]
        with pytest.raises(Unreadable):
            vault.open(key, changed, about)


async def test_no_name_birth_date_or_subject_is_in_the_database(tmp_path: Path) -> None:
    store, vault = await open_store(f"sqlite:///{tmp_path / 'office.db'}"), open_vault(tmp_path / "keys")
    token = await signed_in(store, vault)
    found = await store.look_up(accounts.find, token, NOON, vault)
    assert found is not None
    assert found.identity == WHO
    await store.close()
    written = b"".join(file.read_bytes() for file in tmp_path.glob("office.db*"))  # noqa: ASYNC240
    for secret in (WHO.name, WHO.subject, "1990-03-12", WHO.issuer):
        assert secret.encode() not in written


async def test_another_key_for_the_office_is_noticed_by_an_office_that_runs(tmp_path: Path) -> None:
    store, vault = await open_store(f"sqlite:///{tmp_path / 'office.db'}"), open_vault(tmp_path / "keys")
    token = await signed_in(store, vault)
    first = (tmp_path / "keys" / "vault.key").read_bytes()
    assert await asyncio.to_thread(main, ["rekey", "--data", str(tmp_path)]) == 0
    assert (await store.look_up(accounts.find, token, NOON, vault)).identity == WHO  # type: ignore[union-attr]
    assert vault.sealed_by(vault.new_key()) == 2
    assert await asyncio.to_thread(main, ["rekey", "--data", str(tmp_path)]) == 0
    assert (await store.look_up(accounts.find, token, NOON, vault)).identity == WHO  # type: ignore[union-attr]
    await store.close()
    (tmp_path / "keys" / "vault.key").write_bytes(first)  # whoever has only the first key has nothing
    store = await open_store(f"sqlite:///{tmp_path / 'office.db'}")
    with pytest.raises(Unreadable):
        await store.look_up(accounts.find, token, NOON, open_vault(tmp_path / "keys"))
    await store.close()


async def test_sheets_that_an_older_release_filed_in_the_clear_are_sealed(tmp_path: Path) -> None:
    store, vault = await open_store(f"sqlite:///{tmp_path / 'office.db'}"), open_vault(tmp_path / "keys")
    await signed_in(store, vault)

    def older(session: Session) -> None:
        for number in range(120):
            row = DocumentRow(
                number=f"n-{number:03}", citizen="가", request=f"r-{number}", wish=b"", kind="resident-register",
                issued=0, valid_until=NOON.date(), pages=1, sample=True,
            )  # fmt: skip
            session.add(row)
            session.flush()
            session.add(ClearSheetRow(number=f"n-{number:03}", pdf=b"%PDF of long ago"))

    await store.transact(older)
    counts = []
    while count := await store.transact(seal_clear, vault):
        counts.append(count)
    assert counts == [50, 50, 20]
    assert await store.look_up(sheet_of, "가", "n-117", vault) == b"%PDF of long ago"
    await store.close()
    with sqlite3.connect(tmp_path / "office.db") as file:
        assert file.execute("SELECT count(*) FROM document_sheet_clear").fetchone() == (0,)
    file.close()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'[{"number": 1, "key": "AAAA"}]', b"\xff\xfe"])
def test_a_damaged_key_file_is_said_and_never_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vault.key").write_bytes(content)
    with pytest.raises(StartFault) as fault:
        open_vault(tmp_path)
    assert fault.value.code == "keys.damaged"
    assert (tmp_path / "vault.key").read_bytes() == content


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    open_vault(tmp_path / "keys")
    assert (tmp_path / "keys" / "vault.key").stat().st_mode & 0o777 == 0o600


async def test_an_office_whose_key_is_gone_says_so_and_opens_again_once_it_is_back(
    alone: Settings, today: HandSet
) -> None:
    async def opens(citizen: str = "") -> None:
        app = make_app(alone, today, city=CITY, people=PEOPLE)
        async with TestClient(TestServer(app)) as client:
            await app[DOORS].opened
            if citizen:
                await Office(client, alone).join_as(citizen)

    file = alone.data / "keys" / "vault.key"
    await opens("sample-1")
    key = file.read_bytes()
    file.unlink()
    with pytest.raises(StartFault) as fault:
        await opens()
    assert (fault.value.code, fault.value.values) == ("keys.lost", {"path": str(file)})
    file.write_bytes(key)
    await opens("sample-1")
