"""The envelope of a sheet's signature: a CMS SignedData object (RFC 5652) in DER, as PAdES baseline B wants it.

It stands in the one place of a signed file that the signature cannot cover. So both sides hold its exact shape: the
office writes it with this function, and a checker writes it again from its parts and compares letter by letter.
"""

SEQUENCE, SET, OCTETS, ZERO = 0x30, 0x31, 0x04, 0xA0
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("300b06092a864886f70d010701")
_ONE = bytes.fromhex("020101")
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
_ECDSA_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")


def envelope(certificate: bytes, signer: bytes, attributes: bytes, signature: bytes) -> bytes:
    """All in DER: the signer's certificate, its issuer and serial number, the attributes that were signed (a SET),
    and the ECDSA signature on them. Nothing that is not signed, or named by hash in what is signed, is inside."""
    tagged = bytes([ZERO]) + attributes[1:]
    info = der(SEQUENCE, _ONE, signer, _SHA256, tagged, _ECDSA_SHA256, der(OCTETS, signature))
    signed = der(SEQUENCE, _ONE, der(SET, _SHA256), _DATA, der(ZERO, certificate), der(SET, info))
    return der(SEQUENCE, _SIGNED_DATA, der(ZERO, signed))


def der(tag: int, *parts: bytes) -> bytes:
    """One element in DER (X.690): tag, shortest length, content."""
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content
