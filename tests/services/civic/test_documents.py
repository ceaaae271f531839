"""The document desk, asked over real HTTP."""

import asyncio
import re
import stat
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from services.registry.sample import sample_people
from tests.conftest import need
from worlds.civic.documents.number import is_number

ALONE = "sample-001-01"
LARGE = "sample-012-01"


def wish(key: str = "desk-0001", **more: object) -> dict[str, object]:
    return {"kind": "resident-register", "key": key, "purpose": "은행 제출용"} | more


def words(pdf: bytes) -> str:
    """All text of all pages, without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(r"\s", "", text)


async def issued(office, token: str, **more: object) -> dict:
    answer = await office.post("/documents", wish(**more), token)
    assert answer.status == 201, await answer.text()
    return await answer.json()


async def sheet(office, token: str, **more: object) -> bytes:
    document = await issued(office, token, **more)
    answer = await office.get(f"/documents/{document['number']}/pdf", token)
    assert answer.status == 200
    return await answer.read()


async def test_a_document_says_its_number_its_last_day_and_that_it_is_a_sample(office, today):
    document = await issued(office, await office.join_as(ALONE))
    assert is_number(document["number"])
    assert date.fromisoformat(document["valid_until"]) == today.day + timedelta(days=90)
    assert (document["kind"], document["pages"], document["sample"]) == ("resident-register", 1, True)
    assert document["issued_at"] == "2026-11-23T10:00:00+09:00"


async def test_a_guest_is_asked_for_identity(office):
    answer = await office.post("/documents", wish(), await office.join())
    assert (answer.status, (await answer.json())["fault"]) == (401, "accounts.identity-needed")


async def test_asking_twice_with_one_key_gives_the_same_document(office):
    token = await office.join_as(ALONE)
    first, second = await issued(office, token), await issued(office, token)
    assert first == second
    assert await (await office.get("/documents", token)).json() == [first]


async def test_twenty_at_once_with_one_key_are_given_one_document(office):
    token = await office.join_as(ALONE)
    answers = await asyncio.gather(*(issued(office, token) for _ in range(20)))
    assert len({answer["number"] for answer in answers}) == 1


async def test_a_key_that_asked_for_another_sheet_is_refused(office):
    token = await office.join_as(ALONE)
    await issued(office, token)
    answer = await office.post("/documents", wish(purpose="법원 제출용"), token)
    assert (answer.status, (await answer.json())["fault"]) == (409, "documents.key-used")


async def test_two_citizens_may_use_the_same_key(office):
    one, other = await office.join_as(ALONE), await office.join_as(LARGE)
    assert (await issued(office, one))["number"] != (await issued(office, other))["number"]


async def test_nobody_is_handed_the_document_of_another(office):
    mine, other = await office.join_as(ALONE), await office.join_as(LARGE)
    number = (await issued(office, mine))["number"]
    answer = await office.get(f"/documents/{number}/pdf", other)
    nothing = await office.get("/documents/0000-0000-0000-0000/pdf", other)
    assert (answer.status, (await answer.json())["fault"]) == (404, "documents.not-found")
    assert await answer.json() == await nothing.json()
    assert await (await office.get("/documents", other)).json() == []
    assert (await office.get(f"/documents/{number}/pdf", await office.join())).status == 401


async def test_who_is_in_no_register_is_told_so(office):
    answer = await office.post("/documents", wish(), await office.join_as("stranger"))
    assert (answer.status, (await answer.json())["fault"]) == (404, "documents.no-register")


@pytest.mark.parametrize("purpose", [" \t ", "\x00", "a\x1bb"])
async def test_a_purpose_of_no_letters_is_refused(office, purpose):
    answer = await office.post("/documents", wish(purpose=purpose), await office.join_as(ALONE))
    assert (answer.status, (await answer.json())["fault"]) == (400, "documents.purpose")


async def test_letters_that_cannot_be_drawn_are_refused_and_nothing_is_issued(office):
    token = await office.join_as(ALONE)
    answer = await office.post("/documents", wish(purpose="제출용 😀"), token)
    assert (answer.status, (await answer.json())["fault"]) == (400, "documents.letters")
    assert await (await office.get("/documents", token)).json() == []


async def test_a_purpose_is_words_and_never_markup(office):
    purpose = '#panic("x") $x$ *굵게* `a` <b>'
    assert re.sub(r"\s", "", purpose) in words(await sheet(office, await office.join_as(ALONE), purpose=purpose))


async def test_the_sheet_shows_what_was_asked_and_hides_the_back_digits(office):
    text = words(await sheet(office, await office.join_as(ALONE)))
    for shown in (
        "주민등록표",
        "한가람(표본)",
        "韓가람",
        "900312-*******",
        "표본로12,101동1203호",
        "은행제출용",
        "전입세대구성",
    ):
        assert shown in text
    assert "시험용·법적효력없음" in text
    assert "900312-0" not in text
    assert "관악구" not in text


async def test_past_addresses_and_back_digits_are_shown_when_asked_for(office):
    options = {"past_addresses": "all", "rrn_back": True}
    text = words(await sheet(office, await office.join_as(ALONE), options=options))
    assert "900312-0010100" in text
    assert "관악구" in text


async def test_every_page_bears_the_number_and_says_which_page_it_is(office):
    token = await office.join_as(LARGE)
    document = await issued(office, token, options={"past_addresses": "all"})
    pdf = await (await office.get(f"/documents/{document['number']}/pdf", token)).read()
    opened = pypdfium2.PdfDocument(pdf)
    assert document["pages"] == len(opened) == 2
    for number, page in enumerate(opened, 1):
        text = page.get_textpage().get_text_range()
        assert document["number"] in text
        assert f"{number} / 2" in text
        assert [round(side) for side in page.get_size()] == [595, 842]


async def test_every_sample_person_can_be_given_a_sheet(office):
    for person in sample_people():
        await issued(
            office, await office.join_as(person.subject), options={"foreign_family": True, "cohabitants": True}
        )


async def test_the_file_is_tagged_titled_and_korean_with_its_letters_inside(office):
    pdf = await sheet(office, await office.join_as(ALONE))
    assert b"/MarkInfo" in pdf
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"/Lang\s*\(ko", pdf)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf or b'pdfuaid:part="1"' in pdf
    assert re.search(rb"/FontFile3", pdf)
    assert len(pdf) < 200_000


async def test_poppler_calls_the_signature_valid_and_one_changed_byte_a_mismatch(office, tmp_path):
    need("pdfsig")
    file, pdf = tmp_path / "sheet.pdf", await sheet(office, await office.join_as(ALONE))
    file.write_bytes(pdf)
    assert "Signature is Valid" in _pdfsig(file)
    assert "Total document signed" in _pdfsig(file)
    middle = len(pdf) // 2
    file.write_bytes(pdf[:middle] + bytes([pdf[middle] ^ 1]) + pdf[middle + 1 :])
    assert "Signature is Valid" not in _pdfsig(file)


async def test_the_public_key_is_for_anyone_and_the_private_one_for_its_owner_alone(office, settings):
    answer = await office.get("/documents/key")
    pem = await answer.text()
    folder = settings.data / "keys"
    assert pem.count("BEGIN CERTIFICATE") == 2
    assert "PRIVATE" not in pem
    assert (folder / "city.pem").read_text() == pem
    assert stat.S_IMODE((folder / "city.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def _pdfsig(file: Path) -> str:
    return subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False).stdout
