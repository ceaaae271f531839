"""What is known of a citizen is theirs to see, to take and to end; nobody else's."""

import asyncio
import io
import json
import zipfile

from sqlmodel import Session, SQLModel, func, select

from services import audit
from services.accounts.store import CitizenRow, IdentityRow
from services.civic.documents.store import DocumentRow, SheetRow
from services.office import STORE, kept
from services.registry.sample import sample_people
from tests.services.conftest import Office

PEOPLE = [person.subject for person in sample_people()]
ONE, TWO = PEOPLE[:2]
WISH = {"kind": "resident-register", "purpose": "은행 제출용"}


async def issued(office: Office, token: str, key: str = "key-00001") -> str:
    answer = await office.post("/documents", WISH | {"key": key}, token)
    assert answer.status == 201, await answer.text()
    return (await answer.json())["number"]


async def looks(office: Office, token: str) -> list[dict[str, str]]:
    answer = await office.get("/my-data/looks", token)
    assert answer.status == 200
    return await answer.json()


async def counted(office: Office, kind: type[SQLModel]) -> int:
    def count(session: Session) -> int:
        return session.exec(select(func.count()).select_from(kind)).one()

    return await kept(office.client.app, STORE).look_up(count)


async def test_every_read_of_a_record_is_told_to_whom_it_is_about(office: Office) -> None:
    token = await office.join_as(ONE)
    number = await issued(office, token)
    await office.get("/documents", token)
    await office.get(f"/documents/{number}/pdf", token)
    told = [(look["who"], look["act"], look["about"]) for look in await looks(office, token)]
    assert told == [
        ("self", "document.fetched", number),
        ("self", "documents.listed", ""),
        ("office", "document.issued", number),
        ("office", "register.read", ""),
    ]


async def test_a_guest_and_another_citizen_see_none_of_it(office: Office) -> None:
    token, other, guest = await office.join_as(ONE), await office.join_as(TWO), await office.join()
    await issued(office, token)
    assert await looks(office, other) == []
    for path, method in (("/my-data/looks", "GET"), ("/my-data", "GET"), ("/my-data", "DELETE")):
        async with office.client.request(method, path, headers={"Authorization": f"Bearer {guest}"}) as answer:
            assert answer.status == 401
            assert (await answer.json())["fault"] == "accounts.identity-needed"


async def test_reading_anothers_number_is_neither_answered_nor_noted(office: Office) -> None:
    token, other = await office.join_as(ONE), await office.join_as(TWO)
    number = await issued(office, token)
    assert (await office.get(f"/documents/{number}/pdf", other)).status == 404
    assert await looks(office, other) == []
    assert [look["act"] for look in await looks(office, token)] == ["document.issued", "register.read"]


async def test_all_of_it_is_taken_in_one_file_that_needs_no_program_of_ours(office: Office) -> None:
    token = await office.join_as(ONE, name="한가람")
    number = await issued(office, token)
    answer = await office.get("/my-data", token)
    assert answer.headers["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(await answer.read())) as packed:
        assert packed.testzip() is None
        assert set(packed.namelist()) == {"README.txt", "my-file.json", f"documents/{number}.pdf"}
        told = json.loads(packed.read("my-file.json"))
        assert packed.read(f"documents/{number}.pdf").startswith(b"%PDF")
        readme = packed.read("README.txt").decode()
    assert (told["name"], told["born"]) == ("한가람", "1990-01-01")
    assert [one["number"] for one in told["documents"]] == [number]
    assert told["looks"][0]["act"] == "file.taken"
    for act in {look["act"] for look in told["looks"]}:
        assert act in readme


async def test_what_is_erased_is_gone_and_what_is_kept_is_said(office: Office) -> None:
    token, other = await office.join_as(ONE), await office.join_as(TWO)
    await issued(office, token)
    theirs = await issued(office, other)
    async with office.client.delete("/my-data", headers={"Authorization": f"Bearer {token}"}) as answer:
        assert answer.status == 200
        assert (await answer.json())["remains"] == [{"what": "issued", "count": 1}, {"what": "looks", "count": 3}]
    assert (await office.get("/my-data/looks", token)).status == 401
    assert (await counted(office, SheetRow), await counted(office, DocumentRow)) == (1, 2)
    assert await counted(office, IdentityRow) == 1
    assert (await office.get(f"/documents/{theirs}/pdf", other)).status == 200
    again = await office.join_as(ONE)
    assert await looks(office, again) == []
    assert (await kept(office.client.app, STORE).look_up(audit.checked)).broken is None


async def test_whoever_was_given_nothing_leaves_nothing_behind(office: Office) -> None:
    token = await office.join_as(ONE)
    async with office.client.delete("/my-data", headers={"Authorization": f"Bearer {token}"}) as answer:
        assert (await answer.json())["remains"] == [{"what": "looks", "count": 1}]
    assert await counted(office, CitizenRow) == 0


async def test_who_sits_beside_a_citizen_is_told_in_their_file_by_name(office: Office) -> None:
    token, helper = await office.join_as(ONE), await office.join(name="손주")
    code = (await (await office.post("/beside", {}, token)).json())["code"]
    await office.post(f"/beside/{code}/seat", {}, helper)
    shown = {"key": "documents.issue", "heading": "등본"}
    async with office.client.put(f"/beside/{code}", json=shown, headers={"Authorization": f"Bearer {token}"}) as answer:
        assert answer.status == 200
    await office.get(f"/beside/{code}", helper)
    seen = (await looks(office, token))[0]
    assert (seen["who"], seen["act"], seen["name"], seen["about"]) == (
        "beside",
        "screen.seen",
        "손주",
        "documents.issue",
    )


async def test_many_who_ask_at_once_leave_one_whole_chain(office: Office) -> None:
    tokens = [await office.join_as(person) for person in PEOPLE[:5]]
    await asyncio.gather(*(office.get("/documents", token) for token in tokens for _ in range(20)))
    chain = await kept(office.client.app, STORE).look_up(audit.checked)
    assert (chain.rows, chain.broken) == (100, None)
