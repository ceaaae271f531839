"""The checker: every verdict, from real sheets of a real press, with the network cut."""

import io
import json
import socket
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from metaseoul import __main__ as command
from metaseoul.verify import verify, verify_code
from services.civic.documents.press import Press, open_press
from services.clock import SEOUL
from services.registry.sample import SampleRegistry, sample_households
from worlds.civic.documents.wire import RegisterOptions, Request

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SEOUL)
PLAIN = RegisterOptions()
EVERYTHING = RegisterOptions("all", rrn_back=True, cohabitants=True, foreign_family=True)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def cut(*_: object) -> None:
        raise AssertionError("the checker reached for the network")

    monkeypatch.setattr(socket.socket, "connect", cut)
    monkeypatch.setattr(socket, "getaddrinfo", cut)


@pytest.fixture(scope="module")
def keys(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def press(keys) -> Press:
    return open_press(keys, SampleRegistry(), NOW)


@pytest.fixture(scope="module")
def trust(press) -> tuple[bytes, ...]:
    return (press.keys.public_pem.encode(),)


@pytest.fixture(scope="module")
def pdf(press) -> bytes:
    return printed(press, "sample-001-01")


@pytest.fixture
def check(tmp_path, trust):
    """Puts bytes into a file and has it checked: (verdict, keys of the reasons without "verify.")."""

    def checked(content: bytes, believed=trust, now=NOW) -> tuple[str, list[str]]:
        file = tmp_path / "handed.pdf"
        file.write_bytes(content)
        verdict = verify(file, believed, now)
        return verdict.verdict, [reason.key.removeprefix("verify.") for reason in verdict.reasons]

    return checked


def printed(press: Press, subject: str, options: RegisterOptions = PLAIN) -> bytes:
    return press.printed("citizen", subject, Request("resident-register", "key-0001", options), NOW).sheet


def seal_of(pdf: bytes) -> str:
    names = PdfFileReader(io.BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    return names[3].get_object()["/EF"]["/F"].data.decode()


def redrawn(pdf: bytes, old: bytes, new: bytes) -> bytes:
    """The pages with other words on them, saved by another program: the signature is gone."""
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf)))
    for page in writer.root["/Pages"]["/Kids"]:
        content = page.get_object()["/Contents"].get_object()
        content._data, content._encoded_data = content.data.replace(old, new), None
    writer.root.pop("/AcroForm", None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_sheet_as_issued_is_genuine_and_says_whose_it_is(tmp_path, pdf, trust):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    verdict = verify(file, trust, NOW)
    says, sample = verdict.reasons
    assert (verdict.verdict, verdict.as_of) == ("genuine", NOW)
    assert says.values["name"] == "한*람(표본)"
    assert (says.values["issued"], says.values["until"]) == (date(2026, 11, 23), date(2027, 2, 21))
    assert sample.key == "verify.sample"


async def test_a_check_inside_an_event_loop_says_the_same(check, pdf):
    assert check(pdf)[0] == "genuine"


def test_every_sheet_of_the_sample_register_shows_what_is_sealed(check, press):
    for household in sample_households():
        subject = household.residents[-1].subject
        assert check(printed(press, subject, EVERYTHING))[0] == "genuine", subject


def test_it_stands_on_its_last_day_and_not_on_the_day_after(check, pdf):
    assert check(pdf, now=NOW + timedelta(days=89))[0] == "genuine"
    assert check(pdf, now=NOW + timedelta(days=90))[0] == "genuine"
    assert check(pdf, now=NOW + timedelta(days=91)) == ("expired", ["over", "says", "sample"])


def test_a_clock_that_is_behind_is_named(check, pdf):
    assert check(pdf, now=NOW - timedelta(days=1))[1] == ["says", "sample"]
    assert check(pdf, now=NOW - timedelta(days=2)) == ("genuine", ["clock", "says", "sample"])


def test_a_sheet_outlives_the_certificate_it_was_signed_with(check, pdf):
    assert check(pdf, now=NOW + timedelta(days=3000))[0] == "expired"


def test_another_citys_sheet_has_an_unknown_issuer(check, pdf, tmp_path):
    other = open_press(tmp_path, SampleRegistry(), NOW).keys.public_pem.encode()
    assert check(pdf, (other,)) == ("unknown-issuer", ["other-city"])
    assert check(pdf, ()) == ("unknown-issuer", ["no-city"])
    assert check(pdf, (b"", b"nonsense", pdf)) == ("unknown-issuer", ["no-city"])


def test_a_city_that_only_names_itself_like_ours_is_not_believed(check, pdf, press):
    city_alone = press.keys.city.public_bytes(Encoding.PEM)
    assert check(pdf, (city_alone,))[0] == "unknown-issuer"


def test_a_key_that_was_taken_back_makes_its_sheets_revoked(check, pdf, press, keys, trust):
    published = taken_back(press, keys, press.keys.city.serial_number)
    assert check(pdf, (*trust, published)) == ("revoked", ["key-revoked", "says", "sample"])
    assert check(pdf, (*trust, taken_back(press, keys, 12345)))[0] == "genuine"


def test_a_list_that_the_root_did_not_sign_takes_nothing_back(check, pdf, press, tmp_path, trust):
    open_press(tmp_path, SampleRegistry(), NOW)
    forged = taken_back(press, tmp_path, press.keys.city.serial_number)
    assert check(pdf, (*trust, forged))[0] == "genuine"


def test_the_verdict_speaks_of_the_day_of_the_newest_list(tmp_path, pdf, press, keys, trust):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    verdict = verify(file, (*trust, taken_back(press, keys, 1)), NOW + timedelta(days=5))
    assert verdict.as_of == NOW


def taken_back(press: Press, keys: Path, serial: int) -> bytes:
    """A revocation list (RFC 5280) as the root of this key folder signs it."""
    root_key = load_pem_private_key((keys / "city.key").read_bytes().split(b"-----END PRIVATE KEY-----\n", 1)[1], None)
    entry = x509.RevokedCertificateBuilder(serial_number=serial, revocation_date=NOW).build()
    builder = x509.CertificateRevocationListBuilder(
        issuer_name=press.keys.root.subject, last_update=NOW, next_update=NOW + timedelta(days=30)
    )
    return builder.add_revoked_certificate(entry).sign(root_key, hashes.SHA256()).public_bytes(Encoding.PEM)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_one_changed_byte_anywhere_is_noticed(check, pdf, where, flip):
    place = int(where * len(pdf))
    changed = pdf[:place] + bytes([pdf[place] ^ flip]) + pdf[place + 1 :]
    assert check(changed)[0] in {"altered", "not-a-document"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_one_changed_byte_where_the_signature_itself_stands_is_noticed(check, pdf, where, flip):
    start = pdf.rindex(b"/Contents <") + len(b"/Contents ")
    end = pdf.index(b">", start) + 1
    place = start + int(where * (end - start))
    changed = pdf[:place] + bytes([pdf[place] ^ flip]) + pdf[place + 1 :]
    assert check(changed)[0] in {"altered", "not-a-document"}


def test_another_digit_in_the_frame_or_the_padding_of_the_signature_is_noticed(check, pdf):
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    for place in (*range(start, start + 100), *range(start + 1500, start + 4096, 61)):
        digit = b"0123456789ABCDEF"[(int(pdf[place : place + 1], 16) + 5) % 16]
        assert check(pdf[:place] + bytes([digit]) + pdf[place + 1 :])[0] in {"altered", "not-a-document"}, place - start


def test_other_letter_case_in_the_signatures_digits_is_noticed(check, pdf):
    start = pdf.rindex(b"/Contents <") + len(b"/Contents ")
    end = pdf.index(b">", start)
    assert check(pdf[:start] + pdf[start:end].lower() + pdf[end:]) == ("altered", ["signature-broken"])


def test_what_was_added_after_signing_is_named(check, pdf):
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root["/Lang"] = writer.root["/Lang"]
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    assert check(out.getvalue()) == ("altered", ["added"])
    assert check(pdf + b"\n")[0] == "altered"


def test_a_changed_page_that_was_saved_again_is_known_by_what_it_no_longer_shows(check, pdf):
    drawn = PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Kids"][0].get_object()["/Contents"].get_object().data
    heading = drawn.index(b"BT")
    emptied = redrawn(pdf, drawn[heading:], b"")
    verdict, reasons = check(emptied)
    assert verdict == "altered"
    assert reasons[0] == "signature-gone"
    assert {"changed.number", "changed.members", "changed.home"} <= set(reasons)


def test_a_sheet_whose_signature_was_only_taken_off_is_altered_too(check, pdf):
    assert check(redrawn(pdf, b"", b"")) == ("altered", ["signature-gone"])


def test_what_is_no_sheet_is_told_with_its_reason(check, pdf, tmp_path, trust):
    assert check(b"") == ("not-a-document", ["empty"])
    assert check(b"hello") == ("not-a-document", ["not-a-pdf"])
    assert check(b"%PDF-1.7\nnothing") == ("not-a-document", ["unreadable"])
    assert check(pdf[: len(pdf) // 2]) == ("not-a-document", ["unreadable"])
    assert check(pdf[:-400])[0] in {"altered", "not-a-document"}
    assert check(b"%PDF-1.7" + bytes(20_000_000)) == ("not-a-document", ["too-large"])
    for path in (tmp_path, tmp_path / "nowhere.pdf", Path("a\0b")):
        verdict = verify(path, trust, NOW)
        assert (verdict.verdict, verdict.reasons[0].key) == ("not-a-document", "verify.no-file")


def test_a_strangers_pdf_and_an_encrypted_one_are_no_documents(check, press):
    from services.civic.documents.sheet import sheet

    facts = b'{"title":"t","number":"1","head":"","head_hanja":"","formation":"","formed_on":"","past":[],"issuer":"x",'
    facts += b'"home":{"order":"","address":"","since":"","reason":""},"members":[],"applicant":"","purpose":"",'
    facts += b'"issued_on":"","valid_until":"2027-01-01"}'
    plain = sheet(facts, "SEOUL1:ABC", NOW)
    assert check(plain) == ("not-a-document", ["unsigned"])
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(plain)))
    writer.encrypt("owner", "user")
    out = io.BytesIO()
    writer.write(out)
    assert check(out.getvalue()) == ("not-a-document", ["encrypted"])


def test_the_code_of_a_paper_is_checked_alone(pdf, trust, press, keys):
    text = seal_of(pdf)
    verdict = verify_code(text, trust, NOW)
    assert verdict.verdict == "genuine"
    assert [reason.key for reason in verdict.reasons] == ["verify.compare", "verify.says", "verify.sample"]
    assert verify_code(text, trust, NOW + timedelta(days=90)).verdict == "genuine"
    assert verify_code(text, trust, NOW + timedelta(days=91)).verdict == "expired"
    assert verify_code(text, (), NOW).verdict == "unknown-issuer"
    assert verify_code("SEOUL1:HELLO", trust, NOW).verdict == "not-a-document"
    revoked = (*trust, taken_back(press, keys, press.keys.city.serial_number))
    assert verify_code(text, revoked, NOW).verdict == "revoked"


def test_a_code_with_one_other_letter_is_never_genuine(pdf, trust):
    text = seal_of(pdf)
    for place in range(len(text)):
        changed = text[:place] + ("0" if text[place] != "0" else "1") + text[place + 1 :]
        assert verify_code(changed, trust, NOW).verdict != "genuine"


def test_the_command_ends_with_zero_only_for_a_genuine_document(tmp_path, press, trust, capsys):
    now = datetime.now(SEOUL)
    request = Request("resident-register", "key-0001")
    pdf = press.printed("citizen", "sample-001-01", request, now).sheet
    file, pem = tmp_path / "sheet.pdf", tmp_path / "city.pem"
    pem.write_bytes(trust[0])
    file.write_bytes(pdf)
    assert command.main(["verify", str(file), "--trust", str(pem), "--language", "ko"]) == 0
    assert capsys.readouterr().out.startswith("진짜 문서입니다.")
    file.write_bytes(pdf[:-300] + b" " + pdf[-299:])
    assert command.main(["verify", str(file), "--trust", str(pem), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "altered"
    assert {"key", "values", "text"} <= set(told["reasons"][0])
    assert datetime.fromisoformat(told["as_of"]).tzinfo
    assert command.main(["verify", str(file), "--trust", str(tmp_path / "none.pem"), "--language", "en"]) == 1
    assert "none.pem" in capsys.readouterr().err
    assert command.main(["verify", seal_of(pdf), "--trust", str(pem), "--language", "en"]) == 0
    assert "Traceback" not in capsys.readouterr().err
