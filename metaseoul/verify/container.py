"""The one part of a signed file that its signature does not cover: the place where the signature itself is written.

A byte changed there would go unseen if it fell on something nobody reads (padding, letter case, a field that
validators pass over). So what stands there must be, letter for letter, what a city writes (worlds' `envelope`).
"""

from typing import Any

from asn1crypto import cms, core  # type: ignore[import-untyped]

from worlds.civic.documents.envelope import SEQUENCE, SET, der, envelope


def is_as_written(file: bytes, start: int, end: int) -> bool:
    """Whether file[start:end] is `<hexadecimal>` of one plain envelope, with zeros after it."""
    try:
        data = bytes.fromhex(file[start + 1 : end - 1].decode("ascii"))
        written = _rewritten(cms.ContentInfo.load(data)["content"])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return False
    whole = written + bytes(max(0, len(data) - len(written)))
    return file[start:end] == b"<" + whole.hex().upper().encode() + b">"


def _rewritten(signed: Any) -> bytes:
    """The envelope made again from the parts that are signed or named by what is signed."""
    certificate, info = signed["certificates"][0].chosen, signed["signer_infos"][0]
    serial = core.Integer(certificate.serial_number).dump()
    signer = der(SEQUENCE, certificate.issuer.dump(), serial)
    attributes = der(SET, info["signed_attrs"].contents)
    return envelope(certificate.dump(), signer, attributes, info["signature"].native)
