"""The city's keys and what they sign."""

import io
import stat
from datetime import datetime

import pytest
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from services.civic.documents.keys import open_keys
from services.civic.documents.press import Press, open_press
from services.clock import SEOUL
from services.registry.sample import SampleRegistry
from services.unopened import StartFault
from worlds.civic.documents.wire import Request

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SEOUL)
WISH = Request("resident-register", "key-0001")


@pytest.fixture(scope="module")
def press(tmp_path_factory) -> Press:
    return open_press(tmp_path_factory.mktemp("keys"), SampleRegistry(), NOW)


def test_keys_are_made_once_and_are_the_same_at_every_start(tmp_path):
    assert open_keys(tmp_path / "keys", NOW).public_pem == open_keys(tmp_path / "keys", NOW).public_pem
    assert stat.S_IMODE((tmp_path / "keys" / "city.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "harm", [lambda whole: b"", lambda whole: whole[:300], lambda whole: whole.replace(b"M", b"N")]
)
def test_a_damaged_key_is_told_and_never_replaced(tmp_path, harm):
    open_keys(tmp_path, NOW)
    secret = tmp_path / "city.key"
    secret.write_bytes(harm(secret.read_bytes()))
    before = secret.read_bytes()
    with pytest.raises(StartFault) as fault:
        open_keys(tmp_path, NOW)
    assert fault.value.code == "keys.damaged"
    assert secret.read_bytes() == before


def test_pyhankos_own_validator_finds_the_signature_whole_valid_and_trusted(press):
    signature = PdfFileReader(io.BytesIO(press.printed("c", "sample-012-01", WISH, NOW).sheet)).embedded_signatures[0]
    root = asn1.Certificate.load(press.keys.root.public_bytes(Encoding.DER))
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[root], moment=NOW))
    assert status.bottom_line
    assert signature.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert signature.docmdp_level.name == "NO_CHANGES"
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_the_facts_and_the_seal_travel_in_the_file(press):
    reader = PdfFileReader(io.BytesIO(press.printed("c", "sample-001-01", WISH, NOW).sheet))
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert [str(name) for name in list(names)[::2]] == ["facts.json", "seal.txt"]


def test_no_two_sheets_bear_one_number(press):
    assert len({press.printed("c", "sample-021-01", WISH, NOW).issued.number for _ in range(20)}) == 20
