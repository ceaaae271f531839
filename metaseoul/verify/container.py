"""The one part of a signed file that its signature does not cover: the place where the signature itself is written.

A byte changed there would go unseen if it fell on something nobody reads (padding, letter case, a field that
validators pass over). So what stands there must be, letter for letter, what a city of ours writes.
"""

from typing import Any

from asn1crypto import cms  # type: ignore[import-untyped]

_HEX = frozenset(b"0123456789ABCDEF")


def is_as_written(file: bytes, start: int, end: int) -> bool:
    """Whether file[start:end] is `<hexadecimal>`: one CMS object in DER with nothing unusual, and zeros after it."""
    written = file[start:end]
    digits = written[1:-1]
    if written[:1] != b"<" or written[-1:] != b">" or not _HEX.issuperset(digits) or len(digits) % 2:
        return False
    data = bytes.fromhex(digits.decode())
    try:
        outer = cms.ContentInfo.load(data)
        length = len(outer.dump())
        return not any(data[length:]) and _is_plain(outer)
    except (ValueError, TypeError, KeyError):
        return False


def _is_plain(outer: Any) -> bool:
    """The versions, algorithms and optional parts that RFC 5652 and EN 319 142-1 (baseline B) leave to such a file."""
    if outer["content_type"].native != "signed_data":
        return False
    signed = outer["content"]
    signers = signed["signer_infos"]
    if len(signers) != 1:
        return False
    signer = signers[0]
    return (
        signed["version"].native == "v1"
        and [algorithm["algorithm"].native for algorithm in signed["digest_algorithms"]] == ["sha256"]
        and signed["encap_content_info"]["content_type"].native == "data"
        and signed["encap_content_info"]["content"].native is None
        and len(signed["certificates"]) == 1  # the signer's own, which a signed attribute names by its hash
        and signed["crls"].native is None
        and signer["version"].native == "v1"
        and signer["digest_algorithm"]["algorithm"].native == "sha256"
        and signer["signature_algorithm"]["algorithm"].native == "sha256_ecdsa"
        and signer["unsigned_attrs"].native is None
    )
